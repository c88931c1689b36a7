"""Says which column of an unknown table is which, and remembers tables by their header row."""

import hashlib
from collections.abc import Sequence

from weibo_operator.channels.file_import.roles import normal
from weibo_operator.domain.columns import DateOrder, Role, Table, TableMapping

__all__ = ["DateOrder", "Role", "Table", "TableMapping", "header_key"]

_KEY_DIGITS = 16


def header_key(headers: Sequence[str]) -> str:
    """The same key for the same columns in the same order, whatever their case and spaces; 16 hex digits."""
    joined = "\x1f".join(map(normal, headers))
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:_KEY_DIGITS]
