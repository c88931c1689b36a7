"""Orders from a file of the shop's own system: looked up, never changed, never exported (mission G13)."""

from enum import StrEnum

from msgspec import Struct

TAIL = 4
"""Digits by which people name an order or a phone."""


class Order(Struct, frozen=True):
    """One row of the shop's list; of a phone only the last four digits are kept."""

    number: str
    nickname: str
    phone_tail: str
    product: str
    state: str
    waybill: str
    ordered_at: str

    @property
    def tail(self) -> str:
        """The end of its number, as people say it."""
        return key_of(self.number)[-TAIL:]


class ClueKind(StrEnum):
    """What a number in the customer's words is the number of."""

    ORDER = "order"
    PHONE = "phone"


class OrderClue(Struct, frozen=True):
    """A number by which an order may be found; ``said`` when words name it (订单尾号 3307), not digits alone."""

    kind: ClueKind
    digits: str
    said: bool


def key_of(number: str) -> str:
    """A number without spaces, dashes and case: what is compared."""
    return "".join(sign for sign in number.upper() if sign.isascii() and sign.isalnum())
