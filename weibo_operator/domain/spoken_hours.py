"""The hour that a clock on 12 hours means when people say it, by the part of the day beside it."""

from datetime import datetime, timedelta

_NOON, _DAY = 12, 24
_NIGHT_ENDS = 5
"""晚上4点 is before the next morning, 晚上5点 the evening."""
_LUNCH_ENDS = 4
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
