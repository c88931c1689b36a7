"""Undo and redo: any history taken back step by step is each earlier state again, after a restart too."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import PROJECT
from tests.services.desk_work import STEPS, DeskWork
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import NothingToUndoError, UndoBarrierError
from weibo_operator.domain.labels import Audience, Level, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend, IntentState
from weibo_operator.storage import journal
from weibo_operator.storage.connection import what_if
from weibo_operator.storage.times import to_ms

HISTORIES = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=25)
ALSO_KEPT = {
    "pane_count": "SELECT state, n FROM pane_count",
    "ticket_event": "SELECT ticket_id, event, at FROM ticket_event ORDER BY ticket_id, at, event",
    "rotation": "SELECT ticket_id, customer_id, topic, is_public, rank_at FROM rotation_row ORDER BY ticket_id",
    "index": "SELECT id FROM message_text_docsize ORDER BY id",
    "names": "SELECT id FROM customer_name_docsize ORDER BY id",
    "sent": "SELECT id FROM intent WHERE state = 'sent' ORDER BY id",
}

ALARM = ("crisis_since", "crisis_silenced", "crisis_signals", "crisis_risk")
DERIVED = ("level", "target_at", "late", *ALARM, "gathered", "outgoing")
"""Columns of a ticket that follow from facts and the hour: time that has passed is not taken back."""

State_ = dict[str, list[tuple[object, ...]]]


def state_of(operator: Operator) -> State_:
    """Every row that undo must bring back; what is derived is checked to be what follows from the rest."""
    connection = operator.desk.connection
    check_derived(operator)
    kept = [row["name"] for row in connection.execute("PRAGMA table_info(ticket)") if row["name"] not in DERIVED]
    select = "SELECT {} FROM {} ORDER BY id"
    queries = {table: select.format("*", table) for table in journal.JOURNALLED} | ALSO_KEPT
    queries["ticket"] = select.format(", ".join(kept), "ticket")
    return {name: [tuple(row) for row in connection.execute(query)] for name, query in queries.items()}


def check_derived(operator: Operator) -> None:
    """The derived columns of open tickets are those of a fresh judgement, but for targets that have passed since."""
    connection, now = operator.desk.connection, to_ms(operator.desk.now())
    select = """
    SELECT id, {} FROM ticket
    WHERE state <> 'closed' AND (late = 1 OR target_at IS NULL OR target_at > ?) ORDER BY id
    """
    query = select.format(", ".join(DERIVED))
    before = [tuple(row) for row in connection.execute(query, (now,))]
    with what_if(connection):
        operator.desk.standing.mark_all_stale()
        operator.desk.standing.follow(frozenset())
        after = {row[0]: tuple(row) for row in connection.execute(query, (now,))}
    assert [after[row[0]] for row in before] == before


def work_through(work: DeskWork, steps: list[tuple[str, int]]) -> list[State_]:
    """Do the steps; the states between, one for each operation that can be undone and the one before all."""
    states, last = [state_of(work.operator)], work.operator.history.last()
    for name, which in steps:
        work.step(name, which)
        newest = work.operator.history.last()
        if newest == last:
            # A step that was refused, or one that is no operation (a skip, a withdrawal), may change no row.
            assert state_of(work.operator)["ticket"] == states[-1]["ticket"], name
            states[-1] = state_of(work.operator)
        else:
            states.append(state_of(work.operator))
            last = newest
    return states


@settings(deadline=None, max_examples=80)
@given(HISTORIES)
def test_undoing_gives_each_earlier_state_and_redoing_each_later_one(language, steps: list[tuple[str, int]]):
    work = DeskWork(language)
    try:
        states = work_through(work, steps)
        for earlier in reversed(states[:-1]):
            work.operator.history.undo()
            assert state_of(work.operator) == earlier
        with pytest.raises(NothingToUndoError):
            work.operator.history.undo()
        for later in states[1:]:
            work.operator.history.redo()
            assert state_of(work.operator) == later
        with pytest.raises(NothingToUndoError):
            work.operator.history.redo()
        assert all(check.ok for check in work.operator.health.examine())
    finally:
        work.operator.close()


def test_undo_and_redo_after_a_restart(language, tmp_path: Path):
    work = DeskWork(language, tmp_path / "desk.db")
    steps = [("capture", 1), ("capture", 3), ("reply", 0), ("forward", 1), ("answer", 0), ("delete_template", 2)]
    try:
        states = work_through(work, steps)
        for earlier in reversed(states[:-1]):
            work.restart()
            work.operator.history.undo()
            assert state_of(work.operator) == earlier
        for later in states[1:]:
            work.restart()
            work.operator.history.redo()
            assert state_of(work.operator) == later
    finally:
        work.operator.close()


def test_redo_follows_the_order_even_if_the_clock_went_back(language):
    work = DeskWork(language)
    try:
        states = work_through(work, [("capture", 0), ("set_level", 2), ("set_level", 3)])
        for _ in range(2):
            work.operator.history.undo()
            work.clock.at = work.clock.at.replace(year=work.clock.at.year - 1)
        for later in states[2:]:
            work.operator.history.redo()
            assert state_of(work.operator) == later
    finally:
        work.operator.close()


def test_a_new_operation_drops_what_could_be_done_again(operator: Operator, customers):
    ticket = operator.intake.capture(customers.message("坏了")).value
    operator.inbox.set_level(ticket, Level.P1)
    operator.history.undo()
    operator.inbox.set_labels(ticket, topic="退货")
    assert operator.history.next() is None
    with pytest.raises(NothingToUndoError):
        operator.history.redo()
    assert operator.inbox.view(ticket).ticket.topic == "退货"


def test_copying_a_reply_drops_the_one_that_was_taken_back(operator: Operator, customers):
    ticket = operator.intake.capture(customers.message("坏了")).value
    first = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="您好", after=AfterSend(State.CLOSED))
    operator.replies.confirm(first.id)
    operator.history.undo()
    second = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="您好", after=AfterSend(State.CLOSED))
    with pytest.raises(NothingToUndoError):
        operator.history.redo()
    operator.replies.confirm(second.id)
    sent = [message for message in operator.inbox.view(ticket).messages if message.text == "您好"]
    assert len(sent) == 1


def test_a_row_that_changed_since_is_not_taken_back(operator: Operator, customers, clock):
    ticket = operator.intake.capture(customers.message("坏了", uid="1", under="p1")).value
    operator.inbox.snooze(ticket, until=clock.now().replace(hour=9))
    clock.advance(hours=1)
    operator.intake.capture(customers.message("怎么还没到", uid="1", under="p1"), undoable=False)
    before = state_of(operator)
    with pytest.raises(UndoBarrierError) as refused:
        operator.history.undo()
    assert refused.value.data["reason"] == "changed_since"
    assert state_of(operator) == before


def test_a_captured_message_is_taken_back_with_its_draft(operator: Operator, customers):
    before = state_of(operator)
    ticket = operator.intake.capture(customers.message("坏了")).value
    operator.replies.save_draft(ticket, Audience.PUBLIC, "您好")
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="您好", after=AfterSend(State.CLOSED))
    with pytest.raises(UndoBarrierError):
        operator.history.undo()
    assert operator.replies.undecided(ticket)[0].id == intent.id
    operator.replies.withdraw(intent.id)
    operator.history.undo()
    assert state_of(operator) == before
    operator.history.redo()
    assert operator.inbox.view(ticket).messages[0].text == "坏了"


def test_the_text_of_a_reply_taken_back_is_the_draft_again(operator: Operator, customers):
    ticket = operator.intake.capture(customers.message("坏了")).value
    operator.replies.save_draft(ticket, Audience.PUBLIC, "这就换")
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="这就换", after=AfterSend(State.CLOSED))
    operator.replies.confirm(intent.id)
    assert operator.replies.drafts(ticket) == {}
    operator.replies.save_draft(ticket, Audience.PUBLIC, "还有一句")
    operator.history.undo()
    assert operator.replies.drafts(ticket) == {Audience.PUBLIC: "这就换\n还有一句"}
    operator.history.redo()
    assert operator.replies.drafts(ticket) == {Audience.PUBLIC: "还有一句"}
    assert operator.replies.confirm(intent.id).value.state is IntentState.SENT


def test_what_was_undone_gives_its_number_to_nobody(operator: Operator, customers):
    first = operator.intake.capture(customers.message("坏了", uid="1")).value
    operator.handoffs.forward(operator.handoffs.defaults(first).form)
    operator.history.undo()
    operator.history.undo()
    second = operator.intake.capture(customers.message("没收到", uid="2")).value
    handed = operator.handoffs.forward(operator.handoffs.defaults(second).form).value
    assert second != first
    assert handed.code == "F-2"
    assert [found.kind for found in operator.history.of_ticket(second)] == [
        OperationKind.CAPTURE,
        OperationKind.FORWARD,
    ]


def test_practice_data_is_a_given(operator: Operator, customers):
    operator.intake.capture(customers.message("坏了"))
    operator.desk.journal.seal()
    with pytest.raises(NothingToUndoError):
        operator.history.undo()


def test_an_unknown_table_is_never_written(operator: Operator):
    with pytest.raises(ValueError, match="sqlite_master"), operator.desk.bookkeeping() as recorder:
        recorder.bulk_insert("sqlite_master", {"name": "x"})


def test_one_module_writes():
    writes = re.compile(r"\b(INSERT\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b")
    folder = PROJECT / "weibo_operator"
    derived = {"levels", "clusters", "cluster_runs", "crises", "gathered", "outgoing", "rotation", "search"}
    allowed = {f"storage/{name}.py" for name in ("journal", *derived)}
    writers = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if writes.search(path.read_text(encoding="utf-8")) and "migrations" not in path.parts
    }
    assert writers == allowed
