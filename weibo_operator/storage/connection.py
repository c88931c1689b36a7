"""Opening the one SQLite file: pragmas, immediate transactions; newer files refused, older ones brought up to date."""

import os
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from weibo_operator.domain.errors import DatabaseTooNewError, DatabaseUnavailableError
from weibo_operator.storage.migrations import HISTORY, SET_NAME

if TYPE_CHECKING:
    from sqlite_utils import Database

Connection = sqlite3.Connection
"""The name by which services speak of a connection; they never import sqlite3 themselves."""

MEMORY = Path(":memory:")

_PRAGMAS = """
PRAGMA foreign_keys = ON;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA busy_timeout = 5000;
PRAGMA cache_size = -32000;
PRAGMA mmap_size = 268435456;
PRAGMA temp_store = MEMORY;
"""

_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"

_ENVIRONMENT_CODES = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_IOERR: "input_output",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "not_a_database",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_PERM: "no_permission",
    sqlite3.SQLITE_AUTH: "no_permission",
}


def environment_reason(error: sqlite3.Error) -> str | None:
    """The reason code when the failure is the machine's (busy, full, damaged …), None when it is our bug."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _ENVIRONMENT_CODES.get(code & 0xFF)


@contextmanager
def environment_errors(path: Path) -> Generator[None]:
    """Turn SQLite's environment errors into ``DatabaseUnavailableError``; bugs pass through."""
    try:
        yield
    except sqlite3.Error as error:
        reason = environment_reason(error)
        if reason is None:
            raise
        raise DatabaseUnavailableError(path=str(path), reason=reason) from error


def open_database(path: Path, *, now: datetime) -> sqlite3.Connection:
    """Open (or make) the file, bring it up to date, and return a connection in autocommit mode.

    Raises ``DatabaseTooNewError`` for a file of a later version and ``DatabaseUnavailableError`` when the file can't
    be opened. An older file is first copied beside itself (``….before-m0002-20261122-0930.db``).
    """
    if path != MEMORY:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with environment_errors(path):
        connection = connect(path)
        try:
            _bring_up_to_date(connection, path, now)
        except BaseException:
            connection.close()
            raise
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """A connection with the desk's pragmas, usable from another thread that takes turns; no schema check."""
    is_new = path != MEMORY and not path.exists()
    if is_new:
        # Customers' words: readable by their owner only, from the first byte.
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.executescript(_PRAGMAS)
    return connection


@contextmanager
def write(connection: sqlite3.Connection) -> Generator[None]:
    """One immediate transaction: everything in the block is committed, or nothing is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def what_if(connection: sqlite3.Connection) -> Generator[None]:
    """A transaction that is always rolled back: for questions that need a change to be answered."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def applied_steps(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the migrations the file has had, in order; empty for a new file."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    return tuple(row[0] for row in connection.execute(_APPLIED, (SET_NAME,))) if known else ()


def backup_into(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database into ``target`` (replaced only when the copy is complete and sound)."""
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    with environment_errors(target):
        copy = sqlite3.connect(partial)
        try:
            connection.backup(copy, pages=-1)
            (verdict,) = copy.execute("PRAGMA quick_check").fetchone()
        finally:
            copy.close()
    if verdict != "ok":
        partial.unlink(missing_ok=True)
        raise DatabaseUnavailableError(path=str(target), reason="damaged")
    partial.chmod(0o600)
    partial.replace(target)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    applied = applied_steps(connection)
    names = [name for name, _ in HISTORY]
    unknown = [name for name in applied if name not in names]
    if unknown:
        raise DatabaseTooNewError(path=str(path), steps=", ".join(unknown))
    pending = [step for step in HISTORY if step[0] not in applied]
    if not pending:
        return
    if applied and path != MEMORY:
        backup_into(connection, path.with_name(f"{path.stem}.before-{pending[0][0]}-{now:%Y%m%d-%H%M%S}{path.suffix}"))
    _migrate(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    # Imported only when there is work: it costs more than all the rest of opening the file.
    from sqlite_utils import Database, Migrations

    migrations = Migrations(SET_NAME)
    for name, script in HISTORY:
        migrations(name=name)(_step(script))
    migrations.apply(Database(connection, execute_plugins=False))


def _step(script: str) -> "Callable[[Database], None]":
    def apply(db: "Database", /) -> None:
        for statement in _statements(script):
            db.conn.execute(statement)

    return apply


def _statements(script: str) -> Iterator[str]:
    """Split a script into statements; ``executescript`` would commit the library's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
