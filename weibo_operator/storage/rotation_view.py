"""The waiting rows as the choice asks for them, one index seek a question (``domain.queueing.QueueView``)."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from weibo_operator.domain.ids import CustomerId
from weibo_operator.domain.labels import Level
from weibo_operator.domain.queueing_records import Candidate, TopicHead

_COLUMNS = "row.ticket_id, row.customer_id, row.level, row.shown_topic, row.rank_at"
_FAIR_HEAD = f"""
SELECT {_COLUMNS} FROM rotation_row AS row
WHERE row.customer_id = (
    SELECT customer_id FROM rotation_customer WHERE stamp > 0 ORDER BY stamp LIMIT 1
)
ORDER BY row.entered LIMIT 1
"""
_LOWEST_BAND = """
SELECT band FROM rotation_row INDEXED BY rotation_row_topic
WHERE band > 0 AND customer_id IS NOT ? ORDER BY band LIMIT 1
"""
_LOWEST_ROUND = """
SELECT round FROM rotation_row INDEXED BY rotation_row_topic
WHERE band = ? AND customer_id IS NOT ? ORDER BY round LIMIT 1
"""
# One seek for each topic: a single ordered search would walk past all rows of a topic that may not be taken.
_TOPIC_HEADS = f"""
SELECT heads.shown_topic AS head_topic, heads.n, {_COLUMNS}
FROM (
    SELECT shown_topic, n, (
        SELECT ticket_id FROM rotation_row INDEXED BY rotation_row_topic
        WHERE band = :band AND round = :round AND shown_topic = rotation_count.shown_topic
        AND customer_id IS NOT :but
        ORDER BY rank_at, ticket_id LIMIT 1
    ) AS first
    FROM rotation_count WHERE band = :band AND round = :round
) AS heads
LEFT JOIN rotation_row AS row ON row.ticket_id = heads.first
"""
_FIRST_OF_BAND = f"""
SELECT {_COLUMNS} FROM rotation_row AS row INDEXED BY rotation_row_plain
WHERE row.band = ? ORDER BY row.rank_at, row.ticket_id LIMIT 1
"""
_WAITS_AFTER = "SELECT EXISTS (SELECT 1 FROM rotation_row WHERE band > ? AND band <= 4)"
_IS_WAITING = "SELECT EXISTS (SELECT 1 FROM rotation_row WHERE customer_id = ?)"

STATEMENTS = (
    _FAIR_HEAD,
    _LOWEST_BAND,
    _LOWEST_ROUND,
    _TOPIC_HEADS,
    _FIRST_OF_BAND,
    _WAITS_AFTER,
    _IS_WAITING,
)
"""Every query of the choice, for the test of their plans."""


class RotationView:
    """``QueueView`` over the file."""

    __slots__ = ("_connection",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def fair_head(self) -> Candidate | None:
        """The oldest row of the customer with the lowest stamp."""
        return _optional(self._connection.execute(_FAIR_HEAD).fetchone())

    def lowest_band(self, but: CustomerId | None) -> int | None:
        """The most urgent band in which somebody waits."""
        found = self._connection.execute(_LOWEST_BAND, (but,)).fetchone()
        return None if found is None else int(found[0])

    def lowest_round(self, band: int, but: CustomerId | None) -> int:
        """The lowest round in a band where somebody waits."""
        return int(self._connection.execute(_LOWEST_ROUND, (band, but)).fetchone()[0])

    def topic_heads(self, band: int, round_number: int, but: CustomerId | None) -> Sequence[TopicHead]:
        """The shown topics of a round, ordered by topic, each with its first row by rank that counts."""
        found = self._connection.execute(_TOPIC_HEADS, {"band": band, "round": round_number, "but": but})
        return [TopicHead(topic, rows, None if row[0] is None else _candidate(row)) for topic, rows, *row in found]

    def first_of_band(self, band: int) -> Candidate | None:
        """The first row by rank in a band, rounds and topics aside."""
        return _optional(self._connection.execute(_FIRST_OF_BAND, (band,)).fetchone())

    def waits_after(self, band: int) -> bool:
        """True when somebody waits in a less urgent level."""
        return bool(self._connection.execute(_WAITS_AFTER, (band,)).fetchone()[0])

    def is_waiting(self, customer: CustomerId) -> bool:
        """True when the customer has a row."""
        return bool(self._connection.execute(_IS_WAITING, (customer,)).fetchone()[0])


def _optional(found: Sequence[Any] | None) -> Candidate | None:
    return None if found is None else _candidate(found)


def _candidate(found: Sequence[Any]) -> Candidate:
    ticket, customer, level, topic, rank = found
    return Candidate(ticket, customer, Level(level), topic, rank)
