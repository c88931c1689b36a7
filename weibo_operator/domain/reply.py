"""A reply on its way: the intent that is written before anything leaves the machine (product.md, send exactly once)."""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import AccountId, CustomerId, IntentId, MessageId, OperationId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.open_platform import Reaction, ReplyTarget


class IntentState(StrEnum):
    """Where a reply stands.

    By hand: ``copied`` (in the clipboard, the operator has not said yet whether it was sent). By the program:
    ``queued`` → ``sending`` → ``sent``, ``refused`` (the text is the draft again) or ``unknown`` (待核实, never sent
    again by itself). ``withdrawn``: called back, or given up.
    """

    COPIED = "copied"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """True while its ticket can take no other reply."""
        return self in (IntentState.COPIED, IntentState.QUEUED, IntentState.SENDING, IntentState.UNKNOWN)


class Hold(StrEnum):
    """Why a queued reply waits for the operator's word before it goes."""

    NONE = ""
    OFFLINE = "offline"
    RESTART = "restart"
    """The program ended before it had gone."""
    EXPIRED = "expired"
    """The platform's permission had ended."""
    WROTE_AGAIN = "wrote_again"
    """The customer wrote, or was answered, after the operator pressed."""
    RECIPIENT = "recipient"
    """The ticket is another customer's by now."""


class AfterSend(Struct, frozen=True):
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


class Sending(Struct, frozen=True):
    """What the program needs to send a reply itself. ``account_name`` is for the screen.

    ``send_from`` is the end of the recall window; ``started_at`` when the latest attempt began, both aware UTC.
    ``attempts`` counts the times the platform was too busy to take it. ``looked_at`` is when our own comments were last
    read for it and it was not among them.
    """

    account: AccountId
    account_name: str
    target: ReplyTarget
    send_from: datetime
    hold: Hold
    attempts: int
    started_at: datetime | None
    reaction: Reaction | None
    platform_code: str
    looked_at: datetime | None
    operation: OperationId


class Intent(Struct, frozen=True):
    """One reply that the operator decided to send; ``sending`` is None in copy mode."""

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
    seen: MessageId | None = None
    """The ticket's newest message when the operator pressed."""
    sending: Sending | None = None
    part: str = ""
    """The one question of several that it answers; the turn stays open for the others (mission C9)."""

    @property
    def serves_turn(self) -> bool:
        """Whether the turn is served with it: not by a mere 信息已收到, nor by the answer to one question only."""
        return not self.is_ack and not self.part

    @property
    def is_held(self) -> bool:
        """True when it is queued and waits for the operator's word."""
        return self.state is IntentState.QUEUED and self.sending is not None and self.sending.hold is not Hold.NONE


class OutboxCounts(Struct, frozen=True):
    """How many replies are on their way, by what they need: nothing, the operator's word, or a look on Weibo."""

    leaving: int = 0
    held: int = 0
    unknown: int = 0

    @property
    def all(self) -> int:
        """Everything that has not come to its end."""
        return self.leaving + self.held + self.unknown
