"""转交: a complex problem given to a department, or to the person in charge, and what came back (mission E1–E7, A4)."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, HandoffId, TicketId
from weibo_operator.domain.labels import Level


class HandoffState(StrEnum):
    """Where a handoff stands."""

    WAITING = "waiting"
    ANSWERED = "answered"
    DONE = "done"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """True while the department owes an answer, or we owe the customer what it answered."""
        return self in (HandoffState.WAITING, HandoffState.ANSWERED)


class Asks(StrEnum):
    """What is asked: an answer of a department, or the consent of the person in charge (mission A4)."""

    ANSWER = "answer"
    CONSENT = "consent"


class Verdict(StrEnum):
    """What the person in charge said; NONE for a department's answer."""

    NONE = ""
    AGREED = "agreed"
    DECLINED = "declined"


class Handoff(Struct, frozen=True):
    """One handoff with the exact columns of mission A9 (问题描述, 类型, 属性, 建议处理部门, 级别)."""

    id: HandoffId
    code: str
    ticket_id: TicketId
    customer_id: CustomerId
    nickname: str
    verified: str
    description: str
    kind: str
    aspect: str
    level: Level
    department: str
    contact: str
    package: str
    state: HandoffState
    sent_at: datetime
    due_at: datetime
    nudges: int
    last_nudged_at: datetime | None
    answered_at: datetime | None
    answer: str
    transfer_number: int
    """1 for the ticket's first handoff; from 2 on the form warns of kicking the ball around (mission E4)."""
    asks: Asks
    verdict: Verdict
    expert: str
    """Who answered, as far as known (mission E6)."""
    collected_at: datetime | None
    classified_by_hand: bool
    """True when the operator changed what the program had proposed."""
    sent_by: str
    partial_at: datetime | None
    """When the latest partial answer came; the rest is still awaited while it waits."""
    ended_at: datetime | None
    """When the customer was answered, or when nobody waited any more; None for an answer that led to another desk."""

    @property
    def was_told(self) -> bool:
        """True once the customer has the answer: not for one that was dropped, nor for one that came too late."""
        if self.state is not HandoffState.DONE or self.ended_at is None or self.answered_at is None:
            return False
        return self.answered_at <= self.ended_at

    @property
    def addressee(self) -> str:
        """Who owes the answer: the department, or the person in charge by name."""
        return name_of(self.contact) if self.asks is Asks.CONSENT and self.contact else self.department


def code_of(handoff: HandoffId) -> str:
    """The short code that goes with the package and recognises the answer: F-208."""
    return f"F-{handoff}"


def name_of(contact: str) -> str:
    """The person in a contact's words, without the way to reach them: 王姐 of 王姐（分机 8012）."""
    return contact.split("（", maxsplit=1)[0]
