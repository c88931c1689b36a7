"""A reply on its way: the intent that is written before anything leaves the machine (product.md, send exactly once)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from weibo_operator.domain.ids import CustomerId, IntentId, TicketId
from weibo_operator.domain.labels import Audience, State


class IntentState(StrEnum):
    """Where a reply stands. ``copied``: text in the clipboard, the operator has not said yet whether it was sent."""

    COPIED = "copied"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class AfterSend:
    """发送后: the ticket's state after a confirmed reply and, in days, when to visit the customer."""

    state: State
    follow_up_days: int | None = None

    def due(self, sent_at: datetime) -> datetime | None:
        """When the visit is due, or None."""
        return None if self.follow_up_days is None else sent_at + timedelta(days=self.follow_up_days)


AFTER_SEND_CHOICES: tuple[AfterSend, ...] = (
    AfterSend(State.IN_PROGRESS, 3),
    AfterSend(State.IN_PROGRESS),
    AfterSend(State.FOLLOW_UP, 3),
    AfterSend(State.FOLLOW_UP, 7),
    AfterSend(State.CLOSED),
)


@dataclass(frozen=True, slots=True)
class Intent:
    """One reply that the operator decided to send."""

    id: IntentId
    ticket_id: TicketId
    customer_id: CustomerId
    nickname: str
    audience: Audience
    text: str
    link: str
    state: IntentState
    after: AfterSend
    is_ack: bool
    created_at: datetime
