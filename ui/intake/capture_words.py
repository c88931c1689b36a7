"""What the operator types into the capture form, read: where, when, who."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from msgspec import Struct

from ui.support.when import joined, parse_when
from ui.support.when_english import in_chinese
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.clock import china, china_day
from weibo_operator.domain.labels import Audience, Platform, Source
from weibo_operator.translation import tr

NOW_WORDS = ("", "现在", "刚才", "刚刚")
_AGO = re.compile(r"(?P<count>.+?)(?P<unit>个?(?:分钟|分|小时|钟头|天|周|星期))(?:以|之)?前")
_PAST_DAYS = {"大前天": 3, "前天": 2, "昨天": 1, "昨日": 1, "昨晚": 1}
_ENGLISH_NOW = ("now", "just now")
_ENGLISH_DAYS = {
    "the day before yesterday": "前天",
    "day before yesterday": "前天",
    "yesterday": "昨天",
    "last night": "昨晚",
}
_DAY = timedelta(days=1)
_PROFILE = re.compile(r"/u/(\d{5,})/?|/(\d{5,})/?")
_WEIBO = ("weibo.com", "weibo.cn")


class Place(Struct, frozen=True):
    """Where the customer spoke: the choice's words and what it stands for."""

    words: str
    platform: Platform
    source: Source
    audience: Audience


PLACES: dict[str, Place] = {
    "comment": Place(tr("微博评论"), Platform.WEIBO, Source.COMMENT, Audience.PUBLIC),
    "mention": Place(tr("@我"), Platform.WEIBO, Source.MENTION, Audience.PUBLIC),
    "private": Place(tr("微博私信"), Platform.WEIBO, Source.PRIVATE, Audience.PRIVATE),
    "wechat": Place(tr("微信"), Platform.WECHAT, Source.OTHER, Audience.PRIVATE),
    "phone": Place(tr("电话"), Platform.PHONE, Source.OTHER, Audience.PRIVATE),
    "shop": Place(tr("门店"), Platform.SHOP, Source.OTHER, Audience.PRIVATE),
    "email": Place(tr("邮件"), Platform.EMAIL, Source.OTHER, Audience.PRIVATE),
    "other": Place(tr("其他"), Platform.OTHER, Source.OTHER, Audience.PRIVATE),
}


class Captured(Struct, frozen=True):
    """The form's fields as they stand."""

    nickname: str
    place: str
    text: str
    said_at: datetime
    account: str
    followers: int | None


def said_when(text: str, now: datetime) -> datetime | None:
    """The past moment ``text`` names (现在, 14:10, 昨天下午, 2 hours ago, 11-18 9:00); None when not understood."""
    said = joined(_past_in_chinese(text))
    if said in NOW_WORDS:
        return now
    if found := _AGO.fullmatch(said):
        later = parse_when(f"{found['count']}{found['unit']}后", now)
        if later is None:
            return None
        whole_days = found["unit"].endswith(("天", "周", "星期"))
        return now - (_DAY * (china_day(later) - china_day(now)).days if whole_days else later - now)
    for word, days in _PAST_DAYS.items():
        if said.startswith(word):
            rest = ("晚上" if word == "昨晚" else "") + said.removeprefix(word)
            moment = parse_when(f"今天{rest}", now)
            return None if moment is None else moment - days * _DAY
    return _latest(parse_when(said, now), said, now)


def message_of(form: Captured) -> IncomingMessage:
    """The message the form describes; its id is new, so it can never be taken for one known already."""
    place, account = PLACES[form.place], form.account.strip()
    uid, profile = _person(place.platform, form.nickname.strip(), account)
    link = account if _is_page(account) and not profile else ""
    return IncomingMessage(
        platform=place.platform,
        platform_id=f"manual:{uuid4().hex}",
        uid=uid,
        nickname=form.nickname.strip().removeprefix("@"),
        text=form.text.strip(),
        posted_at=form.said_at,
        source=place.source,
        audience=place.audience,
        link=link,
        profile_url=profile,
        followers=form.followers,
    )


def follower_count(text: str) -> int | None:
    """A count as typed: 342, 1,208, 12.6万; None for an empty or unreadable one."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(万)?", text.replace(",", "").replace("，", "").strip())
    return None if found is None else round(float(found[1]) * (10_000 if found[2] else 1))


def _past_in_chinese(text: str) -> str:
    """A time in the past typed in English, in the Chinese words for it; anything else as it is."""
    said = " ".join(text.lower().split())
    if said in _ENGLISH_NOW:
        return "刚刚"
    if said.endswith(" ago"):
        return f"{in_chinese(said.removesuffix(' ago')).removesuffix('后')}前"
    for words, day in _ENGLISH_DAYS.items():
        if said.startswith(words):
            return day + in_chinese(said.removeprefix(words))
    return in_chinese(text)


def _latest(moment: datetime | None, said: str, now: datetime) -> datetime | None:
    """A time without a day is the last such, a date without a year the last such; the reader looks ahead instead."""
    if moment is None or moment <= now:
        return moment
    if moment - now <= _DAY and re.match(
        r"\d{1,2}[:：点时]|[一二三四五六七八九十]+[点时]|早|上午|中午|下午|傍晚|晚|凌晨", said
    ):
        return moment - _DAY
    local = china(moment)
    if (local.month, local.day) != (2, 29) and re.match(r"\d{1,2}[-/.月]", said):
        return moment.replace(year=moment.year - 1)
    return moment


def _person(platform: Platform, nickname: str, account: str) -> tuple[str, str]:
    """The customer's uid and profile page: a real account where one was given, else only the name."""
    name = f"name:{nickname.removeprefix('@')}"
    if platform is not Platform.WEIBO:
        return (account if account and not _is_page(account) else name), ""
    parts = urlsplit(account if "//" in account else f"https://{account}")
    host = parts.hostname or ""
    found = _PROFILE.fullmatch(parts.path)
    if found is not None and host.endswith(_WEIBO):
        uid = found[1] or found[2]
        return uid, f"https://weibo.com/u/{uid}"
    return name, ""


def _is_page(account: str) -> bool:
    return account.startswith(("http://", "https://"))
