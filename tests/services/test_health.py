"""The health check sees what is wrong, and backups are whole."""

import os
import shutil

import pytest

from weibo_operator.bootstrap import build
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.services.health import Check


def verdicts(operator):
    return {check.name: check.ok for check in operator.health.examine()}


def test_a_sound_file_is_sound(operator, customers):
    operator.intake.capture(customers.message("在吗"))
    assert verdicts(operator) == dict.fromkeys(("integrity", "references", "schema", "search_index"), True)


def test_a_message_missing_from_the_index_is_seen(operator, customers):
    operator.intake.capture(customers.message("在吗"))
    operator.desk.connection.execute(
        "INSERT INTO message_text (message_text, rowid, characters) VALUES ('delete', 1, '在 吗')"
    )
    assert verdicts(operator)["search_index"] is False


def test_a_customer_missing_from_the_index_is_seen(operator, customers):
    operator.intake.capture(customers.message("在吗"))
    operator.desk.connection.execute("DROP TRIGGER customer_gone")
    operator.desk.connection.execute("PRAGMA foreign_keys = OFF")
    operator.desk.connection.execute("DELETE FROM customer")
    assert verdicts(operator)["search_index"] is False


def test_a_broken_reference_is_seen(operator, customers):
    operator.intake.capture(customers.message("在吗"))
    connection = operator.desk.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM customer")
    assert verdicts(operator)["references"] is False


def test_outside_checks_come_last(tmp_path, language):
    outside = (lambda: Check("fonts", ok=False, detail="none"),)
    operator = build(tmp_path / "desk.db", language=language, outside_checks=outside)
    try:
        assert operator.health.examine()[-1] == Check("fonts", ok=False, detail="none")
    finally:
        operator.close()


def test_a_backup_is_a_desk(operator, customers, tmp_path, language):
    ticket = operator.intake.capture(customers.message("在吗")).value
    target = operator.health.backup(tmp_path / "copies" / "desk.db")
    copy = build(target, language=language)
    try:
        assert copy.inbox.view(ticket).messages == operator.inbox.view(ticket).messages
        assert all(verdicts(copy).values())
    finally:
        copy.close()


def test_a_backup_onto_the_open_file_is_refused(operator, customers, tmp_path):
    operator.intake.capture(customers.message("在吗"))
    with pytest.raises(InvalidInputError) as refused:
        operator.health.backup(tmp_path / "." / "desk.db")
    assert refused.value.data["reason"] == "same_file"
    assert all(verdicts(operator).values())


def test_an_earlier_backup_is_written_over(operator, customers, tmp_path, language):
    target = tmp_path / "usb" / "copy.db"
    operator.health.backup(target)
    operator.intake.capture(customers.message("在吗"))
    operator.health.backup(target)
    operator.intake.capture(customers.message("还在吗", uid="2"))
    operator.health.backup(target)
    copy = build(target, language=language)
    try:
        assert copy.desk.connection.execute("SELECT COUNT(*) FROM ticket").fetchone()[0] == 2
    finally:
        copy.close()


def write_diary(operator, customers, language, target):
    target.write_text("今天很忙")


def write_nothing(operator, customers, language, target):
    target.touch()


def begin_another_desk(operator, customers, language, target):
    build(target, language=language).close()


def copy_another_desk(operator, customers, language, target):
    other = build(target.with_name("other.db"), language=language)
    other.health.backup(target)
    other.close()


def work_in_a_copy(operator, customers, language, target):
    operator.health.backup(target)
    copy = build(target, language=language)
    copy.intake.capture(customers.message("在吗"))
    copy.close()


def copy_what_was_worked_on(operator, customers, language, target):
    work_in_a_copy(operator, customers, language, target.with_name("elsewhere.db"))
    copy = build(target.with_name("elsewhere.db"), language=language)
    copy.health.backup(target)
    copy.close()


def damage_a_copy(operator, customers, language, target):
    operator.health.backup(target)
    with target.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(4096 * 4))


def leave_a_wal(operator, customers, language, target):
    target.with_name(target.name + "-wal").write_bytes(b"not yet moved into its file")


def make_a_folder(operator, customers, language, target):
    target.mkdir()


@pytest.mark.parametrize(
    "make",
    [
        write_diary,
        write_nothing,
        begin_another_desk,
        copy_another_desk,
        work_in_a_copy,
        copy_what_was_worked_on,
        damage_a_copy,
        leave_a_wal,
        make_a_folder,
    ],
)
def test_nothing_else_is_written_over(operator, customers, tmp_path, language, make):
    target = tmp_path / "usb" / "copy.db"
    target.parent.mkdir()
    make(operator, customers, language, target)
    before = {path.name: path.read_bytes() for path in target.parent.iterdir() if path.is_file()}
    with pytest.raises(InvalidInputError) as refused:
        operator.health.backup(target)
    assert refused.value.data["reason"] == "not_a_copy"
    assert {path.name: path.read_bytes() for path in target.parent.iterdir() if path.is_file()} == before


def test_another_name_of_the_open_file_is_the_open_file(operator, tmp_path):
    os.link(tmp_path / "desk.db", tmp_path / "also.db")
    with pytest.raises(InvalidInputError) as refused:
        operator.health.backup(tmp_path / "also.db")
    assert refused.value.data["reason"] == "same_file"


def test_a_backup_that_was_moved_is_written_over(operator, tmp_path):
    target = operator.health.backup(tmp_path / "copy.db")
    shutil.copy(target, tmp_path / "moved.db")
    operator.health.backup(tmp_path / "moved.db")
