"""Whether a ticket's reply is on its way: derived from its intents at every commit, asked by rotation and cards."""

import json
import sqlite3
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from weibo_operator.domain.ids import TicketId

OPEN_INTENTS = "('copied', 'queued', 'sending', 'unknown')"
"""The states in which a reply has not come to its end, as SQL has them (the index ``intent_undecided``)."""

# An acknowledgement leaves the turn open, so it doesn't keep the customer from being served. Nor does a reply that
# needs a decision about this very ticket: one of unknown outcome, or held because the customer wrote again.
_DERIVED = f"""
SELECT ticket.id, ticket.outgoing,
    iif(intent.hold IN ('wrote_again', 'recipient'), 'held', coalesce(intent.state, '')) AS wanted
FROM json_each(:tickets) AS asked JOIN ticket ON ticket.id = asked.value
LEFT JOIN intent ON intent.ticket_id = ticket.id AND intent.is_ack = 0
    AND intent.state IN {OPEN_INTENTS} AND intent.state <> 'copied'
"""
_STORE = "UPDATE ticket SET outgoing = ? WHERE id = ?"


def sync_tickets(connection: sqlite3.Connection, tickets: Iterable[TicketId]) -> AbstractSet[TicketId]:
    """Derive ``ticket.outgoing`` anew for these tickets; returns those that changed."""
    changed: set[TicketId] = set()
    for row in connection.execute(_DERIVED, {"tickets": json.dumps(sorted(tickets))}).fetchall():
        if row["wanted"] != row["outgoing"]:
            connection.execute(_STORE, (row["wanted"], row["id"]))
            changed.add(TicketId(row["id"]))
    return changed
