"""Links that others wrote: Weibo's open at once, other pages after a question, and nothing else at all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.context_fixture import OpenedPages
from tests.ui.window_fixture import OpenWindow
from ui.reply.conversation import ConversationView
from ui.shell.link_question import OTHER_WORDS, SHORT_WORDS
from ui.shell.window import MainWindow
from ui.support.context import Context
from ui.support.desktop import Desktop


@pytest.fixture
def window(context: Context, open_window: OpenWindow) -> MainWindow:
    return open_window(context)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "address",
    ["https://weibo.com/1/abc", "http://m.weibo.cn/detail/1", "https://s.weibo.com/weibo?q=%E5%A5%BD"],
)
def test_weibos_pages_open_at_once(pages: OpenedPages, address: str):
    assert Desktop().open_page(address)
    assert len(pages.addresses) == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "file://weibo.com/x",
        "//weibo.com/x",
        "weibo.com/x",
        "ms-msdt:/id",
        "smb://weibo.com/x",
        "https://",
        "https:weibo.com",
        "http://weibo.com:99999/",
        "",
    ],
)
def test_what_is_no_web_page_is_never_opened_and_never_asked_about(pages: OpenedPages, address: str):
    asked: list[str] = []
    desktop = Desktop()
    desktop.ask_first(asked.append)
    assert not desktop.open_page(address)
    assert not desktop.open_confirmed(address)
    assert (asked, pages.addresses) == ([], [])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://evil.test/a", "https://evil.test/a"),
        ("https://weibo.com@evil.test/", "https://weibo.com@evil.test/"),
        ("https://user@weibo.com/", "https://user@weibo.com/"),
        ("https://weibo.com:8443/", "https://weibo.com:8443/"),
        ("https://weibo.com.evil.test/", "https://weibo.com.evil.test/"),
        ("https://wеibo.com/", "https://xn--wibo-v4d.com/"),
        ("http://127.0.0.1:631/", "http://127.0.0.1:631/"),
        ("http://t.cn/A6", "http://t.cn/A6"),
    ],
)
def test_others_are_asked_about(pages: OpenedPages, address: str, shown: str):
    asked: list[str] = []
    desktop = Desktop()
    assert not desktop.open_page(address), "nobody there to ask"
    desktop.ask_first(asked.append)
    assert desktop.open_page(address)
    assert (asked, pages.addresses) == ([shown], [])
    assert desktop.open_confirmed(shown)
    assert len(pages.addresses) == 1


def test_the_question_in_the_window(
    window: MainWindow, context: Context, customers: Customers, qtbot: QtBot, pages: OpenedPages
):
    text = "看看这个 https://evil.test/<b>1</b> 是真的吗"
    context.news.tell(context.operator.intake.capture(customers.message(text)).changes)
    window.run("next")
    conversation = window.findChild(ConversationView)
    assert isinstance(conversation, ConversationView)
    question = window.dialogs.link_question
    conversation.link_asked.emit("https://evil.test/1")
    assert question.isVisible()
    assert question.site.text() == "evil.test"
    assert question.why.text() == OTHER_WORDS
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert pages.addresses == []
    conversation.link_asked.emit("http://t.cn/A6")
    assert question.why.text() == SHORT_WORDS
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not question.isVisible()
    assert pages.addresses == ["http://t.cn/A6"]
