"""An alarm whose silencing is taken back was given when it was first given, in the weeks' figures too."""

from collections.abc import Callable

import pytest

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.week import Week

DANGER = "充电宝冒烟了，今天就打12315曝光你们"

Come = Callable[..., TicketId]


@pytest.fixture
def come(operator: Operator, customers: Customers) -> Come:
    """A customer comes with words; returns the ticket."""

    def arrive(text: str, uid: int = 1) -> TicketId:
        ticket = operator.intake.capture(customers.message(text, uid=str(uid))).value
        assert ticket is not None
        return ticket

    return arrive


def raised_in(operator: Operator, *weeks: str) -> list[float | None]:
    return [operator.weekly.summary(Week.parse(week)).figure("crises_raised").value for week in weeks]


def test_a_decision_taken_back_leaves_the_alarm_when_it_was(operator: Operator, come: Come, clock: SetClock) -> None:
    first = Week.of(operator.desk.now())
    weeks = (str(first), str(first.next()))
    ticket = come(DANGER)
    raised_at = operator.desk.now()
    clock.advance(days=7)
    come("请问几点开门", 2)
    assert raised_in(operator, *weeks) == [1, 0]
    for _ in range(2):
        operator.crises.dismiss(ticket, "误会，已经说清")
        assert raised_in(operator, *weeks) == [1, 0]
        operator.history.undo()
        assert operator.crises.row(ticket).raised_at == raised_at
        operator.history.redo()
        operator.history.undo()
        assert raised_in(operator, *weeks) == [1, 0]
        clock.advance(hours=1)
    operator.crises.dismiss(ticket, "误会，已经说清")
    operator.crises.confirm(ticket)
    assert operator.crises.row(ticket).raised_at == raised_at
    operator.crises.close(ticket)
    for _ in range(3):
        operator.history.undo()
        assert operator.crises.row(ticket).raised_at == raised_at
    operator.crises.confirm(ticket)
    assert raised_in(operator, *weeks) == [1, 0]


def test_an_alarm_given_anew_and_taken_back_leaves_the_first_one_when_it_was(
    operator: Operator, come: Come, clock: SetClock
) -> None:
    ticket = come(DANGER)
    raised_at = operator.desk.now()
    clock.advance(hours=1)
    operator.crises.dismiss(ticket, "误会，已经说清")
    clock.advance(hours=1)
    operator.shop.edit_customer(operator.inbox.view(ticket).customer.id, role="媒体")
    anew_at = operator.desk.now()
    clock.advance(hours=1)
    operator.crises.dismiss(ticket, "也说清了")
    clock.advance(hours=1)
    operator.history.undo()
    assert operator.crises.row(ticket).raised_at == anew_at, "the second decision silenced this one"
    operator.history.undo()
    assert operator.crises.undecided() == ()
    clock.advance(hours=1)
    operator.history.undo()
    assert operator.crises.row(ticket).raised_at == raised_at


def test_every_alarm_of_a_crowd_comes_back_when_it_was(operator: Operator, come: Come, clock: SetClock) -> None:
    tickets = []
    for number in range(9):
        tickets.append(come(f"电饭锅冒烟了，投诉，第{number}次", 10 + number))
        clock.advance(hours=1)
    query = "SELECT id, crisis_since FROM ticket ORDER BY id"
    given = [tuple(row) for row in operator.desk.connection.execute(query)]
    assert len({since for _, since in given}) > 1
    clock.advance(days=7)
    operator.crises.dismiss(operator.crises.active()[0].ticket, "词说中了，事不严重")
    assert {row["crisis_since"] for row in operator.desk.connection.execute(query)} == {None}
    clock.advance(hours=1)
    operator.history.undo()
    assert [tuple(row) for row in operator.desk.connection.execute(query)] == given
