"""Reads a time as an operator types it: 今天18:00, 明天下午, 下周一, 节后第一天, 11-25 9:00, tomorrow 3pm, next mon."""

import calendar
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from ui.support.when_english import in_chinese
from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.spoken_hours import spoken_hour, spoken_moment
from weibo_operator.domain.work_days import WorkDays

DAY_HOUR = 10
"""A day without a time means this hour: visits and reminders belong into the working day."""
TODAY_HOUR = 18
"""今天 without a time means the end of the working day."""

_MOST_WORKED = 250
"""More working days than a year has nobody plans ahead."""
_FARTHEST = 3650
"""More days, or hours, than anybody plans ahead; also keeps the calendar from running over."""

_LONGEST = 60
"""Characters: no time is said in more, and a number of hundreds of digits is none."""

_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
_DAY_NAMES: Mapping[str, int] = {
    "大后天": 3,
    "今天": 0,
    "今日": 0,
    "今": 0,
    "明天": 1,
    "明日": 1,
    "明": 1,
    "后天": 2,
}
_PARTS: Mapping[str, int] = {
    "凌晨": 6,
    "早上": 9,
    "早晨": 9,
    "上午": 10,
    "早": 9,
    "中午": 12,
    "下午": 15,
    "傍晚": 18,
    "下班前": 18,
    "晚上": 20,
    "晚": 20,
}
_WEEKDAYS = "一二三四五六日"
_DIGITS: Mapping[str, int] = {sign: number for number, sign in enumerate("零一二三四五六七八九十")} | {"两": 2}
_UNITS: Mapping[str, timedelta] = {
    "分钟": timedelta(minutes=1),
    "分": timedelta(minutes=1),
    "小时": timedelta(hours=1),
    "钟头": timedelta(hours=1),
    "天": timedelta(days=1),
    "日": timedelta(days=1),
    "周": timedelta(days=7),
    "星期": timedelta(days=7),
    "礼拜": timedelta(days=7),
}
_CLOCK = LatePattern(
    rf"(?P<part>{'|'.join(_PARTS)})?"
    rf"(?:(?P<hour>{_NUMBER})(?::(?P<colon>\d{{1,2}})|[点时](?:(?P<half>半)|(?P<quarter>[一三])刻|(?P<minute>{_NUMBER})分?|整)?))?"
    r"(?:之前|以前|前)?"
)
_LATER = LatePattern(
    rf"(?:过|再过)?(?P<count>{_NUMBER}|半)个?(?P<unit>{'|'.join(_UNITS)})(?P<half>半)?(?:之后|以后|后)?(?P<rest>.*)"
)
_NAMED_DAY = LatePattern(rf"(?P<name>{'|'.join(_DAY_NAMES)})(?P<rest>.*)")
_WEEKDAY = LatePattern(r"(?P<next>下下|下|本|这)?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])(?P<rest>.*)")
_DATE = LatePattern(
    r"(?:(?P<year>20\d\d)[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})[日号]?(?:周[一二三四五六日])?(?P<rest>.*)"
)
_WORKING = LatePattern(rf"(?:过|再过)?(?P<count>{_NUMBER})个?工作日(?:之后|以后|后|内)?(?P<rest>.*)")
_HOLIDAY = LatePattern(r"(?P<which>节前|节后(?:第一个工作日|第一天|首日)?|放假前|下一?个工作日|月底|年底)(?P<rest>.*)")
_ORDINARY = WorkDays()
_MONTH_DAY = LatePattern(r"(?P<day>\d{1,2})[日号](?P<rest>.*)")
_DAYS_END = LatePattern(r"(?:(?<=[-/.月－／．]\d)|(?<=[-/.月－／．]\d\d))\s+(?=\d{1,2}[:：点时])")
_WIDE = str.maketrans("０１２３４５６７８９：－／．", "0123456789:-/.")


def parse_when(text: str, now: datetime, *, day_hour: int = DAY_HOUR, days: WorkDays = _ORDINARY) -> datetime | None:
    """The moment ``text`` names, as aware UTC time, or None when it is not understood; it may lie in the past.

    A day without a time means ``day_hour`` o'clock, a time without a day the next such moment. ``days`` knows the
    public holidays, for 工作日, 节前 and 节后.
    """
    if len(text) > _LONGEST:
        return None
    said = joined(in_chinese(text.translate(_WIDE)))
    if not said:
        return None
    today = china(now).date()
    later = _LATER.fullmatch(said)
    if later is not None and (found := _after(later, now, day_hour)) is not None:
        return found
    try:
        day, rest = _read_day(said, today, days)
    except OverflowError:
        return None
    clock = _read_clock(rest)
    if clock is None:
        return None
    if day is None:
        moment = _moment(today, clock, now, today)
        return moment if moment > now else moment + timedelta(days=1)
    usual = timedelta(hours=TODAY_HOUR if day == today else day_hour)
    return _moment(day, clock if rest else usual, now, today)


def joined(text: str) -> str:
    """The words without blanks; one between a date and a clock (12-2 10:00) is the day's end."""
    return "".join(_DAYS_END.sub("日", text).split())


def _after(found: re.Match[str], now: datetime, day_hour: int) -> datetime | None:
    """A length of time from now; days and weeks end at a working hour or at the hour that follows."""
    unit = _UNITS[found["unit"]]
    count = 0.5 if found["count"] == "半" else _number(found["count"]) + (0.5 if found["half"] else 0.0)
    if count > _FARTHEST:
        return None
    if unit < timedelta(days=1):
        return None if found["rest"] or not count else now + unit * count
    if count != int(count):
        return None
    clock = _read_clock(found["rest"])
    if clock is None:
        return None
    today = china(now).date()
    return _moment(today + unit * count, clock if found["rest"] else timedelta(hours=day_hour), now, today)


def _read_day(said: str, today: date, days: WorkDays) -> tuple[date | None, str]:
    """The day at the beginning of ``said`` and what follows it; None when no possible day is said."""
    if found := _WORKING.fullmatch(said):
        count = _number(found["count"])
        return (days.after(today, count), found["rest"]) if 0 < count <= _MOST_WORKED else (None, said)
    if found := _HOLIDAY.fullmatch(said):
        named = _by_calendar(found["which"], today, days)
        return (None, said) if named is None else (named, found["rest"])
    if found := _NAMED_DAY.fullmatch(said):
        return today + timedelta(days=_DAY_NAMES[found["name"]]), found["rest"]
    if found := _WEEKDAY.fullmatch(said):
        return _weekday(found["next"] or "", found["day"], today), found["rest"]
    if found := _DATE.fullmatch(said):
        year = int(found["year"]) if found["year"] else today.year
        day = _calendar_day(year, int(found["month"]), int(found["day"]), today, fixed=bool(found["year"]))
    elif found := _MONTH_DAY.fullmatch(said):
        day = _this_or_next_month(int(found["day"]), today)
    else:
        return None, said
    return (None, said) if day is None else (day, found["rest"])


def _by_calendar(which: str, today: date, days: WorkDays) -> date | None:
    """节前 is the last day worked before the next holiday, 节后 the first after it, 月底 the month's last day."""
    if which.endswith("工作日") and which.startswith("下"):
        return days.after(today, 1)
    if which.startswith("节后"):
        return days.after_holiday(today)
    if which in ("节前", "放假前"):
        return days.before_holiday(today)
    month = 12 if which == "年底" else today.month
    return today.replace(month=month, day=calendar.monthrange(today.year, month)[1])


def _weekday(which: str, name: str, today: date) -> date:
    """周五 is the coming one (today counts), 下周五 the one of next week, which begins on Monday."""
    number = 5 if name == "末" else 6 if name == "天" else _WEEKDAYS.index(name)
    monday = today - timedelta(days=today.weekday())
    if which in ("下", "下下"):
        return monday + timedelta(days=7 * len(which) + number)
    day = monday + timedelta(days=number)
    return day if which or day >= today else day + timedelta(days=7)


def _calendar_day(year: int, month: int, day: int, today: date, *, fixed: bool) -> date | None:
    """A date of the calendar; without a year the coming one."""
    try:
        found = date(year, month, day)
        return found if fixed or found >= today else date(year + 1, month, day)
    except ValueError:
        return None


def _this_or_next_month(day: int, today: date) -> date | None:
    following = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    month = today if day >= today.day else following
    return _calendar_day(month.year, month.month, day, today, fixed=True)


def _read_clock(text: str) -> timedelta | None:
    """The time since the day's midnight, none for an empty text, None when it is not understood.

    The hours of a night run on: 晚上12点 is the day's end, 晚上1点 an hour later.
    """
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    part = found["part"] or ""
    if found["hour"] is None:
        return timedelta(hours=_PARTS.get(part, 0)) if part or not text else None
    hour = _number(found["hour"])
    minute = int(found["colon"] or 0) or (_number(found["minute"]) if found["minute"] else 0)
    minute = 30 if found["half"] else 15 * _number(found["quarter"]) if found["quarter"] else minute
    if minute >= 60 or hour > 24 or (hour == 24 and minute):
        return None
    return timedelta(hours=spoken_hour(part, hour), minutes=minute)


def _number(text: str) -> int:
    """A number in digits, or in Chinese signs up to 九十九."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[ones[-1]]
    return (_DIGITS[tens[-1]] if tens else 1) * 10 + (_DIGITS[ones[-1]] if ones else 0)


def _moment(day: date, clock: timedelta, now: datetime, today: date) -> datetime:
    minutes = clock // timedelta(minutes=1)
    midnight = datetime.combine(day, time(0), CHINA)
    return spoken_moment(midnight, minutes // 60, minutes % 60, now, tonight=day == today).astimezone(UTC)
