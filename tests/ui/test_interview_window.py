"""问答场 in the real window: begun by keyboard, its askers answered in rotation, ended, undone, its minutes saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.conftest import Customers
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.shell.window import MainWindow
from ui.support import file_dialogs
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.interview import Answered
from weibo_operator.services.wording import clock_words

POST = "4900000000000001"
ASKED = ("会出新颜色吗", "投诉！上次的退款呢", "谢谢王总，太好看了")
CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def asked(context: Context, customers: Customers) -> tuple[TicketId, ...]:
    """Three who ask under the post, one of them only chats; and one who asks elsewhere."""
    tickets: list[TicketId] = []
    for number, text in enumerate((*ASKED, "快递三天没动了")):
        under = POST if number < len(ASKED) else "4900000000000002"
        ticket = context.operator.intake.capture(customers.message(text, uid=str(100 + number), under=under)).value
        assert ticket is not None
        tickets.append(ticket)
    return tuple(tickets[: len(ASKED)])


@pytest.fixture
def window(context: Context, open_window: OpenWindow, asked: tuple[TicketId, ...]) -> MainWindow:
    return open_window(context)


def begin(window: MainWindow, ticket: TicketId) -> None:
    """By the palette from the open ticket, by keyboard alone."""
    window.show_ticket(ticket)
    window.run("interview_begin")
    dialog = window.interviews.dialog
    assert dialog.link.text() == f"https://m.weibo.cn/status/{POST}"
    assert dialog.who.hasFocus()
    dialog.who.insert("王总")
    press(Qt.Key.Key_Tab)
    assert dialog.planned.hasFocus()
    dialog.planned.insert("明天 19:30")
    press(Qt.Key.Key_Return, CONTROL)
    assert dialog.isHidden()


def answer(window: MainWindow) -> None:
    """Write, copy, say that it went out."""
    session = window.pages.inbox.session
    session.composer.editor.setFocus()
    session.composer.editor.insertPlainText(f"您好，这是给您的回答 {session.current_ticket}。")
    press(Qt.Key.Key_Return, CONTROL)
    if not session.is_confirming:  # a stop of the desk check asks once
        press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_1)


def test_from_a_ticket_to_the_questions_by_keyboard(
    context: Context, window: MainWindow, asked: tuple[TicketId, ...]
) -> None:
    begin(window, asked[0])
    opened = window.interviews.sheet.opened
    assert opened is not None
    assert {question.ticket for question in opened.questions} == set(asked)
    planned = clock_words(opened.interview.planned_at, context.operator.desk.now())
    assert "19:30" in planned
    banner = window.interviews.banner
    assert "王总" in banner.accessibleName()
    assert "3 个在等" in banner.accessibleName()
    press(Qt.Key.Key_Return)
    assert window.interviews.sheet.opened is None
    assert window.pages.inbox.session.current_ticket in asked


def test_its_askers_are_served_by_turns_until_none_waits(window: MainWindow, asked: tuple[TicketId, ...]) -> None:
    begin(window, asked[0])
    press(Qt.Key.Key_N)
    served: list[TicketId | None] = []
    for number in range(len(asked)):
        assert window.commands.interview is not None
        assert window.commands.serving is None, "no crowd"
        assert window.interviews.banner.isVisible()
        assert f"已回答 {number} 个" in window.interviews.banner.accessibleName()
        served.append(window.pages.inbox.session.current_ticket)
        answer(window)
    assert sorted(str(ticket) for ticket in served) == sorted(str(ticket) for ticket in asked)
    assert window.commands.interview is None
    assert window.pages.inbox.session.current_ticket not in asked
    assert window.interviews.banner.isVisible(), "the session itself goes on"


def test_a_pause_by_esc_and_on_by_mouse(window: MainWindow, asked: tuple[TicketId, ...]) -> None:
    begin(window, asked[0])
    press(Qt.Key.Key_N)
    window.pages.inbox.session.conversation.setFocus()
    press(Qt.Key.Key_Escape)
    assert window.commands.interview is None
    window.interviews.banner.acted.emit()
    assert window.commands.interview is not None
    window.interviews.banner.second_acted.emit()
    sheet = window.interviews.sheet
    assert sheet.opened is not None
    QTest.mouseClick(sheet.end_button, Qt.MouseButton.LeftButton)
    assert window.commands.interview is None
    assert not window.interviews.banner.isVisible()
    assert not sheet.end_button.isEnabled()


def test_end_and_begin_are_undone(context: Context, window: MainWindow, asked: tuple[TicketId, ...]) -> None:
    begin(window, asked[0])
    press(Qt.Key.Key_N)
    window.run("interview_end")
    assert context.operator.interviews.running() is None
    assert not window.interviews.banner.isVisible()
    window.commands.undo()
    assert window.interviews.banner.isVisible()
    window.run("interview_serve")
    assert window.commands.interview is not None
    window.run("interview")
    window.commands.undo()
    assert window.commands.interview is None
    assert window.interviews.sheet.opened is None
    assert context.operator.interviews.listed() == ()


def test_another_window_goes_on_with_it(
    context: Context, open_window: OpenWindow, window: MainWindow, asked: tuple[TicketId, ...]
) -> None:
    begin(window, asked[0])
    window.close()
    again = open_window(context)
    assert again.interviews.banner.isVisible()
    again.run("interview_serve")
    assert again.pages.inbox.session.current_ticket in asked


def test_what_is_wrong_is_said_in_the_foot(window: MainWindow, context: Context) -> None:
    window.run("interview_begin")
    dialog = window.interviews.dialog
    dialog.link.setText("https://example.org/")
    press(Qt.Key.Key_Return, CONTROL)
    assert "不是微博的链接" in dialog.message
    assert dialog.link.hasFocus()
    dialog.link.setText(f"https://m.weibo.cn/status/{POST}")
    dialog.planned.setText("改天")
    press(Qt.Key.Key_Return, CONTROL)
    assert dialog.planned.hasFocus()
    dialog.planned.clear()
    press(Qt.Key.Key_Return, CONTROL)
    assert dialog.who.hasFocus()
    assert "“谁来回答”还没有填" in dialog.message
    assert context.operator.interviews.listed() == ()


@pytest.mark.parametrize("unmasked", [False, True])
def test_the_minutes_by_the_key_s(
    window: MainWindow,
    asked: tuple[TicketId, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    unmasked: bool,
) -> None:
    begin(window, asked[0])
    place = tmp_path / "纪要.txt"
    monkeypatch.setattr(file_dialogs, "choose_place", lambda *_: place)
    window.interviews.sheet.names.setChecked(unmasked)
    press(Qt.Key.Key_S)
    text = place.read_text("utf-8-sig")
    assert "会出新颜色吗" in text
    assert ("客户100" in text) is unmasked


def test_one_at_a_time(window: MainWindow, asked: tuple[TicketId, ...]) -> None:
    begin(window, asked[0])
    window.interviews.sheet.dismiss()
    window.run("interview_begin")
    assert window.interviews.dialog.isHidden()
    opened = window.interviews.sheet.opened
    assert opened is not None
    assert all(question.answered is Answered.OPEN for question in opened.questions)
