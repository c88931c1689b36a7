"""A pane's order patched by the tickets an operation names is the order a whole reading gives."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.desk_work import NOT_NOW, WORDS, StepClock
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.errors import NothingToUndoError, UndoBarrierError
from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Level, Platform, Source, State
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import AFTER_SEND_CHOICES
from weibo_operator.storage.connection import MEMORY


class Hand:
    """Operations that say what they changed; each takes a number to choose by."""

    def __init__(self, language: Language) -> None:
        self.clock = StepClock()
        self.operator: Operator = build(MEMORY, clock=self.clock, language=language)
        self._written = 0

    def begin(self) -> None:
        """Several tickets in every pane: an order of one is always right."""
        for number in range(12):
            self.clock.at += timedelta(minutes=5)
            ticket, _ = self.capture_one(number)
            if number % 4:
                after = AFTER_SEND_CHOICES[0 if number % 4 < 3 else 3]
                replies = self.operator.replies
                intent = replies.copy(ticket, audience=Audience.PUBLIC, text=f"收到{number}", after=after)
                replies.confirm(intent.id)

    def some(self, which: int) -> TicketId:
        inbox = self.operator.inbox
        known = [ticket for state in State for ticket in inbox.pane(state)]
        return sorted(known)[which % len(known)] if known else self.capture_one(which)[0]

    def capture_one(self, which: int) -> tuple[TicketId, Changes]:
        self._written += 1
        outcome = self.operator.intake.capture(
            IncomingMessage(
                platform=Platform.WEIBO,
                platform_id=f"m{self._written}",
                uid=str(which % 7),
                nickname=f"客户{which % 7}",
                text=WORDS[which % len(WORDS)],
                posted_at=self.clock.at - timedelta(hours=which),
                source=Source.COMMENT,
                audience=Audience.PUBLIC,
                parent_platform_id=f"p{which % 3}",
            )
        )
        return outcome.value, outcome.changes

    def capture(self, which: int) -> Changes:
        return self.capture_one(which)[1]

    def reply(self, which: int) -> Changes:
        after = AFTER_SEND_CHOICES[which % len(AFTER_SEND_CHOICES)]
        replies = self.operator.replies
        intent = replies.copy(
            self.some(which), audience=Audience.PUBLIC, text=f"在查了{which} {self.clock.at}", after=after
        )
        return replies.confirm(intent.id).changes

    def no_reply(self, which: int) -> Changes:
        return self.operator.inbox.no_reply([self.some(which), self.some(which + 1)], reason="闲聊").changes

    def finish(self, which: int) -> Changes:
        return self.operator.inbox.finish(self.some(which)).changes

    def reopen(self, which: int) -> Changes:
        return self.operator.inbox.reopen(self.some(which)).changes

    def set_level(self, which: int) -> Changes:
        return self.operator.inbox.set_level(self.some(which), Level(1 + which % 4)).changes

    def snooze(self, which: int) -> Changes:
        return self.operator.inbox.snooze(self.some(which), until=self.clock.at + timedelta(hours=1 + which)).changes

    def plan(self, which: int) -> Changes:
        due = self.clock.at + timedelta(hours=1 + which)
        return self.operator.follow_ups.plan(self.some(which), due_at=due).changes

    def visited(self, which: int) -> Changes:
        due = self.operator.follow_ups.due_list()
        if not due:
            return Changes()
        found = list(VisitOutcome)[which % len(VisitOutcome)]
        return self.operator.follow_ups.done(due[which % len(due)].id, found).changes

    def wake(self, which: int) -> Changes:
        self.clock.at += timedelta(hours=which)
        return self.operator.inbox.wake()

    def silence(self, which: int) -> Changes:
        self.clock.at += timedelta(days=which)
        return self.operator.follow_ups.make_for_silence()

    def undo(self, _which: int) -> Changes:
        return self.operator.history.undo().changes

    def redo(self, _which: int) -> Changes:
        return self.operator.history.redo().changes


STEPS = tuple(
    name
    for name, step in vars(Hand).items()
    if callable(step) and name not in ("some", "begin", "capture_one") and not name.startswith("_")
)
NOT_ALLOWED = (*NOT_NOW, NothingToUndoError, UndoBarrierError)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from((*STEPS, "capture", "capture")), st.integers(0, 11)), max_size=20))
def test_a_patched_pane_is_the_pane(language: Language, steps: list[tuple[str, int]]) -> None:
    hand = Hand(language)
    hand.begin()
    inbox = hand.operator.inbox
    kept = {state: inbox.pane(state) for state in State}
    try:
        for name, which in steps:
            hand.clock.at += timedelta(minutes=1 + 7 * which)
            step: Callable[[int], Changes] = getattr(hand, name)
            try:
                changes = step(which)
            except NOT_ALLOWED:
                continue
            kept = {state: inbox.pane_after(state, before, changes.tickets) for state, before in kept.items()}
            assert kept == {state: inbox.pane(state) for state in State}, name
    finally:
        hand.operator.close()


@pytest.fixture
def pane(operator: Operator, customers) -> tuple[TicketId, ...]:
    for number in range(5):
        operator.intake.capture(customers.message(f"第{number}件坏了", uid=str(number)))
    return operator.inbox.pane(State.NEW)


def test_an_unchanged_pane_is_handed_back_as_it_was(operator: Operator, pane: tuple[TicketId, ...]) -> None:
    assert operator.inbox.pane_after(State.NEW, pane, frozenset()) is pane
    closed = operator.inbox.no_reply([pane[2]], reason="闲聊").changes
    after = operator.inbox.pane_after(State.NEW, pane, closed.tickets)
    assert after == (*pane[:2], *pane[3:])
    assert operator.inbox.pane_after(State.NEW, after, closed.tickets) is after


def test_what_nobody_named_is_noticed_by_the_count(operator: Operator, pane: tuple[TicketId, ...]) -> None:
    operator.inbox.no_reply([pane[1]], reason="闲聊")
    assert operator.inbox.pane_after(State.NEW, pane, frozenset()) == (pane[0], *pane[2:])


def test_another_connections_writing_is_noticed(open_desk, operator: Operator, pane: tuple[TicketId, ...]) -> None:
    seen = operator.inbox.other_writers()
    operator.inbox.set_level(pane[0], Level.P1)
    assert operator.inbox.other_writers() == seen
    open_desk().inbox.set_level(pane[1], Level.P1)
    assert operator.inbox.other_writers() != seen
