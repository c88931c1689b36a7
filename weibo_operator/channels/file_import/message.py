"""Turns one row's values into an incoming message; the same for every format."""

from datetime import datetime

from weibo_operator.channels.file_import.context import Context, mentions_in
from weibo_operator.channels.file_import.counts import parse_count
from weibo_operator.channels.file_import.dates import parse_date
from weibo_operator.channels.file_import.identity import (
    RowError,
    detail_link,
    hash_id,
    own_id,
    post_link,
    profile_link,
    sender_uid,
    whole_id,
)
from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.channels.file_import.rows import RowCode
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Platform, Source

_NOT_VERIFIED = frozenset({"普通用户", "无", "无认证", "未认证", "否", "false", "False", "0", "-1"})
_PLACE_PREFIXES = ("发布于", "来自", "IP属地：", "IP属地:")
_WEB = ("https://", "http://")


def message_from(values: Values, context: Context, source: Source) -> IncomingMessage:
    """The message a row tells of; ``source`` is what the file holds (comments, or posts found by search).

    A post that names one of our accounts is a mention. Raises ``RowError`` for a row that can't be used.
    """
    text = values.get(Role.TEXT, "")
    uid = sender_uid(values)
    nickname = values.get(Role.NICKNAME, "").strip()
    posted_at, approximate = _time(values, context)
    mid = own_id(values)
    mentions = _listed(values.get(Role.MENTIONS, "")) or mentions_in(text)
    if source is not Source.COMMENT and context.names_us((*mentions, *mentions_in(text))):
        source = Source.MENTION
    get = values.get
    return IncomingMessage(
        platform=Platform.WEIBO,
        platform_id=mid or hash_id(nickname, _time_key(values, posted_at, approximate), text),
        uid=uid,
        nickname=nickname,
        text=text,
        posted_at=posted_at,
        source=source,
        time_is_approximate=approximate,
        link=_link(values, uid, mid, source),
        profile_url=profile_link(uid),
        parent_platform_id=_parent(values, mid),
        parent_author=get(Role.PARENT_AUTHOR, ""),
        parent_text=get(Role.PARENT_TEXT, ""),
        followers=parse_count(get(Role.FOLLOWERS, "")),
        verified=_verified(get(Role.VERIFIED, "").strip()),
        location=_place(get(Role.LOCATION) or get(Role.PLACE, "")),
        device=get(Role.DEVICE, "").strip(),
        reposts=parse_count(get(Role.REPOSTS, "")),
        comments=parse_count(get(Role.COMMENTS, "")),
        likes=parse_count(get(Role.LIKES, "")),
        mentions=mentions,
    )


def _time(values: Values, context: Context) -> tuple[datetime, bool]:
    written = values.get(Role.TIME)
    if written is None:
        # A file without any time column: the capture time is the best there is.
        return context.captured_at, True
    parsed = parse_date(written, context.captured_at)
    if parsed is None:
        raise RowError(RowCode.BAD_DATE, written)
    return parsed


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
    if made:
        return made
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
