"""Sends what waits, and is killed while it does: ``python -m tests.kill_loop.sender FILE TOKEN UID``."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.kill_loop.victim import keyring_with, serve
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.clock import SystemClock
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.open_platform import Token
from weibo_operator.domain.reply import AfterSend, IntentState
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


class Program:
    """What of the program has to do with sending, on one file."""

    def __init__(self, file: Path, token: Token) -> None:
        clock = SystemClock()
        platform = WeiboPlatform(clock, patience=Patience(connect=5, read=5))
        self.desk = Desk(open_database(file, now=clock.now()), clock, file)
        self.outbox = Outbox(self.desk)
        self.accounts = Accounts(self.desk, lambda: platform, keyring_with(token))
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


def main(file: Path, value: str, uid: str) -> None:
    """Send one reply for each line on stdin, a start of the program each time."""
    token = Token(value, uid, datetime.now(UTC) + timedelta(days=1))
    serve(lambda: lambda: Program(file, token).run())


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
