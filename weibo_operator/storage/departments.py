"""The departments with their people, hours and targets."""

import sqlite3
from collections.abc import Mapping

from weibo_operator.domain.department import Department, DepartmentContact, OfficeHours

_ALL = "SELECT * FROM department ORDER BY position, id"
_CONTACTS = "SELECT * FROM department_contact ORDER BY department_id, position, id"
_CONTACT_IDS = "SELECT id FROM department_contact WHERE department_id = ? ORDER BY id"
_OPEN = "SELECT department, count(*) FROM handoff WHERE state IN ('waiting', 'answered') GROUP BY department"
_OPEN_OF = """
SELECT id, ticket_id FROM handoff WHERE department = ? AND state IN ('waiting', 'answered') ORDER BY id
"""


def every(connection: sqlite3.Connection) -> tuple[Department, ...]:
    """All departments in the operator's order."""
    contacts: dict[int, list[DepartmentContact]] = {}
    for row in connection.execute(_CONTACTS):
        person = DepartmentContact(row["name"], row["reach"], bool(row["in_charge"]), row["topics"])
        contacts.setdefault(row["department_id"], []).append(person)
    return tuple(
        Department(
            name=row["name"],
            contacts=tuple(contacts.get(row["id"], ())),
            hours=OfficeHours(row["opens"], row["closes"], bool(row["every_day"])),
            answer_hours=row["answer_hours"],
            id=row["id"],
        )
        for row in connection.execute(_ALL)
    )


def contact_ids(connection: sqlite3.Connection, department: int) -> tuple[int, ...]:
    """The rows of a department's people."""
    return tuple(row[0] for row in connection.execute(_CONTACT_IDS, (department,)))


def open_handoffs(connection: sqlite3.Connection) -> Mapping[str, int]:
    """How many handoffs are open at each department that has one."""
    return {row[0]: row[1] for row in connection.execute(_OPEN)}


def open_at(connection: sqlite3.Connection, department: str) -> tuple[tuple[int, int], ...]:
    """The open handoffs at a department: (handoff, ticket)."""
    return tuple((row[0], row[1]) for row in connection.execute(_OPEN_OF, (department,)))
