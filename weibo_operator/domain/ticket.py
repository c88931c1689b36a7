"""One problem of one customer, and the row of it that a list shows."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.customer import Importance
from weibo_operator.domain.ids import CustomerId, HandoffId, TicketId, TurnId
from weibo_operator.domain.labels import (
    Actor,
    Aspect,
    Audience,
    Kind,
    Level,
    Nature,
    Platform,
    Sentiment,
    Source,
    State,
)
from weibo_operator.domain.matters import Cluster


class WaitsFor(StrEnum):
    """Whose move it is."""

    US = "us"
    DEPARTMENT = "department"
    CUSTOMER = "customer"
    NOBODY = "nobody"


class Outgoing(StrEnum):
    """Whether the ticket's reply is on its way: held and unknown ones wait for the operator's decision."""

    NONE = ""
    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    HELD = "held"


class Ticket(Struct, frozen=True):
    """A ticket with everything the reply session needs besides its messages.

    ``waiting_since`` is the platform time of the first message of the open turn (or of the department's answer), None
    when nobody waits for us; ``target_at`` is when the response target of its customer's tier passes. ``level_by`` and
    ``labels_by`` say who set them (mission H10).
    """

    id: TicketId
    customer_id: CustomerId
    state: State
    level: Level
    level_by: Actor
    kind: Kind
    nature: Nature
    aspect: Aspect
    department: str
    topic: str
    issue: str
    product: str
    sentiment: Sentiment
    advice: Audience
    no_reply_advised: bool
    labels_by: Actor
    reasons: tuple[str, ...]
    crisis: bool
    source: Source
    audience: Audience
    waits_for: WaitsFor
    waiting_since: datetime | None
    target_at: datetime | None
    open_turn_id: TurnId | None
    turn_count: int
    acked: bool
    opened_at: datetime
    last_activity_at: datetime
    follow_up_at: datetime | None
    closed_at: datetime | None
    close_reason: str
    previous_ticket_id: TicketId | None
    handoff_id: HandoffId | None
    link: str
    thread: str
    leads: tuple[str, ...]
    """The 负责人 whom its messages mention (mission A11)."""


class Card(Struct, frozen=True):
    """A ticket as a list paints it: one row, no further queries."""

    id: TicketId
    customer_id: CustomerId
    nickname: str
    followers: int | None
    verified: str
    state: State
    level: Level
    kind: Kind
    department: str
    platform: Platform
    source: Source
    audience: Audience
    snippet: str
    waits_for: WaitsFor
    waiting_since: datetime | None
    target_at: datetime | None
    turn_count: int
    last_activity_at: datetime
    follow_up_at: datetime | None
    follow_up_question: str
    handoff_department: str
    handoff_state: str
    handoff_due_at: datetime | None
    asked_again: int
    """How often the customer wrote again while a reply was owed (“客户追问了 n 次”)."""
    importance: Importance
    """The customer's tier (mission B5, B7)."""
    crowd: Cluster | None
    """The customers who say the same, this one among them (mission A12); None where nobody else could."""
    leads: tuple[str, ...]
    """The 负责人 whom its messages mention (mission A11)."""
    outgoing: Outgoing
