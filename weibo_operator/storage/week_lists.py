"""Lists of the weekly page: what was asked most, important complaints, our accounts."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.weekly_facts import Span
from weibo_operator.domain.weekly_more import AccountRow, ImportantComplaint, Question
from weibo_operator.storage.times import from_ms

_ASKED = "issue <> '' AND kind NOT IN ('闲聊', '垃圾广告', '表扬')"
_NOW = "opened_at >= :start AND opened_at < :end"
_QUESTIONS = f"""
SELECT issue, product,
    count(*) FILTER (WHERE {_NOW}) AS n,
    count(*) FILTER (WHERE NOT ({_NOW})) AS before,
    max(iif({_NOW}, id, NULL)) AS latest
FROM ticket INDEXED BY ticket_opened
WHERE ({_NOW} OR opened_at >= :before AND opened_at < :until) AND {_ASKED}
GROUP BY issue, product HAVING n >= :least ORDER BY n DESC, before DESC, issue, product LIMIT :limit
"""
_SNIPPETS = "SELECT id, snippet FROM ticket WHERE id IN (SELECT value FROM json_each(?))"
_OF_MATTER = f"""
SELECT id FROM ticket INDEXED BY ticket_opened
WHERE opened_at >= ? AND opened_at < ? AND {_ASKED} AND issue = ? AND product = ? ORDER BY opened_at, id
"""
_ANSWER = f"""
SELECT text FROM message WHERE direction = 'out' AND is_ack = 0 AND ticket_id IN ({_OF_MATTER})
ORDER BY posted_at DESC, id DESC LIMIT 1
"""
_IMPORTANT = """
SELECT ticket.id, nickname, followers, customer.role, opened_at, state <> 'closed' AS is_open, (
    SELECT posted_at FROM message WHERE ticket_id = ticket.id AND direction = 'out' AND is_ack = 0
    AND posted_at >= opened_at ORDER BY posted_at LIMIT 1
) AS answered_at
FROM ticket JOIN customer ON customer.id = customer_id
WHERE ticket.id IN (SELECT value FROM json_each(?)) ORDER BY is_open DESC, followers DESC, ticket.id
"""
_MOOD_TEXTS = """
SELECT ticket.id, nickname, opened_at,
    (
        SELECT text FROM message WHERE ticket_id = ticket.id AND direction = 'in' ORDER BY posted_at, id LIMIT 1
    ) AS first,
    (
        SELECT text FROM message WHERE ticket_id = ticket.id AND direction = 'in'
        ORDER BY posted_at DESC, id DESC LIMIT 1
    ) AS last
FROM ticket JOIN customer ON customer.id = customer_id WHERE ticket.id IN (SELECT value FROM json_each(?))
"""
_ACCOUNTS = """
SELECT nickname, (
        SELECT count(*) FROM ticket WHERE account_id = account.id AND opened_at >= :start AND opened_at < :end
    ) AS tickets,
    (
        SELECT count(*) FROM intent WHERE account_id = account.id AND state = 'sent'
        AND started_at >= :start AND started_at < :end
    ) AS replies
FROM account ORDER BY id
"""


def questions(
    connection: sqlite3.Connection, span: Span, before: Span, *, least: int, limit: int
) -> tuple[Question, ...]:
    """The matters most asked about in the span, each at least ``least`` times, beside another span."""
    values = {"start": span.start, "end": span.end, "before": before.start, "until": before.end}
    rows = connection.execute(_QUESTIONS, {**values, "least": least, "limit": limit}).fetchall()
    begun = snippets(connection, [row["latest"] for row in rows])
    return tuple(
        Question(row["issue"], row["product"], row["n"], row["before"], words)
        for row, words in zip(rows, begun, strict=True)
    )


def snippets(connection: sqlite3.Connection, tickets: Sequence[int]) -> tuple[str, ...]:
    """The beginnings of tickets, in the order asked for."""
    found = {row["id"]: row["snippet"] for row in connection.execute(_SNIPPETS, (json.dumps(tickets),))}
    return tuple(found[ticket] for ticket in tickets)


def tickets_of_matter(connection: sqlite3.Connection, span: Span, issue: str, product: str) -> tuple[TicketId, ...]:
    """The span's tickets of one matter, oldest first."""
    rows = connection.execute(_OF_MATTER, (span.start, span.end, issue, product))
    return tuple(TicketId(row["id"]) for row in rows)


def latest_answer(connection: sqlite3.Connection, span: Span, issue: str, product: str) -> str:
    """What we answered last on the span's tickets of one matter; empty where we did not."""
    row = connection.execute(_ANSWER, (span.start, span.end, issue, product)).fetchone()
    return "" if row is None else row["text"]


def important_complaints(connection: sqlite3.Connection, tickets: Iterable[int]) -> tuple[ImportantComplaint, ...]:
    """These complaints, the open ones first, then by followers."""
    rows = connection.execute(_IMPORTANT, (json.dumps(sorted(tickets)),))
    return tuple(
        ImportantComplaint(
            ticket_id=TicketId(row["id"]),
            nickname=row["nickname"],
            followers=row["followers"],
            role=row["role"],
            opened_at=from_ms(row["opened_at"]),
            answer_seconds=None if row["answered_at"] is None else (row["answered_at"] - row["opened_at"]) / 1000,
            is_open=bool(row["is_open"]),
        )
        for row in rows
    )


class MoodText(NamedTuple):
    """A ticket's first and last words of the customer."""

    ticket_id: TicketId
    nickname: str
    opened_at: datetime
    first: str
    last: str


def mood_texts(connection: sqlite3.Connection, tickets: Iterable[int]) -> dict[int, MoodText]:
    """What the customers of these tickets wrote first and last."""
    rows = connection.execute(_MOOD_TEXTS, (json.dumps(sorted(tickets)),))
    return {
        row["id"]: MoodText(TicketId(row["id"]), row["nickname"], from_ms(row["opened_at"]), row["first"], row["last"])
        for row in rows
    }


def account_rows(connection: sqlite3.Connection, span: Span) -> tuple[AccountRow, ...]:
    """Each of our accounts: the tickets opened in the span that came to it, and the replies it sent then."""
    rows = connection.execute(_ACCOUNTS, {"start": span.start, "end": span.end})
    return tuple(AccountRow(row["nickname"], row["tickets"], row["replies"]) for row in rows)
