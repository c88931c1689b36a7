"""Pasting through the window: what was understood, put right by hand, taken in, undone; what was not stays in sight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.channels.paste_pages import CAPTURED, OWN, PAGES
from tests.conftest import SetClock
from tests.ui.test_nothing_is_cut import settle, told
from tests.ui.window_fixture import OpenWindow
from ui.intake.capture_dialog import CaptureDialog
from ui.intake.import_dialog import ImportDialog
from ui.intake.paste_dialog import PasteDialog
from ui.intake.paste_words import MOST, added_words, nothing_copied, read_time
from ui.support.context import Context
from ui.support.theme import Theme
from ui.support.tokens import ScaleName
from weibo_operator.domain.clock import china
from weibo_operator.domain.labels import Source, State
from weibo_operator.domain.settings import OWN_NICKNAME, PRACTICE
from weibo_operator.services.paste import PasteReport

INBOX = PAGES["inbox_web"].text
HALF = PAGES["half_known"].text
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def dialog(context: Context, host: QWidget, clock: SetClock) -> PasteDialog:
    clock.at = CAPTURED
    context.operator.shop.change(OWN_NICKNAME, OWN)
    return PasteDialog(context, host)


def new_texts(context: Context) -> list[str]:
    inbox = context.operator.inbox
    return sorted(inbox.view(ticket).messages[0].text for ticket in inbox.pane(State.NEW))


def checks(dialog: PasteDialog) -> list[bool]:
    return [choice.checked for choice in dialog.choices]


def test_enter_takes_in_what_is_checked_and_it_is_undone_at_once(
    qtbot: QtBot, context: Context, dialog: PasteDialog
) -> None:
    undoable = QSignalSpy(context.news.undoable)
    dialog.open_with(INBOX)
    assert context.operator.inbox.pane(State.NEW) == (), "nothing is written before"
    assert dialog.table.hasFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.isHidden()
    assert len(new_texts(context)) == 2
    assert undoable.at(0) == ["粘贴进来 2 条，新工单 2 张"]
    context.operator.history.undo()
    assert new_texts(context) == []


def test_space_leaves_a_row_out_and_the_button_counts(qtbot: QtBot, context: Context, dialog: PasteDialog) -> None:
    dialog.open_with(INBOX)
    assert dialog.accept.text() == "加入 2 条"
    qtbot.keyClick(dialog.table, Qt.Key.Key_J)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.accept.text() == "加入 1 条"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert [text[:3] for text in new_texts(context)] == ["回复@"]


def test_a_click_on_the_box_does_the_same(qtbot: QtBot, dialog: PasteDialog) -> None:
    dialog.open_with(INBOX)
    box = dialog.table.visualRect(dialog.table.rows.index(1, 0)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert checks(dialog) == [True, False]


def test_ctrl_a_checks_none_and_all_that_is_new(qtbot: QtBot, dialog: PasteDialog) -> None:
    dialog.open_with(PAGES["chat_pc"].text)
    assert checks(dialog) == [True, False, True]
    qtbot.keyClick(dialog.table, Qt.Key.Key_A, CONTROL)
    assert checks(dialog) == [False, False, False]
    assert not dialog.accept.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_A, CONTROL)
    assert checks(dialog) == [True, False, True]


def test_what_is_known_is_left_out_and_said(qtbot: QtBot, context: Context, dialog: PasteDialog) -> None:
    dialog.open_with(INBOX)
    dialog.save()
    dialog.open_with(f"{INBOX}\n{PAGES['half_known'].text}")
    assert checks(dialog) == [False, False, True]
    assert dialog.table.rows.parts(dialog.table.rows.index(0, 5)) == ("已经有了",)
    dialog.save()
    assert len(new_texts(context)) == 3


def test_nothing_checked_adds_nothing(qtbot: QtBot, context: Context, dialog: PasteDialog) -> None:
    dialog.open_with(INBOX)
    qtbot.keyClick(dialog.table, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert not dialog.isHidden()
    assert new_texts(context) == []


def test_escape_leaves_without_a_trace(qtbot: QtBot, context: Context, dialog: PasteDialog) -> None:
    dialog.open_with(INBOX)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert context.operator.history.last() is None


def test_a_row_is_put_right_field_by_field(qtbot: QtBot, context: Context, dialog: PasteDialog) -> None:
    dialog.open_with(HALF)
    qtbot.keyClick(dialog.table, Qt.Key.Key_E)
    assert dialog.edit.nickname.hasFocus()
    qtbot.keyClicks(dialog.edit.nickname, "xiaoman")
    dialog.edit.when.setFocus()
    dialog.edit.when.selectAll()
    dialog.edit.when.insert("昨天 20:15")
    dialog.edit.when.textEdited.emit(dialog.edit.when.text())
    dialog.edit.text.setPlainText("充电宝鼓包了")
    qtbot.keyClick(dialog.edit.nickname, Qt.Key.Key_3, ALT)
    qtbot.keyClick(dialog.edit.nickname, Qt.Key.Key_Return)
    assert dialog.table.hasFocus()
    assert not dialog.isHidden()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    (ticket,) = context.operator.inbox.pane(State.NEW)
    view = context.operator.inbox.view(ticket)
    message = view.messages[0]
    assert (view.customer.nickname, message.text, view.ticket.source) == ("xiaoman", "充电宝鼓包了", Source.PRIVATE)
    assert f"{china(message.posted_at):%m-%d %H:%M}" == "11-18 20:15"


@pytest.mark.parametrize(("typed", "said"), [("那会儿", "看不懂"), ("后天", "还没到")])
def test_a_time_that_cannot_be_is_said_and_the_old_one_stays(
    qtbot: QtBot, dialog: PasteDialog, typed: str, said: str
) -> None:
    dialog.open_with(HALF)
    before = dialog.choices[0].row.found.message.posted_at
    dialog.edit.when.clear()
    dialog.edit.when.insert(typed)
    dialog.edit.when.textEdited.emit(typed)
    assert said in dialog.edit.fields["when"].said
    assert dialog.choices[0].row.found.message.posted_at == before


def test_looking_at_rows_changes_none_of_them(qtbot: QtBot, dialog: PasteDialog) -> None:
    dialog.open_with(PAGES["mobile_site"].text)
    before = dialog.choices
    for _ in before:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.choices == before
    assert dialog.edit.nickname.text() == before[-1].row.found.message.nickname


def test_a_missing_name_is_said_at_the_row_and_nothing_is_stored(context: Context, dialog: PasteDialog) -> None:
    dialog.open_with(INBOX)
    dialog.table.go_to(1)
    dialog.edit.nickname.clear()
    dialog.edit.nickname.textEdited.emit("")
    dialog.table.go_to(0)
    dialog.save()
    assert dialog.table.current == 1
    assert dialog.edit.fields["nickname"].said == "“客户昵称”还没有填。"
    assert new_texts(context) == []


def test_all_rows_at_once_come_from_private_messages(qtbot: QtBot, context: Context, dialog: PasteDialog) -> None:
    dialog.open_with(PAGES["shuffled"].text)
    qtbot.keyClick(dialog.edit.nickname, Qt.Key.Key_3, ALT)
    assert dialog.edit.everywhere.text() == "全部都是私信"
    dialog.edit.everywhere.click()
    assert {choice.row.found.message.source for choice in dialog.choices} == {Source.PRIVATE}
    assert all(checks(dialog))


def test_the_rest_stays_in_sight_and_is_taken_down_by_hand(qtbot: QtBot, context: Context, dialog: PasteDialog) -> None:
    dialog.open_with(HALF)
    assert dialog.rest.count == 2
    cursor = dialog.rest.words.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.select(QTextCursor.SelectionType.LineUnderCursor)
    dialog.rest.words.setTextCursor(cursor)
    assert dialog.rest.capture.text() == "手工录入选中的"
    qtbot.keyClick(dialog.table, Qt.Key.Key_C)
    (capture,) = dialog.parent().findChildren(CaptureDialog)
    assert capture.isVisible()
    assert capture.text.toPlainText() == "还有一条截图里的，字太小看不清"
    capture.nickname.setText("老周修表")
    qtbot.keyClick(capture.nickname, Qt.Key.Key_Return, CONTROL)
    assert capture.isHidden()
    assert dialog.rest.words.toPlainText() == "下面是今天群里转来的两条"
    assert dialog.isVisible()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert len(new_texts(context)) == 2


def test_escape_in_the_capture_form_leaves_only_that(qtbot: QtBot, dialog: PasteDialog) -> None:
    dialog.open_with(HALF)
    qtbot.keyClick(dialog.table, Qt.Key.Key_C)
    (capture,) = dialog.parent().findChildren(CaptureDialog)
    assert capture.text.toPlainText().count("\n") == 1, "nothing selected is everything"
    qtbot.keyClick(capture.nickname, Qt.Key.Key_Escape)
    assert (capture.isHidden(), dialog.isHidden(), dialog.rest.count) == (True, False, 2)


def test_text_without_a_message_is_shown_for_capture(qtbot: QtBot, dialog: PasteDialog) -> None:
    dialog.open_with(PAGES["nothing_known"].text)
    assert dialog.isVisible()
    assert dialog.rest.count == 3
    assert dialog.rest.words.hasFocus()
    assert not dialog.accept.isEnabled()


def test_without_any_text_only_a_sentence_is_said(context: Context, dialog: PasteDialog) -> None:
    notice = QSignalSpy(context.news.notice)
    dialog.open_with(" \n ", "")
    assert dialog.isHidden()
    assert notice.at(0) == ["剪贴板里没有文字。先在微博上选中评论、@ 或私信，复制，再回来按 Ctrl+V。"]


def test_more_than_fits_is_sent_to_the_import(context: Context, dialog: PasteDialog) -> None:
    notice = QSignalSpy(context.news.notice)
    text = "\n".join(
        f"客户{number}号\n11-18 10:00\n第{number}单还没有发货，什么时候能到？" for number in range(MOST + 1)
    )
    dialog.open_with(text)
    assert dialog.isHidden()
    assert notice.at(0)[0] == f"一次最多粘贴 {MOST} 条，这里有 {MOST + 1} 条。请存成文件，再按 Ctrl+I 导入。"


def test_in_practice_it_is_said_that_nothing_real_comes_of_it(context: Context, dialog: PasteDialog) -> None:
    context.operator.shop.change(PRACTICE, True)
    dialog.open_with(INBOX)
    assert "练习数据" in dialog.hint.text()


def test_words_and_times() -> None:
    assert added_words(PasteReport(3, 1, ())) == "粘贴进来 3 条，新工单 0 张，3 条接在原来的工单里，1 条已经有了"
    assert read_time("2025-11-20 08:05", CAPTURED) is not None
    assert read_time("2025-13-20 08:05", CAPTURED) is None


def test_ctrl_v_in_a_list_opens_it_and_in_a_field_pastes(
    qtbot: QtBot, context: Context, open_window: OpenWindow, clock: SetClock
) -> None:
    clock.at = CAPTURED
    window = open_window(context)
    QGuiApplication.clipboard().setText(INBOX)
    assert not window.pages.inbox.first.isHidden()
    qtbot.keyClick(window.pages.inbox.first.sources.cards["paste"], Qt.Key.Key_V, CONTROL)
    assert window.dialogs.pasting.isVisible()
    qtbot.keyClick(window.dialogs.pasting.table, Qt.Key.Key_Return)
    window.commands.to_board()
    (focused, *_) = [pane for pane in window.pages.inbox.board.letter_targets() if pane.hasFocus()]
    QGuiApplication.clipboard().setText(HALF)
    qtbot.keyClick(focused, Qt.Key.Key_V, CONTROL)
    assert [choice.row.found.message.nickname for choice in window.dialogs.pasting.choices] == ["北城小满"]
    qtbot.keyClick(window.dialogs.pasting.table, Qt.Key.Key_Escape)
    window.run("next")
    editor = window.pages.inbox.session.composer.editor
    qtbot.keyClick(editor, Qt.Key.Key_V, CONTROL)
    assert window.dialogs.pasting.isHidden()
    assert "快递三天没动了" in editor.toPlainText()


def test_where_nothing_was_ever_copied_it_says_so(context: Context, open_window: OpenWindow) -> None:
    window = open_window(context)
    QGuiApplication.clipboard().clear()
    said = QSignalSpy(context.news.notice)
    window.run("paste")
    assert [said.at(number) for number in range(said.count())] == [[nothing_copied(context.theme.keys)]]
    assert window.dialogs.pasting.isHidden()


def test_copied_files_are_imported(qtbot: QtBot, context: Context, open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "comments.csv"
    path.write_text('昵称,评论内容,时间\n北城小满,"快递三天没动了",2026-11-19 12:30\n', encoding="utf-8")
    window = open_window(context)
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(copied)
    window.run("paste")
    assert window.dialogs.pasting.isHidden()
    (importing,) = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: importing.page.new.count == 1)
    importing.dismiss()


@pytest.mark.parametrize("scale", ["standard", "huge"])
@pytest.mark.parametrize("size", [(1120, 600), (1280, 641), (1366, 689), (1920, 1001)], ids=str)
def test_no_words_are_cut(
    context: Context, open_window: OpenWindow, theme: Theme, size: tuple[int, int], scale: ScaleName
) -> None:
    theme.set_scale(scale)
    window = open_window(context)
    window.resize(*size)
    for text in (f"{INBOX}\n{HALF}", PAGES["nothing_known"].text):
        window.dialogs.pasting.open_with(text)
        settle(window)
        assert told(window.dialogs.pasting, text[:5]) == []
        assert window.dialogs.pasting.table.height() > 0
        window.dialogs.pasting.dismiss()
