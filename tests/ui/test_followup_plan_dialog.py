"""稍后、安排回访: the ticket decides which; times are typed or taken by Alt+digit."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.followup.plan_dialog import PlanDialog
from ui.support.context import Context
from weibo_operator.domain.clock import china
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend

KEYS = Qt.KeyboardModifier


@pytest.fixture
def waiting(context: Context, customers: Customers) -> TicketId:
    """A customer who waits for us."""
    ticket = context.operator.intake.capture(customers.message("什么时候发货", nickname="小鹿")).value
    assert ticket is not None
    return ticket


@pytest.fixture
def answered(context: Context, waiting: TicketId) -> TicketId:
    """The same customer, answered."""
    after = AfterSend(State.IN_PROGRESS)
    replies = context.operator.replies
    replies.confirm(replies.copy(waiting, audience=Audience.PUBLIC, text="今天下午发出", after=after).id)
    return waiting


@pytest.fixture
def dialog(context: Context, qtbot: QtBot, show_active: Callable[[QWidget], None]) -> PlanDialog:
    """The dialog over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 641)
    show_active(window)
    return PlanDialog(context, window)


def test_a_waiting_ticket_is_put_off(dialog: PlanDialog, context: Context, waiting: TicketId) -> None:
    dialog.open_for(waiting)
    assert not dialog.plans_visit
    assert dialog.question.isHidden()
    QTest.keyClicks(dialog.when, "3x")
    assert "没看懂" in dialog.meant
    dialog.when.setText("2小时后")
    assert dialog.meant == "今天 16:10，还有 2 小时"
    QTest.keyClick(dialog.when, Qt.Key.Key_Return, KEYS.ControlModifier)
    found = context.operator.inbox.view(waiting).ticket
    assert found.follow_up_at is not None
    assert f"{china(found.follow_up_at):%H:%M}" == "16:10"
    assert context.operator.inbox.next_up() is None


def test_an_answered_ticket_gets_a_visit(dialog: PlanDialog, context: Context, answered: TicketId) -> None:
    told: list[object] = []
    dialog.planned.connect(told.append)
    dialog.open_for(answered)
    assert dialog.plans_visit
    dialog.question.setText("收到货了吗")
    QTest.keyClick(dialog.when, Qt.Key.Key_2, KEYS.AltModifier)
    assert dialog.when.text() == "明天下午"
    QTest.keyClick(dialog.when, Qt.Key.Key_Return)
    (visit,) = context.operator.follow_ups.due_list()
    assert (visit.ticket_id, visit.question, f"{china(visit.due_at):%d %H:%M}") == (answered, "收到货了吗", "20 15:00")
    assert told == [answered]
    assert dialog.isHidden()


def test_three_keys_are_enough(dialog: PlanDialog, context: Context, answered: TicketId) -> None:
    dialog.open_for(answered)
    QTest.keyClick(dialog.when, Qt.Key.Key_Return)
    (visit,) = context.operator.follow_ups.due_list()
    assert f"{china(visit.due_at):%d %H:%M}" == "22 10:00"


def test_typing_replaces_what_stands_there(dialog: PlanDialog, answered: TicketId) -> None:
    dialog.open_for(answered)
    QTest.keyClicks(dialog.when, "9:00")
    assert dialog.when.text() == "9:00"
    assert dialog.meant.startswith("明天 09:00")


@pytest.mark.parametrize("typed", ["", "以后再说", "今天9:00"])
def test_times_that_cannot_be_are_refused(dialog: PlanDialog, context: Context, answered: TicketId, typed: str) -> None:
    dialog.open_for(answered)
    dialog.when.setText(typed)
    QTest.keyClick(dialog.when, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert context.operator.follow_ups.due_list() == ()


def test_words_that_came_in_meanwhile_are_looked_at_first(
    dialog: PlanDialog, context: Context, waiting: TicketId, customers: Customers
) -> None:
    dialog.open_for(waiting)
    context.operator.intake.capture(customers.message("我要投诉12315", nickname="小鹿"))

    def press(typed: str) -> bool:
        dialog.when.setText(typed)
        QTest.keyClick(dialog.when, Qt.Key.Key_Return)
        return context.operator.inbox.view(waiting).ticket.follow_up_at is not None

    # A time that can't be says nothing of the words: they count as seen only once the dialog has spoken of them.
    assert [press("今天9:00"), press("2小时后"), press("2小时后")] == [False, False, True]


def test_escape_changes_nothing(dialog: PlanDialog, context: Context, answered: TicketId) -> None:
    dialog.open_for(answered)
    QTest.keyClick(dialog.when, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert context.operator.follow_ups.due_list() == ()


def test_it_can_be_undone(dialog: PlanDialog, context: Context, waiting: TicketId) -> None:
    said: list[str] = []
    context.news.undoable.connect(said.append)
    dialog.open_for(waiting)
    dialog.choices[0].click()
    QTest.keyClick(dialog.when, Qt.Key.Key_Return)
    assert said == ["今天 15:10 前不再排队"]
    context.operator.history.undo()
    assert context.operator.inbox.next_up() is not None


def test_a_ticket_that_is_gone_is_said(dialog: PlanDialog, context: Context) -> None:
    notices: list[str] = []
    context.news.notice.connect(notices.append)
    dialog.open_for(TicketId(999))
    assert dialog.isHidden()
    assert len(notices) == 1
