"""A customer writes at the very moment of the operator's decision: nothing is decided over those words."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.conftest import Customers, SetClock
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import MessageId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend

QUESTION, AGAIN = "快递三天没到，催一下物流", "还是没到！再不处理我就投诉12315"
LATER = timedelta(days=2)

Decide = Callable[[Operator, TicketId, MessageId], object]


def finish(operator: Operator, ticket: TicketId, _seen: MessageId) -> object:
    return operator.inbox.finish(ticket)


def plan(operator: Operator, ticket: TicketId, _seen: MessageId) -> object:
    return operator.follow_ups.plan(ticket, due_at=operator.desk.now() + LATER)


def plan_seen(operator: Operator, ticket: TicketId, seen: MessageId) -> object:
    return operator.follow_ups.plan(ticket, due_at=operator.desk.now() + LATER, seen_to=seen)


def forward(operator: Operator, ticket: TicketId, _seen: MessageId) -> object:
    form = operator.handoffs.defaults(ticket).form
    return operator.handoffs.forward(replace(form, due_at=operator.desk.now() + LATER))


def forward_seen(operator: Operator, ticket: TicketId, seen: MessageId) -> object:
    form = operator.handoffs.defaults(ticket).form
    return operator.handoffs.forward(replace(form, due_at=operator.desk.now() + LATER), seen_to=seen)


def snooze(operator: Operator, ticket: TicketId, seen: MessageId) -> object:
    return operator.inbox.snooze(ticket, until=operator.desk.now() + LATER, seen_to=seen)


def no_reply(operator: Operator, ticket: TicketId, seen: MessageId) -> object:
    return operator.inbox.no_reply([ticket], reason="闲聊", seen_to=seen)


def wake(operator: Operator, _ticket: TicketId, _seen: MessageId) -> object:
    return operator.inbox.wake()


def silence(operator: Operator, _ticket: TicketId, _seen: MessageId) -> object:
    return operator.follow_ups.make_for_silence()


DECISIONS: tuple[Decide, ...] = (finish, plan, plan_seen, forward, forward_seen, snooze, no_reply, wake, silence)


class Two:
    """The operator's desk and another of the same file that stores the customer's words meanwhile."""

    def __init__(self, path: Path, clock: SetClock, language: Language) -> None:
        self.operator = build(path, clock=clock, language=language)
        self.other = build(path, clock=clock, language=language)

    def just_before_the_write(self, deed: Callable[[], object]) -> None:
        """Do it once, when the operator's desk is about to take the file for itself."""
        left = [deed]

        def watch(statement: str) -> None:
            if statement == "BEGIN IMMEDIATE" and left:
                left.pop()()

        self.operator.desk.connection.set_trace_callback(watch)

    def close(self) -> None:
        self.operator.desk.connection.set_trace_callback(None)
        self.operator.close()
        self.other.close()


@pytest.fixture
def two(tmp_path: Path, clock: SetClock, language: Language) -> Iterator[Two]:
    made = Two(tmp_path / "desk.db", clock, language)
    yield made
    made.close()


@pytest.mark.parametrize("decide", DECISIONS, ids=lambda each: each.__name__)
def test_whoever_writes_at_that_moment_still_waits_for_us(
    two: Two, clock: SetClock, customers: Customers, decide: Decide
) -> None:
    operator = two.operator
    ticket = operator.intake.capture(customers.message(QUESTION, uid="u1", under="p1")).value
    assert ticket is not None
    answer(operator, ticket)
    if decide is wake:  # a visit that has come due while the ticket is still in 处理中
        operator.follow_ups.plan(ticket, due_at=operator.desk.now() + timedelta(hours=1))
        operator.desk.connection.execute("UPDATE ticket SET state = 'in_progress' WHERE id = ?", (ticket,))
        clock.advance(hours=2)
    if decide is silence:
        clock.advance(days=30)
    seen = operator.inbox.seen_to()
    words = customers.message(AGAIN, uid="u1", under="p1")
    two.just_before_the_write(lambda: two.other.intake.capture(words, undoable=False))
    refused = False
    try:
        decide(operator, ticket, seen)
    except OperatorError:
        refused = True
    view = operator.inbox.view(ticket)
    assert [message.text for message in view.messages][-1] == AGAIN, "it came in meanwhile"
    assert refused == (decide not in (plan, forward, wake, silence))
    assert view.ticket.open_turn_id is not None
    assert view.ticket.waits_for.value == "us"
    assert view.ticket.state in (State.NEW, State.IN_PROGRESS)
    upcoming = operator.inbox.next_up()
    assert upcoming is not None
    assert upcoming.card.id == ticket


def test_a_reply_is_not_copied_over_words_that_came_at_that_moment(two: Two, customers: Customers) -> None:
    operator = two.operator
    ticket = operator.intake.capture(customers.message("杯子有蓝色吗", uid="u1", under="p1")).value
    assert ticket is not None
    opened = operator.replies.opened(ticket)
    assert not operator.replies.is_stale(opened)
    words = customers.message("我对花生过敏，急", uid="u1", under="p1")
    two.just_before_the_write(lambda: two.other.intake.capture(words, undoable=False))
    with pytest.raises(OperatorError, match="wrote_again"):
        operator.replies.copy(
            ticket,
            audience=Audience.PUBLIC,
            text="有的",
            after=AfterSend(State.IN_PROGRESS),
            seen=opened.newest,
        )
    assert operator.replies.undecided(ticket) == ()


def test_what_the_operator_has_seen_is_decided(two: Two, customers: Customers) -> None:
    operator = two.operator
    ticket = operator.intake.capture(customers.message(QUESTION, uid="u1", under="p1")).value
    assert ticket is not None
    operator.inbox.snooze(ticket, until=operator.desk.now() + LATER, seen_to=operator.inbox.seen_to())
    assert operator.inbox.next_up() is None
    operator.history.undo()
    operator.inbox.no_reply([ticket], reason="闲聊", seen_to=operator.inbox.seen_to())
    assert operator.inbox.view(ticket).ticket.state is State.CLOSED


def answer(operator: Operator, ticket: TicketId) -> None:
    intent = operator.replies.copy(
        ticket, audience=Audience.PUBLIC, text="您好，在查", after=AfterSend(State.IN_PROGRESS)
    )
    operator.replies.confirm(intent.id)
