"""What the operator fills in before a problem goes to a department."""

from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.handoff import Asks
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Aspect, Level


class HandoffForm(Struct, frozen=True):
    """The form's fields, in the columns of mission A9."""

    ticket_id: TicketId
    description: str
    kind: str
    aspect: Aspect
    level: Level
    department: str
    contact: str
    due_at: datetime
    with_conversation: bool = True
    with_customer: bool = True
    asks: Asks = Asks.ANSWER
    collected_at: datetime | None = None
    """When the conversation was gathered for it: the form was opened."""
    by_hand: bool = False
    """True when the operator changed what was proposed."""
