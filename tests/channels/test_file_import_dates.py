"""Dates in every spelling of weibo.md part 6."""

from datetime import UTC, datetime, timedelta

import pytest
from file_import_samples import CAPTURED_AT
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.channels.file_import.dates import parse_date
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.columns import DateOrder

MOMENTS = st.integers(min_value=1_250_000_000, max_value=3_700_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def beijing(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("text", "moment", "approximate"),
    [
        ("刚刚", beijing(2026, 11, 20, 12, 0), True),
        ("30秒前", beijing(2026, 11, 20, 11, 59, 30), True),
        ("5分钟前", beijing(2026, 11, 20, 11, 55), True),
        ("5 分钟前", beijing(2026, 11, 20, 11, 55), True),
        ("3小时前", beijing(2026, 11, 20, 9, 0), True),
        ("2天前", beijing(2026, 11, 18, 12, 0), True),
        ("今天 10:30", beijing(2026, 11, 20, 10, 30), True),
        ("今天10:30", beijing(2026, 11, 20, 10, 30), True),
        ("今天 23:50", beijing(2026, 11, 19, 23, 50), True),
        ("昨天 08:05", beijing(2026, 11, 19, 8, 5), True),
        ("07月12日 10:00", beijing(2026, 7, 12, 10, 0), True),
        ("7月12日 10:00", beijing(2026, 7, 12, 10, 0), True),
        ("07-12", beijing(2026, 7, 12), True),
        ("12月30日 22:15", beijing(2025, 12, 30, 22, 15), True),
        ("11-20", beijing(2026, 11, 20), True),
        ("11-21", beijing(2025, 11, 21), True),
        ("02月29日 08:00", beijing(2024, 2, 29, 8, 0), True),
        ("2021年03月11日 20:58", beijing(2021, 3, 11, 20, 58), False),
        ("2020-08-14 08:30", beijing(2020, 8, 14, 8, 30), False),
        ("2020-08-14 08:30:59", beijing(2020, 8, 14, 8, 30, 59), False),
        ("2020/1/6 12:09:38", beijing(2020, 1, 6, 12, 9, 38), False),
        ("2020-01-07", beijing(2020, 1, 7), True),
        ("2018-07-25T13:27:36.000Z", datetime(2018, 7, 25, 13, 27, 36, tzinfo=UTC), False),
        ("2018-07-25T13:27:36", beijing(2018, 7, 25, 13, 27, 36), False),
        ("2025-03-08 17:52:09+08:00", beijing(2025, 3, 8, 17, 52, 9), False),
        ("Tue May 31 17:46:55 +0800 2011", beijing(2011, 5, 31, 17, 46, 55), False),
        ("1605161221", datetime.fromtimestamp(1605161221, UTC), False),
        ("1605161221000", datetime.fromtimestamp(1605161221, UTC), False),
        ("今天 10:30 来自 iPhone客户端", beijing(2026, 11, 20, 10, 30), True),
        ("07月12日 10:00转赞人数超过20", beijing(2026, 7, 12, 10, 0), True),
        ("2020-08-14 08:30\xa0来自\xa0微博 weibo.com", beijing(2020, 8, 14, 8, 30), False),
        ("\u30002020-08-14\u300008:30\u200b", beijing(2020, 8, 14, 8, 30), False),
        ("2020-08-14 08：30", beijing(2020, 8, 14, 8, 30), False),
        ("2026/11/19 上午12:30:00", beijing(2026, 11, 19, 0, 30), False),
        ("2026/11/19 凌晨12:30", beijing(2026, 11, 19, 0, 30), False),
        ("2026/11/19 早上12:30", beijing(2026, 11, 19, 0, 30), False),
        ("2026/11/19 晚上12:30", beijing(2026, 11, 19, 0, 30), False),
        ("2026/11/19 下午12:30", beijing(2026, 11, 19, 12, 30), False),
        ("2026/11/19 中午12:10", beijing(2026, 11, 19, 12, 10), False),
        ("2026/11/19 中午1:10", beijing(2026, 11, 19, 13, 10), False),
        ("2026/11/19 下午 2:30:05", beijing(2026, 11, 19, 14, 30, 5), False),
        ("2026/11/19 2:30 PM", beijing(2026, 11, 19, 14, 30), False),
        ("2026/11/19 2:30:05pm", beijing(2026, 11, 19, 14, 30, 5), False),
        ("2026/11/19 PM 2:30", beijing(2026, 11, 19, 14, 30), False),
        ("2026-11-19 12:30 AM", beijing(2026, 11, 19, 0, 30), False),
        ("2026-11-19 12:30 PM", beijing(2026, 11, 19, 12, 30), False),
        ("2026年11月19日 9点05分", beijing(2026, 11, 19, 9, 5), False),
        ("2026年11月19日09时05分", beijing(2026, 11, 19, 9, 5), False),
        ("2026年11月19日 9时5分7秒", beijing(2026, 11, 19, 9, 5, 7), False),
        ("2026年11月19日 下午2点", beijing(2026, 11, 19, 14, 0), False),
        ("11月19日 下午2点30分", beijing(2026, 11, 19, 14, 30), True),
    ],
)
def test_spellings(text: str, moment: datetime, approximate: bool):
    assert parse_date(text, CAPTURED_AT) == (moment, approximate)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "发布时间",
        "明天 10:00",
        "2020-13-01 10:00",
        "2020-02-30",
        "2020-08-14 25:00",
        "13月45日",
        "0001-01-01",
        "Tue Foo 31 17:46:55 +0800 2011",
        "Tue May 31 17:46:55 +9999 2011",
        "12345",
        "99999999999999",
        "10:30",
        "2026-11-19 14:30 PM",
        "2026-11-19 0:30 PM",
        "2026-11-19 PM 2:30 AM",
        "2026年11月19日 25点",
    ],
)
def test_what_is_no_date(text: str):
    assert parse_date(text, CAPTURED_AT) is None


def test_a_date_with_its_year_last_takes_the_half_of_the_day():
    found = parse_date("11/19/2026 2:30 PM", CAPTURED_AT, DateOrder.MONTH_FIRST)
    assert found == (beijing(2026, 11, 19, 14, 30), False)


def test_year_end_is_decided_on_beijings_calendar():
    # 31 December 16:30 UTC is already the new year's first day in Beijing.
    captured = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    assert parse_date("01-01", captured) == (beijing(2027, 1, 1), True)
    assert parse_date("昨天 08:00", captured) == (beijing(2026, 12, 31, 8, 0), True)


@given(MOMENTS)
def test_written_with_a_year_it_reads_the_same_whatever_the_capture_time(moment: datetime):
    local = moment.astimezone(CHINA).replace(microsecond=0)
    name = MONTHS[local.month - 1]
    for text in (
        f"{local:%Y-%m-%d %H:%M:%S}",
        f"{local.year}/{local.month}/{local.day} {local:%H:%M:%S}",
        f"{local.year}年{local.month}月{local.day}日 {local:%H:%M:%S}",
        f"{moment:%Y-%m-%dT%H:%M:%S}.000Z",
        f"Mon {name} {local:%d %H:%M:%S} +0800 {local:%Y}",
    ):
        assert parse_date(text, CAPTURED_AT) == (local, False)


@given(MOMENTS, st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=364)))
def test_without_a_year_the_latest_past_date_is_meant(captured: datetime, age: timedelta):
    local = (captured - age).astimezone(CHINA).replace(second=0, microsecond=0)
    parsed = parse_date(f"{local:%m月%d日 %H:%M}", captured)
    assert parsed is not None
    moment, approximate = parsed
    assert approximate
    assert moment <= captured
    if (local.month, local.day) != (2, 29):
        assert moment == local


@given(st.text(max_size=40), MOMENTS)
def test_any_text_is_a_utc_time_or_nothing(text: str, captured: datetime):
    parsed = parse_date(text, captured)
    assert parsed is None or parsed[0].tzinfo is UTC
