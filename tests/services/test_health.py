"""The health check sees what is wrong, and backups are whole."""

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
