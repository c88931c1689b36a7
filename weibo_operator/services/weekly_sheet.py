"""One worksheet written from top to bottom; text is always text, never a formula."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from weibo_operator.domain.clock import china
from weibo_operator.services.workbook import Book

_LONGEST = 32_000
"""Excel refuses cells of more than 32,767 characters."""


_A4 = 9
_CHART_COLUMN = 9
_LOOKS: tuple[Mapping[str, object], ...] = (
    {"fill": {"color": "#404040"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#404040", "bg_color": "#FFFFFF"}},
)


@dataclass(frozen=True, slots=True)
class Percent:
    """A share, shown as a percentage; None is no data."""

    share: float | None


Cell = str | float | datetime | Percent | None


@dataclass(frozen=True, slots=True)
class Formats:
    """The workbook's few cell formats."""

    title: object
    heading: object
    columns: object
    percent: object
    moment: object


def formats_of(workbook: Book) -> Formats:
    """Make the formats; equal ones are merged by the library."""
    return Formats(
        title=workbook.add_format({"bold": True, "font_size": 16}),
        heading=workbook.add_format({"bold": True, "font_size": 12}),
        columns=workbook.add_format({"bold": True, "bottom": 1}),
        percent=workbook.add_format({"num_format": "0.0%"}),
        moment=workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    )


class Sheet:
    """Writes rows in order, as the library's constant-memory mode demands."""

    def __init__(self, workbook: Book, name: str, widths: Sequence[int], formats: Formats, no_data: str) -> None:
        self._book = workbook
        self._name = name
        self._sheet = workbook.add_worksheet(name)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.fit_to_pages(1, 0)
        self._formats = formats
        self._no_data = no_data
        self._next = 0
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def title(self, text: str) -> None:
        """The sheet's first line."""
        self._sheet.write_string(self._next, 0, text, self._formats.title)
        self._next += 1

    def heading(self, text: str) -> None:
        """A section's name, with a free row above it."""
        self._sheet.write_string(self._next + 1, 0, text, self._formats.heading)
        self._next += 2

    def columns(self, names: Sequence[str], *, frozen: bool = False) -> None:
        """The heads of the columns; ``frozen`` keeps them in view when scrolling."""
        for column, name in enumerate(names):
            self._sheet.write_string(self._next, column, name, self._formats.columns)
        self._next += 1
        if frozen:
            self._sheet.freeze_panes(self._next, 0)

    def row(self, cells: Sequence[Cell]) -> None:
        """One row of cells."""
        for column, cell in enumerate(cells):
            self._write(column, cell)
        self._next += 1

    def chart(self, title: str, names: Sequence[str], series: Sequence[int], rows: Sequence[Sequence[Cell]]) -> None:
        """A column chart beside the rows just written; two series, solid and hatched, told apart in black and white.

        ``series`` are the places of the columns to draw, ``names`` the heads of all columns; column 0 holds the
        categories.
        """
        first, last = self._next - len(rows), self._next - 1
        chart = self._book.add_chart({"type": "column"})
        chart.set_title({"name": title, "name_font": {"size": 12}})
        for column, look in zip(series, _LOOKS, strict=False):
            # The data go in as well: in constant-memory mode the library can't look them up.
            options = {
                "name": names[column],
                "categories": [self._name, first, 0, last, 0],
                "categories_data": [row[0] for row in rows],
                "values": [self._name, first, column, last, column],
                "values_data": [row[column] for row in rows],
                "data_labels": {"value": True},
            }
            chart.add_series({**options, **look})
        self._sheet.insert_chart(first - 1, _CHART_COLUMN, chart)

    def gap(self) -> None:
        """A free row."""
        self._next += 1

    def _write(self, column: int, cell: Cell) -> None:
        match cell:
            case None:
                self._write(column, self._no_data)
            case Percent():
                self._write_share(column, cell.share)
            case "":
                return
            case str():
                self._sheet.write_string(self._next, column, cell[:_LONGEST])
            case datetime():
                local = china(cell).replace(tzinfo=None, microsecond=0)
                self._sheet.write_datetime(self._next, column, local, self._formats.moment)
            case _:
                self._sheet.write_number(self._next, column, cell)

    def _write_share(self, column: int, share: float | None) -> None:
        if share is None:
            self._write(column, None)
        else:
            self._sheet.write_number(self._next, column, share, self._formats.percent)
