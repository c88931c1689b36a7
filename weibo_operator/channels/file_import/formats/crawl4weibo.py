"""JSON of crawl4weibo: flat posts, with their comments inside, or comments alone (weibo.md 6.5)."""

from collections.abc import Iterator
from typing import cast

from weibo_operator.channels.file_import.formats.spec import DocumentFormat, Item
from weibo_operator.channels.file_import.html_text import strip_html
from weibo_operator.channels.file_import.json_values import JsonObject, as_object, text_of
from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.domain.labels import Source

_LISTS = ("posts", "comments", "data", "results", "items")
_POST_MARKS = frozenset({"pic_urls", "is_original", "topic_ids", "at_users", "retweeted_status", "attitudes_count"})
_COMMENT_MARKS = frozenset({"user_screen_name", "user_verified", "like_counts", "reply_id", "reply_text", "pic_url"})
_POST_AT_LEAST, _COMMENT_AT_LEAST = 3, 3
_PERSONAL = "0"
_ORGANISATIONS = frozenset("1234567")


def _recognises(document: object) -> bool:
    return any(_is_post(each) or _is_comment(each) for each in map(as_object, _page(document)) if each is not None)


def _items(document: object) -> Iterator[Item]:
    for number, entry in enumerate(_page(document), start=1):
        item = as_object(entry)
        if item is None:
            yield Item(number, {}, Source.SEARCH)
        elif _is_comment(item):
            yield Item(number, _comment(item, None), Source.COMMENT)
        else:
            yield Item(number, _post(item), Source.SEARCH)
            for comment in map(as_object, _list(item.get("comments"))):
                if comment is not None:
                    yield Item(number, _comment(comment, item), Source.COMMENT)


def _page(document: object) -> list[object]:
    top = as_object(document)
    if top is None:
        return _list(document)
    if _is_post(top):
        return [document]
    nothing: list[object] = []
    return next((found for key in _LISTS if (found := _list(top.get(key)))), nothing)


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _is_post(item: JsonObject) -> bool:
    return _is_flat(item) and len(_POST_MARKS.intersection(item)) >= _POST_AT_LEAST


def _is_comment(item: JsonObject) -> bool:
    return _is_flat(item) and len(_COMMENT_MARKS.intersection(item)) >= _COMMENT_AT_LEAST


def _is_flat(item: JsonObject) -> bool:
    return "user" not in item and "text" in item and "user_id" in item and "note_id" not in item


def _post(item: JsonObject) -> Values:
    values = _common(item)
    values[Role.REPOSTS] = text_of(item.get("reposts_count"))
    values[Role.COMMENTS] = text_of(item.get("comments_count"))
    values[Role.LIKES] = text_of(item.get("attitudes_count"))
    values[Role.MENTIONS] = text_of(item.get("at_users"))
    values[Role.PLACE] = text_of(item.get("location"))
    values[Role.NICKNAME] = text_of(item.get("screen_name") or item.get("user_screen_name"))
    source = as_object(item.get("retweeted_status"))
    if source is not None:
        values[Role.PARENT] = text_of(source.get("id"))
        values[Role.PARENT_TEXT] = strip_html(text_of(source.get("text")))
    return values


def _comment(item: JsonObject, post: JsonObject | None) -> Values:
    values = _common(item)
    values[Role.NICKNAME] = text_of(item.get("user_screen_name"))
    values[Role.FOLLOWERS] = text_of(item.get("user_followers_count"))
    values[Role.VERIFIED] = _verified(item)
    values[Role.LIKES] = text_of(item.get("like_counts"))
    values[Role.PARENT] = text_of(item.get("reply_id"))
    values[Role.PARENT_TEXT] = strip_html(text_of(item.get("reply_text")))
    if post is not None:
        values[Role.POST] = text_of(post.get("id"))
        values[Role.PARENT_TEXT] = values[Role.PARENT_TEXT] or strip_html(text_of(post.get("text")))
    return values


def _common(item: JsonObject) -> Values:
    source = strip_html(text_of(item.get("source")))
    is_region = source.startswith("来自")
    return {
        Role.ID: text_of(item.get("id")),
        Role.BID: text_of(item.get("bid")),
        Role.UID: text_of(item.get("user_id")),
        Role.TEXT: strip_html(text_of(item.get("text"))),
        Role.TIME: text_of(item.get("created_at")),
        Role.DEVICE: "" if is_region else source,
        Role.LOCATION: source if is_region else "",
    }


def _verified(item: JsonObject) -> str:
    kind = text_of(item.get("user_verified_type"))
    if item.get("user_verified") is False or not kind:
        return ""
    if kind == _PERSONAL:
        return "黄V"
    return "蓝V" if kind in _ORGANISATIONS else ""


CRAWL4WEIBO = DocumentFormat(key="crawl4weibo", recognises=_recognises, items=_items)
