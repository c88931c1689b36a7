"""How large a file may be before anything of it is read: whatever it holds, memory and time stay bounded."""

from collections.abc import Sequence
from pathlib import Path

from weibo_operator.channels.file_import.opened import unreadable

MOST_BYTES = 256 << 20
"""A table of a million posts."""
MOST_JSON_BYTES = 64 << 20
"""JSON is held whole, at ten to thirty times its bytes."""
MOST_COLUMNS = 1_000
_MEGABYTE = 20


def check_size(path: Path, most: int = MOST_BYTES) -> None:
    """Raises ``FileUnreadableError`` (``large_file``; ``not_readable`` for what is no file, such as a pipe)."""
    size = path.stat().st_size
    if not path.is_file():
        raise unreadable(path, "not_readable", detail="no file")
    if size > most:
        raise unreadable(path, "large_file", detail=f"{size >> _MEGABYTE} MB，最多 {most >> _MEGABYTE} MB")


def check_width(path: Path, headers: Sequence[str], line: int) -> None:
    """Raises ``FileUnreadableError`` (``too_many_columns``) for what is no table, whatever it is."""
    if len(headers) > MOST_COLUMNS:
        raise unreadable(path, "too_many_columns", line=line, detail=str(len(headers)))
