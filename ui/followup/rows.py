"""What a row of the visits' page says: groups by day, due words, who, what was and what to ask."""

from collections.abc import Sequence
from datetime import datetime

from ui.support.source_words import source_words
from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.clock import china, china_day
from weibo_operator.domain.followup import FollowUp
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


def grouped(visits: Sequence[FollowUp], now: datetime) -> list[object]:
    """Visits to be made, under 已逾期, 今天, 明天 and 以后."""
    groups: dict[int, list[FollowUp]] = {}
    for visit in visits:
        groups.setdefault(_days_off(visit, now), []).append(visit)
    rows: list[object] = []
    for days, held in groups.items():
        role: ColorRole = "danger_text" if days < 0 else "text"
        rows += [GroupTitle(_title(days, held[0]), len(held), role), *held]
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
    source = source_words(visit.source)
    return (source,) if visit.followers is None else (source, tr("{0} 粉丝", people_words(visit.followers)))


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


def _days_off(visit: FollowUp, now: datetime) -> int:
    """-1 for all that is overdue, 0 today, 1 tomorrow, 2 for all that is later."""
    return min(max((china_day(visit.due_at) - china_day(now)).days, -1), 2)


def _title(days: int, visit: FollowUp) -> str:
    if days not in (0, 1):
        return tr("以后") if days > 0 else tr("已逾期")
    name, day = tr("明天") if days else tr("今天"), china(visit.due_at)
    return tr("{0} {1} 月 {2} 日 周{3}", name, day.month, day.day, label(WEEKDAYS[day.weekday()]))
