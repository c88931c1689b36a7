"""Stretches of work on tickets: long pauses are none, another ticket ends one."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.week_work import LONGEST_PAUSE, Handled, Handling

NINE = datetime(2026, 11, 19, 1, tzinfo=UTC)
ONE, TWO = TicketId(1), TicketId(2)


def after(**length: float) -> datetime:
    return NINE + timedelta(**length)


def test_a_pause_of_three_minutes_is_work_and_a_longer_one_is_not():
    handling = Handling()
    assert handling.touch(ONE, NINE) is None
    assert handling.touch(ONE, after(minutes=3)) is None
    assert handling.touch(ONE, after(minutes=6, seconds=1)) == Handled(ONE, NINE, after(minutes=3))
    assert handling.leave() is None


def test_another_ticket_ends_the_stretch_at_the_last_thing_done():
    handling = Handling()
    for seconds in (0, 20, 40):
        handling.touch(ONE, after(seconds=seconds))
    assert handling.touch(TWO, after(seconds=60)) == Handled(ONE, NINE, after(seconds=40))
    handling.touch(TWO, after(seconds=75))
    assert handling.leave() == Handled(TWO, after(seconds=60), after(seconds=75))
    assert handling.leave() is None


def test_a_clock_set_back_begins_anew():
    handling = Handling()
    handling.touch(ONE, NINE)
    handling.touch(ONE, after(seconds=30))
    assert handling.touch(ONE, after(hours=-1)) == Handled(ONE, NINE, after(seconds=30))


@given(st.lists(st.tuples(st.sampled_from([ONE, TWO]), st.integers(0, 400)), max_size=40))
def test_stretches_never_overlap_and_hold_no_long_pause(touches: list[tuple[TicketId, int]]):
    handling, at, found = Handling(), NINE, []
    for ticket, seconds in touches:
        at += timedelta(seconds=seconds)
        found.append(handling.touch(ticket, at))
    found.append(handling.leave())
    stretches = [each for each in found if each is not None]
    assert all(each.began_at < each.ended_at for each in stretches)
    assert all(one.ended_at <= two.began_at for one, two in pairwise(stretches))
    pauses = sum(seconds for _, seconds in touches if timedelta(seconds=seconds) > LONGEST_PAUSE)
    spent = sum(((each.ended_at - each.began_at) for each in stretches), timedelta())
    assert spent <= timedelta(seconds=sum(seconds for _, seconds in touches) - pauses)
