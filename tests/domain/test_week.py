"""The calendar week and the averages of the weekly summary."""

import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.averages import mean, median, percentile, share
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.week import Week
from weibo_operator.domain.weekly import Figure, Unit, masked

moments = st.integers(0, 7_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
values = st.lists(st.integers(0, 10**6), min_size=1)


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def machine_zone(request, monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("this platform cannot change its zone while running")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()
    assert os.environ.get("TZ") != "Pacific/Pago_Pago"


def test_sunday_night_and_monday_midnight_differ_on_a_machine_in_any_zone(machine_zone):
    sunday = datetime(2026, 11, 22, 23, 59, 59, tzinfo=CHINA)
    monday = datetime(2026, 11, 23, 0, 0, 0, tzinfo=CHINA)
    assert str(Week.of(sunday)) == "2026-W47"
    assert str(Week.of(monday)) == "2026-W48"
    assert Week.of(monday).start == monday
    assert Week.of(sunday).end == monday


def test_bounds_are_utc_and_seven_days_apart():
    week = Week.parse("2026-W47")
    assert week.start == datetime(2026, 11, 15, 16, tzinfo=UTC)
    assert week.start.utcoffset() == timedelta(0)
    assert week.end - week.start == timedelta(days=7)
    assert week.days[0] == week.monday == date(2026, 11, 16)
    assert week.days[-1] == week.sunday == date(2026, 11, 22)


def test_a_year_may_have_53_weeks_and_begin_in_the_year_before():
    assert str(Week.parse("2026-W53").next()) == "2027-W01"
    assert str(Week.parse("2026-W01").previous()) == "2025-W52"
    assert Week.parse("2026-W01").monday == date(2025, 12, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-47",
        "2026-W",
        "2026-W00",
        "2025-W53",
        "2026-W54",
        "26-W01",
        "２０２６-W47",
        "0000-W01",
        "W47",
    ],
)
def test_other_words_are_refused(text):
    with pytest.raises(InvalidInputError) as refused:
        Week.parse(text)
    assert refused.value.data["field"] == "week"


@given(moments)
def test_every_moment_lies_in_its_week_and_reads_back(moment):
    week = Week.of(moment)
    assert week.start <= moment < week.end
    assert Week.parse(str(week)) == week
    assert week.next().previous() == week
    assert week.previous().end == week.start
    assert week.previous() < week < week.next()


@given(values, st.integers(1, 100))
def test_a_percentile_is_one_of_the_values_with_the_right_share_below(numbers, percent):
    found = percentile(numbers, percent)
    assert found in numbers
    assert sum(number <= found for number in numbers) * 100 >= percent * len(numbers)
    assert sum(number < found for number in numbers) * 100 < percent * len(numbers)


@given(values)
def test_averages_lie_between_least_and_most_and_order_does_not_matter(numbers):
    assert min(numbers) <= median(numbers) <= percentile(numbers, 90) <= max(numbers) == percentile(numbers, 100)
    assert min(numbers) - 1e-6 <= mean(numbers) <= max(numbers) + 1e-6
    assert median(numbers) == median(sorted(numbers, reverse=True))


def test_nearest_rank_by_hand():
    assert percentile([15, 20, 35, 40, 50], 30) == 20
    assert percentile([15, 20, 35, 40, 50], 40) == 20
    assert median([15, 20, 35, 40, 50]) == 35
    assert median([1, 2]) == 1
    assert percentile(range(1, 11), 90) == 9


def test_nothing_is_not_zero():
    assert median([]) is None
    assert mean([]) is None
    assert share(0, 0) is None
    assert share(0, 3) == 0


def test_a_percentile_outside_1_to_100_is_a_bug():
    with pytest.raises(ValueError, match="0"):
        percentile([1], 0)


def test_small_figures_and_unknown_changes():
    rate = Figure(7, "reply_rate", Unit.SHARE, 1.0, 4, None, None)
    assert rate.small
    assert rate.change is None
    count = Figure(1, "messages", Unit.COUNT, 3, 3, 5, 4.5)
    assert not count.small
    assert count.change == -2


def test_masks():
    assert masked("小李同学") == "小＊＊"
    assert masked("") == "＊＊"
