"""Opens delimited text (CSV, TSV, semicolons), never holding more than one record."""

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from weibo_operator.channels.file_import.bounds import check_width
from weibo_operator.channels.file_import.encodings import MIXED, TextEncoding, is_undecoded, text_lines
from weibo_operator.channels.file_import.grid import Grid, clean_headers
from weibo_operator.channels.file_import.rows import Record, RecordReader, RowCode

_DELIMITERS = ",\t;"
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_LOOKED_AT = 10
"""Lines among which the header row is sought: a title may stand above it."""


def text_grid(path: Path, encoding: TextEncoding) -> Grid:
    """The table of a text file; its headers may be anything. Raises ``FileUnreadableError`` (``too_many_columns``)."""
    lines = list(islice(text_lines(path, encoding), _LOOKED_AT))
    skipped, delimiter = _layout(lines)
    header = next(_records(path, encoding, delimiter, skipped), Record(1, [], ""))
    check_width(path, header.cells, header.line)

    def records() -> Iterator[Record]:
        found = _records(path, encoding, delimiter, skipped)
        next(found, None)
        return found

    headers = () if header.flaw else clean_headers(header.cells)
    return Grid(headers, records, "text", encoding.words, line=header.line, delimiter=delimiter)


def _records(path: Path, encoding: TextEncoding, delimiter: str, skipped: int) -> Iterator[Record]:
    lines = islice(text_lines(path, encoding), skipped, None)
    records = RecordReader(lines, delimiter, skipped + 1)
    return _checked(records) if encoding is MIXED else records


def _checked(records: Iterator[Record]) -> Iterator[Record]:
    """Records in which what could not be decoded is marked, and their flaw named."""
    for line, cells, flaw in records:
        if any(map(is_undecoded, cells)):
            shown = [cell.encode(errors="surrogateescape").decode(errors="replace") for cell in cells]
            yield Record(line, shown, flaw or RowCode.ENCODING)
        else:
            yield Record(line, cells, flaw)


def _layout(lines: list[str]) -> tuple[int, str]:
    """How many lines stand above the header row, and what parts its cells."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not lines:
        return 0, _DELIMITERS[0]
    named = _SEPARATOR_LINE.fullmatch(lines[first])
    if named is not None and named[1] in _DELIMITERS:
        return first + 1, named[1]
    delimiter = _delimiter(lines[first])
    if _filled(lines[first], delimiter) > 1:
        return 0, delimiter
    for at in range(first + 1, len(lines)):
        below = _delimiter(lines[at])
        if _filled(lines[at], below) > 1 and lines[first].count('"') % 2 == 0:
            return at, below
    return 0, delimiter


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _filled(line: str, delimiter: str) -> int:
    try:
        return sum(1 for cells in csv.reader([line], delimiter=delimiter) for cell in cells if cell.strip())
    except csv.Error:
        return 0
