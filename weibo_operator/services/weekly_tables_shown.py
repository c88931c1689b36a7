"""The summary's tables as rows of cells, in the order of the report, for any format made of cells."""

from collections.abc import Sequence

from msgspec import Struct

from weibo_operator.domain.weekly import DayCounts, Figure, Problem, TicketDetail, Unit, WeeklySummary
from weibo_operator.services.weekly_lists_shown import (
    account_rows,
    age_rows,
    heat_rows,
    important_rows,
    mood_rows,
    plan_rows,
    question_rows,
    topic_rows,
)
from weibo_operator.services.weekly_sheet import Cell, Duration, Percent
from weibo_operator.services.weekly_text import shown_name, shown_text
from weibo_operator.services.weekly_words import WeekWords
from weibo_operator.services.wording import channel_words


class Table(Struct, frozen=True):
    """A heading's key, the names of the columns, and the rows."""

    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def tables(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> tuple[Table, ...]:
    """Every table that has rows."""
    found = (
        Table("figures", words.columns["figures"], [_figure(figure, words) for figure in summary.figures]),
        Table("bands", words.columns["bands"], _bands(summary, words)),
        Table("days", words.columns["days"], _days(summary, words)),
        Table("topics", words.columns["topics"], topic_rows(summary, words, unmasked=unmasked)),
        Table("questions", words.columns["questions"], question_rows(summary, unmasked=unmasked)),
        Table("top", [*words.columns["problems"], *words.columns["quotes"]], _top(summary, unmasked=unmasked)),
        Table("departments", words.columns["departments"], _departments(summary)),
        Table("transfers", words.columns["transfers"], _transfers(summary, words, unmasked=unmasked)),
        Table("important", words.columns["important"], important_rows(summary, words, unmasked=unmasked)),
        Table("moods", words.columns["moods"], mood_rows(summary, words, unmasked=unmasked)),
        Table("visits", words.columns["visits"], _visits(summary, words)),
        Table("reasons", words.columns["reasons"], summary.no_reply_reasons),
        Table("unanswered", words.columns["unanswered"], _unanswered(summary, unmasked=unmasked)),
        Table("ages", words.columns["ages"], age_rows(summary, words)),
        Table("heat", words.columns["heat"], heat_rows(summary, words)),
        Table("accounts", words.columns["accounts"], account_rows(summary)),
        Table("last_plan", words.columns["plan"], plan_rows(summary.more.last_plan, words)),
        Table("plan", words.columns["plan"], plan_rows(summary.more.plan, words)),
        Table("matrix", words.columns["problems"], [_problem(problem) for problem in summary.matrix]),
    )
    return tuple(table for table in found if table.rows)


def number_columns(table: Table) -> frozenset[int]:
    """The columns that hold numbers only, or numbers with others in brackets; one without any data counts as words."""
    if table.heading == "heat":
        return frozenset(range(1, len(table.columns)))
    found: set[int] = set()
    for place in range(max((len(row) for row in table.rows), default=0)):
        cells = [row[place] for row in table.rows if place < len(row) and row[place] is not None]
        if cells and all(isinstance(cell, (int, float, Percent, Duration)) for cell in cells):
            found.add(place)
    return frozenset(found)


def detail_cells(detail: TicketDetail, words: WeekWords, *, unmasked: bool) -> tuple[Cell, ...]:
    """One ticket; without ``unmasked`` the name is starred and the uid left out."""
    return (
        detail.id,
        detail.link,
        shown_name(detail.nickname, unmasked=unmasked),
        detail.uid if unmasked else "",
        channel_words(detail.platform, detail.source),
        detail.kind.value,
        detail.nature.value,
        detail.department,
        detail.level.name,
        words.states[detail.state.value],
        detail.opened_at,
        detail.first_touch_at,
        detail.first_answer_at,
        detail.solved_at,
        detail.turns,
        detail.audience.label,
        detail.transfers,
        "" if detail.outcome is None else detail.outcome.value,
        words.sentiment(detail.sentiment_start),
        words.sentiment(detail.sentiment_end),
        shown_text(detail.close_reason, detail.nickname, unmasked=unmasked),
    )


def cell_of(unit: Unit, value: float | None) -> Cell:
    """A figure's value as a number to calculate with: minutes, a share as percentage, a count."""
    match unit:
        case Unit.SECONDS:
            return Duration(value)
        case Unit.SHARE:
            return Percent(value)
        case Unit.COUNT | Unit.PROPORTION:
            return None if value is None else round(value, 2)


def _figure(figure: Figure, words: WeekWords) -> Sequence[Cell]:
    unit = words.units[figure.unit.value].format(n="n")
    return (
        figure.number,
        words.name(figure.key),
        cell_of(figure.unit, figure.value),
        unit,
        figure.n if words.cases(figure) == str(figure.n) else words.cases(figure),
        cell_of(figure.unit, figure.previous),
        cell_of(figure.unit, figure.four_week_mean),
    )


def _bands(summary: WeeklySummary, words: WeekWords) -> list[Sequence[Cell]]:
    if summary.silent:
        return []
    return [(words.bands[band.key], band.count, Percent(band.share)) for band in summary.bands]


def _days(summary: WeeklySummary, words: WeekWords) -> list[Sequence[Cell]]:
    if summary.silent:
        return []
    return [
        (
            words.day(day.day),
            *(None if day.open_at_end is None else count for count in _counts(day)),  # a day to come has no zeros
            day.open_at_end,
        )
        for day in summary.days
    ]


def _counts(day: DayCounts) -> tuple[int, ...]:
    return (day.messages, day.turns, day.answered, day.unanswered, day.created, day.solved)


def _problem(problem: Problem) -> tuple[Cell, ...]:
    return (
        problem.kind.value,
        problem.nature.value,
        problem.department,
        problem.count,
        problem.previous,
        problem.four_week_mean,
    )


def _top(summary: WeeklySummary, *, unmasked: bool) -> list[Sequence[Cell]]:
    return [
        (*_problem(problem), *(shown_text(quote, unmasked=unmasked) for quote in problem.quotes))
        for problem in summary.top
    ]


def _departments(summary: WeeklySummary) -> list[Sequence[Cell]]:
    return [
        (
            row.department,
            row.forwarded,
            row.answered,
            row.on_time,
            row.overdue,
            Duration(row.median_seconds),
            Duration(row.mean_seconds),
        )
        for row in summary.departments
    ]


def _transfers(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> list[Sequence[Cell]]:
    separator = words.text["separator"]
    return [
        (
            row.ticket_id,
            shown_name(row.nickname, unmasked=unmasked),
            row.transfers,
            separator.join(row.departments),
        )
        for row in summary.repeated_transfers
    ]


def _visits(summary: WeeklySummary, words: WeekWords) -> list[Sequence[Cell]]:
    visits = summary.visits
    if not visits.due:
        return []
    totals = ((words.headings["visits_due"], visits.due), (words.headings["visits_done"], visits.done))
    outcomes: list[Sequence[Cell]] = [(outcome.value, count) for outcome, count in visits.outcomes]
    return [*totals, *outcomes]


def _unanswered(summary: WeeklySummary, *, unmasked: bool) -> list[Sequence[Cell]]:
    return [
        (
            turn.ticket_id,
            shown_name(turn.nickname, unmasked=unmasked),
            turn.opened_at,
            Duration(turn.waited_seconds),
        )
        for turn in summary.unanswered
    ]
