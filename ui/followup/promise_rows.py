"""What a row of the list of promises says: groups by day, by when, to whom, what was promised and why."""

from collections.abc import Sequence
from datetime import datetime

from ui.support.source_words import source_words
from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.clock import china, china_day
from weibo_operator.domain.promise_record import PromiseRate, PromiseState, RecordedPromise
from weibo_operator.services.promise_words import STATES, promise_line, whole_day_words
from weibo_operator.services.wording import day_words, duration_words, people_words
from weibo_operator.translation import tr

PROMISE_COLUMNS = (
    CardColumn(tr("到期"), 112),
    CardColumn(tr("客户"), 176),
    CardColumn(tr("答应了什么"), share=1.2),
    CardColumn(tr("当初的问题"), share=1.0),
)
_TITLES = {-1: tr("已逾期"), 0: tr("今天到期"), 1: tr("以后")}


def grouped_promises(open_ones: Sequence[RecordedPromise], now: datetime) -> list[object]:
    """Promises to be kept, under 已逾期, 今天到期 and 以后."""
    groups: dict[int, list[RecordedPromise]] = {}
    for promise in open_ones:
        groups.setdefault(_days_off(promise, now), []).append(promise)
    rows: list[object] = []
    for days, held in groups.items():
        role: ColorRole = "danger_text" if days < 0 else "text"
        rows += [GroupTitle(_TITLES[days], len(held), role), *held]
    return rows


def settled_rows(settled: Sequence[RecordedPromise]) -> list[object]:
    """The promises settled last, under one title."""
    return [GroupTitle(tr("最近了结的"), len(settled)), *settled] if settled else []


def when_words(promise: RecordedPromise, now: datetime) -> tuple[str, str]:
    """By when it is due, and how long that is off; for a settled one what became of it, and when."""
    if promise.settled_at is not None:
        return STATES[promise.state], day_words(promise.settled_at, now)
    local = china(promise.due_at)
    whole_day = (local.hour, local.minute) == (23, 59)
    day = day_words(promise.due_at, now)
    upper = whole_day_words(promise.due_at, now) if whole_day else f"{day} {local:%H:%M}"
    if promise.is_overdue(now):
        return upper, tr("逾期 {0}", duration_words(now - promise.due_at))
    return upper, tr("还有 {0}", duration_words(promise.due_at - now))


def is_pressing(promise: RecordedPromise, now: datetime) -> bool:
    """True for what is overdue, or was kept too late."""
    return promise.is_overdue(now) or promise.state is PromiseState.LATE


def said_words(promise: RecordedPromise, now: datetime) -> str:
    """What was promised, with its time as of today."""
    return promise_line(promise, now)


def promised_person(promise: RecordedPromise) -> tuple[str, ...]:
    """The line under the name."""
    reach = () if promise.followers is None else (tr("{0} 粉丝", people_words(promise.followers)),)
    return (source_words(promise.source), *reach)


def rate_words(rate: PromiseRate) -> tuple[str, ...]:
    """本周承诺 8 条，兑现 7 条（88%），改期 1 条."""
    if not rate.due and not rate.pending:
        return ()
    share = "" if rate.share is None else tr("（{0:.0%}）", rate.share)
    parts = (
        tr("本周到期 {0} 条", rate.due) if rate.due else "",
        tr("按时兑现 {0} 条{1}", rate.kept, share) if rate.due else "",
        tr("晚了 {0} 条", rate.late + rate.overdue) if rate.late + rate.overdue else "",
        tr("提前改期 {0} 条", rate.moved) if rate.moved else "",
    )
    return tuple(part for part in parts if part)


def spoken_promise(promise: RecordedPromise, now: datetime) -> str:
    """The whole row for a screen reader."""
    parts = (promise.nickname, *when_words(promise, now), said_words(promise, now), " ".join(promise.problem.split()))
    return tr("，").join(part for part in parts if part)


def _days_off(promise: RecordedPromise, now: datetime) -> int:
    """-1 for what is overdue, 0 for what is due today, 1 for all that is later."""
    if promise.is_overdue(now):
        return -1
    return int(china_day(promise.due_at) != china_day(now))
