"""Post ids in their two spellings: the number (``4537740077310227``) and the short ``bid`` of a permalink."""

from datetime import UTC, datetime

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_BID_GROUP = 4
_MID_GROUP = 7
_MID_LIMIT = 10**_MID_GROUP
_LONGEST_BID = 12
_MID_EPOCH = 515483463
_MID_SHIFT = 22


def mid_to_bid(mid: str) -> str:
    """The short spelling of a decimal id (weibo.md 3.2); raises ``ValueError`` when ``mid`` is no id."""
    if not (mid.isascii() and mid.isdecimal()) or mid.startswith("0"):
        raise ValueError(f"no id: {mid!r}")
    first = len(mid) % _MID_GROUP or _MID_GROUP
    groups = [mid[:first], *(mid[at : at + _MID_GROUP] for at in range(first, len(mid), _MID_GROUP))]
    head, *tail = (_encode(int(group)) for group in groups)
    return head + "".join(group.rjust(_BID_GROUP, "0") for group in tail)


def bid_to_mid(bid: str) -> str:
    """The decimal id of a short spelling; raises ``ValueError`` when ``bid`` spells no id."""
    if not bid or len(bid) > _LONGEST_BID or bid.startswith("0"):
        raise ValueError(f"no bid: {bid!r}")
    first = len(bid) % _BID_GROUP or _BID_GROUP
    groups = [bid[:first], *(bid[at : at + _BID_GROUP] for at in range(first, len(bid), _BID_GROUP))]
    head, *tail = (_decode(group) for group in groups)
    return str(head) + "".join(str(value).rjust(_MID_GROUP, "0") for value in tail)


def time_of_mid(mid: str) -> datetime | None:
    """The moment a post's id was given out (weibo.md 3.2), to check a file's clock; None out of range."""
    seconds = (int(mid) >> _MID_SHIFT) + _MID_EPOCH
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _encode(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, len(DIGITS))
        digits = DIGITS[rest] + digits
    return digits or "0"


def _decode(group: str) -> int:
    value = 0
    for digit in group:
        if digit not in _VALUE:
            raise ValueError(f"no bid: {group!r}")
        value = value * len(DIGITS) + _VALUE[digit]
    if value >= _MID_LIMIT:
        raise ValueError(f"no bid: {group!r}")
    return value
