"""Which days people work in China: public holidays, and the weekends worked in exchange for them."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

_FARTHEST = 370
"""A holiday farther away than a year is none the table knows of."""


class Holiday(Struct, frozen=True):
    """One public holiday: its days off, first and last included, and the weekend days worked for it."""

    name: str
    first: date
    last: date
    worked: tuple[date, ...] = ()

    @property
    def days(self) -> frozenset[date]:
        """Every day off."""
        return frozenset(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


class WorkDays:
    """Answers by the table; years it does not hold have ordinary weekends and no holidays."""

    def __init__(self, holidays: Iterable[Holiday] = ()) -> None:
        known = tuple(holidays)
        self._holidays = tuple(sorted(known, key=lambda holiday: holiday.first))
        self._off = frozenset[date]().union(*(holiday.days for holiday in known))
        self._worked = frozenset(day for holiday in known for day in holiday.worked)

    @property
    def arranged_years(self) -> tuple[int, ...]:
        """The years whose official arrangement is in the table: weekends worked in exchange are known."""
        return tuple(sorted({day.year for day in self._worked}))

    @property
    def listed_years(self) -> tuple[int, ...]:
        """The years of which the table holds any day off; every other year is one of ordinary weeks."""
        return tuple(sorted({day.year for day in self._off}))

    def is_worked(self, day: date) -> bool:
        """True for a working day."""
        return day in self._worked or (day.weekday() < 5 and day not in self._off)

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``; ``day`` itself for none."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_worked(day)
        return day

    def after_holiday(self, day: date) -> date | None:
        """The first working day after the holiday that lasts on ``day`` or comes next; None where none is known."""
        first = next((day + timedelta(days=n) for n in range(_FARTHEST) if day + timedelta(days=n) in self._off), None)
        return None if first is None else self._after_stretch(first)

    def before_holiday(self, day: date) -> date | None:
        """The last working day before the next holiday that begins after ``day``; None where none is known."""
        begun = day
        while begun in self._off:
            begun += timedelta(days=1)
        first = next(
            (begun + timedelta(days=n) for n in range(_FARTHEST) if begun + timedelta(days=n) in self._off), None
        )
        if first is None:
            return None
        last = first - timedelta(days=1)
        while not self.is_worked(last) and last >= day:
            last -= timedelta(days=1)
        return last if last >= day else None

    def named(self, name: str, day: date) -> Holiday | None:
        """The holiday called ``name`` that lasts on ``day`` or comes next; None where its days off are not known.

        Of a year whose arrangement is not published the table has the days of the law, and only a single day is then
        sure: of 国庆节 it has three, and people are off for seven.
        """
        found = next((each for each in self._holidays if name in each.name and each.last >= day), None)
        if found is None or (found.first.year not in self.arranged_years and found.first != found.last):
            return None
        return found

    def after_named(self, name: str, day: date) -> date | None:
        """The first working day after that holiday, None where it is not known."""
        found = self.named(name, day)
        return None if found is None else self._after_stretch(found.first)

    def _after_stretch(self, day: date) -> date:
        while day in self._off:
            day += timedelta(days=1)
        return day if self.is_worked(day) else self.after(day, 1)
