"""Crowds in the file: which tickets say the same; they follow from the tickets at every commit.

A cluster is a run of one matter's tickets without a pause. It is stored as a stretch of time, and a ticket belongs to
the cluster of its matter whose time holds the ticket's opening: clusters grow, merge and part without a mark on their
members. The earliest of those that merge keeps its number.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

from weibo_operator.domain.ids import ClusterId, TicketId
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.matters import Cluster, Matter, matter_of
from weibo_operator.domain.settings import CLUSTER_ALERT_HOURS, CLUSTER_ALERT_PEOPLE, CLUSTER_HOURS
from weibo_operator.storage import settings
from weibo_operator.storage.cluster_runs import ClusterRuns, Place, Rules
from weibo_operator.storage.times import from_ms, to_ms

_HOUR_MS = 3_600_000

_BOTH = """
SELECT ticket.id AS ticket_id, ticket.kind, ticket.issue, ticket.product, ticket.opened_at, ticket.customer_id,
       member.ticket_id AS member_id, member.issue AS old_issue, member.product AS old_product,
       member.opened_at AS old_opened_at, member.customer_id AS old_customer_id
FROM (SELECT :ticket AS id) AS wanted
LEFT JOIN ticket ON ticket.id = wanted.id
LEFT JOIN cluster_member AS member ON member.ticket_id = wanted.id
"""
_ADD = "INSERT INTO cluster_member (ticket_id, issue, product, opened_at, customer_id) VALUES (?, ?, ?, ?, ?)"
_DROP = "DELETE FROM cluster_member WHERE ticket_id = ?"
_RULES = "SELECT pause, alert_within, alert_people FROM cluster_rules"
_STORE_RULES = "UPDATE cluster_rules SET pause = ?, alert_within = ?, alert_people = ?"
_PLACES = "SELECT issue, product, opened_at FROM cluster_member ORDER BY issue, product, opened_at"
_NUMBERS = "SELECT issue, product, first_at, id FROM cluster ORDER BY first_at"
_FORGET_SEEN = "DELETE FROM cluster_seen WHERE cluster_id NOT IN (SELECT id FROM cluster)"
_OPEN_MEMBERS = """
SELECT member.ticket_id FROM cluster_member AS member
JOIN ticket ON ticket.id = member.ticket_id AND ticket.state <> 'closed'
"""
_OF_TICKETS = """
SELECT link.ticket_id AS member_id, cluster.*
FROM json_each(?) AS wanted
JOIN ticket_cluster AS link ON link.ticket_id = wanted.value
JOIN cluster ON cluster.id = link.cluster_id
"""
_AT = """
SELECT * FROM cluster WHERE issue = ? AND product = ? AND first_at <= ? ORDER BY first_at DESC LIMIT 1
"""


def sync_tickets(connection: sqlite3.Connection, tickets: Iterable[TicketId]) -> set[TicketId]:
    """Make the clusters say what the tickets say; called in every transaction for what it touched.

    Returns the open tickets whose cluster crossed a bound, either way: their level or their risk may be another now.
    When the settings of crowds are others than the last time, all clusters are made anew.
    """
    rules = _rules(connection)
    if rules != connection.execute(_RULES).fetchone()[:]:
        for ticket in sorted(tickets):
            _move(connection, ticket)
        return _make_anew(connection, rules)
    runs = ClusterRuns(connection, rules)
    for ticket in sorted(tickets):
        left, joined = _move(connection, ticket)
        if left is not None:
            runs.shrink(left)
        if joined is not None:
            runs.grow(joined)
    return {TicketId(ticket) for ticket in runs.finish()}


def of_tickets(connection: sqlite3.Connection, tickets: Iterable[TicketId]) -> dict[TicketId, Cluster]:
    """The cluster of each ticket that is in one."""
    found = connection.execute(_OF_TICKETS, (json.dumps(sorted(tickets)),))
    return {TicketId(row["member_id"]): from_row(row) for row in found}


def get(connection: sqlite3.Connection, cluster: ClusterId) -> Cluster | None:
    """A cluster by its number, None when it is no more."""
    row = connection.execute("SELECT * FROM cluster WHERE id = ?", (cluster,)).fetchone()
    return None if row is None else from_row(row)


def find(connection: sqlite3.Connection, matter: Matter, moment: datetime) -> Cluster | None:
    """The cluster of a matter that holds the moment, or None."""
    row = connection.execute(_AT, (matter.issue, matter.product, to_ms(moment))).fetchone()
    return None if row is None or row["last_at"] < to_ms(moment) else from_row(row)


def from_row(row: sqlite3.Row) -> Cluster:
    """A row of the table as a record."""
    return Cluster(
        id=ClusterId(row["id"]),
        matter=Matter(row["issue"], row["product"]),
        first_at=from_ms(row["first_at"]),
        last_at=from_ms(row["last_at"]),
        people=row["people"],
        recent=row["recent"],
    )


def _rules(connection: sqlite3.Connection) -> Rules:
    return Rules(
        pause=settings.read(connection, CLUSTER_HOURS) * _HOUR_MS,
        alert_within=settings.read(connection, CLUSTER_ALERT_HOURS) * _HOUR_MS,
        alert_people=settings.read(connection, CLUSTER_ALERT_PEOPLE),
    )


def _move(connection: sqlite3.Connection, ticket: TicketId) -> tuple[Place | None, Place | None]:
    """Store where the ticket stands now; the place it left and the one it took, None where nothing changed."""
    row = connection.execute(_BOTH, {"ticket": ticket}).fetchone()
    matter = None
    if row["ticket_id"] is not None:
        matter = matter_of(Kind(row["kind"]), row["issue"], row["product"])
    now = None if matter is None else (matter.issue, matter.product, row["opened_at"], row["customer_id"])
    before = (row["old_issue"], row["old_product"], row["old_opened_at"], row["old_customer_id"])
    is_member = row["member_id"] is not None
    if now == (before if is_member else None):
        return None, None
    if is_member:
        connection.execute(_DROP, (ticket,))
    if now is not None:
        connection.execute(_ADD, (ticket, *now))
    return (Place(*before[:3]) if is_member else None), (None if now is None else Place(*now[:3]))


def _make_anew(connection: sqlite3.Connection, rules: Rules) -> set[TicketId]:
    """All runs from their members; each keeps the number of the earliest cluster that began within it."""
    connection.execute(_STORE_RULES, rules)
    numbers: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for issue, product, first_at, number in connection.execute(_NUMBERS):
        numbers.setdefault((issue, product), []).append((first_at, number))
    connection.execute("DELETE FROM cluster")
    runs = ClusterRuns(connection, rules)
    for first, last_at in _stretches(connection, rules.pause):
        known = numbers.get((first.issue, first.product), ())
        runs.begin(first, last_at, next((number for at, number in known if first.at <= at <= last_at), None))
    runs.finish()
    connection.execute(_FORGET_SEEN)
    return {TicketId(row[0]) for row in connection.execute(_OPEN_MEMBERS)}


def _stretches(connection: sqlite3.Connection, pause: int) -> Iterator[tuple[Place, int]]:
    """Each run of members without a pause: its first place and its last moment."""
    first = last = None
    for row in connection.execute(_PLACES).fetchall():
        place = Place(*row)
        if first is None or last is None or place[:2] != last[:2] or place.at - last.at > pause:
            if first is not None and last is not None:
                yield first, last.at
            first = place
        last = place
    if first is not None and last is not None:
        yield first, last.at
