"""Reads what happened in a simulated rush from its own file: turns, typos, warnings followed, skips."""

import sqlite3

from weibo_operator.domain.labels import Level
from weibo_operator.domain.rush import RushNotes, RushTurn
from weibo_operator.storage.times import from_ms

_TURNS = """
SELECT ticket.level, turn.opened_at, turn.acked_at, turn.closed_at, turn.closed_by
FROM turn JOIN ticket ON ticket.id = turn.ticket_id ORDER BY turn.id
"""
_NOTES = """
SELECT
    (SELECT count(*) FROM caught WHERE kind = 'typo'),
    (SELECT coalesce(sum(open_typos), 0) FROM intent WHERE state = 'sent'),
    (SELECT count(*) FROM caught WHERE kind <> 'typo'),
    (SELECT count(*) FROM operation WHERE kind = 'skip' AND undone_at IS NULL)
"""


def turns(connection: sqlite3.Connection) -> tuple[RushTurn, ...]:
    """Every turn of the file, in the order they began."""
    return tuple(
        RushTurn(
            level=Level(level),
            opened_at=from_ms(opened),
            acked_at=None if acked is None else from_ms(acked),
            closed_at=None if closed is None else from_ms(closed),
            by_reply=by == "reply",
        )
        for level, opened, acked, closed, by in connection.execute(_TURNS)
    )


def notes(connection: sqlite3.Connection, *, keys: int) -> RushNotes:
    """What was counted; ``keys`` were counted by the window."""
    fixed, left, heeded, skipped = connection.execute(_NOTES).fetchone()
    return RushNotes(fixed, left, heeded, skipped, keys)
