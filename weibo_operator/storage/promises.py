"""Promises: the due list, what became of them, and how many were kept in a period."""

import sqlite3
from datetime import datetime

from weibo_operator.domain.ids import CustomerId, PromiseId, TicketId
from weibo_operator.domain.labels import Source
from weibo_operator.domain.promise_record import PromiseRate, PromiseState, RecordedPromise
from weibo_operator.domain.promises import PromiseKind
from weibo_operator.storage.ticket_rows import TicketRows
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

# A promise that another one put off in time is neither kept nor broken; one taken off the list is not counted.
_RATE = """
SELECT COUNT(*) FILTER (WHERE state = 'kept') AS kept,
       COUNT(*) FILTER (WHERE state = 'late') AS late,
       COUNT(*) FILTER (WHERE state = 'open' AND due_at <= :now) AS overdue,
       COUNT(*) FILTER (WHERE state = 'open' AND due_at > :now) AS pending,
       COUNT(*) FILTER (WHERE state = 'cancelled' AND EXISTS (
           SELECT 1 FROM promise AS next WHERE next.previous_id = promise.id)) AS moved
FROM promise WHERE due_at >= :start AND due_at < :end
"""


def get(connection: sqlite3.Connection, promise: PromiseId) -> RecordedPromise:
    """One promise; raises ``NotFoundError``."""
    return _PROMISES.get(connection, promise)


def due_list(connection: sqlite3.Connection) -> tuple[RecordedPromise, ...]:
    """All promises still to be kept, by their time."""
    return _PROMISES.due_list(connection)


def settled_list(connection: sqlite3.Connection, *, limit: int = 200) -> tuple[RecordedPromise, ...]:
    """The promises settled last, newest first."""
    condition = "promise.settled_at IS NOT NULL AND promise.state <> 'cancelled'"
    return _PROMISES.where(connection, condition, "promise.settled_at DESC LIMIT :limit", {"limit": limit})


def of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> tuple[RecordedPromise, ...]:
    """A ticket's promises, by their time."""
    return _PROMISES.where(connection, "promise.ticket_id = :ticket", "promise.due_at, promise.id", {"ticket": ticket})


def due_count(connection: sqlite3.Connection, before: datetime) -> int:
    """How many open promises are due before ``before``."""
    return _PROMISES.due_count(connection, before)


def rate(connection: sqlite3.Connection, *, start: datetime, end: datetime, now: datetime) -> PromiseRate:
    """What became, as of ``now``, of the promises due from ``start`` until before ``end``."""
    values = {"start": to_ms(start), "end": to_ms(end), "now": to_ms(now)}
    row = connection.execute(_RATE, values).fetchone()
    return PromiseRate(row["kept"], row["late"], row["overdue"], row["moved"], row["pending"])


def _promise(row: sqlite3.Row) -> RecordedPromise:
    return RecordedPromise(
        id=PromiseId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        customer_id=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        followers=row["followers"],
        verified=row["verified"],
        source=Source(row["source"]),
        kind=PromiseKind(row["kind"]),
        text=row["text"],
        made_at=from_ms(row["made_at"]),
        due_at=from_ms(row["due_at"]),
        state=PromiseState(row["state"]),
        settled_at=optional_from_ms(row["settled_at"]),
        previous=None if row["previous_id"] is None else PromiseId(row["previous_id"]),
        by_hand=not row["intent_id"],
        problem=row["problem"] or "",
    )


_PROMISES = TicketRows("promise", "open", _promise)
