"""The platform's posts and comments as the desk's messages; unknown keys are ignored, missing ones tolerated."""

import html
from datetime import datetime

from msgspec.structs import replace

from weibo_operator.channels.file_import.context import mentions_in
from weibo_operator.channels.file_import.html_text import strip_html, strip_markup
from weibo_operator.channels.file_import.identity import post_link, profile_link
from weibo_operator.channels.file_import.json_values import JsonObject
from weibo_operator.channels.weibo_api.dates import read_time
from weibo_operator.channels.weibo_api.values import count_at, id_of, object_at, text_at, whole_number
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.labels import Platform, Source
from weibo_operator.domain.open_platform import OwnComment

_PERSONAL = 0
_ORGANISATIONS = range(1, 8)
"""``verified_type`` codes (weibo.md 3.1): government, enterprise, media, school, site, app, organisation."""
_PLACE_PREFIXES = ("发布于", "来自", "IP属地：", "IP属地:")
_FALSE = frozenset({"false", "False", "0"})
_TRUE = frozenset({"true", "True", "1"})


def mention_from(post: JsonObject, now: datetime) -> IncomingMessage | None:
    """A post that names us; a repost tells of the post under it. None where it can't be understood.

    Its source is 提及: such a message is answered under the post itself.
    """
    written = _written(post, now, Source.MENTION)
    if written is None:
        return None
    source = object_at(post, "retweeted_status")
    return replace(
        written,
        link=post_link(written.uid, written.platform_id, ""),
        parent_platform_id=id_of(source),
        parent_author=_nickname(object_at(source, "user")),
        parent_text=_text(source),
        location=_place(text_at(post, "region_name")) or written.location,
        device=strip_html(text_at(post, "source")).strip(),
        reposts=count_at(post, "reposts_count"),
        comments=count_at(post, "comments_count"),
        likes=count_at(post, "attitudes_count"),
    )


def comment_from(comment: JsonObject, now: datetime) -> IncomingMessage | None:
    """A comment to us, or one that names us; None where it can't be understood.

    Its source is 评论, also where it only names us: such a message is answered by a reply to the comment. The parent's
    id is always that of the post; its author and words are those of the comment that was answered, if one was. A
    comment has no page of its own: the link is the post's.
    """
    written = _written(comment, now, Source.COMMENT)
    if written is None:
        return None
    post = object_at(comment, "status")
    answered = object_at(comment, "reply_comment") or post
    region, device = _region_and_device(comment)
    return replace(
        written,
        link=post_link(_uid(object_at(post, "user")) or "name:", id_of(post), ""),
        parent_platform_id=id_of(post),
        parent_author=_nickname(object_at(answered, "user")),
        parent_text=_text(answered),
        location=region or written.location,
        device=device,
        comments=count_at(comment, "reply_count", "total_number"),
        likes=count_at(comment, "like_count", "like_counts"),
    )


def own_comment_from(comment: JsonObject, now: datetime) -> OwnComment | None:
    """A comment of ours; None where its number is missing.

    The text is as the platform shows it: with the "回复@昵称:" that it put there itself, and ``&gt;`` spelled out.
    """
    number = id_of(comment)
    if not number:
        return None
    return OwnComment(
        platform_id=number,
        text=html.unescape(_text(comment)),
        post_id=id_of(object_at(comment, "status")),
        reply_to=id_of(object_at(comment, "reply_comment")),
        posted_at=read_time(text_at(comment, "created_at"), now)[0],
    )


def is_deleted(row: JsonObject) -> bool:
    """A shell that only says that something was deleted: there is nothing in it to serve."""
    return bool(id_of(row)) and _is_shell(row)


def author_of(row: JsonObject) -> str:
    """The uid of whoever wrote a row, or ""."""
    return _uid(object_at(row, "user"))


def nickname_of(user: JsonObject) -> str:
    """A person's name as Weibo shows it, or ""."""
    return _nickname(user)


def _written(row: JsonObject, now: datetime, source: Source) -> IncomingMessage | None:
    """Who wrote a post or a comment, what, and when; None where that can't be understood."""
    number, author = id_of(row), object_at(row, "user")
    uid = _uid(author)
    if not number or not uid or _is_shell(row):
        return None
    dated_by = number if source is Source.MENTION else ""
    posted_at, approximate = read_time(text_at(row, "created_at"), now, post_id=dated_by)
    text = _text(row)
    return IncomingMessage(
        platform=Platform.WEIBO,
        platform_id=number,
        uid=uid,
        nickname=_nickname(author),
        text=text,
        posted_at=posted_at,
        source=source,
        time_is_approximate=approximate,
        profile_url=profile_link(uid),
        followers=count_at(author, "followers_count", "followers_count_str"),
        verified=_verified(author),
        location=text_at(author, "location").strip(),
        mentions=mentions_in(text),
    )


def _is_shell(row: JsonObject) -> bool:
    return text_at(row, "deleted") in _TRUE


def _uid(user: JsonObject) -> str:
    for key in ("idstr", "id"):
        number = whole_number(user.get(key))
        if number:
            return str(number)
    name = _nickname(user)
    return f"name:{name}" if name else ""


def _nickname(user: JsonObject) -> str:
    return (text_at(user, "screen_name") or text_at(user, "name")).strip()


def _text(row: JsonObject) -> str:
    whole = text_at(object_at(row, "longText"), "longTextContent")
    return strip_markup(whole or text_at(row, "text_raw") or text_at(row, "text"))


def _verified(user: JsonObject) -> str:
    kind = whole_number(user.get("verified_type"))
    if kind is None or text_at(user, "verified") in _FALSE:
        return ""
    if kind == _PERSONAL:
        return "黄V"
    return "蓝V" if kind in _ORGANISATIONS else ""


def _region_and_device(comment: JsonObject) -> tuple[str, str]:
    """Since 2022 a comment's ``source`` holds its region ("来自广东") instead of a device."""
    source = strip_html(text_at(comment, "source")).strip()
    region = _place(text_at(comment, "region_name"))
    if source.startswith("来自"):
        return region or _place(source), ""
    return region, source


def _place(text: str) -> str:
    text = text.strip()
    for prefix in _PLACE_PREFIXES:
        text = text.removeprefix(prefix).strip()
    return text
