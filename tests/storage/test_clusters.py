"""Crowds against a plain oracle that groups all tickets anew after every event."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.matters import Issue, Matter, matter_of
from weibo_operator.storage import clusters
from weibo_operator.storage.cluster_runs import STATEMENTS
from weibo_operator.storage.connection import MEMORY, open_database, write
from weibo_operator.storage.times import from_ms

HOUR = 3_600_000
START = 1_700_000_000_000
NOW = datetime(2026, 11, 19, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a cluster depends on, of one ticket."""

    customer: int
    kind: Kind
    issue: str
    product: str
    hour: int


@dataclass(frozen=True, slots=True)
class Crowd:
    """A cluster as the oracle finds it."""

    matter: Matter
    first_at: int
    last_at: int
    people: int
    recent: int
    tickets: frozenset[int]


def expected(facts: dict[int, Fact], *, pause: int, within: int) -> set[Crowd]:
    """All crowds by sorting every ticket of a matter: O(n log n) and plain."""
    groups: dict[Matter, list[tuple[int, int, int]]] = {}
    for ticket, fact in facts.items():
        matter = matter_of(fact.kind, fact.issue, fact.product)
        if matter is not None:
            groups.setdefault(matter, []).append((START + fact.hour * HOUR, ticket, fact.customer))
    found: set[Crowd] = set()
    for matter, places in groups.items():
        run: list[tuple[int, int, int]] = []
        for place in [*sorted(places), (10**15, 0, 0)]:
            if run and place[0] - run[-1][0] > pause * HOUR:
                found.add(_crowd(matter, run, pause, within))
                run = []
            run.append(place)
    return found


def _crowd(matter: Matter, run: list[tuple[int, int, int]], pause: int, within: int) -> Crowd:
    last = run[-1][0]
    people = {customer for at, _, customer in run if at >= last - pause * HOUR}
    recent = {customer for at, _, customer in run if at >= last - within * HOUR}
    return Crowd(matter, run[0][0], last, len(people), len(recent), frozenset(ticket for _, ticket, _ in run))


class Desk:
    """Tickets written straight into the tables, synced as the journal does."""

    def __init__(self) -> None:
        self.connection = open_database(MEMORY, now=NOW)
        self.facts: dict[int, Fact] = {}
        self.returned: set[TicketId] = set()

    def put(self, changes: dict[int, Fact | None]) -> None:
        """One transaction that sets or deletes tickets."""
        with write(self.connection):
            for ticket, fact in changes.items():
                self._store(ticket, fact)
            self.returned = clusters.sync_tickets(self.connection, [TicketId(ticket) for ticket in changes])

    def choose(self, key: str, value: int) -> None:
        with write(self.connection):
            self.connection.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, str(value)))
            clusters.sync_tickets(self.connection, ())

    def found(self) -> set[Crowd]:
        members: dict[int, set[int]] = {}
        for ticket, cluster in self.connection.execute("SELECT ticket_id, cluster_id FROM ticket_cluster"):
            members.setdefault(cluster, set()).add(ticket)
        return {
            Crowd(
                Matter(row["issue"], row["product"]),
                row["first_at"],
                row["last_at"],
                row["people"],
                row["recent"],
                frozenset(members.pop(row["id"])),
            )
            for row in self.connection.execute("SELECT * FROM cluster")
        }

    def alarmed(self, people: int) -> set[int]:
        return {
            row[0]
            for row in self.connection.execute(
                "SELECT ticket_id FROM ticket_cluster JOIN cluster ON cluster.id = cluster_id WHERE recent >= ?",
                (people,),
            )
        }

    def _store(self, ticket: int, fact: Fact | None) -> None:
        if fact is None:
            self.connection.execute("DELETE FROM ticket WHERE id = ?", (ticket,))
            self.facts.pop(ticket, None)
            return
        known = ticket in self.facts
        self.facts[ticket] = fact
        at = START + fact.hour * HOUR
        if not self.connection.execute("SELECT 1 FROM customer WHERE id = ?", (fact.customer,)).fetchone():
            self.connection.execute(
                "INSERT INTO customer (id, platform, uid, nickname, first_seen_at) VALUES (?, 'weibo', ?, '', 0)",
                (fact.customer, str(fact.customer)),
            )
        values = (fact.customer, fact.kind.value, at, fact.issue, fact.product, ticket)
        self.connection.execute(_CHANGED if known else _OPENED, values)


_OPENED = """
INSERT INTO ticket (customer_id, state, kind, nature, aspect, department, topic, sentiment, advice, source, audience,
                    thread, waits_for, waiting_since, rank_at, opened_at, last_activity_at, issue, product, id)
VALUES (?, 'new', ?, '', '', '', '', 0, 'public', '', 'public', '', 'us', 0, 0, ?, 0, ?, ?, ?)
"""
_CHANGED = "UPDATE ticket SET customer_id = ?, kind = ?, opened_at = ?, issue = ?, product = ? WHERE id = ?"


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.connection.close()


facts = st.builds(
    Fact,
    customer=st.integers(1, 5),
    kind=st.sampled_from((Kind.COMPLAINT, Kind.COMPLAINT, Kind.QUESTION, Kind.CHATTER)),
    issue=st.sampled_from((Issue.BROKEN.value, Issue.LATE.value, Issue.CRASH.value, "")),
    product=st.sampled_from(("电饭锅", "耳机", "")),
    hour=st.one_of(st.integers(0, 60), st.integers(0, 400)),
)
transactions = st.lists(
    st.dictionaries(st.integers(1, 12), st.one_of(st.none(), facts, facts, facts), min_size=1, max_size=4), max_size=25
)


@settings(deadline=None, max_examples=40)
@given(transactions)
def test_clusters_are_those_that_grouping_everything_anew_finds(stream: list[dict[int, Fact | None]]) -> None:
    """Arrivals, relabels, moved openings and deletions, several in a transaction; the numbers are the earliest's."""
    desk = Desk()
    try:
        for changes in stream:
            desk.put(changes)
            assert desk.found() == expected(desk.facts, pause=48, within=24)
    finally:
        desk.connection.close()


@settings(deadline=None, max_examples=40)
@given(transactions, st.integers(2, 4))
def test_whoever_is_not_touched_hears_when_the_alarm_goes_on_or_off(
    stream: list[dict[int, Fact | None]], people: int
) -> None:
    desk = Desk()
    try:
        desk.choose("cluster.alert_people", people)
        for changes in stream:
            before = desk.alarmed(people)
            desk.put(changes)
            assert (before ^ desk.alarmed(people)) <= {*desk.returned, *changes}
    finally:
        desk.connection.close()


@settings(deadline=None, max_examples=40)
@given(transactions, st.integers(1, 100), st.integers(1, 100))
def test_other_settings_make_the_clusters_anew(stream: list[dict[int, Fact | None]], pause: int, within: int) -> None:
    desk = Desk()
    try:
        for changes in stream:
            desk.put(changes)
        desk.choose("cluster.hours", pause)
        desk.choose("cluster.alert_hours", within)
        assert desk.found() == expected(desk.facts, pause=pause, within=within)
        for changes in stream[:3]:
            desk.put(changes)
        assert desk.found() == expected(desk.facts, pause=pause, within=within)
    finally:
        desk.connection.close()


def broken(customer: int, hour: int, product: str = "电饭锅") -> Fact:
    return Fact(customer, Kind.COMPLAINT, Issue.BROKEN.value, product, hour)


def numbers(desk: Desk) -> list[int]:
    return [row[0] for row in desk.connection.execute("SELECT id FROM cluster ORDER BY first_at")]


def test_a_ticket_between_two_clusters_joins_them_under_the_earliest_number(desk: Desk) -> None:
    desk.put({1: broken(1, 0), 2: broken(2, 90)})
    first, second = numbers(desk)
    desk.put({3: broken(3, 45)})
    assert numbers(desk) == [first]
    assert first != second
    desk.put({3: None})
    assert numbers(desk)[0] == first
    assert len(numbers(desk)) == 2


def test_whoever_joins_or_leaves_an_alarm_by_a_ticket_between_hears_of_it(desk: Desk) -> None:
    """The earlier cluster's alarm is on before and after; for the later one it goes on, and off again."""
    desk.choose("cluster.alert_people", 2)
    desk.put({1: broken(1, 30), 2: broken(2, 30)})
    desk.put({3: broken(3, 90)})
    assert desk.alarmed(2) == {1, 2}
    desk.put({4: broken(4, 70)})
    assert desk.alarmed(2) == {1, 2, 3, 4}
    assert 3 in desk.returned
    desk.put({4: None})
    assert desk.alarmed(2) == {1, 2}
    assert 3 in desk.returned


def test_a_cluster_that_lost_all_its_tickets_leaves_nothing(desk: Desk) -> None:
    desk.put({1: broken(1, 0), 2: broken(2, 1)})
    desk.connection.execute("INSERT INTO cluster_seen SELECT id, 2, 0 FROM cluster")
    desk.put({1: None})
    desk.put({2: None})
    rest = "SELECT (SELECT count(*) FROM cluster), (SELECT count(*) FROM cluster_member), count(*) FROM cluster_seen"
    assert tuple(desk.connection.execute(rest).fetchone()) == (0, 0, 0)


def test_a_cluster_is_found_by_its_matter_and_a_moment_within(desk: Desk) -> None:
    desk.put({1: broken(1, 0), 2: broken(2, 40)})
    matter = Matter(Issue.BROKEN.value, "电饭锅")
    inside = clusters.find(desk.connection, matter, from_ms(START + 20 * HOUR))
    assert inside is not None
    assert inside.people == 2
    assert clusters.find(desk.connection, matter, from_ms(START + 41 * HOUR)) is None
    assert clusters.find(desk.connection, matter, from_ms(START - HOUR)) is None
    assert clusters.of_tickets(desk.connection, [TicketId(1), TicketId(9)]) == {TicketId(1): inside}


def test_one_customer_with_thousands_of_tickets_counts_once(desk: Desk) -> None:
    desk.put({number: broken(1, number % 40) for number in range(1, 3001)})
    assert [crowd.people for crowd in desk.found()] == [1]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_seeks_of_each_ticket_use_their_index(desk: Desk, statement: str) -> None:
    marks = statement.count("?")
    plan = [row[3] for row in desk.connection.execute(f"EXPLAIN QUERY PLAN {statement}", ("",) * marks)]
    assert all("SEARCH" in step and "INDEX" in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan


def test_the_view_of_a_ticket_s_cluster_scans_nothing(desk: Desk) -> None:
    plan = [
        row[3] for row in desk.connection.execute("EXPLAIN QUERY PLAN SELECT * FROM ticket_cluster WHERE ticket_id = 1")
    ]
    assert not any(step.startswith("SCAN") and "CONSTANT" not in step for step in plan), plan


def test_a_ticket_that_left_no_trace_is_no_error(desk: Desk) -> None:
    desk.put({77: None})
    assert desk.found() == set()
    with pytest.raises(sqlite3.IntegrityError):
        desk.connection.execute("INSERT INTO cluster (issue, product, first_at, last_at) VALUES ('', '', 2, 1)")
