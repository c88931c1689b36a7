"""Solve and reopen events, the backlog at any time, and the rows of a week."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.weekly_facts import Span
from weibo_operator.storage import figures
from weibo_operator.storage.connection import MEMORY, open_database
from weibo_operator.storage.journal import Journal
from weibo_operator.storage.migrations import HISTORY, m0003_ticket_events
from weibo_operator.storage.times import to_ms

START = datetime(2026, 11, 2, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = 24 * 3600 * 1000
BEFORE_EVENTS = "".join(script for name, script in HISTORY if name != "m0003_ticket_events")
"""Every other step, so that the present program can write: the events' own comes last here."""
CUSTOMER = "INSERT INTO customer (id, platform, uid, nickname, first_seen_at) VALUES (1, 'weibo', '1', 'a', 0)"


def opened(at, **other):
    return {
        "customer_id": 1,
        "state": "new",
        "level": 3,
        "kind": "咨询",
        "nature": "其他",
        "aspect": "关于服务",
        "department": "服务部",
        "topic": "其他",
        "sentiment": 0,
        "advice": "public",
        "source": "评论",
        "audience": "public",
        "thread": "t",
        "waits_for": "nobody",
        "rank_at": to_ms(at),
        "opened_at": to_ms(at),
        "last_activity_at": to_ms(at),
        **other,
    }


@pytest.fixture
def connection():
    yield from fresh()


def fresh():
    connection = open_database(MEMORY, now=START)
    connection.execute(CUSTOMER)
    yield connection
    connection.close()


def events(connection):
    return [
        (row["ticket_id"], row["event"], row["at"])
        for row in connection.execute("SELECT * FROM ticket_event ORDER BY ticket_id, at, id")
    ]


def close(journal, ticket, at):
    with journal.operation(OperationKind.FINISH, at, ticket=ticket) as recorder:
        recorder.update("ticket", ticket, {"state": "closed", "closed_at": to_ms(at)})


def reopen(journal, ticket, at):
    with journal.operation(OperationKind.REOPEN, at, ticket=ticket) as recorder:
        values = {"state": "in_progress", "closed_at": None, "last_activity_at": to_ms(at)}
        recorder.update("ticket", ticket, values)


def nothing_else(recorder, operation):
    """These operations have no drafts, intents or imports to go with them."""


def create(journal, at, **other):
    with journal.operation(OperationKind.CAPTURE, at) as recorder:
        return recorder.insert("ticket", opened(at, **other))


def test_events_of_a_life_with_undo(connection):
    journal = Journal(connection)
    ticket = create(journal, START)
    close(journal, ticket, START + HOUR)
    solved = (ticket, "solved", to_ms(START + HOUR))
    assert events(connection) == [solved]
    journal.undo(START + 2 * HOUR, nothing_else)
    assert events(connection) == []
    journal.redo(nothing_else)
    assert events(connection) == [solved]
    reopen(journal, ticket, START + 3 * HOUR)
    reopened = (ticket, "reopened", to_ms(START + 3 * HOUR))
    assert events(connection) == [solved, reopened]
    journal.undo(START + 4 * HOUR, nothing_else)
    assert events(connection) == [solved]
    journal.redo(nothing_else)
    assert events(connection) == [solved, reopened]


def test_undoing_the_ticket_itself_and_redoing_everything(connection):
    journal = Journal(connection)
    ticket = create(journal, START)
    close(journal, ticket, START + HOUR)
    before = events(connection)
    journal.undo(START + 2 * HOUR, nothing_else)
    journal.undo(START + 2 * HOUR + timedelta(seconds=1), nothing_else)
    assert events(connection) == []
    journal.redo(nothing_else)
    journal.redo(nothing_else)
    assert events(connection) == before


def test_a_ticket_that_arrives_closed_is_solved_at_once(connection):
    journal = Journal(connection)
    with journal.operation(OperationKind.IMPORT, START) as recorder:
        values = opened(START, state="closed", closed_at=to_ms(START + HOUR))
        first = recorder.bulk_insert("ticket", values)
        second = recorder.insert("ticket", values)
    assert events(connection) == [(ticket, "solved", to_ms(START + HOUR)) for ticket in (first, second)]
    journal.undo(START + HOUR, nothing_else)
    assert events(connection) == [(first, "solved", to_ms(START + HOUR))]
    with journal.continue_operation(None) as recorder:
        recorder.bulk_delete("ticket", first)
    assert events(connection) == []


def test_a_reopening_counts_from_the_message_but_never_before_the_solve(connection):
    journal = Journal(connection)
    ticket = create(journal, START)
    close(journal, ticket, START + 5 * HOUR)
    with journal.operation(OperationKind.IMPORT, START + 9 * HOUR) as recorder:
        late = {"state": "in_progress", "closed_at": None, "last_activity_at": to_ms(START + 2 * HOUR)}
        recorder.update("ticket", ticket, late)
    assert events(connection)[-1] == (ticket, "reopened", to_ms(START + 5 * HOUR))


def test_changing_anything_else_is_no_event(connection):
    journal = Journal(connection)
    ticket = create(journal, START)
    with journal.operation(OperationKind.SET_LEVEL, START) as recorder:
        recorder.update("ticket", ticket, {"level": 1, "state": "in_progress"})
        recorder.update("customer", 1, {"nickname": "b"})
    assert events(connection) == []


def some_lives(connection):
    """Closed, closed again after a reopening that stays, closed and reopened for good, and never closed."""
    journal = Journal(connection)
    closed, again, back = (create(journal, START) for _ in range(3))
    create(journal, START)
    for ticket in (closed, again, back):
        close(journal, ticket, START + HOUR)
    for ticket in (again, back):
        reopen(journal, ticket, START + 2 * HOUR)
    close(journal, again, START + 3 * HOUR)
    close(journal, back, START + 3 * HOUR)
    journal.undo(START + 4 * HOUR, nothing_else)


def test_a_file_from_before_the_events_gets_them(connection):
    some_lives(connection)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as old:
        old.row_factory = sqlite3.Row
        old.executescript(BEFORE_EVENTS)
        old.execute(CUSTOMER)
        some_lives(old)
        old.executescript(m0003_ticket_events.SQL)
        assert events(old) == events(connection) != []


def test_a_closed_ticket_whose_journal_was_pruned_keeps_a_solve(connection):
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as old:
        old.row_factory = sqlite3.Row
        old.executescript(BEFORE_EVENTS)
        old.execute(CUSTOMER)
        journal = Journal(old)
        ticket = create(journal, START)
        close(journal, ticket, START + HOUR)
        old.executescript("DELETE FROM change; DELETE FROM operation")
        old.executescript(m0003_ticket_events.SQL)
        assert events(old) == [(ticket, "solved", to_ms(START + HOUR))]


steps = st.lists(
    st.tuples(
        st.sampled_from(["create", "create closed", "close", "reopen", "late reopen", "level", "undo", "redo"]),
        st.integers(0, 5),
        st.integers(0, 60),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(steps)
def test_the_backlog_balances_for_every_week_after_any_operations(sequence):
    for connection in fresh():
        journal, now = Journal(connection), START
        for name, which, hours in sequence:
            now += timedelta(hours=hours, seconds=1)
            step(connection, journal, name, which, now)
        check_balance(connection, now)


def step(connection, journal, name, which, now):
    state = "closed" if name in ("reopen", "late reopen") else "in_progress"
    if name == "create":
        create(journal, now, state="in_progress")
    elif name == "create closed":
        create(journal, now, state="closed", closed_at=to_ms(now))
    elif name == "undo" and journal.last_undoable():
        journal.undo(now, nothing_else)
    elif name == "redo" and journal.next_redoable():
        journal.redo(nothing_else)
    tickets = connection.execute("SELECT id FROM ticket WHERE state = ? ORDER BY id", (state,)).fetchall()
    if not tickets:
        return
    ticket = tickets[which % len(tickets)][0]
    if name == "close":
        close(journal, ticket, now)
    elif name == "reopen":
        reopen(journal, ticket, now)
    elif name == "late reopen":
        with journal.operation(OperationKind.IMPORT, now) as recorder:
            recorder.update("ticket", ticket, {"state": "in_progress", "closed_at": None})
    elif name == "level":
        with journal.operation(OperationKind.SET_LEVEL, now) as recorder:
            recorder.update("ticket", ticket, {"level": 1})


def check_balance(connection, now):
    week = 7 * DAY
    start = to_ms(START) - week
    for begin in range(start, to_ms(now) + 2 * week, week):
        facts = figures.week_facts(connection, Span(begin, begin + week))
        solved = sum(event.event == "solved" for event in facts.events)
        reopened = len(facts.events) - solved
        # Told twice: from the present backwards, and ticket by ticket from each one's own events.
        assert facts.open_at_start == len(figures.tickets_open_at(connection, begin))
        assert facts.open_at_end == len(figures.tickets_open_at(connection, begin + week))
        assert facts.open_at_start + len(facts.tickets) + reopened - solved == facts.open_at_end
    assert figures.open_tickets_at(connection, start) == 0
    (open_now,) = connection.execute("SELECT count(*) FROM ticket WHERE state <> 'closed'").fetchone()
    assert len(figures.tickets_open_at(connection, to_ms(now) + week)) == open_now
    for ticket, state in connection.execute("SELECT id, state FROM ticket").fetchall():
        own = [event for owner, event, _ in events(connection) if owner == ticket]
        expected = ["solved" if place % 2 == 0 else "reopened" for place in range(len(own))]
        assert own == expected
        assert (state == "closed") == (len(own) % 2 == 1)


def test_the_first_answer_uses_its_index_and_the_week_its_own(connection):
    def plan(sql, *values):
        return " ".join(row["detail"] for row in connection.execute("EXPLAIN QUERY PLAN " + sql, values))

    assert "message_out" in plan(figures._TICKETS, 0, 1)
    assert "SEARCH ticket USING INDEX ticket_opened" in plan(figures._TICKETS, 0, 1)
    assert "SEARCH turn USING INDEX turn_opened" in plan(figures._TURNS, 0, 1)
    assert "ticket_event_at" in plan(figures._EVENTS, 0, 1)
    assert "follow_up_week" in plan(figures._VISITS, 0, 1)


def test_the_fingerprint_changes_with_the_data_and_only_then(connection):
    before = figures.fingerprint(connection)
    assert figures.fingerprint(connection) == before
    assert len(before) == 12
    create(Journal(connection), START)
    assert figures.fingerprint(connection) != before


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("caught", {"kind": "typo", "ticket_id": 1, "at": 1}),
        ("handling", {"ticket_id": 1, "began_at": 1, "ended_at": 2}),
    ],
)
def test_the_fingerprint_knows_what_the_check_caught_and_how_long_it_took(connection, table, row):
    create(Journal(connection), START)
    before = figures.fingerprint(connection)
    with Journal(connection).continue_operation(None) as recorder:
        recorder.add(table, row)
    assert figures.fingerprint(connection) != before


def test_a_snapshot_leaves_no_transaction_behind(connection):
    with figures.snapshot(connection), figures.snapshot(connection):
        assert connection.in_transaction
    assert not connection.in_transaction
