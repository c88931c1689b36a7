"""Crisis alarms derived from facts, and the cases the operator makes of them."""

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from weibo_operator.domain.crisis import (
    CountSample,
    CrisisFacts,
    CrisisPolicy,
    Growth,
    SignalCode,
    asked_again,
    growth,
    risk,
    signals,
)
from weibo_operator.domain.crisis_case import CaseState
from weibo_operator.domain.ids import MessageId, TicketId
from weibo_operator.domain.labels import Kind, Source, State
from weibo_operator.domain.settings import (
    CLUSTER_ALERT_PEOPLE,
    CRISIS_ASKED_AGAIN,
    CRISIS_FOLLOWERS,
    CRISIS_GROWTH_PER_HOUR,
    CRISIS_REPEAT_DAYS,
)
from weibo_operator.storage import settings
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms
from weibo_operator.storage.write_turns import giving_way

COMPLAINTS_READ = 20
"""So many of a customer's complaints are looked at: enough to say, and a ticket costs the same whatever came before."""
SAMPLES_READ = 60
ASKS_READ = 60
WORTH_READING = 2
"""From so many messages in a turn on it matters whether they came at a stretch."""
_NEWEST_READ, _OLDEST_READ = 20, 5
"""The spread is the largest of a ticket's newest messages and of its first ones, where the main post stands."""

_COUNTS = "coalesce(reposts, 0) + coalesce(comments, 0) + coalesce(likes, 0)"
_FACTS = f"""
SELECT ticket.id, ticket.state, ticket.kind, ticket.source, ticket.crisis, ticket.urgent_words, ticket.asked_again,
    ticket.open_turn_id, ticket.crisis_since, ticket.crisis_silenced, ticket.crisis_signals, ticket.crisis_risk,
    customer.role, customer.followers,
    decided.state AS case_state, decided.signals AS case_signals, decided.raised_at AS case_raised_at,
    coalesce(decided.closed_at, decided.decided_at) AS case_ended_at, decided.ticket_id = ticket.id AS own_case,
    coalesce(cluster.recent, 0) AS crowd,
    (
        SELECT COUNT(*) FROM (
            SELECT other.id, other.closed_at FROM ticket AS other
            WHERE other.customer_id = ticket.customer_id AND other.kind IN ('投诉', '谩骂')
            AND other.opened_at BETWEEN ticket.opened_at - :window AND ticket.opened_at AND other.id <> ticket.id
            ORDER BY other.opened_at DESC LIMIT {COMPLAINTS_READ}
        ) AS before
        WHERE before.closed_at <= ticket.opened_at OR EXISTS (
            SELECT 1 FROM message WHERE message.ticket_id = before.id AND direction = 'out' AND is_ack = 0
            AND posted_at <= ticket.opened_at
        )
    ) AS earlier,
    (
        SELECT max(total) FROM (
            SELECT * FROM (
                SELECT {_COUNTS} AS total FROM message WHERE message.ticket_id = ticket.id
                ORDER BY posted_at DESC, message.id DESC LIMIT {_NEWEST_READ}
            )
            UNION ALL
            SELECT * FROM (
                SELECT {_COUNTS} AS total FROM message WHERE message.ticket_id = ticket.id
                ORDER BY posted_at, message.id LIMIT {_OLDEST_READ}
            )
        )
    ) AS spread,
    EXISTS (SELECT 1 FROM count_sample WHERE count_sample.ticket_id = ticket.id) AS sampled
FROM json_each(:tickets) AS wanted
JOIN ticket ON ticket.id = wanted.value
JOIN customer ON customer.id = ticket.customer_id
LEFT JOIN ticket_cluster AS place ON place.ticket_id = ticket.id
LEFT JOIN cluster ON cluster.id = place.cluster_id
LEFT JOIN crisis AS decided ON decided.id = coalesce(
    (SELECT id FROM crisis WHERE ticket_id = ticket.id),
    (
        SELECT crisis.id FROM crisis INDEXED BY crisis_crowd
        JOIN ticket_cluster AS lead ON lead.ticket_id = crisis.ticket_id
        WHERE crisis.whole_crowd = 1 AND lead.cluster_id = place.cluster_id
        ORDER BY crisis.id DESC LIMIT 1
    )
)
"""
_ASKED = """
SELECT posted_at FROM message WHERE ticket_id = ? AND turn_id = ? AND direction = 'in'
ORDER BY posted_at DESC LIMIT ?
"""
_SAMPLES = "SELECT * FROM count_sample WHERE ticket_id = ? ORDER BY at DESC, id DESC LIMIT ?"
_NEWEST = "SELECT max(at) FROM count_sample WHERE message_id = ?"
_AT = "SELECT id FROM count_sample WHERE message_id = ? AND at = ?"
_STORE = "UPDATE ticket SET crisis_since = ?, crisis_silenced = ?, crisis_signals = ?, crisis_risk = ? WHERE id = ?"
_QUOTED = re.compile("“([^”]+)”")
_BY_FOLLOWERS = "粉丝"
"""Triage also calls a large author's discontent a crisis; that is a signal of its own here."""


def sync_tickets(
    connection: sqlite3.Connection, tickets: Iterable[TicketId], now: datetime, policy: CrisisPolicy
) -> None:
    """Derive whether each ticket is in a crisis, since when and how grave, where that has changed.

    The first alarm's moment stays while there is a reason. What was turned down or is over gives the alarm again only
    for a reason of another sort, or from its first moment where the decision is taken back. A finished ticket gives
    none of its own accord.
    """
    for row in giving_way(connection, _rows(connection, tickets, policy)):
        facts = _facts(connection, row)
        codes = [signal.code.value for signal in signals(facts, policy)]
        since = _since(row, set(codes), to_ms(now))
        silenced = _silenced(row, since)
        if row["case_state"] == CaseState.CONFIRMED:
            codes.append(SignalCode.CONFIRMED.value)
        said = ("", 0) if since is None else (",".join(codes), risk(facts, policy).product)
        wanted = (since, silenced, *said)
        if wanted != (row["crisis_since"], row["crisis_silenced"], row["crisis_signals"], row["crisis_risk"]):
            connection.execute(_STORE, (*wanted, row["id"]))


def policy_of(connection: sqlite3.Connection) -> CrisisPolicy:
    """The thresholds as they are set; a crowd's is the one of its alarm (mission B13)."""
    return CrisisPolicy(
        growth_per_hour=settings.read(connection, CRISIS_GROWTH_PER_HOUR),
        crowd_people=settings.read(connection, CLUSTER_ALERT_PEOPLE),
        followers=settings.read(connection, CRISIS_FOLLOWERS),
        repeat_days=settings.read(connection, CRISIS_REPEAT_DAYS),
        asked_again=settings.read(connection, CRISIS_ASKED_AGAIN),
    )


def facts(
    connection: sqlite3.Connection, tickets: Iterable[TicketId], policy: CrisisPolicy
) -> Mapping[TicketId, CrisisFacts]:
    """What the signals of each ticket follow from."""
    return {TicketId(row["id"]): _facts(connection, row) for row in _rows(connection, tickets, policy)}


def samples(connection: sqlite3.Connection, ticket: TicketId) -> Mapping[MessageId, Sequence[CountSample]]:
    """The latest samples of a ticket's messages, oldest first."""
    found: dict[MessageId, list[CountSample]] = {}
    for row in connection.execute(_SAMPLES, (ticket, SAMPLES_READ)):
        sample = CountSample(from_ms(row["at"]), row["reposts"], row["comments"], row["likes"])
        found.setdefault(MessageId(row["message_id"]), []).insert(0, sample)
    return found


def newest_sampled_at(connection: sqlite3.Connection, message: MessageId) -> datetime | None:
    """When the latest sample of a message was taken; None where its counts were seen only once."""
    return optional_from_ms(connection.execute(_NEWEST, (message,)).fetchone()[0])


def sample_at(connection: sqlite3.Connection, message: MessageId, at: datetime) -> int | None:
    """The row of the sample that was taken at this very moment, if there is one."""
    row = connection.execute(_AT, (message, to_ms(at))).fetchone()
    return None if row is None else int(row[0])


def crisis_words(urgent_words: str) -> tuple[str, ...]:
    """The words quoted in triage's reason: “曝光”、“12315” → 曝光, 12315."""
    return tuple(_QUOTED.findall(urgent_words))


def _since(row: sqlite3.Row, codes: set[str], now: int) -> int | None:
    if row["case_state"] in (CaseState.RAISED, CaseState.CONFIRMED):
        return row["crisis_since"] or row["crisis_silenced"] or row["case_raised_at"]
    known = set(json.loads(row["case_signals"] or "[]"))
    if not codes - known:
        return None
    given_before = _taken_back(row) or row["crisis_since"]
    if given_before is None and row["state"] == State.CLOSED:
        return None
    return given_before or now


def _taken_back(row: sqlite3.Row) -> int | None:
    """Since when the alarm was given that a decision had silenced which no longer stands.

    Where an earlier decision stands, only an alarm that was given anew after it can have been silenced by another one.
    """
    silenced, ended = row["crisis_silenced"], row["case_ended_at"]
    return silenced if silenced is not None and (ended is None or silenced > ended) else None


def _silenced(row: sqlite3.Row, since: int | None) -> int | None:
    """Since when the alarm was given that the standing decision silences; what came after it, it cannot silence."""
    if row["case_state"] not in (CaseState.DISMISSED, CaseState.CLOSED):
        return None
    if row["own_case"]:
        return row["case_raised_at"]
    before, ended = row["crisis_since"], row["case_ended_at"]
    if since is None and before is not None and before <= ended:
        return before
    return None if row["crisis_silenced"] == since else row["crisis_silenced"]


def _rows(connection: sqlite3.Connection, tickets: Iterable[TicketId], policy: CrisisPolicy) -> Sequence[sqlite3.Row]:
    window = timedelta(days=policy.repeat_days) // timedelta(milliseconds=1)
    return connection.execute(_FACTS, {"tickets": json.dumps(sorted(tickets)), "window": window}).fetchall()


def _facts(connection: sqlite3.Connection, row: sqlite3.Row) -> CrisisFacts:
    sampled: Mapping[MessageId, Sequence[CountSample]] = {}
    if row["sampled"]:
        sampled = samples(connection, TicketId(row["id"]))
    words = crisis_words(row["urgent_words"]) if row["crisis"] else ()
    by_followers = not words and row["urgent_words"].startswith(_BY_FOLLOWERS)
    totals = [held[-1].total for held in sampled.values()]
    if row["spread"] is not None:
        totals.append(int(row["spread"]))
    asked = row["asked_again"]
    if asked >= WORTH_READING:
        asked = asked_again(_asking_times(connection, row))
    return CrisisFacts(
        kind=Kind(row["kind"]),
        is_public=row["source"] != Source.PRIVATE,
        has_crisis_words=bool(row["crisis"]) and not by_followers,
        crisis_words=words,
        role=row["role"],
        followers=row["followers"],
        earlier_complaints=row["earlier"],
        asked_again=asked,
        crowd_people=row["crowd"],
        growth=_fastest(sampled.values()),
        spread=max(totals, default=None),
    )


def _asking_times(connection: sqlite3.Connection, row: sqlite3.Row) -> Sequence[datetime]:
    """When the latest messages of the open turn were written."""
    found = connection.execute(_ASKED, (row["id"], row["open_turn_id"], ASKS_READ))
    return [from_ms(asked[0]) for asked in found]


def _fastest(sampled: Iterable[Sequence[CountSample]]) -> Growth:
    return max((growth(held) for held in sampled), key=lambda found: found.per_hour, default=growth(()))
