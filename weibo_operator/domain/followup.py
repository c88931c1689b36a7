"""回访: a dated visit to a served customer (mission E8)."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, FollowUpId, TicketId
from weibo_operator.domain.labels import Source


class FollowUpState(StrEnum):
    """Where a visit stands."""

    DUE = "due"
    DONE = "done"
    CANCELLED = "cancelled"


class VisitOutcome(StrEnum):
    """What the visit found (mission E8, E12)."""

    SATISFIED = "满意"
    NEW_PROBLEM = "新问题"
    PRAISE_SHARED = "好评分享"
    NOTHING = "无动态"
    DISSATISFIED = "不满"
    UNSOLVED_CALM = "未解决但已安抚"

    @property
    def reopens(self) -> bool:
        """True when the ticket goes back to 处理中 instead of 完成."""
        return self in (VisitOutcome.NEW_PROBLEM, VisitOutcome.DISSATISFIED)


class FollowUp(Struct, frozen=True):
    """One visit as the due list shows it."""

    id: FollowUpId
    ticket_id: TicketId
    customer_id: CustomerId
    nickname: str
    followers: int | None
    verified: str
    source: Source
    profile_url: str
    due_at: datetime
    question: str
    problem: str
    """The customer's first words on the ticket."""
    handling: str
    """Our last reply on it."""
    state: FollowUpState
    outcome: VisitOutcome | None
    note: str
    done_at: datetime | None
    turn_count: int
