"""Time counted only while somebody is there: so many hours a day, with or without weekends and public holidays."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from weibo_operator.domain.clock import china_day, day_start

_HOUR = 60 * 60 * 1000
_DAY = 24 * _HOUR
_CHINA = 8 * _HOUR
_FIRST = date(2009, 8, 1)
"""No message is older than the platform."""
_FIRST_MS = (_FIRST - date(1970, 1, 1)).days * _DAY - _CHINA


class BusinessHours:
    """From ``start_hour`` to ``end_hour`` on Beijing's clock, on the days that ``is_worked`` says; None: on every day.

    9.5 is half past nine. Hours that end no later than they begin count as the whole day. Answers are kept day by day,
    so that thousands of questions about one year cost one look at its calendar.
    """

    def __init__(
        self, start_hour: float = 0, end_hour: float = 24, is_worked: Callable[[date], bool] | None = None
    ) -> None:
        whole = end_hour <= start_hour
        self._start = 0 if whole else round(start_hour * _HOUR)
        self._end = _DAY if whole else round(end_hour * _HOUR)
        self._is_worked = is_worked
        self._open_before = [0]
        """Open milliseconds from the first day to the beginning of each day."""

    def between_ms(self, start: int, end: int) -> int:
        """Open milliseconds from ``start`` to ``end`` (both since 1970); 0 where the end is not later."""
        return self._until(end) - self._until(start) if end > start else 0

    def after(self, moment: datetime, length: timedelta) -> datetime:
        """When so much open time has passed since ``moment``; one outside the hours counts from the next opening."""
        day, left = china_day(moment), length
        while True:
            midnight = day_start(day)
            begins = max(moment, midnight + timedelta(milliseconds=self._start))
            room = midnight + timedelta(milliseconds=self._end) - begins if self._opens_on(day) else timedelta()
            if left <= room:
                return begins + left
            left -= max(room, timedelta())
            day += timedelta(days=1)

    def _until(self, at: int) -> int:
        """Open milliseconds from the first day to ``at``."""
        day, clock = divmod(at - _FIRST_MS, _DAY)
        if day < 0:
            return 0
        if day + 1 >= len(self._open_before):
            self._know(day + 1)
        before, whole = self._open_before[day : day + 2]
        now = before + clock - self._start
        if now <= before:
            return before
        return min(whole, now)

    def _know(self, days: int) -> None:
        for day in range(len(self._open_before) - 1, days):
            opened = self._end - self._start if self._opens_on(_FIRST + timedelta(days=day)) else 0
            self._open_before.append(self._open_before[-1] + opened)

    def _opens_on(self, day: date) -> bool:
        return self._is_worked is None or self._is_worked(day)
