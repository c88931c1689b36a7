"""What is said of a reply on its way: under its bubble, and in the strip that stands in the composer's place."""

import math
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from ui.support.tokens import ColorRole
from ui.widgets.button import Variant
from weibo_operator.domain.clock import china
from weibo_operator.domain.open_platform import Reaction
from weibo_operator.domain.reply import Hold, Intent, IntentState
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr


class Answer(StrEnum):
    """What the operator may do about it."""

    RECALL = "recall"
    RELEASE = "release"
    SENT = "sent"
    AGAIN = "again"
    PAGE = "page"
    LOOK = "look"


class Offer(Struct, frozen=True):
    """A button of the strip."""

    text: str
    keys: str
    icon: str = ""
    variant: Variant = "secondary"


class StripWords(Struct, frozen=True):
    """Everything the strip says; ``aside`` stands at the right of the title."""

    title: str
    hint: str
    icon: str
    role: ColorRole
    offers: Mapping[Answer, Offer]
    aside: str = ""
    alarming: bool = False


_HELD_BUBBLE: Mapping[Hold, tuple[str, str]] = {
    Hold.OFFLINE: (tr("没有网络，待发"), "wifi-off"),
    Hold.EXPIRED: (tr("授权过期，待发"), "key-round"),
    Hold.RESTART: (tr("上次退出前没发出"), "history"),
    Hold.WROTE_AGAIN: (tr("客户又说了话，待发"), "message-circle"),
    Hold.RECIPIENT: (tr("工单换了客户，待发"), "user"),
}
_HELD: Mapping[Hold, tuple[str, str, str]] = {
    Hold.OFFLINE: (
        tr("没有网络，这条回复还没发"),
        tr("它存在待发箱里，联网后也不会自己发：由你按 1 发出，或者按 2 撤回来改。"),
        "wifi-off",
    ),
    Hold.EXPIRED: (
        tr("授权过期，这条回复还没发"),
        tr("它存在待发箱里。重新授权以后由你按 1 发出，或者按 2 撤回来改。"),
        "key-round",
    ),
    Hold.RESTART: (
        tr("上次退出前，这条回复没来得及发出"),
        tr("看一眼还合不合适：按 1 发出，或者按 2 撤回来改。"),
        "history",
    ),
}
_BACK = Offer(tr("撤回"), "2", "undo-2")
_NOW = Offer(tr("现在发出"), "1", "send", "primary")
_UNKNOWN: Mapping[Answer, Offer] = {
    Answer.PAGE: Offer(tr("去微博看看"), "O", "external-link"),
    Answer.LOOK: Offer(tr("再查一次"), "C", "search", "ghost"),
    Answer.RECALL: Offer(tr("不发了，回去改"), "3"),
    Answer.AGAIN: Offer(tr("没发出，重新发送"), "2", "refresh-cw"),
    Answer.SENT: Offer(tr("已经发出了"), "1", "check", "primary"),
}


def seconds_left(intent: Intent, now: datetime) -> int:
    """Whole seconds until it leaves; 0 when its time has come."""
    if intent.sending is None:
        return 0
    return max(0, math.ceil((intent.sending.send_from - now).total_seconds()))


def is_waiting(intent: Intent) -> bool:
    """True while it may still be called back by itself: queued, and held by nothing."""
    return intent.state is IntentState.QUEUED and not intent.is_held


def bubble_words(intent: Intent, now: datetime) -> tuple[str, tuple[str, ...]]:
    """Icon and words above the bubble of a reply on its way."""
    sending = intent.sending
    account = "" if sending is None else sending.account_name
    if intent.state is IntentState.UNKNOWN:
        at = now if sending is None or sending.started_at is None else sending.started_at
        return "circle-help", (tr("结果未知"), clock_words(at, now))
    if intent.state is IntentState.SENDING:
        return "send", (f"@{account}", tr("正在发……"))
    if sending is not None and sending.hold is not Hold.NONE:
        words, icon = _HELD_BUBBLE[sending.hold]
        return icon, (words,)
    left = seconds_left(intent, now)
    return "hourglass", (f"@{account}", tr("待发"), tr("{0} 秒后", left)) if left else (f"@{account}", tr("待发"))


def strip_words(intent: Intent, now: datetime, new_words: str = "") -> StripWords:
    """The strip for a reply on its way; ``new_words`` are what the customer wrote meanwhile."""
    sending = intent.sending
    if intent.state is IntentState.UNKNOWN:
        return _unknown(intent, now)
    if intent.state is IntentState.SENDING:
        return StripWords(
            tr("正在发给 @{0}……", intent.nickname), tr("等微博答复，一般几秒钟。"), "send", "info_text", offers={}
        )
    hold = Hold.NONE if sending is None else sending.hold
    if hold is Hold.WROTE_AGAIN:
        offers = {
            Answer.RECALL: Offer(tr("回去改"), "2", "pencil"),
            Answer.RELEASE: Offer(tr("照发"), "1", "send", "primary"),
        }
        said = f"“{new_words}”" if new_words else tr("这张工单有了新的内容。")
        return StripWords(
            tr("{0} 又说了一句，先没有发", intent.nickname), said, "message-circle", "info_text", offers, alarming=False
        )
    if hold is Hold.RECIPIENT:
        hint = tr("为了不发错人，没有发出。按 2 拿回这段话。")
        return StripWords(
            tr("这张工单换了客户，没有发"), hint, "user", "danger_text", {Answer.RECALL: _BACK}, alarming=True
        )
    if hold is not Hold.NONE:
        title, hint, icon = _HELD[hold]
        return StripWords(title, hint, icon, "text2", {Answer.RECALL: _BACK, Answer.RELEASE: _NOW})
    left = seconds_left(intent, now)
    when = tr("{0} 秒后发给 @{1}", left, intent.nickname) if left else tr("马上发给 @{0}", intent.nickname)
    return StripWords(when, tr("到时间自动发出。想改就按 2 撤回。"), "hourglass", "info_text", {Answer.RECALL: _BACK})


def _unknown(intent: Intent, now: datetime) -> StripWords:
    sending = intent.sending
    reaction = None if sending is None else sending.reaction
    started = None if sending is None else sending.started_at
    looked = None if sending is None else sending.looked_at
    cause = {
        Reaction.MAYBE_SENT: tr("微博说同样的内容已经有了，这条很可能已经发出。"),
        Reaction.UNREADABLE: tr("微博的答复读不懂。"),
    }.get(reaction or Reaction.UNKNOWN, tr("微博没有返回结果。"))
    why = tr("{0}公开回复发两遍会很难看，所以没有自动重发。先去微博看一眼，再选结果：", cause)
    if looked is not None:
        seen = clock_words(looked, now)
        why = tr("{0}{1} 看过我们最近的评论，没有找到这条。先去微博看一眼，再选结果：", cause, seen)
    aside = "" if started is None else tr("{0:%H:%M:%S} 发送", china(started))
    title = tr("不确定这条回复发出去没有")
    return StripWords(title, why, "circle-help", "danger_text", _UNKNOWN, aside, alarming=True)
