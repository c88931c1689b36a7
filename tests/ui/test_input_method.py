"""The input method comes first while it composes, and never gets a key that belongs to a list (keyboard.md)."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.context_fixture import OpenedPages
from tests.ui.keys import press
from tests.ui.session_fixture import Capture, compose
from tests.ui.window_fixture import OpenWindow
from ui.handoff.form import HandoffForm
from ui.reply.editor import ReplyEditor
from ui.reply.session import ReplySession
from ui.shell.palette_entries import Group
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.templates.controller import TemplatesPage
from ui.templates.knowledge_page import KnowledgePage
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.knowledge import CardEdit, CardKind
from weibo_operator.domain.labels import Level

PLAIN, CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key
LETTERS = "ma'shang"
CARD = "橙子怎么存放"
SENDING = [*((KEY.Key_Return, modifiers) for modifiers in (CONTROL, ALT, CONTROL | SHIFT)), (KEY.Key_Enter, CONTROL)]
GOING = [*((key, ALT) for key in (KEY.Key_N, KEY.Key_I, KEY.Key_E)), (KEY.Key_2, CONTROL), (KEY.Key_K, CONTROL)]
GUESSED = [("templates", "为了因此", "物流延迟"), ("knowledge", "车子在美", CARD)]


@pytest.fixture
def tickets(capture: Capture) -> tuple[TicketId, TicketId]:
    """Two customers wait."""
    return capture("物流五天没动，到底还管不管？", uid="1"), capture("耳机左边没有声音", uid="2")


@pytest.fixture
def window(context: Context, open_window: OpenWindow, tickets: tuple[TicketId, TicketId], qtbot: QtBot) -> MainWindow:
    """The whole window, the first of the two open and the editor focused."""
    window = open_window(context)
    window.show_ticket(tickets[0])
    session = window.pages.inbox.session
    session.focus_editor()
    qtbot.waitUntil(lambda: session._controller.proofing.is_ready, timeout=20_000)
    return window


@pytest.fixture
def session(window: MainWindow) -> ReplySession:
    return window.pages.inbox.session


@pytest.fixture
def editor(session: ReplySession) -> ReplyEditor:
    assert session.composer.editor.hasFocus()
    return session.composer.editor


def drafts(context: Context, ticket: TicketId) -> str:
    """What the file holds of the ticket's reply, of whichever audience."""
    return "".join(context.operator.replies.drafts(ticket).values())


def takes_input_method(widget: QWidget) -> bool:
    """What an input method asks before it takes a key."""
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(widget, query)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled))


def is_written_in(widget: QWidget) -> bool:
    if isinstance(widget, QTextEdit | QPlainTextEdit | QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox) or (isinstance(widget, QComboBox) and widget.isEditable())


def test_lists_and_buttons_of_every_page_leave_it_off(window: MainWindow) -> None:
    """Else the letters that are keys there would be composed; a current row decides it for a list."""
    lists, taken = 0, []
    for page in window.pages.keys:
        window.show_page(page)
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or is_written_in(widget):
                continue
            widget.setFocus()
            if isinstance(widget, QAbstractItemView) and widget.model() is not None and widget.model().rowCount():
                widget.setCurrentIndex(widget.model().index(0, 0))
                lists += 1
            proxied = widget.focusProxy()
            if takes_input_method(widget) and not (proxied is not None and is_written_in(proxied)):
                taken.append(f"{page}: {widget!r} {widget.accessibleName()}")
    assert lists >= 3
    assert taken == []


@pytest.mark.parametrize(("key", "modifiers"), SENDING)
def test_no_sending_key_sends_what_is_still_being_composed(
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    session: ReplySession,
    editor: ReplyEditor,
    context: Context,
    tickets: tuple[TicketId, TicketId],
    pages: OpenedPages,
) -> None:
    QGuiApplication.clipboard().clear()
    editor.insertPlainText("您好，")
    compose(editor, LETTERS)
    press(key, modifiers)
    assert context.operator.replies.undecided(tickets[0]) == ()
    assert (QGuiApplication.clipboard().text(), pages.addresses) == ("", [])
    assert (editor.text, editor.composing) == ("您好，", LETTERS)
    assert editor.hasFocus()
    assert session.line.line is not None
    assert "输入法" in session.line.line.cause
    compose(editor, "", "马上查。")
    press(key, modifiers)
    press(key, modifiers)
    (intent,) = context.operator.replies.undecided(tickets[0])
    assert intent.text == "您好，马上查。"


def test_the_first_esc_is_the_input_methods(session: ReplySession, editor: ReplyEditor) -> None:
    compose(editor, LETTERS)
    press(KEY.Key_Escape)
    assert editor.hasFocus()
    assert editor.composing == LETTERS
    compose(editor, "")
    press(KEY.Key_Escape)
    assert not session.is_writing


def test_ctrl_z_while_composing_takes_back_no_operation(
    editor: ReplyEditor, window: MainWindow, context: Context, tickets: tuple[TicketId, TicketId]
) -> None:
    def level() -> Level:
        return context.operator.inbox.view(tickets[0]).ticket.level

    window.commands.set_level(Level.P1)
    assert level() is Level.P1
    compose(editor, LETTERS)
    press(KEY.Key_Z, CONTROL)
    assert level() is Level.P1
    assert editor.composing == LETTERS
    compose(editor, "")
    press(KEY.Key_Z, CONTROL)
    assert level() is not Level.P1


def test_no_key_puts_words_beside_those_being_composed(
    session: ReplySession, editor: ReplyEditor, context: Context
) -> None:
    """Digits choose candidates: no template, no suggestion of the check comes into the text meanwhile."""
    assert context.operator.templates.favourites()
    written = "您好，非常抱谦，{时间}到。"
    editor.insertPlainText(written)
    session.flush()
    digits = [(KEY(KEY.Key_1.value + place), ALT) for place in range(9)]
    letters = [(KEY.Key_T, CONTROL), *((key, ALT) for key in (KEY.Key_T, KEY.Key_G, KEY.Key_U, KEY.Key_X))]
    plain = [(key, PLAIN) for key in (KEY.Key_F6, KEY.Key_F7)]
    compose(editor, LETTERS)
    for key, modifiers in (*digits, *letters, *plain):
        press(key, modifiers)
        assert (editor.text, editor.composing) == (written, LETTERS)
        assert editor.hasFocus()
        assert not session.picker.isVisible()
        assert not session.popup.isVisible()


def test_only_committed_words_are_checked_and_stored(
    editor: ReplyEditor, session: ReplySession, context: Context, tickets: tuple[TicketId, TicketId], qtbot: QtBot
) -> None:
    told = QSignalSpy(editor.edited)
    for letters in ("y", "yi'j", "yi'jing"):
        compose(editor, letters)
    session.flush()
    assert told.count() == 0
    assert drafts(context, tickets[0]) == ""
    compose(editor, "", "以经发货")
    assert told.count() == 1
    qtbot.waitUntil(lambda: drafts(context, tickets[0]) == "以经发货")
    qtbot.waitUntil(lambda: "疑似错字" in session.composer.foot.found_words)


@pytest.mark.parametrize(("key", "modifiers"), GOING)
def test_going_elsewhere_loses_no_letter(
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    editor: ReplyEditor,
    window: MainWindow,
    context: Context,
    tickets: tuple[TicketId, TicketId],
) -> None:
    """Stored where the editor shows something else from now on, else still there to be chosen."""
    editor.insertPlainText("您好，")
    compose(editor, LETTERS)
    press(key, modifiers)
    kept = drafts(context, tickets[0])
    elsewhere = editor.text == ""
    assert kept == f"您好，{LETTERS}" if elsewhere else editor.text + editor.composing == f"您好，{LETTERS}"


def test_letters_dropped_in_silence_do_not_hold_the_reply(
    editor: ReplyEditor, context: Context, tickets: tuple[TicketId, TicketId]
) -> None:
    """A click in the text ends a composition, and not every input method says so."""
    editor.insertPlainText("您好，马上查。")
    compose(editor, LETTERS)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 8))
    assert editor.composing == ""
    press(KEY.Key_Return, CONTROL)
    assert len(context.operator.replies.undecided(tickets[0])) == 1


def test_letters_dropped_for_a_change_of_focus_become_text(
    editor: ReplyEditor, window: MainWindow, context: Context, tickets: tuple[TicketId, TicketId], qtbot: QtBot
) -> None:
    """Qt's plugin for ibus drops them when asked to commit; given up before, by Esc, they stay gone."""
    compose(editor, LETTERS)
    compose(editor, "")
    press(KEY.Key_K, CONTROL)
    assert drafts(context, tickets[0]) == LETTERS
    press(KEY.Key_Escape)
    compose(editor, "ni'hao")
    compose(editor, "")
    turned: list[bool] = []
    QTimer.singleShot(0, lambda: turned.append(True))
    qtbot.waitUntil(lambda: bool(turned))
    press(KEY.Key_K, CONTROL)
    assert drafts(context, tickets[0]) == LETTERS


def test_a_note_keeps_the_letters_when_the_next_customer_comes(
    session: ReplySession, window: MainWindow, context: Context, tickets: tuple[TicketId, TicketId]
) -> None:
    note = session.panel.note
    note.start_edit()
    QTest.keyClicks(note._edit, "VIP ")
    compose(note._edit, LETTERS)
    press(KEY.Key_Escape)
    assert note.is_editing
    press(KEY.Key_N, ALT)
    assert session.current_ticket == tickets[1]
    assert context.operator.inbox.view(tickets[0]).customer.notes == f"VIP {LETTERS}"


def test_a_form_waits_for_the_words(window: MainWindow, context: Context, editor: ReplyEditor) -> None:
    press(KEY.Key_F, ALT)
    form = window.findChild(HandoffForm)
    assert form is not None
    form.pane.reply.setFocus()
    chosen, suggested = form.fields.departments.current, form.pane.reply_text
    compose(form.pane.reply, LETTERS)
    for number in range(9):
        press(KEY(KEY.Key_1.value + number), ALT)
    form.flush()
    press(KEY.Key_Escape)
    press(KEY.Key_Return, CONTROL)
    assert form.isVisible()
    assert form.fields.departments.current == chosen
    assert context.operator.handoffs.open_ones() == ()
    compose(form.pane.reply, "", "马上查。")
    assert form.pane.reply_text == f"马上查。{suggested}"
    press(KEY.Key_Escape)
    assert not form.isVisible()


def test_the_palette_finds_by_letters_and_by_what_is_guessed_for_them(window: MainWindow, editor: ReplyEditor) -> None:
    """fcitx5 shows the letters until they are chosen, ibus-libpinyin characters that sound like them."""
    palette = window.dialogs.palette

    def commands() -> list[object]:
        return [entry.target for entry in palette.rows.entries() if entry.group is Group.COMMANDS]

    press(KEY.Key_K, CONTROL)
    for shown in ("z'j'b'm", "z j b m", "自己部门"):
        compose(palette.field, shown)
        assert commands() == ["forward"]
        for theirs in (KEY.Key_Return, KEY.Key_Escape, KEY.Key_Down):
            press(theirs)
            assert palette.isVisible()
    compose(palette.field, "", "自己部门")
    assert commands() == []
    palette.field.clear()
    compose(palette.field, "", "转交部门")
    assert commands() == ["forward"]
    palette.field.setText(">")
    compose(palette.field, "自己部门")
    assert commands() == ["forward"]
    compose(palette.field, "")
    press(KEY.Key_Escape)
    assert not palette.isVisible()


def test_the_picker_finds_by_letters_and_by_what_is_guessed_for_them(
    session: ReplySession, editor: ReplyEditor
) -> None:
    press(KEY.Key_T, CONTROL)
    for shown in ("w'l'y'c", "w l y c", "为了因此"):
        compose(session.picker.field, shown)
        assert session.picker.current is not None
        assert "物流延迟" in session.picker.current.title
        for theirs in (KEY.Key_Return, KEY.Key_Escape, KEY.Key_Down):
            press(theirs)
            assert session.picker.isVisible()
    compose(session.picker.field, "", "为了因此")
    assert session.picker.current is None
    assert editor.text == ""


@pytest.mark.parametrize(("page", "shown", "title"), GUESSED)
def test_the_libraries_find_by_what_is_guessed(
    page: str, shown: str, title: str, window: MainWindow, editor: ReplyEditor, context: Context
) -> None:
    context.operator.knowledge.save(CardEdit(CardKind.FAQ, CARD, "放在阴凉处，五天内吃完。"))
    window.show_page(page)
    library = window.pages.widget(page)
    assert isinstance(library, TemplatesPage | KnowledgePage)
    view = library.view
    view.search.setFocus()
    compose(view.search, shown)
    assert any(title in record.title for record in view.rows.rows)
    press(KEY.Key_Escape)
    assert view.search.composing == shown
    assert view.search.hasFocus()
    compose(view.search, "", shown)
    assert view.rows.rows == ()
