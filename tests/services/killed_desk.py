"""A child process that works on a desk and kills itself (SIGKILL) at a chosen point."""

import os
import signal
import sys
from pathlib import Path

from weibo_operator.bootstrap import build
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.storage import journal


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(count: int) -> None:
    """Make the n-th write of this process its last step, inside its transaction."""
    seen = 0
    for name in ("add", "put", "amend", "discard", "insert", "update"):
        original = getattr(journal.Recorder, name)

        def counted(self, *args, _original=original, **kwargs):
            nonlocal seen
            result = _original(self, *args, **kwargs)
            seen += 1
            if seen == count:
                die()
            return result

        setattr(journal.Recorder, name, counted)


def main(path: str, point: str) -> None:
    operator = build(Path(path))
    (ticket,) = operator.inbox.pane(State.NEW)
    if point.startswith("write"):
        die_at(int(point.removeprefix("write")))
    operator.replies.save_draft(ticket, Audience.PUBLIC, "这就给您换")
    if point == "drafted":
        die()
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="这就给您换", after=AfterSend(State.CLOSED))
    if point == "copied":
        die()
    operator.replies.confirm(intent.id)
    if point == "confirmed":
        die()
    operator.history.undo()
    if point == "undone":
        die()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
