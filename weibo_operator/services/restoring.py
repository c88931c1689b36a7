"""Putting a backup in the data file's place, while nobody has it open; and what to offer when the file is damaged."""

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from weibo_operator.domain.errors import DatabaseUnavailableError, InvalidInputError, OperatorError
from weibo_operator.services.backups import BackupFile, automatic, name_aside
from weibo_operator.storage import backups, connection
from weibo_operator.storage.connection import discard_copy, environment_errors, partial_of, remains_beside
from weibo_operator.storage.held import is_held

RESCUED = frozenset({"damaged", "not_a_database", "missing", "emptied"})
"""Reasons for which another file in its place helps; for the others (busy, full, read-only) the machine must change."""


def restore(path: Path, source: Path, now: datetime) -> Path:
    """Put a copy of ``source`` at ``path``; returns where what was there is kept (it may be nothing).

    An older copy is brought up to date when it is opened. Raises ``InvalidInputError`` (same_file; practice_backup for
    practice data in place of the shop's), ``DatabaseTooNewError`` and ``DatabaseUnavailableError``; then all is as it
    was.
    """
    if source.exists() and path.exists() and source.samefile(path):
        raise InvalidInputError(field="path", reason="same_file", detail="restore", path=str(source))
    if backups.look_into(source).practice:
        raise InvalidInputError(field="path", reason="practice_backup", path=str(source))
    aside, successor = name_aside(path, now), path.with_name(path.name + ".restoring")
    with environment_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    backups.copy_of(source, successor)
    try:
        backups.take_place(path, successor, aside)
    finally:
        discard(successor)
    return aside


def check_free(path: Path) -> None:
    """Raises ``DatabaseUnavailableError`` (busy) while a window or a command of another process has the file open."""
    with environment_errors(path):
        if is_held(path):
            raise DatabaseUnavailableError(path=str(path), reason="busy")


def put_back(path: Path, aside: Path, now: datetime) -> None:
    """Undo ``restore`` byte by byte, for a copy that turned out not to open; what had taken the place is kept too."""
    with environment_errors(path):
        backups.set_aside(path, name_aside(path, now))
        if aside.exists():
            backups.set_aside(aside, path)


def start_anew(path: Path, now: datetime) -> None:
    """Clear the place for a new file; what is left of the old one is kept beside it."""
    with environment_errors(path):
        backups.set_aside(path, name_aside(path, now))


def check_there(path: Path) -> None:
    """Raises ``DatabaseUnavailableError`` (missing, emptied) where a new file would begin though there was one before.

    SQLite makes a new file where there is none, and would throw away a -wal that was left without its file.
    """
    with environment_errors(path):
        if path.exists() and path.stat().st_size:
            return
        known = any(automatic(path)) or remains_beside(path)
    if known:
        raise DatabaseUnavailableError(path=str(path), reason="emptied" if path.exists() else "missing")


def newest_good(path: Path, *, but: frozenset[Path] = frozenset()) -> BackupFile | None:
    """The newest backup that opens and holds something, except those already tried."""
    for found in sorted(automatic(path), key=lambda each: each.made_at, reverse=True):
        if found.path not in but and _opens(found.path):
            return found
    return None


def reason_of(error: BaseException) -> str | None:
    """The reason code (busy, damaged, disk_full …) of a failure of the file; None for any other failure."""
    return backups.reason_of(error)


def file_errors(path: Path) -> AbstractContextManager[None]:
    """Sort what SQLite finds wrong with an open file into ``DatabaseUnavailableError``; all else passes through."""
    return connection.file_errors(path)


def discard(half: Path) -> None:
    """Put away what a restore did not use."""
    with environment_errors(half):
        for left in (half, partial_of(half)):
            discard_copy(left)


def _opens(path: Path) -> bool:
    try:
        return not backups.look_into(path).practice
    except OperatorError:
        return False
