"""Departments: whom to ask there, when they work, how soon they answer (mission E2, E6)."""

import re
from collections.abc import Collection
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.business_hours import BusinessHours
from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.work_days import WorkDays

DAY_MINUTES = 24 * 60
_BETWEEN = re.compile(r"[、，,；;/／|\s]+")
_MINUTE = timedelta(minutes=1)
_HALF_HOUR = timedelta(minutes=30)


class DepartmentContact(Struct, frozen=True):
    """One person: name, how to reach them (phone, WeChat, mail), and whether they are in charge 负责人.

    ``topics`` names what they know (topics, products), as it is typed: 物流、退款 (mission E6).
    """

    name: str
    reach: str = ""
    in_charge: bool = False
    topics: str = ""

    @property
    def words(self) -> str:
        """As a package addresses them: 王姐（分机 8012）."""
        return f"{self.name}（{self.reach}）" if self.reach else self.name

    @property
    def known(self) -> tuple[str, ...]:
        """What they know, word by word."""
        return tuple(dict.fromkeys(filter(None, _BETWEEN.split(self.topics))))

    def tidied(self) -> "DepartmentContact":
        """Without blanks around name and reach; topics as they are shown: 物流、退款."""
        return replace(self, name=self.name.strip(), reach=self.reach.strip(), topics="、".join(self.known))


class OfficeHours(Struct, frozen=True):
    """Minutes after midnight in Beijing; ``every_day`` works weekends and holidays too."""

    opens: int = 9 * 60
    closes: int = 18 * 60
    every_day: bool = False

    @property
    def is_valid(self) -> bool:
        """True when the day has working time in it."""
        return 0 <= self.opens < self.closes <= DAY_MINUTES

    def answer_by(self, moment: datetime, minutes: int, work_days: WorkDays) -> datetime:
        """When so many working minutes, at least one, have passed: on the half hour where that is within the hours."""
        hours = BusinessHours(self.opens / 60, self.closes / 60, None if self.every_day else work_days.is_worked)
        due = hours.after(moment + _until_next(_MINUTE, moment), minutes * _MINUTE)
        wait = _until_next(_HALF_HOUR, due)
        return due + wait if hours.after(due, wait) == due + wait else due


class Department(Struct, frozen=True):
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
        contacts = (each.tidied() for each in self.contacts)
        return replace(self, name=self.name.strip(), contacts=tuple(each for each in contacts if each.name))


def gone_names(before: Collection[Department], wanted: Collection[Department]) -> dict[str, str]:
    """Names that a new list no longer has, each with the new name of the same department, or empty."""
    now = {department.id: department.name for department in wanted}
    names = {department.name for department in wanted}
    return {each.name: now.get(each.id, "") for each in before if each.name not in names}


def _until_next(step: timedelta, moment: datetime) -> timedelta:
    """How long until Beijing's clock shows a whole number of steps; nothing where it does."""
    return (day_start(china_day(moment)) - moment) % step
