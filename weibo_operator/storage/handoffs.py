"""Handoffs to departments, and the departments themselves."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.handoff import Asks, Handoff, HandoffState, Verdict, code_of
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
# A ticket that was handed on again teaches its last department: corrections count.
_LEARNT = """
SELECT handoff.department, count(*) AS times FROM (SELECT * FROM handoff ORDER BY id DESC LIMIT 2000) AS handoff
JOIN ticket ON ticket.id = handoff.ticket_id
WHERE handoff.asks = 'answer' AND ticket.{column} = :value AND ticket.id <> :ticket
    AND handoff.department IN (SELECT name FROM department)
    AND handoff.id = (SELECT max(id) FROM handoff AS later WHERE later.ticket_id = ticket.id AND later.asks = 'answer')
GROUP BY handoff.department ORDER BY times DESC, handoff.department
"""
_LEARNT_BY = frozenset({"issue", "nature"})
_NUMBER = "SELECT COUNT(*) FROM handoff WHERE ticket_id = ? AND asks = 'answer'"


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


def by_numbers(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, Handoff]:
    """The handoffs among these numbers that exist, whatever their state."""
    found = (_query(connection, "handoff.id = :id", "handoff.id", {"id": number}) for number in sorted(numbers))
    return {row.id: row for rows in found for row in rows}


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


def learnt(connection: sqlite3.Connection, column: str, value: str, ticket: TicketId) -> Mapping[str, int]:
    """Where other tickets with this issue or nature ended up: department → how many, most first."""
    if column not in _LEARNT_BY:
        raise ValueError(column)
    query = _LEARNT.format(column=column)
    return {row[0]: row[1] for row in connection.execute(query, {"value": value, "ticket": ticket})}


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
        asks=Asks(row["asks"]),
        verdict=Verdict(row["verdict"]),
        expert=row["expert"],
        collected_at=optional_from_ms(row["collected_at"]),
        classified_by_hand=row["classified_by"] == "operator",
        sent_by=row["sent_by"],
        partial_at=optional_from_ms(row["partial_at"]),
        ended_at=optional_from_ms(row["ended_at"]),
    )
