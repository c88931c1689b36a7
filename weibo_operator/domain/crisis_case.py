"""What the operator makes of a crisis signal: a case with its checklist and its post-mortem (mission B2, B9, B12)."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.crisis import CountSample, CrisisFacts, Risk, Signal
from weibo_operator.domain.ids import CrisisId, MessageId, TicketId
from weibo_operator.domain.labels import State


class CaseState(StrEnum):
    """Raised by signals, then confirmed or turned down by the operator, closed at the end."""

    RAISED = "raised"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    CLOSED = "closed"


OPEN_CASES = (CaseState.RAISED, CaseState.CONFIRMED)


class PlaybookStep(Struct, frozen=True):
    """One step of the checklist: its phase (稳住, 沟通, 修复), what to do, a hint, and words for a reply or empty."""

    phase: str
    key: str
    title: str
    hint: str
    text: str
    audience: str


class DoneStep(Struct, frozen=True):
    """When a step was ticked, and the note with it."""

    at: datetime
    note: str


class Review(Struct, frozen=True):
    """The post-mortem: which missed or late ticket it began with, why, what was done, what changes, who and by when."""

    missed_ticket: TicketId | None
    cause: str
    done: str
    change: str
    owner: str
    due_on: date | None
    written_at: datetime | None = None


class MissedTicket(Struct, frozen=True):
    """A ticket of the customer or the crowd whose first answer came late, or never."""

    ticket: TicketId
    nickname: str
    text: str
    opened_at: datetime
    answered_after: timedelta | None


class CrisisRow(Struct, frozen=True):
    """A case as the list shows it; ``crowd`` counts the tickets it covers besides its own."""

    ticket: TicketId
    case: CrisisId | None
    nickname: str
    verified: str
    followers: int | None
    text: str
    link: str
    ticket_state: State
    state: CaseState
    raised_at: datetime
    decided_at: datetime | None
    closed_at: datetime | None
    reason: str
    risk: int
    steps_done: int
    whole_crowd: bool
    by_size_alone: bool
    """True when nothing but the size of its crowd speaks for it."""
    crowd: int = 0

    @property
    def undecided(self) -> bool:
        """True while the operator has not said whether this is a crisis."""
        return self.state is CaseState.RAISED


class SampledMessage(Struct, frozen=True):
    """A message whose counts were taken more than once, oldest sample first."""

    message: MessageId
    text: str
    samples: tuple[CountSample, ...]


class CrisisView(Struct, frozen=True):
    """Everything the crisis page shows of one case, read at one moment.

    ``steps`` holds the ticked ones by key. ``answered_at`` is our first public answer after the alarm.
    """

    row: CrisisRow
    facts: CrisisFacts
    signals: tuple[Signal, ...]
    risk: Risk
    steps: dict[str, DoneStep]
    sampled: tuple[SampledMessage, ...]
    answered_at: datetime | None
    review: Review | None
