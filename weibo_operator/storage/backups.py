"""Copies of the one file: how much they hold, whether they are ours, and putting one in the file's place."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.errors import DatabaseUnavailableError, OperatorError
from weibo_operator.storage.connection import (
    MEMORY,
    Connection,
    applied_steps,
    backup_into,
    environment_errors,
    environment_reason,
    keep_names,
    open_database,
    remains_beside,
    steps_of_ours,
)
from weibo_operator.storage.migrations import HISTORY

_TICKETS = "SELECT COUNT(*) FROM ticket"
_PRACTICE = "SELECT value FROM setting WHERE key = 'practice'"
_COLUMNS = """
SELECT tables.name, columns.name FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
WHERE tables.type = 'table'
"""
_MADE = "SELECT applied_at FROM _sqlite_migrations ORDER BY id LIMIT 1"
"""To the microsecond when the file was begun: its copies have it, no other file does."""
_LAST_STEP = "SELECT id, kind, at FROM operation ORDER BY id DESC LIMIT 1"
_STEP = "SELECT id, kind, at FROM operation WHERE id = ?"
_OPENED_SINCE = slice(18, 20)
"""The two bytes of SQLite's header that change when a copy, which has no -wal, is opened as a desk, which has one."""
_COPY = b"\x01\x01"
SIDES = ("-wal", "-shm")
"""What SQLite keeps beside a file that is open, or was when the program died."""


class Look(Struct, frozen=True):
    """What a copy holds."""

    tickets: int
    practice: bool


def look_into(path: Path) -> Look:
    """Open a copy without touching it, and count.

    Raises ``DatabaseUnavailableError`` when it is damaged, gone or not ours, ``DatabaseTooNewError`` when a later
    version wrote it.
    """
    with _read_only(path) as connection:
        (tickets,) = connection.execute(_TICKETS).fetchone()
        practice = connection.execute(_PRACTICE).fetchone()
    return Look(int(tickets), practice is not None and practice[0] == "true")


def copy_of(source: Path, target: Path) -> None:
    """Copy a copy, checked; raises like ``look_into``, and ``DatabaseUnavailableError`` where it can't be written."""
    with _read_only(source) as connection:
        if len(applied_steps(connection)) == len(HISTORY) and not _columns_of(connection) >= _columns_of_a_new_file():
            # Sound pages, but a name in their description has changed: every question about it would fail.
            raise DatabaseUnavailableError(path=str(source), reason="damaged_copy")
        backup_into(connection, target)


def is_earlier_copy(connection: Connection, path: Path) -> bool:
    """True when ``path`` is a copy of the open file, made by us and not worked in, that holds nothing it does not."""
    if not path.is_file() or remains_beside(path):
        return False
    try:
        with environment_errors(path), path.open("rb") as file:
            is_copy = file.read(_OPENED_SINCE.stop)[_OPENED_SINCE] == _COPY
        if not is_copy:
            return False
        with _read_only(path) as copy:
            made, last = copy.execute(_MADE).fetchone(), copy.execute(_LAST_STEP).fetchone()
    except OperatorError:  # of a later version, damaged, or another program's
        return False
    if tuple(made) != tuple(connection.execute(_MADE).fetchone()):
        return False
    return last is None or tuple(last) == tuple(connection.execute(_STEP, (last[0],)).fetchone() or ())


def has_tickets(connection: Connection) -> bool:
    """True when there is anything to lose."""
    return connection.execute("SELECT 1 FROM ticket LIMIT 1").fetchone() is not None


def size_of(connection: Connection) -> int:
    """The bytes a copy of the whole will take."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    return int(pages) * int(page)


def take_place(path: Path, successor: Path, aside: Path) -> None:
    """Put ``successor`` at ``path``; what lies there, with what SQLite kept beside it, goes to ``aside`` untouched.

    To be called while nobody has the file open. Killed at any point, ``path`` is the one or the other, and a -wal never
    meets a file that is not its own, nor does it where the power fails. Raises ``DatabaseUnavailableError``.
    """
    with environment_errors(path):
        set_aside(path, aside, leave=True)
        keep_names(path.parent)
        successor.replace(path)
        keep_names(path.parent)


def set_aside(path: Path, aside: Path, *, leave: bool = False) -> None:
    """Keep a file and its sides under another name; with ``leave`` it is also still at its own. Raises ``OSError``."""
    if path.exists():
        if leave:
            _also_at(path, aside)
        else:
            path.rename(aside)
    for side in SIDES:
        beside = path.with_name(path.name + side)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + side))


def reason_of(error: BaseException) -> str | None:
    """The reason code of a failure of the file, whether it was sorted already or comes from SQLite as it is."""
    if isinstance(error, DatabaseUnavailableError):
        return str(error.data["reason"])
    return environment_reason(error) if isinstance(error, sqlite3.Error) else None


def _also_at(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except OSError:  # a file system without links (FAT): for a moment there is no file at ``path``
        path.rename(aside)


def _columns_of_a_new_file() -> frozenset[tuple[str, str]]:
    with closing(open_database(MEMORY, now=datetime.now(UTC))) as connection:
        return _columns_of(connection)


def _columns_of(connection: Connection) -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in connection.execute(_COLUMNS))


@contextmanager
def _read_only(path: Path) -> Generator[sqlite3.Connection]:
    """A connection that leaves nothing beside the file; steps and kind are checked, and damage is said of the copy."""
    try:
        with _opened(path) as connection:
            yield connection
    except DatabaseUnavailableError as error:
        if error.data["reason"] == "damaged":
            raise DatabaseUnavailableError(path=str(path), reason="damaged_copy") from error
        raise


@contextmanager
def _opened(path: Path) -> Generator[sqlite3.Connection]:
    with environment_errors(path):
        if not path.is_file():
            raise DatabaseUnavailableError(path=str(path), reason="folder" if path.is_dir() else "no_copy")
        if not path.stat().st_size:
            raise DatabaseUnavailableError(path=str(path), reason="not_a_database")
        # A copy that somebody made by hand may have its last writes in a -wal, which only an ordinary look reads.
        how = "mode=ro" if remains_beside(path) else "mode=ro&immutable=1"
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
        try:
            if not steps_of_ours(connection, path):
                raise DatabaseUnavailableError(path=str(path), reason="not_a_database")
            yield connection
        finally:
            connection.close()
