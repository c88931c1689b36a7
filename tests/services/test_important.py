"""重要客户: cards, contacts, what is due, and that all of it can be taken back and survives a restart."""

from datetime import date, timedelta

import pytest

from tests.conftest import Customers, OpenDesk, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.contact import CardText
from weibo_operator.domain.customer import Importance, ImportanceReason
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.settings import VIP_FOLLOWERS

TODAY = date(2026, 11, 19)


def arrive(
    operator: Operator, customers: Customers, uid: str, followers: int | None = None, text: str = "快递三天没动了"
) -> tuple[CustomerId, TicketId]:
    ticket = operator.intake.capture(customers.message(text, uid=uid, followers=followers)).value
    assert ticket is not None
    return operator.inbox.view(ticket).customer.id, ticket


def test_the_list_holds_exactly_the_important_and_the_planned(operator: Operator, customers: Customers) -> None:
    arrive(operator, customers, "1", followers=300)
    star, _ = arrive(operator, customers, "2", followers=52_000)
    reporter, _ = arrive(operator, customers, "3", followers=40)
    listed, _ = arrive(operator, customers, "4")
    planned, _ = arrive(operator, customers, "5", followers=10)
    operator.shop.edit_customer(reporter, role="媒体")
    operator.important.edit(listed, CardText(vip=True))
    operator.important.edit(planned, CardText(next_contact=TODAY + timedelta(days=3)))
    rows = operator.important.listed()
    assert [row.id for row in rows] == [planned, listed, star, reporter]
    assert {row.id: row.reason for row in rows} == {
        planned: ImportanceReason.NONE,
        listed: ImportanceReason.ON_LIST,
        star: ImportanceReason.FOLLOWERS,
        reporter: ImportanceReason.ROLE,
    }


def test_the_threshold_is_a_setting_and_0_switches_it_off(operator: Operator, customers: Customers) -> None:
    star, _ = arrive(operator, customers, "2", followers=52_000)
    operator.shop.change(VIP_FOLLOWERS, 60_000)
    assert operator.important.listed() == ()
    assert operator.important.card(star).importance is Importance.ORDINARY
    operator.shop.change(VIP_FOLLOWERS, 50_000)
    assert [row.id for row in operator.important.listed()] == [star]
    operator.shop.change(VIP_FOLLOWERS, 0)
    assert operator.important.listed() == ()


def test_a_row_tells_open_tickets_and_the_one_that_waits_longest(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    star, first = arrive(operator, customers, "2", followers=52_000)
    waiting_since = clock.now()
    clock.advance(hours=1)
    _, second = arrive(operator, customers, "2", followers=52_000, text="请问你们的电饭锅有几种颜色")
    assert first != second
    (row,) = operator.important.listed()
    assert (row.open_tickets, row.ticket_id, row.waiting_since) == (2, first, waiting_since)
    operator.inbox.no_reply((first, second), reason="测试")
    (row,) = operator.important.listed()
    assert (row.open_tickets, row.ticket_id, row.waiting_since) == (0, second, None)
    assert row.id == star


def test_a_contact_is_logged_and_moves_the_next_date(operator: Operator, customers: Customers, clock: SetClock) -> None:
    star, _ = arrive(operator, customers, "2", followers=52_000)
    operator.important.edit(star, CardText(vip=True, manager="小陈", contact_days=30, next_contact=TODAY))
    assert operator.important.due_today() == 1
    operator.important.record_contact(star, note="  聊了新品试用 ")
    (row,) = operator.important.listed()
    assert (row.last_note, row.last_contact_at, row.next_contact) == (
        "聊了新品试用",
        clock.now(),
        TODAY + timedelta(days=30),
    )
    assert operator.important.due_today() == 0
    assert [contact.note for contact in operator.important.card(star).contacts] == ["聊了新品试用"]


def test_without_a_cadence_a_contact_clears_the_date_unless_one_is_given(
    operator: Operator, customers: Customers
) -> None:
    star, _ = arrive(operator, customers, "2", followers=52_000)
    operator.important.edit(star, CardText(next_contact=TODAY))
    operator.important.record_contact(star)
    assert operator.important.card(star).text.next_contact is None
    operator.important.record_contact(star, then=TODAY + timedelta(days=5))
    assert operator.important.card(star).text.next_contact == TODAY + timedelta(days=5)


def test_a_contact_may_end_the_series_without_forgetting_the_cadence(operator: Operator, customers: Customers) -> None:
    star, _ = arrive(operator, customers, "2")
    operator.important.edit(star, CardText(contact_days=30))
    operator.important.record_contact(star, plan_next=False)
    text = operator.important.card(star).text
    assert (text.contact_days, text.next_contact) == (30, None)


def test_an_older_contact_noted_later_does_not_pull_the_date_back(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    star, _ = arrive(operator, customers, "2", followers=52_000)
    operator.important.edit(star, CardText(contact_days=7))
    operator.important.record_contact(star, note="今天")
    operator.important.record_contact(star, note="前天漏记的", at=clock.now() - timedelta(days=2))
    card = operator.important.card(star)
    assert card.text.next_contact == TODAY + timedelta(days=7)
    assert [contact.note for contact in card.contacts] == ["今天", "前天漏记的"]


def test_a_cadence_without_a_date_begins_from_today(operator: Operator, customers: Customers) -> None:
    star, _ = arrive(operator, customers, "2")
    operator.important.edit(star, CardText(contact_days=14))
    assert operator.important.card(star).text.next_contact == TODAY + timedelta(days=14)


def test_due_is_a_query_of_the_moment(operator: Operator, customers: Customers, clock: SetClock) -> None:
    star, _ = arrive(operator, customers, "2")
    operator.important.edit(star, CardText(next_contact=TODAY + timedelta(days=2)))
    assert operator.important.due_today() == 0
    clock.advance(days=2)
    assert operator.important.due_today() == 1
    assert operator.important.listed()[0].days_late(TODAY + timedelta(days=2)) == 0
    clock.advance(days=3)
    assert operator.important.listed()[0].days_late(TODAY + timedelta(days=5)) == 3


def test_cards_and_contacts_are_undone_and_redone_after_a_restart(open_desk: OpenDesk, customers: Customers) -> None:
    one = open_desk()
    star, _ = arrive(one, customers, "2")
    text = CardText(
        vip=True,
        role="名人",
        relation="老客户",
        manager="小陈",
        private_way="https://weibo.com/message/2",
        notes="不喜欢电话",
        contact_days=30,
        next_contact=TODAY,
        preferred_way="电话",
    )
    one.important.edit(star, text)
    one.important.record_contact(star, note="第一次")
    two = open_desk()
    assert two.important.card(star).text.next_contact == TODAY + timedelta(days=30)
    two.history.undo()
    assert two.important.card(star).contacts == ()
    assert two.important.card(star).text == text
    two.history.undo()
    assert two.important.card(star).text == CardText()
    three = open_desk()
    three.history.redo()
    three.history.redo()
    card = three.important.card(star)
    assert [contact.note for contact in card.contacts] == ["第一次"]
    assert card.text.manager == "小陈"


def test_complaints_of_important_customers_are_counted_apart(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    angry = "快递显示签收，我根本没拿到，退款！"
    arrive(operator, customers, "1", followers=300, text=angry)
    arrive(operator, customers, "2", followers=52_000, text=angry)
    arrive(operator, customers, "3", followers=52_000, text="请问有紫色的吗")
    assert operator.important.complaints_this_week() == (1, 2)
    clock.advance(days=7)
    assert operator.important.complaints_this_week() == (0, 0)


def test_undoing_a_capture_takes_the_customer_off_the_list(operator: Operator, customers: Customers) -> None:
    arrive(operator, customers, "2", followers=52_000)
    operator.history.undo()
    assert operator.important.listed() == ()


def test_what_cannot_be_is_refused_and_changes_nothing(
    operator: Operator, customers: Customers, clock: SetClock
) -> None:
    star, _ = arrive(operator, customers, "2")
    for text in (CardText(role="店长"), CardText(contact_days=-1), CardText(contact_days=731)):
        with pytest.raises(InvalidInputError):
            operator.important.edit(star, text)
    with pytest.raises(InvalidInputError):
        operator.important.record_contact(star, at=clock.now() + timedelta(minutes=1))
    with pytest.raises(InvalidInputError):
        operator.important.record_contact(star, then=TODAY)
    with pytest.raises(NotFoundError):
        operator.important.edit(CustomerId(99), CardText())
    assert operator.important.card(star).text == CardText()


def test_the_list_is_bounded_and_whoever_is_due_comes_first(operator: Operator, customers: Customers) -> None:
    for number in range(8):
        arrive(operator, customers, str(number), followers=20_000 + number)
    due, _ = arrive(operator, customers, "77")
    operator.important.edit(due, CardText(next_contact=TODAY))
    assert operator.important.listed(limit=3)[0].id == due
    assert len(operator.important.listed(limit=3)) == 3
