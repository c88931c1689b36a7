"""What a row of 待发箱 says: groups by what is needed, why it has not gone, since when."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from ui.widgets.marked_list import RowFacts
from weibo_operator.domain.account import Account, Pause
from weibo_operator.domain.clock import china
from weibo_operator.domain.open_platform import Reaction
from weibo_operator.domain.polling import Budget
from weibo_operator.domain.reply import Hold, Intent, IntentState
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

COLUMNS = (
    CardColumn("", 20),
    CardColumn(tr("客户"), 120),
    CardColumn(tr("回复"), share=1.2),
    CardColumn(tr("为什么还没发"), share=0.8),
    CardColumn(tr("发送时间"), 104, spare=True),
)
HOLDS: Mapping[Hold, str] = {
    Hold.OFFLINE: tr("当时没有网络"),
    Hold.RESTART: tr("上次退出前没来得及发"),
    Hold.EXPIRED: tr("微博授权过期了"),
    Hold.WROTE_AGAIN: tr("客户又说了话，或已经有人回了"),
    Hold.RECIPIENT: tr("工单换了客户，为了不发错人没有发"),
}
UNKNOWN: Mapping[Reaction, str] = {
    Reaction.MAYBE_SENT: tr("微博说同样的内容已经有了，很可能已经发出"),
    Reaction.UNREADABLE: tr("微博的答复读不懂"),
}


def grouped(intents: Sequence[Intent]) -> list[object]:
    """待核实, 等你确认 and 待发, each in the order of pressing."""
    shown: list[object] = []
    unknown = [each for each in intents if each.state is IntentState.UNKNOWN]
    held = [each for each in intents if each.is_held]
    leaving = [each for each in intents if each.state is not IntentState.UNKNOWN and not each.is_held]
    if unknown:
        shown += [GroupTitle(tr("待核实"), len(unknown), "danger_text"), *unknown]
    if held:
        shown += [GroupTitle(tr("等你确认"), len(held)), *held]
    if leaving:
        shown += [GroupTitle(tr("待发"), len(leaving)), *leaving]
    return shown


def why_words(intent: Intent, now: datetime) -> str:
    """Why it has not gone, or what is going on."""
    sending = intent.sending
    if sending is None:
        return ""
    if intent.state is IntentState.UNKNOWN:
        return UNKNOWN.get(sending.reaction or Reaction.UNKNOWN, tr("微博没有返回结果"))
    if intent.state is IntentState.SENDING:
        return tr("正在发……")
    if intent.is_held:
        return HOLDS[sending.hold]
    left = int((sending.send_from - now).total_seconds())
    if left > 60:
        return tr("{0} 再发", clock_words(sending.send_from, now))
    return tr("{0} 秒后发出", left + 1) if left >= 0 else tr("轮到就发")


def looked_words(intent: Intent, now: datetime) -> str:
    """When our own comments were last read for it; empty when they were not."""
    looked = None if intent.sending is None else intent.sending.looked_at
    return "" if looked is None else tr("{0} 看过我们最近的评论，没有找到这条", clock_words(looked, now))


def account_name(intent: Intent) -> str:
    """Through which account it goes."""
    return "" if intent.sending is None else f"@{intent.sending.account_name}"


def pressed_words(intent: Intent, now: datetime) -> str:
    """When the operator pressed."""
    return clock_words(intent.created_at, now)


def _spoken(intent: Intent, now: datetime, marked: bool) -> str:
    """The whole row for a screen reader."""
    parts = (
        tr("已选") if marked else "",
        intent.nickname,
        why_words(intent, now),
        intent.text,
        account_name(intent),
        pressed_words(intent, now),
    )
    return tr("，").join(part for part in parts if part)


def quota_line(account: Account, budget: Budget, pauses: Sequence[Pause], *, named: bool) -> str:
    """What an account has used of the day's calls and the hour's replies, and when it may go on."""
    whose = tr("@{0}：", account.nickname) if named else ""
    used = tr("今天已用 {0} / {1} 次", budget.used, budget.limit)
    sent = tr("本小时已发 {0} / {1} 条", budget.writes_this_hour, budget.writes_per_hour)
    until = max((pause.until for pause in pauses), default=None)
    again = "" if until is None else tr("，{0:%H:%M} 恢复", china(until))
    return tr("{0}{1}，{2}{3}", whose, used, sent, again)


FACTS = RowFacts(
    Intent,
    key=lambda intent: intent.id,
    ticket=lambda intent: intent.ticket_id,
    link=lambda intent: intent.link,
    spoken=_spoken,
)
