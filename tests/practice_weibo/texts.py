"""How long a text is for the practice Weibo (weibo.md 3.4), who is named in it, and how it writes times."""

import re
from datetime import UTC, datetime, timedelta, timezone

LIMIT = 140
CHINA = timezone(timedelta(hours=8))

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINK = re.compile(r"https?://[!-~]+")
_SHORT = re.compile(r"https?://t\.cn/")
_OWN = re.compile(r"https?://([a-z0-9-]+\.)*(weibo\.com|weibo\.cn|t\.sina\.com\.cn)([/?#]|$)")
_REPLY = re.compile(r"^回复@[^:：]+[:：]")


def length(text: str) -> int:
    """字 by the platform's rule: half-width characters count half, a link counts ten."""
    text = text.replace("\r\n", "\n")
    links = sum(_link_units(link) for link in _LINK.findall(text))
    return (_units(_LINK.sub("", text)) + links + 1) // 2


def names(text: str, nickname: str) -> bool:
    """Whether ``text`` mentions @nickname, apart from a leading 回复@…: that says only whom it answers."""
    return re.search(rf"@{re.escape(nickname)}(?![\w\-])", _REPLY.sub("", text)) is not None


def stamp(at: datetime) -> str:
    """Like "Tue May 31 17:46:55 +0800 2011", in Beijing time and English whatever the machine speaks."""
    at = at.astimezone(CHINA)
    return f"{_DAYS[at.weekday()]} {_MONTHS[at.month - 1]} {at.day:02} {at:%H:%M:%S} +0800 {at.year}"


def http_date(at: datetime) -> str:
    """The form of the Date header."""
    at = at.astimezone(UTC)
    return f"{_DAYS[at.weekday()]}, {at.day:02} {_MONTHS[at.month - 1]} {at.year} {at:%H:%M:%S} GMT"


def _units(text: str) -> int:
    return sum(1 if char <= "\u00ff" else 2 if char <= "\uffff" else 4 for char in text)


def _link_units(link: str) -> int:
    own = len(link)
    if _SHORT.match(link) or (_OWN.match(link) and own <= 41):
        return own
    return 20 + max(0, own - 140)
