"""Leads: from a hit or a ticket to a customer, with limits on speaking to them and a check of the first words."""

from datetime import date, timedelta

import pytest

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.findings import FindingKind
from weibo_operator.domain.ids import CustomerId, LeadId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.lead import LeadEdit, LeadState, TouchLimit
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.saved_search import SearchWords
from weibo_operator.domain.settings import CHECKS, LEAD_FIRST_TOUCHES, LEAD_GAP_DAYS

ASKS = "想换个电饭锅，求推荐"


def person(operator: Operator, customers: Customers, uid: str = "1001") -> tuple[CustomerId, TicketId]:
    ticket = operator.intake.capture(customers.message(ASKS, uid=uid)).value
    assert ticket is not None
    return operator.inbox.view(ticket).customer.id, ticket


def reply(operator: Operator, ticket: TicketId, text: str = "家里几口人用呢") -> None:
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=text, after=after)
    operator.replies.confirm(intent.id)


def said(operator: Operator, ticket: TicketId, text: str) -> list[str]:
    found = operator.replies.check(text, ticket=ticket, audience=Audience.PUBLIC)
    return [finding.reason for finding in found if finding.kind is FindingKind.FIRST_TOUCH]


@pytest.fixture
def lead(operator: Operator, customers: Customers) -> LeadId:
    """Somebody found by a search."""
    customer, _ = person(operator, customers)
    search = operator.searches.save("求推荐", SearchWords((), ("求推荐",))).value
    (hit,) = operator.searches.hits(search)
    return operator.leads.add(customer, message=hit.message, found_by="求推荐").value


def test_a_hit_becomes_a_lead_once(operator: Operator, lead: LeadId) -> None:
    found = operator.leads.get(lead)
    assert (found.state, found.found_by, found.text) == (LeadState.WATCHED, "求推荐", ASKS)
    (hit,) = operator.searches.hits(operator.searches.listed()[0].id)
    assert hit.lead == lead
    again = operator.leads.add(found.customer)
    assert (again.value, again.operation) == (lead, None)
    operator.history.undo()
    assert operator.leads.listed() == ()
    operator.history.redo()
    assert operator.leads.get(lead).text == ASKS


def test_a_reply_makes_a_watched_lead_a_touched_one_and_undo_takes_it_back(operator: Operator, lead: LeadId) -> None:
    ticket = operator.leads.get(lead).ticket
    assert ticket is not None
    reply(operator, ticket)
    assert operator.leads.get(lead).state is LeadState.TOUCHED
    assert operator.leads.week().first_touches == 1
    operator.history.undo()
    assert operator.leads.get(lead).state is LeadState.WATCHED


def test_nobody_is_spoken_to_twice_within_the_days_that_are_set(
    operator: Operator, customers: Customers, clock: SetClock, lead: LeadId
) -> None:
    found = operator.leads.get(lead)
    assert found.ticket is not None
    clock.advance(minutes=1)
    reply(operator, found.ticket)
    clock.advance(days=3)
    found = operator.leads.get(lead)
    assert operator.leads.limit(found) is TouchLimit.TOO_SOON
    assert operator.leads.why_not(found) == "3 天前联系过，还没有回音，7 天内先不再打扰"
    assert found.ticket is not None
    assert said(operator, found.ticket, "在吗") == [operator.leads.why_not(found)]
    operator.shop.change(LEAD_GAP_DAYS, 3)
    assert operator.leads.limit(operator.leads.get(lead)) is TouchLimit.FREE
    operator.shop.change(LEAD_GAP_DAYS, 7)
    operator.intake.capture(customers.message("三口人", uid="1001"))
    assert operator.leads.limit(operator.leads.get(lead)) is TouchLimit.FREE


def test_first_touches_a_day_are_bounded(operator: Operator, customers: Customers, clock: SetClock) -> None:
    operator.shop.change(LEAD_FIRST_TOUCHES, 2)
    tickets = [person(operator, customers, str(number)) for number in range(3)]
    ids = [operator.leads.add(customer).value for customer, _ in tickets]
    for _, ticket in tickets[:2]:
        reply(operator, ticket)
    third = operator.leads.get(ids[2])
    assert operator.leads.limit(third) is TouchLimit.ENOUGH_TODAY
    assert operator.leads.limits_of_today() == (2, 2)
    clock.advance(days=1)
    assert operator.leads.limit(operator.leads.get(ids[2])) is TouchLimit.FREE


def test_the_first_words_to_a_lead_sell_nothing(operator: Operator, customers: Customers, lead: LeadId) -> None:
    ticket = operator.leads.get(lead).ticket
    assert ticket is not None
    words = "看看这款，99 元，链接 https://t.cn/abc，喜欢就买"
    assert said(operator, ticket, words) == ["第一句话不报价", "第一句话不发链接", "第一句话不提“买”"]
    assert said(operator, ticket, "家里几口人用呢？煮饭多还是煲汤多？") == []
    _, other = person(operator, customers, "2002")
    assert said(operator, other, words) == []
    operator.shop.change(CHECKS[FindingKind.FIRST_TOUCH], value=False)
    assert said(operator, ticket, words) == []


def test_notes_states_and_dates_make_a_story(operator: Operator, clock: SetClock, lead: LeadId) -> None:
    friday = date(2026, 11, 20)
    operator.leads.edit(lead, LeadEdit(LeadState.INTERESTED, " 月底前定 ", friday, touch=True))
    found = operator.leads.get(lead)
    assert (found.state, found.note, found.next_contact) == (LeadState.INTERESTED, "月底前定", friday)
    assert found.touches.last == clock.now()
    first, second = operator.leads.story(lead)
    assert (first.state, first.note, first.touch) == (LeadState.INTERESTED, "月底前定", True)
    assert second.state is LeadState.WATCHED
    assert operator.leads.due_today() == 0
    clock.advance(days=1)
    assert operator.leads.due_today() == 1
    operator.leads.set_state(lead, LeadState.WON)
    assert operator.leads.get(lead).next_contact is None
    assert operator.leads.due_today() == 0
    assert operator.leads.set_state(lead, LeadState.WON).operation is None
    week = operator.leads.week()
    assert (week.added, week.won, week.states[LeadState.WON]) == (1, 1, 1)
    operator.history.undo()
    operator.history.undo()
    assert operator.leads.get(lead).state is LeadState.WATCHED


def test_a_past_day_is_refused_unless_it_was_set_before(operator: Operator, clock: SetClock, lead: LeadId) -> None:
    today = date(2026, 11, 19)
    with pytest.raises(InvalidInputError):
        operator.leads.edit(lead, LeadEdit(LeadState.WATCHED, next_contact=today - timedelta(days=1)))
    operator.leads.edit(lead, LeadEdit(LeadState.WATCHED, next_contact=today))
    clock.advance(days=2)
    operator.leads.edit(lead, LeadEdit(LeadState.WATCHED, "还在看", next_contact=today))
    assert operator.leads.get(lead).days_late(date(2026, 11, 21)) == 2


def test_last_weeks_leads_are_not_this_weeks(operator: Operator, clock: SetClock, lead: LeadId) -> None:
    clock.advance(days=7)
    week = operator.leads.week()
    assert (week.added, week.first_touches, week.won) == (0, 0, 0)
    assert week.states[LeadState.WATCHED] == 1


def test_nobody_unknown_becomes_a_lead(operator: Operator) -> None:
    with pytest.raises(NotFoundError):
        operator.leads.add(CustomerId(77))
    with pytest.raises(NotFoundError):
        operator.leads.get(LeadId(77))
