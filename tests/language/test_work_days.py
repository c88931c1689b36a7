"""Public holidays and the dates that need them: 工作日, 节前, 节后, spaces around digits."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.support.when import parse_when
from weibo_operator.bootstrap import resources_dir
from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.work_days import Holiday, WorkDays
from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.due_dates import time_words
from weibo_operator.language.work_days import read_work_days

DAYS = read_work_days(resources_dir() / "dictionaries" / "holidays.tsv")
MOMENTS = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
PIECES = st.sampled_from(
    [
        "今天",
        "明天",
        "后天",
        "下周一",
        "周五",
        "节后",
        "节前",
        "第一天",
        "3",
        "两",
        "十五",
        "个",
        "工作日",
        "小时",
        "天",
        "内",
        "后",
        "前",
        "下午",
        "上午",
        "18:00",
        "6点",
        "11月30日",
        "（周一）",
        "月底",
        "2-30",
        "31号",
        "给您答复",
        "最晚",
        "原定",
        "，",
        "。",
        "99",
        "999999",
        "零",
        "半",
    ]
)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2026-02-14", True),  # a Saturday worked for the Spring Festival
        ("2026-02-15", False),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-02-28", True),
        ("2026-03-01", False),
        ("2026-10-01", False),
        ("2026-10-08", True),
        ("2026-10-10", True),
        ("2026-11-21", False),
        ("2026-11-23", True),
        ("2031-05-01", True),  # a year the table does not hold: a Thursday
    ],
)
def test_working_days(day: str, worked: bool) -> None:
    assert DAYS.is_worked(date.fromisoformat(day)) is worked


@pytest.mark.parametrize(
    ("words", "now", "due"),
    [
        ("三个工作日内", "2026-02-13", "2026-02-25"),  # Saturday the 14th is worked, then ten days off
        ("1个工作日内", "2026-09-30", "2026-10-08"),
        ("下个工作日", "2026-11-20", "2026-11-23"),
        ("节后", "2026-02-10", "2026-02-24"),
        ("节后第一天", "2026-02-20", "2026-02-24"),
        ("节后第一个工作日", "2026-09-21", "2026-09-28"),
        ("节后", "2026-09-28", "2026-10-08"),
        ("明天 18:00 前", "2026-11-19", "2026-11-20"),
        ("11月23日（周一）18:00 前", "2026-11-19", "2026-11-23"),
        ("最晚11月23日", "2026-11-19", "2026-11-23"),
        ("明天下午 3 点前", "2026-12-31", "2027-01-01"),
    ],
)
def test_dates_in_replies_know_the_holidays(words: str, now: str, due: str) -> None:
    moment = datetime.fromisoformat(f"{now}T10:00").replace(tzinfo=CHINA)
    (found,) = time_words(words, moment, DAYS)
    assert found.end == len(words)
    assert found.due is not None
    assert china(found.due).date() == date.fromisoformat(due)


@pytest.mark.parametrize("words", ["原定明天 18:00 前给您答复。", "原定于11月30日发货。"])
def test_what_was_said_before_is_no_new_promise(desk_check: DeskCheck, words: str) -> None:
    assert desk_check.promises(words, datetime(2026, 11, 19, tzinfo=UTC)) == ()


@pytest.mark.parametrize(
    ("typed", "now", "meant"),
    [
        ("3个工作日后", "2026-02-13", "2026-02-25 10:00"),
        ("两个工作日后下午3点", "2026-11-19", "2026-11-23 15:00"),
        ("节后第一天", "2026-09-29", "2026-10-08 10:00"),
        ("节后上午9点", "2026-04-30", "2026-05-06 09:00"),
        ("节前", "2026-02-10", "2026-02-14 10:00"),
        ("放假前18:00", "2026-09-29", "2026-09-30 18:00"),
        ("节前", "2026-10-03", "2026-12-31 10:00"),
        ("下个工作日", "2026-11-20", "2026-11-23 10:00"),
        ("月底", "2026-11-20", "2026-11-30 10:00"),
        ("年底18:00", "2026-11-20", "2026-12-31 18:00"),
        ("0个工作日", "2026-11-20", None),
        ("999个工作日后", "2026-11-20", None),
        ("节后", "2029-01-01", None),
    ],
)
def test_typed_dates_know_the_holidays(typed: str, now: str, meant: str | None) -> None:
    moment = datetime.fromisoformat(f"{now}T14:10").replace(tzinfo=CHINA)
    found = parse_when(typed, moment, days=DAYS)
    assert (None if found is None else f"{china(found):%Y-%m-%d %H:%M}") == meant


@given(st.lists(PIECES, max_size=8), MOMENTS)
def test_any_sentence_is_read_without_an_error(desk_check: DeskCheck, pieces: list[str], now: datetime) -> None:
    for joined in ("".join(pieces), " ".join(pieces)):
        for words in time_words(joined, now, DAYS):
            assert 0 <= words.start < words.end <= len(joined)
            assert words.due is None or words.due.utcoffset() == timedelta(0)
        typed = parse_when(joined, now, days=DAYS)
        assert typed is None or typed.utcoffset() == timedelta(0)
        desk_check.promises(joined, now)


@given(MOMENTS, st.integers(1, 60))
def test_a_number_of_working_days_later_is_worked(now: datetime, count: int) -> None:
    day = now.date()
    later = DAYS.after(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (later - day).days + 1)]
    assert DAYS.is_worked(later)
    assert sum(DAYS.is_worked(each) for each in passed) == count


@given(MOMENTS)
def test_after_and_before_a_holiday_people_work(now: datetime) -> None:
    for found in (DAYS.after_holiday(now.date()), DAYS.before_holiday(now.date())):
        assert found is None or (DAYS.is_worked(found) and found >= now.date())


def test_an_empty_table_knows_weekends_only() -> None:
    plain = WorkDays()
    assert plain.after_holiday(date(2026, 9, 1)) is None
    assert plain.before_holiday(date(2026, 9, 1)) is None
    assert plain.after(date(2026, 9, 30), 1) == date(2026, 10, 1)
    assert len(Holiday("三天", date(2026, 1, 1), date(2026, 1, 3)).days) == 3
