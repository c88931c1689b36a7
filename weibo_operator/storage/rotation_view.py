"""The waiting rows as the choice asks for them, one index seek a question (``domain.queueing.QueueView``)."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Level
from weibo_operator.domain.queueing_records import Candidate, TopicHead

_COLUMNS = "row.ticket_id, row.customer_id, row.level, row.shown_topic, row.rank_at"
_NOT_OF = "NOT IN (SELECT value FROM json_each(:but))"
_FAIR_HEAD = f"""
SELECT {_COLUMNS} FROM rotation_row AS row
WHERE row.customer_id = (
    SELECT customer_id FROM rotation_customer WHERE stamp > 0 AND customer_id {_NOT_OF} ORDER BY stamp LIMIT 1
)
ORDER BY row.entered LIMIT 1
"""
_LOWEST_BAND = f"""
SELECT band FROM rotation_row INDEXED BY rotation_row_topic
WHERE band > 0 AND customer_id {_NOT_OF} ORDER BY band LIMIT 1
"""
_LOWEST_ROUND = f"""
SELECT round FROM rotation_row INDEXED BY rotation_row_topic
WHERE band = :band AND customer_id {_NOT_OF} ORDER BY round LIMIT 1
"""
# One seek for each topic: a single ordered search would walk past all rows of a topic that may not be taken.
_TOPIC_HEADS = f"""
SELECT heads.shown_topic AS head_topic, heads.n, {_COLUMNS}
FROM (
    SELECT shown_topic, n, (
        SELECT ticket_id FROM rotation_row INDEXED BY rotation_row_topic
        WHERE band = :band AND round = :round AND shown_topic = rotation_count.shown_topic
        AND customer_id {_NOT_OF}
        ORDER BY rank_at, ticket_id LIMIT 1
    ) AS first
    FROM rotation_count WHERE band = :band AND round = :round
) AS heads
LEFT JOIN rotation_row AS row ON row.ticket_id = heads.first
"""
_FIRST_OF_BAND = f"""
SELECT {_COLUMNS} FROM rotation_row AS row INDEXED BY rotation_row_plain
WHERE row.band = :band AND row.customer_id {_NOT_OF} ORDER BY row.rank_at, row.ticket_id LIMIT 1
"""
# The order of the normal turns (level, round, rank) among the rows of one topic, and among important customers' rows.
_FIRST_OF_TOPIC = f"""
SELECT row.ticket_id
FROM rotation_count AS part INDEXED BY rotation_count_topic
CROSS JOIN rotation_row AS row INDEXED BY rotation_row_topic
    ON row.band = part.band AND row.round = part.round AND row.shown_topic = part.shown_topic
WHERE part.shown_topic = :topic AND row.customer_id {_NOT_OF} AND row.ticket_id IS NOT :ticket
ORDER BY part.band, part.round, row.rank_at, row.ticket_id LIMIT 1
"""
_FIRST_IMPORTANT = f"""
SELECT ticket_id FROM rotation_row INDEXED BY rotation_row_important
WHERE important = 1 AND band > 0 AND customer_id {_NOT_OF} AND ticket_id IS NOT :ticket
ORDER BY band, round, rank_at, ticket_id LIMIT 1
"""
# The index holds whom each public reply went to; who of them waits, and for what, is a seek for each.
_BUFFERED = """
SELECT customer_id FROM message INDEXED BY message_public_reply
WHERE direction = 'out' AND audience = 'public' AND is_ack = 0 AND posted_at > :since AND posted_at < :until
AND EXISTS (SELECT 1 FROM rotation_row WHERE rotation_row.customer_id = message.customer_id)
AND NOT EXISTS (
    SELECT 1 FROM rotation_row WHERE rotation_row.customer_id = message.customer_id AND rotation_row.level = 1
)
"""
_WAITS_AFTER = "SELECT 1 FROM rotation_row WHERE band > :band AND band <= 4 LIMIT 1"
_IS_WAITING = "SELECT 1 FROM rotation_row WHERE customer_id = :customer LIMIT 1"

STATEMENTS = (
    _FAIR_HEAD,
    _LOWEST_BAND,
    _LOWEST_ROUND,
    _TOPIC_HEADS,
    _FIRST_OF_BAND,
    _FIRST_OF_TOPIC,
    _FIRST_IMPORTANT,
    _BUFFERED,
    _WAITS_AFTER,
    _IS_WAITING,
)
"""Every query of the choice, for the test of their plans."""


class RotationView:
    """``QueueView`` over the file."""

    __slots__ = ("_connection",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def fair_head(self, but: AbstractSet[CustomerId]) -> Candidate | None:
        """The oldest row of the customer with the lowest stamp."""
        return _optional(self._one(_FAIR_HEAD, but=_listed(but)))

    def lowest_band(self, but: AbstractSet[CustomerId]) -> int | None:
        """The most urgent band in which somebody waits."""
        return _optional_number(self._one(_LOWEST_BAND, but=_listed(but)))

    def lowest_round(self, band: int, but: AbstractSet[CustomerId]) -> int:
        """The lowest round in a band where somebody waits."""
        found = self.lowest_round_of(band, but)
        if found is None:
            raise LookupError("nobody waits")
        return found

    def lowest_round_of(self, band: int, but: AbstractSet[CustomerId]) -> int | None:
        """The lowest round in a band, None when nobody waits in it."""
        return _optional_number(self._one(_LOWEST_ROUND, band=band, but=_listed(but)))

    def topic_heads(self, band: int, round_number: int, but: AbstractSet[CustomerId]) -> Sequence[TopicHead]:
        """The shown topics of a round, ordered by topic, each with its first row by rank that counts."""
        values = {"band": band, "round": round_number, "but": _listed(but)}
        found = self._connection.execute(_TOPIC_HEADS, values)
        return [TopicHead(topic, rows, None if row[0] is None else _candidate(row)) for topic, rows, *row in found]

    def first_of_band(self, band: int, but: AbstractSet[CustomerId]) -> Candidate | None:
        """The first row by rank in a band, rounds and topics aside."""
        return _optional(self._one(_FIRST_OF_BAND, band=band, but=_listed(but)))

    def waits_after(self, band: int) -> bool:
        """True when somebody waits in a less urgent level."""
        return self._one(_WAITS_AFTER, band=band) is not None

    def is_waiting(self, customer: CustomerId) -> bool:
        """True when the customer has a row."""
        return self._one(_IS_WAITING, customer=customer) is not None

    def first_of_topic(self, topic: str, but: AbstractSet[CustomerId], ticket: TicketId | None) -> TicketId | None:
        """The first row that shows the topic, in the order of the normal turns; ``ticket`` itself aside."""
        return _optional_ticket(self._one(_FIRST_OF_TOPIC, topic=topic, but=_listed(but), ticket=ticket))

    def first_important(self, but: AbstractSet[CustomerId], ticket: TicketId | None) -> TicketId | None:
        """The first row of an important customer, in the order of the normal turns; ``ticket`` itself aside."""
        return _optional_ticket(self._one(_FIRST_IMPORTANT, but=_listed(but), ticket=ticket))

    def buffered(self, *, since: int, until: int) -> frozenset[CustomerId]:
        """Those who wait, nothing critical among it, and had a public reply between the two moments (exclusive)."""
        found = self._connection.execute(_BUFFERED, {"since": since, "until": until})
        return frozenset(CustomerId(row[0]) for row in found)

    def _one(self, statement: str, **values: int | str | None) -> sqlite3.Row | None:
        return self._connection.execute(statement, values).fetchone()


def _listed(customers: Iterable[CustomerId]) -> str:
    return json.dumps(sorted(customers))


def _optional(found: Sequence[Any] | None) -> Candidate | None:
    return None if found is None else _candidate(found)


def _optional_number(found: Sequence[Any] | None) -> int | None:
    return None if found is None else int(found[0])


def _optional_ticket(found: Sequence[Any] | None) -> TicketId | None:
    return None if found is None else TicketId(found[0])


def _candidate(found: Sequence[Any]) -> Candidate:
    ticket, customer, level, topic, rank = found
    return Candidate(ticket, customer, Level(level), topic, rank)
