"""Turns one row's values into an incoming message; the same for every format."""

import re
from datetime import UTC, datetime, timedelta

from weibo_operator.channels.file_import.channel_words import Found, channel_of, names_only_weibo
from weibo_operator.channels.file_import.context import Context, mentions_in
from weibo_operator.channels.file_import.counts import parse_count
from weibo_operator.channels.file_import.dates import parse_date
from weibo_operator.channels.file_import.html_text import strip_markup
from weibo_operator.channels.file_import.identity import (
    RowError,
    detail_link,
    foreign_id,
    hash_id,
    own_id,
    post_link,
    profile_link,
    sender_uid,
    telephone,
    whole_id,
)
from weibo_operator.channels.file_import.mojibake import is_garbled, is_suspect, mend
from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.channels.file_import.rows import RowCode
from weibo_operator.domain.base62 import time_of_mid
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Platform, Source

_NOT_VERIFIED = frozenset({"普通用户", "无", "无认证", "未认证", "否", "false", "False", "0", "-1"})
_PLACE_PREFIXES = ("发布于", "来自", "IP属地：", "IP属地:")
_POSTS = frozenset({Source.SEARCH, Source.MENTION})
_MAY_MENTION = frozenset({Source.SEARCH, Source.MENTION, Source.OTHER})
_POST_DIGITS = 16
_FIRST_POST = datetime(2011, 1, 1, tzinfo=UTC)
_CLOCK_ERROR = timedelta(days=1)
_ZONE = timedelta(hours=8)
_CUT_TO = timedelta(minutes=2)
"""Exports cut seconds off; an id and a time agree when they are closer than this."""
_SHOWN = 20
_DAY_BEFORE = re.compile(r"^\d{4}-\d\d-\d\d (?=\d\d:\d\d)", re.ASCII)
_HOUR_BEHIND = re.compile(r"(?<=^\d{4}-\d\d-\d\d) \d\d:\d\d(?::\d\d)?$", re.ASCII)
_WEB = ("https://", "http://")


def message_from(values: Values, context: Context, source: Source) -> IncomingMessage:
    """The message a row tells of; ``source`` is what the file holds (comments, or posts found by search).

    A post that names one of our accounts is a mention. Raises ``RowError`` for a row that can't be used.
    """
    written = values.get(Role.TEXT, "")
    if is_suspect(written) or is_suspect(values.get(Role.NICKNAME, "")):
        values = mend(values)
        written = values.get(Role.TEXT, "")
        if is_garbled(written):
            raise RowError(RowCode.GARBLED, written[:_SHOWN])
    text = strip_markup(written)
    where = _channel(values, context, source)
    source = where.source
    nickname = _nickname(values, context)
    uid = sender_uid(values, where.platform)
    mid = own_id(values) if where.platform is Platform.WEIBO else foreign_id(values)
    posted_at, approximate = _time(values, context, mid, source)
    mentions = _listed(values.get(Role.MENTIONS, "")) or mentions_in(text)
    if source in _MAY_MENTION and context.names_us((*mentions, *mentions_in(text))):
        source = Source.MENTION
    get = values.get
    return IncomingMessage(
        platform=where.platform,
        platform_id=mid or hash_id(_sender(nickname, uid), _time_key(values, posted_at, approximate), written),
        uid=uid,
        nickname=nickname,
        text=text,
        posted_at=posted_at,
        source=source,
        time_is_approximate=approximate,
        audience=where.audience,
        link=_link(values, uid, mid, source) if where.platform is Platform.WEIBO else _written_link(values),
        profile_url=profile_link(uid) if where.platform is Platform.WEIBO else "",
        parent_platform_id=_parent(values, mid),
        parent_author=get(Role.PARENT_AUTHOR, ""),
        parent_text=strip_markup(get(Role.PARENT_TEXT, "")),
        followers=parse_count(get(Role.FOLLOWERS, "")),
        verified=_verified(get(Role.VERIFIED, "").strip()),
        location=_place(get(Role.LOCATION) or get(Role.PLACE, "")),
        device=get(Role.DEVICE, "").strip(),
        reposts=parse_count(get(Role.REPOSTS, "")),
        comments=parse_count(get(Role.COMMENTS, "")),
        likes=parse_count(get(Role.LIKES, "")),
        mentions=mentions,
    )


def _channel(values: Values, context: Context, source: Source) -> Found:
    written = values.get(Role.CHANNEL, "")
    if names_only_weibo(written) and context.platform is Platform.WEIBO:
        return Found(context.platform, source, context.audience)
    named = channel_of(written) if written else None
    return named or Found(context.platform, source, context.audience)


def _sender(nickname: str, uid: str) -> str:
    """Whose message it is: what a telephone number tells, beside the name or instead of it, else the name alone."""
    return uid if telephone(uid) or uid.startswith(f"name:{nickname}#") else nickname


def _nickname(values: Values, context: Context) -> str:
    """The row's own name, or the one that stands for all rows, which is then the row's."""
    nickname = values.get(Role.NICKNAME, "").strip()
    if not nickname and not values.get(Role.UID, "").strip() and (context.author or context.author_uid):
        values[Role.UID] = context.author_uid
        values[Role.NICKNAME] = nickname = context.author
    return nickname


def _time(values: Values, context: Context, mid: str, source: Source) -> tuple[datetime, bool]:
    written = values.get(Role.TIME)
    if written is None:
        # A file without any time column: the capture time is the best there is, unless a post's id tells.
        return _time_in_id(mid, source, context) or (context.captured_at, True)
    if Role.CLOCK in values:
        written = _with_clock(written.strip(), values[Role.CLOCK].strip())
    parsed = parse_date(written, context.captured_at, context.date_order)
    if parsed is not None and not parsed[1]:
        return _in_our_zone(parsed[0], mid, source), False
    told = _time_in_id(mid, source, context) if parsed is not None or not written else None
    if told is not None:
        return told
    if parsed is None:
        raise RowError(RowCode.BAD_DATE, written)
    return parsed


def _with_clock(day: str, clock: str) -> str:
    """A day and its hour; spreadsheets keep whole moments in cells that show but the one or the other."""
    hour = _DAY_BEFORE.sub("", clock)
    return f"{_HOUR_BEHIND.sub('', day) if hour else day} {hour}".strip()


def _time_in_id(mid: str, source: Source, context: Context) -> tuple[datetime, bool] | None:
    """A post's own second, out of its id (weibo.md 3.2); comments are numbered in another way."""
    if source not in _POSTS or len(mid) != _POST_DIGITS:
        return None
    moment = time_of_mid(mid)
    if moment is None or not _FIRST_POST <= moment <= context.captured_at + _CLOCK_ERROR:
        return None
    return moment, False


def _in_our_zone(moment: datetime, mid: str, source: Source) -> datetime:
    """An exporter that took Beijing's time for another zone's is eight hours off; a post's id tells (weibo.md 6.4)."""
    true = time_of_mid(mid) if source in _POSTS and len(mid) == _POST_DIGITS else None
    if true is None:
        return moment
    off = moment - true
    return moment - _ZONE if abs(off - _ZONE) < _CUT_TO else moment + _ZONE if abs(off + _ZONE) < _CUT_TO else moment


def _time_key(values: Values, posted_at: datetime, approximate: bool) -> str:
    # Approximate times move with the capture time; only what is written stays the same at the next import.
    return values.get(Role.TIME, "").strip() if approximate else posted_at.isoformat()


def _parent(values: Values, mid: str) -> str:
    # Some exporters name a comment as its own root: then only the post is above it.
    answered = whole_id(values.get(Role.PARENT, "").strip())
    return answered if answered and answered != mid else whole_id(values.get(Role.POST, "").strip())


def _link(values: Values, uid: str, mid: str, source: Source) -> str:
    # A comment has no page of its own: the post it stands under is opened.
    post = values.get(Role.POST, "").strip()
    made = detail_link(post) if source is Source.COMMENT else post_link(uid, mid, values.get(Role.BID, "").strip())
    return made or _written_link(values)


def _written_link(values: Values) -> str:
    written = values.get(Role.LINK, "").strip()
    return written if written.startswith(_WEB) else ""


def _listed(names: str) -> tuple[str, ...]:
    """Names of a comma-joined cell, each once."""
    if not names:
        return ()
    parts = (part.strip().lstrip("@") for part in names.replace("，", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _verified(text: str) -> str:
    return "" if text in _NOT_VERIFIED else text


def _place(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    for prefix in _PLACE_PREFIXES:
        text = text.removeprefix(prefix).strip()
    return text
