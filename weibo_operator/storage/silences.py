"""Visits the program planned because a customer stayed silent, which follow their tickets through undo and redo."""

import sqlite3

from weibo_operator.domain.ids import OperationId

# Such a visit follows from where a ticket stands and from no visit being planned: what changes neither leaves it alone.
_PLANNED_SINCE = """
SELECT change.*, operation.undone_at FROM change JOIN operation ON operation.id = operation_id
WHERE kind = 'silence_follow_up' AND operation_id > :operation AND change.ticket_id IN (
    SELECT ticket_id FROM change
    WHERE operation_id = :operation AND (
        table_name = 'follow_up' OR table_name = 'ticket' AND EXISTS (
            SELECT 1 FROM json_each(coalesce(after, before)) WHERE key IN ('state', 'waits_for', 'follow_up_at')
        )
    )
) ORDER BY change.id DESC
"""


def planned_since(connection: sqlite3.Connection, operation: OperationId) -> list[sqlite3.Row]:
    """The changes, latest first, by which such visits came after an operation that decides on them."""
    return connection.execute(_PLANNED_SINCE, {"operation": operation}).fetchall()
