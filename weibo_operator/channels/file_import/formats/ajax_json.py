"""The site's own JSON (weibo.com/ajax, m.weibo.cn, open platform) and weibo-cli's: posts, comments with replies."""

from collections.abc import Iterator
from typing import cast

from weibo_operator.channels.file_import.formats.spec import DocumentFormat, Item
from weibo_operator.channels.file_import.html_text import strip_html
from weibo_operator.channels.file_import.json_values import JsonObject, as_object, text_of
from weibo_operator.channels.file_import.roles import Role, Values
from weibo_operator.domain.labels import Source

_LISTS = ("list", "statuses", "comments", "reposts", "data", "posts", "cards")
_COMMENT_KEYS = ("rootid", "floor_number", "reply_comment", "like_counts", "status")
_NO_USER: JsonObject = {}
_PERSONAL = 0
_ORGANISATIONS = range(1, 8)
"""``verified_type`` codes (weibo.md 3.1): government, enterprise, media, school, site, app, organisation."""


def _recognises(document: object) -> bool:
    page = _page(document)
    if page is None:
        return False
    if not page:
        return isinstance(document, dict) and "ok" in document
    return any(_is_native(entry) for entry in page)


def _items(document: object) -> Iterator[Item]:
    for number, entry in enumerate(_page(document) or (), start=1):
        item = as_object(entry)
        if item is None:
            yield Item(number, {}, Source.SEARCH)
        elif not ("mblogid" in item or "attitudes_count" in item) and any(key in item for key in _COMMENT_KEYS):
            yield from _thread(number, item)
        else:
            yield Item(number, _post(item), Source.SEARCH)


def _page(document: object) -> list[object] | None:
    if isinstance(document, list):
        return cast("list[object]", document)
    top = as_object(document)
    if top is None:
        return None
    for holder in (top, as_object(top.get("data")) or {}):
        for key in _LISTS:
            inner = holder.get(key)
            if isinstance(inner, list):
                return list(_uncarded(cast("list[object]", inner)))
    return [document] if _is_native(document) else None


def _uncarded(entries: list[object]) -> Iterator[object]:
    """The posts of the phone pages' cards; entries that are no cards as they are."""
    for entry in entries:
        card = as_object(entry)
        if card is None or not ("card_type" in card or "mblog" in card):
            yield entry
            continue
        group = card.get("card_group")
        inside = cast("list[object]", group) if isinstance(group, list) else [entry]
        yield from (each["mblog"] for each in map(as_object, inside) if each is not None and "mblog" in each)


def _is_native(entry: object) -> bool:
    item = as_object(entry)
    return (
        item is not None
        and isinstance(item.get("user"), dict)
        and ("idstr" in item or "mid" in item or "id" in item)
        and "created_at" in item
        and ("text" in item or "text_raw" in item)
    )


def _thread(number: int, item: JsonObject) -> Iterator[Item]:
    """A comment and the replies listed under it."""
    yield Item(number, _comment(item), Source.COMMENT)
    replies = item.get("comments")
    if isinstance(replies, list):
        for reply in cast("list[object]", replies):
            inner = as_object(reply)
            if inner is not None:
                yield Item(number, _comment(inner), Source.COMMENT)


def _post(item: JsonObject) -> Values:
    values = _common(item)
    values[Role.BID] = text_of(item.get("mblogid") or item.get("bid"))
    values[Role.LIKES] = text_of(item.get("attitudes_count"))
    values[Role.COMMENTS] = text_of(item.get("comments_count"))
    values[Role.REPOSTS] = text_of(item.get("reposts_count"))
    source = as_object(item.get("retweeted_status"))
    if source is not None:
        _set_parent(values, source)
    return values


def _comment(item: JsonObject) -> Values:
    values = _common(item)
    values[Role.LIKES] = text_of(item.get("like_counts", item.get("like_count")))
    values[Role.COMMENTS] = text_of(item.get("total_number"))
    post = as_object(item.get("status"))
    if post is not None:
        values[Role.POST] = _id(post)
    answered = as_object(item.get("reply_comment")) or post
    if answered is not None:
        _set_parent(values, answered)
    else:
        values[Role.PARENT] = text_of(item.get("rootid"))
    return values


def _common(item: JsonObject) -> Values:
    user = as_object(item.get("user")) or _NO_USER
    source = strip_html(text_of(item.get("source")))
    region = text_of(item.get("region_name"))
    # Since 2022 a comment's ``source`` holds its region ("来自广东") instead of a device.
    if not region and source.startswith("来自"):
        source, region = "", source
    return {
        Role.ID: _id(item),
        Role.UID: text_of(user.get("idstr") or user.get("id")),
        Role.NICKNAME: text_of(user.get("screen_name") or user.get("name")),
        Role.TEXT: _text(item),
        Role.TIME: text_of(item.get("created_at")),
        Role.FOLLOWERS: text_of(user.get("followers_count")),
        Role.VERIFIED: _verified(user),
        Role.LOCATION: region or text_of(user.get("location")),
        Role.DEVICE: source,
    }


def _id(item: JsonObject) -> str:
    return text_of(item.get("idstr") or item.get("mid") or item.get("id"))


def _text(item: JsonObject) -> str:
    long_text = as_object(item.get("longText"))
    whole = text_of(long_text.get("longTextContent")) if long_text is not None else ""
    return whole or text_of(item.get("text_raw")) or strip_html(text_of(item.get("text")))


def _set_parent(values: Values, parent: JsonObject) -> None:
    author = as_object(parent.get("user")) or _NO_USER
    values[Role.PARENT] = _id(parent)
    values[Role.PARENT_AUTHOR] = text_of(author.get("screen_name"))
    values[Role.PARENT_TEXT] = _text(parent)


def _verified(user: JsonObject) -> str:
    kind = user.get("verified_type")
    if user.get("verified") is False or not isinstance(kind, int):
        return ""
    if kind == _PERSONAL:
        return "黄V"
    return "蓝V" if kind in _ORGANISATIONS else ""


AJAX_JSON = DocumentFormat(key="weibo_ajax", recognises=_recognises, items=_items)
