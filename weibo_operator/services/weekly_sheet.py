"""One worksheet written from top to bottom; text is always text, never a formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from weibo_operator.domain.clock import china
from weibo_operator.services.workbook import Book

_LONGEST = 32_000
"""Excel refuses cells of more than 32,767 characters."""


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
        self._sheet = workbook.add_worksheet(name)
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
