"""A visit made because a customer stayed silent never bars undo or redo, nor outlives its answer."""

from datetime import timedelta

import pytest

from tests.conftest import Customers, SetClock
from tests.storage.test_journal import state_of
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import UndoBarrierError
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import SILENCE_DAYS

SILENT = timedelta(days=SILENCE_DAYS.default)


@pytest.fixture
def ticket(operator: Operator, customers: Customers) -> TicketId:
    made = operator.intake.capture(customers.message("快递三天没到，帮我查一下", uid="u0", under="p0")).value
    assert made is not None
    operator.desk.journal.seal()
    return made


def answer(operator: Operator, ticket: TicketId, text: str = "您好，在查。", *, is_ack: bool = False) -> None:
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=after, is_ack=is_ack)
    operator.replies.confirm(intent.id)


def fall_silent(operator: Operator, clock: SetClock) -> None:
    clock.at += SILENT
    assert operator.follow_ups.make_for_silence().tickets


@pytest.mark.parametrize("acknowledged", [False, True])
def test_the_answer_is_taken_back_with_the_visit_and_both_come_again(
    operator: Operator, ticket: TicketId, clock: SetClock, acknowledged: bool
) -> None:
    if acknowledged:
        answer(operator, ticket, "收到", is_ack=True)
    before = state_of(operator)
    answer(operator, ticket)
    fall_silent(operator, clock)
    after = state_of(operator)
    for _ in range(2):
        assert operator.history.undo().value.kind is OperationKind.REPLY
        assert state_of(operator) == before
        upcoming = operator.inbox.next_up()
        assert upcoming is not None
        assert upcoming.card.id == ticket
        assert operator.follow_ups.make_for_silence().tickets == frozenset()
        assert operator.history.redo().value.kind is OperationKind.REPLY
        assert state_of(operator) == after


def test_a_visit_planned_and_taken_back_gives_way_to_silence_and_comes_again(
    operator: Operator, ticket: TicketId, clock: SetClock
) -> None:
    answer(operator, ticket)
    operator.follow_ups.plan(ticket, due_at=clock.now() + timedelta(days=60), question="好了吗")
    planned = state_of(operator)
    operator.history.undo()
    fall_silent(operator, clock)
    assert operator.history.redo().value.kind is OperationKind.FOLLOW_UP_PLAN
    assert state_of(operator) == planned
    assert operator.follow_ups.make_for_silence().tickets == frozenset()
    assert [operator.history.undo().value.kind for _ in range(2)] == [OperationKind.FOLLOW_UP_PLAN, OperationKind.REPLY]


def test_what_is_done_with_the_visit_is_taken_back_first(operator: Operator, ticket: TicketId, clock: SetClock) -> None:
    before = state_of(operator)
    answer(operator, ticket)
    fall_silent(operator, clock)
    (visit,) = operator.follow_ups.due_list()
    operator.follow_ups.done(visit.id, VisitOutcome.SATISFIED)
    after = state_of(operator)
    kinds = [operator.history.undo().value.kind for _ in range(2)]
    assert kinds == [OperationKind.FOLLOW_UP_DONE, OperationKind.REPLY]
    assert state_of(operator) == before
    assert [operator.history.redo().value.kind for _ in range(2)] == kinds[::-1]
    assert state_of(operator) == after


def test_what_moved_nothing_is_taken_back_and_the_visit_stays(
    operator: Operator, ticket: TicketId, clock: SetClock
) -> None:
    answer(operator, ticket)
    operator.inbox.set_labels(ticket, topic="退货")
    fall_silent(operator, clock)
    assert operator.history.undo().value.kind is OperationKind.SET_LABELS
    assert [visit.ticket_id for visit in operator.follow_ups.due_list()] == [ticket]
    assert operator.inbox.pane(State.FOLLOW_UP) == (ticket,)


def test_a_customer_who_wrote_after_the_silence_still_bars_undo(
    operator: Operator, ticket: TicketId, customers: Customers, clock: SetClock
) -> None:
    answer(operator, ticket)
    fall_silent(operator, clock)
    operator.intake.capture(customers.message("还没到", uid="u0", under="p0"), undoable=False)
    kept = state_of(operator)
    with pytest.raises(UndoBarrierError):
        operator.history.undo()
    assert state_of(operator) == kept
