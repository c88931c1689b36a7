"""What a row of the visits' page says: groups by day, due words, who, what was and what to ask."""

from collections.abc import Sequence
from datetime import datetime

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.clock import china, china_day
from weibo_operator.domain.followup import FollowUp
from weibo_operator.domain.labels import Source
from weibo_operator.domain.verdict import RecentWords
from weibo_operator.services.wording import WEEKDAYS, clock_words, day_words, people_words
from weibo_operator.translation import label, tr

COLUMNS = (
    CardColumn(tr("到期"), 96),
    CardColumn(tr("客户"), 176),
    CardColumn(tr("当初的问题与处理"), share=1.3),
    CardColumn(tr("这次要问"), share=1.0),
)
DONE_COLUMNS = (
    CardColumn(tr("回访时间"), 96),
    CardColumn(tr("客户"), 176),
    CardColumn(tr("当初的问题与处理"), share=1.3),
    CardColumn(tr("结果"), share=1.0),
)
USUAL_QUESTION = tr("问问解决得怎么样")

_SOURCES = {Source.MENTION: tr("@我"), Source.SEARCH: tr("搜索到"), Source.OTHER: tr("手工录入")}


def grouped(visits: Sequence[FollowUp], now: datetime) -> list[object]:
    """Visits to be made, under 已逾期, 今天, 明天 and 以后."""
    groups: dict[str, list[FollowUp]] = {}
    for visit in visits:
        groups.setdefault(_group(visit, now), []).append(visit)
    rows: list[object] = []
    for name, held in groups.items():
        role: ColorRole = "danger_text" if name == tr("已逾期") else "text"
        rows += [GroupTitle(_dated(name, held[0]), len(held), role), *held]
    return rows


def done_rows(visits: Sequence[FollowUp]) -> list[object]:
    """Visits made, newest first."""
    return [GroupTitle(tr("最近回访过的"), len(visits)), *visits] if visits else []


def days_late(visit: FollowUp, now: datetime) -> int:
    """By how many days the visit is overdue; 0 from its day on before midnight."""
    return max(0, (china_day(now) - china_day(visit.due_at)).days)


def due_words(visit: FollowUp, now: datetime) -> str:
    """When it is due, or was made."""
    if visit.done_at is not None:
        return day_words(visit.done_at, now)
    late = days_late(visit, now)
    return tr("逾期 {0} 天", late) if late else day_words(visit.due_at, now)


def person_parts(visit: FollowUp) -> tuple[str, ...]:
    """The line under the name."""
    source = _SOURCES.get(visit.source, label(visit.source.value))
    return (source,) if visit.followers is None else (source, people_words(visit.followers))


def question_words(visit: FollowUp) -> str:
    """What to ask this time; the word 回访 before it says nothing on this page."""
    return visit.question.removeprefix("回访：").strip() or USUAL_QUESTION


def outcome_words(visit: FollowUp) -> str:
    """What a visit found."""
    return label(visit.outcome.value) if visit.outcome is not None else ""


def recent_words(said: RecentWords, now: datetime) -> str:
    """The line over something the customer posted since: what it may be, and when."""
    mark = ""
    if said.verdict is not None:
        mark = tr("可能有新问题，") if said.verdict.outcome.reopens else tr("可能是好评，")
    return f"{mark}{clock_words(said.posted_at, now)}"


def spoken(visit: FollowUp, now: datetime) -> str:
    """The whole row for a screen reader."""
    last = outcome_words(visit) or question_words(visit)
    return tr("，").join([visit.nickname, due_words(visit, now), " ".join(visit.problem.split()), last])


def _group(visit: FollowUp, now: datetime) -> str:
    distance = (china_day(visit.due_at) - china_day(now)).days
    if distance < 0:
        return tr("已逾期")
    return {0: tr("今天"), 1: tr("明天")}.get(distance, tr("以后"))


def _dated(name: str, visit: FollowUp) -> str:
    if name not in (tr("今天"), tr("明天")):
        return name
    day = china(visit.due_at)
    return tr("{0} {1} 月 {2} 日 周{3}", name, day.month, day.day, WEEKDAYS[day.weekday()])
