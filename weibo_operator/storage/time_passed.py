"""Whether a row that changed since an operation changed only by what its hour brought (a ticket put off is back)."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

Value = str | int | float | None
Row = Mapping[str, Value]

_WAKES = """
SELECT before, after FROM change INDEXED BY change_ticket JOIN operation ON operation.id = operation_id
WHERE change.ticket_id = ? AND operation_id > ? AND table_name = ? AND row_id = change.ticket_id AND kind = 'wake'
ORDER BY change.id
"""


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
