"""Handoffs to departments, and the departments themselves."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.handoff import Handoff, HandoffState, code_of
from weibo_operator.domain.ids import CustomerId, HandoffId, TicketId
from weibo_operator.domain.labels import Level
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_HANDOFFS = """
SELECT handoff.*, ticket.customer_id, customer.nickname, customer.verified
FROM handoff
JOIN ticket ON ticket.id = handoff.ticket_id
JOIN customer ON customer.id = ticket.customer_id
WHERE {condition}
ORDER BY {order}
"""
_OPEN = "handoff.state IN ('waiting', 'answered')"
_OPEN_ORDER = "handoff.state = 'waiting', handoff.due_at, handoff.id"
_ENDED = "handoff.state IN ('done', 'withdrawn')"
_ATTENTION = """
SELECT COUNT(*) FROM handoff
WHERE state IN ('waiting', 'answered') AND (state = 'answered' OR due_at < ?)
"""
_DEPARTMENTS = "SELECT name, contact FROM department ORDER BY position, id"
_SIMILAR = "SELECT COUNT(*) FROM handoff WHERE department = ? AND kind = ? AND aspect = ? AND state <> 'withdrawn'"
_NUMBER = "SELECT COUNT(*) FROM handoff WHERE ticket_id = ? AND state <> 'withdrawn'"


def get(connection: sqlite3.Connection, handoff: HandoffId) -> Handoff:
    """One handoff; raises ``NotFoundError``."""
    rows = _query(connection, "handoff.id = :id", "handoff.id", {"id": handoff})
    if not rows:
        raise NotFoundError(what="handoff", id=handoff)
    return rows[0]


def of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> tuple[Handoff, ...]:
    """All handoffs of a ticket, oldest first."""
    return _query(connection, "handoff.ticket_id = :ticket", "handoff.id", {"ticket": ticket})


def open_ones(connection: sqlite3.Connection) -> tuple[Handoff, ...]:
    """Answered ones first, then the waiting ones by their due time."""
    return _query(connection, _OPEN, _OPEN_ORDER, {})


def ended(connection: sqlite3.Connection, *, limit: int = 500) -> tuple[Handoff, ...]:
    """Handoffs that are over, newest first."""
    return _query(connection, _ENDED, "handoff.id DESC LIMIT :limit", {"limit": limit})


def needing_attention(connection: sqlite3.Connection, now: datetime) -> int:
    """How many were answered by the department or are overdue."""
    (count,) = connection.execute(_ATTENTION, (to_ms(now),)).fetchone()
    return int(count)


def departments(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Department name → contact person, in the operator's order."""
    return {row["name"]: row["contact"] for row in connection.execute(_DEPARTMENTS)}


def department_ids(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The rows of the list of departments."""
    return tuple(row[0] for row in connection.execute("SELECT id FROM department ORDER BY position, id"))


def similar(connection: sqlite3.Connection, *, department: str, kind: str, aspect: str) -> int:
    """How many handoffs of this kind and aspect went to this department before."""
    (count,) = connection.execute(_SIMILAR, (department, kind, aspect)).fetchone()
    return int(count)


def transfers(connection: sqlite3.Connection, ticket: TicketId) -> int:
    """How often the ticket has been handed to a department."""
    (count,) = connection.execute(_NUMBER, (ticket,)).fetchone()
    return int(count)


def _query(
    connection: sqlite3.Connection, condition: str, order: str, values: Mapping[str, int]
) -> tuple[Handoff, ...]:
    rows: Sequence[sqlite3.Row] = connection.execute(
        _HANDOFFS.format(condition=condition, order=order), values
    ).fetchall()
    return tuple(_handoff(row) for row in rows)


def _handoff(row: sqlite3.Row) -> Handoff:
    number = HandoffId(row["id"])
    return Handoff(
        id=number,
        code=code_of(number),
        ticket_id=TicketId(row["ticket_id"]),
        customer_id=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        verified=row["verified"],
        description=row["description"],
        kind=row["kind"],
        aspect=row["aspect"],
        level=Level(row["level"]),
        department=row["department"],
        contact=row["contact"],
        package=row["package"],
        state=HandoffState(row["state"]),
        sent_at=from_ms(row["sent_at"]),
        due_at=from_ms(row["due_at"]),
        nudges=row["nudges"],
        last_nudged_at=optional_from_ms(row["last_nudged_at"]),
        answered_at=optional_from_ms(row["answered_at"]),
        answer=row["answer"],
        transfer_number=row["transfer_number"],
    )
