"""When to look next: within the day's calls, never too often, later after failures."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.clock import china
from weibo_operator.domain.polling import (
    CALLS_PER_LOOK,
    LONGEST_BACK_OFF,
    SHORTEST,
    Budget,
    PollState,
    back_off,
    next_midnight,
    next_poll,
    poll_interval,
    reserve_of,
)

MORNING = datetime(2026, 11, 19, 0, 30, tzinfo=UTC)  # 08:30 in Beijing
MOMENTS = st.integers(0, 365 * 24 * 60).map(lambda minutes: MORNING + timedelta(minutes=minutes))
LIMITS = st.integers(20, 10_000)


def budget(now: datetime, used: int = 0, limit: int = 100) -> Budget:
    return Budget(used, limit, next_midnight(now), writes_this_hour=0, writes_per_hour=60)


@given(LIMITS, st.integers(0, 20_000))
def test_a_fifth_is_kept_for_replies(limit: int, used: int):
    spent = budget(MORNING, used, limit)
    assert reserve_of(limit) * 5 >= limit
    assert spent.left_for_polls <= max(0, limit * 4 / 5 - used)
    assert 0 <= spent.left_for_polls <= spent.left


@given(MOMENTS, LIMITS, st.integers(1, 120))
def test_a_day_of_looks_stays_within_the_calls(now: datetime, limit: int, minutes: int):
    used, at, state, end = 0, now, PollState(), next_midnight(now)
    while True:
        due = next_poll(at, state, every_minutes=minutes, budget=budget(at, used, limit))
        assert due is not None
        if due >= end:
            break
        assert state.last_at is None or due - state.last_at >= SHORTEST
        used += CALLS_PER_LOOK
        at, state = due, PollState(due)
    assert used <= limit - reserve_of(limit)


@given(MOMENTS, st.integers(3, 120), st.integers(0, 20_000))
def test_never_faster_than_wished_or_three_minutes(now: datetime, minutes: int, calls: int):
    interval = poll_interval(now, timedelta(minutes=minutes), calls)
    assert (interval is None) == (calls < CALLS_PER_LOOK)
    assert interval is None or interval >= max(SHORTEST, timedelta(minutes=minutes))


def test_a_hundred_calls_last_a_working_day():
    assert poll_interval(MORNING, timedelta(minutes=15), 80) == timedelta(minutes=13.5 * 60) / 40


def test_nothing_by_itself_when_it_is_switched_off():
    assert next_poll(MORNING, PollState(), every_minutes=0, budget=budget(MORNING)) is None


def test_used_up_calls_wait_for_midnight_in_beijing():
    due = next_poll(MORNING, PollState(MORNING), every_minutes=15, budget=budget(MORNING, used=79))
    assert due is not None
    assert china(due).strftime("%d %H:%M") == "20 00:00"


@given(st.integers(1, 1000), st.floats(0, 1, exclude_max=True))
def test_longer_pauses_after_failures(failures: int, chance: float):
    pause = back_off(failures, chance)
    assert timedelta(minutes=1) <= pause <= LONGEST_BACK_OFF * 1.25
    assert back_off(failures + 1, chance) >= pause


@pytest.mark.parametrize(("failures", "minutes"), [(0, 0), (1, 1), (2, 2), (3, 4), (5, 16), (6, 30), (50, 30)])
def test_pauses_double_up_to_half_an_hour(failures: int, minutes: int):
    assert back_off(failures, 0.0) == timedelta(minutes=minutes)


def test_a_clock_that_was_set_back_does_not_silence_the_program():
    ahead = PollState(MORNING + timedelta(days=3))
    due = next_poll(MORNING, ahead, every_minutes=15, budget=budget(MORNING))
    assert due is not None
    assert due <= MORNING + timedelta(hours=1)
    assert due == MORNING, "a moment that moves on with the clock never comes"


def test_fifty_of_sixty_replies_are_near_the_limit():
    at = [Budget(0, 100, MORNING, written, 60).writes_are_near_limit for written in (49, 50, 60)]
    assert at == [False, True, True]
    assert Budget(0, 100, MORNING, 61, 60).writes_left == 0
