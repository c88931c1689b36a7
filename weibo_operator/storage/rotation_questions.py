"""Who is next, why, and what else is asked of the rotation; reads only, by index seeks."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Kind, Level
from weibo_operator.domain.queueing import choose_next
from weibo_operator.domain.queueing_records import Choice, RotationState, WhyFacts
from weibo_operator.storage.rotation_view import RotationView
from weibo_operator.storage.times import from_ms, to_ms

_NOBODY: frozenset[CustomerId] = frozenset()

_TOPICS = """
SELECT ticket.topic FROM message JOIN ticket ON ticket.id = message.ticket_id
WHERE message.direction = 'out' AND message.audience = 'public' AND message.is_ack = 0
AND message.posted_at > 0
ORDER BY message.posted_at DESC, message.id DESC LIMIT :n
"""
_STATE = """
SELECT turn, fair_turn, waiting,
       (SELECT customer_id FROM rotation_served WHERE turn > 0 ORDER BY turn DESC LIMIT 1)
FROM rotation_state WHERE id = 1
"""
_FACTS = """
SELECT customer.nickname, customer.uid, customer.followers, ticket.kind, ticket.level, ticket.topic,
       ticket.audience = 'public' AS is_public, ticket.waiting_since
FROM ticket JOIN customer ON customer.id = ticket.customer_id WHERE ticket.id = ?
"""
_SKIPS = """
SELECT json_extract(data, '$.reason') FROM operation INDEXED BY operation_skip
WHERE kind = 'skip' AND at >= :start AND at < :end AND undone_at IS NULL
"""

STATE_STATEMENTS = (_STATE, _TOPICS, _SKIPS)
"""The queries beside those of the choice, for the test of their plans."""


def choose(
    connection: sqlite3.Connection,
    *,
    fair_period: int,
    threshold: int,
    buffered: AbstractSet[CustomerId] = _NOBODY,
) -> Choice | None:
    """Who is next, or None when nobody waits; reads only, so asking twice gives the same answer.

    ``buffered`` are the customers within the minimum gap (``buffered_customers``).
    """
    state = rotation_state(connection, buffered)
    return choose_next(RotationView(connection), state, fair_period=fair_period, threshold=threshold)


def buffered_customers(connection: sqlite3.Connection, now: datetime, gap: timedelta) -> frozenset[CustomerId]:
    """缓冲中: customers who wait and had a public reply less than ``gap`` ago, none of whose tickets is at P1 (C5).

    A reply dated ahead of ``now`` counts by its distance likewise: a clock set back by a second changes nothing, one
    set back by a day doesn't hold anybody back for a day. Acknowledgements and private replies don't count.
    """
    if gap <= timedelta():
        return _NOBODY
    return RotationView(connection).buffered(since=to_ms(now - gap), until=to_ms(now + gap))


def rotation_state(connection: sqlite3.Connection, buffered: AbstractSet[CustomerId] = _NOBODY) -> RotationState:
    """The counters the next choice depends on."""
    turn, fair_turn, waiting, last_customer = connection.execute(_STATE).fetchone()
    last_topic = next(iter(recent_topics(connection, 1)), "")
    return RotationState(turn, fair_turn, last_customer, last_topic, waiting, frozenset(buffered))


def waiting_customers(connection: sqlite3.Connection) -> int:
    """How many customers have a ticket in the rotation."""
    return int(connection.execute("SELECT waiting FROM rotation_state").fetchone()[0])


def next_of_topic(
    connection: sqlite3.Connection, topic: str, but: AbstractSet[CustomerId], ticket: TicketId | None = None
) -> TicketId | None:
    """The first waiting ticket that followers would see under ``topic``, in the order of the normal turns.

    The customers in ``but`` are passed over while another has one; ``ticket`` itself is never given.
    """
    view = RotationView(connection)
    return view.first_of_topic(topic, but, ticket) or view.first_of_topic(topic, _NOBODY, ticket)


def next_important(
    connection: sqlite3.Connection, but: AbstractSet[CustomerId], ticket: TicketId | None = None
) -> TicketId | None:
    """The first waiting ticket of an important customer (mission B5), otherwise like ``next_of_topic``."""
    view = RotationView(connection)
    return view.first_important(but, ticket) or view.first_important(_NOBODY, ticket)


def skips(connection: sqlite3.Connection) -> int:
    """How many turns were ever skipped, those taken back aside."""
    return int(connection.execute("SELECT skips FROM rotation_state").fetchone()[0])


def recent_topics(connection: sqlite3.Connection, n: int) -> tuple[str, ...]:
    """The topics of the last ``n`` public replies, newest first; acknowledgements aside (mission C4)."""
    return tuple(row[0] for row in connection.execute(_TOPICS, {"n": n}))


def why(connection: sqlite3.Connection, choice: Choice, now: datetime) -> WhyFacts:
    """The facts behind a choice, for the line beside the button."""
    found = connection.execute(_FACTS, (choice.ticket_id,)).fetchone()
    since = found["waiting_since"]
    waited = timedelta() if since is None else max(timedelta(), now - from_ms(since))
    return WhyFacts(
        reason=choice.reason,
        nickname=found["nickname"],
        uid=found["uid"],
        followers=found["followers"],
        kind=Kind(found["kind"]),
        level=Level(found["level"]),
        topic=found["topic"],
        is_public=bool(found["is_public"]),
        last_topic=next(iter(recent_topics(connection, 1)), ""),
        waited=waited,
        waiting_customers=waiting_customers(connection),
    )


def skips_by_reason(connection: sqlite3.Connection, start: datetime, end: datetime) -> Mapping[str, int]:
    """How many turns were skipped from ``start`` until before ``end``, by reason ('' where none was given)."""
    found = connection.execute(_SKIPS, {"start": to_ms(start), "end": to_ms(end)})
    return Counter(row[0] or "" for row in found)
