"""Opens workbooks (XLSX, XLS) sheet by sheet; the library that reads them is loaded when the first one comes."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from weibo_operator.channels.file_import.bounds import check_width
from weibo_operator.channels.file_import.grid import Grid, clean_headers
from weibo_operator.channels.file_import.opened import unreadable
from weibo_operator.channels.file_import.rows import Record, RowCode
from weibo_operator.channels.file_import.workbook_checks import check_workbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

WORKBOOK_KINDS = frozenset({"xlsx", "xls"})
_WORDS = {"xlsx": "Excel", "xls": "Excel 97"}
_LOOKED_AT = 10
_WHOLE_UP_TO = 1 << 53
Cell = int | float | str | bool | datetime | date | time | timedelta


def workbook_grids(path: Path, kind: str) -> list[Grid]:
    """One table for each sheet that holds one.

    Raises ``FileUnreadableError`` (``damaged``, ``password``, ``too_large``, ``too_many_columns``, ``empty``).
    """
    check_workbook(path, kind)
    book = _open(path, kind)
    grids = [grid for name in book.sheet_names if (grid := _sheet_grid(path, kind, book, name)) is not None]
    if not grids:
        raise unreadable(path, "empty")
    return grids


def _open(path: Path, kind: str) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        # From the content: by its name the library would take a file for something else.
        return CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    except PasswordError as error:
        raise unreadable(path, "password", detail=kind) from error
    except CalamineError as error:
        raise unreadable(path, "damaged", detail=kind) from error
    except OSError:
        raise
    except BaseException as error:
        raise _of_panic(path, kind, error) from error


def _sheet(path: Path, kind: str, book: "CalamineWorkbook", name: str) -> "CalamineSheet":
    from python_calamine import CalamineError

    try:
        return book.get_sheet_by_name(name)
    except CalamineError as error:
        raise unreadable(path, "damaged", detail=kind) from error
    except OSError:
        raise
    except BaseException as error:
        raise _of_panic(path, kind, error) from error


def _of_panic(path: Path, kind: str, error: BaseException) -> BaseException:
    """A damaged file can make the reading library break down; its failure is no ``Exception``."""
    return unreadable(path, "damaged", detail=kind) if type(error).__name__ == "PanicException" else error


def _sheet_grid(path: Path, kind: str, book: "CalamineWorkbook", name: str) -> Grid | None:
    rows = _rows(path, kind, _sheet(path, kind, book, name))
    header = _header(list(islice(rows, _LOOKED_AT)))
    if header is None:
        return None
    check_width(path, header.cells, header.line)

    def records() -> Iterator[Record]:
        sheet = _sheet(path, kind, book, name)
        merged = _Merged(sheet, header.line)
        for record in _rows(path, kind, sheet):
            if record.line > header.line:
                merged.fill(record)
                repeated = record.cells == header.cells
                yield Record(record.line, record.cells, RowCode.REPEATED_HEADER if repeated else "")

    return Grid(clean_headers(header.cells), records, kind, _WORDS[kind], header.line, name, tuple(book.sheet_names))


class _Merged:
    """Cells merged over several rows, below the headers: only the first row holds what stands for all of them."""

    def __init__(self, sheet: "CalamineSheet", header: int) -> None:
        left = sheet.start[1] if sheet.start else 0
        self._begin: dict[int, list[tuple[int, int]]] = {}
        for (top, column), (bottom, _) in sheet.merged_cell_ranges or ():
            if bottom > top >= header:  # counted from 0: the line after the headers'
                self._begin.setdefault(top + 1, []).append((column - left, bottom + 1))
        self._open: dict[int, tuple[int, str]] = {}
        """By column: the last line, and what was written in the first."""

    def fill(self, record: Record) -> None:
        """Write into the row what a cell above says for it; to be asked row by row."""
        for column, (last, text) in list(self._open.items()):
            if record.line > last:
                del self._open[column]
            elif column < len(record.cells) and not record.cells[column]:
                record.cells[column] = text
        for column, last in self._begin.get(record.line, ()):
            if 0 <= column < len(record.cells):
                self._open[column] = (last, record.cells[column])


def _header(rows: Sequence[Record]) -> Record | None:
    """The first row with two cells: a title above it has one."""
    return next((row for row in rows if sum(map(bool, row.cells)) > 1), rows[0] if rows else None)


def _rows(path: Path, kind: str, sheet: "CalamineSheet") -> Iterator[Record]:
    """The rows that hold anything, numbered as the spreadsheet numbers them."""
    rows = sheet.iter_rows()
    for line in count(1):
        try:
            cells = next(rows, None)
        except BaseException as error:
            raise _of_panic(path, kind, error) from error
        if cells is None:
            return
        if any(cells):
            texts = [_text(cell) for cell in cells]
            if any(map(str.strip, texts)):
                yield Record(line, texts)


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell.replace("_x000D_", "").replace("\x00", "")
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE_UP_TO else repr(cell)
    return str(cell)
