"""Where a row of a home-made table was taken down, from the word its writer used (mission G7)."""

from msgspec import Struct

from weibo_operator.domain.labels import Audience, Platform, Source


class Found(Struct, frozen=True):
    """The network, the list there, and who saw it."""

    platform: Platform
    source: Source
    audience: Audience


_WORDS: tuple[tuple[tuple[str, ...], Found], ...] = (
    (("私信", "dm"), Found(Platform.WEIBO, Source.PRIVATE, Audience.PRIVATE)),
    (("评论", "comment"), Found(Platform.WEIBO, Source.COMMENT, Audience.PUBLIC)),
    (("@", "提及", "提到", "mention"), Found(Platform.WEIBO, Source.MENTION, Audience.PUBLIC)),
    (("搜索", "search", "关键词"), Found(Platform.WEIBO, Source.SEARCH, Audience.PUBLIC)),
    (("微信", "公众号", "wechat"), Found(Platform.WECHAT, Source.OTHER, Audience.PRIVATE)),
    (("电话", "来电", "热线", "phone"), Found(Platform.PHONE, Source.OTHER, Audience.PRIVATE)),
    (("到店", "门店", "柜台", "店里", "shop"), Found(Platform.SHOP, Source.OTHER, Audience.PRIVATE)),
    (("邮件", "邮箱", "mail"), Found(Platform.EMAIL, Source.OTHER, Audience.PRIVATE)),
    (("微博", "weibo"), Found(Platform.WEIBO, Source.COMMENT, Audience.PUBLIC)),
    (("其他", "其它", "other"), Found(Platform.OTHER, Source.OTHER, Audience.PRIVATE)),
)


_NETWORK = frozenset({"微博", "新浪微博", "weibo"})


def names_only_weibo(words: str) -> bool:
    """The network alone, which says nothing of the list there."""
    return words.strip().casefold() in _NETWORK


def channel_of(words: str) -> Found | None:
    """The channel that ``words`` name (微信公众号, 客户来电, Weibo comment), None when they name none."""
    said = words.casefold()
    return next((found for marks, found in _WORDS if any(mark in said for mark in marks)), None)
