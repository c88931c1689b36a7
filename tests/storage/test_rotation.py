"""The rotation in the file: equal to the plain specification, durable, quick by its query plans."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.rotation_oracle import Answer
from tests.domain.rotation_streams import FREE, Day
from tests.storage.rotation_desk import NOW, TICKET, RotationDesk, open_desk
from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Kind, Level
from weibo_operator.domain.queueing import Choice, ChoiceReason
from weibo_operator.storage import rotation, rotation_questions
from weibo_operator.storage.connection import MEMORY
from weibo_operator.storage.migrations import HISTORY, m0008_rotation
from weibo_operator.storage.rotation_view import STATEMENTS
from weibo_operator.storage.times import from_ms

VALUES = {
    "band": 4,
    "round": 1,
    "but": "[1]",
    "topic": "物流",
    "ticket": None,
    "since": 0,
    "until": 1,
    "customer": 1,
    "n": 1,
    "start": 0,
    "end": 1,
}
"""A value for every parameter of the questions."""
NO_TABLES = ("SCAN CONSTANT ROW", "SCAN json_each VIRTUAL TABLE INDEX 1:")
"""Scans of what the question itself brought along."""


@pytest.fixture
def desk() -> Iterator[RotationDesk]:
    connection = open_desk(MEMORY)
    yield RotationDesk(connection)
    connection.close()


def plainly(answer: Answer | Choice | None) -> tuple[int, str, bool] | None:
    if answer is None:
        return None
    if isinstance(answer, Choice):
        return answer.ticket_id, answer.reason.value, answer.owed
    return answer.ticket, answer.reason, answer.owed


def assert_equal_on_a_day(desk: RotationDesk, random: Random, *, events: int) -> None:
    """The file and the oracle live through the same day; the file is empty again afterwards."""
    day = Day(random, FREE, threshold=random.choice([0, 0, 2, 4]), clock_jumps=random.random() < 0.5)
    desk.gap, desk.now = timedelta(milliseconds=day.oracle.gap), NOW
    desk.connection.execute("BEGIN")
    try:
        for _ in range(events):
            name, arguments = day.step()
            getattr(desk, name)(*arguments)
            assert plainly(desk.choose(day.k, day.threshold)) == plainly(day.choose())
            assert desk.buffered() == day.oracle.buffered()
        assert_counts(desk.connection)
        assert rotation_questions.waiting_customers(desk.connection) == len(day.oracle.stamps)
        assert rotation_questions.skips(desk.connection) == day.oracle.skips
    finally:
        desk.connection.execute("ROLLBACK")


def assert_counts(connection: sqlite3.Connection) -> None:
    counted = connection.execute(
        "SELECT band, round, shown_topic, count(*) FROM rotation_row GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    ).fetchall()
    kept = connection.execute("SELECT * FROM rotation_count ORDER BY 1, 2, 3").fetchall()
    assert [tuple(row) for row in kept] == [tuple(row) for row in counted]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(random=st.randoms(use_true_random=False), events=st.integers(1, 50))
def test_file_equals_the_specification(desk: RotationDesk, random: Random, events: int) -> None:
    assert_equal_on_a_day(desk, random, events=events)


def test_file_equals_the_specification_in_a_seeded_search(desk: RotationDesk) -> None:
    for seed in range(400):
        assert_equal_on_a_day(desk, Random(seed), events=50)


@pytest.mark.bench
def test_file_equals_the_specification_in_a_long_seeded_search(desk: RotationDesk) -> None:
    for seed in range(10_000):
        assert_equal_on_a_day(desk, Random(seed + 1_000_000), events=60)


def test_same_answer_twice_and_after_a_restart(tmp_path: Path) -> None:
    desk = RotationDesk(open_desk(tmp_path / "desk.db"))
    day = Day(Random(7), FREE)
    answers: list[tuple[int, str, bool] | None] = []
    for _ in range(60):
        name, arguments = day.step()
        getattr(desk, name)(*arguments)
        answer = plainly(desk.choose(day.k))
        assert plainly(desk.choose(day.k)) == answer
        desk.connection.close()
        desk = RotationDesk(open_desk(tmp_path / "desk.db"))
        assert plainly(desk.choose(day.k)) == answer
        answers.append(answer)
    desk.connection.close()
    assert len(set(answers)) > 10


def test_asking_writes_nothing(desk: RotationDesk) -> None:
    desk.arrive(1, 1, 4, "物流", public=True, rank=1)
    before = desk.connection.total_changes
    choice = desk.choose()
    assert choice is not None
    rotation_questions.why(desk.connection, choice, NOW)
    assert desk.connection.total_changes == before


@pytest.mark.parametrize("statement", STATEMENTS)
def test_each_question_is_an_index_seek(desk: RotationDesk, statement: str) -> None:
    assert_seeks(desk.connection, statement)


def test_state_of_the_rotation_is_read_by_seeks(desk: RotationDesk) -> None:
    for statement in rotation_questions.STATE_STATEMENTS:
        assert_seeks(desk.connection, statement)


def assert_seeks(connection: sqlite3.Connection, statement: str) -> None:
    plan = [row["detail"] for row in connection.execute("EXPLAIN QUERY PLAN " + statement, VALUES)]
    assert plan
    for line in plan:
        assert "TEMP B-TREE" not in line, plan
        assert not line.startswith("SCAN") or line in NO_TABLES, plan


def test_ticket_that_is_put_off_or_closed_is_out_of_the_rotation(desk: RotationDesk) -> None:
    desk.arrive(1, 1, 4, "物流", public=True, rank=1)
    desk.connection.execute("UPDATE ticket SET snoozed = 1")
    desk.sync(1)
    assert desk.choose() is None
    desk.connection.execute("UPDATE ticket SET snoozed = 0, state = 'in_progress'")
    desk.sync(1)
    assert plainly(desk.choose()) == (1, "only_one", False)
    desk.connection.execute("UPDATE ticket SET state = 'follow_up', follow_up_at = 1")
    desk.sync(1)
    assert desk.choose() is None


def test_ticket_that_moves_to_another_customer_waits_for_that_one(desk: RotationDesk) -> None:
    desk.arrive(1, 1, 4, "物流", public=True, rank=1)
    desk.arrive(2, 2, 4, "物流", public=True, rank=2)
    desk.connection.execute("UPDATE ticket SET customer_id = 2 WHERE id = 1")
    desk.sync(1)
    choice = desk.choose()
    assert choice is not None
    assert (choice.ticket_id, choice.customer_id) == (1, 2)
    assert rotation_questions.waiting_customers(desk.connection) == 1


def test_deleted_tickets_leave_nothing_behind(desk: RotationDesk) -> None:
    desk.arrive(1, 1, 4, "物流", public=True, rank=1)
    desk.arrive(2, 2, 3, "发票", public=False, rank=2)
    desk.arrive(3, 2, 3, "发票", public=False, rank=3)
    desk.serve(2, public_reply=False)
    for statement in ("DELETE FROM turn", "DELETE FROM ticket", "DELETE FROM customer"):
        desk.connection.execute(statement)
    left = [
        desk.connection.execute(statement).fetchone()[0]
        for statement in (
            "SELECT count(*) FROM rotation_row",
            "SELECT count(*) FROM rotation_count",
            "SELECT count(*) FROM rotation_customer",
            "SELECT count(*) FROM rotation_served",
        )
    ]
    assert left == [0, 0, 0, 0]
    assert rotation_questions.waiting_customers(desk.connection) == 0
    assert desk.choose() is None


def test_skipping_goes_through_everybody_and_begins_again(desk: RotationDesk) -> None:
    for number in range(1, 6):
        desk.arrive(number, number, number % 4 + 1, "物流", public=True, rank=number)
    offered: list[int] = []
    for _ in range(10):
        choice = desk.choose()
        assert choice is not None
        offered.append(choice.ticket_id)
        desk.skip(choice.ticket_id)
    assert sorted(offered[:5]) == [1, 2, 3, 4, 5]
    assert offered[5:] == offered[:5]
    assert rotation_questions.skips(desk.connection) == 10


def test_skipped_ticket_comes_back_after_one_turn(desk: RotationDesk) -> None:
    desk.arrive(1, 1, 1, "物流", public=True, rank=1)
    desk.arrive(2, 2, 4, "发票", public=True, rank=2)
    desk.arrive(3, 3, 4, "发票", public=True, rank=3)
    desk.skip(1)
    assert plainly(desk.choose()) == (2, "this_round", False)
    desk.serve(2, public_reply=True)
    assert plainly(desk.choose()) == (1, "urgent_level", False)


def test_skipping_what_does_not_wait_is_refused(desk: RotationDesk) -> None:
    with pytest.raises(NotFoundError):
        desk.skip(1)


def test_undone_closing_gives_the_place_back(desk: RotationDesk) -> None:
    for number in range(1, 6):
        desk.arrive(number, number, 4, "物流", public=False, rank=number)
    before = plainly(desk.choose(k=2))
    desk.serve(1, public_reply=False)
    assert plainly(desk.choose(k=1000)) == (2, "this_round", False)
    desk.take_back(1)
    assert before == (1, "this_round", False)
    assert plainly(desk.choose(k=1000)) == before
    assert plainly(desk.choose(k=2)) == (1, "fair_turn", False)


def test_turn_given_outside_the_rotation_still_keeps_its_customer_out_of_the_next(desk: RotationDesk) -> None:
    desk.arrive(1, 1, 4, "物流", public=True, rank=1)
    desk.leave(1)
    desk.arrive(2, 1, 4, "物流", public=True, rank=2)
    desk.arrive(3, 2, 4, "物流", public=True, rank=3)
    desk.serve(1, public_reply=False)
    assert plainly(desk.choose()) == (3, "this_round", False)


def test_recent_topics_are_those_of_public_replies(desk: RotationDesk) -> None:
    for number, topic in enumerate(("物流", "发票", "质量"), 1):
        desk.arrive(number, number, 4, topic, public=True, rank=number)
    desk.serve(1, public_reply=True)
    desk.serve(2, public_reply=False)
    desk.serve(3, public_reply=True)
    assert rotation_questions.recent_topics(desk.connection, 5) == ("质量", "物流")
    assert rotation_questions.recent_topics(desk.connection, 1) == ("质量",)


def test_why_says_the_facts(desk: RotationDesk) -> None:
    rank = 1_000_000
    desk.arrive(1, 1, 4, "物流", public=True, rank=rank)
    desk.serve(1, public_reply=True)
    desk.arrive(2, 2, 2, "发票", public=True, rank=rank)
    desk.arrive(3, 3, 4, "物流", public=True, rank=rank)
    desk.connection.execute("UPDATE customer SET followers = 120000 WHERE id = 2")
    choice = desk.choose()
    assert choice is not None
    since = from_ms(rank)
    facts = rotation_questions.why(desk.connection, choice, since + timedelta(minutes=47))
    assert facts.reason is ChoiceReason.URGENT_LEVEL
    assert (facts.nickname, facts.uid, facts.followers) == ("客户2", "2", 120_000)
    assert (facts.kind, facts.level, facts.topic, facts.is_public) == (Kind.QUESTION, Level.P2, "发票", True)
    assert (facts.last_topic, facts.waited, facts.waiting_customers) == ("物流", timedelta(minutes=47), 2)
    assert rotation_questions.why(desk.connection, choice, since - timedelta(days=1)).waited == timedelta()


def test_sync_of_an_unknown_ticket_does_nothing(desk: RotationDesk) -> None:
    rotation.sync_tickets(desk.connection, (TicketId(99),))
    assert desk.choose() is None


@pytest.mark.parametrize("stored", [None, "0", "500"])
def test_a_file_from_before_knows_its_important_customers(stored: str | None) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as old:
        old.row_factory = sqlite3.Row
        old.executescript("".join(script for name, script in HISTORY if name < "m0008"))
        if stored is not None:
            old.execute("INSERT INTO setting VALUES ('vip.followers', ?)", (stored,))
        facts = (
            (1, "媒体", None),
            (0, "客户", None),
            (0, "客户", 499),
            (0, "客户", 500),
            (0, "名人", 0),
            (0, "客户", 10_000),
        )
        for number, (vip, role, followers) in enumerate(facts, 1):
            old.execute(
                "INSERT INTO customer (id, platform, uid, nickname, vip, role, followers, first_seen_at)"
                " VALUES (?, 'weibo', ?, 'x', ?, ?, ?, 0)",
                (number, str(number), vip, role, followers),
            )
            old.execute(
                TICKET,
                {
                    "ticket": number,
                    "customer": number,
                    "level": 4,
                    "topic": "",
                    "audience": "private",
                    "rank": 0,
                    "turn": None,
                },
            )
            old.execute(
                "INSERT INTO rotation_row"
                " (ticket_id, customer_id, level, band, topic, is_public, round, rank_at, entered)"
                " VALUES (?, ?, 4, 4, '', 0, 1, 0, ?)",
                (number, number, number),
            )
        old.executescript(m0008_rotation.SQL)
        derived = old.execute("SELECT ticket_id, important FROM rotation_row ORDER BY ticket_id").fetchall()
        old.executescript("".join(script for name, script in HISTORY if name > "m0009"))
        rotation.sync_tickets(old, map(TicketId, range(1, len(facts) + 1)))
        again = old.execute("SELECT ticket_id, important FROM rotation_row ORDER BY ticket_id").fetchall()
    assert [tuple(row) for row in derived] == [tuple(row) for row in again]
    assert {row[1] for row in derived} == {0, 1}
