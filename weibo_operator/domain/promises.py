"""What an outgoing text promises the customer, and by when (mission D17)."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.clock import china
from weibo_operator.domain.findings import Grade

_WEEKDAYS = "一二三四五六日"


class PromiseKind(StrEnum):
    """What was promised."""

    REPLY = "reply"
    SHIP = "ship"
    DELIVER = "deliver"
    REFUND = "refund"
    VISIT = "visit"
    RESOLVE = "resolve"
    COMPENSATE = "compensate"
    GUARANTEE = "guarantee"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _LABELS[self.value]


_LABELS = {
    "reply": "答复",
    "ship": "发货",
    "deliver": "送达",
    "refund": "退款",
    "visit": "上门",
    "resolve": "解决",
    "compensate": "补偿",
    "guarantee": "保证",
}


class Promise(Struct, frozen=True):
    """One promise in the characters ``start:end`` of a reply (offsets in code points).

    ``due`` is aware UTC time, or None where no date follows from the words ("到货后", "尽快"). A day alone is due at
    23:59 in Beijing; "前" with a day at that day's first minute. ``grade`` is certain where the words bind us.
    """

    start: int
    end: int
    kind: PromiseKind
    due: datetime | None
    grade: Grade
    text: str
    reason: str


def due_in_words(due: datetime) -> str:
    """A due moment on Beijing's calendar: "11月19日（周四）18:00 前"; without the hour where it is a whole day."""
    local = china(due)
    day = f"{local.month}月{local.day}日（周{_WEEKDAYS[local.weekday()]}）"
    if (local.hour, local.minute) == (23, 59):
        return f"{day}内"
    return f"{day}前" if (local.hour, local.minute) == (0, 0) else f"{day}{local:%H:%M} 前"
