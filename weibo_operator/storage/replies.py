"""Drafts, and replies on their way (intents)."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.reply import Intent
from weibo_operator.storage import intents
from weibo_operator.storage.outgoing import OPEN_INTENTS
from weibo_operator.storage.times import to_ms

_DRAFTS = "SELECT audience, text FROM draft WHERE ticket_id = ?"
_SENT_SINCE = """
SELECT COUNT(DISTINCT customer_id) FROM message
WHERE direction = 'out' AND is_ack = 0 AND posted_at >= ?
"""


def drafts(connection: sqlite3.Connection, ticket: TicketId) -> Mapping[Audience, str]:
    """The unfinished texts of a ticket by audience."""
    return {Audience(row["audience"]): row["text"] for row in connection.execute(_DRAFTS, (ticket,))}


def undecided(connection: sqlite3.Connection, ticket: TicketId | None = None) -> tuple[Intent, ...]:
    """Replies that were copied and of which the operator has not yet said whether they were sent."""
    query = f"{intents.SELECT} WHERE intent.state IN {OPEN_INTENTS} AND intent.state = 'copied'"
    if ticket is not None:
        query += " AND intent.ticket_id = :ticket"
    rows = connection.execute(f"{query} ORDER BY intent.created_at", {"ticket": ticket})
    return tuple(intents.read(row) for row in rows)


def customers_answered_since(connection: sqlite3.Connection, moment: datetime) -> int:
    """How many customers had a reply (not a mere acknowledgement) confirmed since ``moment``."""
    (count,) = connection.execute(_SENT_SINCE, (to_ms(moment),)).fetchone()
    return int(count)
