"""Restoring: checked first, the present file kept, nothing half, undone by restoring what was kept."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from weibo_operator.bootstrap import Operator, build
from weibo_operator.domain.errors import DatabaseTooNewError, DatabaseUnavailableError, InvalidInputError
from weibo_operator.domain.labels import State
from weibo_operator.domain.settings import PRACTICE, WATCHED_FOLDER
from weibo_operator.services.restoring import (
    check_there,
    file_errors,
    newest_good,
    put_back,
    reason_of,
    restore,
    start_anew,
)
from weibo_operator.storage import connection as opening
from weibo_operator.storage.connection import open_database
from weibo_operator.storage.migrations import HISTORY, SET_NAME


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def backup(operator, customers, clock) -> Path:
    """A backup with one ticket; afterwards a second one came, and the program ended."""
    operator.intake.capture(customers.message("在吗"))
    made = operator.backups.make()
    operator.intake.capture(customers.message("发票呢", uid="2"))
    operator.close()
    clock.advance(hours=1)
    return made.path


def tickets(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return connection.execute("SELECT COUNT(*) FROM ticket").fetchone()[0]
    finally:
        connection.close()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.is_file())


def test_there_and_back(path, backup, clock, language):
    aside = restore(path, backup, clock.now())
    assert names(path.parent) == ["desk.before-restore-20261119-151000.db", "desk.db"]
    assert (tickets(path), tickets(aside), tickets(backup)) == (1, 2, 1)
    desk = build(path, clock=clock, language=language)
    desk.close()
    clock.advance(minutes=1)
    restore(path, aside, clock.now())
    assert (tickets(path), tickets(aside)) == (2, 2)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder can't be synced")
def test_the_old_files_log_is_away_for_good_before_the_copy_comes(path, backup, clock, monkeypatch):
    """A power failure may undo what happened in a folder since it was last synced."""
    path.with_name("desk.db-wal").write_bytes(b"what was left")
    old, seen, sync = path.read_bytes(), [], os.fsync

    def noting(handle: int) -> None:
        sync(handle)
        seen.append((path.with_name("desk.db-wal").exists(), path.read_bytes() == old))

    monkeypatch.setattr(os, "fsync", noting)
    restore(path, backup, clock.now())
    assert seen[-2:] == [(False, True), (False, False)]


def test_two_restores_in_a_second_keep_both(path, backup, clock):
    first, second = restore(path, backup, clock.now()), restore(path, backup, clock.now())
    assert first != second
    assert (tickets(first), tickets(second)) == (2, 1)


@pytest.mark.parametrize("content", [b"", b"name,text\r\n" * 500, os.urandom(20_000)], ids=["empty", "csv", "noise"])
def test_what_is_no_backup_is_refused_and_changes_nothing(path, backup, clock, content):
    stranger = path.parent / "stranger.db"
    stranger.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(DatabaseUnavailableError) as refused:
        restore(path, stranger, clock.now())
    assert refused.value.data == {"path": str(stranger), "reason": "not_a_database"}
    assert path.read_bytes() == before
    assert names(path.parent) == ["desk.db", "stranger.db"]


def test_a_damaged_backup_is_refused_and_changes_nothing(path, backup, clock):
    content = bytearray(backup.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 20_000] = os.urandom(20_000)
    backup.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(DatabaseUnavailableError) as refused:
        restore(path, backup, clock.now())
    assert refused.value.data == {"path": str(backup), "reason": "damaged_copy"}
    assert path.read_bytes() == before
    assert names(path.parent) == ["desk.db"]


def test_the_open_file_practice_and_a_later_version_are_refused(path, backup, clock, language):
    with pytest.raises(InvalidInputError) as refused:
        restore(path, path.parent / "backups" / ".." / "desk.db", clock.now())
    assert refused.value.data["reason"] == "same_file"
    desk = build(backup, clock=clock, language=language)
    desk.shop.change(PRACTICE, True)
    desk.close()
    with pytest.raises(InvalidInputError) as refused:
        restore(path, backup, clock.now())
    assert refused.value.data["reason"] == "practice_backup"
    later = sqlite3.connect(backup)
    later.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, 'm9999', '')", (SET_NAME,)
    )
    later.commit()
    later.close()
    with pytest.raises(DatabaseTooNewError):
        restore(path, backup, clock.now())
    assert tickets(path) == 2
    assert names(path.parent) == ["desk.db"]


def test_an_older_backup_is_brought_up_to_date(path, backup, clock, language, monkeypatch):
    old = path.parent / "old.db"
    with monkeypatch.context() as patch:
        patch.setattr(opening, "HISTORY", HISTORY[:3])
        open_database(old, now=clock.now()).close()
    restore(path, old, clock.now())
    desk = build(path, clock=clock, language=language)
    try:
        assert all(check.ok for check in desk.health.examine())
    finally:
        desk.close()


def test_a_copy_that_was_made_while_the_desk_was_open_keeps_its_last_writes(path, backup, clock, open_desk, customers):
    desk = open_desk()
    desk.intake.capture(customers.message("还没进主文件", uid="3"))
    elsewhere = path.parent / "usb"
    elsewhere.mkdir()
    for side in ("", "-wal"):
        shutil.copyfile(f"{path}{side}", elsewhere / f"desk.db{side}")
    desk.close()
    restore(path, elsewhere / "desk.db", clock.now())
    assert tickets(path) == 3


def test_a_backup_of_another_machine(path, backup, clock, language):
    """Another user's paths, in another system's style, harm nothing; the watched folder is simply not there."""
    desk = build(backup, clock=clock, language=language)
    desk.shop.change(WATCHED_FOLDER, r"C:\Users\小王\Downloads\导出")
    desk.close()
    moved = path.parent / "小王 的 备份%20#1.db"
    backup.rename(moved)
    restore(path, moved, clock.now())
    desk = build(path, clock=clock, language=language)
    try:
        assert desk.watched.find() == ()
        assert all(check.ok for check in desk.health.examine())
    finally:
        desk.close()


def test_a_copy_that_did_not_open_is_put_back_byte_by_byte(path, backup, clock):
    path.write_bytes(b"damaged" * 1000)
    path.with_name("desk.db-wal").write_bytes(b"what was left")
    aside = restore(path, backup, clock.now())
    assert aside.read_bytes() == b"damaged" * 1000
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"what was left"
    assert not path.with_name("desk.db-wal").exists(), "a -wal must never meet another file"
    put_back(path, aside, clock.advance(seconds=1))
    assert path.read_bytes() == b"damaged" * 1000
    assert path.with_name("desk.db-wal").read_bytes() == b"what was left"
    assert not aside.exists()


def test_a_file_that_went_away_is_not_begun_anew_in_silence(path, backup, clock):
    check_there(path)
    path.unlink()
    with pytest.raises(DatabaseUnavailableError) as refused:
        check_there(path)
    assert refused.value.data["reason"] == "missing"
    path.touch()
    with pytest.raises(DatabaseUnavailableError) as refused:
        check_there(path)
    assert refused.value.data["reason"] == "emptied"
    shutil.rmtree(backup.parent)
    check_there(path)  # a file that was just begun
    path.with_name("desk.db-wal").write_bytes(b"the last writes")
    with pytest.raises(DatabaseUnavailableError):
        check_there(path)
    start_anew(path, clock.now())
    check_there(path)
    (kept,) = path.parent.glob("*-wal")
    assert kept.read_bytes() == b"the last writes"


def test_the_newest_that_opens_is_offered(path, backup, clock, operator):
    worse = backup.with_name("desk-20261120-080000.db")
    worse.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    found = newest_good(path)
    assert found is not None
    assert found.path == backup
    assert newest_good(path, but=frozenset({backup})) is None


def test_reasons(path):
    path.write_bytes(b"x" * 5000)
    with pytest.raises(sqlite3.DatabaseError) as raw:
        sqlite3.connect(path).execute("SELECT 1 FROM sqlite_master")
    assert reason_of(raw.value) == "not_a_database"
    assert reason_of(DatabaseUnavailableError(path="x", reason="damaged")) == "damaged"
    assert reason_of(KeyError("x")) is None
    assert reason_of(sqlite3.OperationalError("no such table")) is None


def look_at(operator: Operator, path: Path) -> None:
    """The templates, and the first ticket."""
    with file_errors(path):
        operator.templates.all()
        operator.inbox.view(operator.inbox.pane(State.NEW)[0])


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE template SET title = CAST(x'E5FF41' AS TEXT)",  # no UTF-8
        "UPDATE ticket SET opened_at = 9000000000000000000",  # no time
    ],
)
def test_bytes_that_the_program_never_wrote_are_damage(path, backup, clock, language, harm):
    """SQLite's own check passes them: its pages are in order."""
    raw = sqlite3.connect(path)
    raw.execute(harm)
    raw.commit()
    raw.close()
    operator = build(path, clock=clock, language=language)
    with pytest.raises(DatabaseUnavailableError) as told:
        look_at(operator, path)
    operator.close_untouched()
    assert told.value.data == {"path": str(path), "reason": "damaged"}


def test_a_file_of_another_format_is_damage(path, backup, clock):
    content = bytearray(backup.read_bytes())
    content[47] = 0x80  # the schema's format number in the header
    backup.write_bytes(content)
    with pytest.raises(DatabaseUnavailableError) as refused:
        restore(path, backup, clock.now())
    assert refused.value.data == {"path": str(backup), "reason": "damaged_copy"}
