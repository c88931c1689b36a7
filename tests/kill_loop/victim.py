"""The side that is killed: forks a child for each run, which ends itself by SIGKILL at a given call.

A process without threads. Each line on stdin says at which event the next child dies: "all N" counts every call of a
function, "edges N" only those at which something reaches the file or the network, right before and right after each; 0
lets the child finish, "none 0" without counting. "time N" kills from outside after N microseconds, wherever it is then,
in the middle of SQLite's own work too. Each line on stdout is what became of it: "killed", or "done ALL
EDGES" with the numbers of events in a whole run.
"""

import os
import select
import signal
import sys
from collections.abc import Callable
from types import FrameType

from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.open_platform import AppKey, Token
from weibo_operator.services import account_secrets

_EDGES = frozenset({"execute", "connect", "send", "sendall", "recv", "recv_into", "close", "shutdown"})
"""Functions in C by which something reaches the file or the network."""


class CountedCalls:
    """Counts calls by the interpreter's own hook, and dies at one of them; 0 never."""

    def __init__(self, kind: str, dies_at: int) -> None:
        self.kind, self._dies_at = kind, dies_at
        self.counts = {"all": 0, "edges": 0}

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        self._count("all")
        if event in ("c_call", "c_return") and getattr(argument, "__name__", "") in _EDGES:
            self._count("edges")

    def _count(self, kind: str) -> None:
        self.counts[kind] += 1
        if kind == self.kind and self.counts[kind] == self._dies_at:
            os.kill(os.getpid(), signal.SIGKILL)


def keyring_with(token: Token) -> MemorySecrets:
    """A keyring in memory as a finished authorisation leaves it."""
    secrets = MemorySecrets()
    account_secrets.keep(secrets, AppKey("practice"), "secret", token)
    return secrets


def serve(prepare: Callable[[], Callable[[], None]]) -> None:
    """Answer each line on stdin with what became of a child; what ``prepare`` does is neither counted nor killed."""
    for line in sys.stdin:
        kind, dies_at = line.split()
        readable, writable = os.pipe()
        pid = os.fork()
        if pid == 0:
            _child(prepare(), CountedCalls(kind, int(dies_at)), writable)
            os._exit(0)
        os.close(writable)
        if kind == "time" and not select.select([readable], [], [], int(dies_at) / 1e6)[0]:
            os.kill(pid, signal.SIGKILL)
        with os.fdopen(readable) as answer:
            calls = answer.read()
        _, status = os.waitpid(pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write("killed\n" if killed else f"done {calls}\n")
        sys.stdout.flush()


def _child(work: Callable[[], None], counted: CountedCalls, answer: int) -> None:
    if counted.kind not in ("none", "time"):
        sys.setprofile(counted)
    work()
    sys.setprofile(None)
    os.write(answer, f"{counted.counts['all']} {counted.counts['edges']}".encode())
