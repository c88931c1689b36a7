"""The members of a cluster, the next of them in the rotation, and the alarms that nobody has put away."""

import sqlite3
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from weibo_operator.domain.crowd import CrowdMember
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Level, State
from weibo_operator.domain.matters import Cluster
from weibo_operator.domain.ticket import WaitsFor
from weibo_operator.storage.clusters import from_row
from weibo_operator.storage.times import from_ms, to_ms

_MEMBERS = """
SELECT member.ticket_id, customer.nickname, customer.followers, ticket.snippet, ticket.level, ticket.state,
       ticket.waits_for, ticket.waiting_since,
       EXISTS (
           SELECT 1 FROM message
           WHERE message.ticket_id = member.ticket_id AND message.direction = 'out' AND message.is_ack = 0
       ) AS answered
FROM (
    SELECT ticket_id, opened_at FROM cluster_member INDEXED BY cluster_member_matter
    WHERE issue = :issue AND product = :product AND opened_at BETWEEN :first_at AND :last_at
    ORDER BY opened_at DESC, ticket_id DESC LIMIT :most
) AS member
JOIN ticket ON ticket.id = member.ticket_id
JOIN customer ON customer.id = ticket.customer_id
LEFT JOIN rotation_row AS row ON row.ticket_id = member.ticket_id
ORDER BY row.ticket_id IS NULL, row.band, row.round, row.rank_at, row.ticket_id,
         member.opened_at DESC, member.ticket_id DESC
"""
_NEXT = """
SELECT row.ticket_id, row.customer_id
FROM cluster_member AS member INDEXED BY cluster_member_matter
JOIN rotation_row AS row ON row.ticket_id = member.ticket_id
WHERE member.issue = :issue AND member.product = :product AND member.opened_at BETWEEN :first_at AND :last_at
ORDER BY row.band, row.round, row.rank_at, row.ticket_id
"""
_ALARMS = """
SELECT cluster.* FROM cluster INDEXED BY cluster_last
LEFT JOIN cluster_seen ON cluster_seen.cluster_id = cluster.id
WHERE cluster.last_at >= ? AND cluster.recent >= ? AND cluster.recent >= coalesce(2 * cluster_seen.people, 0)
ORDER BY cluster.recent DESC, cluster.last_at DESC
"""
_LIVELY = """
SELECT * FROM cluster INDEXED BY cluster_last WHERE last_at >= ? AND people >= ? ORDER BY people DESC, last_at DESC
"""

_LEVELS = {int(level): level for level in Level}
_STATES = {state.value: state for state in State}
_WAITS = {waits.value: waits for waits in WaitsFor}


def members(connection: sqlite3.Connection, cluster: Cluster, *, limit: int) -> tuple[CrowdMember, ...]:
    """The latest ``limit`` tickets of a cluster: first those that wait, in the order of the rotation."""
    plain = connection.cursor()
    plain.row_factory = None  # tuples: a crowd of a thousand opens in half the time
    return tuple([_member(*row) for row in plain.execute(_MEMBERS, {**_stretch(cluster), "most": limit})])


def next_of_crowd(
    connection: sqlite3.Connection,
    cluster: Cluster,
    but: AbstractSet[CustomerId],
    ticket: TicketId | None = None,
) -> TicketId | None:
    """The first member that waits, in the order of the rotation's normal turns.

    The customers in ``but`` are passed over while another member waits; ``ticket`` itself is never given.
    """
    others = [row for row in connection.execute(_NEXT, _stretch(cluster)) if row["ticket_id"] != ticket]
    free = (row for row in others if row["customer_id"] not in but)
    found = next(free, others[0] if others else None)
    return None if found is None else TicketId(found["ticket_id"])


def waiting(connection: sqlite3.Connection, cluster: Cluster) -> int:
    """How many members wait in the rotation."""
    (count,) = connection.execute(f"SELECT count(*) FROM ({_NEXT})", _stretch(cluster)).fetchone()
    return int(count)


def alarms(connection: sqlite3.Connection, now: datetime, *, within: timedelta, people: int) -> tuple[Cluster, ...]:
    """Clusters with so many people in the time, still going on; one put away comes back when it has doubled."""
    return tuple(from_row(row) for row in connection.execute(_ALARMS, (to_ms(now - within), people)))


def lively(connection: sqlite3.Connection, since: datetime, *, people: int) -> tuple[Cluster, ...]:
    """Clusters of so many people that had a ticket since then, the largest first."""
    return tuple(from_row(row) for row in connection.execute(_LIVELY, (to_ms(since), people)))


def _stretch(cluster: Cluster) -> dict[str, str | int]:
    return {
        "issue": cluster.matter.issue,
        "product": cluster.matter.product,
        "first_at": to_ms(cluster.first_at),
        "last_at": to_ms(cluster.last_at),
    }


def _member(
    ticket: int,
    nickname: str,
    followers: int | None,
    snippet: str,
    level: int,
    state: str,
    waits_for: str,
    waiting_since: int | None,
    answered: int,
) -> CrowdMember:
    return CrowdMember(
        TicketId(ticket),
        nickname,
        followers,
        snippet,
        _LEVELS[level],
        _STATES[state],
        _WAITS[waits_for],
        None if waiting_since is None else from_ms(waiting_since),
        bool(answered),
    )


def seen_values(cluster: Cluster, at: datetime) -> dict[str, int]:
    """What is kept when an alarm is put away."""
    return {"cluster_id": cluster.id, "people": cluster.recent, "at": to_ms(at)}
