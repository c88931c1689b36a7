"""For which years the public holidays are known, in the words beside the working hours."""

from collections.abc import Iterable

from weibo_operator.domain.work_days import WorkDays
from weibo_operator.translation import tr


def holiday_words(days: WorkDays) -> str:
    """节假日按国务院公布的 2025、2026 年安排算，2027 年只算法定的那几天，再往后只算周末."""
    arranged = days.arranged_years
    statutory = [year for year in days.listed_years if year not in arranged]
    parts = (
        tr("按国务院公布的 {0} 年安排算", _list(arranged)) if arranged else "",
        tr("{0} 年只算法定的那几天", _list(statutory)) if statutory else "",
        tr("别的年份只算周末"),
    )
    known = [part for part in parts if part]
    return tr("节假日{0}。", tr("，").join(known)) if days.listed_years else tr("不知道哪几天放节假日，只算周末。")


def _list(years: Iterable[int]) -> str:
    return tr("、").join(str(year) for year in years)
