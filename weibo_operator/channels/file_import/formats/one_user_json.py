"""JSON of dataabc's crawlers, ``{"user": …, "weibo": […]}``: the posts of one person (weibo.md 6.2, 6.3)."""

from collections.abc import Iterator
from typing import cast

from weibo_operator.channels.file_import.formats.spec import DocumentFormat, Item
from weibo_operator.channels.file_import.formats.weibo_spider import without_nothing
from weibo_operator.channels.file_import.json_values import JsonObject, as_object, text_of
from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.domain.labels import Source

_CRAWLER_MARKS = frozenset({"text", "created_at", "attitudes_count", "bid"})
_SPIDER_MARKS = frozenset({"content", "publish_time"})
_CRAWLER_KEYS = {
    Role.ID: ("id",),
    Role.BID: ("bid",),
    Role.TEXT: ("text",),
    Role.TIME: ("full_created_at", "created_at"),
    Role.PLACE: ("location",),
    Role.DEVICE: ("source",),
    Role.LIKES: ("attitudes_count",),
    Role.COMMENTS: ("comments_count",),
    Role.REPOSTS: ("reposts_count",),
    Role.MENTIONS: ("at_users",),
}
_SPIDER_KEYS = {
    Role.ID: ("id",),
    Role.TEXT: ("content",),
    Role.TIME: ("publish_time",),
    Role.PLACE: ("publish_place",),
    Role.DEVICE: ("publish_tool",),
    Role.LIKES: ("up_num",),
    Role.REPOSTS: ("retweet_num",),
    Role.COMMENTS: ("comment_num",),
}
_USER_KEYS = {
    Role.UID: ("id",),
    Role.NICKNAME: ("screen_name", "nickname", "nick_name"),
    Role.FOLLOWERS: ("followers_count", "followers", "follower_count"),
    Role.VERIFIED: ("verified_reason",),
    Role.LOCATION: ("ip_location", "location"),
}


def _is_crawler(document: object) -> bool:
    return _has_posts(document, _CRAWLER_MARKS, 3)


def _is_spider(document: object) -> bool:
    return _has_posts(document, _SPIDER_MARKS, 2)


def _has_posts(document: object, marks: frozenset[str], at_least: int) -> bool:
    top = as_object(document)
    if top is None or as_object(top.get("user")) is None:
        return False
    return any(len(marks.intersection(as_object(each) or ())) >= at_least for each in _posts(top))


def _posts(top: JsonObject) -> list[object]:
    posts = top.get("weibo")
    return cast("list[object]", posts) if isinstance(posts, list) else []


def _crawler_items(document: object) -> Iterator[Item]:
    for number, post, user in _entries(document):
        values = {**user, **_cells(post, _CRAWLER_KEYS)} if post else {}
        values.update(_own_author(post, user))
        source = as_object(post.get("retweet"))
        if source is not None and values:
            values[Role.PARENT] = text_of(source.get("id"))
            values[Role.PARENT_AUTHOR] = text_of(source.get("screen_name"))
            values[Role.PARENT_TEXT] = text_of(source.get("text"))
        yield Item(number, values, Source.SEARCH)


def _spider_items(document: object) -> Iterator[Item]:
    for number, post, user in _entries(document):
        yield Item(number, without_nothing({**user, **_cells(post, _SPIDER_KEYS)}) if post else {}, Source.SEARCH)


def _entries(document: object) -> Iterator[tuple[int, JsonObject, Values]]:
    top = as_object(document) or {}
    user = _cells(as_object(top.get("user")) or {}, _USER_KEYS)
    for number, entry in enumerate(_posts(top), start=1):
        yield number, as_object(entry) or {}, user


def _cells(item: JsonObject, keys: dict[Role, tuple[str, ...]]) -> Values:
    return {role: next((text for key in names if (text := text_of(item.get(key)))), "") for role, names in keys.items()}


def _own_author(post: JsonObject, user: Values) -> Values:
    """The author whom a post names itself, should he not be the file's."""
    uid, nickname = text_of(post.get("user_id")), text_of(post.get("screen_name"))
    if not uid or uid == user[Role.UID]:
        return {}
    unknown = dict.fromkeys((Role.FOLLOWERS, Role.VERIFIED, Role.LOCATION), "")
    return {**unknown, Role.UID: uid, Role.NICKNAME: nickname}


WEIBO_CRAWLER_JSON = DocumentFormat(key="weibo_crawler_json", recognises=_is_crawler, items=_crawler_items)
WEIBO_SPIDER_JSON = DocumentFormat(key="weibo_spider_json", recognises=_is_spider, items=_spider_items)
