"""The steps of a complex problem (mission E2): collect, classify, hand over, answer back, answer the customer."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.errors import MoveNotAllowedError
from weibo_operator.domain.handoff import Handoff, HandoffState, name_of


class Step(StrEnum):
    """The four steps and the answer to the customer that ends them."""

    COLLECTED = "collected"
    CLASSIFIED = "classified"
    HANDED_OVER = "handed_over"
    ANSWERED = "answered"
    CUSTOMER_ANSWERED = "customer_answered"


class StepTaken(Struct, frozen=True):
    """One step: when it was done and by whom; ``at`` is None for one that is still to come."""

    step: Step
    at: datetime | None
    person: str = ""


NEXT: Mapping[HandoffState, frozenset[HandoffState]] = {
    # A partial answer keeps it waiting; an answer may be put right, or be dropped; a late one is kept when it is over.
    HandoffState.WAITING: frozenset(HandoffState),
    HandoffState.ANSWERED: frozenset({HandoffState.ANSWERED, HandoffState.DONE, HandoffState.WITHDRAWN}),
    HandoffState.DONE: frozenset({HandoffState.ANSWERED, HandoffState.DONE}),
    HandoffState.WITHDRAWN: frozenset({HandoffState.ANSWERED, HandoffState.DONE}),
}
"""Where a handoff may go from each state."""


def check_next(handoff: Handoff, state: HandoffState) -> None:
    """Raise ``MoveNotAllowedError`` unless the handoff may go to ``state``."""
    if state not in NEXT[handoff.state]:
        raise MoveNotAllowedError(ticket=handoff.ticket_id, from_state=handoff.state, to_state=state)


def steps_of(handoff: Handoff) -> tuple[StepTaken, ...]:
    """All five steps of a handoff; those to come have no time."""
    told = handoff.ended_at if handoff.was_told else None
    who = handoff.expert or (name_of(handoff.contact) if handoff.answered_at else "")
    return (
        StepTaken(Step.COLLECTED, handoff.collected_at or handoff.sent_at, handoff.sent_by),
        StepTaken(Step.CLASSIFIED, handoff.sent_at, handoff.sent_by if handoff.classified_by_hand else ""),
        StepTaken(Step.HANDED_OVER, handoff.sent_at, handoff.sent_by),
        StepTaken(Step.ANSWERED, handoff.answered_at, who),
        StepTaken(Step.CUSTOMER_ANSWERED, told, handoff.sent_by if told else ""),
    )
