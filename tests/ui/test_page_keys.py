"""The table of keys that mean something on one page: complete, without two meanings, and taken by every page."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.followup.pages import FollowUpPages
from ui.handoff.page import HandoffPage
from ui.inbox.gathered_page import GatheredPage
from ui.leads.pages import LeadPages
from ui.outbox.page import OutboxPage
from ui.shell.pages import Page
from ui.support.actions import ACTIONS
from ui.support.context import Context
from ui.support.key_map import KeyMap
from ui.support.page_keys import PAGE_KEYS, bound
from ui.support.window_actions import Actions
from ui.templates.knowledge_page import KnowledgePage
from ui.widgets.button import KeyButton
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage
from weibo_operator.domain.saved_search import SearchWords

NAMED = {row.id for row in ACTIONS}
NOT_IN_A_LIST = ("Ctrl+Return", "Ctrl+Enter")
"""Keys of the window, which it takes before any page sees them."""
MAKERS: dict[str, Callable[[Context], tuple[QWidget, QWidget]]] = {
    "visits": lambda context: _inside(FollowUpPages(context), "visits"),
    "promises": lambda context: _inside(FollowUpPages(context), "promises"),
    "important": lambda context: _inside(FollowUpPages(context), "important"),
    "praise": lambda context: _inside(FollowUpPages(context), "praise"),
    "handoff": lambda context: (page := HandoffPage(context), page),
    "outbox": lambda context: (page := OutboxPage(context), page),
    "gathered": lambda context: (page := GatheredPage(context), page),
    "leads": lambda context: _inside(LeadPages(context), "leads"),
    "searches": lambda context: _inside(LeadPages(context), "searches"),
    "knowledge": lambda context: (page := KnowledgePage(context), page),
}


def _inside(pages: QWidget, name: str) -> tuple[QWidget, QWidget]:
    return pages, getattr(pages, name)


class HandedPage(ListPage):
    """A page with the keys of 转交; ``done`` names what was asked for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme)
        self.done: list[str] = []
        theme = context.theme
        self.list = CardList(theme, GroupedRows(str, str), CardDelegate(theme, 60), "转交")
        self.button = KeyButton(theme, "催一下", keys="U")
        self.arrange(QWidget(), ColumnHeads(theme, ()), self.list, EmptyState(theme), self.button)
        self.show_filled(filled=True)
        deeds = [*(row.id for row in PAGE_KEYS["handoff"].rows), "open"]
        self.bind("handoff", {name: (lambda name=name: self.done.append(name)) for name in deeds})


@pytest.mark.parametrize("page", PAGE_KEYS)
def test_a_page_has_real_keys_each_with_one_meaning(page: str) -> None:
    shown = [QKeySequence(keys) for row in PAGE_KEYS[page].rows for keys in row.keys_in(ACTIONS)]
    assert all(keys.count() == 1 for keys in shown)
    assert [keys for keys, count in Counter(keys.toString() for keys in shown).items() if count > 1] == []
    assert all(row.keys_in(ACTIONS) and row.title for row in PAGE_KEYS[page].rows)


@pytest.mark.parametrize("page", MAKERS)
def test_every_page_takes_the_actions_that_the_sheet_says_it_does(page: str, context: Context, qtbot: QtBot) -> None:
    owner, shown = MAKERS[page](context)
    qtbot.addWidget(owner)
    assert isinstance(shown, Page)
    named = [row.id for row in PAGE_KEYS[page].rows if row.id in NAMED]
    assert [action for action in named if not shown.handle(action)] == []


@pytest.mark.parametrize("page", [name for name in MAKERS if name != "handoff"])
def test_every_page_takes_its_keys_from_the_table_also_beside_its_list(
    page: str, context: Context, qtbot: QtBot
) -> None:
    owner, shown = MAKERS[page](context)
    qtbot.addWidget(owner)
    keys = [keys for row in PAGE_KEYS[page].rows for keys in row.keys_in(ACTIONS) if keys not in NOT_IN_A_LIST]
    assert keys
    refused: list[str] = []
    for each in keys:
        stroke = QKeySequence(each)[0]
        event = QKeyEvent(QEvent.Type.KeyPress, stroke.key(), stroke.keyboardModifiers())
        QApplication.sendEvent(shown, event)
        refused += [] if event.isAccepted() else [each]
    assert refused == []


def test_left_and_right_go_between_the_searches_and_their_hits(
    context: Context, customers: Customers, qtbot: QtBot, show_active: Callable[[QWidget], None]
) -> None:
    pages = LeadPages(context)
    qtbot.addWidget(pages)
    context.operator.intake.capture(customers.message("快递丢了，我要投诉"))
    context.operator.searches.save("投诉", SearchWords(("投诉",)))
    show_active(pages)
    pages.searches.searches.setFocus()
    QTest.keyClick(pages.searches.searches, Qt.Key.Key_Right)
    assert pages.searches.hits.hasFocus()
    QTest.keyClick(pages.searches.hits, Qt.Key.Key_Left)
    assert pages.searches.searches.hasFocus()


def test_what_a_page_binds_is_complete_and_known() -> None:
    deeds = {row.id: list for row in PAGE_KEYS["promises"].rows}
    assert set(bound("promises", {**deeds, "card": list})) == {*deeds, "card"}
    with pytest.raises(KeyError, match="level_2"):
        bound("promises", {name: deed for name, deed in deeds.items() if name != "level_2"})
    with pytest.raises(KeyError, match="nowhere"):
        bound("promises", {**deeds, "nowhere": list})


def test_a_pages_own_letter_is_not_taken_by_the_window(
    context: Context, qtbot: QtBot, show_active: Callable[[QWidget], None]
) -> None:
    window, page, ran = QWidget(), HandedPage(context), list[str]()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(page)
    actions = Actions(window, {row.id: (lambda name=row.id: ran.append(name)) for row in ACTIONS}, {}, KeyMap())
    actions.letters_for(page.letter_targets())
    show_active(window)
    page.list.setFocus()
    for key in (Qt.Key.Key_U, Qt.Key.Key_I, Qt.Key.Key_Return):
        QTest.keyClick(page.list, key)
    assert (page.done, ran) == (["nudge"], ["audience", "open"])
    page.button.setFocus()
    for key in (Qt.Key.Key_U, Qt.Key.Key_V):
        QTest.keyClick(page.button, key)
    assert page.done == ["nudge", "nudge", "card"]
