"""What an address of Weibo names: a person's card or a post."""

import re

from msgspec import Struct

from weibo_operator.domain.base62 import bid_to_mid

_HOST = r"(?:https?:)?//(?:www\.|m\.|passport\.)?weibo\.(?:com|cn)"
_PERSON = re.compile(rf"(?:{_HOST})?/(?:u/|profile/)?(?P<uid>[1-9][0-9]{{4,11}})/?(?:\?.*|#.*)?")
_POST = re.compile(
    rf"(?:{_HOST})?/(?P<uid>[1-9][0-9]{{4,11}})/(?P<post>[0-9a-zA-Z]{{8,19}})(?![0-9a-zA-Z])(?:[/?#].*)?"
)
_MOBILE = re.compile(
    rf"(?:{_HOST})?/(?:detail|status|statuses|comment)/(?P<post>[0-9a-zA-Z]{{8,19}})(?![0-9a-zA-Z])(?:[/?#].*)?"
)
WRITTEN = re.compile(r"https?://(?:www\.|m\.)?weibo\.(?:com|cn)/[0-9A-Za-z/_?=&#%.\-]+")
"""An address as it stands in a text."""
_OWN_HOSTS = ("weibo.com", "weibo.cn", "sinaimg.cn")
"""Weibo's pages, its pages for telephones, the pictures on them."""
_BID_LENGTHS = (8, 9)
_MID_LENGTHS = range(15, 20)


class PostAddress(Struct, frozen=True):
    """A post by its numeric id; ``uid`` is its author's, or "" where the address doesn't say."""

    mid: str
    uid: str = ""


def is_weibos_host(host: str) -> bool:
    """Pages of this host are Weibo's own; t.cn is not among them, as its short links lead anywhere."""
    return host == host.lower() and any(host == own or host.endswith(f".{own}") for own in _OWN_HOSTS)


def person_of(address: str) -> str:
    """The uid whose page this is, or ""."""
    found = _PERSON.fullmatch(address.strip())
    return found["uid"] if found else ""


def post_of(address: str) -> PostAddress | None:
    """The post whose page this is."""
    address = address.strip()
    if found := _POST.fullmatch(address):
        mid = _mid(found["post"])
        return PostAddress(mid, found["uid"]) if mid else None
    if found := _MOBILE.fullmatch(address):
        mid = _mid(found["post"])
        return PostAddress(mid) if mid else None
    return None


def written_post(text: str) -> str:
    """The first address of a post in a text (what 分享 copies has words around it), or ""."""
    return next((found.group() for found in WRITTEN.finditer(text) if post_of(found.group()) is not None), "")


def _mid(text: str) -> str:
    if text.isdecimal():
        return text if len(text) in _MID_LENGTHS and text[0] != "0" else ""
    if len(text) not in _BID_LENGTHS:
        return ""
    try:
        return bid_to_mid(text)
    except ValueError:
        return ""
