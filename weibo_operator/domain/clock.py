"""Time: aware UTC inside, Beijing time (UTC+8, no daylight saving) for the calendar."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

CHINA = timezone(timedelta(hours=8), "CST")
"""The calendar's zone, fixed: the machine's own zone never decides which week a message falls in."""


class Clock(Protocol):
    """Tells the present; a test gives its own."""

    def now(self) -> datetime:
        """The present as aware UTC time."""
        ...


class SystemClock:
    """The machine's clock."""

    __slots__ = ()

    def now(self) -> datetime:
        """The present as aware UTC time."""
        return datetime.now(UTC)


def china(moment: datetime) -> datetime:
    """The same moment on Beijing's clock."""
    return moment.astimezone(CHINA)


def china_day(moment: datetime) -> date:
    """The calendar day in Beijing."""
    return moment.astimezone(CHINA).date()


def day_start(day: date) -> datetime:
    """Midnight in Beijing at the beginning of ``day``, as aware UTC time."""
    return datetime(day.year, day.month, day.day, tzinfo=CHINA).astimezone(UTC)
