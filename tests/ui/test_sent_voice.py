"""A screen reader is told that a reply counts as sent and whose turn it is; one still on its way is not said to be."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.context_fixture import OpenedPages
from tests.ui.test_whole_morning import CONTROL, Hands
from tests.ui.window_fixture import OpenWindow
from ui.support.context import Context


def test_a_reply_that_was_sent_is_told_with_who_is_next(
    open_window: OpenWindow, context: Context, pages: OpenedPages, customers: Customers, qtbot: QtBot
) -> None:
    for uid, name, text in (("1", "北城小满", "物流五天没动"), ("2", "阿柚", "紫色什么时候有货")):
        context.operator.intake.capture(customers.message(text, uid=uid, nickname=name))
    window = open_window(context)
    hands = Hands(window, qtbot)
    hands.press(Qt.Key.Key_N)
    hands.chinese("您好，已经在查了。")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert window.voice.said == ""
    hands.press(Qt.Key.Key_1)
    assert window.voice.said == "已回复 @北城小满，现在是 @阿柚"
    hands.chinese("您好，下周三到货。")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.press(Qt.Key.Key_1)
    assert window.voice.said == "已回复 @阿柚"
