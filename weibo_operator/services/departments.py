"""Departments: the operator's list of them, and by when each should answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from weibo_operator.domain.department import Department, DepartmentContact, gone_names
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.handoff import Handoff, name_of
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import DEFAULT_DEPARTMENTS
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.settings import HANDOFF_HOURS
from weibo_operator.domain.work_days import WorkDays
from weibo_operator.services.desk import Desk
from weibo_operator.storage import departments
from weibo_operator.storage.journal import Recorder, Value, changes_of

MOST_ANSWER_HOURS = 720
_NO_MOVES: Mapping[str, str] = {}
_PLACEHOLDER = "\x00"
"""Stands for a name while two departments swap theirs."""


class Departments:
    """Reads and replaces the list; counts answer-by times in each department's working hours."""

    def __init__(self, desk: Desk, work_days: WorkDays) -> None:
        self._desk = desk
        self._work_days = work_days

    def every(self) -> tuple[Department, ...]:
        """All of them in the operator's order."""
        return departments.every(self._desk.connection)

    def named(self, name: str) -> Department:
        """The department with this name, or one of that name with usual hours."""
        return next((found for found in self.every() if found.name == name), Department(name))

    def in_charge(self) -> tuple[tuple[str, DepartmentContact], ...]:
        """Everybody who may give a consent (mission A4), with the department."""
        return tuple((found.name, each) for found in self.every() for each in found.contacts if each.in_charge)

    def expert_asked(self, handoff: Handoff) -> str:
        """The name of the person a handoff was addressed to, where they are an expert; else empty (mission E6)."""
        people = (each for found in self.every() if found.name == handoff.department for each in found.contacts)
        return next((each.name for each in people if each.known and each.name == name_of(handoff.contact)), "")

    def open_handoffs(self) -> Mapping[str, int]:
        """How many handoffs are open at each department that has one."""
        return departments.open_handoffs(self._desk.connection)

    def answer_by(self, name: str) -> datetime:
        """By when this department should answer what it is given now, in its own working hours."""
        found = self.named(name)
        hours = found.answer_hours or self._desk.setting(HANDOFF_HOURS)
        return found.hours.answer_by(self._desk.now(), hours * 60, self._work_days)

    def in_the_way(self, wanted: Sequence[Department]) -> Mapping[str, int]:
        """Departments with open handoffs that the new list would lose or rename, with how many."""
        opened = self.open_handoffs()
        return {name: opened[name] for name in gone_names(self.every(), _tidied(wanted)) if name in opened}

    def save(self, wanted: Sequence[Department], moves: Mapping[str, str] = _NO_MOVES) -> Outcome[None]:
        """Replace the list. ``moves`` says to which department the open handoffs of one that goes are moved.

        Raises ``InvalidInputError``: empty or doubled names, hours without working time, a target out of bounds, and
        ``open_handoffs`` where a department that goes has some and nobody said where they are to be.
        """
        tidy = _tidied(wanted)
        _check(tidy)
        names = {department.name for department in tidy}
        for name, count in self.in_the_way(tidy).items():
            if moves.get(name) not in names:
                raise InvalidInputError(field="departments", reason="open_handoffs", department=name, count=count)
        with self._desk.operation(OperationKind.EDIT_DEPARTMENTS) as recorder:
            self._replace(recorder, tidy)
            for name in gone_names(self.every(), tidy) | dict(moves):
                self._move(recorder, name, moves.get(name, ""))
        return Outcome(None, changes_of(recorder), recorder.operation)

    def add_defaults(self) -> None:
        """Give a new file the slide's departments and ours."""
        if self.every():
            return
        with self._desk.bookkeeping() as recorder:
            for position, name in enumerate(DEFAULT_DEPARTMENTS):
                recorder.bulk_insert("department", {"name": name, "contact": "", "position": position})

    def _replace(self, recorder: Recorder, wanted: Sequence[Department]) -> None:
        connection = self._desk.connection
        before = {found.id: found for found in self.every()}
        by_name = {found.name: found.id for found in before.values()}
        # A department that is told by name alone keeps its row.
        ids = [found.id if found.id in before else by_name.get(found.name) for found in wanted]
        kept = {row_id for row_id in ids if row_id is not None}
        for row_id in before:
            if row_id is not None and row_id not in kept:
                for contact in departments.contact_ids(connection, row_id):
                    recorder.delete("department_contact", contact)
                recorder.delete("department", row_id)
        for row_id, department in zip(ids, wanted, strict=True):
            if row_id is not None and before[row_id].name != department.name:
                recorder.update("department", row_id, {"name": f"{_PLACEHOLDER}{row_id}"})
        for position, (row_id, department) in enumerate(zip(ids, wanted, strict=True)):
            values = _columns(department, position)
            if row_id is None:
                number = recorder.insert("department", values)
                self._put_contacts(recorder, number, department.contacts)
                continue
            recorder.update("department", row_id, values)
            if before[row_id].contacts != department.contacts:
                for contact in departments.contact_ids(connection, row_id):
                    recorder.delete("department_contact", contact)
                self._put_contacts(recorder, row_id, department.contacts)

    def _put_contacts(self, recorder: Recorder, department: int, contacts: Sequence[DepartmentContact]) -> None:
        for position, contact in enumerate(contacts):
            values: dict[str, Value] = {
                "department_id": department,
                "name": contact.name,
                "reach": contact.reach,
                "in_charge": int(contact.in_charge),
                "topics": contact.topics,
                "position": position,
            }
            recorder.insert("department_contact", values)

    def _move(self, recorder: Recorder, name: str, to: str) -> None:
        if not to or to == name:
            return
        for handoff, ticket in departments.open_at(self._desk.connection, name):
            recorder.update("handoff", handoff, {"department": to}, ticket=TicketId(ticket))
            recorder.update("ticket", ticket, {"department": to})


def _tidied(wanted: Sequence[Department]) -> tuple[Department, ...]:
    return tuple(department.tidied() for department in wanted)


def _columns(department: Department, position: int) -> dict[str, Value]:
    return {
        "name": department.name,
        "contact": department.main_contact,
        "position": position,
        "opens": department.hours.opens,
        "closes": department.hours.closes,
        "every_day": int(department.hours.every_day),
        "answer_hours": department.answer_hours,
    }


def _check(wanted: Sequence[Department]) -> None:
    names = [department.name for department in wanted]
    if not names or not all(names) or len(set(names)) != len(names):
        raise InvalidInputError(field="departments", reason="names")
    for department in wanted:
        if not department.hours.is_valid:
            raise InvalidInputError(field="departments", reason="office_hours", department=department.name)
        hours = department.answer_hours
        if hours is not None and not 1 <= hours <= MOST_ANSWER_HOURS:
            raise InvalidInputError(field="answer_hours", reason="out_of_bounds", low=1, high=MOST_ANSWER_HOURS)
