"""The keys are always with something that is seen: after a segment turned the page, and where a list is empty."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from tests.conftest import Customers
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.leads.searches_page import SearchesPage
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.saved_search import SearchWords

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(context: Context, customers: Customers, open_window: OpenWindow) -> MainWindow:
    """A desk with one quiet customer."""
    context.operator.intake.capture(customers.message("请问几点开门"))
    return open_window(context)


def focused() -> QWidget:
    """What has the keys; it is in sight."""
    found = QApplication.focusWidget()
    assert found is not None
    assert found.isVisible()
    return found


def saved_search(context: Context, window: MainWindow, words: str) -> SearchesPage:
    """The page of saved searches with one for these words."""
    context.operator.searches.save(words, SearchWords((words,)))
    window.show_page("leads")
    window.pages.leads.show_list("searches")
    return window.pages.leads.searches


def test_the_arrow_on_a_segment_leads_through_all_lists_of_the_page(window: MainWindow) -> None:
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_F)
    pages = window.pages.followup
    came_by: list[QWidget] = []
    for _ in range(6):
        segment = next(each for each in pages.shown.seg.findChildren(QRadioButton) if each.isChecked())
        segment.setFocus()
        before = pages.shown
        press(Qt.Key.Key_Right)
        assert pages.isAncestorOf(focused())
        if pages.shown is not before:
            came_by.append(pages.shown)
            assert focused() in pages.shown.letter_targets()
            press(Qt.Key.Key_J)
            assert pages.isAncestorOf(focused())
    assert set(came_by) >= {pages.promises, pages.important, pages.praise, pages.helpful}
    press(Qt.Key.Key_1, CONTROL)
    assert window.page == "inbox"


def test_the_keys_of_an_empty_crisis_page_go_to_what_it_shows(window: MainWindow) -> None:
    press(Qt.Key.Key_6, CONTROL)
    page = window.pages.crisis
    assert focused() is page.empty
    press(Qt.Key.Key_Escape)
    assert focused() is page.empty
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_I)
    assert window.page == "inbox"


def test_the_keys_go_on_when_the_last_saved_search_is_deleted(context: Context, window: MainWindow) -> None:
    page = saved_search(context, window, "投诉")
    assert focused() is page.searches
    page.delete()
    assert focused() is page.empty
    window.run("undo")
    assert focused() is page.searches
    page.delete()
    window.show_page("inbox")
    window.show_page("leads")
    assert focused() is page.empty


def test_the_keys_go_on_when_the_last_visit_is_done(context: Context, window: MainWindow) -> None:
    (ticket,) = context.operator.inbox.pane(State.NEW)
    context.operator.follow_ups.plan(ticket, due_at=context.operator.desk.now() + timedelta(hours=1))
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_F)
    shown = window.pages.followup.shown
    assert focused() in shown.letter_targets()
    press(Qt.Key.Key_1)
    assert context.operator.follow_ups.due_list() == ()
    assert focused() in shown.letter_targets()
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_I)
    assert window.page == "inbox"


@pytest.mark.parametrize("page", ["handoff", "weekly", "settings"])
def test_a_reply_taken_back_on_another_page_is_shown_with_its_text(
    context: Context, window: MainWindow, page: str
) -> None:
    operator = context.operator
    (ticket,) = operator.inbox.pane(State.NEW)
    text, after = "您好，九点开门。", AfterSend(State.IN_PROGRESS)
    operator.replies.confirm(operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=after).id)
    window.show_page(page)
    window.run("undo")
    assert window.page == "inbox"
    editor = window.pages.inbox.session.composer.editor
    assert editor.text == text
    assert focused() is editor


def test_the_keys_stay_in_sight_where_a_search_finds_nothing(context: Context, window: MainWindow) -> None:
    page = saved_search(context, window, "退款")
    press(Qt.Key.Key_Right)
    assert focused() is page.searches
    press(Qt.Key.Key_Return)
    assert focused() is page.searches


def test_the_keys_go_back_to_the_searches_when_the_last_hit_is_seen(context: Context, window: MainWindow) -> None:
    page = saved_search(context, window, "开门")
    press(Qt.Key.Key_Right)
    assert focused() is page.hits
    press(Qt.Key.Key_E)
    assert context.operator.searches.unseen() == 0
    assert page.hit is None
    assert focused() is page.searches
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_I)
    assert window.page == "inbox"
