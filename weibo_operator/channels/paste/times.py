"""Times as pages print them, also without a day or with a year of two digits, and how exact each is."""

import re
from datetime import datetime, timedelta

from msgspec import Struct

from weibo_operator.channels.file_import.dates import parse_date
from weibo_operator.domain.clock import china
from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.spoken_hours import printed_hour

_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_PART = r"(?:凌晨|早上|上午|中午|下午|傍晚|晚上)"
TIME = (
    rf"(?:(?:\d{{4}}|\d{{2}})(?:-|/|\.|年)\d{{1,2}}(?:-|/|\.|月)\d{{1,2}}日?(?:[T ]*{_CLOCK}(?:\.\d{{1,6}})?Z?)?"
    rf"|\d{{1,2}}月\d{{1,2}}日?(?: *{_PART}? *{_CLOCK})?"
    rf"|\d{{1,2}}-\d{{1,2}}(?: *{_CLOCK})?"
    rf"|\d{{1,2}}/\d{{1,2}} *{_CLOCK}"
    rf"|(?:今天|昨天|前天)(?: *{_PART}? *{_CLOCK})?"
    rf"|(?:星期|周)[一二三四五六日天](?: *{_PART}? *{_CLOCK})?"
    rf"|{_PART}? *{_CLOCK}"
    r"|刚刚|刚才|\d{1,4} *(?:秒|分钟|小时|天)前"
    rf"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{{2}} +\d{{1,2}} {_CLOCK} [+-]\d{{4}} \d{{4}})"
)
"""Everything ``read_time`` reads, as a part of a pattern (no groups)."""

_SHORT_YEAR = LatePattern(r"(\d{2})([-/.])(\d{1,2})\2(\d{1,2})(.*)", re.ASCII)
_HALF_DAY = LatePattern(rf"({_PART}) *(\d{{1,2}})(:\d{{2}}.*)", re.ASCII)
_WEEKDAY = LatePattern(r"(?:星期|周)([一二三四五六日天]) *(.*)")
_BARE_CLOCK = LatePattern(r"\d{1,2}:\d{2}(?::\d{2})?", re.ASCII)
_AGO = LatePattern(r"\d+ *(秒|分钟|小时|天)前", re.ASCII)
_WEEKDAYS = "一二三四五六日"
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_AGO_SLACK = {"秒": 2 * _MINUTE, "分钟": 2 * _MINUTE, "小时": _HOUR, "天": _DAY}


class Moment(Struct, frozen=True):
    """``at`` aware UTC; ``slack``: how far the true time may be from it."""

    at: datetime
    approximate: bool
    slack: timedelta


def read_time(text: str, captured_at: datetime) -> Moment | None:
    """The moment that one of ``TIME``'s spellings means, never later than ``captured_at``'s day; None for others."""
    said = text.strip().replace("：", ":")
    parsed = parse_date(_full(said, captured_at), captured_at)
    if parsed is None:
        return None
    return Moment(parsed[0], parsed[1] or _WEEKDAY.fullmatch(said) is not None, _slack(said))


def _full(said: str, captured_at: datetime) -> str:
    """The spelling that the readers of exported files know."""
    if found := _SHORT_YEAR.fullmatch(said):
        said = f"20{found[1]}-{found[3]}-{found[4]}{found[5]}"
    if found := _WEEKDAY.fullmatch(said):
        today = china(captured_at)
        back = (today.weekday() - _WEEKDAYS.index(found[1].replace("天", "日"))) % 7
        said = f"{(today - timedelta(days=back)):%Y-%m-%d} {found[2]}".strip()
    if found := _HALF_DAY.search(said):
        said = said[: found.start()] + str(printed_hour(found[1], int(found[2]))) + found[3]
    if _BARE_CLOCK.fullmatch(said):
        said = f"今天 {said}"
    return said


def _slack(said: str) -> timedelta:
    if found := _AGO.fullmatch(said):
        return _AGO_SLACK[found[1]]
    if said in ("刚刚", "刚才"):
        return 2 * _MINUTE
    return _MINUTE if ":" in said else _DAY
