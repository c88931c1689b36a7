"""What the rotation knows and what it answers: its counters, a waiting ticket, the choice with its reason."""

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Kind, Level


class ChoiceReason(StrEnum):
    """Why this ticket is next; the faces put it into words."""

    URGENT_LEVEL = "urgent_level"
    """Its level is served before others that wait (mission B1)."""
    FAIR_TURN = "fair_turn"
    """Every k-th turn belongs to the customer who has waited longest for one (mission C5)."""
    OTHER_TOPIC = "other_topic"
    """Taken before its place so that public topics alternate (mission C4)."""
    THIS_ROUND = "this_round"
    """First of those who had no turn in this round (mission C3)."""
    ONLY_ONE = "only_one"
    """Nobody else waits."""
    PLAIN_ORDER = "plain_order"
    """Too few wait to rotate: level, then waiting time and followers (mission C6)."""


class RotationState(Struct, frozen=True):
    """The counters the next choice depends on.

    ``turn``: turns closed so far. ``fair_turn``: the turn that last went to the head of the fair queue.
    ``last_customer``: whose turn was closed last. ``last_topic``: topic of the last public reply, '' if none was.
    ``waiting``: customers with at least one ticket in the rotation. ``buffered``: those of them who are 缓冲中, still
    within the minimum gap after their last public reply (mission C5); none where no gap is set.
    """

    turn: int
    fair_turn: int
    last_customer: CustomerId | None
    last_topic: str
    waiting: int
    buffered: frozenset[CustomerId] = frozenset()

    def fair_due(self, fair_period: int) -> bool:
        """True when the coming turn, or an earlier one that was put off, belongs to the fair queue."""
        return (self.turn + 1) // fair_period > self.fair_turn // fair_period

    def fair_overdue(self, fair_period: int) -> bool:
        """True when a fair turn was put off already and may not be put off again for its topic."""
        return self.turn // fair_period > self.fair_turn // fair_period


class Candidate(Struct, frozen=True):
    """One waiting ticket. ``shown_topic`` is what followers would see, '' if private (mission C6)."""

    ticket_id: TicketId
    customer_id: CustomerId
    level: Level
    shown_topic: str
    rank_at: int

    @property
    def order(self) -> tuple[int, TicketId]:
        """Its place among its equals."""
        return self.rank_at, self.ticket_id


class TopicHead(Struct, frozen=True):
    """One shown topic of a round: how many rows it has, and the first that may be chosen, if any may."""

    shown_topic: str
    rows: int
    first: Candidate | None


class Choice(Struct, frozen=True):
    """下一位: the ticket, why, and whether a fair turn stays ``owed`` when it is served."""

    ticket_id: TicketId
    customer_id: CustomerId
    level: Level
    reason: ChoiceReason
    owed: bool = False

    @property
    def rotating(self) -> bool:
        """False when rotation has switched itself off because few wait."""
        return self.reason is not ChoiceReason.PLAIN_ORDER


class WhyFacts(Struct, frozen=True):
    """The facts of the why-line (design U2). ``topic`` is the ticket's own, also when it is private.

    ``last_topic`` is the topic of the last public reply ('' if none); ``waited`` is never negative.
    """

    reason: ChoiceReason
    nickname: str
    uid: str
    followers: int | None
    kind: Kind
    level: Level
    topic: str
    is_public: bool
    last_topic: str
    waited: timedelta
    waiting_customers: int
