"""The settings say for which years the public holidays are known, beside the shop's hours and the departments'."""

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from ui.settings.controller import SettingsPage
from ui.settings.holidays import holiday_words
from ui.support.context import Context
from ui.support.when import parse_when
from ui.widgets.label import TextLabel
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.department import OfficeHours
from weibo_operator.domain.work_days import Holiday, WorkDays

NATIONAL = Holiday("国庆节", date(2026, 10, 1), date(2026, 10, 7), (date(2026, 9, 20),))
NEW_YEAR = Holiday("元旦", date(2027, 1, 1), date(2027, 1, 1))


def test_the_words_follow_the_table() -> None:
    assert holiday_words(WorkDays([NATIONAL, NEW_YEAR])) == (
        "节假日按国务院公布的 2026 年安排算，2027 年只算法定的那几天，别的年份只算周末。"
    )
    assert holiday_words(WorkDays([NATIONAL])) == "节假日按国务院公布的 2026 年安排算，别的年份只算周末。"
    assert holiday_words(WorkDays()) == "不知道哪几天放节假日，只算周末。"


@pytest.mark.parametrize("section", ["followup", "departments"])
def test_the_years_stand_where_working_hours_are_set(section: str, context: Context, qtbot: QtBot) -> None:
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.open_section(section)
    words = holiday_words(context.operator.follow_ups.work_days)
    assert "2025、2026 年" in words
    told = [label.text() for label in page.sections[section].findChildren(TextLabel)]
    assert [text for text in told if text.endswith(words)]


def test_a_day_beyond_the_table_is_one_of_an_ordinary_week(context: Context) -> None:
    days = context.operator.follow_ups.work_days
    friday = datetime(2033, 9, 30, 14, 10, tzinfo=CHINA)
    assert parse_when("2个工作日后", friday, days=days) == datetime(2033, 10, 4, 10, tzinfo=CHINA)
    assert parse_when("下周一", friday, days=days) == datetime(2033, 10, 3, 10, tzinfo=CHINA)
    usual = OfficeHours(9 * 60, 18 * 60)
    assert usual.answer_by(friday, 8 * 60, days) == datetime(2033, 10, 3, 13, 30, tzinfo=CHINA)
    assert parse_when("节后第一天", friday, days=days) is None
