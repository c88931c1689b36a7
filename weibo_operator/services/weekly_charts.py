"""The charts of the weekly report as numbers, drawn alike by every format."""

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct

from weibo_operator.domain.labels import Kind
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.services.weekly_words import WeekWords

_FIRST_HOUR = 6
"""Earlier hours are drawn only in a week that has any."""


class Shape(Enum):
    """What a chart looks like."""

    COLUMNS = auto()
    BARS = auto()
    LINE = auto()


class Chart(Struct, frozen=True):
    """One chart: the series' names, what the values belong to, and for each series its values (None: none yet)."""

    key: str
    shape: Shape
    title: str
    names: tuple[str, ...]
    labels: tuple[str, ...]
    series: tuple[tuple[int | None, ...], ...]

    @property
    def highest(self) -> int:
        """The largest value, at least 1."""
        return max([1, *(value for values in self.series for value in values if value is not None)])


def charts(summary: WeeklySummary, words: WeekWords) -> tuple[Chart, ...]:
    """Every chart that has something to show; none in a silent week."""
    if summary.silent:
        return ()
    found = (
        _days(summary, words),
        _turns(summary, words),
        _chart(
            "bands",
            Shape.BARS,
            words,
            [words.bands[band.key] for band in summary.bands],
            [band.count for band in summary.bands],
        ),
        _kinds(summary, words),
        _backlog(summary, words),
        _departments(summary, words),
        _hours(summary, words),
    )
    return tuple(chart for chart in found if chart.labels)


def kind_counts(summary: WeeklySummary) -> tuple[tuple[Kind, int], ...]:
    """New tickets by kind, the most frequent first, complaints first among equals."""
    counts: Counter[Kind] = Counter()
    for problem in summary.matrix:
        counts[problem.kind] += problem.count
    order = list(Kind)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0]))))


def _chart(key: str, shape: Shape, words: WeekWords, labels: Sequence[str], *series: Sequence[int | None]) -> Chart:
    title, *names = words.charts[key]
    return Chart(key, shape, title, tuple(names), tuple(labels), tuple(tuple(values) for values in series))


def _days(summary: WeeklySummary, words: WeekWords) -> Chart:
    begun = [day.open_at_end is not None for day in summary.days]
    created = [day.created if there else None for day, there in zip(summary.days, begun, strict=True)]
    solved = [day.solved if there else None for day, there in zip(summary.days, begun, strict=True)]
    return _chart("days", Shape.COLUMNS, words, _day_names(summary, words), created, solved)


def _turns(summary: WeeklySummary, words: WeekWords) -> Chart:
    begun = [day.open_at_end is not None for day in summary.days]
    opened = [day.turns if there else None for day, there in zip(summary.days, begun, strict=True)]
    waiting = [day.unanswered if there else None for day, there in zip(summary.days, begun, strict=True)]
    return _chart("turns", Shape.COLUMNS, words, _day_names(summary, words), opened, waiting)


def _backlog(summary: WeeklySummary, words: WeekWords) -> Chart:
    values = [day.open_at_end for day in summary.days]
    return _chart("backlog", Shape.LINE, words, _day_names(summary, words), values)


def _kinds(summary: WeeklySummary, words: WeekWords) -> Chart:
    counts = kind_counts(summary)
    return _chart("kinds", Shape.BARS, words, [kind.value for kind, _ in counts], [count for _, count in counts])


def _departments(summary: WeeklySummary, words: WeekWords) -> Chart:
    rows = summary.departments
    return _chart(
        "departments",
        Shape.BARS,
        words,
        [row.department for row in rows],
        [row.forwarded for row in rows],
        [row.overdue for row in rows],
    )


def _hours(summary: WeeklySummary, words: WeekWords) -> Chart:
    counts = summary.heat_by_hour
    waiting = summary.more.unanswered_by_hour
    first = min(next((hour for hour, count in enumerate(counts) if count), _FIRST_HOUR), _FIRST_HOUR)
    names = [words.paper["hour"].format(hour=hour) for hour in range(first, len(counts))]
    return _chart("hours", Shape.COLUMNS, words, names, counts[first:], waiting[first:])


def _day_names(summary: WeeklySummary, words: WeekWords) -> list[str]:
    return [words.weekday(day.day) for day in summary.days]
