"""改进计划: what is to be done better, by whom and by when; a week's report ends with it (mission H8)."""

from datetime import date, datetime

from msgspec import Struct

from weibo_operator.domain.ids import PlanItemId
from weibo_operator.domain.week import Week

LONGEST = 200
"""So many characters an action may have."""
LONGEST_TEXT = 2_000
"""So many characters the conclusions of a week may have."""


class PlanEdit(Struct, frozen=True):
    """What the operator writes: the action, who does it ("" for nobody named), by which day."""

    action: str
    owner: str = ""
    due: date | None = None


class PlanItem(Struct, frozen=True):
    """One item of a week's plan."""

    id: PlanItemId
    week: Week
    action: str
    owner: str
    due: date | None
    done_at: datetime | None

    @property
    def done(self) -> bool:
        """True once it was ticked."""
        return self.done_at is not None
