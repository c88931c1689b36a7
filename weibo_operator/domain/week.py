"""The calendar week of the weekly summary: Monday 00:00 to Sunday 24:00 in Beijing, on any machine."""

import re
from datetime import date, datetime, timedelta

from msgspec import Struct

from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.errors import InvalidInputError

_WRITTEN = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_YEARS = range(1970, 9000)
DAYS = 7


class Week(Struct, frozen=True, order=True):
    """One ISO week; ``year`` is the ISO year, which differs from the calendar's around New Year."""

    year: int
    number: int

    @classmethod
    def of(cls, moment: datetime) -> "Week":
        """The week in which an aware moment lies, in Beijing."""
        return cls.containing(china_day(moment))

    @classmethod
    def containing(cls, day: date) -> "Week":
        """The week of a calendar day."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, text: str) -> "Week":
        """Read ``2026-W47``; raises ``InvalidInputError`` for anything else and for a week 53 that isn't."""
        match = _WRITTEN.fullmatch(text.strip())
        if match is None:
            raise InvalidInputError(field="week", reason="not_a_week", value=text)
        week = cls(int(match[1]), int(match[2]))
        if week.year not in _YEARS or not week._exists():
            raise InvalidInputError(field="week", reason="no_such_week", value=text)
        return week

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"

    @property
    def monday(self) -> date:
        """The first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        """The last day."""
        return self.monday + timedelta(days=DAYS - 1)

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return tuple(self.monday + timedelta(days=offset) for offset in range(DAYS))

    @property
    def start(self) -> datetime:
        """Monday 00:00 in Beijing as aware UTC time; belongs to the week."""
        return day_start(self.monday)

    @property
    def end(self) -> datetime:
        """Sunday 24:00 in Beijing as aware UTC time; belongs to the next week."""
        return day_start(self.monday + timedelta(days=DAYS))

    def previous(self, weeks: int = 1) -> "Week":
        """The week so many weeks earlier."""
        return Week.containing(self.monday - timedelta(days=DAYS * weeks))

    def next(self) -> "Week":
        """The week after."""
        return self.previous(-1)

    def _exists(self) -> bool:
        try:
            date.fromisocalendar(self.year, self.number, 1)
        except ValueError:
            return False
        return True
