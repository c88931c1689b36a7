"""Opens delimited text (CSV, TSV) and reads it row by row, never holding more than one record."""

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from weibo_operator.channels.file_import.context import Context
from weibo_operator.channels.file_import.encodings import TextEncoding
from weibo_operator.channels.file_import.formats.registry import choose_table
from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.opened import OpenedFile, Outcome, outcome, unreadable
from weibo_operator.channels.file_import.roles import find_roles
from weibo_operator.channels.file_import.rows import Record, RecordReader
from weibo_operator.domain.channel import FileFormat, RowProblem

_DELIMITERS = ",\t;"
_LONGEST_HEADER = 1 << 16


def open_table(path: Path, encoding: TextEncoding, wanted: str) -> OpenedFile:
    """Recognises the columns; raises ``FileUnreadableError`` (``unknown_format``, ``missing_column``)."""
    delimiter = _delimiter(path, encoding)
    with _open(path, encoding) as stream:
        header = next(RecordReader(stream, delimiter), Record(1, [], ""))
    headers = tuple(cell.strip().lstrip("\ufeff") for cell in header.cells)
    layout = None if header.flaw else choose_table(headers, wanted)
    if layout is None:
        raise unreadable(path, "unknown_format", line=header.line, detail="text")
    missing = layout.missing(headers)
    if missing:
        raise unreadable(path, "missing_column", line=header.line, detail=missing)

    def read(context: Context) -> Iterator[Outcome]:
        return _rows(path, encoding, delimiter, layout, context)

    return OpenedFile(FileFormat(layout.key, encoding.words, headers), read)


def _rows(
    path: Path, encoding: TextEncoding, delimiter: str, layout: TableFormat, context: Context
) -> Iterator[Outcome]:
    with _open(path, encoding) as stream:
        records = RecordReader(stream, delimiter)
        header = next(records).cells
        roles = tuple(find_roles(header, layout.columns).items())
        for record in records:
            if record.flaw:
                yield _problem(record, len(header), context)
                continue
            cells = record.cells
            values = {role: cells[at] for role, at in roles}
            if layout.adapt is not None:
                values = layout.adapt(values)
            yield outcome(record.line, values, layout.source, context)


def _problem(record: Record, width: int, context: Context) -> RowProblem:
    return RowProblem(context.file, record.line, record.flaw, f"{len(record.cells)}/{width}")


def _open(path: Path, encoding: TextEncoding) -> TextIO:
    # The whole file decodes, except perhaps a last character that was cut: "replace" marks it.
    return path.open(encoding=encoding.codec, errors="replace", newline="")


def _delimiter(path: Path, encoding: TextEncoding) -> str:
    with _open(path, encoding) as stream:
        for line in iter(lambda: stream.readline(_LONGEST_HEADER), ""):
            if line.strip():
                return max(_DELIMITERS, key=line.count)
    return _DELIMITERS[0]
