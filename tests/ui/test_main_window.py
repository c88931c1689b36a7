"""The whole window: how it begins, what its dialogs show at their first opening, where its notices stand."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.shell.inbox_page import InboxPage
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.tokens import ScaleName
from ui.widgets.body_scroll import BodyScroll
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.overlay import Overlay
from ui.widgets.toast import SHADOW, Toast

SIZES = ((1280, 641), (1366, 689))
SCALES: tuple[ScaleName, ...] = ("standard", "large", "huge")
BY_ACTION = ("snooze", "labels", "no_reply", "capture", "forward", "palette", "help")


@pytest.fixture
def busy(context: Context, customers: Customers, clock: SetClock) -> None:
    """Three customers wait."""
    for number in range(3):
        context.operator.intake.capture(customers.message("耳机坏了，怎么修", uid=str(2000 + number)))
        clock.advance(minutes=5)


def opened(window: MainWindow) -> Overlay:
    """The dialog that is open."""
    (found,) = [overlay for overlay in window.findChildren(Overlay) if overlay.isVisible()]
    return found


def test_a_desk_without_tickets_offers_the_practice_data_by_one_key(
    open_window: OpenWindow, context: Context, qtbot: QtBot
) -> None:
    window = open_window(context)
    first = window.pages.inbox.first
    assert first.isVisible()
    assert first.sources.cards["paste"].hasFocus()
    with qtbot.waitSignal(window.practice_wanted):
        press(Qt.Key.Key_P)
    with qtbot.waitSignal(window.practice_wanted):
        qtbot.mouseClick(first.practice_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(first.import_wanted):
        window.pages.inbox.first.import_wanted.disconnect(window.dialogs.choose_files)
        press(Qt.Key.Key_2)


def test_the_first_ticket_brings_the_panes(open_window: OpenWindow, context: Context, customers: Customers) -> None:
    window = open_window(context)
    outcome = context.operator.intake.capture(customers.message("有货吗"))
    context.news.tell(outcome.changes)
    assert window.pages.inbox.first.isHidden()
    assert window.pages.inbox.board.panes[0].list.isVisible()
    assert window.pages.inbox.board.panes[0].list.hasFocus()


def test_all_finished_is_not_a_first_start(open_window: OpenWindow, context: Context, customers: Customers) -> None:
    ticket = context.operator.intake.capture(customers.message("谢谢")).value
    assert ticket is not None
    context.operator.inbox.no_reply([ticket], reason="闲聊")
    window = open_window(context)
    assert window.pages.inbox.first.isHidden()
    assert not window.pages.inbox.top_bar.next_button.isEnabled()


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_every_dialog_has_room_for_its_content_the_first_time(
    open_window: OpenWindow, context: Context, size: tuple[int, int], scale: ScaleName
) -> None:
    window = open_window(context)
    window.resize(*size)
    context.theme.set_scale(scale)
    window.run("next")
    for action in BY_ACTION:
        window.run(action)
        dialog = opened(window)
        QTest.qWait(0)
        if isinstance(dialog, DialogFrame):
            (scroll,) = dialog.frame.findChildren(BodyScroll)
            body, seen = dialog.frame.body, scroll.viewport().size()
            assert seen.height() >= body.minimumSize().height() > 0, action
            wanted = min(body.heightForWidth(seen.width()), dialog.height() - 48 - 130)
            assert seen.height() >= wanted, action
        dialog.dismiss()


@pytest.mark.usefixtures("busy")
def test_a_notice_covers_no_button(open_window: OpenWindow, context: Context) -> None:
    window = open_window(context)
    for prepare in (lambda: None, lambda: window.run("next"), lambda: ask(window)):
        prepare()
        context.news.undoable.emit("工单 #1 的级别改为 P1")
        QTest.qWait(0)
        toast = next(found for found in window.findChildren(Toast) if found.isVisible())
        box = toast.rect().translated(toast.mapTo(window, QPoint())).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        page: InboxPage = window.pages.inbox
        for button in page.findChildren(QPushButton):
            if button.isVisible():
                assert not box.intersects(button.rect().translated(button.mapTo(window, QPoint()))), button.text()


def ask(window: MainWindow) -> None:
    """Bring up the question whether the reply was sent."""
    window.pages.inbox.session.composer.editor.insertPlainText("您好，我们正在核实。")
    window.run("send")
    assert window.pages.inbox.session.is_confirming


@pytest.mark.usefixtures("busy")
def test_a_dialog_keeps_the_windows_commands_silent(open_window: OpenWindow, context: Context) -> None:
    window = open_window(context)
    window.run("labels")
    before = context.operator.inbox.counts()
    for key in (Qt.Key.Key_E, Qt.Key.Key_M, Qt.Key.Key_F):
        press(key, Qt.KeyboardModifier.AltModifier)
    assert isinstance(opened(window), DialogFrame)
    assert context.operator.inbox.counts() == before


def test_older_messages_come_page_by_page(
    open_window: OpenWindow, context: Context, customers: Customers, clock: SetClock
) -> None:
    context.operator.intake.capture(customers.message("快递到哪了，这是第 0 句", under="p"))
    for number in range(1, 205):
        clock.advance(minutes=1)
        context.operator.intake.capture(customers.message(f"快递到哪了，这是第 {number} 句", under="p"))
    window = open_window(context)
    window.run("next")
    view = window.pages.inbox.session.conversation
    model = view.model()
    assert "更早的消息" in str(model.index(0, 0).data())
    view.setFocus()
    view.setCurrentIndex(model.index(0, 0))
    view.scrollToTop()
    seen, place = str(model.index(3, 0).data()), view.rowViewportPosition(3)
    press(Qt.Key.Key_Return)
    assert model.rowCount() == 205
    assert "第 0 句" in str(model.index(0, 0).data())
    same = next(row for row in range(model.rowCount()) if str(model.index(row, 0).data()) == seen)
    assert abs(view.rowViewportPosition(same) - place) < 30  # the button's own row is gone, nothing else moves
