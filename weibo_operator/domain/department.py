"""Departments: whom to ask there, when they work, how soon they answer (mission E2, E6)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from weibo_operator.domain.clock import CHINA, china
from weibo_operator.domain.work_days import WorkDays

DAY_MINUTES = 24 * 60
_FARTHEST_DAYS = 3700
_ROUND_MINUTES = 30


@dataclass(frozen=True, slots=True)
class DepartmentContact:
    """One person: name, how to reach them (phone, WeChat, mail), and whether they are in charge 负责人."""

    name: str
    reach: str = ""
    in_charge: bool = False

    @property
    def words(self) -> str:
        """As a package addresses them: 王姐（分机 8012）."""
        return f"{self.name}（{self.reach}）" if self.reach else self.name


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Minutes after midnight in Beijing; ``every_day`` works weekends and holidays too."""

    opens: int = 9 * 60
    closes: int = 18 * 60
    every_day: bool = False

    @property
    def is_valid(self) -> bool:
        """True when the day has working time in it."""
        return 0 <= self.opens < self.closes <= DAY_MINUTES

    def is_worked(self, day: date, work_days: WorkDays) -> bool:
        """True when somebody is there that day."""
        return self.every_day or work_days.is_worked(day)

    def after(self, moment: datetime, minutes: int, work_days: WorkDays) -> datetime:
        """The moment when so many working minutes have passed since ``moment``.

        It lies within working time; a moment outside counts from the next opening. ``minutes`` must be positive.
        """
        left, day = minutes, china(moment).date()
        start = self._minute_of(moment)
        for _ in range(_FARTHEST_DAYS):
            if self.is_worked(day, work_days):
                begins = max(start, self.opens)
                if self.closes - begins >= left:
                    return self._at(day, begins + left)
                left -= max(0, self.closes - begins)
            day, start = day + timedelta(days=1), 0
        return self._at(day, self.closes)

    def answer_by(self, moment: datetime, minutes: int, work_days: WorkDays) -> datetime:
        """``after``, rounded up to the half hour where the office is still open then."""
        due = china(self.after(moment, minutes, work_days))
        minute = due.hour * 60 + due.minute if due.hour or due.minute else DAY_MINUTES
        rounded = -(-minute // _ROUND_MINUTES) * _ROUND_MINUTES
        return due + timedelta(minutes=rounded - minute) if rounded <= self.closes else due

    def _minute_of(self, moment: datetime) -> int:
        at = china(moment)
        return at.hour * 60 + at.minute + (1 if at.second or at.microsecond else 0)

    def _at(self, day: date, minute: int) -> datetime:
        return datetime.combine(day, time(), CHINA) + timedelta(minutes=minute)


@dataclass(frozen=True, slots=True)
class Department:
    """One department in the operator's list; ``id`` is None before it is stored.

    ``answer_hours`` counts working hours; None takes the general setting.
    """

    name: str
    contacts: tuple[DepartmentContact, ...] = ()
    hours: OfficeHours = OfficeHours()
    answer_hours: int | None = None
    id: int | None = None

    @property
    def main_contact(self) -> str:
        """Whom to address: the first in charge, else the first, else nobody."""
        ordered = sorted(self.contacts, key=lambda contact: not contact.in_charge)
        return ordered[0].words if ordered else ""

    def tidied(self) -> "Department":
        """Without blanks around names, and without contacts that have none."""
        contacts = (replace(each, name=each.name.strip(), reach=each.reach.strip()) for each in self.contacts)
        return replace(self, name=self.name.strip(), contacts=tuple(each for each in contacts if each.name))


def gone_names(before: Collection[Department], wanted: Collection[Department]) -> dict[str, str]:
    """Names that a new list no longer has, each with the new name of the same department, or empty."""
    now = {department.id: department.name for department in wanted}
    names = {department.name for department in wanted}
    return {each.name: now.get(each.id, "") for each in before if each.name not in names}
