"""The same check in templates, the handoff form and the public notice: waves, F7, one popup, one step of undo."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.handoff.form import HandoffForm
from ui.support.context import Context
from ui.support.teaching import Teaching
from ui.widgets.text_check import Checking, TextCheck
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.findings import Finding
from weibo_operator.domain.labels import Audience

SLIPS = "😀非常抱谦。我们以经发货。"
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    return window


@pytest.fixture
def field(window: QWidget, show_active: Callable[[QWidget], None]) -> QPlainTextEdit:
    field = QPlainTextEdit()
    QVBoxLayout(window).addWidget(field)
    show_active(window)
    field.setFocus()
    return field


@pytest.fixture
def check(context: Context, field: QPlainTextEdit) -> TextCheck:
    def look(text: str) -> tuple[Finding, ...]:
        return context.operator.replies.check(text, ticket=None, audience=Audience.PUBLIC)

    return TextCheck(context.theme, field, Checking(look, Teaching(context, field)))


def waves(field: QPlainTextEdit) -> list[str]:
    styles = [(each.cursor.selectedText(), each.format.underlineStyle()) for each in field.extraSelections()]
    return [text for text, style in styles if style is WAVE]


def test_sure_typos_are_waved_after_a_pause_and_move_with_the_text(
    check: TextCheck, field: QPlainTextEdit, qtbot: QtBot
) -> None:
    field.setPlainText(SLIPS)
    qtbot.waitUntil(lambda: waves(field) == ["抱谦", "以经"])
    field.moveCursor(field.textCursor().MoveOperation.Start)
    field.insertPlainText("亲，")
    assert waves(field) == ["抱谦", "以经"]


def test_f7_asks_and_the_answer_is_one_step_of_undo(check: TextCheck, field: QPlainTextEdit, qtbot: QtBot) -> None:
    field.setPlainText(SLIPS)
    qtbot.keyClick(field, Qt.Key.Key_F7)
    popup = check._popup
    assert popup.finding is not None
    assert popup.finding.text == "抱谦"
    assert popup.host is field.window()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.toPlainText() == "😀非常抱歉。我们以经发货。"
    assert popup.finding is not None
    assert popup.finding.text == "以经"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.hasFocus()
    field.undo()
    assert field.toPlainText() == SLIPS


def test_all_at_once(check: TextCheck, field: QPlainTextEdit, qtbot: QtBot) -> None:
    field.setPlainText(SLIPS)
    assert check.put_right() == 2
    assert field.toPlainText() == "😀非常抱歉。我们已经发货。"
    assert waves(field) == []
    field.undo()
    assert field.toPlainText() == SLIPS


def test_the_windows_own_f7_is_not_run(check: TextCheck, field: QPlainTextEdit) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    assert event.isAccepted()


def test_not_while_words_are_composed(check: TextCheck, field: QPlainTextEdit, qtbot: QtBot) -> None:
    field.setPlainText(SLIPS)
    QApplication.sendEvent(field, QInputMethodEvent("wo", []))
    check.check_now()
    qtbot.keyClick(field, Qt.Key.Key_F7)
    assert waves(field) == []
    assert check._popup.finding is None


def test_what_is_taught_in_one_field_counts_in_every_other(
    context: Context, check: TextCheck, field: QPlainTextEdit, qtbot: QtBot
) -> None:
    field.setPlainText(SLIPS)
    qtbot.waitUntil(lambda: waves(field) == ["抱谦", "以经"])
    found = check.findings[0]
    Teaching(context, field).learn(found)
    assert waves(field) == ["以经"]


def test_out_of_sight_the_popup_is_gone_too(check: TextCheck, field: QPlainTextEdit, qtbot: QtBot) -> None:
    """Another page is shown, or the wording is dropped, while the popup stands in the window."""
    field.setPlainText(SLIPS)
    qtbot.keyClick(field, Qt.Key.Key_F7)
    popup = check._popup
    assert popup.parentWidget() is field.window()
    field.hide()
    assert popup.finding is None
    assert popup.parentWidget() is field


def test_moved_to_another_window_a_field_is_checked_there(
    check: TextCheck, field: QPlainTextEdit, window: QWidget, qtbot: QtBot
) -> None:
    """The popup doesn't go down with the window it stood in."""
    first = QWidget()
    first.resize(500, 400)
    QVBoxLayout(first).addWidget(field)
    first.show()
    field.setPlainText(SLIPS)
    qtbot.keyClick(field, Qt.Key.Key_F7)
    assert check._popup.parentWidget() is first
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    shiboken6.delete(first)
    field.setPlainText("我们以经发货。")
    qtbot.waitUntil(lambda: waves(field) == ["以经"])
    qtbot.keyClick(field, Qt.Key.Key_F7)
    assert check._popup.finding is not None
    assert check._popup.host is window


@pytest.mark.parametrize("with_popup", [False, True])
def test_what_is_due_for_a_field_goes_with_it(
    context: Context, check: TextCheck, field: QPlainTextEdit, window: QWidget, qtbot: QtBot, *, with_popup: bool
) -> None:
    field.setPlainText(SLIPS)
    if with_popup:
        qtbot.keyClick(field, Qt.Key.Key_F7)
    check.check_soon()
    timer, popup = check._pause, check._popup
    shiboken6.delete(field)
    assert not shiboken6.isValid(timer)
    assert not shiboken6.isValid(check)
    qtbot.waitUntil(lambda: not shiboken6.isValid(popup))
    context.theme.changed.emit()


def test_a_lesson_is_not_told_to_a_field_that_is_gone(
    context: Context, operator: Operator, field: QPlainTextEdit, window: QWidget, qtbot: QtBot
) -> None:
    """A wording was dropped, and something is taught in the next one: the page's teacher outlives its fields."""

    def look(text: str) -> tuple[Finding, ...]:
        return operator.replies.check(text, ticket=None, audience=Audience.PUBLIC)

    teaching = Teaching(context, window)
    check = TextCheck(context.theme, field, Checking(look, teaching))
    told: list[bool] = []
    teaching.learnt.connect(lambda: told.append(shiboken6.isValid(check)))
    shiboken6.delete(field)
    with qtbot.captureExceptions() as caught:
        teaching.learnt.emit()
    assert caught == []
    assert told == [False]


def test_the_handoff_form_checks_both_of_its_texts(
    context: Context,
    operator: Operator,
    customers: Customers,
    qtbot: QtBot,
    show_active: Callable[[QWidget], None],
) -> None:
    ticket = operator.intake.capture(customers.message("手机坏了，电话13800138000")).value
    assert ticket is not None
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1200, 700)
    form = HandoffForm(context, host)
    show_active(host)
    form.open_for(ticket)
    form.pane.reply.setPlainText("非常抱谦，马上核实。")
    form.fields.description.setPlainText("客户电话 13800138000，我们以经查过。")
    qtbot.waitUntil(lambda: waves(form.pane.reply) == ["抱谦"])
    qtbot.waitUntil(lambda: waves(form.fields.description) == ["以经"])
    assert form.pane.check_parts[0] == "1 处疑似错字，按 F7 改"
    assert [found.text for found in form.description_check.findings] == ["以经"], "the department gets the number"
    form.pane.reply.setFocus()
    qtbot.keyClick(form.pane.reply, Qt.Key.Key_F7)
    popup = form.reply_check._popup
    assert popup.host is form
    qtbot.keyClick(popup, Qt.Key.Key_1)
    assert form.pane.reply.toPlainText() == "非常抱歉，马上核实。"
    assert form.pane.check_parts[0] == "未发现错字"
    form.close_over()
