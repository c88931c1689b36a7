"""What the line about Weibo says: one message at a time, the most important first (design README §8, PNG 23–25)."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from ui.shell.courier import may_go
from ui.shell.sync_words import short_clock
from ui.support.account_words import FEATURES
from ui.support.context import Context
from ui.support.texts import first_sentence, sentence
from ui.widgets.banner import BannerTone
from weibo_operator.domain.account import Account, AccountState, Pause, PauseScope
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.domain.reply import Hold, Intent, IntentState, OutboxCounts
from weibo_operator.services.wording import day_words, duration_words
from weibo_operator.translation import tr


class Act(StrEnum):
    """What a button of the line does."""

    NONE = ""
    CONNECT = "connect"
    OUTBOX = "outbox"
    RETRY = "retry"
    RELEASE = "release"
    PUT_AWAY = "put_away"
    REMEMBER = "remember"


LABELS = {
    Act.CONNECT: tr("重新授权"),
    Act.OUTBOX: tr("看待发箱"),
    Act.RETRY: tr("重试"),
    Act.RELEASE: tr("全部发出"),
    Act.PUT_AWAY: tr("先看看"),
    Act.REMEMBER: tr("知道了"),
}


class NetWords(Struct, frozen=True):
    """``key`` names what is said, so that it can be put away; ``labels`` replace the usual words of the buttons."""

    key: str
    cause: str
    consequence: str
    tone: BannerTone
    icon: str
    first: Act
    second: Act = Act.NONE
    first_label: str = ""
    second_label: str = ""
    account: AccountId | None = None

    @property
    def action(self) -> str:
        """The first button's words."""
        return self.first_label or LABELS.get(self.first, "")

    @property
    def second_action(self) -> str:
        """The second button's words."""
        return self.second_label or LABELS.get(self.second, "")


def net_words(context: Context, errors: dict[AccountId, PlatformError]) -> Iterator[NetWords]:
    """Everything there is to say, the most important first; ``errors`` are what stopped each account's last fetch."""
    operator = context.operator
    accounts = [each for each in operator.accounts.all() if each.state is not AccountState.SIGNED_OUT]
    listed, counts = operator.outbox.listed(), operator.outbox.counts()
    if not accounts and not listed:
        return
    now, several = operator.desk.now(), len(accounts) > 1
    yield from _unknown(listed)
    for account in accounts:
        if account.state is AccountState.EXPIRED:
            yield _expired(account, now, several=several)
    offline = context.connection.offline_since
    if offline is not None:
        yield _offline(counts, offline)
    expired = {account.id for account in accounts if account.state is AccountState.EXPIRED}
    yield from _held(listed, expired, is_offline=offline is not None)
    for account in accounts:
        if account.state is AccountState.ACTIVE:
            yield from _of_account(context, account, errors.get(account.id), counts, several=several)


def _of_account(
    context: Context, account: Account, error: PlatformError | None, counts: OutboxCounts, *, several: bool
) -> Iterator[NetWords]:
    operator, now = context.operator, context.operator.desk.now()
    pauses = operator.accounts.pauses(account.id)
    if pauses:
        yield _paused(account, max(pauses, key=lambda pause: pause.until), counts, now, several=several)
    elif error is not None and error.reaction not in (Reaction.OFFLINE, Reaction.RELOGIN, Reaction.RATE_LIMIT):
        yield _trouble(account, error)
    if account.ends_soon(now):
        yield _ends_soon(account, now, several=several)
    for off in operator.accounts.features_off(account.id):
        yield NetWords(
            f"off {account.uid} {off.feature.value} {int(off.since.timestamp())}",
            tr("微博没有给这个应用“{0}”的权限", FEATURES[off.feature]),
            tr("{0}这项功能停用了，可以导入、粘贴或用复制的办法。", _whose(account, several)),
            "info",
            "info",
            Act.REMEMBER,
        )


def _unknown(listed: Sequence[Intent]) -> Iterator[NetWords]:
    unknown = [each for each in listed if each.state is IntentState.UNKNOWN]
    if unknown:
        yield NetWords(
            f"unknown {len(unknown)}",
            tr("{0} 条回复不确定发出去没有", len(unknown)),
            tr("为了不发两遍，没有自动重发。看一眼再告诉客服台。"),
            "danger",
            "circle-help",
            Act.OUTBOX,
            first_label=tr("去看"),
        )


def _expired(account: Account, now: datetime, *, several: bool) -> NetWords:
    since = short_clock(account.state_since, now)
    whose = tr("@{0} 的", account.nickname) if several else ""
    return NetWords(
        f"expired {account.uid} {int(account.state_since.timestamp())}",
        tr("{0}微博授权已过期", whose),
        tr("{0} 起收不到新消息，也不能发送。已有工单和草稿都在，重新授权约 20 秒。", since),
        "danger",
        "key-round",
        Act.CONNECT,
        Act.PUT_AWAY,
        account=account.id,
    )


def _offline(counts: OutboxCounts, since: datetime) -> NetWords:
    waiting = counts.held + counts.leaving
    if waiting:
        more = tr("可以继续看、继续写。{0} 条回复在待发箱，联网后先让你确认再发。", waiting)
        return NetWords(_key_at("offline", since), tr("没有网络"), more, "neutral", "wifi-off", Act.OUTBOX, Act.RETRY)
    more = tr("可以继续看、继续写。回复会存进待发箱，联网后先让你确认再发。")
    return NetWords(_key_at("offline", since), tr("没有网络"), more, "neutral", "wifi-off", Act.RETRY)


def _held(listed: Sequence[Intent], expired: set[AccountId], *, is_offline: bool) -> Iterator[NetWords]:
    held = [each for each in listed if each.is_held and each.sending is not None]
    asked = [each for each in held if each.sending is not None and each.sending.account not in expired]
    if is_offline or not asked:
        return
    holds = {each.sending.hold for each in asked if each.sending is not None}
    ready = [each for each in asked if may_go(each)]
    key = f"held {len(asked)}"
    if not ready:
        cause = tr("{0} 条回复先没有发", len(asked))
        more = tr("客户又说了话，或者工单换了客户。看一眼再决定。")
        yield NetWords(key, cause, more, "info", "message-circle", Act.OUTBOX, first_label=tr("逐条看"))
        return
    causes = {Hold.OFFLINE: tr("又有网络了"), Hold.RESTART: tr("上次退出前有回复没发出"), Hold.EXPIRED: tr("授权好了")}
    cause = causes[holds.pop()] if len(holds) == 1 else tr("有回复等你确认")
    more = tr("{0} 条回复等你确认。", len(asked))
    yield NetWords(key, cause, more, "info", "send", Act.RELEASE, Act.OUTBOX, second_label=tr("逐条看"))


def _paused(account: Account, pause: Pause, counts: OutboxCounts, now: datetime, *, several: bool) -> NetWords:
    left = duration_words(pause.until - now + timedelta(seconds=59))
    until = short_clock(pause.until, now)
    waiting = tr("{0} 条回复在待发箱。", counts.leaving) if counts.leaving else tr("已有的工单都能看、能写。")
    what = tr("发送频率") if pause.scope is PauseScope.WRITES else tr("访问频率")
    cause = tr("微博限制了{0}", what)
    if not pause.code[:1].isdecimal():
        cause = tr("这一小时的回复发满了") if pause.scope is PauseScope.WRITES else tr("今天请求微博的次数用完了")
    return NetWords(
        f"pause {account.uid} {pause.scope.value} {int(pause.until.timestamp())}",
        f"{_whose(account, several)}{cause}",
        tr("{0} 后可以继续，还有 {1}。{2}", until, left, waiting),
        "neutral",
        "hourglass",
        Act.OUTBOX,
        Act.PUT_AWAY,
        second_label=tr("知道了"),
    )


def _trouble(account: Account, error: PlatformError) -> NetWords:
    cause, rest = first_sentence(sentence(error))
    key = f"trouble {account.uid} {error.reaction.value} {error.platform_code}"
    return NetWords(key, cause, rest, "neutral", "circle-alert", Act.RETRY, Act.PUT_AWAY, second_label=tr("知道了"))


def _ends_soon(account: Account, now: datetime, *, several: bool) -> NetWords:
    ends = account.expires_at or now
    days = (ends - now).days
    left = tr("{0} 天", days) if days else duration_words(ends - now)
    whose = tr("@{0} 的", account.nickname) if several else ""
    return NetWords(
        f"soon {account.uid} {days}",
        tr("{0}微博授权还剩 {1}", whose, left),
        tr("{0}到期。现在重新授权，收发就不会中断。", day_words(ends, now)),
        "info",
        "key-round",
        Act.CONNECT,
        Act.PUT_AWAY,
        second_label=tr("知道了"),
        account=account.id,
    )


def _whose(account: Account, several: bool) -> str:
    return tr("@{0}：", account.nickname) if several else ""


def _key_at(what: str, moment: datetime) -> str:
    return f"{what} {int(moment.timestamp())}"
