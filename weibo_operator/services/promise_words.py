"""Promises in words: when they are due, and what to write to the customer when one will be late."""

from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.clock import china
from weibo_operator.domain.promise_record import PromiseState, RecordedPromise
from weibo_operator.domain.promises import PromiseKind, due_in_words
from weibo_operator.services.wording import day_words
from weibo_operator.translation import Text, for_others, label, tr

_DEEDS: Mapping[PromiseKind, str] = {
    PromiseKind.REPLY: "给您答复",
    PromiseKind.RESOLVE: "给您处理好",
    PromiseKind.SHIP: "给您发货",
    PromiseKind.DELIVER: "给您送到",
    PromiseKind.REFUND: "给您退款",
    PromiseKind.VISIT: "上门",
    PromiseKind.COMPENSATE: "给您补偿",
    PromiseKind.GUARANTEE: "给您答复",
}
_SO_FAR: Mapping[PromiseKind, str] = {
    PromiseKind.REPLY: "还在核实",
    PromiseKind.RESOLVE: "还在处理",
    PromiseKind.SHIP: "还没能发出",
    PromiseKind.DELIVER: "还在路上",
    PromiseKind.REFUND: "退款还在办理",
    PromiseKind.VISIT: "师傅还没能安排好",
    PromiseKind.COMPENSATE: "补偿还在办理",
    PromiseKind.GUARANTEE: "还在核实",
}
"""Said to the customer while it lasts."""
_MISSED: Mapping[PromiseKind, str] = {
    PromiseKind.REPLY: "答复",
    PromiseKind.RESOLVE: "处理好",
    PromiseKind.SHIP: "发出",
    PromiseKind.DELIVER: "送到",
    PromiseKind.REFUND: "退款",
    PromiseKind.VISIT: "上门",
    PromiseKind.COMPENSATE: "补偿",
    PromiseKind.GUARANTEE: "答复",
}
"""Said to the customer when its time is over: 没能按时发出."""
STATES: Mapping[PromiseState, str] = {
    PromiseState.OPEN: tr("待兑现"),
    PromiseState.KEPT: tr("已兑现"),
    PromiseState.LATE: tr("晚了"),
    PromiseState.CANCELLED: tr("不算承诺"),
}


def due_words(due: datetime, now: datetime) -> str:
    """By when: 明天 18:00 前, 今天内, 11-23 周一当天, 11-23 周一前 (from midnight on it is that day's first minute)."""
    local = china(due)
    day = day_words(due, now)
    if (local.hour, local.minute) == (23, 59):
        return whole_day_words(due, now)
    return tr("{0}前", day) if (local.hour, local.minute) == (0, 0) else tr("{0} {1:%H:%M} 前", day, local)


def whole_day_words(due: datetime, now: datetime) -> str:
    """A day with its last minute: 今天内, but 11-23 周一当天."""
    day = day_words(due, now)
    return tr("{0}当天", day) if day[:1].isdecimal() else tr("{0}内", day)


def promise_line(promise: RecordedPromise, now: datetime) -> str:
    """One promise in a line: 承诺：明天 18:00 前给您答复."""
    due = due_words(promise.due_at, now)
    deed = deed_words(promise)
    return tr("{0}：{1}", f"{Text(due):cap}", deed) if promise.by_hand else tr("{0:s}{1:s}", due, deed)


def deed_words(promise: RecordedPromise) -> str:
    """What was promised, without its time; for one noted by hand its own words."""
    return promise.text if promise.by_hand else label(_DEEDS[promise.kind])


def interim_words(promise: RecordedPromise, new_due: datetime, now: datetime) -> str:
    """The suggested message to a customer whose promise will be late, or is."""
    deed = _DEEDS[promise.kind]
    with for_others():
        before, then = _said(promise.due_at, now), _said(new_due, now)
    if promise.due_at > now:
        state = f"{_SO_FAR[promise.kind]}，抱歉让您久等了"
    else:
        state = f"没能按时{_MISSED[promise.kind]}，非常抱歉"
    return f"您好，原定{before}{deed}，{state}。我们会在{then}{deed}。"


def _said(due: datetime, now: datetime) -> str:
    """A time as it is written to a customer: days further off with their date."""
    words = due_words(due, now)
    return words if words.startswith(("今天", "明天", "后天", "昨天")) else due_in_words(due)
