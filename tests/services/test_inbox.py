"""The inbox: 下一位 asked twice, putting off and coming back, finishing once, taking up again, levels and labels."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.desk_work import STEPS, DeskWork
from tests.storage.test_journal import state_of
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import InvalidInputError, MoveNotAllowedError, NotFoundError
from weibo_operator.domain.labels import Actor, Audience, Kind, Level, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import VISIT_DAYS
from weibo_operator.domain.ticket import WaitsFor


@pytest.fixture
def ticket(operator, customers):
    return operator.intake.capture(customers.message("杯子碎了", under="p1")).value


def answer(operator, ticket, state=State.IN_PROGRESS, days=None):
    after = AfterSend(state, days)
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="在查了", after=after)
    operator.replies.confirm(intent.id)


def everything(operator):
    connection = operator.desk.connection
    tables = ("operation", "change", "rotation_state", "rotation_row", "rotation_customer", "rotation_level")
    select = "SELECT * FROM {} ORDER BY 1"
    return state_of(operator) | {
        table: [tuple(row) for row in connection.execute(select.format(table))] for table in tables
    }


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=20), st.integers(0, 40))
def test_asking_for_the_next_one_changes_nothing_and_says_the_same(language, steps, days):
    work = DeskWork(language)
    try:
        for name, which in steps:
            work.step(name, which)
        work.clock.at += timedelta(days=days)
        before = everything(work.operator)
        first, second = (work.operator.inbox.next_up() for _ in range(2))
        assert first == second
        assert everything(work.operator) == before
        work.operator.inbox.wake()
        woken = work.operator.inbox.next_up()
        assert (woken and woken.card.id) == (first and first.card.id)
    finally:
        work.operator.close()


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from([*STEPS, "sleep"]), st.integers(0, 9)), max_size=25))
def test_nothing_due_or_waiting_is_ever_finished(language, steps):
    work = DeskWork(language)
    try:
        for name, which in steps:
            if name == "sleep":
                work.clock.at += timedelta(days=which)
                work.operator.inbox.wake()
            else:
                work.step(name, which)
            closed = set(work.operator.inbox.pane(State.CLOSED))
            assert closed.isdisjoint(visit.ticket_id for visit in work.operator.follow_ups.due_list())
            assert closed.isdisjoint(handoff.ticket_id for handoff in work.operator.handoffs.open_ones())
            counts = work.operator.inbox.counts()
            assert counts == {state: len(work.operator.inbox.pane(state)) for state in State}
            waiting = set(work.operator.inbox.pane(State.NEW)) | set(work.operator.inbox.pane(State.IN_PROGRESS))
            nobody = work.operator.inbox.next_up()
            assert nobody is None or nobody.card.id in waiting
    finally:
        work.operator.close()


def test_put_off_it_is_out_of_the_rotation_until_then(operator, ticket, clock):
    operator.inbox.snooze(ticket, until=clock.now() + timedelta(hours=3))
    assert operator.inbox.next_up() is None
    assert operator.inbox.wake().tickets == frozenset()
    clock.advance(hours=3)
    assert operator.inbox.next_up().card.id == ticket
    assert operator.inbox.wake().tickets == {ticket}
    assert operator.inbox.wake().tickets == frozenset()
    assert operator.inbox.next_up().card.id == ticket
    assert operator.inbox.view(ticket).ticket.follow_up_at is None


def test_it_wakes_at_the_start_after_days_away(open_desk, customers, clock):
    before = open_desk()
    ticket = before.intake.capture(customers.message("杯子碎了")).value
    before.inbox.snooze(ticket, until=clock.now() + timedelta(hours=3))
    before.close()
    clock.advance(days=9)
    after = open_desk()
    assert after.inbox.next_up().card.id == ticket
    assert after.inbox.wake().tickets == {ticket}


def test_answered_while_put_off_and_all_taken_back(operator, customers, clock):
    first = operator.intake.capture(customers.message("快递没到", under="p1")).value
    second = operator.intake.capture(customers.message("有优惠吗", under="p2")).value
    operator.inbox.snooze(first, until=clock.now() + timedelta(days=1))
    answer(operator, first)
    assert operator.inbox.next_up().card.id == second
    operator.history.undo()
    assert operator.inbox.next_up().card.id == second
    operator.history.undo()
    operator.inbox.no_reply([second], reason="闲聊")
    assert operator.inbox.next_up().card.id == first


def test_put_off_and_woken_the_visit_keeps_its_date(operator, ticket, clock):
    answer(operator, ticket, State.FOLLOW_UP, 7)
    visit = operator.follow_ups.due_list()[0].due_at
    operator.inbox.snooze(ticket, until=clock.now() + timedelta(hours=1))
    clock.advance(hours=2)
    operator.inbox.wake()
    assert operator.inbox.view(ticket).ticket.follow_up_at == visit


@pytest.mark.parametrize("hours", [0, -1])
def test_putting_off_into_the_past_is_refused(operator, ticket, clock, hours):
    with pytest.raises(InvalidInputError):
        operator.inbox.snooze(ticket, until=clock.now() + timedelta(hours=hours))


def test_a_finished_ticket_is_not_put_off(operator, ticket, clock):
    operator.inbox.no_reply([ticket], reason="闲聊")
    with pytest.raises(InvalidInputError) as refused:
        operator.inbox.snooze(ticket, until=clock.now() + timedelta(hours=1))
    assert refused.value.data["reason"] == "closed"


def test_an_answered_ticket_comes_to_follow_up_when_its_visit_is_due(operator, ticket, clock):
    answer(operator, ticket, State.IN_PROGRESS, 3)
    clock.advance(days=2)
    operator.inbox.wake()
    assert operator.inbox.view(ticket).ticket.state is State.IN_PROGRESS
    clock.advance(days=2)
    assert operator.inbox.wake().tickets == {ticket}
    assert operator.inbox.pane(State.FOLLOW_UP) == (ticket,)


def test_finishing_is_refused_while_an_answer_is_owed(operator, ticket):
    with pytest.raises(InvalidInputError) as refused:
        operator.inbox.finish(ticket)
    assert refused.value.data["reason"] == "turn_open"


def test_finishing_twice_changes_nothing(operator, ticket, clock):
    operator.shop.change(VISIT_DAYS[Kind.COMPLAINT], 0)
    answer(operator, ticket)
    operator.inbox.finish(ticket)
    closed_at = operator.inbox.view(ticket).ticket.closed_at
    clock.advance(hours=1)
    assert operator.inbox.finish(ticket).operation is None
    assert operator.inbox.no_reply([ticket], reason="闲聊").operation is None
    found = operator.inbox.view(ticket).ticket
    assert (found.closed_at, found.close_reason) == (closed_at, "")
    assert operator.history.last().kind is OperationKind.FINISH


def test_without_a_reply_several_at_once_as_one_step(operator, customers):
    chosen = [operator.intake.capture(customers.message("哈哈", uid=str(uid))).value for uid in range(5)]
    other = operator.intake.capture(customers.message("坏了", uid="9")).value
    operator.inbox.no_reply(chosen[:4], reason="闲聊")
    assert set(operator.inbox.pane(State.CLOSED)) == set(chosen[:4])
    assert set(operator.inbox.pane(State.NEW)) == {chosen[4], other}
    operator.history.undo()
    assert set(operator.inbox.pane(State.NEW)) == {*chosen, other}


def test_without_a_reply_a_reason_is_demanded(operator, ticket):
    with pytest.raises(InvalidInputError):
        operator.inbox.no_reply([ticket], reason="  ")
    assert operator.inbox.pane(State.NEW) == (ticket,)


def test_a_finished_ticket_is_taken_up_again_an_open_one_not(operator, ticket, clock):
    with pytest.raises(MoveNotAllowedError):
        operator.inbox.reopen(ticket)
    operator.inbox.no_reply([ticket], reason="闲聊")
    clock.advance(days=1)
    operator.inbox.reopen(ticket)
    found = operator.inbox.view(ticket).ticket
    assert (found.state, found.waits_for, found.waiting_since) == (State.IN_PROGRESS, WaitsFor.US, clock.now())
    assert found.closed_at is None
    assert operator.inbox.next_up().card.id == ticket


def test_a_skipped_ticket_goes_behind_the_others(operator, customers):
    chosen = {operator.intake.capture(customers.message("坏了", uid=str(uid))).value for uid in range(3)}
    seen = []
    for _ in range(3):
        seen.append(operator.inbox.next_up().card.id)
        operator.inbox.skip(seen[-1])
    assert set(seen) == chosen
    with pytest.raises(NotFoundError):
        operator.inbox.skip(999)


def test_the_level_is_the_operators_until_given_back(operator, ticket):
    operator.inbox.set_level(ticket, Level.P1)
    found = operator.inbox.view(ticket).ticket
    assert (found.level, found.level_by) == (Level.P1, Actor.OPERATOR)
    operator.inbox.set_level(ticket, None)
    assert operator.inbox.view(ticket).ticket.level_by is Actor.AUTO


def test_labels_are_corrected_and_wrong_ones_refused(operator, ticket):
    operator.inbox.set_labels(ticket, kind=Kind.PRAISE.value, department="外包")
    found = operator.inbox.view(ticket).ticket
    assert (found.kind, found.department, found.labels_by) == (Kind.PRAISE, "外包", Actor.OPERATOR)
    for wrong in ({"kind": "瞎写"}, {"aspect": ""}, {"topic": " "}, {"snippet": "x"}):
        with pytest.raises(InvalidInputError):
            operator.inbox.set_labels(ticket, **wrong)
    assert operator.inbox.view(ticket).ticket.kind is Kind.PRAISE


def test_the_panes_have_their_orders(operator, customers, clock):
    ids = []
    for number in range(4):
        ids.append(operator.intake.capture(customers.message("请问几点开门", uid=str(number))).value)
        clock.advance(minutes=1)
    operator.inbox.set_level(ids[3], Level.P1)
    assert operator.inbox.pane(State.NEW) == (ids[3], *ids[:3])
    assert operator.inbox.pane(State.NEW, limit=2) == (ids[3], ids[0])
    for ticket in ids[:2]:
        answer(operator, ticket)
        clock.advance(minutes=1)
    assert operator.inbox.pane(State.IN_PROGRESS) == (ids[1], ids[0])
    cards = operator.inbox.cards([ids[2], 999, ids[0]])
    assert [card.id for card in cards] == [ids[2], ids[0]]


def test_more_cards_than_one_statement_may_ask_for(operator, ticket):
    assert [card.id for card in operator.inbox.cards([*range(2, 3000), ticket])] == [ticket]
    assert operator.inbox.cards([]) == ()


def test_the_view_has_the_customers_other_tickets(operator, customers):
    first = operator.intake.capture(customers.message("快递没到", under="p1")).value
    second = operator.intake.capture(customers.message("有优惠吗", under="p2")).value
    assert [card.id for card in operator.inbox.view(second).earlier] == [first]
    with pytest.raises(NotFoundError):
        operator.inbox.view(999)


def test_progress_counts_by_the_beijing_day(operator, customers, clock):
    ticket = operator.intake.capture(customers.message("在吗")).value
    answer(operator, ticket)
    assert (operator.inbox.progress().answered_today, operator.inbox.progress().new_today) == (1, 1)
    clock.at = datetime(2026, 11, 20, 0, 0, tzinfo=CHINA)
    assert (operator.inbox.progress().answered_today, operator.inbox.progress().new_today) == (0, 0)


def test_a_level_given_back_is_judged_anew(operator, customers):
    ticket = operator.intake.capture(customers.message("说好两天到，今天第六天了还没发货，太失望了")).value
    assert ticket is not None
    judged = operator.inbox.view(ticket).ticket.level
    operator.inbox.set_level(ticket, Level.P4)
    assert operator.inbox.view(ticket).ticket.level is Level.P4
    assert operator.inbox.set_level(ticket, None).value is judged
    found = operator.inbox.view(ticket).ticket
    assert (found.level, found.level_by) == (judged, Actor.AUTO)
