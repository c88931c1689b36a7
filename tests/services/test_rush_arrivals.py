"""A rush on its own file: who comes when, what is read of it afterwards, and that undo leaves arrivals alone."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.conftest import PROJECT, SetClock
from weibo_operator.bootstrap import Language, Operator, build, make_rush
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import PRACTICE, SHOP_NAME
from weibo_operator.services.rush import (
    ARRIVE_WITHIN,
    AT_ONCE,
    CUSTOMERS,
    LONGEST,
    Rush,
    RushClock,
    plan_arrivals,
)

RESOURCES = PROJECT / "resources"
ALL = sum(CUSTOMERS.values())


@pytest.fixture
def desk(tmp_path: Path, clock: SetClock, language: Language) -> Operator:
    path = tmp_path / "rush.db"
    make_rush(path, clock=clock, language=language)
    return build(path, clock=clock, language=language)


def rush_on(operator: Operator, seed: int = 1) -> Rush:
    return Rush(operator.desk, operator.intake, plan_arrivals(RESOURCES, Random(seed)))


def test_a_clock_runs_so_many_times_as_fast(clock: SetClock) -> None:
    began = clock.now()
    quick = RushClock(clock, 4)
    assert quick.now() == began
    clock.at += timedelta(seconds=30)
    assert quick.now() == began + timedelta(minutes=2)


def test_arrivals_are_spread_and_differ_by_seed() -> None:
    planned = plan_arrivals(RESOURCES, Random(5))
    assert planned == plan_arrivals(RESOURCES, Random(5))
    assert planned != plan_arrivals(RESOURCES, Random(6))
    assert len(planned) == ALL == len({arrival.nickname for arrival in planned})
    assert [arrival.after for arrival in planned] == sorted(arrival.after for arrival in planned)
    assert sum(arrival.after == timedelta() for arrival in planned) == AT_ONCE
    assert planned[-1].after <= ARRIVE_WITHIN


def test_the_file_is_an_empty_practice_file_with_a_shop(desk: Operator) -> None:
    assert desk.shop.value(PRACTICE)
    assert desk.shop.value(SHOP_NAME)
    assert not any(desk.inbox.counts().values())
    assert desk.departments.every()
    desk.close()


def test_customers_come_as_the_clock_runs_and_the_time_ends_it(desk: Operator, clock: SetClock) -> None:
    rush = rush_on(desk)
    assert rush.let_in().tickets
    assert rush.standing().arrived == AT_ONCE
    assert not rush.let_in().tickets, "nobody comes twice"
    clock.at += ARRIVE_WITHIN
    rush.let_in()
    standing = rush.standing()
    assert (standing.arrived, standing.waiting, standing.is_over) == (ALL, ALL, False)
    clock.at += LONGEST
    assert rush.standing().is_over
    result = rush.result(0)
    assert (result.arrived, result.answered, result.left) == (ALL, 0, ALL)
    desk.close()


@pytest.mark.parametrize("seed", range(6))
def test_some_of_every_rush_are_urgent(desk: Operator, clock: SetClock, seed: int) -> None:
    rush = rush_on(desk, seed)
    clock.at += ARRIVE_WITHIN
    rush.let_in()
    assert CUSTOMERS["urgent"] <= rush.result(0).urgent <= ALL // 2 + 1
    desk.close()


def test_replies_and_decisions_are_counted(desk: Operator, clock: SetClock) -> None:
    rush = rush_on(desk)
    rush.let_in()
    first, second = desk.inbox.pane(State.NEW)
    clock.at += timedelta(seconds=90)
    intent = desk.replies.copy(
        first, audience=Audience.PUBLIC, text="您好，已经在查了。", after=AfterSend(State.IN_PROGRESS)
    )
    desk.replies.confirm(intent.id)
    desk.inbox.no_reply((second,), reason="闲聊、打招呼")
    result = rush.result(8)
    assert (result.answered, result.no_reply, result.left) == (1, 1, 0)
    assert result.median == 90
    assert result.keys_per_reply == 4
    desk.close()


def test_undo_takes_back_the_operators_work_and_no_arrival(desk: Operator, clock: SetClock) -> None:
    rush = rush_on(desk)
    rush.let_in()
    ticket = desk.inbox.pane(State.NEW)[0]
    desk.inbox.no_reply((ticket,), reason="闲聊、打招呼")
    clock.at += ARRIVE_WITHIN
    rush.let_in()
    desk.history.undo()
    assert desk.inbox.view(ticket).ticket.state is State.NEW
    with pytest.raises(OperatorError):
        desk.history.undo()
    assert rush.standing().waiting == ALL
    desk.close()
