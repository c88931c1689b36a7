"""The day that a reply's words mean: tomorrow, next Friday, the 25th, December, the working day after 国庆节."""

import calendar
import re
from datetime import date, timedelta

from weibo_operator.domain.work_days import WorkDays
from weibo_operator.language.numerals import number

_WEEKDAYS = "一二三四五六日"
_NEAR_DAYS = {"今": 0, "明": 1, "后": 2, "大": 3}
_YEARS = {"今": 0, "明": 1, "后": 2}
_THIRDS = {"初": 10, "上": 10, "中": 20}
_NAMES = {"五一": "劳动", "双": "国庆节、中秋"}
_BESIDE_DATE = re.compile(r"(?:(?:(\d{4})年)?(\d{1,2})[月./-])?(\d{1,2})[日号]?")

Meant = tuple[date, bool]
"""A day, and whether it is the end of a longer stretch ("月底前" is still that month)."""


def names_a_day(match: re.Match[str]) -> bool:
    """Whether a match of ``MOMENT`` has a day in it."""
    return any(match[name] for name in ("near", "week", "date", "third", "month", "only", "year", "feast", "dotted"))


def day_meant(match: re.Match[str], today: date, days: WorkDays, *, before: bool) -> Meant | None:
    """The day a match of ``MOMENT`` means, ``today`` where it names none; None where the words give no date.

    Raises ValueError for a day that is none (31号 of a short month, 2月30日).
    """
    if match["feast"]:
        return _after_holiday(match, today, days)
    if match["year"] and not match["year"].endswith(("年底", "年末", "年内")):
        return (days.after(today, 1), False) if match["year"].startswith("下") else None
    exact = _beside(match, today)
    return (exact, False) if exact is not None else _day(match, today, before=before)


def month_later(day: date, months: int) -> date:
    """The same day ``months`` later, the month's last where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def weekday_of(week: date, words: str) -> date:
    """The weekday that ``words`` end with, in the week of ``week``."""
    last = {"天": "日", "末": "日"}.get(words[-1], words[-1])
    return week - timedelta(days=week.weekday()) + timedelta(days=_WEEKDAYS.index(last))


def _after_holiday(match: re.Match[str], today: date, days: WorkDays) -> Meant | None:
    """节后 is the first day worked after the next holiday, 国庆后 the one after 国庆节, 国庆前 the moment it begins."""
    if match["next"]:
        day = days.after_holiday(today)
    else:
        name = match["named"] or match["other"]
        name = _NAMES.get(name, name[:2])
        if not match["on"]:
            holiday = days.named(name, today)
            begins = holiday if holiday is None or holiday.first > today else None
            return None if begins is None or match["plus"] else (begins.first, False)
        day = days.after_named(name, today)
    if day is None or not match["plus"]:
        return None if day is None else (day, False)
    count = int(-(-(number(match["plus"]) or 0) // 1))
    if not match["plus_unit"].endswith("工作日"):
        return day + timedelta(days=count - 1), False
    return days.after(day, count - 1), False


def _beside(match: re.Match[str], today: date) -> date | None:
    """The date in brackets beside a weekday, which says it more exactly: 周五（11月27日）."""
    found = _BESIDE_DATE.fullmatch(match["beside"] or "")
    if found is None or match["date"] or match["dotted"]:
        return None
    year, month, day = found.groups()
    if month is None:
        return _in_this_or_next_month(int(day), today)
    return date(int(year), int(month), int(day)) if year else _next_date(today, int(month), int(day))


def _day(match: re.Match[str], today: date, *, before: bool) -> Meant:
    if match["near"]:
        return today + timedelta(days=_NEAR_DAYS[match["near"][0]]), match["near"][0] == "今"
    if match["week"]:
        return _week_day(match["week"], today, before=before)
    if match["date"]:
        return _month_day(match, today), False
    if match["third"]:
        return _third(match, today), True
    if match["month"]:
        return _month(match, today, before=before)
    if match["only"]:
        return _in_this_or_next_month(int(number(match["only"][:-1]) or 0), today), False
    if match["dotted"]:
        *year, month, day = (int(digits) for digits in re.split(r"[./-]", match["dotted"].rstrip("日号")))
        return date(year[0], month, day) if year else _next_date(today, month, day), False
    if match["year"]:
        return date(_year(match["yy"], today) or today.year, 12, 31), True
    return today, True


def _week_day(words: str, today: date, *, before: bool) -> Meant:
    weeks = words.count("下")
    monday = today - timedelta(days=today.weekday() - 7 * weeks)
    if words[-1] in "周期拜内":
        # Before next week is before its Monday; before this week's end is all that 本周前 can ask.
        return (monday, False) if before and weeks else (monday + timedelta(days=6), True)
    if words[-1] == "末":
        return monday + timedelta(days=5 if before else 6), False
    day = weekday_of(monday, words)
    told = words[0] in "这本下"
    if not told and (day < today or (before and day == today)):
        day += timedelta(days=7)
    return day, False


def _month_day(match: re.Match[str], today: date) -> date:
    first, day = (int(number(words or "") or 0) for words in (match["first"], match["d"]))
    if match["rel"]:
        month = month_later(today.replace(day=1), match["rel"].count("下"))
        return (month if day >= first else month_later(month, 1)).replace(day=day)
    month, year = int(number(match["m"][:-1]) or 0), _year(match["y"], today)
    begun = first or day
    found = date(year, month, begun) if year else _next_date(today, month, begun)
    return found.replace(day=day) if day >= begun else month_later(found.replace(day=1), 1).replace(day=day)


def _year(words: str | None, today: date) -> int | None:
    """The year that is written: 2027年, 27年, 明年, 明."""
    said = (words or "").removesuffix("年")
    if not said:
        return None
    if said in _YEARS:
        return today.year + _YEARS[said]
    return int(said) + (2000 if len(said) == 2 else 0)


def _next_date(today: date, month: int, day: int) -> date:
    found = date(today.year, month, day)
    return date(today.year + 1, month, day) if (today - found).days > 60 else found


def _in_this_or_next_month(day: int, today: date) -> date:
    first = today if day >= today.day else month_later(today.replace(day=1), 1)
    return first.replace(day=day)


def _third(match: re.Match[str], today: date) -> date:
    first = _first_of(match["ty"], match["tm"], match["trel"], today)
    return first.replace(day=_THIRDS.get(match["which"][0], _last(first)))


def _month(match: re.Match[str], today: date, *, before: bool) -> Meant:
    first = _first_of(match["my"], match["mm"], match["mrel"], today)
    return (first, False) if before and first > today else (first.replace(day=_last(first)), True)


def _first_of(year: str | None, month: str | None, relative: str | None, today: date) -> date:
    """The first day of a month told by its name, or as the 本月 or 下个月 of ``today``."""
    if not month:
        return month_later(today.replace(day=1), (relative or "").count("下"))
    named = int(number(month.removesuffix("月")) or 0)
    return date(_year(year, today) or today.year + (named < today.month), named, 1)


def _last(month: date) -> int:
    return calendar.monthrange(month.year, month.month)[1]
