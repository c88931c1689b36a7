"""The facts a level is judged by, the derived columns that follow, and which tickets are due to be judged again."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from weibo_operator.domain.crisis import GRAVE, SignalCode
from weibo_operator.domain.customer import importance
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind, Level, Urgency
from weibo_operator.domain.levels import Judgement, LevelFacts
from weibo_operator.storage.times import optional_from_ms, optional_ms, to_ms
from weibo_operator.storage.write_turns import giving_way

_FACTS = """
SELECT ticket.id, ticket.kind, ticket.urgency, ticket.urgent_words, ticket.crisis, ticket.crisis_since,
       ticket.crisis_signals, ticket.waiting_since,
       ticket.level_set, ticket.level, ticket.target_at, ticket.late,
       customer.followers, customer.vip, customer.role, coalesce(cluster.recent, 0) AS crowd
FROM json_each(?) AS wanted
JOIN ticket ON ticket.id = wanted.value JOIN customer ON customer.id = ticket.customer_id
LEFT JOIN ticket_cluster AS place ON place.ticket_id = ticket.id
LEFT JOIN cluster ON cluster.id = place.cluster_id
"""
_STORE = "UPDATE ticket SET level = ?, target_at = ?, late = ? WHERE id = ?"
_TARGET_PASSED = """
SELECT id FROM ticket INDEXED BY ticket_target
WHERE late = 0 AND target_at IS NOT NULL AND target_at <= ? ORDER BY target_at LIMIT ?
"""
_STALE = "SELECT ticket_id FROM stale_ticket ORDER BY ticket_id LIMIT ?"
_FRESH = "DELETE FROM stale_ticket WHERE ticket_id IN (SELECT value FROM json_each(?))"
_MARK_STALE = "INSERT OR IGNORE INTO stale_ticket SELECT value FROM json_each(?)"
_ALL_STALE = "INSERT OR IGNORE INTO stale_ticket SELECT id FROM ticket WHERE state <> 'closed'"

STATEMENTS = (_TARGET_PASSED, _STALE)
"""The queries asked each minute, for the test of their plans."""


def facts(
    connection: sqlite3.Connection, tickets: Iterable[TicketId], followers_from: int
) -> Mapping[TicketId, LevelFacts]:
    """What each ticket is judged by; ``followers_from`` is the VIP threshold (mission B5)."""
    return {TicketId(row["id"]): _facts(row, followers_from) for row in _rows(connection, tickets)}


def judge_again(
    connection: sqlite3.Connection,
    tickets: Iterable[TicketId],
    followers_from: int,
    judge: Callable[[LevelFacts], Judgement],
) -> None:
    """Store the level, the target's moment and whether it has passed, for those tickets where one differs."""
    for row in giving_way(connection, _rows(connection, tickets)):
        found = judge(_facts(row, followers_from))
        values = (int(found.level), optional_ms(found.target_at), int(found.late))
        if values != (row["level"], row["target_at"], row["late"]):
            connection.execute(_STORE, (*values, row["id"]))


def due(connection: sqlite3.Connection, now: datetime, limit: int) -> tuple[TicketId, ...]:
    """Tickets whose target has passed since they were judged, and stale ones; at most ``limit`` of each."""
    passed = connection.execute(_TARGET_PASSED, (to_ms(now), limit)).fetchall()
    return tuple(dict.fromkeys(TicketId(row[0]) for row in (*passed, *connection.execute(_STALE, (limit,)))))


def stale(connection: sqlite3.Connection, limit: int) -> tuple[TicketId, ...]:
    """At most ``limit`` tickets whose customer or rules have changed since they were judged."""
    return tuple(TicketId(row[0]) for row in connection.execute(_STALE, (limit,)))


def forget_stale(connection: sqlite3.Connection, tickets: Iterable[TicketId]) -> None:
    """They have been judged."""
    connection.execute(_FRESH, (_listed(tickets),))


def mark_stale(connection: sqlite3.Connection, tickets: Iterable[TicketId]) -> None:
    """Have these judged again, some at each commit and each minute."""
    connection.execute(_MARK_STALE, (_listed(tickets),))


def mark_all_stale(connection: sqlite3.Connection) -> None:
    """Have every open ticket judged again, some at each commit and each minute."""
    connection.execute(_ALL_STALE)


def _rows(connection: sqlite3.Connection, tickets: Iterable[TicketId]) -> Sequence[sqlite3.Row]:
    return connection.execute(_FACTS, (_listed(tickets),)).fetchall()


def _listed(tickets: Iterable[TicketId]) -> str:
    return json.dumps(sorted(tickets))


def _facts(row: sqlite3.Row, followers_from: int) -> LevelFacts:
    tier, reason = importance(
        vip=bool(row["vip"]), role=row["role"], followers=row["followers"], followers_from=followers_from
    )
    signals = frozenset(row["crisis_signals"].split(",")) if row["crisis_since"] is not None else frozenset[str]()
    turned_down = bool(row["crisis"]) and row["crisis_since"] is None  # its words are as urgent as any complaint's
    return LevelFacts(
        kind=Kind(row["kind"]),
        urgency=Urgency.MEDIUM if turned_down else Urgency(row["urgency"]),
        urgent_words="" if turned_down else row["urgent_words"],
        in_crisis=bool(signals & GRAVE),
        followers=row["followers"],
        importance=tier,
        importance_reason=reason,
        role=row["role"],
        waiting_since=optional_from_ms(row["waiting_since"]),
        crowd=row["crowd"],
        repeated=bool(signals & {SignalCode.REPEAT, SignalCode.ASKED_AGAIN}),
        chosen=None if row["level_set"] is None else Level(row["level_set"]),
    )
