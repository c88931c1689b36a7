"""What presses at a moment: urgent tickets, answers of departments, promises and visits whose time has come."""

import sqlite3
from datetime import datetime

from weibo_operator.domain.alerts import Alert, AlertKind
from weibo_operator.domain.ids import TicketId
from weibo_operator.storage.times import to_ms

MOST = 100
"""Of each kind; a notice only says how many."""
_PENDING = f"""
SELECT pending.kind, pending.id, pending.ticket_id, customer.nickname
FROM (
    SELECT * FROM (SELECT 0 AS place, '{AlertKind.URGENT}' AS kind, ticket_id AS id, ticket_id FROM rotation_row
        WHERE band = 1 ORDER BY rank_at LIMIT {MOST})
    UNION ALL
    SELECT * FROM (SELECT 1, '{AlertKind.ANSWER}', id, ticket_id FROM handoff
        WHERE state IN ('waiting', 'answered') AND (state = 'answered' OR due_at < :now) ORDER BY due_at LIMIT {MOST})
    UNION ALL
    SELECT * FROM (SELECT 2, '{AlertKind.PROMISE}', id, ticket_id FROM promise
        WHERE state = 'open' AND due_at <= :now ORDER BY due_at LIMIT {MOST})
    UNION ALL
    SELECT * FROM (SELECT 3, '{AlertKind.VISIT}', id, ticket_id FROM follow_up
        WHERE state = 'due' AND due_at <= :now ORDER BY due_at LIMIT {MOST})
) AS pending JOIN ticket ON ticket.id = pending.ticket_id JOIN customer ON customer.id = ticket.customer_id
ORDER BY pending.place
"""


def pending(connection: sqlite3.Connection, now: datetime) -> tuple[Alert, ...]:
    """Everything that presses now, the most pressing kind first."""
    rows = connection.execute(_PENDING, {"now": to_ms(now)})
    return tuple(Alert(AlertKind(row["kind"]), row["id"], TicketId(row["ticket_id"]), row["nickname"]) for row in rows)
