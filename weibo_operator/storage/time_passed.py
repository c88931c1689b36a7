"""What the hour brought since an operation: a ticket put off is back, a visit is due, a silent customer is visited."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from weibo_operator.domain.ids import OperationId

Value = str | int | float | None
Row = Mapping[str, Value]

_WAKES = """
SELECT before, after FROM change INDEXED BY change_ticket JOIN operation ON operation.id = operation_id
WHERE change.ticket_id = ? AND operation_id > ? AND table_name = ? AND row_id = change.ticket_id AND kind = 'wake'
ORDER BY change.id
"""
# The hour looks at where a ticket stands and at its visit: what changes neither leaves alone what the hour brought.
_BROUGHT = """
SELECT change.*, operation.undone_at FROM change JOIN operation ON operation.id = operation_id
WHERE kind = :kind AND operation_id > :operation AND change.ticket_id IN (
    SELECT ticket_id FROM change
    WHERE operation_id = :operation AND (
        table_name = 'follow_up' OR table_name = 'ticket' AND EXISTS (
            SELECT 1 FROM json_each(coalesce(after, before))
            WHERE key IN ('state', 'waits_for', 'follow_up_at', 'snoozed')
        )
    )
) ORDER BY change.id DESC
"""
_TICKET_ROWS = "SELECT row_id, before, after FROM change WHERE operation_id = ? AND table_name = 'ticket'"


def visits_for_silence(connection: sqlite3.Connection, operation: OperationId) -> list[sqlite3.Row]:
    """The changes, latest first, by which the program planned visits since an operation on its tickets."""
    return connection.execute(_BROUGHT, {"kind": "silence_follow_up", "operation": operation}).fetchall()


def before_waking(connection: sqlite3.Connection, operation: OperationId) -> Mapping[int, Row]:
    """What waking has changed since in the tickets of an operation, beside its own columns, as it was before.

    Taken back or done again, the operation finds its tickets asleep; the next waking looks at them anew.
    """
    brought = connection.execute(_BROUGHT, {"kind": "wake", "operation": operation}).fetchall()
    if not brought:
        return {}
    own: dict[int, set[str]] = {}
    for row in connection.execute(_TICKET_ROWS, (operation,)):
        own.setdefault(row["row_id"], set()).update(image(row["after"]) or image(row["before"]) or {})
    found: dict[int, dict[str, Value]] = {}
    for row in brought:
        ticket = row["row_id"]
        now = connection.execute("SELECT * FROM ticket WHERE id = ?", (ticket,)).fetchone()
        before, asleep = image(row["before"]) or {}, found.setdefault(ticket, {})
        for key, value in (image(row["after"]) or {}).items():
            if now is not None and key not in own.get(ticket, ()) and asleep.get(key, now[key]) == value:
                asleep[key] = before[key]
    return {ticket: values for ticket, values in found.items() if values}


def only_time_passed(
    connection: sqlite3.Connection, change: sqlite3.Row, expected: Row, now: Row | sqlite3.Row
) -> bool:
    """Whether the row is as expected, or differs only by waking.

    On the way back waking came after the change. On the way forward it may lie on either side: what had been brought
    before the change was made, undo took away with what it followed from.
    """
    differing = {key: (value, now[key]) for key, value in expected.items() if now[key] != value}
    if not differing:
        return True
    is_undone = change["undone_at"] is not None
    since = 0 if is_undone else change["operation_id"]
    wakes = [
        (image(row["before"]) or {}, image(row["after"]) or {})
        for row in connection.execute(_WAKES, (change["ticket_id"], since, change["table_name"]))
    ]
    return all(
        _leads(wakes, key, was, is_now) or (is_undone and _leads(wakes, key, is_now, was))
        for key, (was, is_now) in differing.items()
    )


def image(text: str | None) -> Row | None:
    """A row as the journal keeps it."""
    return None if text is None else json.loads(text)


def _leads(wakes: Sequence[tuple[Row, Row]], key: str, start: Value, end: Value) -> bool:
    """Whether waking, once or again and again, made ``end`` of ``start`` in one column."""
    reached = {start}
    for before, after in wakes:
        if key in after and before[key] in reached:
            reached.add(after[key])
    return end in reached
