"""Chatter and advertising gathered for one look: how sure triage is of each, and the row a list paints."""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Kind, Source
from weibo_operator.domain.levels import SILENT_KINDS

_QUOTED, _ONLY_MARKS, _NOTHING = "“", "只有", "没有找到"
"""How a reason of triage begins: deciding words, nothing but marks, or nothing found to act on."""


class Sureness(IntEnum):
    """How sure triage is that no answer is needed; 0 stands in the file for a ticket that is not gathered."""

    UNSURE = 1
    LIKELY = 2
    SURE = 3


def deciding_reason(reasons: Sequence[str]) -> str:
    """The reason that says why no answer is needed (“…”→闲聊), else the first; empty without any."""
    ends = tuple(f"→{kind}" for kind in SILENT_KINDS)
    return next((reason for reason in reasons if any(end in reason for end in ends)), reasons[0] if reasons else "")


def sureness(reasons: Sequence[str]) -> Sureness:
    """Sure where words decided, unsure where only nothing else was found, likely in between (likeness, lessons)."""
    reason = deciding_reason(reasons)
    if not reason or reason.startswith(_NOTHING):
        return Sureness.UNSURE
    return Sureness.SURE if reason.startswith((_QUOTED, _ONLY_MARKS)) else Sureness.LIKELY


class GatheredRow(Struct, frozen=True):
    """One gathered ticket; ``text`` is the customer's latest words, ``reasons`` are triage's own phrases."""

    ticket: TicketId
    customer: CustomerId
    nickname: str
    text: str
    kind: Kind
    source: Source
    sureness: Sureness
    reasons: tuple[str, ...]
    at: datetime
    link: str
