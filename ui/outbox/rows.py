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

COLUMNS = (
    CardColumn("", 20),
    CardColumn("客户", 120),
    CardColumn("回复", share=1.2),
    CardColumn("为什么还没发", share=0.8),
    CardColumn("什么时候按的", 104, spare=True),
)
HOLDS: Mapping[Hold, str] = {
    Hold.OFFLINE: "当时没有网络",
    Hold.RESTART: "上次退出前没来得及发",
    Hold.EXPIRED: "微博授权过期了",
    Hold.WROTE_AGAIN: "客户又说了话，或已经有人回了",
    Hold.RECIPIENT: "工单换了客户，为了不发错人没有发",
}
UNKNOWN: Mapping[Reaction, str] = {
    Reaction.MAYBE_SENT: "微博说同样的内容已经有了，很可能已经发出",
    Reaction.UNREADABLE: "微博的答复读不懂",
}


def grouped(intents: Sequence[Intent]) -> list[object]:
    """待核实, 等你确认 and 待发, each in the order of pressing."""
    shown: list[object] = []
    unknown = [each for each in intents if each.state is IntentState.UNKNOWN]
    held = [each for each in intents if each.is_held]
    leaving = [each for each in intents if each.state is not IntentState.UNKNOWN and not each.is_held]
    if unknown:
        shown += [GroupTitle("待核实", len(unknown), "danger_text"), *unknown]
    if held:
        shown += [GroupTitle("等你确认", len(held)), *held]
    if leaving:
        shown += [GroupTitle("待发", len(leaving)), *leaving]
    return shown


def why_words(intent: Intent, now: datetime) -> str:
    """Why it has not gone, or what is going on."""
    sending = intent.sending
    if sending is None:
        return ""
    if intent.state is IntentState.UNKNOWN:
        return UNKNOWN.get(sending.reaction or Reaction.UNKNOWN, "微博没有返回结果")
    if intent.state is IntentState.SENDING:
        return "正在发……"
    if intent.is_held:
        return HOLDS[sending.hold]
    left = int((sending.send_from - now).total_seconds())
    if left > 60:
        return f"{clock_words(sending.send_from, now)} 再发"
    return f"{left + 1} 秒后发出" if left >= 0 else "轮到就发"


def looked_words(intent: Intent, now: datetime) -> str:
    """When our own comments were last read for it; empty when they were not."""
    looked = None if intent.sending is None else intent.sending.looked_at
    return "" if looked is None else f"{clock_words(looked, now)} 看过我们最近的评论，没有找到这条"


def account_name(intent: Intent) -> str:
    """Through which account it goes."""
    return "" if intent.sending is None else f"@{intent.sending.account_name}"


def pressed_words(intent: Intent, now: datetime) -> str:
    """When the operator pressed."""
    return clock_words(intent.created_at, now)


def _spoken(intent: Intent, now: datetime, marked: bool) -> str:
    """The whole row for a screen reader."""
    parts = (
        "已选" if marked else "",
        intent.nickname,
        why_words(intent, now),
        intent.text,
        account_name(intent),
        pressed_words(intent, now),
    )
    return "，".join(part for part in parts if part)


def quota_line(account: Account, budget: Budget, pauses: Sequence[Pause], *, named: bool) -> str:
    """What an account has used of the day's calls and the hour's replies, and when it may go on."""
    whose = f"@{account.nickname}：" if named else ""
    used = f"今天已用 {budget.used} / {budget.limit} 次"
    sent = f"本小时已发 {budget.writes_this_hour} / {budget.writes_per_hour} 条"
    until = max((pause.until for pause in pauses), default=None)
    again = "" if until is None else f"，{china(until):%H:%M} 恢复"
    return f"{whose}{used}，{sent}{again}"


FACTS = RowFacts(
    Intent,
    key=lambda intent: intent.id,
    ticket=lambda intent: intent.ticket_id,
    link=lambda intent: intent.link,
    spoken=_spoken,
)
