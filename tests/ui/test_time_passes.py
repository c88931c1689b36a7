"""What the open ticket and the crisis page say stays true while nothing happens but time; nothing else moves."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.conftest import Customers, SetClock
from tests.ui.keys import press
from tests.ui.window_fixture import OpenWindow
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend

DANGER = "充电宝冒烟了，今天就打12315曝光你们"


@pytest.fixture
def ticket(context: Context, customers: Customers) -> TicketId:
    made = context.operator.intake.capture(customers.message("快递三天没到，帮我查一下", uid="1", under="p1")).value
    assert made is not None
    return made


@pytest.fixture
def window(context: Context, ticket: TicketId, open_window: OpenWindow) -> MainWindow:
    """The customer is open and a reply begun, the caret in its middle."""
    window = open_window(context)
    window.show_ticket(ticket)
    editor = window.pages.inbox.session.composer.editor
    editor.insertPlainText("您好，正在查")
    editor.place_caret(3)
    return window


def pass_by(window: MainWindow, clock: SetClock, **length: int) -> None:
    clock.advance(**length)
    window._tick()


def test_the_level_tells_how_long_somebody_waits_by_now(window: MainWindow, clock: SetClock) -> None:
    session = window.pages.inbox.session
    assert "刚来" in session.head.level.accessibleName()
    pass_by(window, clock, minutes=20)
    assert "刚来" not in session.head.level.accessibleName()
    assert "等待 20 分" in session.head.level.accessibleName()
    assert "等待 20 分" in session.panel.level


def test_words_caret_place_and_focus_stay_while_time_passes(
    context: Context, window: MainWindow, ticket: TicketId, customers: Customers, clock: SetClock
) -> None:
    for number in range(30):
        more = customers.message(f"第 {number} 次问了，到哪里了", uid="1", under="p1")
        context.news.tell(context.operator.intake.capture(more).changes)
    session = window.pages.inbox.session
    editor, bar = session.composer.editor, session.conversation.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() // 2)
    session.conversation.setCurrentIndex(session.conversation.model().index(4, 0))
    place = bar.value()
    editor.setFocus()
    for length in (timedelta(minutes=1), timedelta(hours=26)):
        clock.at += length
        window._tick()
        assert (editor.text, editor.textCursor().position()) == ("您好，正在查", 3)
        assert bar.value() == place
        assert session.conversation.currentIndex().row() == 4
        assert QApplication.focusWidget() is editor
    assert session.current_ticket == ticket


def test_after_midnight_today_is_yesterday(window: MainWindow, clock: SetClock) -> None:
    session = window.pages.inbox.session
    assert any("今天" in part for part in session.head.facts)
    pass_by(window, clock, hours=24)
    assert any("昨天" in part for part in session.head.facts)
    model = session.conversation.model()
    spoken = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert any("昨天" in words for words in spoken)
    assert not any("今天" in words for words in spoken)


def test_a_promise_whose_time_has_passed_is_late(context: Context, clock: SetClock, window: MainWindow) -> None:
    replies, session = context.operator.replies, window.pages.inbox.session
    ticket = session.current_ticket
    assert ticket is not None
    after = AfterSend(State.IN_PROGRESS)
    intent = replies.copy(ticket, audience=Audience.PUBLIC, text="您好，两小时内给您答复。", after=after)
    context.news.tell(replies.confirm(intent.id).changes)
    assert "承诺过时了" not in session.panel.owed.words
    assert "承诺" in session.panel.owed.words
    pass_by(window, clock, hours=3)
    assert "承诺过时了" in session.panel.owed.words


def test_the_crisis_page_counts_on(
    context: Context, customers: Customers, clock: SetClock, open_window: OpenWindow
) -> None:
    context.operator.intake.capture(customers.message(DANGER))
    window = open_window(context)
    press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    page = window.pages.crisis
    page.to_checklist()
    focused = QApplication.focusWidget()
    assert page.chosen is not None
    assert "今天" in " ".join(page.detail._facts.parts)
    pass_by(window, clock, hours=24)
    assert "昨天" in " ".join(page.detail._facts.parts)
    assert QApplication.focusWidget() is focused


def test_earlier_tickets_follow_when_one_of_them_changes_or_comes(
    context: Context, window: MainWindow, customers: Customers
) -> None:
    operator, session = context.operator, window.pages.inbox.session
    assert session.panel.earlier.isHidden()
    other = operator.intake.capture(customers.message("发票什么时候开？", uid="1", under="p9"))
    assert other.value not in (None, session.current_ticket)
    context.news.tell(other.changes)
    assert not session.panel.earlier.isHidden()
    assert "未完成" in session.panel.earlier.words
    context.news.tell(operator.inbox.no_reply([other.value], reason="闲聊").changes)
    assert "未完成" not in session.panel.earlier.words
    context.news.tell(operator.history.undo().changes)
    assert "未完成" in session.panel.earlier.words
    context.news.tell(operator.history.undo().changes)
    assert session.panel.earlier.isHidden()
