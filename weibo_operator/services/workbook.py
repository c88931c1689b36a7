"""The part of the spreadsheet library that exports use, with the types the library itself doesn't carry."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol, cast


class Worksheet(Protocol):
    """A sheet written from top to bottom; rows and columns count from 0."""

    def set_column(self, first: int, last: int, width: float) -> int:
        """Set the width of columns, in characters."""
        ...

    def freeze_panes(self, row: int, column: int) -> None:
        """Keep what is above and left of the cell in view."""
        ...

    def write_string(self, row: int, column: int, text: str, style: object = None) -> int:
        """Write text as text, whatever it begins with."""
        ...

    def write_number(self, row: int, column: int, number: float, style: object = None) -> int:
        """Write a number."""
        ...

    def write_datetime(self, row: int, column: int, date: datetime, style: object = None) -> int:
        """Write a time without zone."""
        ...

    def insert_chart(self, row: int, column: int, chart: "Chart") -> int:
        """Put a chart's upper left corner on a cell."""
        ...

    def autofilter(self, first_row: int, first_column: int, last_row: int, last_column: int) -> int | None:
        """Put filter arrows on the heads of a range."""
        ...

    def repeat_rows(self, first: int, last: int) -> None:
        """Print these rows on every page."""
        ...

    def set_footer(self, text: str) -> None:
        """Print a line at the foot of every page; &P is its number, &N how many there are."""
        ...

    def print_area(self, first_row: int, first_column: int, last_row: int, last_column: int) -> int | None:
        """Print these cells only."""
        ...

    def set_print_scale(self, percent: int) -> None:
        """Print smaller."""
        ...

    def set_h_pagebreaks(self, rows: Sequence[int]) -> None:
        """Begin a new page at each of these rows."""
        ...

    def set_margins(self, left: float, right: float, top: float, bottom: float) -> None:
        """Set the page's margins in inches."""
        ...

    def set_landscape(self) -> None:
        """Print across."""
        ...

    def set_paper(self, paper: int) -> None:
        """Choose the paper by Excel's number; 9 is A4."""
        ...

    def fit_to_pages(self, width: int, height: int) -> None:
        """Shrink to so many pages across and down; 0 down is as many as needed."""
        ...


class Chart(Protocol):
    """A chart of cells on a sheet."""

    def add_series(self, options: Mapping[str, object]) -> None:
        """Add one series."""
        ...

    def set_title(self, options: Mapping[str, object]) -> None:
        """Set the title."""
        ...

    def set_legend(self, options: Mapping[str, object]) -> None:
        """Set the legend's place, or that there is none."""
        ...

    def set_y_axis(self, options: Mapping[str, object]) -> None:
        """Set how the axis of the values looks (of a bar chart: of the categories)."""
        ...

    def set_x_axis(self, options: Mapping[str, object]) -> None:
        """Set how the axis of the categories looks (of a bar chart: of the values)."""
        ...

    def set_size(self, options: Mapping[str, object]) -> None:
        """Set width and height in pixels."""
        ...


class Book(Protocol):
    """A workbook that is complete once closed."""

    def add_format(self, properties: Mapping[str, object]) -> object:
        """Make a cell format."""
        ...

    def add_worksheet(self, name: str) -> Worksheet:
        """Begin the next sheet."""
        ...

    def add_chart(self, options: Mapping[str, object]) -> Chart:
        """Make a chart of a type (``column`` …), to be put on a sheet."""
        ...

    def set_properties(self, properties: Mapping[str, object]) -> None:
        """Set the document's properties (title, created …)."""
        ...

    def close(self) -> None:
        """Write everything out."""
        ...


def open_book(target: io.BytesIO) -> Book:
    """A new workbook that holds one row at a time in memory."""
    # Imported here: the window must not pay for it before anybody exports.
    from xlsxwriter import Workbook  # pyright: ignore[reportMissingTypeStubs]  (the library ships none)

    return cast("Book", Workbook(target, {"constant_memory": True}))
