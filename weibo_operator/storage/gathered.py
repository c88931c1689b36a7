"""Which new tickets wait for the one look at chatter instead of the rotation: derived from facts at every commit."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from weibo_operator.domain.gathered import GatheredRow, Sureness, sureness
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Kind, Source
from weibo_operator.storage.times import from_ms
from weibo_operator.storage.write_turns import giving_way

# By itself a ticket is chatter when triage says so and nobody has said otherwise: no label, no level, no alarm.
_CHATTER = """
{0}.state = 'new' AND {0}.waits_for = 'us' AND {0}.snoozed = 0 AND {0}.no_reply_advised = 1
AND {0}.labels_by = 'auto' AND {0}.level_set IS NULL AND {0}.crisis = 0 AND {0}.crisis_since IS NULL
"""
# The touched tickets, and the chatter of the same customers: it depends on what else those have open.
_FACTS = f"""
SELECT ticket.id, ticket.gathered, ticket.reasons,
    ({_CHATTER.format("ticket")}) AND NOT EXISTS (
        SELECT 1 FROM ticket AS other
        WHERE other.customer_id = ticket.customer_id AND other.state <> 'closed'
        AND NOT ({_CHATTER.format("other")})
    ) AS wanted
FROM (
    SELECT value AS id FROM json_each(:tickets)
    UNION
    SELECT near.id FROM json_each(:tickets) AS touched
    JOIN ticket AS moved ON moved.id = touched.value
    JOIN ticket AS near ON near.customer_id = moved.customer_id AND near.no_reply_advised = 1 AND near.state = 'new'
) AS asked JOIN ticket ON ticket.id = asked.id
"""
_STORE = "UPDATE ticket SET gathered = ? WHERE id = ?"
_AMONG = "SELECT id FROM ticket WHERE gathered > 0 AND id IN (SELECT value FROM json_each(?))"
_COUNT = "SELECT COUNT(*) FROM ticket WHERE gathered > 0"
_LISTED = """
SELECT ticket.id, ticket.customer_id, ticket.gathered, ticket.reasons, ticket.snippet, ticket.kind, ticket.source,
    ticket.last_activity_at, ticket.link, customer.nickname
FROM ticket JOIN customer ON customer.id = ticket.customer_id
WHERE ticket.gathered > 0
ORDER BY ticket.gathered DESC, ticket.opened_at DESC, ticket.id DESC LIMIT ?
"""


def sync_tickets(connection: sqlite3.Connection, tickets: Iterable[TicketId]) -> AbstractSet[TicketId]:
    """Derive anew what is gathered among these tickets and their customers' others; returns those that changed."""
    changed: set[TicketId] = set()
    found = connection.execute(_FACTS, {"tickets": json.dumps(sorted(tickets))}).fetchall()
    for row in giving_way(connection, found):
        wanted = int(sureness(json.loads(row["reasons"]))) if row["wanted"] else 0
        if wanted != row["gathered"]:
            connection.execute(_STORE, (wanted, row["id"]))
            changed.add(TicketId(row["id"]))
    return changed


def among(connection: sqlite3.Connection, tickets: Sequence[TicketId]) -> tuple[TicketId, ...]:
    """Those of the tickets that are gathered, in their order."""
    held = {row[0] for row in connection.execute(_AMONG, (json.dumps(tickets),))}
    return tuple(ticket for ticket in tickets if ticket in held)


def count(connection: sqlite3.Connection) -> int:
    """How many tickets are gathered."""
    (found,) = connection.execute(_COUNT).fetchone()
    return int(found)


def listed(connection: sqlite3.Connection, limit: int) -> tuple[GatheredRow, ...]:
    """The gathered tickets, the surest first, then the newest."""
    return tuple(_row(row) for row in connection.execute(_LISTED, (limit,)))


def _row(row: sqlite3.Row) -> GatheredRow:
    return GatheredRow(
        ticket=TicketId(row["id"]),
        customer=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        text=row["snippet"],
        kind=Kind(row["kind"]),
        source=Source(row["source"]),
        sureness=Sureness(row["gathered"]),
        reasons=tuple(json.loads(row["reasons"])),
        at=from_ms(row["last_activity_at"]),
        link=row["link"],
    )
