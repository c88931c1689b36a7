"""承诺: a promise a reply made, by when, and whether it was kept (mission D17)."""

import re
from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, PromiseId, TicketId
from weibo_operator.domain.labels import Source
from weibo_operator.domain.late_pattern import LatePattern
from weibo_operator.domain.promises import Promise, PromiseKind


class PromiseState(StrEnum):
    """Where a promise stands; one that is open after its time is overdue, which is a question of the moment."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    """Kept, or put off with the customer told, after its time."""
    CANCELLED = "cancelled"
    """Taken off the list, or put off with the customer told in time."""


class RecordedPromise(Struct, frozen=True):
    """One promise as the list shows it. ``previous`` is the promise that this one put off."""

    id: PromiseId
    ticket_id: TicketId
    customer_id: CustomerId
    nickname: str
    followers: int | None
    verified: str
    source: Source
    kind: PromiseKind
    text: str
    made_at: datetime
    due_at: datetime
    state: PromiseState
    settled_at: datetime | None
    previous: PromiseId | None
    by_hand: bool
    """Noted by the operator, in their own words; else read from a reply."""
    problem: str
    """The customer's first words on the ticket."""

    def is_overdue(self, now: datetime) -> bool:
        """True while it is open after its time."""
        return self.state is PromiseState.OPEN and self.due_at <= now


class PromiseRate(Struct, frozen=True):
    """What became of the promises due within a period; those taken off the list are not among them."""

    kept: int
    late: int
    overdue: int
    """Still open after their time."""
    moved: int
    """Put off, the customer told in time."""
    pending: int
    """Their time is still to come."""

    @property
    def due(self) -> int:
        """How many had to be kept by now."""
        return self.kept + self.late + self.overdue

    @property
    def share(self) -> float | None:
        """The share kept in time, None where none was due."""
        return self.kept / self.due if self.due else None


BY_WORDS = frozenset({PromiseKind.REPLY, PromiseKind.RESOLVE})
"""What an answer itself keeps; anything else is a deed, kept when the answer says it is done, or by hand."""

_DONE_BEFORE = r"已经?(?:[为给帮替][您你])?(?:全额|全部|重新|原路|成功|安排)?"
_DONE: Mapping[PromiseKind, LatePattern] = {
    PromiseKind.SHIP: LatePattern(_DONE_BEFORE + r"(?:发|寄|补)|(?:发货|寄出|发出|补发|寄走|补寄)(?:好|出去)?了"),
    PromiseKind.DELIVER: LatePattern(_DONE_BEFORE + r"(?:送达|送到|签收)|(?:送到|签收)了"),
    PromiseKind.REFUND: LatePattern(_DONE_BEFORE + r"退|(?:退款|退回|退还|退)(?:成功|到账|好)?了|退款(?:成功|到账)"),
    PromiseKind.VISIT: LatePattern(_DONE_BEFORE + r"上门|上门(?:过|看过|修好|处理)"),
    PromiseKind.COMPENSATE: LatePattern(
        _DONE_BEFORE + r"(?:补偿|赔|送|发|补)|(?:补偿|赔付|券)[^，。]{0,6}(?:到账|给您)了"
    ),
}
_RECEIVED = LatePattern(
    r"(?:收到|到账|到货|拿到|退到|修好|处理好|解决|送到|补到)(?:了|啦|$|[，。！\[])|已(?:收到|到账|签收|解决)"
)
_NOT_RECEIVED = LatePattern(r"没|未|才|[吗么呢？?]$|什么时候|怎么|能不能|如果|等")
_NOT_DONE = LatePattern(r"还没|尚未|没能|未能|不是|会不会|有没有|才能|之后|以后|后(?:马上|立刻|第一时间)")


def worth_recording(found: Collection[Promise], at: datetime) -> tuple[Promise, ...]:
    """The promises of a text sent at ``at`` that can be kept by a time: one for each deed and time."""
    kept: dict[tuple[PromiseKind, datetime], Promise] = {}
    for each in found:
        if each.due is not None and each.due > at and each.kind is not PromiseKind.GUARANTEE:
            kept.setdefault((each.kind, each.due), each)
    return tuple(kept.values())


def is_put_off(kind: PromiseKind, new: Collection[PromiseKind]) -> bool:
    """Whether a reply that promises ``new`` names another time for a promise of this kind."""
    return bool(BY_WORDS & frozenset(new)) if kind in BY_WORDS else kind in new


def is_confirmed_by(said: Collection[str]) -> bool:
    """Whether the customer says that what was promised has come: 收到了, 到账了, 修好了."""
    clauses = (clause for text in said for clause in re.split(r"[，。！!；;\n]", text))
    return any(_RECEIVED.search(clause) and not _NOT_RECEIVED.search(clause) for clause in clauses)


def is_kept_by(kind: PromiseKind, text: str) -> bool:
    """Whether a reply keeps a promise of this kind: an answer by being one, a deed where it is told as done."""
    if kind in BY_WORDS:
        return True
    done = _DONE.get(kind)
    return done is not None and any(
        done.search(clause) and not _NOT_DONE.search(clause) for clause in re.split(r"[，。！？；,!?;\n]", text)
    )
