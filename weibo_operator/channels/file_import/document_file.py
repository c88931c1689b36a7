"""Opens JSON: the site's own documents, and lists of flat objects whose keys are columns."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import cast

from weibo_operator.channels.file_import.context import Context
from weibo_operator.channels.file_import.encodings import TextEncoding
from weibo_operator.channels.file_import.formats.registry import choose_document, choose_table
from weibo_operator.channels.file_import.formats.spec import DocumentFormat, TableFormat
from weibo_operator.channels.file_import.json_values import as_object, text_of
from weibo_operator.channels.file_import.opened import OpenedFile, Outcome, outcome, unreadable
from weibo_operator.channels.file_import.roles import find_roles
from weibo_operator.domain.channel import FileFormat

_LOOKED_AT = 50
"""Objects whose keys are collected as the columns: an object may leave some out."""


def open_document(path: Path, encoding: TextEncoding, wanted: str) -> OpenedFile:
    """Recognises a JSON file.

    Raises ``FileUnreadableError`` (``json``, ``unknown_format``, ``missing_column``).
    """
    document = _load(path, encoding)
    native = choose_document(document, wanted)
    if native is not None:
        return _native(document, native, encoding)
    objects = _objects(document)
    headers = tuple(dict.fromkeys(key for each in islice(objects, _LOOKED_AT) for key in _flat(each)))
    layout = choose_table(headers, wanted)
    if layout is None:
        raise unreadable(path, "unknown_format", detail="json")
    missing = layout.missing(headers)
    if missing:
        raise unreadable(path, "missing_column", line=1, detail=missing)
    return _flat_list(objects, headers, layout, encoding)


def _native(document: object, native: DocumentFormat, encoding: TextEncoding) -> OpenedFile:
    def read(context: Context) -> Iterator[Outcome]:
        for item in native.items(document):
            yield outcome(item.number, item.values, item.source, context)

    return OpenedFile(FileFormat(native.key, encoding.words), read)


def _flat_list(
    objects: list[object], headers: tuple[str, ...], layout: TableFormat, encoding: TextEncoding
) -> OpenedFile:
    roles = tuple((role, headers[at]) for role, at in find_roles(headers, layout.columns).items())

    def read(context: Context) -> Iterator[Outcome]:
        for index, each in enumerate(objects, start=1):
            cells = _flat(each)
            values = {role: cells.get(name, "") for role, name in roles} if cells else {}
            if layout.adapt is not None and values:
                values = layout.adapt(values)
            yield outcome(index, values, layout.source, context)

    return OpenedFile(FileFormat(layout.key, encoding.words, headers), read)


def _load(path: Path, encoding: TextEncoding) -> object:
    text = path.read_text(encoding=encoding.codec, errors="replace")
    try:
        return cast("object", json.loads(text))
    except json.JSONDecodeError as error:
        raise unreadable(path, "json", line=error.lineno, detail=error.msg) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets nested without end.
        raise unreadable(path, "json", detail=type(error).__name__) from error


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
