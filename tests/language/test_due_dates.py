"""Times in replies that are easily misread: dates in brackets, months and holidays by name, the hours of the night."""

from datetime import datetime

import pytest

from weibo_operator.bootstrap import resources_dir
from weibo_operator.domain.clock import CHINA, china
from weibo_operator.language.due_dates import time_words
from weibo_operator.language.numerals import number
from weibo_operator.language.promises import PromiseRules
from weibo_operator.language.work_days import read_work_days

DAYS = read_work_days(resources_dir() / "dictionaries" / "holidays.tsv")
RULES = PromiseRules(resources_dir() / "dictionaries")
THURSDAY = "2026-11-19 14:10"


def promised(words: str, now: str) -> str | None:
    moment = datetime.fromisoformat(now).replace(tzinfo=CHINA)
    (promise,) = RULES.promises(f"{words}给您发货。", moment)
    return None if promise.due is None else f"{china(promise.due):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("11月25日-27日", "2026-11-27 23:59"),
        ("11月25-27日", "2026-11-27 23:59"),
        ("25-27日", "2026-11-27 23:59"),
        ("12月28日-3日", "2027-01-03 23:59"),
        ("12月25号到27号", "2026-12-27 23:59"),
        ("27日前", "2026-11-27 00:00"),
        ("最晚27日", "2026-11-27 23:59"),
        ("27日", "2026-11-27 23:59"),
        ("25日后", "2026-11-25 23:59"),
        ("25日之后", "2026-11-25 23:59"),
        ("15日后", "2026-12-04 23:59"),
        ("3日后", "2026-11-22 23:59"),
        ("7日内", "2026-11-26 23:59"),
        ("1-3日", "2026-11-22 23:59"),
        ("下周一到周三", "2026-11-25 23:59"),
        ("明天或后天", "2026-11-21 23:59"),
        ("明天9点或10点", "2026-11-20 10:00"),
        ("明天（11月20日）下午3点前", "2026-11-20 15:00"),
        ("11月20日（明天）下午3点前", "2026-11-20 15:00"),
        ("11/27(周五)前", "2026-11-27 00:00"),
        ("11/27（周五）", "2026-11-27 23:59"),
        ("11/27 18:00前", "2026-11-27 18:00"),
        ("11月27日周五前", "2026-11-27 00:00"),
        ("周五（11月27日）前", "2026-11-27 00:00"),
        ("周五（27号）下午3点前", "2026-11-27 15:00"),
        ("周五周六", "2026-11-21 23:59"),
        ("下周前", "2026-11-23 00:00"),
        ("下周之前", "2026-11-23 00:00"),
        ("下个星期以前", "2026-11-23 00:00"),
        ("下周内", "2026-11-29 23:59"),
        ("下周周三", "2026-11-25 23:59"),
        ("三周后的周五", "2026-12-11 23:59"),
        ("三天后下午3点", "2026-11-22 15:00"),
        ("两个月后的5号", "2027-01-05 23:59"),
    ],
)
def test_days_told_in_two_parts(words: str, due: str) -> None:
    assert promised(words, THURSDAY) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("12月", "2026-12-31 23:59"),
        ("12月份", "2026-12-31 23:59"),
        ("12月前", "2026-12-01 00:00"),
        ("明年1月", "2027-01-31 23:59"),
        ("下个月", "2026-12-31 23:59"),
        ("12个月内", "2027-11-19 23:59"),
        ("一个半月内", "2027-01-03 23:59"),
        ("2027年12月8日", "2027-12-08 23:59"),
        ("2027/12/8前", "2027-12-08 00:00"),
        ("明年12月8日", "2027-12-08 23:59"),
        ("明年底", "2027-12-31 23:59"),
        ("一百二十分钟内", "2026-11-19 16:10"),
        ("一百零五分钟内", "2026-11-19 15:55"),
        ("一百天内", "2027-02-27 23:59"),
        ("周五起3天内", None),
    ],
)
def test_months_years_and_hundreds(words: str, due: str | None) -> None:
    assert promised(words, THURSDAY) == due


@pytest.mark.parametrize(
    ("words", "now", "due"),
    [
        ("今晚1点前", THURSDAY, "2026-11-20 01:00"),
        ("今晚3点前", "2026-11-19 00:30", "2026-11-19 03:00"),
        ("今晚凌晨2点前", THURSDAY, "2026-11-20 02:00"),
        ("今晚12点半前", THURSDAY, "2026-11-20 00:30"),
        ("明天晚上12点前", THURSDAY, "2026-11-21 00:00"),
        ("晚上2点前", THURSDAY, "2026-11-20 02:00"),
        ("晚上5点", THURSDAY, "2026-11-19 17:00"),
        ("深夜11点", THURSDAY, "2026-11-19 23:00"),
        ("凌晨12点前", THURSDAY, "2026-11-20 00:00"),
        ("中午12点半", "2026-11-19 09:00", "2026-11-19 12:30"),
    ],
)
def test_the_hours_of_the_night(words: str, now: str, due: str) -> None:
    assert promised(words, now) == due


@pytest.mark.parametrize(
    ("words", "now", "due"),
    [
        ("国庆节后", "2026-09-21 10:00", "2026-10-08 23:59"),
        ("国庆后", "2026-09-21 10:00", "2026-10-08 23:59"),
        ("国庆假期结束后", "2026-10-03 10:00", "2026-10-08 23:59"),
        ("国庆前", "2026-09-21 10:00", "2026-10-01 00:00"),
        ("国庆节前", "2026-10-03 10:00", None),
        ("中秋节后", "2026-09-21 10:00", "2026-09-28 23:59"),
        ("春节节后", "2026-02-10 10:00", "2026-02-24 23:59"),
        ("春节前", "2026-02-10 10:00", "2026-02-15 00:00"),
        ("五一节后", "2026-04-20 10:00", "2026-05-06 23:59"),
        ("五一劳动节后", "2026-04-20 10:00", "2026-05-06 23:59"),
        ("元旦后", THURSDAY, "2027-01-04 23:59"),
        ("双节后", "2025-09-20 10:00", "2025-10-09 23:59"),
        ("节后三个工作日内", "2026-09-28 10:00", "2026-10-10 23:59"),
        ("国庆节后第一个工作日", "2026-09-21 10:00", "2026-10-08 23:59"),
        ("国庆后两天内", "2026-09-21 10:00", "2026-10-09 23:59"),
        # Of 2027 the table has only the days of the law; the real holiday is longer.
        ("国庆节后", THURSDAY, None),
        ("国庆后", THURSDAY, None),
        ("春节前", THURSDAY, None),
        ("五一节后", THURSDAY, None),
        ("国庆节后三个工作日内", THURSDAY, None),
        ("双节后", "2026-09-21 10:00", None),
        ("情人节后", THURSDAY, None),
    ],
)
def test_a_holiday_is_known_by_its_name(words: str, now: str, due: str | None) -> None:
    assert promised(words, now) == due


@pytest.mark.parametrize(
    "words", ["几十分钟内", "这个环节后", "正月初八", "十五一前", "我们今年三月开的店", "把课顺延到下个月"]
)
def test_these_are_no_times_to_come(words: str) -> None:
    now = datetime.fromisoformat(THURSDAY).replace(tzinfo=CHINA)
    assert all(found.past for found in time_words(words, now, DAYS))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("一百", 100),
        ("一百二十", 120),
        ("一百二", 120),
        ("一百零五", 105),
        ("两百", 200),
        ("百", None),
        ("一百百", None),
    ],
)
def test_hundreds(words: str, value: float | None) -> None:
    assert number(words) == value
