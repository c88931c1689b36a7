"""补救: what was given to make good, and up to which amount the front line decides alone (mission D18, D19)."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import RemedyId, TicketId


class RemedyKind(StrEnum):
    """What was given."""

    REFUND = "退款"
    RESEND = "补发"
    COUPON = "优惠券"
    EXCHANGE = "换货"
    APOLOGY = "道歉"

    @property
    def costs(self) -> bool:
        """True where it has an amount."""
        return self is not RemedyKind.APOLOGY


MOST_CENTS = 100_000_000
"""A million yuan: beyond it the amount is a slip of the finger."""


class Remedy(Struct, frozen=True):
    """One remedy on a ticket; ``cents`` in fen. ``approved_by`` names who agreed where it was above the limit."""

    id: RemedyId
    ticket_id: TicketId
    nickname: str
    kind: RemedyKind
    cents: int
    note: str
    over_limit: bool
    approved_by: str
    given_at: datetime


class RemedyTotal(Struct, frozen=True):
    """What was given of one kind within a period."""

    kind: RemedyKind
    count: int
    cents: int
    over_limit: int


def yuan_words(cents: int) -> str:
    """An amount as people write it: 50, 12.5, 0.08."""
    yuan, rest = divmod(cents, 100)
    return f"{yuan:,}" if not rest else f"{yuan:,}.{rest:02d}".rstrip("0")


def parse_yuan(text: str) -> int | None:
    """An amount typed in yuan, as fen: 50, 12.5, ￥1,200, 30元; None for anything else or more than a million."""
    typed = text.strip().removeprefix("￥").removeprefix("¥").removesuffix("元").replace(",", "").replace("，", "")
    whole, dot, rest = typed.strip().partition(".")
    if (
        not whole.isascii()
        or not whole.isdigit()
        or len(whole) > 9
        or (dot and not (rest.isascii() and rest.isdigit()))
    ):
        return None
    if len(rest) > 2:
        return None
    cents = int(whole) * 100 + int((rest + "00")[:2])
    return cents if cents <= MOST_CENTS else None
