"""The rows of the weekly page's charts, made from the summary that the exports print."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ui.support.tokens import ColorRole
from ui.weekly.heat_grid import GridCell
from ui.widgets.bars import Bar
from ui.widgets.columns import Column
from ui.widgets.fact_table import Fact
from ui.widgets.heat import HeatCell
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.services.wording import WEEKDAYS
from weibo_operator.translation import label, tr

LATE_BANDS = ("24_hours", "later", "unanswered")
FIRST_HOUR, LAST_HOUR = 6, 23
KIND_ROLES: Mapping[Kind, ColorRole] = {
    Kind.COMPLAINT: "chart1",
    Kind.QUESTION: "chart3",
    Kind.PRESALE: "chart3",
    Kind.PRAISE: "chart4",
    Kind.SUGGESTION: "chart4",
}


def day_columns(summary: WeeklySummary, today: date) -> tuple[Column, ...]:
    """New and solved tickets of each day; days to come are no zeros."""
    return tuple(
        Column(
            label=_day_name(day.day, today),
            first=None if day.open_at_end is None else day.created,
            second=None if day.open_at_end is None else day.solved,
            emphasised=day.day == today,
        )
        for day in summary.days
    )


def band_bars(summary: WeeklySummary, words: WeekWords) -> tuple[Bar, ...]:
    """How fast turns were answered; slow bands and the unanswered are red where there are any."""
    return tuple(
        Bar(
            label=words.bands[band.key],
            value=band.count,
            text=tr("{0} 次", band.count),
            late=band.key in LATE_BANDS and band.count > 0,
        )
        for band in summary.bands
    )


def kind_bars(summary: WeeklySummary) -> tuple[Bar, ...]:
    """New tickets by kind, complaints first among equals."""
    counts: Counter[Kind] = Counter()
    for problem in summary.matrix:
        counts[problem.kind] += problem.count
    order = list(Kind)
    found = sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0])))
    return tuple(
        Bar(label(kind.value), count, tr("{0:d} 张", count), KIND_ROLES.get(kind, "chart2")) for kind, count in found
    )


def department_facts(summary: WeeklySummary, words: WeekWords) -> tuple[Fact, ...]:
    """What each department was given, how long it took, and what is overdue."""
    return tuple(
        Fact(
            name=label(row.department),
            number=tr("转出 {0}，已答 {1}", row.forwarded, row.answered),
            remark=(
                _median(words.duration(row.median_seconds)),
                *((tr("{0} 张超期", row.overdue),) if row.overdue else ()),
            ),
            late=row.overdue > 0,
        )
        for row in summary.departments
    )


def visit_facts(summary: WeeklySummary) -> tuple[Fact, ...]:
    """Visits due and done, then what they found."""
    visits = summary.visits
    if not visits.due:
        return ()
    complaints = Fact(tr("其中投诉"), f"{visits.complaints_done} / {visits.complaints_due}", (tr("目标全部回访"),))
    return (
        Fact(tr("应访"), tr("{0} 次", visits.due)),
        Fact(tr("已访"), tr("{0} 次", visits.done)),
        *((complaints,) if visits.complaints_due else ()),
        *(Fact(label(outcome.value), tr("{0} 次", count)) for outcome, count in visits.outcomes),
    )


def reason_facts(summary: WeeklySummary) -> tuple[Fact, ...]:
    """Why turns were left without a reply."""
    return tuple(
        Fact(label(reason) or tr("没有写原因"), tr("{0} 次", count)) for reason, count in summary.no_reply_reasons
    )


def transfer_facts(summary: WeeklySummary, names: Sequence[str]) -> tuple[Fact, ...]:
    """Tickets that went to two departments or more; ``names`` as they may be shown."""
    return tuple(
        Fact(f"#{row.ticket_id} {name}", tr("{0} 次", row.transfers), (tr("、").join(map(label, row.departments)),))
        for row, name in zip(summary.repeated_transfers, names, strict=True)
    )


def hour_cells(summary: WeeklySummary) -> tuple[HeatCell, ...]:
    """Turns by the hour from 6 on; earlier hours only in a week that has any."""
    hours = summary.heat_by_hour
    return tuple(HeatCell(tr("{0} 点", hour), hours[hour]) for hour in shown_hours(summary))


def shown_hours(summary: WeeklySummary) -> range:
    """The hours that have a cell."""
    first = next((hour for hour, count in enumerate(summary.heat_by_hour) if count), FIRST_HOUR)
    return range(min(first, FIRST_HOUR), LAST_HOUR + 1)


def grid_cells(summary: WeeklySummary) -> tuple[tuple[GridCell, ...], ...]:
    """Turns by weekday and hour, and how many of them still wait."""
    waiting = summary.more.unanswered_heat
    return tuple(
        tuple(GridCell(*pair) for pair in zip(day, left, strict=True))
        for day, left in zip(summary.heat, waiting, strict=True)
    )


def busiest_words(summary: WeeklySummary) -> str:
    """The busiest two hours in a row, or empty for a week without turns."""
    hours = summary.heat_by_hour
    if not any(hours):
        return ""
    start = max(range(23), key=lambda hour: hours[hour] + hours[hour + 1])
    return tr("{0} 点到 {1} 点最忙", start, start + 2)


def _median(words: str) -> str:
    return tr("还没有答复") if words == "—" else tr("中位 {0}", words)


def _day_name(day: date, today: date) -> str:
    name = tr("今天") if day == today else tr("周{0}", label(WEEKDAYS[day.weekday()]))
    return f"{name} {day.day}"
