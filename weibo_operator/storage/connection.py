"""Opening the one SQLite file: pragmas, immediate transactions; newer files refused, older ones brought up to date."""

import errno
import os
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from weibo_operator.domain.errors import DatabaseTooNewError, DatabaseUnavailableError
from weibo_operator.storage.migrations import HISTORY, SET_NAME
from weibo_operator.storage.network_drive import is_on_network
from weibo_operator.storage.times import DamagedValueError
from weibo_operator.storage.write_turns import DeskConnection, GiveWay, WriteTurns, writing

if TYPE_CHECKING:
    from sqlite_utils import Database

Connection = sqlite3.Connection
"""The name by which services speak of a connection; they never import sqlite3 themselves."""

MEMORY = Path(":memory:")

GoOn = Callable[[], bool]
"""Asked in the middle of long work whether it is still wanted."""
STEP_PAGES = 256
"""Pages copied between two questions whether to go on: a megabyte, some milliseconds."""
STEPS_TO_DISK = 8
"""After so many of these steps what was copied is brought to the disk: whoever stores a reply waits for it as well,
and for a whole file at once that is a tenth of a second and more."""
STEP_INSTRUCTIONS = 100_000
"""SQLite's own steps between two such questions while a copy is checked."""
READ_ONCE_KIB = 2000
"""Memory for pages while the whole file is read: each is wanted but once, and a thread keeps what it took."""

_PRAGMAS = """
PRAGMA foreign_keys = ON;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA busy_timeout = 5000;
PRAGMA cache_size = -32000;
PRAGMA temp_store = MEMORY;
"""

_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"

_FOREIGN = "SELECT 1 FROM sqlite_master WHERE tbl_name NOT IN ('_sqlite_migrations', 'sqlite_sequence') LIMIT 1"
"""Anything but the list of steps, which comes first: a start that was cut off right behind it left nothing else."""

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

_SYSTEM_CODES = {
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
}


_DAMAGE = (
    "could not decode to utf-8",
    "unsupported file format",
    "invalid fts5 file format",
    "unknown function",
)
"""What SQLite and Python say, without a code of its own, of bytes that were changed by something else than SQLite."""


def environment_reason(error: sqlite3.Error) -> str | None:
    """The reason code when the failure is the machine's (busy, full, damaged …), None when it is our bug."""
    if isinstance(error, DamagedValueError) or any(words in str(error).lower() for words in _DAMAGE):
        return "damaged"
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _ENVIRONMENT_CODES.get(code & 0xFF)


def file_errors(path: Path) -> AbstractContextManager[None]:
    """Sort what SQLite finds wrong with an open file into ``DatabaseUnavailableError``; all else passes through."""
    return _sorting(lambda: str(path))


@contextmanager
def _sorting(path: Callable[[], str]) -> Generator[None]:
    try:
        yield
    except sqlite3.Error as error:
        reason = environment_reason(error)
        if reason is None:
            raise
        raise DatabaseUnavailableError(path=path(), reason=reason) from error


@contextmanager
def environment_errors(path: Path) -> Generator[None]:
    """Turn SQLite's and the file system's errors into ``DatabaseUnavailableError``; bugs pass through."""
    try:
        with file_errors(path):
            yield
    except UnicodeDecodeError as error:  # SQLite quotes a damaged schema in its message, bytes that are no text
        raise DatabaseUnavailableError(path=str(path), reason="damaged") from error
    except BrokenPipeError:  # whoever reads our output went away: nothing is wrong with the file
        raise
    except OSError as error:
        reason = _SYSTEM_CODES.get(error.errno or 0, "cannot_open")
        raise DatabaseUnavailableError(path=str(path), reason=reason) from error


def open_database(path: Path, *, now: datetime, turns: WriteTurns | None = None) -> sqlite3.Connection:
    """Open (or make) the file, bring it up to date, and return a connection in autocommit mode.

    ``turns`` are those of the program's other desk on this file, where it has one.
    Raises ``DatabaseTooNewError`` for a file of a later version and ``DatabaseUnavailableError`` when the file can't
    be opened. An older file is first copied beside itself (``….before-m0002-20261122-0930.db``).
    """
    with environment_errors(path):
        if path != MEMORY:
            if is_on_network(path):
                raise DatabaseUnavailableError(path=str(path), reason="network_drive")
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        left_open = remains_beside(path)
        connection = _connect(path)
        try:
            # Asked before the pragmas, which would already change a file that is not ours to touch.
            applied = steps_of_ours(connection, path)
            connection.executescript(_PRAGMAS)
            _bring_up_to_date(connection, path, now, applied)
        except BaseException:
            if left_open:
                close_untouched(connection, path)
            connection.close()
            raise
    connection.turns = turns or WriteTurns()
    return connection


def remains_beside(path: Path) -> bool:
    """True when a -wal with something in it lies beside a file: it is open, or was when its program died."""
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def close_untouched(connection: sqlite3.Connection, path: Path) -> None:
    """Close a connection to a file that is damaged or not ours, without another byte being written into it.

    Who is the last to leave a file moves what is in its -wal into it: a reader who may not write is made the last.
    """
    with suppress(sqlite3.Error):
        witness = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            with suppress(sqlite3.Error):
                witness.execute("SELECT 1 FROM sqlite_master").fetchone()
            connection.close()
        finally:
            witness.close()
    connection.close()


def turns_of(connection: sqlite3.Connection) -> WriteTurns | None:
    """The turns a connection takes, to be shared by a second one on its file."""
    return connection.turns if isinstance(connection, DeskConnection) else None


def give_way_before_statements(connection: sqlite3.Connection, give_way: GiveWay) -> None:
    """Have each statement of a connection that works in the background wait for others first."""
    if isinstance(connection, DeskConnection):
        connection.give_way = give_way


def _connect(path: Path) -> DeskConnection:
    """A connection in autocommit mode, usable from another thread that takes turns; a new file is its owner's only."""
    if path != MEMORY and not path.exists():
        _make_private(path)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=DeskConnection)
    connection.row_factory = sqlite3.Row
    return connection


def _make_private(path: Path) -> None:
    # Customers' words: readable by their owner only, from the first byte.
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


@contextmanager
def write(connection: sqlite3.Connection) -> Generator[None]:
    """One immediate transaction: everything in the block is committed, or nothing is.

    Raises ``DatabaseUnavailableError`` when the file is held by another program, or the disk fails or is full.
    """
    with writing(connection), environment_errors_of(connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise


@contextmanager
def without_waiting_for_the_disk(connection: sqlite3.Connection) -> Generator[None]:
    """Commits in the block don't wait until they lie on the disk, for long work that can be repeated.

    After a power failure the last of them may be missing, always a whole tail: the file stays sound. Any later commit
    outside, this connection's or another's, brings them to the disk with itself.
    """
    connection.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def what_if(connection: sqlite3.Connection) -> Generator[None]:
    """A transaction that is always rolled back: for questions that need a change to be answered."""
    with writing(connection), environment_errors_of(connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            _roll_back(connection)


def environment_errors_of(connection: sqlite3.Connection) -> AbstractContextManager[None]:
    """``file_errors`` for the file behind a connection."""
    return _sorting(partial(_path_of, connection))


def _roll_back(connection: sqlite3.Connection) -> None:
    # SQLite has already rolled back after some failures (a full disk): asking again would hide the first error.
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _path_of(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def applied_steps(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the migrations the file has had, in order; empty for a new file."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    return tuple(row[0] for row in connection.execute(_APPLIED, (SET_NAME,))) if known else ()


def backup_into(connection: sqlite3.Connection, target: Path, go_on: GoOn | None = None) -> bool:
    """Copy the whole database into ``target`` (replaced only when the copy is complete and sound).

    The copy is of one moment, however much is written meanwhile, and a file by itself (no -wal beside it). ``go_on``
    is asked every few hundred pages; where it says no, the copy is given up and False returned. Raises
    ``DatabaseUnavailableError``. Without a copy ``target`` is as it was, and nothing is left beside it.
    """
    partial = partial_of(target)
    with environment_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            discard_copy(partial)
            _make_private(partial)
            verdict = _copy_into(connection, partial, go_on)
            if verdict is None:
                return False
            if verdict != "ok":
                raise DatabaseUnavailableError(path=str(target), reason="damaged")
            partial.replace(target)
            keep_names(target.parent)
        finally:
            discard_copy(partial)
    return True


def keep_names(folder: Path) -> None:
    """Wait until the folder's list of names lies on the disk: after a power failure a new name is the new file's.

    Windows writes its list in order, and lets nobody ask. Raises ``OSError``.
    """
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:  # a network's folder may know no such thing; its server answers for it
            if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
                raise
        finally:
            os.close(handle)


def partial_of(target: Path) -> Path:
    """Where a copy lies until it is complete."""
    return target.with_name(target.name + ".partial")


def discard_copy(copy: Path) -> None:
    """Remove a copy that was given up, with what SQLite leaves beside it where the disk is full; raises ``OSError``."""
    for side in ("", "-journal", "-wal", "-shm"):
        copy.with_name(copy.name + side).unlink(missing_ok=True)


class _GivenUpError(Exception):
    """A copy is not wanted any more."""


def _copy_into(connection: sqlite3.Connection, partial: Path, go_on: GoOn | None) -> str | None:
    """What SQLite says of the finished copy; None where it was given up."""
    steps = count(1)

    with partial.open("rb+") as file:

        def progress(_status: int, _remaining: int, _total: int) -> None:
            if go_on is not None and not go_on():
                raise _GivenUpError
            if next(steps) % STEPS_TO_DISK == 0:
                os.fsync(file.fileno())

        copy = sqlite3.connect(partial, isolation_level=None)
        try:
            with _one_moment(connection), _pages_read_once(connection):
                connection.backup(copy, pages=-1 if go_on is None else STEP_PAGES, progress=progress)
            verdict = quick_verdict(copy, go_on)
            copy.execute("PRAGMA journal_mode = DELETE")
        except _GivenUpError:
            return None
        finally:
            copy.close()
        os.fsync(file.fileno())
    return verdict


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Generator[None]:
    """Everything in the block is read as of now: a copy in steps would begin anew after each write of another."""
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        yield
    finally:
        _roll_back(connection)


@contextmanager
def _pages_read_once(connection: sqlite3.Connection) -> Generator[None]:
    """Few pages are remembered in the block."""
    (usual,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = {-READ_ONCE_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {usual}")


def quick_verdict(connection: sqlite3.Connection, go_on: GoOn | None = None) -> str | None:
    """Return ok, or the first thing SQLite finds wrong with the pages; None where ``go_on`` stopped it."""
    if go_on is not None:
        connection.set_progress_handler(lambda: not go_on(), STEP_INSTRUCTIONS)
    try:
        with _pages_read_once(connection):
            return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            return None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def stored_setting(path: Path, key: str) -> str | None:
    """The JSON text of one setting in a file that stays untouched; None where it holds no such thing.

    Raises ``DatabaseUnavailableError`` when it is no database.
    """
    with environment_errors(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'setting'").fetchone()
            found = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone() if known else None
        finally:
            connection.close()
    return None if found is None else str(found[0])


def steps_of_ours(connection: sqlite3.Connection, path: Path) -> tuple[str, ...]:
    """The applied steps of a file that is ours and not of a later version; empty for a new one."""
    applied = applied_steps(connection)
    if not applied and connection.execute(_FOREIGN).fetchone():
        # Another program's database: it is not ours to add tables to.
        raise DatabaseUnavailableError(path=str(path), reason="not_a_database")
    unknown = set(applied).difference(name for name, _ in HISTORY)
    if unknown:
        raise DatabaseTooNewError(path=str(path), steps=", ".join(sorted(unknown)))
    return applied


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, now: datetime, applied: tuple[str, ...]) -> None:
    pending = [name for name, _ in HISTORY if name not in applied]
    if not pending:
        return
    if applied and path != MEMORY:
        backup_into(connection, path.with_name(f"{path.stem}.before-{pending[0]}-{now:%Y%m%d-%H%M%S}{path.suffix}"))
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
