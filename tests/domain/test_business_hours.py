"""Waits counted only while the shop is open, against minutes counted one by one."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.business_hours import BusinessHours
from weibo_operator.domain.clock import day_start
from weibo_operator.domain.work_days import Holiday, WorkDays

MINUTE = 60_000
START = int(day_start(date(2026, 9, 28)).timestamp()) * 1000
GOLDEN = WorkDays([Holiday("国庆节", date(2026, 10, 1), date(2026, 10, 7), (date(2026, 10, 10),))])


def at(days, hour=0.0):
    return START + round((days * 24 + hour) * 60) * MINUTE


def test_the_night_and_the_holidays_do_not_count():
    hours = BusinessHours(9, 18, GOLDEN.is_worked)
    assert hours.between_ms(at(2, 17), at(10, 10)) == 120 * MINUTE
    assert hours.between_ms(at(12, 8), at(12, 20)) == 9 * 60 * MINUTE
    assert hours.between_ms(at(13, 9), at(13, 18)) == 0
    assert hours.between_ms(at(2, 17), at(2, 9)) == 0
    assert BusinessHours(9, 18).between_ms(at(3, 9), at(3, 18)) == 9 * 60 * MINUTE


def test_hours_that_end_before_they_begin_are_the_whole_day():
    assert BusinessHours(9, 9).between_ms(at(0), at(3)) == 3 * 24 * 60 * MINUTE
    assert BusinessHours(22, 6).between_ms(at(0), at(1)) == 24 * 60 * MINUTE


def test_before_the_platform_there_was_nothing():
    assert BusinessHours(0, 24).between_ms(0, at(0)) < at(0)


@given(st.integers(0, 23), st.integers(1, 24), st.integers(0, 20 * 24 * 60), st.integers(0, 4000))
def test_as_counted_minute_by_minute(first, last, begin, length):
    hours = BusinessHours(first, last, GOLDEN.is_worked)
    whole = last <= first
    counted = 0
    for minute in range(begin, begin + length):
        day, clock = divmod(minute, 24 * 60)
        worked = GOLDEN.is_worked(date(2026, 9, 28) + timedelta(days=day))
        counted += worked and (whole or first * 60 <= clock < last * 60)
    found = hours.between_ms(START + begin * MINUTE, START + (begin + length) * MINUTE)
    assert found == counted * MINUTE


@given(st.integers(0, 20), st.integers(0, 59), st.integers(0, 30 * 24 * 60), st.integers(1, 4000))
def test_exactly_the_time_asked_for_lies_between(first, minutes, begin, length):
    hours = BusinessHours(first + minutes / 60, 21, GOLDEN.is_worked)
    start = START + begin * MINUTE
    found = hours.after(datetime.fromtimestamp(start / 1000, UTC), timedelta(minutes=length))
    end = round(found.timestamp() * 1000)
    assert hours.between_ms(start, end) == length * MINUTE
    assert hours.between_ms(start, end - 1) == length * MINUTE - 1


@given(st.lists(st.integers(0, 30 * 24 * 60), min_size=3, max_size=3).map(sorted))
def test_parts_add_up(times):
    hours = BusinessHours(9, 21, GOLDEN.is_worked)
    first, middle, last = (START + minutes * MINUTE for minutes in times)
    assert hours.between_ms(first, middle) + hours.between_ms(middle, last) == hours.between_ms(first, last)
