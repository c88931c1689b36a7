"""Time counted only while the shop is open: so many hours a day, with or without weekends and public holidays."""

from collections.abc import Callable
from datetime import date, timedelta

_HOUR = 60 * 60 * 1000
_DAY = 24 * _HOUR
_CHINA = 8 * _HOUR
_FIRST = date(2009, 8, 1)
"""No message is older than the platform."""
_FIRST_MS = (_FIRST - date(1970, 1, 1)).days * _DAY - _CHINA


class BusinessHours:
    """From ``start_hour`` to ``end_hour`` on Beijing's clock, on the days that ``is_worked`` says; None: on every day.

    Hours that end no later than they begin count as the whole day. Answers are kept day by day, so that thousands of
    questions about one year cost one look at its calendar.
    """

    def __init__(
        self, start_hour: int = 0, end_hour: int = 24, is_worked: Callable[[date], bool] | None = None
    ) -> None:
        whole = end_hour <= start_hour
        self._start = 0 if whole else start_hour * _HOUR
        self._end = _DAY if whole else end_hour * _HOUR
        self._is_worked = is_worked
        self._open_before = [0]
        """Open milliseconds from the first day to the beginning of each day."""

    def between_ms(self, start: int, end: int) -> int:
        """Open milliseconds from ``start`` to ``end`` (both since 1970); 0 where the end is not later."""
        return max(0, self._until(end) - self._until(start))

    def _until(self, at: int) -> int:
        """Open milliseconds from the first day to ``at``."""
        day, clock = divmod(at - _FIRST_MS, _DAY)
        if day < 0:
            return 0
        if day + 1 >= len(self._open_before):
            self._know(day + 1)
        begun = min(max(clock - self._start, 0), self._end - self._start)
        opened = self._open_before[day + 1] > self._open_before[day]
        return self._open_before[day] + (begun if opened else 0)

    def _know(self, days: int) -> None:
        for day in range(len(self._open_before) - 1, days):
            worked = self._is_worked is None or self._is_worked(_FIRST + timedelta(days=day))
            self._open_before.append(self._open_before[-1] + (self._end - self._start if worked else 0))
