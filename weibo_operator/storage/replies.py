"""Drafts, and replies on their way (intents)."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.ids import CustomerId, IntentId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend, Intent, IntentState
from weibo_operator.storage.times import from_ms, to_ms

_DRAFTS = "SELECT audience, text FROM draft WHERE ticket_id = ?"
_INTENT = """
SELECT intent.*, ticket.customer_id, ticket.link AS ticket_link, customer.nickname, customer.profile_url
FROM intent
JOIN ticket ON ticket.id = intent.ticket_id
JOIN customer ON customer.id = ticket.customer_id
WHERE {condition}
ORDER BY intent.created_at
"""
_SENT_SINCE = """
SELECT COUNT(DISTINCT customer_id) FROM message
WHERE direction = 'out' AND is_ack = 0 AND posted_at >= ?
"""


def drafts(connection: sqlite3.Connection, ticket: TicketId) -> Mapping[Audience, str]:
    """The unfinished texts of a ticket by audience."""
    return {Audience(row["audience"]): row["text"] for row in connection.execute(_DRAFTS, (ticket,))}


def undecided(connection: sqlite3.Connection, ticket: TicketId | None = None) -> tuple[Intent, ...]:
    """Replies that were copied and of which the operator has not yet said whether they were sent."""
    condition = "intent.state = 'copied'" + ("" if ticket is None else " AND intent.ticket_id = :ticket")
    rows = connection.execute(_INTENT.format(condition=condition), {} if ticket is None else {"ticket": ticket})
    return tuple(_intent(row) for row in rows)


def intent(connection: sqlite3.Connection, intent_id: IntentId) -> Intent | None:
    """One reply by its id."""
    row = connection.execute(_INTENT.format(condition="intent.id = :id"), {"id": intent_id}).fetchone()
    return None if row is None else _intent(row)


def customers_answered_since(connection: sqlite3.Connection, moment: datetime) -> int:
    """How many customers had a reply (not a mere acknowledgement) confirmed since ``moment``."""
    (count,) = connection.execute(_SENT_SINCE, (to_ms(moment),)).fetchone()
    return int(count)


def _intent(row: sqlite3.Row) -> Intent:
    audience = Audience(row["audience"])
    return Intent(
        id=IntentId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        customer_id=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        audience=audience,
        text=row["text"],
        link=row["ticket_link"] if audience is Audience.PUBLIC else row["profile_url"],
        state=IntentState(row["state"]),
        after=AfterSend(State(row["after_state"]), row["after_days"]),
        is_ack=bool(row["is_ack"]),
        created_at=from_ms(row["created_at"]),
    )
