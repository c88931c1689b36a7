"""Levels, targets and lateness follow from facts: at once, by the minute, through undo and a changed setting."""

from datetime import timedelta

import pytest

from tests.services.test_inbox import answer
from weibo_operator.domain.labels import Kind, Level
from weibo_operator.domain.levels import PartKind
from weibo_operator.domain.settings import (
    CLUSTER_ALERT_PEOPLE,
    INFLUENCE_CAP,
    TARGET_MINUTES,
    VIP_FOLLOWERS,
)
from weibo_operator.services.standing import AT_ONCE
from weibo_operator.services.why_words import level_line
from weibo_operator.storage import levels

PRAISE = "收到了，很好用，谢谢老板"


def standing(operator, ticket):
    """The stored level, whether it is late, and the parts that explain it."""
    (card,) = operator.inbox.cards((ticket,))
    judged = operator.inbox.judgements((ticket,))[ticket]
    assert card.level is judged.level
    return card.level, card.target_at is not None and card.target_at <= operator.desk.now(), judged


def test_the_target_passes_by_the_clock_and_one_wake_says_so(operator, customers, clock):
    ticket = operator.intake.capture(customers.message(PRAISE)).value
    assert standing(operator, ticket)[0] is Level.P4
    clock.advance(minutes=119)
    assert operator.inbox.wake().tickets == frozenset()
    clock.advance(minutes=1)
    assert operator.inbox.is_behind()
    assert operator.inbox.wake().tickets == {ticket}
    level, late, judged = standing(operator, ticket)
    assert (level, late, PartKind.WAITING in {part.kind for part in judged.parts}) == (Level.P3, True, True)
    assert not operator.inbox.is_behind()
    assert operator.inbox.wake().tickets == frozenset()


def test_next_up_knows_what_is_late_before_anybody_woke_it(operator, customers, clock):
    complaint = operator.intake.capture(customers.message("收到就是坏的，太失望了", uid="1")).value
    clock.advance(hours=5)
    question = operator.intake.capture(customers.message("我要投诉到12315，吃了中毒", uid="2")).value
    found = operator.inbox.next_up()
    assert (found.card.id, found.card.level) == (question, Level.P1)
    assert found.judgement.level is Level.P1
    assert operator.inbox.is_behind()
    assert operator.inbox.wake().tickets == {complaint}


def test_undo_is_never_stopped_by_the_time_that_passed(operator, customers, clock):
    ticket = operator.intake.capture(customers.message(PRAISE)).value
    operator.inbox.set_level(ticket, Level.P2)
    clock.advance(hours=3)
    operator.inbox.wake()
    assert standing(operator, ticket)[:2] == (Level.P2, True)
    operator.history.undo()
    assert standing(operator, ticket)[:2] == (Level.P3, True)
    operator.history.redo()
    assert standing(operator, ticket)[0] is Level.P2
    operator.history.undo()
    operator.history.undo()
    assert operator.history.last() is None


def test_vip_followers_and_role_count_at_once(operator, customers):
    ticket = operator.intake.capture(customers.message("请问几点开门")).value
    customer = operator.inbox.view(ticket).customer.id
    assert standing(operator, ticket)[0] is Level.P3
    changes = operator.shop.edit_customer(customer, vip=True, followers=126_000).changes
    assert ticket in changes.tickets
    level, _, judged = standing(operator, ticket)
    assert (level, level_line(judged)) == (Level.P2, "咨询 + 粉丝 12.6万 + 刚来")
    assert judged.target_at == operator.inbox.view(ticket).messages[0].posted_at + timedelta(minutes=20)
    operator.history.undo()
    assert standing(operator, ticket)[0] is Level.P3


def test_an_answered_ticket_has_no_target(operator, customers, clock):
    ticket = operator.intake.capture(customers.message(PRAISE)).value
    clock.advance(hours=3)
    operator.inbox.wake()
    answer(operator, ticket)
    assert standing(operator, ticket)[:2] == (Level.P4, False)
    assert operator.inbox.cards((ticket,))[0].target_at is None


@pytest.mark.parametrize(
    ("setting", "value", "level"),
    [(TARGET_MINUTES, 20, Level.P3), (TARGET_MINUTES, 60, Level.P4)],
)
def test_another_target_is_judged_at_once(operator, customers, clock, setting, value, level):
    ticket = operator.intake.capture(customers.message(PRAISE)).value
    clock.advance(minutes=30)
    changes = operator.shop.change(setting, value)
    assert ticket in changes.tickets
    assert standing(operator, ticket)[0] is level


def test_influence_can_be_switched_off(operator, customers):
    ticket = operator.intake.capture(customers.message("请问几点开门", followers=5_000_000)).value
    assert standing(operator, ticket)[0] is Level.P2
    operator.shop.change(INFLUENCE_CAP, 0)
    assert standing(operator, ticket)[0] is Level.P3
    operator.shop.change(VIP_FOLLOWERS, 0)
    assert standing(operator, ticket)[2].target_at is not None


def test_a_crowd_raises_its_members_when_it_becomes_one(operator, customers):
    operator.shop.change(CLUSTER_ALERT_PEOPLE, 3)
    words = "请问订单什么时候发货，快递怎么还没到，一直没有收到"
    tickets = [operator.intake.capture(customers.message(words, uid=str(uid))).value for uid in range(3)]
    judged = [standing(operator, ticket)[2] for ticket in tickets]
    assert all(PartKind.CROWD in {part.kind for part in each.parts} for each in judged)
    assert "同类 3 人" in level_line(judged[0])
    operator.history.undo()
    left = [standing(operator, ticket)[2] for ticket in tickets[:2]]
    assert not any(PartKind.CROWD in {part.kind for part in each.parts} for each in left)


def test_correcting_the_kind_changes_the_level(operator, customers):
    ticket = operator.intake.capture(customers.message("请问几点开门")).value
    operator.inbox.set_labels(ticket, kind=Kind.CHATTER.value)
    assert standing(operator, ticket)[0] is Level.P4
    operator.history.undo()
    assert standing(operator, ticket)[0] is Level.P3


def test_a_clock_that_went_backwards_harms_nothing(operator, customers, clock):
    ticket = operator.intake.capture(customers.message(PRAISE)).value
    clock.advance(days=-400)
    assert operator.inbox.next_up().card.id == ticket
    assert operator.inbox.judgements((ticket,))[ticket].waited == timedelta()
    operator.inbox.wake()


def test_many_of_other_crowds_are_judged_piece_by_piece(operator, customers):
    words = "请问订单什么时候发货，快递怎么还没到，一直没有收到"
    operator.shop.change(CLUSTER_ALERT_PEOPLE, 1_000)
    count = AT_ONCE + 20
    tickets = [operator.intake.capture(customers.message(words, uid=str(uid))).value for uid in range(count)]
    first = operator.shop.change(CLUSTER_ALERT_PEOPLE, 3)
    assert len(first.tickets) == AT_ONCE
    assert operator.inbox.is_behind()
    assert operator.inbox.wake().tickets == frozenset(tickets) - first.tickets
    assert not operator.inbox.is_behind()
    judged = operator.inbox.judgements(tickets)
    assert all(PartKind.CROWD in {part.kind for part in each.parts} for each in judged.values())
    assert all(card.level is judged[card.id].level for card in operator.inbox.cards(tickets))


def test_many_are_judged_piece_by_piece(operator, customers):
    for uid in range(AT_ONCE + 20):
        operator.intake.capture(customers.message("请问几点开门", uid=str(uid)))
    first = operator.shop.change(TARGET_MINUTES, 60)
    assert len(first.tickets) == AT_ONCE
    assert operator.inbox.is_behind()
    assert len(operator.inbox.wake().tickets) == 20
    assert not operator.inbox.is_behind()


def test_what_is_asked_each_minute_reads_an_index(operator):
    for statement in levels.STATEMENTS:
        marks = (0,) * statement.count("?")
        plan = operator.desk.connection.execute(f"EXPLAIN QUERY PLAN {statement}", marks)
        steps = [row["detail"] for row in plan]
        assert not [step for step in steps if "TEMP B-TREE" in step or step == "SCAN ticket"], steps
