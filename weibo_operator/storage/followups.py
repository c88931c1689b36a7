"""Visits to served customers: the due list and what was found."""

import sqlite3
from datetime import datetime

from weibo_operator.domain.followup import FollowUp, FollowUpState, VisitOutcome
from weibo_operator.domain.ids import CustomerId, FollowUpId, TicketId
from weibo_operator.domain.labels import Source
from weibo_operator.storage.ticket_rows import TicketRows
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_HANDLING = """(SELECT text FROM message WHERE message.ticket_id = ticket.id AND direction = 'out'
        ORDER BY posted_at DESC, id DESC LIMIT 1) AS handling"""
_WEEK = """
SELECT COUNT(*) AS due, COUNT(*) FILTER (WHERE state = 'done') AS done FROM follow_up
WHERE state <> 'cancelled' AND due_at >= :start AND due_at < :end
"""
# Left to itself SQLite reads each answered ticket and each visit: 41 ms of 10,000 of both, each half minute; this is 7.
_SILENT = """
SELECT id FROM ticket INDEXED BY ticket_answered
WHERE state = 'in_progress' AND waits_for = 'customer' AND last_activity_at <= ?
  AND NOT EXISTS (
    SELECT 1 FROM follow_up INDEXED BY follow_up_due
    WHERE follow_up.ticket_id = ticket.id AND follow_up.state = 'due'
  )
"""
_DUE_IN_PROGRESS = """
SELECT ticket.id FROM follow_up JOIN ticket INDEXED BY ticket_answered ON ticket.id = follow_up.ticket_id
WHERE follow_up.state = 'due' AND follow_up.due_at <= ?
  AND ticket.state = 'in_progress' AND ticket.waits_for = 'customer'
"""
_DUE_OF_TICKET = "SELECT id FROM follow_up WHERE ticket_id = ? AND state = 'due'"
_DUE_AT_OF_TICKET = "SELECT due_at FROM follow_up WHERE ticket_id = ? AND state = 'due'"


def get(connection: sqlite3.Connection, follow_up: FollowUpId) -> FollowUp:
    """One visit; raises ``NotFoundError``."""
    return _VISITS.get(connection, follow_up)


def due_list(connection: sqlite3.Connection) -> tuple[FollowUp, ...]:
    """All visits still to be made, by due time."""
    return _VISITS.due_list(connection)


def done_list(connection: sqlite3.Connection, *, limit: int = 200) -> tuple[FollowUp, ...]:
    """The latest visits made, newest first."""
    order = "follow_up.done_at DESC LIMIT :limit"
    return _VISITS.where(connection, "follow_up.state = 'done'", order, {"limit": limit})


def due_count(connection: sqlite3.Connection, before: datetime) -> int:
    """How many visits are due before ``before``."""
    return _VISITS.due_count(connection, before)


def due_and_done(connection: sqlite3.Connection, *, start: datetime, end: datetime) -> tuple[int, int]:
    """Visits due within a period, and how many of those were made."""
    row = connection.execute(_WEEK, {"start": to_ms(start), "end": to_ms(end)}).fetchone()
    return row["due"], row["done"]


def due_of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> FollowUpId | None:
    """The ticket's planned visit, if it has one (there is never more than one)."""
    row = connection.execute(_DUE_OF_TICKET, (ticket,)).fetchone()
    return None if row is None else FollowUpId(row[0])


def due_at_of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> datetime | None:
    """When the ticket's planned visit is due, if it has one."""
    row = connection.execute(_DUE_AT_OF_TICKET, (ticket,)).fetchone()
    return None if row is None else from_ms(row[0])


def due_in_progress(connection: sqlite3.Connection, now: datetime) -> tuple[TicketId, ...]:
    """Tickets still in 处理中 whose visit is due and whose customer is not waiting for us."""
    return tuple(TicketId(row[0]) for row in connection.execute(_DUE_IN_PROGRESS, (to_ms(now),)))


def silent_tickets(connection: sqlite3.Connection, since: datetime) -> tuple[TicketId, ...]:
    """Answered tickets whose customer has said nothing since ``since`` and that have no visit planned (mission E9)."""
    return tuple(TicketId(row[0]) for row in connection.execute(_SILENT, (to_ms(since),)))


def _follow_up(row: sqlite3.Row) -> FollowUp:
    return FollowUp(
        id=FollowUpId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        customer_id=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        followers=row["followers"],
        verified=row["verified"],
        source=Source(row["source"]),
        profile_url=row["profile_url"],
        due_at=from_ms(row["due_at"]),
        question=row["question"],
        problem=row["problem"] or "",
        handling=row["handling"] or "",
        state=FollowUpState(row["state"]),
        outcome=VisitOutcome(row["outcome"]) if row["outcome"] else None,
        note=row["note"],
        done_at=optional_from_ms(row["done_at"]),
        turn_count=row["turn_count"],
    )


_VISITS = TicketRows("follow_up", "due", _follow_up, _HANDLING)
