"""The desk's alerts over a day: an urgent customer, a promise, a visit and an answer of a department."""

from datetime import timedelta

import pytest

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.alerts import AlertKind
from weibo_operator.domain.labels import Level
from weibo_operator.domain.settings import NOTIFY, QUIET_FROM_HOUR, QUIET_TO_HOUR


@pytest.fixture(autouse=True)
def no_quiet_hours(operator: Operator) -> None:
    operator.shop.change(QUIET_FROM_HOUR, 0)
    operator.shop.change(QUIET_TO_HOUR, 0)


def kinds(operator: Operator, *, is_watched: bool = False) -> list[AlertKind]:
    return [alert.kind for alert in operator.alerts.new(is_watched=is_watched)]


def test_an_urgent_customer_is_told_once_and_an_ordinary_one_not(operator: Operator, customers: Customers):
    assert kinds(operator) == []
    ordinary = operator.intake.capture(customers.message("请问几点开门", uid="1")).value
    urgent = operator.intake.capture(customers.message("在吗", uid="2")).value
    assert ordinary is not None
    assert urgent is not None
    operator.inbox.set_level(ordinary, Level.P3)
    operator.inbox.set_level(urgent, Level.P1)
    (alert,) = operator.alerts.new(is_watched=False)
    assert (alert.kind, alert.ticket) == (AlertKind.URGENT, urgent)
    assert kinds(operator) == []
    operator.inbox.set_level(urgent, Level.P3)
    assert kinds(operator) == []
    operator.inbox.set_level(urgent, Level.P1)
    assert kinds(operator) == [AlertKind.URGENT], "it presses anew"


def test_what_is_seen_at_the_desk_is_not_told(operator: Operator, customers: Customers):
    ticket = operator.intake.capture(customers.message("在吗")).value
    assert ticket is not None
    operator.inbox.set_level(ticket, Level.P1)
    assert kinds(operator, is_watched=True) == []
    assert kinds(operator) == []


def test_a_visit_whose_time_has_come(operator: Operator, customers: Customers, clock: SetClock):
    ticket = operator.intake.capture(customers.message("在吗")).value
    assert ticket is not None
    operator.inbox.set_level(ticket, Level.P4)
    operator.follow_ups.plan(ticket, due_at=clock.now() + timedelta(hours=2))
    assert AlertKind.VISIT not in kinds(operator)
    clock.advance(seconds=2 * 3600)
    assert AlertKind.VISIT in kinds(operator)


def test_switched_off_nothing_is_told_then_or_later(operator: Operator, customers: Customers):
    operator.shop.change(NOTIFY, 0)
    ticket = operator.intake.capture(customers.message("在吗")).value
    assert ticket is not None
    operator.inbox.set_level(ticket, Level.P1)
    assert kinds(operator) == []
    operator.shop.change(NOTIFY, 1)
    assert kinds(operator) == []


def test_quiet_hours_are_made_up_for_in_one(operator: Operator, customers: Customers, clock: SetClock):
    hour = (clock.now().hour + 8) % 24
    operator.shop.change(QUIET_FROM_HOUR, hour)
    operator.shop.change(QUIET_TO_HOUR, (hour + 2) % 24)
    for uid in "12":
        ticket = operator.intake.capture(customers.message("在吗", uid=uid)).value
        assert ticket is not None
        operator.inbox.set_level(ticket, Level.P1)
        assert kinds(operator) == []
    clock.advance(seconds=2 * 3600)
    assert kinds(operator) == [AlertKind.URGENT, AlertKind.URGENT]
