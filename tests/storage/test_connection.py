"""Opening the file: later, older, foreign and held files; private, strict, whole writes, verified backups."""

import hashlib
import os
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from weibo_operator.domain.errors import DatabaseTooNewError, DatabaseUnavailableError
from weibo_operator.storage import connection as opening
from weibo_operator.storage.connection import MEMORY, applied_steps, backup_into, open_database, what_if, write
from weibo_operator.storage.migrations import HISTORY, SET_NAME

NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"

posix = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def stored_then_interrupted(connection: sqlite3.Connection) -> None:
    with write(connection):
        connection.execute("INSERT INTO setting VALUES ('a', '1')")
        raise KeyboardInterrupt


def refused_at_the_commit(connection: sqlite3.Connection) -> None:
    with write(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("INSERT INTO wording (template_id, text) VALUES (77, 'x')")


def make_older(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file as the program's first version left it, with one customer in it."""
    with monkeypatch.context() as patch:
        patch.setattr(opening, "HISTORY", HISTORY[:1])
        connection = open_database(path, now=NOW)
    connection.execute("INSERT INTO customer (platform, uid, nickname, first_seen_at) VALUES ('weibo', '1', '老客', 0)")
    connection.close()


def test_a_later_version_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "desk.db"
    connection = open_database(path, now=NOW)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, 'm9999_tomorrow', '2030')",
        (SET_NAME,),
    )
    connection.close()
    before = digest(path)
    with pytest.raises(DatabaseTooNewError) as refused:
        open_database(path, now=NOW)
    assert refused.value.data["steps"] == "m9999_tomorrow"
    assert digest(path) == before
    assert [found.name for found in tmp_path.iterdir()] == ["desk.db"]


def test_an_older_file_is_backed_up_and_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "desk.db"
    make_older(path, monkeypatch)
    connection = open_database(path, now=NOW)
    try:
        assert applied_steps(connection) == tuple(name for name, _ in HISTORY)
        assert connection.execute("SELECT nickname FROM customer").fetchall()[0][0] == "老客"
    finally:
        connection.close()
    backup = tmp_path / "desk.before-m0002_rotation-20261119-061000.db"
    kept = sqlite3.connect(backup)
    try:
        assert applied_steps(kept) == ("m0001_desk",)
        assert kept.execute("SELECT nickname FROM customer").fetchall() == [("老客",)]
    finally:
        kept.close()
    assert sorted(found.name for found in tmp_path.iterdir()) == [backup.name, "desk.db"]


def test_a_migrated_file_has_the_schema_of_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make_older(tmp_path / "old.db", monkeypatch)
    old, new = (open_database(tmp_path / name, now=NOW) for name in ("old.db", "new.db"))
    try:
        assert [tuple(row) for row in old.execute(SCHEMA)] == [tuple(row) for row in new.execute(SCHEMA)]
    finally:
        old.close()
        new.close()


def test_opening_again_makes_no_backup(tmp_path: Path):
    for _ in range(2):
        open_database(tmp_path / "desk.db", now=NOW).close()
    assert [found.name for found in tmp_path.iterdir()] == ["desk.db"]


@posix
def test_the_file_and_its_folder_are_the_owners_only(tmp_path: Path):
    path = tmp_path / "data" / "desk.db"
    connection = open_database(path, now=NOW)
    with write(connection):
        connection.execute("INSERT INTO setting VALUES ('a', '1')")
    try:
        for found in path.parent.iterdir():
            assert stat.S_IMODE(found.stat().st_mode) == 0o600, found
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        backup_into(connection, tmp_path / "copy.db")
        assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    finally:
        connection.close()


@pytest.mark.parametrize("content", [b"name,text\r\n" * 200, b"x" * 4096])
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes):
    path = tmp_path / "notes.csv"
    path.write_bytes(content)
    with pytest.raises(DatabaseUnavailableError) as refused:
        open_database(path, now=NOW)
    assert refused.value.data["reason"] == "not_a_database"
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path):
    path = tmp_path / "places.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmark (url TEXT)")
    other.commit()
    other.close()
    before = digest(path)
    with pytest.raises(DatabaseUnavailableError) as refused:
        open_database(path, now=NOW)
    assert refused.value.data["reason"] == "not_a_database"
    assert digest(path) == before


def test_a_first_start_that_was_cut_off_behind_its_first_step_is_gone_on_with(tmp_path: Path):
    path = tmp_path / "desk.db"
    with closing(sqlite3.connect(path)) as cut_off:
        Migrations("weibo_operator").ensure_migrations_table(Database(cut_off))
    with closing(open_database(path, now=NOW)) as connection:
        assert applied_steps(connection) == tuple(name for name, _ in HISTORY)
    assert [each.name for each in tmp_path.glob("*before*")] == []


def test_a_folder_in_the_files_place_is_told(tmp_path: Path):
    (tmp_path / "desk.db").mkdir()
    with pytest.raises(DatabaseUnavailableError) as refused:
        open_database(tmp_path / "desk.db", now=NOW)
    assert refused.value.data["reason"] == "cannot_open"


def test_a_file_in_the_folders_place_is_told(tmp_path: Path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(DatabaseUnavailableError):
        open_database(tmp_path / "data" / "desk.db", now=NOW)


def test_a_damaged_file_is_told(tmp_path: Path):
    path = tmp_path / "desk.db"
    open_database(path, now=NOW).close()
    content = bytearray(path.read_bytes())
    content[100 : 3 * 4096] = b"\xff" * (3 * 4096 - 100)
    path.write_bytes(content)
    with pytest.raises(DatabaseUnavailableError) as refused:
        open_database(path, now=NOW)
    assert refused.value.data["reason"] in ("damaged", "not_a_database")


def test_a_held_file_is_told_and_the_next_write_works(tmp_path: Path):
    path = tmp_path / "desk.db"
    one, other = open_database(path, now=NOW), open_database(path, now=NOW)
    try:
        other.execute("PRAGMA busy_timeout = 1")
        with write(one):
            one.execute("INSERT INTO setting VALUES ('a', '1')")
            with pytest.raises(DatabaseUnavailableError) as refused, write(other):
                pytest.fail("two writers at once")
        assert refused.value.data == {"path": str(path), "reason": "busy"}
        with write(other):
            other.execute("INSERT INTO setting VALUES ('b', '2')")
        assert one.execute("SELECT COUNT(*) FROM setting").fetchone()[0] == 2
    finally:
        one.close()
        other.close()


def test_a_write_is_whole_or_not_at_all():
    connection = open_database(MEMORY, now=NOW)
    try:
        with pytest.raises(KeyboardInterrupt):
            stored_then_interrupted(connection)
        assert not connection.in_transaction
        assert connection.execute("SELECT COUNT(*) FROM setting").fetchone()[0] == 0
    finally:
        connection.close()


def test_an_error_at_the_commit_leaves_no_open_transaction():
    connection = open_database(MEMORY, now=NOW)
    try:
        with pytest.raises(sqlite3.IntegrityError):
            refused_at_the_commit(connection)
        assert not connection.in_transaction
        with write(connection):
            connection.execute("INSERT INTO setting VALUES ('a', '1')")
    finally:
        connection.close()


def test_what_if_changes_nothing():
    connection = open_database(MEMORY, now=NOW)
    try:
        with what_if(connection):
            connection.execute("INSERT INTO setting VALUES ('a', '1')")
        assert connection.execute("SELECT COUNT(*) FROM setting").fetchone()[0] == 0
    finally:
        connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO customer (platform, uid, nickname, first_seen_at) VALUES ('weibo', '1', 'x', 'yesterday')",
        "INSERT INTO customer (platform, uid, nickname, first_seen_at, followers) VALUES ('weibo', '1', 'x', 0, -1)",
        "INSERT INTO wording (template_id, text) VALUES (77, 'x')",
        "INSERT INTO setting VALUES ('a', 'not json')",
        "INSERT INTO operation (kind, at, data) VALUES ('x', 0, '{')",
        "INSERT INTO import_batch (channel, file, format, started_at, state) VALUES ('f', 'f', 'f', 0, 'sleeping')",
    ],
)
def test_strict_tables_checks_and_references_hold(statement: str):
    connection = open_database(MEMORY, now=NOW)
    try:
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    finally:
        connection.close()


def test_every_table_is_strict():
    connection = open_database(MEMORY, now=NOW)
    try:
        ours = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        loose = {row["name"] for row in ours if not row["strict"]}
        assert {name for name in loose if not name.startswith(("sqlite_", "_sqlite_"))} == set()
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    finally:
        connection.close()


def test_replies_are_on_the_disk_when_the_write_is_over(tmp_path: Path):
    connection = open_database(tmp_path / "desk.db", now=NOW)
    try:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    finally:
        connection.close()


def test_a_backup_holds_everything_and_replaces_the_last_one(tmp_path: Path):
    connection = open_database(tmp_path / "desk.db", now=NOW)
    target = tmp_path / "copies" / "desk-backup.db"
    try:
        for key in ("a", "b"):
            connection.execute("INSERT INTO setting VALUES (?, '1')", (key,))
            backup_into(connection, target)
    finally:
        connection.close()
    copy = open_database(target, now=NOW)
    try:
        assert [row[0] for row in copy.execute("SELECT key FROM setting ORDER BY key")] == ["a", "b"]
    finally:
        copy.close()
    assert [found.name for found in target.parent.iterdir()] == [target.name]


def test_a_large_copy_reaches_the_disk_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Else whoever stores a reply meanwhile waits until the whole of it is written."""
    flushed: list[int] = []
    fsync, partial = os.fsync, opening.partial_of(tmp_path / "copy.db")

    def noted(handle: int) -> None:
        fsync(handle)
        if partial.exists() and os.fstat(handle).st_ino == partial.stat().st_ino:
            flushed.append(partial.stat().st_size)

    with closing(open_database(tmp_path / "desk.db", now=NOW)) as connection:
        connection.execute("CREATE TABLE ballast (bytes BLOB)")
        connection.executemany("INSERT INTO ballast VALUES (zeroblob(?))", [(1 << 20,)] * 20)
        monkeypatch.setattr(os, "fsync", noted)
        assert backup_into(connection, tmp_path / "copy.db", lambda: True)
    sizes = [0, *flushed]
    assert len(flushed) >= 3
    # SQLite keeps some of what it copied in memory: a part is what it wrote since, and not much more than asked.
    assert max(later - before for before, later in zip(sizes, flushed, strict=False)) <= 12 << 20


def test_a_backup_that_can_not_be_written_leaves_the_last_one(tmp_path: Path):
    connection = open_database(tmp_path / "desk.db", now=NOW)
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").write_text("x")
    try:
        with pytest.raises(DatabaseUnavailableError):
            backup_into(connection, tmp_path / "taken")
        with pytest.raises(DatabaseUnavailableError):
            backup_into(connection, tmp_path / "taken" / "inside" / "copy.db")
    finally:
        connection.close()
    assert (tmp_path / "taken" / "inside").read_text() == "x"
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path):
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(DatabaseUnavailableError) as refused:
        open_database(tmp_path / "locked" / "desk.db", now=NOW)
    assert refused.value.data["reason"] == "no_permission"


def test_a_stored_setting_is_read_without_touching_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "desk.db"
    make_older(path, monkeypatch)
    before = digest(path)
    assert opening.stored_setting(path, "practice") is None
    assert digest(path) == before
    empty = tmp_path / "empty.db"
    empty.touch()
    assert opening.stored_setting(empty, "practice") is None
    assert empty.stat().st_size == 0
