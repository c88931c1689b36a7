"""The pages behind the rail come with their first use, whole: keys, dialogs, signals; the lines over all of them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from tests.ui.network_fixture import Line
from tests.ui.window_fixture import OpenWindow
from ui.outbox.page import OutboxPage
from ui.settings.controller import SettingsPage
from ui.shell.banner_room import BannerRoom
from ui.shell.pages import INBOX
from ui.shell.window import MainWindow
from ui.support.actions import FAVOURITE_KEYS
from ui.support.context import Context
from ui.support.theme import Theme
from ui.weekly.controller import WeeklyPage
from ui.widgets.banner import Banner
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.services.templates import TemplateEdit

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(context: Context, customers: Customers, open_window: OpenWindow) -> MainWindow:
    """A desk with one customer."""
    context.operator.intake.capture(customers.message("耳机坏了，怎么修"))
    return open_window(context)


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)


def test_only_the_inbox_is_made_at_the_start_and_each_page_once(window: MainWindow) -> None:
    assert window._stack.count() == 1
    assert window.pages.in_sight(WeeklyPage) is None
    press(Qt.Key.Key_5, modifier=CONTROL)
    weekly = window.pages.in_sight(WeeklyPage)
    assert weekly is not None
    press(Qt.Key.Key_1, modifier=CONTROL)
    press(Qt.Key.Key_5, modifier=CONTROL)
    assert window.pages.weekly is weekly
    assert window._stack.count() == 2


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ((Qt.Key.Key_G, Qt.Key.Key_F), "followup"),
        ((Qt.Key.Key_G, Qt.Key.Key_K), "followup"),
        ((Qt.Key.Key_G, Qt.Key.Key_T), "handoff"),
        ((Qt.Key.Key_G, Qt.Key.Key_Z), "knowledge"),
        ((Qt.Key.Key_G, Qt.Key.Key_L), "leads"),
        ((Qt.Key.Key_G, Qt.Key.Key_X), "gathered"),
        ((Qt.Key.Key_G, Qt.Key.Key_O), "outbox"),
    ],
)
def test_letters_lead_to_a_page_that_is_not_made_yet_and_back_from_it(
    window: MainWindow, keys: tuple[Qt.Key, Qt.Key], page: str
) -> None:
    press(*keys)
    assert window.page == page
    assert window._stack.currentWidget() is window.pages.widget(page)
    press(Qt.Key.Key_G, Qt.Key.Key_I)
    assert window.page == INBOX


def test_an_action_of_a_page_that_is_not_made_yet_finds_it(window: MainWindow) -> None:
    window.run("template_new")
    assert window.page == "templates"
    window.show_page(INBOX)
    press(Qt.Key.Key_L, modifier=SHIFT)
    window.run("page_leads")
    assert window.pages.leads.leads.list.current is not None
    window.show_page(INBOX)
    window.run("accounts")
    assert window.pages.in_sight(SettingsPage) is not None


def test_a_favourite_reaches_only_a_reply_that_is_in_sight(context: Context, window: MainWindow) -> None:
    context.operator.templates.save(TemplateEdit("正在处理", "售后", "zsjc", "both", "", 1, ("您好，正在处理。",)))
    session = window.pages.inbox.session
    press(Qt.Key.Key_N)
    ticket = session.current_ticket
    assert ticket is not None
    reached: list[tuple[str, int]] = []
    for page in (key for key in window.pages.keys if key != INBOX):
        window.show_page(page)
        before = QApplication.focusWidget()
        for number, keys in FAVOURITE_KEYS:
            stroke = QKeySequence(keys)[0]
            press(stroke.key(), modifier=stroke.keyboardModifiers())
            if session.composer.editor.text or QApplication.focusWidget() is not before or window.page != page:
                reached.append((page, number))
    assert reached == []
    window.show_page(INBOX)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert not window.pages.inbox.in_session
    press(Qt.Key.Key_1, modifier=Qt.KeyboardModifier.AltModifier)
    assert context.operator.replies.drafts(ticket) == {}
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_1, modifier=Qt.KeyboardModifier.AltModifier)
    assert session.composer.editor.text == "您好，正在处理。"


def test_a_dialog_of_a_late_page_gives_the_focus_back(window: MainWindow) -> None:
    window.show_page("handoff")
    page = window.pages.handoff
    page.export_dialog.open_over()
    page.export_dialog._focus_before = None
    page.export_dialog.dismiss()
    assert QApplication.focusWidget() is page.letter_targets()[0]


def test_the_line_about_weibo_stands_over_every_page_and_f9_acts_there(line: Line, qtbot: QtBot) -> None:
    line.account()
    line.begin()
    line.box.cut = PlatformError(Reaction.OFFLINE, path="remind/unread_count", platform_code="connect")
    line.desk.press(line.desk.comment(), "没网时写的")
    line.fetch()
    window, banner = line.window, line.window.background.banner
    places: set[QPoint] = set()
    for key in window.pages.keys:
        window.show_page(key)
        qtbot.waitUntil(banner.isVisible)
        assert line.cause
        places.add(banner.mapTo(window, QPoint(0, 0)))
    assert len(places) == 1
    QTest.keyClick(window.pages.settings.letter_targets()[0], Qt.Key.Key_F9)
    assert window.pages.in_sight(OutboxPage) is not None


def test_lines_of_the_inbox_take_no_place_on_other_pages(theme: Theme, qtbot: QtBot) -> None:
    crisis, weibo, files, crowd = (Banner(theme) for _ in range(4))
    room = BannerRoom((crisis, weibo, files, crowd), (crisis, crowd))
    for banner in (crisis, weibo, files, crowd):
        qtbot.addWidget(banner)
        banner.show_message("有事")
    assert [banner.isHidden() for banner in (crisis, weibo, files, crowd)] == [False, False, True, True]
    room.turn_to(inbox=False)
    assert not files.isHidden()
    room.turn_to(inbox=True)
    assert files.isHidden()
