"""A week's figures of crises: raised, confirmed, how soon answered in public, checklists completed (metric 22)."""

import json
import sqlite3
from collections.abc import Collection

from weibo_operator.domain.weekly_facts import Span

_RAISED = """
SELECT
    (SELECT COUNT(*) FROM crisis WHERE raised_at >= :start AND raised_at < :end)
    + (
        SELECT COUNT(*) FROM ticket INDEXED BY ticket_crisis
        WHERE crisis_since >= :start AND crisis_since < :end
        AND NOT EXISTS (SELECT 1 FROM crisis WHERE crisis.ticket_id = ticket.id)
    )
"""
_IN_SPAN = "crisis.raised_at >= :start AND crisis.raised_at < :end AND crisis.state IN ('confirmed', 'closed')"
_CONFIRMED = f"SELECT COUNT(*) FROM crisis WHERE {_IN_SPAN}"
_PUBLIC_ANSWERS = f"""
SELECT (
    SELECT min(posted_at) FROM message
    WHERE message.ticket_id = crisis.ticket_id AND direction = 'out' AND audience = 'public' AND is_ack = 0
    AND posted_at >= crisis.raised_at
) - crisis.raised_at
FROM crisis WHERE {_IN_SPAN} ORDER BY crisis.raised_at, crisis.id
"""
_COMPLETE = f"""
SELECT COUNT(*) FROM crisis WHERE {_IN_SPAN} AND (
    SELECT COUNT(*) FROM crisis_step
    WHERE crisis_id = crisis.id AND key IN (SELECT value FROM json_each(:keys))
) = :wanted
"""
_PEAK = """
SELECT max(reposts + comments + likes) FROM count_sample WHERE at >= :start AND at < :end
"""


def raised(connection: sqlite3.Connection, span: Span) -> int:
    """Alarms of the span, those turned down among them; one whose reason went away by itself is none."""
    return int(connection.execute(_RAISED, _values(span)).fetchone()[0])


def confirmed(connection: sqlite3.Connection, span: Span) -> int:
    """Alarms of the span that the operator confirmed."""
    return int(connection.execute(_CONFIRMED, _values(span)).fetchone()[0])


def public_answer_ms(connection: sqlite3.Connection, span: Span) -> tuple[int | None, ...]:
    """For each confirmed one the time from the alarm to our first public answer, None while there is none."""
    return tuple(row[0] for row in connection.execute(_PUBLIC_ANSWERS, _values(span)))


def checklists_complete(connection: sqlite3.Connection, span: Span, keys: Collection[str]) -> int:
    """How many confirmed ones have every step of the checklist (``keys``) ticked."""
    values = {**_values(span), "keys": json.dumps(sorted(keys)), "wanted": len(set(keys))}
    return int(connection.execute(_COMPLETE, values).fetchone()[0])


def peak_counts(connection: sqlite3.Connection, span: Span) -> int | None:
    """The most reposts, comments and likes that one message was seen with in the span, None without samples."""
    found = connection.execute(_PEAK, _values(span)).fetchone()[0]
    return None if found is None else int(found)


def _values(span: Span) -> dict[str, int | str]:
    return {"start": span.start, "end": span.end}
