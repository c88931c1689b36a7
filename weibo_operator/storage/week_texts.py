"""What customers wrote in a span, by ticket: the words topics are looked for in."""

import json
import sqlite3
from collections.abc import Collection

from weibo_operator.domain.weekly_facts import Span

_TEXTS = """
SELECT ticket_id, text FROM message
WHERE posted_at >= ? AND posted_at < ? AND direction = 'in'
AND (SELECT kind FROM ticket WHERE ticket.id = ticket_id) <> '垃圾广告' ORDER BY posted_at, message.id
"""
_TEXTS_OF = """
SELECT ticket_id, text FROM json_each(?) AS wanted JOIN message ON message.ticket_id = wanted.value
WHERE posted_at >= ? AND posted_at < ? AND direction = 'in' ORDER BY posted_at, message.id
"""


def customer_texts(connection: sqlite3.Connection, span: Span) -> dict[int, list[str]]:
    """Each ticket's inbound messages of the span; advertising is nobody's matter."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return _by_ticket(cursor.execute(_TEXTS, span))


def texts_of(connection: sqlite3.Connection, span: Span, tickets: Collection[int]) -> dict[int, list[str]]:
    """The inbound messages of these tickets in the span."""
    return _by_ticket(connection.execute(_TEXTS_OF, (json.dumps(sorted(tickets)), *span)))


def _by_ticket(rows: sqlite3.Cursor) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for ticket, text in rows:
        found.setdefault(ticket, []).append(text)
    return found
