"""The declared settings as the file holds them."""

import json
import sqlite3
from collections.abc import Mapping

from weibo_operator.domain.settings import Setting, V


def read(connection: sqlite3.Connection, setting: Setting[V]) -> V:
    """The stored value, or the default when none is stored or the stored one is not valid."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (setting.key,)).fetchone()
    if row is None:
        return setting.default
    try:
        value = json.loads(row[0])
    except (ValueError, RecursionError):  # what SQLite takes for JSON and Python does not, in a file changed elsewhere
        return setting.default
    return value if setting.valid(value) else setting.default


def row_of(setting: Setting[V], value: V) -> Mapping[str, str]:
    """The row that stores a value which ``setting.valid`` accepts."""
    return {"key": setting.key, "value": json.dumps(value, ensure_ascii=False)}
