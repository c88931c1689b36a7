"""转交: a complex problem given to a department, and what came back (mission E1–E7)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from weibo_operator.domain.ids import CustomerId, HandoffId, TicketId
from weibo_operator.domain.labels import Level


class HandoffState(StrEnum):
    """Where a handoff stands."""

    WAITING = "waiting"
    ANSWERED = "answered"
    DONE = "done"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """True while the department owes an answer, or we owe the customer what it answered."""
        return self in (HandoffState.WAITING, HandoffState.ANSWERED)


@dataclass(frozen=True, slots=True)
class Handoff:
    """One handoff with the exact columns of mission A9 (问题描述, 类型, 属性, 建议处理部门, 级别)."""

    id: HandoffId
    code: str
    ticket_id: TicketId
    customer_id: CustomerId
    nickname: str
    verified: str
    description: str
    kind: str
    aspect: str
    level: Level
    department: str
    contact: str
    package: str
    state: HandoffState
    sent_at: datetime
    due_at: datetime
    nudges: int
    last_nudged_at: datetime | None
    answered_at: datetime | None
    answer: str
    transfer_number: int
    """1 for the ticket's first handoff; from 2 on the form warns of kicking the ball around (mission E4)."""


def code_of(handoff: HandoffId) -> str:
    """The short code that goes with the package and recognises the answer: F-208."""
    return f"F-{handoff}"


def mentions_code(text: str, code: str) -> bool:
    """True when the code stands whole in the text, however it is typed: F-2 is not in F-20, but is in “ｆ－２”."""
    folded = unicodedata.normalize("NFKC", text).replace("–", "-").replace("—", "-")
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(code)}(?!\d)", folded, re.IGNORECASE) is not None
