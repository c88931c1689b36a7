"""The declared settings as the file holds them."""

import json
import sqlite3

from weibo_operator.domain.settings import Setting, V
from weibo_operator.storage.journal import Recorder


def read(connection: sqlite3.Connection, setting: Setting[V]) -> V:
    """The stored value, or the default when none is stored or the stored one is not valid."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (setting.key,)).fetchone()
    if row is None:
        return setting.default
    value = json.loads(row[0])
    return value if setting.valid(value) else setting.default


def store(recorder: Recorder, setting: Setting[V], value: V) -> None:
    """Store a value that ``setting.valid`` accepts."""
    recorder.put("setting", {"key": setting.key, "value": json.dumps(value, ensure_ascii=False)})
