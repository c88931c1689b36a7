"""重做 leaves the rotation as the operation had left it: the turn is served, with its number and its place."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Customers, SetClock
from tests.services.desk_work import DeskWork
from weibo_operator.bootstrap import Language, Operator
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Level, State
from weibo_operator.domain.operations import OperationKind
from weibo_operator.domain.reply import AfterSend
from weibo_operator.domain.settings import ROTATION_THRESHOLD, SAME_MATTER_HOURS

PLACES = (
    # Who came before whom, not with which number: what arrives by being done again draws a new one.
    "SELECT ticket_id, customer_id, band, round, topic, rank_at, rank() OVER (ORDER BY entered) FROM rotation_row",
    "SELECT customer_id, rank() OVER (ORDER BY stamp), served_turn, stamp IS NULL FROM rotation_customer",
    "SELECT * FROM rotation_served",
    # The round that an arrival would find: it is brought up to the lowest that waits before anybody is given one.
    (
        "SELECT level, max(level.round, min(row.round)) FROM rotation_row AS row"
        " JOIN rotation_level AS level USING (level) GROUP BY level"
    ),
    "SELECT turn, fair_turn, skips, waiting FROM rotation_state",
)
CLOSINGS = ("reply", "reply", "private_reply", "promise", "no_reply", "no_reply_to_all", "finish")
BETWEEN = (
    *("capture", "capture", "capture", "acknowledge", "skip"),
    *("set_level", "set_labels", "snooze", "reopen", "forward", "answer"),
)
SERVING = {OperationKind.REPLY, OperationKind.NO_REPLY, OperationKind.FINISH}
Places = list[list[tuple[object, ...]]]


def places(operator: Operator) -> Places:
    """Where every ticket and customer stands, and which turns were served."""
    return [sorted(map(tuple, operator.desk.connection.execute(query))) for query in PLACES]


@pytest.fixture
def six(operator: Operator, customers: Customers, clock: SetClock) -> Operator:
    """Six customers, two tickets each, all of one level; it rotates."""
    operator.shop.change(ROTATION_THRESHOLD, 0)
    operator.shop.change(SAME_MATTER_HOURS, 0)
    for number in range(6):
        for text in ("快递三天没到，帮我查一下", "发票什么时候开？"):
            ask(operator, customers, clock, number, text)
    operator.inbox.set_levels(operator.inbox.pane(State.NEW), Level.P3)
    return operator


def ask(operator: Operator, customers: Customers, clock: SetClock, number: int, text: str, **how: bool) -> None:
    clock.advance(minutes=1)
    message = customers.message(text, uid=str(number), nickname=f"客户{number}", under=f"p{clock.at}")
    operator.intake.capture(message, **how)


def answer(operator: Operator, ticket: TicketId) -> None:
    after = AfterSend(State.IN_PROGRESS)
    intent = operator.replies.copy(ticket, audience=Audience.PUBLIC, text=f"在查 {ticket}", after=after)
    operator.replies.confirm(intent.id)


def upcoming(operator: Operator) -> TicketId:
    found = operator.inbox.next_up()
    assert found is not None
    return found.card.id


def test_a_reply_done_again_is_served_as_before_and_the_next_one_follows(six: Operator) -> None:
    served = upcoming(six)
    answer(six, served)
    after, follows = places(six), upcoming(six)
    six.history.undo()
    assert places(six) != after
    assert upcoming(six) == served
    six.history.redo()
    assert places(six) == after
    assert upcoming(six) == follows != served


def test_turns_of_one_customer_closed_at_once_are_served_again(six: Operator) -> None:
    six.inbox.no_reply([TicketId(1), TicketId(2)], reason="闲聊")
    after = places(six)
    for _ in range(3):
        six.history.undo()
        six.history.redo()
        assert places(six) == after


@pytest.mark.parametrize("chosen", [(1, 2), (2, 1), (1, 2, 9, 10), (3, 9, 10)])
def test_turns_of_one_customer_taken_back_at_once_were_never_served(six: Operator, chosen: tuple[int, ...]) -> None:
    answer(six, upcoming(six))
    before = six.desk.connection.execute(PLACES[1]).fetchall()
    six.inbox.no_reply([TicketId(ticket) for ticket in chosen], reason="闲聊")
    six.history.undo()
    assert six.desk.connection.execute(PLACES[1]).fetchall() == before


def test_days_of_replies_give_the_same_order_whether_or_not_each_is_done_again(six: Operator) -> None:
    for _ in range(8):
        answer(six, upcoming(six))
        after = places(six)
        six.history.undo()
        six.history.redo()
        assert places(six) == after


def test_what_came_in_between_waits_for_the_next_round(six: Operator, customers: Customers, clock: SetClock) -> None:
    six.inbox.no_reply([TicketId(1), TicketId(2)], reason="闲聊")
    six.history.undo()
    ask(six, customers, clock, 0, "还有一件事，怎么退货", undoable=False)
    six.history.redo()
    rows = six.desk.connection.execute(
        "SELECT row.round > level.round, stamp = entered FROM rotation_row AS row"
        " JOIN rotation_level AS level USING (level) JOIN rotation_customer USING (customer_id)"
        " WHERE customer_id = (SELECT customer_id FROM ticket WHERE id = 1)"
    ).fetchall()
    assert [tuple(row) for row in rows] == [(1, 1)]


def live(language: Language, random: Random, steps: int) -> None:
    """Some steps; after each the latest closings are taken back and done again."""
    work = DeskWork(language)
    try:
        work.operator.shop.change(ROTATION_THRESHOLD, 0)
        work.operator.shop.change(SAME_MATTER_HOURS, 0)
        work.operator.follow_ups.make_for_silence()
        run: list[Places] = []
        for _ in range(steps):
            name = random.choice((*CLOSINGS, *BETWEEN))
            before, last = places(work.operator), work.operator.history.last()
            work.step(name, random.randrange(10))
            newest = work.operator.history.last()
            if newest != last:
                served = newest is not None and newest.kind in SERVING
                run = [*(run or [before]), places(work.operator)] if served else []
            for _ in run[1:]:
                work.operator.history.undo()
            for _ in run[1:]:
                work.clock.at += timedelta(minutes=random.choice([0, 1, 90]))
                work.operator.history.redo()
            assert not run or places(work.operator) == run[-1]
    finally:
        work.operator.close()


@settings(deadline=None, max_examples=30)
@given(random=st.randoms(use_true_random=False), steps=st.integers(1, 25))
def test_closings_done_again_leave_the_rotation_as_they_had(language, random: Random, steps: int) -> None:
    live(language, random, steps)


def test_closings_done_again_leave_the_rotation_as_they_had_in_a_seeded_search(language) -> None:
    for seed in range(12):
        live(language, Random(seed), 40)
