"""The hour that a clock on 12 hours means, by the part of the day beside it: as people say it, as machines print it."""

from datetime import datetime, timedelta

_NOON, _DAY = 12, 24
_NIGHT_ENDS = 5
"""晚上4点 is before the next morning, 晚上5点 the evening."""
_LUNCH_ENDS, _LAST_MORNING_HOUR = 4, 10
_EVENING = ("晚", "夜", "深", "半夜")
_AFTERNOON = ("下", "傍")
_EARLY = ("凌", "清")


def spoken_hour(part: str, hour: int) -> int:
    """The hour from the midnight that begins the named day: 晚上12点 is 24, 晚上1点 25, 下午3点 15."""
    if part.startswith(_EVENING):
        if hour < _NIGHT_ENDS:
            return hour + _DAY
        return hour + _NOON if hour <= _NOON else hour
    if part.startswith(_AFTERNOON):
        return hour + _NOON if 0 < hour < _NOON else hour or _DAY
    if part.startswith("中"):
        return hour + _NOON if hour < _LUNCH_ENDS else hour
    return 0 if part.startswith(_EARLY) and hour == _NOON else hour


def spoken_moment(midnight: datetime, hour: int, minute: int, now: datetime, *, tonight: bool) -> datetime:
    """The moment ``hour`` (as ``spoken_hour`` counts it) after ``midnight``.

    ``tonight``: said of today. After midnight 今晚3点 is the one of the night that has begun.
    """
    moment = midnight + timedelta(hours=hour, minutes=minute)
    earlier = moment - timedelta(days=1)
    return earlier if tonight and hour > _DAY and earlier > now else moment


def printed_hour(part: str, hour: int) -> int:
    """The hour of 24 that a page or a file means: 上午12:30 is half past midnight, 下午12:30 half past noon.

    A machine prints 晚上12:30 beside the day the moment belongs to, so this day begins with it. ``part`` may be AM, PM.
    """
    if part in ("下午", "傍晚", "PM"):
        return hour + _NOON if hour < _NOON else hour
    if part == "中午":
        return hour + _NOON if hour < _LAST_MORNING_HOUR else hour
    if hour == _NOON:
        return 0
    return hour + _NOON if part == "晚上" and hour < _NOON else hour
