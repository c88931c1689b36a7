"""Reads a list that was kept in a spreadsheet, cell by cell: CSV of any usual encoding, or a workbook's first sheet."""

import csv
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from weibo_operator.channels.file_import.binary import binary_kind
from weibo_operator.channels.file_import.bounds import check_size, check_width
from weibo_operator.channels.file_import.encodings import detect_encoding, text_lines
from weibo_operator.channels.file_import.opened import unreadable
from weibo_operator.channels.file_import.workbook_file import WORKBOOK_KINDS, workbook_grids
from weibo_operator.domain.list_file import ListLine
from weibo_operator.domain.whole_characters import whole

MOST_LIST_BYTES = 64 << 20
"""A list is held whole; a hundred thousand orders take a tenth of it."""
_HEAD = 1 << 16
_DELIMITERS = ",\t;"


def read_list(path: Path) -> Sequence[ListLine]:
    """The records that hold anything, the headers first; raises ``FileUnreadableError``."""
    try:
        check_size(path, MOST_LIST_BYTES)
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        if not head.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            raise unreadable(path, "empty")
        kind = binary_kind(head)
        if kind in WORKBOOK_KINDS:
            return tuple(_sheet_lines(path, kind))
        if kind:
            raise unreadable(path, "no_table", detail=kind)
        found = tuple(_records([whole(line) for line in text_lines(path, detect_encoding(path))]))
    except FileNotFoundError as error:
        raise unreadable(path, "not_found", detail=type(error).__name__) from error
    except OSError as error:
        raise unreadable(path, "not_readable", detail=type(error).__name__) from error
    if found:
        check_width(path, found[0].cells, found[0].line)
    return found


def _sheet_lines(path: Path, kind: str) -> Iterator[ListLine]:
    grid = workbook_grids(path, kind)[0]
    yield ListLine(grid.line, grid.headers)
    for record in grid.records():
        yield ListLine(record.line, tuple(record.cells), broken=bool(record.flaw))


def _records(lines: Sequence[str]) -> Iterator[ListLine]:
    """Each record; after one whose quote is never closed reading goes on at the very next line."""
    first = next((line for line in lines if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    at: int | None = 0
    while at is not None:
        at = yield from _stretch(lines, at, delimiter)


def _stretch(lines: Sequence[str], at: int, delimiter: str) -> Generator[ListLine, None, int | None]:
    """The records from a line on, up to one that is broken; returns where to go on, None at the end."""
    # Not islice: it would run through all the lines before, for each broken record anew.
    reader = csv.reader((lines[number] for number in range(at, len(lines))), delimiter=delimiter, strict=True)
    start = at
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield ListLine(start + 1, tuple(cells))
            start = at + reader.line_num
    except csv.Error:
        yield ListLine(start + 1, tuple(lines[start].rstrip("\r\n").split(delimiter)), broken=True)
        return start + 1
    return None
