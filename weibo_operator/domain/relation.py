"""关系: how close a customer is to the shop, from what they did or as the operator says (mission F7)."""

from enum import StrEnum

from msgspec import Struct


class Relation(StrEnum):
    """The levels, the nearest last."""

    NEW = "新客户"
    KNOWN = "老客户"
    LOYAL = "忠实客户"
    SUPPORTER = "拥护者"


SUPPORTER_HELPED = 2
"""So many answers to others make a supporter; one is enough together with praise."""
SUPPORTER_PRAISE = 3
LOYAL_MONTHS = 4
PRAISING_MONTHS = 2
"""In so many months somebody who praised us must have turned to us to be loyal."""
KNOWN_TIMES = 2


class History(Struct, frozen=True):
    """What a customer did; every ticket counts once, as praise or as a day.

    ``days``: days in Beijing on which they opened another ticket or on which we logged a contact. ``months``: months in
    Beijing with one of those that is neither a complaint nor abuse, or with praise. ``praise``: tickets that are praise
    or whose words were kept as a testimonial. ``helped``: tickets of others that they answered.
    """

    days: int = 0
    months: int = 0
    praise: int = 0
    helped: int = 0


class Standing(Struct, frozen=True):
    """A customer's level; ``by_hand`` says that the operator chose it, ``history`` is what the program goes by."""

    level: Relation = Relation.NEW
    by_hand: bool = False
    history: History = History()


def relation(history: History) -> Relation:
    """The level that follows from what a customer did; more of anything never lowers it.

    拥护者 speaks for us: answered others twice, or once and praised us, or praised us three times. 忠实客户 comes back
    in four different months, or in two and praised us. 老客户 came on two days, or answered somebody once.
    """
    helped, praise = history.helped, history.praise
    if helped >= SUPPORTER_HELPED or praise >= SUPPORTER_PRAISE or (helped and praise):
        return Relation.SUPPORTER
    if history.months >= LOYAL_MONTHS or (praise and history.months >= PRAISING_MONTHS):
        return Relation.LOYAL
    if helped or history.days + praise >= KNOWN_TIMES:
        return Relation.KNOWN
    return Relation.NEW


def standing(history: History, chosen: str) -> Standing:
    """The level as it stands: the operator's word ``chosen`` (one of the levels' values), else what follows."""
    return Standing(Relation(chosen), True, history) if chosen else Standing(relation(history), False, history)
