"""Opens JSON, whole or one object a line: known documents, and lists of flat objects whose keys are columns."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import cast

from msgspec import Struct

from weibo_operator.channels.file_import.bounds import MOST_JSON_BYTES, check_size, check_width
from weibo_operator.channels.file_import.context import Context
from weibo_operator.channels.file_import.encodings import TextEncoding, is_undecoded, text_lines
from weibo_operator.channels.file_import.formats.registry import choose_document
from weibo_operator.channels.file_import.grid import Grid
from weibo_operator.channels.file_import.json_values import as_object, text_of
from weibo_operator.channels.file_import.opened import OpenedFile, Outcome, outcome, unreadable
from weibo_operator.channels.file_import.rows import Record, RowCode
from weibo_operator.domain.channel import FileFormat

_LOOKED_AT = 50
"""Objects whose keys are collected as the columns: an object may leave some out."""
_LEAST_READABLE = 2
"""Of a file with one object a line, at least one line in so many must be one."""


class _BrokenLine(Struct, frozen=True):
    """A line that should have been an object: it is named, and the others are read."""

    code: RowCode


class Document(Struct, frozen=True):
    """A parsed file: its value, and the line of each entry of a list where the file has one object a line."""

    value: object
    lines: tuple[int, ...] = ()


def load_document(path: Path, encoding: TextEncoding) -> Document:
    """The parsed file; raises ``FileUnreadableError`` (``json``, ``large_file``)."""
    check_size(path, MOST_JSON_BYTES)
    text = "".join(text_lines(path, encoding)).lstrip("\ufeff \t\r\n\x00")
    try:
        return Document(cast("object", json.loads(text)))
    except json.JSONDecodeError as error:
        document = _one_a_line(path, encoding)
        if document is None:
            raise unreadable(path, "json", line=error.lineno, detail=error.msg) from error
        return document
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets nested without end.
        raise unreadable(path, "json", detail=type(error).__name__) from error


def _one_a_line(path: Path, encoding: TextEncoding) -> Document | None:
    entries = list(_lines(path, encoding))
    good = sum(not isinstance(entry, _BrokenLine) for _, entry in entries)
    if good <= 1 or good * _LEAST_READABLE < len(entries):
        return None
    return Document([entry for _, entry in entries], tuple(line for line, _ in entries))


def open_native(document: Document, wanted: str, encoding: TextEncoding) -> OpenedFile | None:
    """The file as a known exporter's document, or None when it is none."""
    native = choose_document(document.value, wanted)
    if native is None:
        return None

    def read(context: Context) -> Iterator[Outcome]:
        for item in native.items(document.value):
            yield outcome(_line(document, item.number), item.values, item.source, context)

    return OpenedFile(FileFormat(native.key, encoding.words), read)


def document_grid(path: Path, document: Document, encoding: TextEncoding) -> Grid:
    """The first list of objects in the file as a table: keys are its headers, a person's with ``user_`` in front.

    Raises ``FileUnreadableError`` (``too_many_columns``).
    """
    objects = _objects(document.value)
    headers = tuple(dict.fromkeys(key for each in islice(objects, _LOOKED_AT) for key in _flat(each)))
    check_width(path, headers, 1)

    def records() -> Iterator[Record]:
        for index, each in enumerate(objects, start=1):
            cells = _flat(each)
            flaw = each.code if isinstance(each, _BrokenLine) else "" if cells else RowCode.NOT_AN_OBJECT
            yield Record(_line(document, index), [cells.get(name, "") for name in headers], flaw)

    return Grid(headers, records, "json", encoding.words)


def _line(document: Document, number: int) -> int:
    return document.lines[number - 1] if 0 < number <= len(document.lines) else number


def _lines(path: Path, encoding: TextEncoding) -> Iterator[tuple[int, object]]:
    for number, text in enumerate(text_lines(path, encoding), start=1):
        if not text.strip():
            continue
        if is_undecoded(text):
            yield number, _BrokenLine(RowCode.ENCODING)
            continue
        try:
            entry = cast("object", json.loads(text))
        except (ValueError, RecursionError):
            entry = None
        yield number, entry if isinstance(entry, dict) else _BrokenLine(RowCode.NOT_AN_OBJECT)


def _objects(document: object) -> list[object]:
    """The document if it is a list, else the first list of objects it holds."""
    top = as_object(document)
    candidates = (document,) if top is None else tuple(top.values())
    for each in candidates:
        if isinstance(each, list) and any(isinstance(item, dict) for item in cast("list[object]", each)):
            return cast("list[object]", each)
    return []


def _flat(value: object) -> Mapping[str, str]:
    """An object's scalars as cells; those of its ``user`` with that word in front."""
    item = as_object(value)
    if item is None:
        return {}
    cells = {key: text_of(inner) for key, inner in item.items() if not isinstance(inner, dict)}
    user = as_object(item.get("user"))
    if user is not None:
        cells.update({f"user_{key}": text_of(inner) for key, inner in user.items()})
    return cells
