"""线下已解决 → 线上反馈: solved by telephone or at the counter, and where the customer said so in public (E11)."""

from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.ids import OfflineSolutionId, TicketId


class OfflineSolution(Struct, frozen=True):
    """How a ticket was solved outside the platform; ``link`` is empty until the customer's public words are known."""

    id: OfflineSolutionId
    ticket_id: TicketId
    nickname: str
    how: str
    solved_at: datetime
    link: str
    linked_at: datetime | None

    @property
    def is_fed_back(self) -> bool:
        """The public result is known."""
        return self.linked_at is not None
