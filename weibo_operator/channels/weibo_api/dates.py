"""The platform's times: ``Tue May 31 17:46:55 +0800 2011``, or the moment that a post's own number tells."""

from datetime import UTC, datetime, timedelta

from weibo_operator.channels.file_import.dates import parse_date
from weibo_operator.domain.base62 import time_of_mid

_POST_DIGITS = 16
_FIRST_POST = datetime(2011, 1, 1, tzinfo=UTC)
_CLOCKS_APART = timedelta(days=1)
_LONGEST = 64


def read_time(text: str, now: datetime, *, post_id: str = "") -> tuple[datetime, bool]:
    """The moment ``text`` names (aware UTC) and whether it is approximate; months are read whatever the locale.

    Where it names none, a post's number does (weibo.md 3.2); else the present, approximately: no customer is lost for
    a date that nobody can read.
    """
    parsed = parse_date(text, now) if text and len(text) <= _LONGEST else None
    if parsed is not None and not parsed[1]:
        return parsed
    told = _time_in_number(post_id, now)
    if told is not None:
        return told, False
    return parsed or (now, True)


def exact_time(text: str, now: datetime) -> datetime | None:
    """The moment ``text`` names exactly, or None."""
    parsed = parse_date(text, now) if text and len(text) <= _LONGEST else None
    return None if parsed is None or parsed[1] else parsed[0]


def _time_in_number(post_id: str, now: datetime) -> datetime | None:
    if len(post_id) != _POST_DIGITS or not (post_id.isascii() and post_id.isdecimal()):
        return None
    moment = time_of_mid(post_id)
    return moment if moment is not None and _FIRST_POST <= moment <= now + _CLOCKS_APART else None
