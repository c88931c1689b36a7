"""The part of the spreadsheet library that exports use, with the types the library itself doesn't carry."""

import io
from collections.abc import Mapping
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


class Book(Protocol):
    """A workbook that is complete once closed."""

    def add_format(self, properties: Mapping[str, object]) -> object:
        """Make a cell format."""
        ...

    def add_worksheet(self, name: str) -> Worksheet:
        """Begin the next sheet."""
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
