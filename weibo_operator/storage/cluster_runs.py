"""The stretches of time of clusters: a ticket comes or goes in a few index seeks; people are counted once a commit.

The count reads the latest tickets of each crowd that changed, so it grows with the crowd up to ``_TICKETS_COUNTED``.
"""

import sqlite3
from typing import NamedTuple

from weibo_operator.domain.crisis import MIDDLE_CROWD
from weibo_operator.domain.matters import PEOPLE_COUNTED

_TICKETS_COUNTED = 2 * PEOPLE_COUNTED
"""So many of a cluster's latest tickets are looked at when its people are counted."""

_UP_TO = """
SELECT id, first_at, last_at, recent FROM cluster INDEXED BY cluster_matter
WHERE issue = ? AND product = ? AND first_at <= ? ORDER BY first_at DESC LIMIT 1
"""
_AFTER = """
SELECT id, first_at, last_at, recent FROM cluster INDEXED BY cluster_matter
WHERE issue = ? AND product = ? AND first_at > ? ORDER BY first_at LIMIT 1
"""
_LAST_MEMBER = """
SELECT opened_at FROM cluster_member
WHERE issue = ? AND product = ? AND opened_at BETWEEN ? AND ? ORDER BY opened_at DESC LIMIT 1
"""
_FIRST_MEMBER = """
SELECT opened_at FROM cluster_member
WHERE issue = ? AND product = ? AND opened_at BETWEEN ? AND ? ORDER BY opened_at LIMIT 1
"""
_BEGIN = "INSERT INTO cluster (id, issue, product, first_at, last_at) VALUES (?, ?, ?, ?, ?)"
_STRETCH = "UPDATE cluster SET first_at = ?, last_at = ? WHERE id = ?"
_END = "DELETE FROM cluster WHERE id = ?"
_UNSEE = "DELETE FROM cluster_seen WHERE cluster_id = ?"
_LIVE = "SELECT * FROM cluster WHERE id = ?"
_COUNT = """
SELECT coalesce(sum(newest >= :people_from), 0), coalesce(sum(newest >= :recent_from), 0)
FROM (
    SELECT customer_id, max(opened_at) AS newest
    FROM (
        SELECT customer_id, opened_at FROM cluster_member INDEXED BY cluster_member_matter
        WHERE issue = :issue AND product = :product AND opened_at BETWEEN :first_at AND :last_at
        ORDER BY opened_at DESC, ticket_id DESC LIMIT :most
    )
    GROUP BY customer_id
)
"""
_STORE_COUNT = "UPDATE cluster SET people = ?, recent = ? WHERE id = ?"
_OPEN_MEMBERS = """
SELECT member.ticket_id FROM cluster_member AS member
JOIN ticket ON ticket.id = member.ticket_id AND ticket.state <> 'closed'
WHERE member.issue = ? AND member.product = ? AND member.opened_at BETWEEN ? AND ?
"""

STATEMENTS = (_UP_TO, _AFTER, _LAST_MEMBER, _FIRST_MEMBER)
"""The seeks made for each ticket, for the test of their plans."""
_DIFFERENT = -1
"""The gravity of two clusters that became one, and were not equally grave."""


class Place(NamedTuple):
    """Where a ticket stands: its matter and the moment it opened (ms)."""

    issue: str
    product: str
    at: int


class Rules(NamedTuple):
    """The settings of crowds in milliseconds and people."""

    pause: int
    alert_within: int
    alert_people: int


class _Run(NamedTuple):
    id: int
    first_at: int
    last_at: int
    recent: int


class ClusterRuns:
    """The clusters while one transaction changes them; ``finish`` counts those that changed, once each."""

    def __init__(self, connection: sqlite3.Connection, rules: Rules) -> None:
        self._connection = connection
        self._rules = rules
        self._touched: dict[int, int] = {}
        """How grave each changed cluster was before."""

    def grow(self, place: Place) -> None:
        """A member came: it lengthens a run, joins two, or begins one."""
        left, right = self._run(_UP_TO, place), self._run(_AFTER, place)
        left = left if left is not None and place.at - left.last_at <= self._rules.pause else None
        right = right if right is not None and right.first_at - place.at <= self._rules.pause else None
        if left is not None and right is not None:
            self._retire(right, into=left)
            self._stretch(left, left.first_at, right.last_at)
        elif left is not None:
            self._stretch(left, left.first_at, max(left.last_at, place.at))
        elif right is not None:
            self._stretch(right, place.at, right.last_at)
        else:
            self.begin(place, place.at)

    def shrink(self, place: Place) -> None:
        """A member is gone from here: its run is shortened, parted or ended."""
        run = self._run(_UP_TO, place)
        if run is None or run.last_at < place.at:
            return
        before = self._opened(_LAST_MEMBER, place, run.first_at, place.at)
        after = self._opened(_FIRST_MEMBER, place, place.at, run.last_at)
        if before is not None and after is not None and after - before > self._rules.pause:
            self._stretch(run, run.first_at, before)
            self.begin(place._replace(at=after), run.last_at, was=self._touched[run.id])
        elif before is not None:
            self._stretch(run, run.first_at, run.last_at if after is not None else before)
        elif after is not None:
            self._stretch(run, after, run.last_at)
        else:
            self._retire(run, into=None)

    def begin(self, place: Place, last_at: int, number: int | None = None, *, was: int = 0) -> None:
        """A new run from ``place`` on; ``number`` is one it had before."""
        cursor = self._connection.execute(_BEGIN, (number, *place, last_at))
        self._touched[int(cursor.lastrowid or 0)] = was

    def finish(self) -> set[int]:
        """Count the people of what changed; returns the open tickets of clusters that are graver now, or less so."""
        found: set[int] = set()
        for cluster, was in self._touched.items():
            row = self._connection.execute(_LIVE, (cluster,)).fetchone()
            if row is None:
                continue
            people, recent = self._count(row)
            self._connection.execute(_STORE_COUNT, (people, recent, cluster))
            if self._gravity(recent) != was:
                stretch = (row["issue"], row["product"], row["first_at"], row["last_at"])
                found.update(member[0] for member in self._connection.execute(_OPEN_MEMBERS, stretch))
        self._touched.clear()
        return found

    def _count(self, row: sqlite3.Row) -> tuple[int, int]:
        people_from, recent_from = row["last_at"] - self._rules.pause, row["last_at"] - self._rules.alert_within
        values = {
            "issue": row["issue"],
            "product": row["product"],
            "first_at": max(row["first_at"], min(people_from, recent_from)),
            "last_at": row["last_at"],
            "people_from": people_from,
            "recent_from": recent_from,
            "most": _TICKETS_COUNTED,
        }
        people, recent = self._connection.execute(_COUNT, values).fetchone()
        return people, recent

    def _stretch(self, run: _Run, first_at: int, last_at: int) -> None:
        self._touch(run)
        self._connection.execute(_STRETCH, (first_at, last_at, run.id))

    def _retire(self, run: _Run, *, into: _Run | None) -> None:
        """The run is no more; its members must hear how grave the one is that it went into, unless it was so."""
        self._touch(run)
        was = self._touched.pop(run.id)
        if into is not None:
            self._touch(into)
            self._touched[into.id] = was if self._touched[into.id] == was else _DIFFERENT
        self._connection.execute(_END, (run.id,))
        self._connection.execute(_UNSEE, (run.id,))

    def _touch(self, run: _Run) -> None:
        self._touched.setdefault(run.id, self._gravity(run.recent))

    def _gravity(self, recent: int) -> int:
        """How many bounds of levels, signals and risk (domain/crisis.py) so many people reach."""
        alert = self._rules.alert_people
        return (recent >= MIDDLE_CROWD) + (2 * recent >= alert) + (recent >= alert)

    def _run(self, query: str, place: Place) -> _Run | None:
        row = self._connection.execute(query, place).fetchone()
        return None if row is None else _Run(*row)

    def _opened(self, query: str, place: Place, first_at: int, last_at: int) -> int | None:
        row = self._connection.execute(query, (place.issue, place.product, first_at, last_at)).fetchone()
        return None if row is None else int(row[0])
