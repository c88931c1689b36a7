"""Notes of the desk's own work reach the week's figures; time is noted only where it is wanted."""

from datetime import timedelta

import pytest

from weibo_operator.bootstrap import Operator
from weibo_operator.domain.settings import HANDLING_TIME
from weibo_operator.domain.week_work import Caught, Handled


@pytest.fixture
def ticket(operator: Operator, customers):
    return operator.intake.capture(customers.message("请问几点开门")).value


def test_what_was_caught_is_counted_by_kind(operator: Operator, ticket):
    operator.week_work.note_caught(ticket, [Caught.TYPO, Caught.TYPO, Caught.TONE])
    operator.week_work.note_caught(ticket, [])
    summary = operator.weekly.summary(operator.weekly.current())
    counted = {key: summary.figure(key).value for key in ("typos_caught", "tones_mended", "privacy_stopped")}
    assert counted == {"typos_caught": 2, "tones_mended": 1, "privacy_stopped": 0}


def test_time_is_noted_only_where_it_is_wanted(operator: Operator, ticket):
    now = operator.desk.now()
    stretch = Handled(ticket, now - timedelta(minutes=5), now)
    operator.week_work.note_handled(stretch)
    assert operator.weekly.summary(operator.weekly.current()).figure("handling_time").value is None
    operator.shop.change(HANDLING_TIME, 1)
    operator.week_work.note_handled(stretch)
    assert operator.weekly.summary(operator.weekly.current()).figure("handling_time").value == 300


def test_undo_takes_the_ticket_and_leaves_the_note(operator: Operator, ticket):
    operator.week_work.note_caught(ticket, [Caught.PRIVACY])
    operator.history.undo()
    weekly = operator.weekly
    assert weekly.summary(weekly.current()).figure("privacy_stopped").value == 1
    assert weekly.tickets_of(weekly.current(), "privacy_stopped") == ()
