"""好评: praise kept as a testimonial, with the customer's permission or without, and thanked (mission A13, F6)."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, TestimonialId, TicketId

QUOTE_WORD = "引用"
"""A reply with this word after praise asks the customer whether we may quote it."""


class Permission(StrEnum):
    """Whether the customer agreed to be quoted."""

    NOT_ASKED = "not_asked"
    GIVEN = "given"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """As the screen shows it."""
        return {"not_asked": "还没征得同意", "given": "已征得同意", "refused": "客户不同意"}[self.value]


class Testimonial(Struct, frozen=True):
    """Praise that was kept, in the customer's words."""

    id: TestimonialId
    ticket_id: TicketId
    customer_id: CustomerId
    nickname: str
    followers: int | None
    verified: str
    profile_url: str
    text: str
    permission: Permission
    kept_at: datetime
    thanked_at: datetime | None
    """When we first wrote to the customer after it was said."""
    asked_at: datetime | None
    """When we last asked the customer whether we may quote it."""

    @property
    def thanked(self) -> bool:
        """We wrote to the customer after it was said."""
        return self.thanked_at is not None

    @property
    def is_asked(self) -> bool:
        """True while we have asked for permission and no answer is recorded."""
        return self.permission is Permission.NOT_ASKED and self.asked_at is not None
