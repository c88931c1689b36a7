"""回访: due is a query, one visit a ticket, what a visit's outcome does, silence."""

from datetime import datetime, timedelta

import pytest

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.followup import FollowUpState, VisitOutcome
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import SILENCE_DAYS
from weibo_operator.domain.ticket import WaitsFor


@pytest.fixture
def answered(operator, customers):
    ticket = operator.intake.capture(customers.message("杯子碎了", under="p1")).value
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="补寄了", after=AfterSend(State.IN_PROGRESS))
    operator.replies.confirm(intent.id)
    return ticket


def plan(operator, ticket, clock, **length):
    return operator.follow_ups.plan(ticket, due_at=clock.now() + timedelta(**length), question="杯子到了吗").value


def test_a_planned_visit_is_in_the_list_with_its_story(operator, answered, clock):
    visit = plan(operator, answered, clock, days=3)
    (found,) = operator.follow_ups.due_list()
    assert (found.id, found.problem, found.handling, found.question) == (visit, "杯子碎了", "补寄了", "杯子到了吗")
    assert operator.inbox.pane(State.FOLLOW_UP) == (answered,)
    (card,) = operator.inbox.cards([answered])
    assert (card.follow_up_at, card.follow_up_question) == (found.due_at, "杯子到了吗")


def test_due_follows_the_clock_whichever_way_it_goes(operator, answered, clock):
    plan(operator, answered, clock, days=3)
    assert operator.follow_ups.due_by_tonight() == 0
    clock.advance(days=3)
    assert operator.follow_ups.due_by_tonight() == 1
    clock.advance(days=30)
    assert operator.follow_ups.due_by_tonight() == 1
    clock.advance(days=-33)
    assert operator.follow_ups.due_by_tonight() == 0


def test_tonight_is_midnight_in_beijing(operator, answered, clock):
    operator.follow_ups.plan(answered, due_at=datetime(2026, 11, 19, 23, 59, 59, tzinfo=CHINA))
    assert operator.follow_ups.due_by_tonight() == 1
    operator.follow_ups.plan(answered, due_at=datetime(2026, 11, 20, 0, 0, tzinfo=CHINA))
    assert operator.follow_ups.due_by_tonight() == 0


def test_a_ticket_has_one_visit_at_most(operator, answered, clock):
    first = plan(operator, answered, clock, days=3)
    second = plan(operator, answered, clock, days=5)
    assert [visit.id for visit in operator.follow_ups.due_list()] == [second]
    assert operator.follow_ups.get(first).state is FollowUpState.CANCELLED


def test_a_visit_in_the_past_is_refused(operator, answered, clock):
    with pytest.raises(InvalidInputError):
        plan(operator, answered, clock, seconds=0)


def test_a_waiting_customers_ticket_stays_where_it_is(operator, customers, clock):
    ticket = operator.intake.capture(customers.message("坏了")).value
    plan(operator, ticket, clock, days=1)
    assert operator.inbox.pane(State.NEW) == (ticket,)


def test_a_visit_to_a_finished_ticket_brings_it_to_follow_up(operator, answered, clock):
    operator.inbox.finish(answered)
    plan(operator, answered, clock, days=1)
    found = operator.inbox.view(answered).ticket
    assert (found.state, found.closed_at, found.waits_for) == (State.FOLLOW_UP, None, WaitsFor.CUSTOMER)
    assert operator.inbox.next_up() is None


@pytest.mark.parametrize("finish", ["finish", "no_reply"])
def test_a_finished_ticket_has_nothing_due(operator, answered, clock, finish):
    plan(operator, answered, clock, days=1)
    if finish == "finish":
        operator.inbox.finish(answered)
    else:
        operator.inbox.no_reply([answered], reason="不用了")
    clock.advance(days=3)
    operator.inbox.wake()
    assert operator.follow_ups.due_list() == ()
    assert operator.follow_ups.due_by_tonight() == 0
    assert operator.inbox.pane(State.CLOSED) == (answered,)


@pytest.mark.parametrize("outcome", VisitOutcome)
def test_what_a_visit_found_decides(operator, answered, clock, outcome):
    visit = plan(operator, answered, clock, days=1)
    clock.advance(days=1)
    operator.follow_ups.done(visit, outcome, note="电话里说的")
    found = operator.inbox.view(answered).ticket
    assert found.state is (State.IN_PROGRESS if outcome.reopens else State.CLOSED)
    assert found.waits_for is (WaitsFor.US if outcome.reopens else WaitsFor.NOBODY)
    assert found.follow_up_at is None
    (done,) = operator.follow_ups.done_list()
    assert (done.outcome, done.note, done.done_at) == (outcome, "电话里说的", clock.now())
    assert (operator.inbox.next_up() is not None) == outcome.reopens
    operator.history.undo()
    assert operator.inbox.view(answered).ticket.state is State.FOLLOW_UP
    assert [row.id for row in operator.follow_ups.due_list()] == [visit]


def test_recording_a_visit_twice_changes_nothing(operator, answered, clock):
    visit = plan(operator, answered, clock, days=1)
    operator.follow_ups.done(visit, VisitOutcome.SATISFIED)
    assert operator.follow_ups.done(visit, VisitOutcome.DISSATISFIED).operation is None
    assert operator.follow_ups.get(visit).outcome is VisitOutcome.SATISFIED
    with pytest.raises(NotFoundError):
        operator.follow_ups.done(999, VisitOutcome.SATISFIED)


def test_a_customer_who_wrote_meanwhile_still_waits(operator, answered, customers, clock):
    visit = plan(operator, answered, clock, days=1)
    operator.intake.capture(customers.message("又碎了一个", under="p1"))
    operator.follow_ups.done(visit, VisitOutcome.SATISFIED)
    found = operator.inbox.view(answered).ticket
    assert (found.state, found.waits_for) == (State.IN_PROGRESS, WaitsFor.US)
    assert operator.inbox.next_up().card.id == answered


def test_finished_by_a_visit_the_departments_handoff_is_over(operator, answered, clock):
    operator.handoffs.forward(operator.handoffs.defaults(answered).form)
    visit = plan(operator, answered, clock, days=1)
    operator.follow_ups.done(visit, VisitOutcome.SATISFIED)
    assert operator.handoffs.open_ones() == ()
    assert operator.inbox.view(answered).ticket.state is State.CLOSED


def test_the_weeks_visits(operator, answered, clock):
    visit = plan(operator, answered, clock, days=1)
    assert operator.follow_ups.this_week() == (1, 0)
    operator.follow_ups.done(visit, VisitOutcome.SATISFIED)
    assert operator.follow_ups.this_week() == (1, 1)
    clock.advance(days=7)
    assert operator.follow_ups.this_week() == (0, 0)


def test_silence_makes_a_visit_once(operator, answered, clock):
    clock.advance(days=10)
    assert operator.follow_ups.make_for_silence().tickets == frozenset()
    operator.shop.change(SILENCE_DAYS, 5)
    assert operator.follow_ups.make_for_silence().tickets == {answered}
    assert operator.follow_ups.make_for_silence().tickets == frozenset()
    assert len(operator.follow_ups.due_list()) == operator.follow_ups.due_by_tonight() == 1
    assert operator.inbox.pane(State.FOLLOW_UP) == (answered,)


def test_silence_is_noticed_without_anything_being_set(operator, answered, clock):
    """E9: those who give no feedback are often the unhappy ones."""
    clock.advance(days=13, hours=23)
    assert operator.follow_ups.make_for_silence().tickets == frozenset()
    clock.advance(hours=1)
    assert operator.follow_ups.make_for_silence().tickets == {answered}


def test_silence_waits_its_days(operator, answered, clock):
    operator.shop.change(SILENCE_DAYS, 5)
    clock.advance(days=4, hours=23)
    assert operator.follow_ups.make_for_silence().tickets == frozenset()
    clock.advance(hours=1)
    assert operator.follow_ups.make_for_silence().tickets == {answered}
