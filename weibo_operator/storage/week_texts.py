"""What customers wrote in a span, by ticket: the words topics are looked for in."""

import sqlite3

from weibo_operator.domain.weekly_facts import Span

_TEXTS = """
SELECT ticket_id, text FROM message
WHERE posted_at >= ? AND posted_at < ? AND direction = 'in'
AND (SELECT kind FROM ticket WHERE ticket.id = ticket_id) <> '垃圾广告' ORDER BY posted_at, message.id
"""


def customer_texts(connection: sqlite3.Connection, span: Span) -> dict[int, list[str]]:
    """Each ticket's inbound messages of the span; advertising is nobody's matter."""
    cursor = connection.cursor()
    cursor.row_factory = None
    found: dict[int, list[str]] = {}
    for ticket, text in cursor.execute(_TEXTS, span):
        found.setdefault(ticket, []).append(text)
    return found
