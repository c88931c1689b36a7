"""What every intent begins with, whichever road its reply takes."""

import uuid
from collections.abc import Callable

from weibo_operator.domain.ids import IntentId, TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.reply import AfterSend
from weibo_operator.storage.journal import Value

NewId = Callable[[], str]


def random_id() -> str:
    """A new intent's id: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def intent_values(
    intent_id: IntentId,
    ticket: TicketId,
    *,
    audience: Audience,
    text: str,
    after: AfterSend,
    is_ack: bool,
    open_typos: int,
    part: str = "",
) -> dict[str, Value]:
    """The columns of a new intent that say what the operator decided."""
    return {
        "id": intent_id,
        "ticket_id": ticket,
        "audience": audience.value,
        "text": text,
        "after_state": after.state.value,
        "after_days": after.follow_up_days,
        "is_ack": int(is_ack),
        "open_typos": open_typos,
        "part": part,
    }
