"""What intake asks of the file while messages come in, and taking a whole import back."""

import sqlite3
from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.ids import AccountId, BatchId, CustomerId, OperationId, TicketId
from weibo_operator.domain.labels import Actor, Kind, Nature, Source, State, Urgency
from weibo_operator.storage.outgoing import OPEN_INTENTS
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_OPEN = """
SELECT * FROM ticket INDEXED BY ticket_open WHERE customer_id = ? AND state <> 'closed' ORDER BY opened_at DESC, id DESC
"""
_CLOSED = """
SELECT * FROM (SELECT * FROM ticket WHERE customer_id = ? ORDER BY opened_at DESC, id DESC LIMIT 200)
WHERE state = 'closed' AND thread = ? LIMIT 1
"""
_IS_NEWEST = "SELECT 1 FROM message WHERE ticket_id = ? AND direction = 'in' AND posted_at > ? LIMIT 1"
_LAST_BATCH = "SELECT * FROM import_batch WHERE state = 'done' ORDER BY id DESC LIMIT 1"
_TOUCHED_LATER = f"""
SELECT COUNT(DISTINCT ticket.id) FROM ticket
WHERE ticket.import_id = :batch AND (
    EXISTS (
        SELECT 1 FROM change JOIN operation ON operation.id = change.operation_id
        WHERE change.ticket_id = ticket.id AND operation.undone_at IS NULL AND operation.id <> :operation
        AND operation.kind <> 'wake'
    )
    OR EXISTS (SELECT 1 FROM message WHERE message.ticket_id = ticket.id AND message.import_id IS NOT :batch)
    OR EXISTS (SELECT 1 FROM intent WHERE intent.ticket_id = ticket.id AND intent.state IN {OPEN_INTENTS})
)
"""
_OWN_ROWS = {
    "on_behalf": "SELECT id FROM on_behalf WHERE message_id IN (SELECT id FROM message WHERE import_id = ?)",
    "message": "SELECT id FROM message WHERE import_id = ?",
    "turn": "SELECT id FROM turn WHERE import_id = ?",
    "ticket": "SELECT id FROM ticket WHERE import_id = ? ORDER BY id DESC",
    "customer": """
        SELECT id FROM customer WHERE import_id = ?
        AND NOT EXISTS (SELECT 1 FROM ticket WHERE ticket.customer_id = customer.id)
    """,
}


class LastBatch(Struct, frozen=True):
    """The latest finished import, for the top bar."""

    id: BatchId
    file: str
    finished_at: datetime
    rows: int
    new: int


class TicketPlace(Struct, frozen=True):
    """What of a ticket decides whether a new message belongs to it, and what the message then changes."""

    ticket: TicketId
    state: State
    thread: str
    nature: Nature
    issue: str
    product: str
    source: Source
    link: str
    kind: Kind
    urgency: Urgency
    labels_by_operator: bool
    crisis: bool
    open_turn_id: int | None
    turn_count: int
    asked_again: int
    waiting_since: datetime | None
    opened_at: datetime
    last_activity_at: datetime
    closed_at: datetime | None
    import_id: BatchId | None
    leads: str
    account: AccountId | None


def open_tickets_of(connection: sqlite3.Connection, customer: CustomerId) -> tuple[TicketPlace, ...]:
    """All the customer's tickets that are not finished, as places for a new message, newest first."""
    return tuple(_place(row) for row in connection.execute(_OPEN, (customer,)))


def finished_ticket_of(connection: sqlite3.Connection, customer: CustomerId, thread: str) -> TicketPlace | None:
    """The newest finished ticket of this thread among the customer's latest 200."""
    row = connection.execute(_CLOSED, (customer, thread)).fetchone()
    return None if row is None else _place(row)


def is_newest_inbound(connection: sqlite3.Connection, ticket: TicketId, posted_at: datetime) -> bool:
    """False when the ticket holds a message of its customer that was posted later."""
    return connection.execute(_IS_NEWEST, (ticket, to_ms(posted_at))).fetchone() is None


def last_batch(connection: sqlite3.Connection) -> LastBatch | None:
    """The latest finished import or None."""
    row = connection.execute(_LAST_BATCH).fetchone()
    if row is None:
        return None
    return LastBatch(BatchId(row["id"]), row["file"], from_ms(row["finished_at"]), row["rows"], row["new"])


def worked_on(connection: sqlite3.Connection, batch: BatchId, operation: OperationId) -> int:
    """How many of the import's tickets the operator has worked on since, which forbids taking it back."""
    (count,) = connection.execute(_TOUCHED_LATER, {"batch": batch, "operation": operation}).fetchone()
    return int(count)


def own_rows(connection: sqlite3.Connection, table: str, batch: BatchId) -> tuple[int, ...]:
    """The ids an import made in one of on_behalf, message, turn, ticket, customer, in an order to delete them in."""
    return tuple(row[0] for row in connection.execute(_OWN_ROWS[table], (batch,)))


def _place(row: sqlite3.Row) -> TicketPlace:
    return TicketPlace(
        ticket=TicketId(row["id"]),
        state=State(row["state"]),
        thread=row["thread"],
        nature=Nature(row["nature"]),
        issue=row["issue"],
        product=row["product"],
        source=Source(row["source"]),
        link=row["link"],
        kind=Kind(row["kind"]),
        urgency=Urgency(row["urgency"]),
        labels_by_operator=row["labels_by"] == Actor.OPERATOR,
        crisis=bool(row["crisis"]),
        open_turn_id=row["open_turn_id"],
        turn_count=row["turn_count"],
        asked_again=row["asked_again"],
        waiting_since=optional_from_ms(row["waiting_since"]),
        opened_at=from_ms(row["opened_at"]),
        last_activity_at=from_ms(row["last_activity_at"]),
        closed_at=optional_from_ms(row["closed_at"]),
        import_id=None if row["import_id"] is None else BatchId(row["import_id"]),
        leads=row["leads"],
        account=None if row["account_id"] is None else AccountId(row["account_id"]),
    )
