"""The rows a week's figures are taken from, read by span; the counting is the services' business."""

import hashlib
import json
import sqlite3
from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager

from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Audience, Kind, Level, Nature, Platform, Sentiment, Source, State
from weibo_operator.domain.weekly import TicketDetail
from weibo_operator.domain.weekly_facts import (
    EventFact,
    HandoffFact,
    MessageCounts,
    Span,
    TicketFact,
    TurnFact,
    VisitFact,
    WeekFacts,
)
from weibo_operator.storage import weekly_rows
from weibo_operator.storage.connection import applied_steps
from weibo_operator.storage.times import from_ms, optional_from_ms

_MESSAGES = """
SELECT
    count(*) FILTER (WHERE direction = 'in'),
    count(*) FILTER (WHERE direction = 'out' AND audience = 'public'),
    count(*) FILTER (WHERE direction = 'out' AND audience = 'private'),
    count(DISTINCT customer_id) FILTER (WHERE direction = 'in')
FROM message WHERE posted_at >= ? AND posted_at < ?
"""
_MESSAGE_TIMES = "SELECT posted_at FROM message WHERE posted_at >= ? AND posted_at < ? AND direction = 'in'"
_MESSAGE_ROWS = """
SELECT id, ticket_id, customer_id, direction, audience FROM message WHERE posted_at >= ? AND posted_at < ?
ORDER BY posted_at, id
"""
_TURNS = """
SELECT id, ticket_id, customer_id, opened_at, closed_at, closed_by, reason FROM turn
WHERE opened_at >= ? AND opened_at < ? ORDER BY opened_at, id
"""
_OUT = """
SELECT posted_at FROM message WHERE ticket_id = ticket.id AND direction = 'out' AND posted_at >= opened_at
"""
_FIRST_TOUCH = f"({_OUT} ORDER BY posted_at LIMIT 1)"
_FIRST_ANSWER = f"({_OUT} AND is_ack = 0 ORDER BY posted_at LIMIT 1)"
_TICKETS = f"""
SELECT id, kind, nature, department, opened_at, {_FIRST_TOUCH}, {_FIRST_ANSWER} FROM ticket
WHERE opened_at >= ? AND opened_at < ? ORDER BY opened_at, id
"""
_EVENTS = "SELECT id, ticket_id, event, at FROM ticket_event WHERE at >= ? AND at < ? ORDER BY at, id"
# A consent of the person in charge (mission A4) is kept as a handoff, but no problem was given to another desk.
_HANDOFFS = """
SELECT id, ticket_id, kind, department, state, sent_at, due_at, answered_at FROM handoff
WHERE sent_at >= ? AND sent_at < ? AND asks = 'answer' ORDER BY sent_at, id
"""
_VISITS = """
SELECT follow_up.id, ticket_id, follow_up.state, outcome, kind, due_at FROM follow_up
JOIN ticket ON ticket.id = ticket_id
WHERE due_at >= ? AND due_at < ? AND follow_up.state <> 'cancelled' ORDER BY due_at, follow_up.id
"""
_OPEN_NOW = "SELECT sum(n) FROM pane_count WHERE state <> 'closed'"
_MOVES_SINCE = """
SELECT
    (SELECT count(*) FROM ticket WHERE opened_at >= :at)
    + coalesce((SELECT sum(iif(event = 'reopened', 1, -1)) FROM ticket_event WHERE at >= :at), 0)
"""
_OPEN_AT = """
SELECT id FROM ticket WHERE opened_at < :at AND coalesce((
    SELECT event FROM ticket_event WHERE ticket_id = ticket.id AND at < :at
    ORDER BY at DESC, ticket_event.id DESC LIMIT 1
), 'reopened') <> 'solved' ORDER BY opened_at, id
"""
_QUOTES = """
SELECT snippet FROM ticket WHERE id IN (SELECT value FROM json_each(?)) AND snippet <> ''
ORDER BY asked_again DESC, id LIMIT ?
"""
_NICKNAMES = """
SELECT ticket.id, nickname FROM ticket JOIN customer ON customer.id = customer_id
WHERE ticket.id IN (SELECT value FROM json_each(?))
"""
_TRANSFERS = """
SELECT ticket_id, department FROM handoff
WHERE ticket_id IN (SELECT value FROM json_each(?)) AND asks = 'answer'
ORDER BY sent_at, id
"""
_FEELING = "SELECT sentiment FROM message WHERE ticket_id = ticket.id AND direction = 'in' ORDER BY"
_DETAILS = f"""
SELECT ticket.id, customer_id, uid, nickname, link, platform, source, kind, nature, department, level, state, audience,
    opened_at, close_reason, sentiment, turn_count,
    {_FIRST_TOUCH} AS first_touch_at,
    {_FIRST_ANSWER} AS first_answer_at,
    (SELECT max(at) FROM ticket_event WHERE ticket_id = ticket.id AND event = 'solved') AS solved_at,
    (SELECT count(*) FROM handoff WHERE ticket_id = ticket.id AND asks = 'answer') AS transfers,
    (
        SELECT outcome FROM follow_up WHERE ticket_id = ticket.id AND state = 'done'
        ORDER BY done_at DESC, follow_up.id DESC LIMIT 1
    ) AS outcome,
    ({_FEELING} posted_at, id LIMIT 1) AS sentiment_start,
    ({_FEELING} posted_at DESC, id DESC LIMIT 1) AS sentiment_end
FROM ticket JOIN customer ON customer.id = customer_id
WHERE ticket.id IN (SELECT value FROM json_each(?)) ORDER BY opened_at, ticket.id
"""
_COUNTED = ("customer", "ticket", "turn", "message", "handoff", "follow_up", "operation", "caught", "handling")


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Generator[None, None, None]:
    """One view of the file for several questions, whatever an import is writing meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def week_facts(connection: sqlite3.Connection, span: Span, playbook: Collection[str] = ()) -> WeekFacts:
    """Everything the figures of one span rest on; ``playbook`` holds the keys of the crisis checklist."""
    return first_facts(connection, span)._replace(more=weekly_rows.more_facts(connection, span, playbook))


def first_facts(connection: sqlite3.Connection, span: Span) -> WeekFacts:
    """What counting and answering rest on, without ``more``."""
    # Plain tuples: building the named rows of five weeks costs more than reading them.
    cursor = connection.cursor()
    cursor.row_factory = None
    return WeekFacts(
        span=span,
        messages=MessageCounts._make(cursor.execute(_MESSAGES, span).fetchone()),
        turns=tuple(map(TurnFact._make, cursor.execute(_TURNS, span))),
        tickets=tuple(map(TicketFact._make, cursor.execute(_TICKETS, span))),
        events=tuple(map(EventFact._make, cursor.execute(_EVENTS, span))),
        handoffs=tuple(map(HandoffFact._make, cursor.execute(_HANDOFFS, span))),
        visits=tuple(map(VisitFact._make, cursor.execute(_VISITS, span))),
        open_at_start=open_tickets_at(connection, span.start),
        open_at_end=open_tickets_at(connection, span.end),
    )


def open_tickets_at(connection: sqlite3.Connection, at: int) -> int:
    """How many tickets were open at a time: those open now, less what happened since."""
    (now,) = connection.execute(_OPEN_NOW).fetchone()
    (since,) = connection.execute(_MOVES_SINCE, {"at": at}).fetchone()
    return int(now) - int(since)


def tickets_open_at(connection: sqlite3.Connection, at: int) -> tuple[TicketId, ...]:
    """Which tickets were open at a time, told ticket by ticket from their events; slower."""
    return tuple(TicketId(row[0]) for row in connection.execute(_OPEN_AT, {"at": at}))


def message_times(connection: sqlite3.Connection, span: Span) -> tuple[int, ...]:
    """When each inbound message of the span was posted."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return tuple(at for (at,) in cursor.execute(_MESSAGE_TIMES, span))


def message_rows(connection: sqlite3.Connection, span: Span) -> tuple[tuple[int, TicketId, CustomerId, str, str], ...]:
    """Each message of the span: (id, ticket, customer, direction, audience), oldest first."""
    return tuple(
        (row[0], TicketId(row[1]), CustomerId(row[2]), row[3], row[4])
        for row in connection.execute(_MESSAGE_ROWS, span)
    )


def quotes(connection: sqlite3.Connection, tickets: Iterable[int], limit: int) -> tuple[str, ...]:
    """The first words of some of the tickets, those first whose customers had to ask again."""
    return tuple(row[0] for row in connection.execute(_QUOTES, (_ids(tickets), limit)))


def nicknames(connection: sqlite3.Connection, tickets: Iterable[int]) -> dict[int, str]:
    """The customer's nickname by ticket."""
    return {row[0]: row[1] for row in connection.execute(_NICKNAMES, (_ids(tickets),))}


def transfers(connection: sqlite3.Connection, tickets: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The departments each ticket was forwarded to, in order, whenever that was."""
    found: dict[int, tuple[str, ...]] = {}
    for ticket, department in connection.execute(_TRANSFERS, (_ids(tickets),)):
        found[ticket] = (*found.get(ticket, ()), department)
    return found


def ticket_details(connection: sqlite3.Connection, tickets: Iterable[int]) -> tuple[TicketDetail, ...]:
    """One row per ticket for the detail sheet, oldest first."""
    return tuple(_detail(row) for row in connection.execute(_DETAILS, (_ids(tickets),)))


def fingerprint(connection: sqlite3.Connection) -> str:
    """Twelve hex digits that tell one state of a database from another: schema, first customer, last ids."""
    parts: list[object] = [*applied_steps(connection)]
    parts += connection.execute("SELECT uid, first_seen_at FROM customer ORDER BY id LIMIT 1").fetchone() or ()
    parts += [connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0] for table in _COUNTED]
    parts += [connection.execute("SELECT count(*) FROM operation WHERE undone_at IS NOT NULL").fetchone()[0]]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def _ids(tickets: Iterable[int]) -> str:
    return json.dumps(sorted(set(tickets)))


def _detail(row: sqlite3.Row) -> TicketDetail:
    start, end = row["sentiment_start"], row["sentiment_end"]
    return TicketDetail(
        id=TicketId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        uid=row["uid"],
        nickname=row["nickname"],
        link=row["link"],
        platform=Platform(row["platform"]),
        source=Source(row["source"]),
        kind=Kind(row["kind"]),
        nature=Nature(row["nature"]),
        department=row["department"],
        level=Level(row["level"]),
        state=State(row["state"]),
        audience=Audience(row["audience"]),
        opened_at=from_ms(row["opened_at"]),
        first_touch_at=optional_from_ms(row["first_touch_at"]),
        first_answer_at=optional_from_ms(row["first_answer_at"]),
        solved_at=optional_from_ms(row["solved_at"]),
        turns=row["turn_count"],
        transfers=row["transfers"],
        outcome=VisitOutcome(row["outcome"]) if row["outcome"] else None,
        sentiment_start=Sentiment(row["sentiment"] if start is None else start),
        sentiment_end=Sentiment(row["sentiment"] if end is None else end),
        close_reason=row["close_reason"],
    )
