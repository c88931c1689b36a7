"""A published version of the program: what may be believed of the document that tells of one."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import cast
from urllib.parse import urlsplit

from msgspec import Struct

LONGEST_NOTES = 200
_LONGEST_ADDRESS = 500
_VERSION = re.compile(r"(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){1,3}", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Release(Struct, frozen=True):
    """``version`` such as 0.2.0, ``date`` as YYYY-MM-DD, ``notes`` in one short line, ``page`` an https address."""

    version: str
    date: str
    notes: str
    page: str


def is_safe_address(address: str) -> bool:
    """An https address of a named host, in plain letters, without a name and password in it."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    plain = address.isascii() and address.isprintable() and " " not in address and "\\" not in address
    return (
        parts.scheme == "https"
        and bool(parts.hostname)
        and "@" not in parts.netloc
        and plain
        and len(address) <= _LONGEST_ADDRESS
    )


def is_newer(version: str, than: str) -> bool:
    """``version`` is a later one; False where either can't be read (a checkout that was never installed)."""
    found, own = _parts(version), _parts(than)
    return found is not None and own is not None and found > own


def read_release(document: bytes | str) -> Release | None:
    """The release that a document tells of; None unless every part of it is what it should be."""
    try:
        told = cast("object", json.loads(document))
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    words = cast("Mapping[object, object]", told)
    version, day, notes, page = (_words(words.get(key)) for key in ("version", "date", "notes", "page"))
    if version is None or day is None or notes is None or page is None:
        return None
    if _parts(version) is None or not _is_day(day) or not is_safe_address(page):
        return None
    return Release(version, day, _one_line(notes), page)


def written(release: Release) -> str:
    """The release as a document that ``read_release`` reads."""
    told = {"version": release.version, "date": release.date, "notes": release.notes, "page": release.page}
    return json.dumps(told, ensure_ascii=False)


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _parts(version: str) -> tuple[int, ...] | None:
    """The numbers of a version, four of them, so that 0.2 equals 0.2.0."""
    if _VERSION.fullmatch(version) is None:
        return None
    numbers = [int(part) for part in version.split(".")]
    return tuple(numbers + [0] * (4 - len(numbers)))


def _is_day(text: str) -> bool:
    try:
        return _DATE.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _one_line(notes: str) -> str:
    """Without line breaks and without what can't be seen (which may turn a line round)."""
    seen = "".join(" " if char.isspace() else char for char in notes if char.isspace() or _is_seen(char))
    line = " ".join(seen.split())
    return line if len(line) <= LONGEST_NOTES else line[: LONGEST_NOTES - 1] + "…"


def _is_seen(char: str) -> bool:
    return not unicodedata.category(char).startswith("C")
