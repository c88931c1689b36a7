"""Works on a disk of its own that is too small or can't be written: ``python -m tests.end_to_end.bad_disk FOLDER``.

To be run as ``unshare --map-root-user --mount``; each line on stdout is one fact, for the test to judge.
"""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator, build
from weibo_operator.domain.clock import SystemClock
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.services import backups
from weibo_operator.services.sentences import error_sentence


def tell(what: str, outcome: object) -> None:
    """One fact."""
    sys.stdout.write(f"{what}: {outcome}\n")


def refusal(work: object, *arguments: object) -> str:
    """The reason and the sentence with which something is refused; empty when it is not."""
    assert callable(work)
    try:
        work(*arguments)
    except OperatorError as error:
        return f"{error.data.get('reason')} {error_sentence(error)}"
    return ""


def mount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)


def fill(operator: Operator, customers: Customers) -> tuple[int, str]:
    """Take in messages until the disk is full: how many were taken in, and what was said."""
    for number in range(100_000):
        said = refusal(operator.intake.capture, customers.message("还没收到货" * 200, uid=str(number)))
        if said:
            return number, said
    raise AssertionError("the disk never fills")


def full(folder: Path) -> None:
    mount(folder, "size=16m")
    backups.SPARE_BYTES = 0  # here the copy itself must run out of room
    operator = build(folder / "desk.db")
    customers = Customers(SetClock(SystemClock().now()))
    with closing(operator):
        for number in range(80):
            operator.intake.capture(customers.message("还没收到货" * 100, uid=f"early{number}"))
        tell("a first backup", refusal(operator.backups.make) or "made")
        first = operator.backups.newest()
        taken, said = fill(operator, customers)
        tell("full", said)
        tell("a second backup", refusal(operator.backups.make))
        tell("the first one stays", operator.backups.newest() == first)
        tell("halves", [each.name for each in operator.backups.folder.iterdir() if each.name.endswith(".partial")])
        tell("nothing lost", operator.inbox.counts()[State.NEW] == taken + 80)
        (ticket, *_) = operator.inbox.pane(State.NEW)
        tell("a draft", refusal(operator.replies.save_draft, ticket, Audience.PUBLIC, "您好" * 200_000))
        assert first is not None
        first.path.unlink()
        tell("with room again", refusal(operator.replies.save_draft, ticket, Audience.PUBLIC, "您好") or "stored")
        tell("sound", operator.health.damage(lambda: True) or "yes")


def read_only(folder: Path) -> None:
    mount(folder, "size=16m")
    operator = build(folder / "desk.db")
    with closing(operator):
        operator.intake.capture(Customers(SetClock(SystemClock().now())).message("在吗"))
    before = (folder / "desk.db").read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    tell("opening", refusal(build, folder / "desk.db"))
    tell("beginning a new file", refusal(build, folder / "other.db"))
    tell("unchanged", (folder / "desk.db").read_bytes() == before)


if __name__ == "__main__":
    {"full": full, "read_only": read_only}[sys.argv[2]](Path(sys.argv[1]))
