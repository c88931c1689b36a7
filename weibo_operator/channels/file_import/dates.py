"""Dates in every spelling that exports and copied pages use (weibo.md part 6, "Dates to accept")."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.columns import DateOrder
from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.spoken_hours import printed_hour

Parsed = tuple[datetime, bool]
"""Aware UTC time, and whether it is approximate."""

_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2100
_LEAP_CYCLE = 8
_LONGEST = 200
"""Characters: a longer cell is a text, and reading its blanks as a date's would be slow."""
_SPACES = str.maketrans({"\u3000": " ", "\xa0": " ", "\t": " ", "\u200b": None, "\ufeff": None, "：": ":"})
_TAIL = LatePattern(r"\s*(?:来自|转赞人数|已编辑|发布于).*$", re.DOTALL)
_HEAD = LatePattern(r"^(?:(?:编辑|发布|发表|更新)于|(?:发布|发表|评论)?时间:)\s*")
_WEEKDAY = LatePattern(r"\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?\s*")
_HALF_DAY = LatePattern(r"(凌晨|早上|上午|中午|下午|傍晚|晚上)\s*(\d{1,2})(?=:\d{2})", re.ASCII)
_AM_PM = LatePattern(
    r"(?:(?P<first>[AP]M)\s*)?(?<![\d:])(?P<clock>(?P<hour>\d{1,2})(?P<rest>:\d{2}(?::\d{2})?))(?:\s*(?P<last>[AP]M))?",
    re.ASCII | re.IGNORECASE,
)
_SPELT_CLOCK = LatePattern(r"(?<!\d)(\d{1,2})[点时](?:(\d{1,2})分(?:(\d{1,2})秒)?|整)?", re.ASCII)
_NOON = 12
_CLOCK = r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?"
_ZONE = r"(Z|UTC|GMT|[+-]\d{2}:?\d{2})"
_FULL = LatePattern(
    rf"(\d{{4}})(?:-|/|\.|年)(\d{{1,2}})(?:-|/|\.|月)(\d{{1,2}})日?(?:(?:T|\s*){_CLOCK}\s*{_ZONE}?)?",
    re.ASCII,
)
_ENGLISH = LatePattern(
    rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{{2}}) +(\d{{1,2}}) {_CLOCK} {_ZONE} (\d{{4}})", re.ASCII
)
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_UNIX = LatePattern(r"(\d{10})(\d{3})?(?:\.\d+)?", re.ASCII)
_SERIAL = LatePattern(r"(\d{5})(?:\.\d{1,15})?", re.ASCII)
_SERIAL_START = datetime(1899, 12, 30, tzinfo=CHINA)
"""Day 0 of a spreadsheet's dates."""
_FIRST_SERIAL, _LAST_SERIAL = 40_000, 73_000
"""2009 to 2099: other five-digit numbers are no dates."""
_COMPACT = LatePattern(rf"(20\d{{2}})(\d{{2}})(\d{{2}})(?:\s*{_CLOCK})?", re.ASCII)
_YEAR_LAST = LatePattern(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](20\d{{2}})(?:,?\s*{_CLOCK})?", re.ASCII)
_NOW = LatePattern(r"刚刚|刚才")
_AGO = LatePattern(r"(\d{1,4})\s*(秒|分钟|小时|天|周)前", re.ASCII)
_AGO_UNIT = {
    "秒": timedelta(seconds=1),
    "分钟": timedelta(minutes=1),
    "小时": timedelta(hours=1),
    "天": timedelta(days=1),
    "周": timedelta(weeks=1),
}
_NAMED_DAY = LatePattern(rf"(今天|昨天|前天)\s*(?:{_CLOCK})?", re.ASCII)
_DAYS_BACK = {"今天": 0, "昨天": 1, "前天": 2}
_YEARLESS = LatePattern(rf"(\d{{1,2}})(?:-|/|月)(\d{{1,2}})日?\s*(?:{_CLOCK})?", re.ASCII)


def parse_date(text: str, captured_at: datetime, order: DateOrder = DateOrder.YEAR_FIRST) -> Parsed | None:
    """The moment ``text`` names, or None when it names none.

    Beijing time where no zone is written. Approximate are: all forms counted from ``captured_at`` (aware; the
    time the page was saved), dates without a year, and dates without an hour (midnight in Beijing). ``order`` is
    how a date with its year at the end is meant; without it such a date is not understood.
    """
    found = _FULL.fullmatch(text)
    if found is not None:
        return _guarded(_full, found, captured_at)
    if len(text) > _LONGEST:
        return None
    text = _plain(text)
    if order is not DateOrder.YEAR_FIRST:
        found = _YEAR_LAST.fullmatch(text)
        if found is not None:
            return _guarded(_day_first if order is DateOrder.DAY_FIRST else _month_first, found, captured_at)
    for pattern, reader in _FORMS:
        found = pattern.fullmatch(text)
        if found is not None:
            return _guarded(reader, found, captured_at)
    return None


def year_last(text: str) -> tuple[int, int] | None:
    """The first two numbers of a date whose year stands last (``3/4/2026``), None for any other text."""
    found = _YEAR_LAST.fullmatch(_plain(text)) if len(text) <= _LONGEST else None
    return None if found is None else (int(found[1]), int(found[2]))


def _plain(text: str) -> str:
    """A written date without what pages put around it; the hours of an afternoon counted to 24."""
    text = _TAIL.sub("", _HEAD.sub("", text.translate(_SPACES).strip()))
    text = _SPELT_CLOCK.sub(_in_digits, _WEEKDAY.sub(" ", text))
    text = _AM_PM.sub(_without_am, _HALF_DAY.sub(_in_24_hours, text))
    return text.strip()


def _in_digits(found: re.Match[str]) -> str:
    """9点05分 as 9:05; a minute of one digit is written with two."""
    return ":".join([found[1], *(f"{int(part):02}" for part in (found[2] or "0", found[3]) if part)])


def _in_24_hours(found: re.Match[str]) -> str:
    return f" {printed_hour(found[1], int(found[2]))}"


def _without_am(found: re.Match[str]) -> str:
    half = (found["first"] or found["last"] or "").upper()
    if not half or not 1 <= int(found["hour"]) <= _NOON or (found["first"] and found["last"]):
        return found[0]
    return f"{printed_hour(half, int(found['hour']))}{found['rest']}"


def _guarded(
    reader: Callable[[re.Match[str], datetime], Parsed | None], found: re.Match[str], captured_at: datetime
) -> Parsed | None:
    try:
        return reader(found, captured_at)
    except (ValueError, OverflowError):
        return None


def _full(found: re.Match[str], _captured_at: datetime) -> Parsed | None:
    year, month, day, hour, minute, second, zone = found.groups()
    moment = _moment(int(year), int(month), int(day), hour, minute, second, zone)
    return None if moment is None else (moment, hour is None)


def _english(found: re.Match[str], _captured_at: datetime) -> Parsed | None:
    # Month names come from our own table: strptime's follow the machine's locale (weibo.md 3.1).
    month, day, hour, minute, second, zone, year = found.groups()
    if month not in _MONTHS:
        return None
    moment = _moment(int(year), _MONTHS[month], int(day), hour, minute, second, zone)
    return None if moment is None else (moment, False)


def _unix(found: re.Match[str], _captured_at: datetime) -> Parsed | None:
    moment = datetime.fromtimestamp(int(found[1]), UTC) + timedelta(milliseconds=int(found[2] or 0))
    return (moment, False) if moment.year <= _LATEST_YEAR else None


def _serial(found: re.Match[str], _captured_at: datetime) -> Parsed | None:
    if not _FIRST_SERIAL <= int(found[1]) <= _LAST_SERIAL:
        return None
    seconds = round(float(found[0]) * timedelta(days=1).total_seconds())
    return (_SERIAL_START + timedelta(seconds=seconds)).astimezone(UTC), found[0] == found[1]


def _compact(found: re.Match[str], _captured_at: datetime) -> Parsed | None:
    year, month, day, hour, minute, second = found.groups()
    return _dated(year, month, day, hour, minute, second)


def _day_first(found: re.Match[str], _captured_at: datetime) -> Parsed | None:
    day, month, year, hour, minute, second = found.groups()
    return _dated(year, month, day, hour, minute, second)


def _month_first(found: re.Match[str], _captured_at: datetime) -> Parsed | None:
    month, day, year, hour, minute, second = found.groups()
    return _dated(year, month, day, hour, minute, second)


def _dated(year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None) -> Parsed | None:
    moment = _moment(int(year), int(month), int(day), hour, minute, second, None)
    return None if moment is None else (moment, hour is None)


def _now(_found: re.Match[str], captured_at: datetime) -> Parsed:
    return captured_at.astimezone(UTC), True


def _ago(found: re.Match[str], captured_at: datetime) -> Parsed:
    return captured_at.astimezone(UTC) - int(found[1]) * _AGO_UNIT[found[2]], True


def _named_day(found: re.Match[str], captured_at: datetime) -> Parsed | None:
    name, hour, minute, second = found.groups()
    day = captured_at.astimezone(CHINA) - timedelta(days=_DAYS_BACK[name])
    moment = _moment(day.year, day.month, day.day, hour, minute, second, None)
    if moment is not None and moment > captured_at:
        # The page was read before midnight and saved after it.
        moment -= timedelta(days=1)
    return None if moment is None else (moment, True)


def _yearless(found: re.Match[str], captured_at: datetime) -> Parsed | None:
    month, day, hour, minute, second = found.groups()
    this_year = captured_at.astimezone(CHINA).year
    for year in range(this_year, this_year - _LEAP_CYCLE - 1, -1):
        try:
            moment = _moment(year, int(month), int(day), hour, minute, second, None)
        except ValueError:  # 29 February in a common year
            continue
        if moment is not None and moment <= captured_at:
            return moment, True
    return None


def _moment(
    year: int,
    month: int,
    day: int,
    hour: str | None,
    minute: str | None,
    second: str | None,
    zone: str | None,
) -> datetime | None:
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return None
    clock = (int(hour or 0), int(minute or 0), int(second or 0))
    return datetime(year, month, day, *clock, tzinfo=_zone(zone)).astimezone(UTC)


def _zone(text: str | None) -> timezone:
    if text is None:
        return CHINA
    if text in {"Z", "UTC", "GMT"}:
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-offset if text[0] == "-" else offset)


_FORMS: tuple[tuple[LatePattern, Callable[[re.Match[str], datetime], Parsed | None]], ...] = (
    (_FULL, _full),
    (_ENGLISH, _english),
    (_UNIX, _unix),
    (_COMPACT, _compact),
    (_SERIAL, _serial),
    (_NOW, _now),
    (_AGO, _ago),
    (_NAMED_DAY, _named_day),
    (_YEARLESS, _yearless),
)
