"""The conversation's rows and their view."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from ui.reply.conversation import ConversationView
from ui.reply.rows import Event, Quote, Said, conversation_rows, spoken
from ui.support.theme import Theme
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend


@pytest.fixture
def ticket(operator: Operator, customers: Customers, clock: SetClock) -> TicketId:
    from msgspec.structs import replace

    first = replace(
        customers.message("屏幕有裂痕//@老李:这家店怎么样", under="p"), parent_text="【返场】全场现货", likes=37
    )
    found = operator.intake.capture(first).value
    assert found is not None
    clock.advance(minutes=10)
    intent = operator.replies.copy(found, audience=Audience.PRIVATE, text="在查了", after=AfterSend(State.IN_PROGRESS))
    operator.replies.confirm(intent.id)
    clock.advance(minutes=10)
    operator.handoffs.forward(operator.handoffs.defaults(found).form)
    return found


def test_rows_tell_everything_in_order(operator: Operator, ticket: TicketId) -> None:
    view = operator.inbox.view(ticket)
    rows = conversation_rows(view, view.messages, operator.desk.now())
    assert [type(row) for row in rows] == [Quote, Said, Said, Event]
    said, mine, event = rows[1], rows[2], rows[3]
    assert isinstance(said, Said)
    assert isinstance(mine, Said)
    assert isinstance(event, Event)
    assert "已有 37 人赞" in said.meta
    assert said.message.text == "屏幕有裂痕"
    assert (mine.icon, mine.meta[:2]) == ("lock", ("我", "私信"))
    assert "已转交" in event.text
    assert all(spoken(row) for row in rows)


def test_rows_unfold_and_copy(
    operator: Operator,
    ticket: TicketId,
    theme: Theme,
    qtbot: QtBot,
    show_active: Callable[[QWidget], None],
) -> None:
    conversation = ConversationView(theme)
    qtbot.addWidget(conversation)
    conversation.resize(700, 400)
    show_active(conversation)
    view = operator.inbox.view(ticket)
    conversation.show_rows(conversation_rows(view, view.messages, operator.desk.now()), keep=False)
    conversation.setFocus()
    conversation.setCurrentIndex(conversation.model().index(1, 0))
    folded = conversation.rowHeight(1)
    qtbot.keyClick(conversation, Qt.Key.Key_Return)
    assert conversation.rowHeight(1) > folded
    qtbot.keyClick(conversation, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "屏幕有裂痕"


def test_new_words_do_not_move_what_is_being_read(
    operator: Operator, customers: Customers, clock: SetClock, theme: Theme, qtbot: QtBot
) -> None:
    first = operator.intake.capture(customers.message("第一句", under="p")).value
    assert first is not None
    for number in range(30):
        clock.advance(minutes=1)
        operator.intake.capture(customers.message(f"第 {number} 句", under="p"))
    conversation = ConversationView(theme)
    qtbot.addWidget(conversation)
    conversation.resize(700, 300)
    conversation.show()
    view = operator.inbox.view(first)
    now = operator.desk.now() + timedelta(minutes=1)
    conversation.show_rows(conversation_rows(view, view.messages, now), keep=False)
    bar = conversation.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    bar.setValue(120)
    operator.intake.capture(customers.message("又一句", under="p"))
    view = operator.inbox.view(first)
    conversation.show_rows(conversation_rows(view, view.messages, now), keep=True)
    assert bar.value() == 120


def test_letters_are_not_for_the_list(theme: Theme, qtbot: QtBot) -> None:
    conversation = ConversationView(theme)
    qtbot.addWidget(conversation)
    conversation.show()
    conversation.setFocus()
    assert not conversation.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
