"""One worksheet written from top to bottom; text is always text, never a formula."""

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.clock import china
from weibo_operator.services.weekly_charts import Chart
from weibo_operator.services.weekly_sheet_chart import CHART_ROWS, add_chart
from weibo_operator.services.workbook import Book

_LONGEST = 32_000
"""Excel refuses cells of more than 32,767 characters."""
_A4 = 9
_MARGINS = (0.45, 0.45, 0.5, 0.65)
_PAGES = "&C&P / &N"


class Percent(Struct, frozen=True):
    """A share, shown as a percentage; None is no data."""

    share: float | None


class Duration(Struct, frozen=True):
    """A length of time, written as minutes with one decimal in a sheet and in words on paper; None is no data."""

    seconds: float | None


Cell = str | float | datetime | Percent | Duration | None


class Formats(Struct, frozen=True):
    """The workbook's few cell formats."""

    title: object
    heading: object
    columns: object
    percent: object
    moment: object
    wrapped: object
    left: object
    right: object
    columns_right: object


def formats_of(workbook: Book) -> Formats:
    """Make the formats; equal ones are merged by the library."""
    return Formats(
        title=workbook.add_format({"bold": True, "font_size": 16}),
        heading=workbook.add_format({"bold": True, "font_size": 12}),
        columns=workbook.add_format({"bold": True, "bottom": 1}),
        columns_right=workbook.add_format({"bold": True, "bottom": 1, "align": "right"}),
        left=workbook.add_format({"align": "left"}),
        right=workbook.add_format({"align": "right"}),
        percent=workbook.add_format({"num_format": "0.0%"}),
        wrapped=workbook.add_format({"text_wrap": True, "valign": "top"}),
        moment=workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    )


class Sheet:
    """Writes rows in order, as the library's constant-memory mode demands."""

    def __init__(
        self,
        workbook: Book,
        name: str,
        widths: Sequence[int],
        formats: Formats,
        no_data: str,
        *,
        across: bool = False,
        scale: int = 0,
        wrapped_from: int = 1000,
    ) -> None:
        """``scale`` per cent when printed (0: as wide as the page); from a column on, long words take several lines."""
        self._book = workbook
        self._name = name
        self._sheet = workbook.add_worksheet(name)
        if across:
            self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        if scale:
            self._sheet.set_print_scale(scale)
        else:
            self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(*_MARGINS)
        self._sheet.set_footer(_PAGES)
        self._formats = formats
        self._no_data = no_data
        self._wrapped_from = wrapped_from
        self._next = 0
        self._numbers: frozenset[int] = frozenset()
        self._breaks: list[int] = []
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def title(self, text: str) -> None:
        """The sheet's first line, kept in view."""
        self._sheet.write_string(self._next, 0, text, self._formats.title)
        self._next += 1
        self._sheet.freeze_panes(self._next, 0)

    def heading(self, text: str) -> None:
        """A section's name, with a free row above it."""
        self._sheet.write_string(self._next + 1, 0, text, self._formats.heading)
        self._next += 2

    def columns(
        self, names: Sequence[str], *, frozen: bool = False, numbers: Collection[int] = frozenset[int]()
    ) -> None:
        """The heads of the columns; ``frozen`` keeps them in view when scrolling.

        Those of ``numbers`` are set flush right with what stands below them, but for the first: it names the row.
        """
        self._numbers = frozenset(numbers) - {0}
        for column, name in enumerate(names):
            style = self._formats.columns_right if column in self._numbers else self._formats.columns
            self._sheet.write_string(self._next, column, name, style)
        self._next += 1
        if frozen:
            self._sheet.freeze_panes(self._next, 0)

    def row(self, cells: Sequence[Cell]) -> None:
        """One row of cells."""
        for column, cell in enumerate(cells):
            self._write(column, cell)
        self._next += 1

    def chart(self, chart: Chart, names: Sequence[str]) -> None:
        """A chart's numbers with the native chart beside them, drawn from these cells; ``names`` head the columns."""
        heads = self._next
        self.columns(names, numbers=range(1, len(names)))
        for place, label in enumerate(chart.labels):
            self.row([label, *(values[place] for values in chart.series)])
        add_chart(self._book, self._sheet, self._name, chart, heads)
        self._next = max(self._next, heads + CHART_ROWS)

    def new_page(self) -> None:
        """What follows begins a page of its own when printed."""
        self._breaks.append(self._next)
        self._sheet.set_h_pagebreaks(self._breaks)

    def print_columns(self, columns: int) -> None:
        """Print so many columns and all rows written so far."""
        self._sheet.print_area(0, 0, max(self._next - 1, 0), columns - 1)

    def filtered(self, columns: int) -> None:
        """Put filters on the heads in the first row, over everything written so far, and print them on each page."""
        self._sheet.autofilter(0, 0, max(self._next - 1, 0), columns - 1)
        self._sheet.repeat_rows(0, 0)

    def gap(self) -> None:
        """A free row."""
        self._next += 1

    def _write(self, column: int, cell: Cell) -> None:
        match cell:
            case None:
                self._write(column, self._no_data)
            case Percent():
                self._write_share(column, cell.share)
            case Duration():
                self._write(column, None if cell.seconds is None else round(cell.seconds / 60, 1))
            case "":
                return
            case str():
                style = self._formats.wrapped if column >= self._wrapped_from else None
                style = self._formats.right if column in self._numbers else style
                self._sheet.write_string(self._next, column, cell[:_LONGEST], style)
            case datetime():
                local = china(cell).replace(tzinfo=None, microsecond=0)
                self._sheet.write_datetime(self._next, column, local, self._formats.moment)
            case _:
                self._sheet.write_number(self._next, column, cell, None if column else self._formats.left)

    def _write_share(self, column: int, share: float | None) -> None:
        if share is None:
            self._write(column, None)
        else:
            self._sheet.write_number(self._next, column, share, self._formats.percent)
