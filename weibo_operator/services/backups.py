"""Automatic backups: when one is due, where it lies, which older ones stay; and the list to restore from."""

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from time import monotonic

from msgspec import Struct

from weibo_operator.domain.backups import kept
from weibo_operator.domain.clock import CHINA, china_day
from weibo_operator.domain.errors import DatabaseUnavailableError, OperatorError
from weibo_operator.domain.settings import BACKUPS, PRACTICE
from weibo_operator.services.desk import Desk
from weibo_operator.storage import backups
from weibo_operator.storage.backups import Look
from weibo_operator.storage.connection import MEMORY, backup_into, environment_errors, partial_of

FOLDER = "backups"
SPARE_BYTES = 32 << 20
"""What a backup leaves free on the disk: the desk itself must be able to go on writing."""
CLOSING_SECONDS = 1.5
"""Longer nobody waits for a window that is closed; a backup that takes longer is left to the next day."""
CLOSING_BYTES = 64 << 20
"""A larger file is not begun on closing: it would not be done in time."""
REPLACED_STAYS = timedelta(days=7)
"""So long everything stays that a restore put aside: it may be work of a day that is in no backup."""

_STAMP = "%Y%m%d-%H%M%S"
_NAMED = r"(?P<stamp>\d{8}-\d{6})"


class Origin(Enum):
    """Why a copy was made."""

    AUTOMATIC = "automatic"
    BEFORE_RESTORE = "before_restore"
    """What was there until a backup took its place; may be damaged."""
    BEFORE_UPGRADE = "before_upgrade"


class BackupFile(Struct, frozen=True):
    """One copy: where it lies, when it was made (aware UTC), its bytes, and why it was made."""

    path: Path
    made_at: datetime
    size: int
    origin: Origin = Origin.AUTOMATIC


class Backups:
    """The automatic backups of one open desk; practice data has none."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.last_failure: OperatorError | None = None
        """Why the last one could not be made, as whoever had it made was told; None when all is well."""

    @property
    def folder(self) -> Path:
        """Where they lie: beside the data file."""
        return folder_of(self._desk.path)

    def newest(self) -> BackupFile | None:
        """The last good one (only a checked copy gets its name)."""
        return max(automatic(self._desk.path), key=lambda each: each.made_at, default=None)

    def is_due(self) -> bool:
        """True when today has none yet, and there is something to lose."""
        if not self._is_wanted():
            return False
        newest = self.newest()
        return newest is None or china_day(newest.made_at) != china_day(self._desk.now())

    def make(self, go_on: Callable[[], bool] = lambda: True) -> BackupFile | None:
        """Copy the file, checked, and let go of what is too old; None where ``go_on`` said no before it was done.

        Raises ``DatabaseUnavailableError``: disk_full before a byte is written where too little would stay free,
        damaged when what was copied is not sound. No older backup is touched then.
        """
        made_at = self._desk.now().replace(microsecond=0)
        target = self.folder / f"{self._desk.path.stem}-{made_at.astimezone(CHINA):{_STAMP}}.db"
        with environment_errors(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._discard_halves()
            if shutil.disk_usage(self.folder).free < backups.size_of(self._desk.connection) + SPARE_BYTES:
                raise DatabaseUnavailableError(path=str(self.folder), reason="disk_full")
            if not backup_into(self._desk.connection, target, go_on):
                return None
            made = BackupFile(target, made_at, target.stat().st_size)
            self._thin()
        return made

    def make_on_closing(self) -> BackupFile | None:
        """``make`` if something changed since the last one and it is done in a moment; raises like it."""
        with environment_errors(self._desk.path):
            if not self._is_wanted() or backups.size_of(self._desk.connection) > CLOSING_BYTES:
                return None
            newest = self.newest()
            if newest is not None and self._is_unchanged_since(newest):
                return None
        until = monotonic() + CLOSING_SECONDS
        return self.make(lambda: monotonic() < until)

    def _is_wanted(self) -> bool:
        desk = self._desk
        if desk.path == MEMORY or desk.setting(PRACTICE) or not desk.setting(BACKUPS):
            return False
        return backups.has_tickets(desk.connection)

    def _is_unchanged_since(self, newest: BackupFile) -> bool:
        written = newest.path.stat().st_mtime_ns
        places = (self._desk.path, self._desk.path.with_name(self._desk.path.name + "-wal"))
        return all(place.stat().st_mtime_ns < written for place in places if place.exists())

    def _discard_halves(self) -> None:
        """What a program that was killed left of a copy."""
        for half in self.folder.glob(partial_of(Path(f"{self._desk.path.stem}-*.db")).name + "*"):
            half.unlink(missing_ok=True)

    def _thin(self) -> None:
        _leave_only(automatic(self._desk.path))
        # What a restore replaced is whole for a week, however often one was tried that day, and then thinned likewise.
        old = self._desk.now() - REPLACED_STAYS
        _leave_only(each for each in _replaced(self._desk.path) if each.made_at < old)


def _leave_only(found: Iterable[BackupFile]) -> None:
    """Remove those that are too old, with what SQLite had kept beside them; never the newest."""
    found = tuple(found)
    stay = kept(each.made_at for each in found)
    for each in found:
        if each.made_at not in stay:
            for place in (each.path, *(each.path.with_name(each.path.name + side) for side in backups.SIDES)):
                place.unlink(missing_ok=True)


def folder_of(path: Path) -> Path:
    """Where the automatic backups of a data file lie."""
    return path.parent / FOLDER


def automatic(path: Path) -> Iterator[BackupFile]:
    """The automatic backups of a data file, in no order; nothing where their folder is gone or can't be read."""
    return _found(folder_of(path), rf"{re.escape(path.stem)}-{_NAMED}\.db", Origin.AUTOMATIC)


def restorable(path: Path) -> tuple[BackupFile, ...]:
    """Every copy of a data file that the program knows of, the newest first."""
    beside, stem, ending = path.parent, re.escape(path.stem), re.escape(path.suffix)
    found = (
        *automatic(path),
        *_replaced(path),
        *_found(beside, rf"{stem}\.before-m\w+-{_NAMED}{ending}", Origin.BEFORE_UPGRADE),
    )
    return tuple(sorted(found, key=lambda each: each.made_at, reverse=True))


def _replaced(path: Path) -> Iterator[BackupFile]:
    """What was a data file until a backup took its place, in no order."""
    pattern = rf"{re.escape(path.stem)}\.before-restore-{_NAMED}(?:-\d+)?{re.escape(path.suffix)}"
    return _found(path.parent, pattern, Origin.BEFORE_RESTORE)


def look_into(path: Path) -> Look:
    """What a copy holds; it is not touched. Raises ``DatabaseUnavailableError`` and ``DatabaseTooNewError``."""
    return backups.look_into(path)


def name_aside(path: Path, now: datetime) -> Path:
    """A free name for what is kept of ``path`` when a backup takes its place."""
    stem = f"{path.stem}.before-restore-{now.astimezone(CHINA):{_STAMP}}"
    names = (f"{stem}{more}{path.suffix}" for more in ("", *(f"-{number}" for number in range(1, 1000))))
    return next(place for name in names if not (place := path.with_name(name)).exists())


def _found(folder: Path, pattern: str, origin: Origin) -> Iterator[BackupFile]:
    named = re.compile(pattern)
    try:
        places = sorted(folder.iterdir())
    except OSError:
        return
    for place in places:
        match = named.fullmatch(place.name)
        made_at = _moment(match["stamp"], origin) if match else None
        if made_at is not None and place.is_file():
            yield BackupFile(place, made_at, place.stat().st_size, origin)


def _moment(stamp: str, origin: Origin) -> datetime | None:
    zone = UTC if origin is Origin.BEFORE_UPGRADE else CHINA
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=zone).astimezone(UTC)
    except ValueError:
        return None
