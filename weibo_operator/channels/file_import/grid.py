"""A table of cells, from whatever file, whose columns have yet to be understood."""

from collections.abc import Callable, Iterator
from itertools import chain, islice

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.channels.file_import.mapping import header_key
from weibo_operator.channels.file_import.mojibake import mended
from weibo_operator.channels.file_import.rows import Record
from weibo_operator.channels.file_import.values import is_value
from weibo_operator.domain.columns import Table

SHOWN_ROWS = 20
OTHER_SHEETS = "other_sheets"
"""A note, with their names: other sheets are not read though they look alike."""


class Grid(Struct, frozen=True):
    """``headers`` as written, and the ``records`` below them, read afresh at every call.

    ``kind`` says what the file is (text, json, xlsx, sqlite); ``line`` where the headers stand, from 1. ``others`` are
    the workbook's sheets that hold rows under the same headers, and are not read with this one.
    """

    headers: tuple[str, ...]
    records: Callable[[], Iterator[Record]]
    kind: str
    encoding: str
    line: int = 1
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    delimiter: str = ","

    @property
    def notes(self) -> tuple[str, ...]:
        """What the operator should know before importing it (``FileFormat.notes``)."""
        return (f"{OTHER_SHEETS}:{'、'.join(self.others)}",) if self.others else ()

    def table(self, layout: str) -> Table:
        """What a mapping dialog shows: the headers and the first good rows."""
        width = len(self.headers)
        good = (record for record in self.records() if not record.flaw)
        rows = tuple(_of_width(record.cells, width) for record in islice(good, SHOWN_ROWS))
        return Table(
            self.headers,
            rows,
            header_key(self.headers),
            layout,
            self.encoding,
            sheets=self.sheets,
            sheet=self.sheet,
            notes=self.notes,
        )

    def headed(self) -> "Grid":
        """This table, or where its first line is a row like the others, the same without headers."""
        if not any(map(is_value, self.headers)):
            return self
        first = Record(self.line, list(self.headers))
        return replace(self, headers=("",) * len(self.headers), records=lambda: chain((first,), self.records()), line=0)


def clean_headers(cells: list[str]) -> tuple[str, ...]:
    """A header row's cells without blanks and marks, mended where they were decoded wrongly."""
    return tuple(mended(cell.strip().lstrip("\ufeff").strip()) for cell in cells)


def _of_width(cells: list[str], width: int) -> tuple[str, ...]:
    return tuple(cells[:width] + [""] * (width - len(cells)))
