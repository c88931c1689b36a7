"""What the hour brought by itself, a ticket put off that is back or a visit that is due, never bars undo or redo."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import UndoBarrierError
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend

COLUMNS = "SELECT state, snoozed, follow_up_at, waits_for, open_turn_id FROM ticket WHERE id = ?"


@pytest.fixture
def two(operator: Operator, customers: Customers) -> tuple[TicketId, TicketId]:
    made = [
        operator.intake.capture(customers.message("快递三天没到，帮我查一下", uid=f"u{number}", under=f"p{number}"))
        for number in range(2)
    ]
    first, second = (each.value for each in made)
    assert first is not None
    assert second is not None
    operator.desk.journal.seal()
    return first, second


def columns(operator: Operator, ticket: TicketId) -> tuple[object, ...]:
    return tuple(operator.desk.connection.execute(COLUMNS, (ticket,)).fetchone())


def undone(operator: Operator) -> OperationKind:
    return operator.history.undo().value.kind


def redone(operator: Operator) -> OperationKind:
    return operator.history.redo().value.kind


def snooze(operator: Operator, ticket: TicketId) -> None:
    operator.inbox.snooze(ticket, until=operator.desk.now() + timedelta(minutes=10))


def answer(operator: Operator, ticket: TicketId) -> None:
    intent = operator.replies.copy(
        ticket, audience=Audience.PUBLIC, text="您好，在查。", after=AfterSend(State.IN_PROGRESS, 1)
    )
    operator.replies.confirm(intent.id)


def acknowledge(operator: Operator, ticket: TicketId) -> None:
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text="收到", after=after, is_ack=True)
    operator.replies.confirm(intent.id)


def test_a_snooze_that_is_over_is_taken_back_and_what_came_before_it(
    operator: Operator, two: tuple[TicketId, TicketId], clock: SetClock
) -> None:
    mistaken, later = two
    before = columns(operator, mistaken), columns(operator, later)
    operator.inbox.no_reply([mistaken], reason="闲聊")
    snooze(operator, later)
    clock.advance(minutes=11)
    assert operator.inbox.wake().tickets == {later}
    assert [undone(operator), undone(operator)] == [OperationKind.SNOOZE, OperationKind.NO_REPLY]
    assert (columns(operator, mistaken), columns(operator, later)) == before
    assert all(check.ok for check in operator.health.examine())


def test_a_snooze_done_again_is_over_at_the_next_waking_and_can_be_taken_back_any_time(
    operator: Operator, two: tuple[TicketId, TicketId], clock: SetClock
) -> None:
    _, later = two
    before = columns(operator, later)
    snooze(operator, later)
    put_off = columns(operator, later)
    clock.advance(minutes=11)
    for is_awake in (True, False, True):
        if is_awake:
            operator.inbox.wake()
        assert undone(operator) is OperationKind.SNOOZE
        assert columns(operator, later) == before
        assert redone(operator) is OperationKind.SNOOZE
        assert columns(operator, later) == put_off
    operator.inbox.wake()
    assert columns(operator, later) == before


def test_a_reply_whose_visit_came_due_is_taken_back_with_its_visit(
    operator: Operator, two: tuple[TicketId, TicketId], clock: SetClock
) -> None:
    mistaken, visited = two
    before = columns(operator, visited)
    operator.inbox.no_reply([mistaken], reason="闲聊")
    answer(operator, visited)
    answered = columns(operator, visited)
    clock.advance(days=2)
    assert operator.inbox.wake().tickets >= {visited}
    due = columns(operator, visited)
    assert due[0] == State.FOLLOW_UP.value
    assert [undone(operator), undone(operator)] == [OperationKind.REPLY, OperationKind.NO_REPLY]
    assert columns(operator, visited) == before
    assert operator.follow_ups.due_list() == ()
    assert [redone(operator), redone(operator)] == [OperationKind.NO_REPLY, OperationKind.REPLY]
    assert columns(operator, visited) == answered
    operator.inbox.wake()
    assert columns(operator, visited) == due


def test_a_visit_made_after_it_came_due_is_done_again_right_after_its_reply(
    operator: Operator, two: tuple[TicketId, TicketId], clock: SetClock
) -> None:
    _, visited = two
    before = columns(operator, visited)
    answer(operator, visited)
    clock.advance(days=2)
    operator.inbox.wake()
    (visit,) = operator.follow_ups.due_list()
    operator.follow_ups.done(visit.id, VisitOutcome.SATISFIED, note="好了")
    after = columns(operator, visited)
    for _ in range(2):
        assert [undone(operator), undone(operator)] == [OperationKind.FOLLOW_UP_DONE, OperationKind.REPLY]
        assert columns(operator, visited) == before
        assert [redone(operator), redone(operator)] == [OperationKind.REPLY, OperationKind.FOLLOW_UP_DONE]
        assert columns(operator, visited) == after


def test_an_answer_after_an_acknowledgement_leaves_nobody_in_the_visits_when_it_is_taken_back(
    operator: Operator, two: tuple[TicketId, TicketId], clock: SetClock
) -> None:
    mistaken, visited = two
    operator.inbox.no_reply([mistaken], reason="闲聊")
    acknowledge(operator, visited)
    before = columns(operator, visited)
    answer(operator, visited)
    answered = columns(operator, visited)
    clock.advance(days=2)
    operator.inbox.wake()
    assert columns(operator, visited)[0] == State.FOLLOW_UP.value
    assert undone(operator) is OperationKind.REPLY
    assert columns(operator, visited) == before
    upcoming = operator.inbox.next_up()
    assert upcoming is not None
    assert upcoming.card.id == visited
    assert redone(operator) is OperationKind.REPLY
    assert columns(operator, visited) == answered


@pytest.mark.parametrize("redo", [False, True])
def test_put_off_twice_it_is_put_off_again_when_the_second_is_taken_back_or_done_again(
    operator: Operator, two: tuple[TicketId, TicketId], clock: SetClock, redo: bool
) -> None:
    _, later = two
    first, second = (7, 1) if not redo else (1, 7)
    operator.inbox.snooze(later, until=clock.now() + timedelta(days=first))
    once = columns(operator, later)
    operator.inbox.snooze(later, until=clock.now() + timedelta(days=second))
    twice = columns(operator, later)
    if redo:
        undone(operator)
    clock.advance(days=2)
    operator.inbox.wake()
    assert (redone if redo else undone)(operator) is OperationKind.SNOOZE
    assert columns(operator, later) == (twice if redo else once)
    assert operator.inbox.wake().tickets == frozenset()


def test_a_customer_who_wrote_again_still_bars_undo(
    operator: Operator, two: tuple[TicketId, TicketId], customers: Customers, clock: SetClock
) -> None:
    _, later = two
    snooze(operator, later)
    clock.advance(minutes=5)
    operator.intake.capture(customers.message("怎么还没到", uid="u1", under="p1"), undoable=False)
    clock.advance(minutes=6)
    operator.inbox.wake()
    with pytest.raises(UndoBarrierError):
        operator.history.undo()


def test_an_import_is_taken_back_after_a_snooze_on_it_was_over_and_taken_back(
    operator: Operator, clock: SetClock, tmp_path: Path
) -> None:
    path = tmp_path / "评论.csv"
    path.write_text(
        "评论id,用户id,用户昵称,评论内容,评论时间\nc1,9,小李,快递三天没到,2026-11-19 10:00:00\n", encoding="utf-8"
    )
    operator.intake.import_file(path)
    (ticket,) = operator.inbox.pane(State.NEW)
    snooze(operator, ticket)
    clock.advance(minutes=11)
    assert operator.inbox.wake().tickets == {ticket}
    assert [undone(operator), undone(operator)] == [OperationKind.SNOOZE, OperationKind.IMPORT]
    assert operator.inbox.pane(State.NEW) == ()
    assert all(check.ok for check in operator.health.examine())
