"""Dates in every spelling that exports and copied pages use (weibo.md part 6, "Dates to accept")."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from weibo_operator.domain.clock import CHINA

Parsed = tuple[datetime, bool]
"""Aware UTC time, and whether it is approximate."""

_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2100
_LEAP_CYCLE = 8
_SPACES = str.maketrans({"\u3000": " ", "\xa0": " ", "\t": " ", "\u200b": None, "\ufeff": None, "：": ":"})
_TAIL = re.compile(r"\s*(?:来自|转赞人数|已编辑).*$", re.DOTALL)
_CLOCK = r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?"
_ZONE = r"(Z|UTC|GMT|[+-]\d{2}:?\d{2})"
_FULL = re.compile(
    rf"(\d{{4}})(?:-|/|\.|年)(\d{{1,2}})(?:-|/|\.|月)(\d{{1,2}})日?(?:(?:T|\s*){_CLOCK}\s*{_ZONE}?)?",
    re.ASCII,
)
_ENGLISH = re.compile(
    rf"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{{2}}) +(\d{{1,2}}) {_CLOCK} {_ZONE} (\d{{4}})", re.ASCII
)
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_UNIX = re.compile(r"(\d{10})(\d{3})?(?:\.\d+)?", re.ASCII)
_NOW = re.compile(r"刚刚|刚才")
_AGO = re.compile(r"(\d{1,4})\s*(秒|分钟|小时|天)前", re.ASCII)
_AGO_UNIT = {
    "秒": timedelta(seconds=1),
    "分钟": timedelta(minutes=1),
    "小时": timedelta(hours=1),
    "天": timedelta(days=1),
}
_NAMED_DAY = re.compile(rf"(今天|昨天|前天)\s*(?:{_CLOCK})?", re.ASCII)
_DAYS_BACK = {"今天": 0, "昨天": 1, "前天": 2}
_YEARLESS = re.compile(rf"(\d{{1,2}})(?:-|/|月)(\d{{1,2}})日?\s*(?:{_CLOCK})?", re.ASCII)


def parse_date(text: str, captured_at: datetime) -> Parsed | None:
    """The moment ``text`` names, or None when it names none.

    Beijing time where no zone is written. Approximate are: all forms counted from ``captured_at`` (aware; the
    time the page was saved), dates without a year, and dates without an hour (midnight in Beijing).
    """
    found = _FULL.fullmatch(text)
    if found is not None:
        return _guarded(_full, found, captured_at)
    text = _TAIL.sub("", text.translate(_SPACES)).strip()
    for pattern, reader in _FORMS:
        found = pattern.fullmatch(text)
        if found is not None:
            return _guarded(reader, found, captured_at)
    return None


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


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], datetime], Parsed | None]], ...] = (
    (_FULL, _full),
    (_ENGLISH, _english),
    (_UNIX, _unix),
    (_NOW, _now),
    (_AGO, _ago),
    (_NAMED_DAY, _named_day),
    (_YEARLESS, _yearless),
)
