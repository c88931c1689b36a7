"""Times as operators type them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.support.when import parse_when
from weibo_operator.domain.clock import CHINA, china

NOW = datetime(2026, 11, 19, 14, 10, tzinfo=CHINA).astimezone(UTC)
"""A Thursday afternoon in Beijing."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("今天18:00", "2026-11-19 18:00"),
        ("今天 18:00", "2026-11-19 18:00"),
        ("今天", "2026-11-19 18:00"),
        ("今晚8点", "2026-11-19 20:00"),
        ("今天下班前", "2026-11-19 18:00"),
        ("明天", "2026-11-20 10:00"),
        ("明天下午", "2026-11-20 15:00"),
        ("明早", "2026-11-20 09:00"),
        ("明天下午3点半", "2026-11-20 15:30"),
        ("明天 12:00 前", "2026-11-20 12:00"),
        ("后天上午10点", "2026-11-21 10:00"),
        ("大后天", "2026-11-22 10:00"),
        ("3天后", "2026-11-22 10:00"),
        ("3 天后", "2026-11-22 10:00"),
        ("三天后下午", "2026-11-22 15:00"),
        ("２小时后", "2026-11-19 16:10"),
        ("两个半小时后", None),
        ("两小时半后", "2026-11-19 16:40"),
        ("半小时后", "2026-11-19 14:40"),
        ("十五分钟后", "2026-11-19 14:25"),
        ("两周后", "2026-12-03 10:00"),
        ("周五", "2026-11-20 10:00"),
        ("周四", "2026-11-19 18:00"),
        ("周三", "2026-11-25 10:00"),
        ("下周一", "2026-11-23 10:00"),
        ("下周一上午9点", "2026-11-23 09:00"),
        ("下下周二", "2026-12-01 10:00"),
        ("本周日", "2026-11-22 10:00"),
        ("周末", "2026-11-21 10:00"),
        ("11-25 9:00", "2026-11-25 09:00"),
        ("12-2 10:00", "2026-12-02 10:00"),
        ("12月2 10点", "2026-12-02 10:00"),
        ("2 10:00", None),
        ("11-21 周六 09:00", "2026-11-21 09:00"),
        ("11月25日", "2026-11-25 10:00"),
        ("1-5", "2027-01-05 10:00"),
        ("2027-03-08 14:00", "2027-03-08 14:00"),
        ("25号下午2点", "2026-11-25 14:00"),
        ("5号", "2026-12-05 10:00"),
        ("18:00", "2026-11-19 18:00"),
        ("9点", "2026-11-20 09:00"),
        ("下午", "2026-11-19 15:00"),
        ("中午1点", "2026-11-20 13:00"),
        ("今天9:00", "2026-11-19 09:00"),
        ("", None),
        ("随便", None),
        ("明天25点", None),
        ("2-30", None),
        ("13-01", None),
        ("18", None),
        ("0分钟后", None),
    ],
)
def test_typed_times(typed: str, meant: str | None) -> None:
    found = parse_when(typed, NOW)
    assert (None if found is None else f"{china(found):%Y-%m-%d %H:%M}") == meant


@pytest.mark.parametrize(
    ("typed", "now", "meant"),
    [
        ("今晚12点", "14:10", "2026-11-20 00:00"),
        ("明天晚上12点", "14:10", "2026-11-21 00:00"),
        ("今晚12点半", "14:10", "2026-11-20 00:30"),
        ("今晚1点", "14:10", "2026-11-20 01:00"),
        ("明晚2点", "14:10", "2026-11-21 02:00"),
        ("晚上1点", "14:10", "2026-11-20 01:00"),
        ("晚上12点", "14:10", "2026-11-20 00:00"),
        ("今晚3点", "00:30", "2026-11-19 03:00"),
        ("晚上5点", "14:10", "2026-11-19 17:00"),
        ("三天后晚上12点", "14:10", "2026-11-23 00:00"),
        ("凌晨12点", "14:10", "2026-11-20 00:00"),
        ("明天下午12点半", "14:10", "2026-11-20 12:30"),
        ("24:00", "14:10", "2026-11-20 00:00"),
        ("明天24:00", "14:10", "2026-11-21 00:00"),
        ("周日24点前", "14:10", "2026-11-23 00:00"),
        ("24:30", "14:10", None),
        ("tonight 12:00", "14:10", "2026-11-20 00:00"),
        ("tonight 1am", "14:10", "2026-11-20 01:00"),
    ],
)
def test_the_hours_of_the_night_are_those_a_promise_means(typed: str, now: str, meant: str | None) -> None:
    moment = datetime.fromisoformat(f"2026-11-19 {now}").replace(tzinfo=CHINA)
    found = parse_when(typed, moment)
    assert (None if found is None else f"{china(found):%Y-%m-%d %H:%M}") == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today 18:00", "2026-11-19 18:00"),
        ("Today at 6 pm", "2026-11-19 18:00"),
        ("today", "2026-11-19 18:00"),
        ("tonight 8:00", "2026-11-19 20:00"),
        ("end of day", "2026-11-19 18:00"),
        ("this afternoon", "2026-11-19 15:00"),
        ("tomorrow", "2026-11-20 10:00"),
        ("tomorrow afternoon", "2026-11-20 15:00"),
        ("Tomorrow 3pm", "2026-11-20 15:00"),
        ("by 3:30 p.m. tomorrow", "2026-11-20 15:30"),
        ("tomorrow at 9", "2026-11-20 09:00"),
        ("tomorrow 9 o'clock", "2026-11-20 09:00"),
        ("tomorrow noon", "2026-11-20 12:00"),
        ("12am tomorrow", "2026-11-20 00:00"),
        ("12pm tomorrow", "2026-11-20 12:00"),
        ("day after tomorrow", "2026-11-21 10:00"),
        ("the day after tomorrow 9am", "2026-11-21 09:00"),
        ("in 3 days", "2026-11-22 10:00"),
        ("3 days", "2026-11-22 10:00"),
        ("three days later, 2pm", "2026-11-22 14:00"),
        ("in 3 days afternoon", "2026-11-22 15:00"),
        ("in 1 week", "2026-11-26 10:00"),
        ("a week from now", "2026-11-26 10:00"),
        ("2 hours", "2026-11-19 16:10"),
        ("in 2h", "2026-11-19 16:10"),
        ("1.5 hours", "2026-11-19 15:40"),
        ("in half an hour", "2026-11-19 14:40"),
        ("15 min", "2026-11-19 14:25"),
        ("an hour later", "2026-11-19 15:10"),
        ("2 working days", "2026-11-23 10:00"),
        ("next business day", "2026-11-20 10:00"),
        ("fri", "2026-11-20 10:00"),
        ("Thursday", "2026-11-19 18:00"),
        ("Wed 9:00", "2026-11-25 09:00"),
        ("this sunday", "2026-11-22 10:00"),
        ("next monday", "2026-11-23 10:00"),
        ("next mon 9am", "2026-11-23 09:00"),
        ("9am on friday next week", "2026-11-27 09:00"),
        ("weekend", "2026-11-21 10:00"),
        ("25 Nov", "2026-11-25 10:00"),
        ("dec 2 5pm", "2026-12-02 17:00"),
        ("2 dec 10:00", "2026-12-02 10:00"),
        ("dec 2 at 5", "2026-12-02 05:00"),
        ("12-2 5pm", "2026-12-02 17:00"),
        ("Nov 25, 9:00", "2026-11-25 09:00"),
        ("November 25th, 2027 at 2pm", "2027-11-25 14:00"),
        ("5 May", "2027-05-05 10:00"),
        ("Wed 11-25 9:00", "2026-11-25 09:00"),
        ("11-25 Wed 09:00", "2026-11-25 09:00"),
        ("25th", "2026-11-25 10:00"),
        ("end of the month", "2026-11-30 10:00"),
        ("2026-11-25T09:00", "2026-11-25 09:00"),
        ("11-25 9am", "2026-11-25 09:00"),
        ("11/25 9:00", "2026-11-25 09:00"),
        ("3pm", "2026-11-19 15:00"),
        ("明天3pm", "2026-11-20 15:00"),
        ("whenever", None),
        ("monkey", None),
        ("13pm", None),
        ("31 Feb", None),
        ("1.5 days", None),
        ("tomorrow tomorrow", None),
    ],
)
def test_typed_times_in_english(typed: str, meant: str | None) -> None:
    found = parse_when(typed, NOW)
    assert (None if found is None else f"{china(found):%Y-%m-%d %H:%M}") == meant


def test_a_bare_day_takes_the_hour_asked_for() -> None:
    found = parse_when("明天", NOW, day_hour=18)
    assert found is not None
    assert china(found).hour == 18


@given(st.text(max_size=20))
def test_no_text_breaks_it(text: str) -> None:
    found = parse_when(text, NOW)
    assert found is None or found.utcoffset() == timedelta(0)


@given(st.text("0123456789:.-, apmthndysowfri", max_size=24))
def test_no_english_breaks_it(text: str) -> None:
    found = parse_when(text, NOW)
    assert found is None or found.utcoffset() == timedelta(0)


@given(st.integers(1, 400))
def test_days_ahead_are_counted_on_the_calendar(days: int) -> None:
    found = parse_when(f"{days}天后", NOW)
    assert found is not None
    assert (china(found).date() - china(NOW).date()).days == days
    assert parse_when(f"in {days} days", NOW) == found
