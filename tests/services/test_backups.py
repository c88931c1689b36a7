"""Automatic backups: when, where, whose, which stay; what fails harms nothing."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta

import pytest

from weibo_operator.bootstrap import build
from weibo_operator.domain.errors import DatabaseUnavailableError
from weibo_operator.domain.settings import BACKUPS, PRACTICE
from weibo_operator.services import backups as service
from weibo_operator.services.backups import Origin, look_into, restorable
from weibo_operator.storage.backups import Look


@pytest.fixture
def asked(operator, customers):
    """A desk with one customer."""
    operator.intake.capture(customers.message("在吗"))
    return operator


def test_a_backup_a_day_and_never_of_nothing(operator, customers, clock):
    assert not operator.backups.is_due()
    operator.intake.capture(customers.message("在吗"))
    assert operator.backups.is_due()
    made = operator.backups.make()
    assert made == operator.backups.newest()
    assert (made.path.name, made.made_at) == ("desk-20261119-141000.db", clock.now())
    assert not operator.backups.is_due()
    clock.advance(hours=9, minutes=49)
    assert not operator.backups.is_due()
    clock.advance(minutes=1)  # midnight in Beijing
    assert operator.backups.is_due()


def test_a_clock_set_back_makes_one_and_loses_none(asked, clock):
    first = asked.backups.make()
    clock.advance(days=-400)
    assert asked.backups.is_due()
    second = asked.backups.make()
    assert first.path.exists()
    assert second.path.exists()
    assert asked.backups.newest() == first


def test_switched_off_and_practice_make_none(asked):
    asked.shop.change(BACKUPS, False)
    assert not asked.backups.is_due()
    assert asked.backups.make_on_closing() is None
    asked.shop.change(BACKUPS, True)
    assert asked.backups.is_due()
    asked.shop.change(PRACTICE, True)
    assert not asked.backups.is_due()
    assert asked.backups.make_on_closing() is None
    assert not asked.backups.folder.exists()


def test_a_backup_is_one_whole_private_file(asked):
    made = asked.backups.make()
    assert [each.name for each in asked.backups.folder.iterdir()] == [made.path.name]
    if os.name == "posix":
        assert stat.S_IMODE(asked.backups.folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    before = made.path.read_bytes()
    assert look_into(made.path) == Look(tickets=1, practice=False)
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert made.path.read_bytes() == before
    assert [each.name for each in asked.backups.folder.iterdir()] == [made.path.name]


def test_old_ones_go_and_nothing_else(asked, clock):
    stranger = asked.backups.folder / "desk-20200101-000000 (copy).db"
    asked.backups.make()
    stranger.write_text("mine")
    for _ in range(30):
        clock.advance(days=1)
        asked.backups.make()
    left = [each.made_at for each in restorable(asked.desk.path)]
    assert left[:7] == [clock.now() - timedelta(days=back) for back in range(7)]
    # Of December the sixth ends a week, of November the twenty-ninth does, and the thirtieth ends the month.
    assert [f"{each:%m-%d}" for each in left[7:]] == ["12-06", "11-30", "11-29"]
    assert stranger.read_text() == "mine"


def test_what_restores_put_aside_is_thinned_after_a_week(asked, tmp_path, clock):
    def put_aside(day: str, times: tuple[str, ...]) -> None:
        for moment in times:
            (tmp_path / f"desk.before-restore-{day}-{moment}.db").write_bytes(b"x")
            (tmp_path / f"desk.before-restore-{day}-{moment}.db-wal").write_bytes(b"y")

    put_aside("20261101", ("080000", "090000"))
    put_aside("20261116", ("080000", "090000"))
    stranger = tmp_path / "other.before-restore-20261101-080000.db"
    stranger.write_bytes(b"mine")
    asked.backups.make()
    left = sorted(each.name for each in tmp_path.glob("*.before-restore-*"))
    assert [name.removeprefix("desk.before-restore-").partition(".")[0] for name in left if "desk" in name] == [
        *["20261101-090000"] * 2,
        *["20261116-080000"] * 2,
        *["20261116-090000"] * 2,
    ]
    assert stranger.exists()
    clock.advance(days=400)
    asked.backups.make()
    assert len([*tmp_path.glob("desk.before-restore-*.db")]) == 2, "the newest of a day stays"


def test_what_a_killed_program_left_is_put_away_and_never_listed(asked):
    asked.backups.folder.mkdir()
    half = asked.backups.folder / "desk-20261118-141000.db.partial"
    half.write_bytes(b"half")
    assert asked.backups.newest() is None
    asked.backups.make()
    assert not half.exists()


def test_a_backup_that_is_given_up_leaves_nothing(asked, customers):
    for number in range(300):
        asked.intake.capture(customers.message(f"第 {number} 次问" + "，还没到" * 300, uid=str(number)))
    answers = iter([True, False])
    assert asked.backups.make(lambda: next(answers)) is None
    assert list(asked.backups.folder.iterdir()) == []


def test_writing_goes_on_while_a_copy_is_made_and_the_copy_is_of_one_moment(asked, customers, open_desk):
    for number in range(300):
        asked.intake.capture(customers.message(f"第 {number} 次问" + "，还没到" * 300, uid=str(number)))
    other = open_desk()
    steps = []

    def go_on() -> bool:
        other.intake.capture(customers.message("又有人问", uid="9"))
        steps.append(1)
        return True

    made = asked.backups.make(go_on)
    assert len(steps) > 3
    assert look_into(made.path).tickets == 301


def test_closing_makes_one_only_when_something_changed(asked, customers, clock):
    first = asked.backups.make_on_closing()
    assert first is not None
    clock.advance(minutes=5)
    assert asked.backups.make_on_closing() is None
    asked.intake.capture(customers.message("还在吗", uid="2"))
    second = asked.backups.make_on_closing()
    assert second is not None
    assert not first.path.exists(), "of one day the newest stays"


def test_closing_waits_for_no_large_file(asked, monkeypatch):
    monkeypatch.setattr(service, "CLOSING_BYTES", 1000)
    assert asked.backups.make_on_closing() is None


def test_closing_gives_up_after_a_moment(asked, monkeypatch):
    monkeypatch.setattr(service, "CLOSING_SECONDS", -1)
    assert asked.backups.make_on_closing() is None
    assert list(asked.backups.folder.iterdir()) == []


def test_a_file_in_the_folders_place_is_told(asked):
    asked.backups.folder.write_text("in the way")
    with pytest.raises(DatabaseUnavailableError):
        asked.backups.make()
    assert asked.backups.newest() is None
    assert asked.backups.folder.read_text() == "in the way"


def test_too_little_room_is_told_before_a_byte_is_written(asked, monkeypatch):
    monkeypatch.setattr(service, "SPARE_BYTES", 1 << 60)
    with pytest.raises(DatabaseUnavailableError) as refused:
        asked.backups.make()
    assert refused.value.data["reason"] == "disk_full"
    assert list(asked.backups.folder.iterdir()) == []


def test_what_is_not_sound_is_no_backup(asked, customers, tmp_path, language, clock):
    good = asked.backups.make()
    for number in range(200):
        asked.intake.capture(customers.message("还没到货" * 50, uid=str(number)))
    asked.close()
    content = bytearray((tmp_path / "desk.db").read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4 * 4096] = os.urandom(4 * 4096)
    (tmp_path / "desk.db").write_bytes(content)
    clock.advance(days=1)
    damaged = build(tmp_path / "desk.db", clock=clock, language=language)
    try:
        assert damaged.health.damage(lambda: True)
        with pytest.raises(DatabaseUnavailableError) as refused:
            damaged.backups.make()
        assert refused.value.data["reason"] == "damaged"
        assert damaged.backups.newest() == good
    finally:
        damaged.close()


def test_every_copy_is_listed_with_its_reason(asked, tmp_path):
    made = asked.backups.make()
    (tmp_path / "desk.before-restore-20261118-120000.db").write_bytes(made.path.read_bytes())
    (tmp_path / "desk.before-m0002_rotation-20261117-040000.db").write_bytes(made.path.read_bytes())
    (tmp_path / "other-20261117-040000.db").write_text("")
    (tmp_path / "desk.before-restore-20269999-120000.db").write_text("no such day")
    listed = restorable(tmp_path / "desk.db")
    assert [each.origin for each in listed] == [Origin.AUTOMATIC, Origin.BEFORE_RESTORE, Origin.BEFORE_UPGRADE]
    assert [f"{each.made_at:%d %H}" for each in listed] == ["19 06", "18 04", "17 04"]
