"""How long a text is by Weibo's own rule, and how long a reply may be (weibo.md 3.4)."""

import re
from bisect import bisect_right

from weibo_operator.domain.labels import Audience

COMMENT_LIMIT = 140
"""字 in a public comment; above it Weibo answers error 20012."""
PRIVATE_LIMIT = 300
"""字 in a private message; above it Weibo answers error 20013."""

_URL = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+[-A-Za-z0-9_$.+!*()/,:;@&=?~#%]*", re.IGNORECASE)
_KEPT_AS_IS = re.compile(r"https?://t\.cn(?:/|$)", re.IGNORECASE)
_WEIBO_OWN = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*(?:weibo\.com|weibo\.cn|t\.sina\.com\.cn)(?:[/?#]|$)", re.IGNORECASE
)
_URL_UNITS = 20
_URL_LONGEST = 140
_OWN_URL_LONGEST = 41


def weibo_length(text: str) -> int:
    """The length of ``text`` in 字: half-width units, links at their flat rate, halved and rounded up."""
    text = text.replace("\r\n", "\n")
    units = _units(text)
    for match in _URL.finditer(text):
        link = match.group()
        units += _link_units(link) - _units(link)
    return (units + 1) // 2


def reply_length(text: str, audience: Audience, reply_prefix_nickname: str = "") -> int:
    """The length in 字 of a reply as Weibo will count it.

    Weibo itself puts ``回复@昵称:`` before a public answer to a comment; with ``reply_prefix_nickname`` that
    prefix is counted. A private message never carries it.
    """
    return weibo_length(_prefix(audience, reply_prefix_nickname) + text)


def length_limit(audience: Audience) -> int:
    """The most 字 a reply to ``audience`` may have."""
    return COMMENT_LIMIT if audience is Audience.PUBLIC else PRIVATE_LIMIT


def overflow_start(text: str, audience: Audience, limit: int, reply_prefix_nickname: str = "") -> int | None:
    """The offset of the first character beyond ``limit`` 字, or None where the text fits."""
    prefix = _prefix(audience, reply_prefix_nickname)
    if weibo_length(prefix + text) <= limit:
        return None
    fitting = bisect_right(range(len(text) + 1), limit, key=lambda end: weibo_length(prefix + text[:end]))
    return max(0, min(fitting - 1, len(text) - 1))


def _prefix(audience: Audience, nickname: str) -> str:
    return f"回复@{nickname}:" if nickname and audience is Audience.PUBLIC else ""


def _units(text: str) -> int:
    """Half-width units: 1 up to U+00FF, else 2 for each UTF-16 code unit."""
    return sum(1 if char <= "\u00ff" else 2 if char <= "\uffff" else 4 for char in text)


def _link_units(link: str) -> int:
    own = _units(link)
    if _KEPT_AS_IS.match(link) or (own <= _OWN_URL_LONGEST and _WEIBO_OWN.match(link)):
        return own
    return _URL_UNITS + max(0, own - _URL_LONGEST)
