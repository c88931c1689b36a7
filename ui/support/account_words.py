"""Our own accounts in words: how each stands, until when, what the platform refused it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from weibo_operator.domain.account import Account, AccountState
from weibo_operator.domain.clock import china
from weibo_operator.domain.open_platform import Feature
from weibo_operator.services.wording import clock_words, duration_words
from weibo_operator.translation import tr

Mark = Literal["ok", "needs_you", "offline", "none"]
URGENT = timedelta(days=7)
"""A permission that ends within so many days wants the operator now."""
FEATURES: Mapping[Feature, str] = {
    Feature.UNREAD: tr("看有没有新消息"),
    Feature.MENTIONS: tr("收 @ 我们的微博"),
    Feature.COMMENTS: tr("收评论"),
    Feature.COMMENT_MENTIONS: tr("收 @ 我们的评论"),
    Feature.OWN_COMMENTS: tr("看自己发过的评论"),
    Feature.COMMENT: tr("发评论"),
    Feature.REPLY: tr("回复评论"),
    Feature.PROFILE: tr("看账号资料"),
    Feature.LIMITS: tr("看还能请求几次"),
}


class Standing(Struct, frozen=True):
    """How an account stands: a mark, its icon, a short word and the whole sentence."""

    mark: Mark
    icon: str
    word: str
    sentence: str


def standing_of(account: Account, now: datetime, offline_since: datetime | None = None) -> Standing:
    """How one account stands; what needs the operator goes before the network."""
    name = f"@{account.nickname}"
    if account.state is AccountState.SIGNED_OUT:
        return Standing("none", "plug", tr("已退出登录"), tr("{0} 已退出登录", name))
    if account.state is AccountState.EXPIRED:
        since = clock_words(account.state_since, now)
        return Standing(
            "needs_you", "key-round", tr("授权已失效"), tr("{0} 的授权已失效（{1} 起），需要重新授权", name, since)
        )
    if account.ends_soon(now) and account.expires_at is not None:
        left = left_words(account.expires_at, now)
        mark: Mark = "needs_you" if account.expires_at - now <= URGENT else "ok"
        return Standing(mark, "clock", tr("授权{0}", left), tr("{0} 的授权{1}，到期前重新授权", name, left))
    if offline_since is not None:
        since = clock_words(offline_since, now)
        return Standing("offline", "wifi-off", tr("连不上微博"), tr("{0} 起连不上微博，{1} 的授权还有效", since, name))
    return Standing("ok", "circle-check", tr("已连接"), tr("{0} 已连接", name))


def desk_standing(
    accounts: Sequence[Account], default: Account | None, now: datetime, offline_since: datetime | None
) -> tuple[Account | None, Standing]:
    """The account that stands for all (one that needs the operator before the usual one) and how it stands."""
    signed_in = [account for account in accounts if account.state is not AccountState.SIGNED_OUT]
    if not signed_in:
        return None, Standing("none", "plug", tr("没有连接"), tr("没有连接微博，按这里连接微博开放平台"))
    standings = [(account, standing_of(account, now, offline_since)) for account in signed_in]
    worried = next((each for each in standings if each[1].mark == "needs_you"), None)
    usual = next((each for each in standings if default is not None and each[0].id == default.id), standings[0])
    return worried or usual


def left_words(expires_at: datetime, now: datetime) -> str:
    """How long a permission still lasts: 还有 12 天, 还有 4 小时 20 分, 已经到期."""
    left = expires_at - now
    return tr("还有 {0}", duration_words(left)) if left > timedelta() else tr("已经到期")


def until_words(expires_at: datetime) -> str:
    """A permission's last day: 2031 年 11 月 21 日."""
    day = china(expires_at)
    return tr("{0} 年 {1} 月 {2} 日", day.year, day.month, day.day)
