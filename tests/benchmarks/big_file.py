"""The file of a big desk, built once a day for all figures: how large it is says FIGURES_ROWS (10k, 100k or 1m)."""

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.benchmarks import big_desk, history
from tests.benchmarks.big_desk import open_big_desk
from tests.conftest import PROJECT, SetClock
from weibo_operator.bootstrap import Language
from weibo_operator.storage.migrations import HISTORY

ROWS = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000}
"""Messages; a tenth as many tickets are open."""
FIGURES_ROWS, DEFAULT_ROWS = "FIGURES_ROWS", "10k"
FOLDER = PROJECT / "build" / "figures"
_STAMP = "%Y%m%dT%H%M"
_OLD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BigFile:
    """A file nobody else writes to, and the moment as of which its desk is to be opened."""

    path: Path
    moment: datetime
    messages: int

    @property
    def open_tickets(self) -> int:
        """Tickets that are not closed; their ids begin with 1."""
        return self.messages // 10


def rows_wanted() -> int:
    """How many messages the figures are taken on."""
    return ROWS[os.environ.get(FIGURES_ROWS, DEFAULT_ROWS)]


def big_file(folder: Path, language: Language, messages: int) -> BigFile:
    """A copy in ``folder`` of the big desk with so many messages, which is built where there is none of today."""
    kept, moment = _kept(messages) or _built(messages, language)
    path = folder / "desk.db"
    shutil.copyfile(kept, path)
    return BigFile(path, moment, messages)


def _kept(messages: int) -> tuple[Path, datetime] | None:
    """The newest one built as it would be now; what is older goes."""
    now, found = datetime.now(UTC), None
    for path in sorted(FOLDER.glob(f"desk-{messages}-*.db")):
        _, _, recipe, stamp = path.stem.split("-")
        moment = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        if recipe == _recipe() and now - _OLD < moment <= now:
            found = path, moment
        else:
            path.unlink()
    return found


def _built(messages: int, language: Language) -> tuple[Path, datetime]:
    moment = datetime.now(UTC).replace(second=0, microsecond=0)
    path = FOLDER / f"desk-{messages}-{_recipe()}-{moment:{_STAMP}}.db"
    half = path.with_suffix(".half")
    FOLDER.mkdir(parents=True, exist_ok=True)
    _remove([half])
    open_big_desk(half, messages // 10, clock=SetClock(moment), language=language, messages=messages).close()
    half.replace(path)
    return path, moment


def _recipe() -> str:
    """Changes with the schema and with what is written."""
    written = "".join(Path(module.__file__ or "").read_text(encoding="utf-8") for module in (big_desk, history))
    return hashlib.sha256((written + "".join(script for _, script in HISTORY)).encode()).hexdigest()[:10]


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
