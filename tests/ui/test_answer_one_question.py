"""One question of several answered alone, by its key and by a click; the others wait on the ticket (mission C9)."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.conftest import OpenDesk
from tests.ui.session_fixture import Capture, write
from tests.ui.window_fixture import OpenWindow
from ui.reply.session import ReplySession
from ui.support.context import Context
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ticket import WaitsFor

ASKS = "有货吗？多少钱？能开发票吗？"


def ready(session: ReplySession) -> None:
    session._controller.proofing.check_now()


def test_the_key_sends_one_answer_and_the_next_ones_follow(
    context: Context, open_window: OpenWindow, capture: Capture, open_desk: OpenDesk, qtbot: QtBot
) -> None:
    ticket = capture(ASKS)
    window = open_window(context)
    window.show_ticket(ticket)
    session = window.pages.inbox.session
    qtbot.waitUntil(lambda: session._controller.proofing.is_ready, timeout=20_000)
    for question, words in (("多少钱", "99 元一件。"), ("有货吗", "有货的。")):
        write(session, words)
        ready(session)
        assert session.composer.asked.alone == question
        qtbot.keyClick(session.composer.editor, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        assert session.is_confirming
        qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
        assert session.current_ticket == ticket
        assert session.composer.editor.text == ""
    asked = session.composer.asked
    assert asked.lines == (("有货吗", True), ("多少钱", True), ("能开发票吗", False))
    assert "多少钱，已单独答复" in asked.accessibleName()
    assert asked.alone == "", "the last one ends the turn as any reply does"
    again = open_desk()
    assert again.inbox.view(ticket).ticket.waits_for is WaitsFor.US
    assert [part.is_sent for part in again.replies.asked("", ticket)] == [True, True, False]
    write(session, "能开发票。")
    qtbot.keyClick(session.composer.editor, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert not session.is_confirming
    session.send("stay")
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_1)
    assert again.inbox.view(ticket).ticket.waits_for is WaitsFor.CUSTOMER


def test_a_click_at_the_end_of_a_line_answers_that_question(
    session: ReplySession, operator: Operator, capture: Capture, qtbot: QtBot
) -> None:
    ticket = capture(ASKS)
    session.show_ticket(ticket)
    write(session, "能开的。")
    ready(session)
    asked = session.composer.asked
    line = asked.height() // 3
    qtbot.mouseClick(asked, Qt.MouseButton.LeftButton, pos=QPoint(asked.width() - 8, 2 * line + line // 2))
    assert session.is_confirming
    (intent,) = operator.replies.undecided(ticket)
    assert intent.part == "能开发票吗"
    qtbot.keyClick(session.composer.confirm, Qt.Key.Key_2)
    assert session.composer.editor.text == "能开的。"
    assert [part.is_sent for part in operator.replies.asked("", ticket)] == [False, False, False]


def test_a_single_question_needs_no_key_of_its_own(
    session: ReplySession, context: Context, capture: Capture, qtbot: QtBot
) -> None:
    said: list[str] = []
    context.news.notice.connect(said.append)
    session.show_ticket(capture("有货吗？"))
    write(session, "有货的。")
    session.answer_part()
    assert "Ctrl+Enter" in said[0]
    assert not session.is_confirming
