"""The top bar's word about where messages come from, and how fresh they are (design README §3.3)."""

from datetime import datetime, timedelta

from msgspec import Struct

from ui.shell.courier import Courier
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.tokens import ColorRole
from weibo_operator.domain.account import Account, AccountState
from weibo_operator.domain.clock import china, china_day
from weibo_operator.domain.open_platform import Reaction
from weibo_operator.services.wording import clock_words, duration_words
from weibo_operator.translation import tr

_QUIET = (Reaction.RATE_LIMIT, Reaction.PAUSE_WRITES)
"""The platform asked for rest: nothing is broken."""


class SyncWord(Struct, frozen=True):
    """The words, their icon, and whether something is wrong."""

    words: str
    icon: str
    role: ColorRole = "text2"

    @property
    def is_urgent(self) -> bool:
        """True for what is shown in red, also where room is short."""
        return self.role == "danger_text"


def sync_word(context: Context, courier: Courier) -> SyncWord:
    """What to say now."""
    operator, now = context.operator, context.operator.desk.now()
    accounts = [each for each in operator.accounts.all() if each.state is not AccountState.SIGNED_OUT]
    if not accounts:
        return SyncWord(_came_by_file(context), "file-text")
    offline = context.connection.offline_since
    if offline is not None:
        return SyncWord(tr("{0} 起离线", short_clock(offline, now)), "wifi-off", "danger_text")
    if courier.fetcher.is_busy:
        read = courier.fetcher.read
        return SyncWord(tr("已取到 {0} 条", read) if read else tr("正在同步……"), "refresh-cw")
    expired = [each for each in accounts if each.state is AccountState.EXPIRED]
    if expired:
        since = min(each.state_since for each in expired)
        return SyncWord(tr("{0} 起未同步", short_clock(since, now)), "triangle-alert", "danger_text")
    return _freshness(context, courier, accounts, now)


def _freshness(context: Context, courier: Courier, accounts: list[Account], now: datetime) -> SyncWord:
    moments = {each.id: context.operator.sync.last_at(each.id) for each in accounts}
    known = [moment for moment in moments.values() if moment is not None]
    errors = [courier.fetcher.error(each.id) for each in accounts]
    if any(error is not None and error.reaction not in _QUIET for error in errors):
        since = tr("{0} 起未同步", short_clock(min(known), now)) if known else tr("还没有同步")
        return SyncWord(since, "triangle-alert", "danger_text")
    if len(known) < len(moments):
        keys = context.theme.keys.said(anywhere("sync_now"))
        return SyncWord(tr("还没有同步，按 {0} 收消息", keys), "refresh-cw")
    age = now - min(known)
    if age < timedelta(minutes=1):
        return SyncWord(tr("刚刚已同步"), "check-check")
    return SyncWord(_synced_words(age), "check-check")


def short_clock(moment: datetime, now: datetime) -> str:
    """Day and time, today's without the day: 18:00, 昨天 18:00."""
    return f"{china(moment):%H:%M}" if china_day(moment) == china_day(now) else clock_words(moment, now)


def _synced_words(age: timedelta) -> str:
    if age < timedelta(hours=1):
        return tr("{0} 分钟前已同步", int(age.total_seconds() // 60))
    return tr("{0} 前已同步", duration_words(age))


def _came_by_file(context: Context) -> str:
    last = context.operator.intake.last_import()
    if last is None:
        return tr("没有连接微博，手动收消息")
    now = context.operator.desk.now()
    when = china(last.finished_at)
    if china_day(now) == when.date():
        return tr("{0:%H:%M} 导入过，共 {1} 条", when, last.new)
    if china_day(now) - when.date() == timedelta(days=1):
        return tr("昨天 {0:%H:%M} 导入过", when)
    return tr("{0:%m-%d} 导入过", when)
