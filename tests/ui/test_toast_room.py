"""A toast hides no newest words of a ticket that comes up under it, and moves none that are being read."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.ui.window_fixture import OpenWindow
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.widgets.toast import SHADOW, Toast

LONG = "上周三在你们店里买的那台加湿器，用了两天就不出雾了，换了纯净水也清洗过，还是不行，灯一直闪。" * 3


def desk_of(open_window: OpenWindow, context: Context, customers: Customers, clock: SetClock) -> MainWindow:
    """Six customers wait, each with more words than the conversation shows; the first is open."""
    for uid in range(1, 7):
        for number in range(4):
            clock.advance(minutes=1)
            context.operator.intake.capture(customers.message(f"{number}：{LONG}", uid=str(uid)))
    window = open_window(context)
    window.run("next")
    QApplication.processEvents()
    return window


def newest_bottom(window: MainWindow) -> int:
    """Where the newest words end, in the window's pixels."""
    view = window.pages.inbox.session.conversation
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    return view.viewport().mapTo(window, QPoint(0, last.bottom() - view.kept_clear)).y()


def toast_top(window: MainWindow) -> int:
    """Where the box of the topmost toast begins."""
    shown = [toast for toast in window.findChildren(Toast) if toast.isVisible()]
    assert shown
    return min(toast.mapTo(window, QPoint(0, SHADOW)).y() for toast in shown)


def test_the_next_customers_words_end_above_the_toast(
    open_window: OpenWindow, context: Context, customers: Customers, clock: SetClock
):
    window = desk_of(open_window, context, customers, clock)
    for _ in range(3):
        window.run("next")
        QApplication.processEvents()
        assert newest_bottom(window) < toast_top(window)


def test_words_that_are_read_stay_where_they_are(
    open_window: OpenWindow, context: Context, customers: Customers, clock: SetClock
):
    window = desk_of(open_window, context, customers, clock)
    before = newest_bottom(window)
    context.news.notice.emit("已经备份")
    QApplication.processEvents()
    assert toast_top(window) > 0
    assert newest_bottom(window) == before


def test_when_the_toast_goes_nothing_jumps(
    open_window: OpenWindow, context: Context, customers: Customers, clock: SetClock, qtbot: QtBot
):
    window = desk_of(open_window, context, customers, clock)
    window.run("next")
    QApplication.processEvents()
    before = newest_bottom(window)
    for toast in window.findChildren(Toast):
        toast.dismiss()
    qtbot.waitUntil(lambda: not any(toast.isVisible() for toast in window.findChildren(Toast)))
    QApplication.processEvents()
    assert newest_bottom(window) == before


def test_without_a_toast_no_room_is_wasted(
    open_window: OpenWindow, context: Context, customers: Customers, clock: SetClock
):
    window = desk_of(open_window, context, customers, clock)
    window.run("next")
    QApplication.processEvents()
    assert window.pages.inbox.session.conversation.kept_clear > 0
    for toast in window.findChildren(Toast):
        toast.dismiss()
    window.commands.previous()
    QApplication.processEvents()
    assert window.pages.inbox.session.conversation.kept_clear == 0
