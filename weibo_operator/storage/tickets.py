"""Tickets: the panes in their order, one ticket whole, the card a list paints."""

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from itertools import filterfalse
from typing import Any

from weibo_operator.domain.customer import importance
from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import ClusterId, CustomerId, HandoffId, TicketId, TurnId
from weibo_operator.domain.labels import (
    Actor,
    Aspect,
    Audience,
    Kind,
    Level,
    Nature,
    Platform,
    Sentiment,
    Source,
    State,
)
from weibo_operator.domain.matters import Cluster, Matter
from weibo_operator.domain.people import lead_names
from weibo_operator.domain.ticket import Card, Outgoing, Ticket, WaitsFor
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_BY_ID = """
SELECT ticket.*, turn.acked_at IS NOT NULL AS acked FROM ticket LEFT JOIN turn ON turn.id = ticket.open_turn_id
WHERE ticket.id = ?
"""
_ORDERS: Mapping[State, str] = {
    State.NEW: "level, rank_at, id",
    State.IN_PROGRESS: "last_activity_at DESC, id DESC",
    State.FOLLOW_UP: "follow_up_at, id",
    State.CLOSED: "closed_at DESC, id DESC",
}
_PLACES: Mapping[State, str] = {
    State.NEW: "level, rank_at, id",
    State.IN_PROGRESS: "-last_activity_at, -id",
    State.FOLLOW_UP: f"coalesce(follow_up_at, {-(2**63)}), id",
    State.CLOSED: "-closed_at, -id",
}
"""The orders of the panes as ascending keys; what is NULL comes first, as it does in the panes."""
# Only what a card shows, in the order in which _card takes it: a row's names are looked up one after the other.
_CARDS = """
SELECT ticket.id, ticket.customer_id, customer.nickname, customer.followers, customer.verified, customer.vip,
       customer.role, ticket.state, ticket.level, ticket.kind, ticket.department, customer.platform, ticket.source,
       ticket.audience, ticket.snippet, ticket.waits_for, ticket.waiting_since, ticket.target_at, ticket.turn_count,
       ticket.last_activity_at, ticket.follow_up_at, ticket.follow_up_question,
       CASE handoff.asks WHEN 'consent' THEN handoff.contact ELSE handoff.department END,
       handoff.state, handoff.due_at, ticket.asked_again, ticket.leads, ticket.outgoing,
       cluster.id, cluster.issue, cluster.product, cluster.first_at, cluster.last_at, cluster.people, cluster.recent
FROM ticket
JOIN customer ON customer.id = ticket.customer_id
LEFT JOIN handoff ON handoff.id = ticket.handoff_id
LEFT JOIN ticket_cluster AS place ON place.ticket_id = ticket.id
LEFT JOIN cluster ON cluster.id = place.cluster_id
WHERE ticket.id IN ({marks})
"""
_STATES = {each.value: each for each in State}
_LEVELS = {int(each): each for each in Level}
_KINDS = {each.value: each for each in Kind}
_PLATFORMS = {each.value: each for each in Platform}
_SOURCES = {each.value: each for each in Source}
_AUDIENCES = {each.value: each for each in Audience}
_WAITS = {each.value: each for each in WaitsFor}
_OUTGOING = {each.value: each for each in Outgoing}
"""Looked up for each card: to ask the enumeration takes ten times as long."""
_CARDS_AT_ONCE = 500
"""SQLite bounds how many values one statement may take."""
_COUNTS = "SELECT state, n FROM pane_count"
_SNOOZED_DUE = "SELECT id FROM ticket WHERE snoozed = 1 AND follow_up_at <= ?"


def get(connection: sqlite3.Connection, ticket: TicketId) -> Ticket:
    """One ticket whole; raises ``NotFoundError``."""
    row = connection.execute(_BY_ID, (ticket,)).fetchone()
    if row is None:
        raise NotFoundError(what="ticket", id=ticket)
    return _ticket(row)


def pane(connection: sqlite3.Connection, state: State, *, limit: int = -1, offset: int = 0) -> tuple[TicketId, ...]:
    """The ids of a pane in its order; ``limit`` −1 gives all of them (8–10 ms at 20 000)."""
    # The state stands in the text, not in a parameter: only then does the planner take the pane's partial index.
    query = f"SELECT id FROM ticket WHERE state = '{state.value}' ORDER BY {_ORDERS[state]} LIMIT ? OFFSET ?"
    plain = connection.cursor()
    plain.row_factory = None  # plain tuples: a third of the time saved at 100 000 ids
    return tuple([TicketId(row[0]) for row in plain.execute(query, (limit, offset))])


def pane_after(
    connection: sqlite3.Connection, state: State, before: Sequence[TicketId], changed: AbstractSet[TicketId]
) -> Sequence[TicketId]:
    """The pane's order, given the one before and every ticket that may have changed since; the same as ``pane``.

    Some microseconds for each changed ticket instead of a reading of the whole pane. ``before`` itself comes back
    when the pane holds none of them.
    """
    if not changed:
        return before
    places = {ticket: place for ticket in changed if (place := _place(connection, state, ticket)) is not None}
    kept = list(filterfalse(changed.__contains__, before))
    if not places and len(kept) == len(before):
        return before

    def place_of(ticket: TicketId) -> tuple[int, ...]:
        return places.get(ticket) or _place(connection, state, ticket) or ()

    for ticket, place in places.items():
        kept.insert(bisect_left(kept, place, key=place_of), ticket)
    return tuple(kept)


def other_writers(connection: sqlite3.Connection) -> int:
    """A number that is another one as soon as another connection has written to the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def counts(connection: sqlite3.Connection) -> Mapping[State, int]:
    """How many tickets each state holds (kept by triggers)."""
    return {State(row["state"]): row["n"] for row in connection.execute(_COUNTS)}


def cards(connection: sqlite3.Connection, ids: Sequence[TicketId], followers_from: int = 0) -> tuple[Card, ...]:
    """The cards of ``ids`` in the order given; unknown ids are left out.

    ``followers_from`` is the threshold of important customers; 0 leaves that rule out.
    """
    found: dict[int, Card] = {}
    plain = connection.cursor()
    plain.row_factory = None
    for start in range(0, len(ids), _CARDS_AT_ONCE):
        part = tuple(ids[start : start + _CARDS_AT_ONCE])
        query = _CARDS.format(marks=", ".join("?" for _ in part))
        found |= {row[0]: _card(row, followers_from) for row in plain.execute(query, part)}
    return tuple(found[ticket] for ticket in ids if ticket in found)


def snoozed_due(connection: sqlite3.Connection, now: datetime) -> tuple[TicketId, ...]:
    """Tickets put off whose time has come."""
    return tuple(TicketId(row[0]) for row in connection.execute(_SNOOZED_DUE, (to_ms(now),)))


def _place(connection: sqlite3.Connection, state: State, ticket: TicketId) -> tuple[int, ...] | None:
    """The ticket's ascending key within a pane, None when it stands in another."""
    query = f"SELECT {_PLACES[state]} FROM ticket WHERE id = ? AND state = ?"
    row = connection.execute(query, (ticket, state.value)).fetchone()
    return None if row is None else tuple(row)


def _ticket(row: sqlite3.Row) -> Ticket:
    return Ticket(
        id=TicketId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        state=State(row["state"]),
        level=Level(row["level"]),
        level_by=Actor.AUTO if row["level_set"] is None else Actor.OPERATOR,
        kind=Kind(row["kind"]),
        nature=Nature(row["nature"]),
        aspect=Aspect(row["aspect"]),
        department=row["department"],
        topic=row["topic"],
        issue=row["issue"],
        product=row["product"],
        sentiment=Sentiment(row["sentiment"]),
        advice=Audience(row["advice"]),
        no_reply_advised=bool(row["no_reply_advised"]),
        labels_by=Actor(row["labels_by"]),
        reasons=tuple(json.loads(row["reasons"])),
        crisis=bool(row["crisis"]),
        source=Source(row["source"]),
        audience=Audience(row["audience"]),
        waits_for=WaitsFor(row["waits_for"]),
        waiting_since=optional_from_ms(row["waiting_since"]),
        target_at=optional_from_ms(row["target_at"]),
        open_turn_id=None if row["open_turn_id"] is None else TurnId(row["open_turn_id"]),
        turn_count=row["turn_count"],
        acked=bool(row["acked"]),
        opened_at=from_ms(row["opened_at"]),
        last_activity_at=from_ms(row["last_activity_at"]),
        follow_up_at=optional_from_ms(row["follow_up_at"]),
        closed_at=optional_from_ms(row["closed_at"]),
        close_reason=row["close_reason"],
        previous_ticket_id=None if row["previous_ticket_id"] is None else TicketId(row["previous_ticket_id"]),
        handoff_id=None if row["handoff_id"] is None else HandoffId(row["handoff_id"]),
        link=row["link"],
        thread=row["thread"],
        leads=lead_names(row["leads"]),
    )


def _card(row: tuple[Any, ...], followers_from: int) -> Card:
    ticket, customer, nickname, followers, verified, vip, role, state, level, kind, department, platform = row[:12]
    source, audience, snippet, waits_for, waiting_since, target_at, turn_count, last_activity_at = row[12:20]
    follow_up_at, follow_up_question, handoff_department, handoff_state, handoff_due_at = row[20:25]
    asked_again, leads, outgoing, *crowd = row[25:]
    tier, _ = importance(vip=bool(vip), role=role, followers=followers, followers_from=followers_from)
    return Card(
        id=ticket,
        customer_id=customer,
        nickname=nickname,
        followers=followers,
        verified=verified,
        state=_STATES[state],
        level=_LEVELS[level],
        kind=_KINDS[kind],
        department=department,
        platform=_PLATFORMS[platform],
        source=_SOURCES[source],
        audience=_AUDIENCES[audience],
        snippet=snippet,
        waits_for=_WAITS[waits_for],
        waiting_since=optional_from_ms(waiting_since),
        target_at=optional_from_ms(target_at),
        turn_count=turn_count,
        last_activity_at=from_ms(last_activity_at),
        follow_up_at=optional_from_ms(follow_up_at),
        follow_up_question=follow_up_question,
        handoff_department=handoff_department or "",
        handoff_state=handoff_state or "",
        handoff_due_at=optional_from_ms(handoff_due_at),
        asked_again=asked_again,
        importance=tier,
        crowd=None if crowd[0] is None else _crowd(*crowd),
        leads=lead_names(leads),
        outgoing=_OUTGOING[outgoing],
    )


def _crowd(cluster: ClusterId, issue: str, product: str, first: int, last: int, people: int, recent: int) -> Cluster:
    return Cluster(cluster, Matter(issue, product), from_ms(first), from_ms(last), people, recent)
