"""The weekly report as it is printed: its words, tiles, charts and tables, before any format is chosen."""

from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.weekly import Figure, WeeklySummary
from weibo_operator.services.weekly_charts import Chart, charts
from weibo_operator.services.weekly_sheet import Cell, Duration, Percent
from weibo_operator.services.weekly_tables_shown import number_columns, tables
from weibo_operator.services.weekly_text import conclusions, equation, provenance
from weibo_operator.services.weekly_words import WeekWords

_FIGURE_COLUMNS = (0, 1, 2, 4, 5, 6)
"""The unit's column is left out: it is written into each value."""


class Tile(Struct, frozen=True):
    """One large figure: its name, value, what it is compared with, and whether it rests on too few cases."""

    name: str
    value: str
    compared: str
    mean: str
    faint: bool


class TextTable(Struct, frozen=True):
    """A table of words; ``numbers`` are the places of columns to be set flush right."""

    key: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int]
    faint: frozenset[int] = frozenset()
    """Rows that rest on too few cases."""


class Report(Struct, frozen=True):
    """Everything a printed report says, in Chinese, names already masked or not."""

    title: str
    week: str
    conclusions: tuple[str, ...]
    equation: str
    tiles: tuple[Tile, ...]
    charts: tuple[Chart, ...]
    tables: tuple[TextTable, ...]
    figures: TextTable
    terms: tuple[str, ...]
    definitions: tuple[tuple[str, str, str], ...]
    """Number, name and definition of each figure."""
    provenance: tuple[str, ...]
    privacy: str
    printed_at: datetime
    words: WeekWords


def report_of(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> Report:
    """The report; without ``unmasked`` customers' names and long numbers are starred out."""
    words = words.comparing(summary)
    return Report(
        title=words.title["report"],
        week=words.week(summary.week),
        conclusions=conclusions(summary, words),
        equation=equation(summary, words),
        tiles=tuple(_tile(summary.figure(key), words) for key in words.choice["tiles"]),
        charts=charts(summary, words),
        tables=_tables(summary, words, unmasked=unmasked),
        figures=_figures(summary, words),
        terms=tuple(words.definitions.values()),
        definitions=tuple(
            (str(figure.number), words.name(figure.key), words.definition(figure.key)) for figure in summary.figures
        ),
        provenance=provenance(summary, words),
        privacy=words.unmasked_note if unmasked else words.masked_note,
        printed_at=summary.provenance.printed_at,
        words=words,
    )


def cell_text(cell: Cell, words: WeekWords) -> str:
    """A cell as people read it; no data is a dash."""
    match cell:
        case None:
            return words.none
        case Percent():
            return words.percent(cell.share)
        case Duration():
            return words.duration(cell.seconds)
        case datetime():
            return words.moment(cell)
        case str():
            return cell
        case _:
            return f"{cell:.1f}".removesuffix(".0")


def _tile(figure: Figure, words: WeekWords) -> Tile:
    return Tile(
        name=words.name(figure.key),
        value=words.value(figure.unit, figure.value),
        compared=words.paper["compared"].format(previous=words.value(figure.unit, figure.previous)),
        mean=words.paper["mean"].format(mean=words.value(figure.unit, figure.four_week_mean)),
        faint=figure.small or figure.value is None,
    )


def _figures(summary: WeeklySummary, words: WeekWords) -> TextTable:
    heads = words.columns["figures"]
    return TextTable(
        key="figures",
        heading=words.headings["figures"],
        columns=tuple(heads[place] for place in _FIGURE_COLUMNS),
        rows=tuple(
            (
                str(figure.number),
                words.name(figure.key),
                words.value(figure.unit, figure.value),
                f"{figure.n}{words.provisional if figure.provisional else ''}",
                words.value(figure.unit, figure.previous),
                words.value(figure.unit, figure.four_week_mean),
            )
            for figure in summary.figures
        ),
        numbers=frozenset({2, 3, 4, 5}),
        faint=frozenset(place for place, figure in enumerate(summary.figures) if figure.small or figure.value is None),
    )


def _tables(summary: WeeklySummary, words: WeekWords, *, unmasked: bool) -> tuple[TextTable, ...]:
    """Every table but the figures', which is printed with its values in words."""
    return tuple(
        TextTable(
            key=table.heading,
            heading=words.headings[table.heading],
            columns=tuple(name.removesuffix(words.paper["minutes"]) for name in table.columns),
            rows=tuple(tuple(cell_text(cell, words) for cell in row) for row in table.rows),
            numbers=number_columns(table),
        )
        for table in tables(summary, words, unmasked=unmasked)
        if table.heading != "figures"
    )
