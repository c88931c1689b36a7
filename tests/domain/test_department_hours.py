"""Answer-by times lie in working time and count exactly the working minutes between."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.bootstrap import resources_dir
from weibo_operator.domain.business_hours import BusinessHours
from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.department import Department, DepartmentContact, OfficeHours, gone_names
from weibo_operator.domain.work_days import WorkDays
from weibo_operator.language.work_days import read_work_days

USUAL = OfficeHours()
DAYS = read_work_days(resources_dir() / "dictionaries" / "holidays.tsv")
MOMENT = st.integers(0, 700 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
HOURS = st.builds(OfficeHours, st.integers(0, 700), st.integers(701, 1440), st.booleans())


def is_worked(day: date, hours: OfficeHours, days: WorkDays) -> bool:
    return hours.every_day or days.is_worked(day)


def exact(moment: datetime, hours: OfficeHours, minutes: int) -> datetime:
    """Without the rounding."""
    open_hours = BusinessHours(hours.opens / 60, hours.closes / 60, partial(is_worked, hours=hours, days=DAYS))
    return open_hours.after(moment, timedelta(minutes=minutes))


def worked_between(start: datetime, end: datetime, hours: OfficeHours, days: WorkDays) -> int:
    """Working minutes, counted one day at a time."""
    total, day = 0, china(start).date()
    while day <= china(end).date():
        if is_worked(day, hours, days):
            midnight = datetime(day.year, day.month, day.day, tzinfo=CHINA)
            opens, closes = (midnight + timedelta(minutes=minute) for minute in (hours.opens, hours.closes))
            total += max(0, int((min(end, closes) - max(start, opens)).total_seconds() // 60))
        day += timedelta(days=1)
    return total


@given(MOMENT, HOURS, st.integers(1, 3000))
def test_exactly_the_minutes_asked_for_lie_between(moment: datetime, hours: OfficeHours, minutes: int) -> None:
    due = exact(moment, hours, minutes)
    assert worked_between(moment, due, hours, DAYS) == minutes
    assert worked_between(moment, due - timedelta(minutes=1), hours, DAYS) == minutes - 1


@given(MOMENT, HOURS, st.integers(1, 3000))
def test_rounding_stays_within_the_half_hour_and_the_office(moment: datetime, hours: OfficeHours, minutes: int) -> None:
    due = hours.answer_by(moment, minutes, DAYS)
    assert timedelta() <= due - exact(moment, hours, minutes) < timedelta(minutes=30)
    last = china(due)
    minute = (last.hour * 60 + last.minute) or 1440
    assert hours.opens < minute <= hours.closes


@pytest.mark.parametrize(
    ("moment", "hours", "due"),
    [
        ((2026, 11, 19, 14, 10), 2, (2026, 11, 19, 16, 30)),
        ((2026, 11, 20, 17, 0), 2, (2026, 11, 23, 10, 0)),
        ((2026, 9, 30, 17, 0), 2, (2026, 10, 8, 10, 0)),
        ((2026, 2, 14, 17, 0), 1, (2026, 2, 14, 18, 0)),
        ((2026, 2, 14, 17, 0), 2, (2026, 2, 24, 10, 0)),
        ((2026, 11, 21, 3, 0), 1, (2026, 11, 23, 10, 0)),
    ],
)
def test_weekends_holidays_and_the_days_worked_for_them(
    moment: tuple[int, ...], hours: int, due: tuple[int, ...]
) -> None:
    year, month, day, hour, minute = moment
    asked = datetime(year, month, day, hour, minute, tzinfo=CHINA)
    year, month, day, hour, minute = due
    assert USUAL.answer_by(asked, hours * 60, DAYS) == datetime(year, month, day, hour, minute, tzinfo=CHINA)


def test_seconds_count_as_the_next_minute_and_no_answer_is_due_after_closing() -> None:
    hours = OfficeHours(9 * 60, 17 * 60 + 45)
    asked = datetime(2026, 11, 19, 9, 0, 1, tzinfo=CHINA)
    assert hours.answer_by(asked, 30, DAYS) == datetime(2026, 11, 19, 10, 0, tzinfo=CHINA)
    assert hours.answer_by(asked, 8 * 60 + 40, DAYS) == datetime(2026, 11, 19, 17, 41, tzinfo=CHINA)
    whole = OfficeHours(0, 1440, every_day=True)
    assert whole.answer_by(asked, 15 * 60 - 1, DAYS) == datetime(2026, 11, 20, tzinfo=CHINA)


def test_the_years_that_are_known_are_told() -> None:
    assert DAYS.arranged_years == (2025, 2026)
    assert not is_worked(date(2027, 2, 6), USUAL, DAYS)
    assert is_worked(date(2027, 2, 9), USUAL, DAYS)


def test_who_is_addressed_and_which_names_go() -> None:
    before = [Department("物流部", id=1), Department("销售部", id=2)]
    people = (DepartmentContact("小赵"), DepartmentContact("王姐", "分机 8012", in_charge=True))
    assert Department("物流部", people).main_contact == "王姐（分机 8012）"
    assert gone_names(before, [Department("配送部", id=1)]) == {"物流部": "配送部", "销售部": ""}
    assert Department(" 物流部 ", (DepartmentContact(" "),)).tidied() == Department("物流部")
