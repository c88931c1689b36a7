"""What the check kept from leaving is counted for the week: only what was followed or stopped, once the reply left."""

import pytest

from tests.ui.session_fixture import Capture, write
from ui.reply.session import ReplySession
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.labels import Audience

KEYS = ("typos_caught", "privacy_stopped", "tones_mended", "doubles_prevented")
TYPO = "非常报歉，这就帮您查。"
RIGHT = "非常抱歉，这就帮您查。"


@pytest.fixture
def counted(operator: Operator):
    def count() -> tuple[float | None, ...]:
        summary = operator.weekly.summary(operator.weekly.current())
        return tuple(summary.figure(key).value for key in KEYS)

    return count


def send(session: ReplySession) -> None:
    session.send("stay")
    if session.is_confirming:
        session.composer.confirm.sent.emit()


def test_a_typo_that_stopped_the_reply_and_was_mended(session: ReplySession, capture: Capture, counted):
    session.show_ticket(capture())
    write(session, TYPO)
    send(session)
    assert counted() == (0, 0, 0, 0)
    session.composer.editor.setPlainText(RIGHT)
    send(session)
    assert counted() == (1, 0, 0, 0)


def test_a_typo_that_was_sent_all_the_same_was_not_caught(session: ReplySession, capture: Capture, counted, operator):
    session.show_ticket(capture())
    write(session, TYPO)
    send(session)
    send(session)
    assert counted() == (0, 0, 0, 0)
    assert operator.weekly.summary(operator.weekly.current()).figure("sent_with_typos").value == 1


def test_a_typo_put_right_before_sending(session: ReplySession, capture: Capture, counted):
    session.show_ticket(capture())
    write(session, TYPO)
    session._controller.put_right()
    send(session)
    assert counted() == (1, 0, 0, 0)


def test_what_only_flickered_while_typing_is_nothing(session: ReplySession, capture: Capture, counted):
    session.show_ticket(capture())
    write(session, TYPO)
    session._controller.proofing.check_now()
    session.composer.editor.setPlainText(RIGHT)
    send(session)
    assert counted() == (0, 0, 0, 0)


def test_a_number_kept_out_of_public(session: ReplySession, capture: Capture, counted):
    session.show_ticket(capture("请问几点开门"))
    session._controller.choose_audience(Audience.PUBLIC)
    write(session, "您的电话是 13800138000 吗？")
    send(session)
    assert not session.is_confirming
    session._controller.make_private()
    send(session)
    assert counted() == (0, 1, 0, 0)


def test_sending_pressed_again_before_the_outcome_is_counted_once(session: ReplySession, capture: Capture, counted):
    session.show_ticket(capture())
    write(session, RIGHT)
    for _ in range(3):
        session.send("stay")
    assert counted() == (0, 0, 0, 1)
