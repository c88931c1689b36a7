"""The side that is killed: forks a child for each run, which ends itself by SIGKILL at a given call.

Runs in a process without threads: ``python -m tests.kill_loop.sender FILE TOKEN UID``. Each line on stdin says at which
event the next child dies: "all N" counts every call of a function, "edges N" only those at which something reaches the
file or the network, right before and right after each; 0 lets the child finish. Each line on stdout is what became of
it: "killed", or "done ALL EDGES" with the numbers of events in a whole run.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType

from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.clock import SystemClock
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.open_platform import AppKey, Token
from weibo_operator.domain.reply import AfterSend, IntentState
from weibo_operator.services import account_secrets
from weibo_operator.services.accounts import Accounts
from weibo_operator.services.desk import Desk
from weibo_operator.services.outbox import Letter, Outbox
from weibo_operator.services.routes import Routes
from weibo_operator.services.sending import Sender
from weibo_operator.storage import messages
from weibo_operator.storage.connection import open_database

_NEXT_TICKET = """
SELECT id FROM ticket WHERE waits_for = 'us' AND state IN ('new', 'in_progress')
AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.ticket_id = ticket.id) ORDER BY id LIMIT 1
"""


_EDGES = frozenset({"execute", "connect", "send", "sendall", "recv", "recv_into", "close", "shutdown"})
"""Functions in C by which something reaches the file or the network."""


class Program:
    """What of the program has to do with sending, on one file."""

    def __init__(self, file: Path, token: Token, app: AppKey) -> None:
        clock = SystemClock()
        secrets = MemorySecrets()
        account_secrets.keep(secrets, app, "secret", token)
        platform = WeiboPlatform(clock, patience=Patience(connect=5, read=5))
        self.desk = Desk(open_database(file, now=clock.now()), clock, file)
        self.outbox = Outbox(self.desk)
        self.accounts = Accounts(self.desk, lambda: platform, secrets)
        self.sender = Sender(self.desk, self.outbox, self.accounts)
        self.account = AccountId(1)

    def run(self) -> None:
        """A start of the program, the operator's answers to what it asks, and one reply, sent."""
        self.outbox.settle()
        self.sender.look(self.account)
        for intent in self.outbox.listed():
            if intent.is_held:
                self.outbox.release(intent.id)
            elif intent.state is IntentState.UNKNOWN:
                # The operator looked on Weibo. A comment shows there at once, so what stands there was found before.
                self.outbox.send_again(intent.id)
        if not self.outbox.listed():
            self.press()
        while self.outbox.next_of(self.account) is not None:
            self.sender.step(self.account)
        self.desk.connection.close()

    def press(self) -> None:
        """Ctrl+Enter on the next ticket."""
        row = self.desk.connection.execute(_NEXT_TICKET).fetchone()
        if row is None:
            return
        ticket = TicketId(row["id"])
        route = Routes(self.desk, self.accounts).route(ticket, Audience.PUBLIC)
        if route.account is None or route.target is None:
            raise RuntimeError(ticket)
        seen = messages.newest(self.desk.connection, ticket)
        after = AfterSend(State.CLOSED)
        self.outbox.queue(Letter(ticket, route.account.id, route.target, f"工单 {ticket} 已经查到了", after, seen))


class CountedCalls:
    """Counts calls by the interpreter's own hook, and dies at one of them; 0 never."""

    def __init__(self, kind: str, dies_at: int) -> None:
        self._kind, self._dies_at = kind, dies_at
        self.counts = {"all": 0, "edges": 0}

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        self._count("all")
        if event in ("c_call", "c_return") and getattr(argument, "__name__", "") in _EDGES:
            self._count("edges")

    def _count(self, kind: str) -> None:
        self.counts[kind] += 1
        if kind == self._kind and self.counts[kind] == self._dies_at:
            os.kill(os.getpid(), signal.SIGKILL)


def child(kind: str, dies_at: int, program: Callable[[], Program], answer: int) -> None:
    """One run of the program, in a process of its own; tells how many calls it made."""
    counted = CountedCalls(kind, dies_at)
    sys.setprofile(counted)
    program().run()
    sys.setprofile(None)
    os.write(answer, f"{counted.counts['all']} {counted.counts['edges']}".encode())


def main(file: Path, value: str, uid: str) -> None:
    """Answer each line with what became of a child."""
    token = Token(value, uid, datetime.now(UTC) + timedelta(days=1))
    for line in sys.stdin:
        kind, dies_at = line.split()
        readable, writable = os.pipe()
        pid = os.fork()
        if pid == 0:
            child(kind, int(dies_at), lambda: Program(file, token, AppKey("practice")), writable)
            os._exit(0)
        os.close(writable)
        with os.fdopen(readable) as answer:
            calls = answer.read()
        _, status = os.waitpid(pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write("killed\n" if killed else f"done {calls}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
