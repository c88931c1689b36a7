"""Ids of messages and people where the export holds them whole, damaged by a spreadsheet, or not at all."""

import hashlib
import re

from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.channels.file_import.rows import RowCode
from weibo_operator.domain.base62 import bid_to_mid, mid_to_bid
from weibo_operator.domain.labels import Platform

_SCIENTIFIC = re.compile(r"\d(?:\.\d*)?[eE]\+?\d+", re.ASCII)
_SHORTEST_ID = 8
"""Shorter numbers are a row counter, not an id."""
_SHORTEST_UID = 5
_SHORTEST_FOREIGN = 6
_TELEPHONE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})", re.ASCII)
"""No uid of Weibo's looks so: its numbers have ten digits."""
_IN_GROUPS = re.compile(r"[\s\-]+")
_EXCEL_DIGITS = 15
"""A spreadsheet keeps this many digits of a number and writes zeros for the rest."""
_BID_LENGTHS = (8, 9)
_HASH_DIGITS = 24
_AUTHOR_HASH_DIGITS = 8


class RowError(Exception):
    """This row can't become a message: ``code`` and what was seen."""

    def __init__(self, code: RowCode, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def whole_id(text: str) -> str:
    """``text`` when it is an id as the platform writes it, else ""."""
    # Real ids begin with no zero, which the short spelling could not hold.
    is_id = len(text) >= _SHORTEST_ID and text.isascii() and text.isdecimal() and text[0] != "0"
    return text if is_id else ""


def own_id(values: Values) -> str:
    """The message's own id, repaired from its bid where needed, or "" where the row has none.

    Raises ``RowError`` (``damaged_id``) for ``4.53774E+15`` without a bid to repair it from.
    """
    text = _number(values.get(Role.ID, ""))
    whole = whole_id(text)
    if whole and not whole.endswith("0"):
        return whole
    from_bid = _mid_of(values.get(Role.BID, "").strip())
    if whole:
        return from_bid if _cut_by_spreadsheet(whole, from_bid) else whole
    if from_bid:
        return from_bid
    if _SCIENTIFIC.fullmatch(text):
        raise RowError(RowCode.DAMAGED_ID, text)
    return _mid_of(text)


def foreign_id(values: Values) -> str:
    """The number another system gave a message (a call's, a mail's), or "" where the row has none of its own kind."""
    text = values.get(Role.ID, "").strip()
    # A bare short number only counts the rows of this one file.
    return text if whole_id(text) or (len(text) >= _SHORTEST_FOREIGN and not text.isdecimal()) else ""


def sender_uid(values: Values, platform: Platform = Platform.WEIBO) -> str:
    """The sender's uid, or ``name:`` + nickname; raises ``RowError`` (``no_author``) when both are missing.

    An exporter that hides uids behind a digest also masks names: the digest keeps two masked people apart. Away from
    Weibo anything may be a uid: a telephone number, however it is spaced, a name of account. Beside a name on Weibo a
    telephone number does what the digest does: a list has many a 王女士, each with her own.
    """
    uid = _number(values.get(Role.UID, ""))
    phone = telephone(uid)
    if uid and platform is not Platform.WEIBO:
        return phone or uid
    if len(uid) >= _SHORTEST_UID and uid.isascii() and uid.isdecimal() and not phone:
        return uid
    nickname = values.get(Role.NICKNAME, "").strip()
    digest = values.get(Role.AUTHOR_HASH, "").strip()
    if phone and nickname and not digest:
        digest = hashlib.sha256(phone.encode()).hexdigest()
    if digest:
        return f"name:{nickname}#{digest[:_AUTHOR_HASH_DIGITS]}"
    if not nickname:
        raise RowError(RowCode.NO_AUTHOR, uid)
    return f"name:{nickname}"


def telephone(written: str) -> str:
    """The eleven digits of a mobile number (138-0000-0001, +86 138 0000 0001), or "" for anything else."""
    found = _TELEPHONE.fullmatch(_IN_GROUPS.sub("", written))
    return found.group(1) if found else ""


def hash_id(sender: str, time: str, text: str) -> str:
    """A stand-in id that the same message gets at every import; ``sender`` tells people of one name apart."""
    digest = hashlib.sha256(f"{sender}|{time}|{text}".encode()).hexdigest()
    return f"hash:{digest[:_HASH_DIGITS]}"


def post_link(uid: str, mid: str, bid: str) -> str:
    """A post's page (``bid`` saves computing it), by its id alone if the uid is unknown; "" without an id."""
    if uid.startswith("name:") or not mid:
        return detail_link(mid)
    if len(bid) not in _BID_LENGTHS or not (bid.isascii() and bid.isalnum()):
        bid = mid_to_bid(mid)
    return f"https://weibo.com/{uid}/{bid}"


def detail_link(mid: str) -> str:
    """A post's page by its id alone, or "" without an id."""
    return f"https://m.weibo.cn/detail/{mid}" if whole_id(mid) else ""


def profile_link(uid: str) -> str:
    """A person's page, or "" where the uid is unknown."""
    return "" if uid.startswith("name:") else f"https://weibo.com/u/{uid}"


def _number(cell: str) -> str:
    """A cell without what spreadsheets put around a number to keep its digits (a quote, a point and zero)."""
    return cell.strip().strip("'`\t \ufeff\u200b").removesuffix(".0")


def _cut_by_spreadsheet(mid: str, from_bid: str) -> bool:
    return len(mid) == len(from_bid) and mid[:_EXCEL_DIGITS] == from_bid[:_EXCEL_DIGITS]


def _mid_of(text: str) -> str:
    if len(text) not in _BID_LENGTHS:
        return ""
    try:
        return bid_to_mid(text)
    except ValueError:
        return ""
