"""What importing remembers: mappings of tables by their headers, and files seen already."""

import json
import sqlite3
from datetime import datetime

from weibo_operator.domain.columns import DateOrder, Role, TableMapping
from weibo_operator.domain.file_print import FilePrint
from weibo_operator.domain.labels import Audience, Platform, Source
from weibo_operator.storage.journal import Row
from weibo_operator.storage.times import to_ms

_MAPPING = "SELECT mapping FROM table_mapping WHERE key = ?"
_SEEN_PLACE = "SELECT 1 FROM seen_file WHERE path = ? AND size = ? AND changed_at = ?"
_SEEN_CONTENT = "SELECT 1 FROM seen_file WHERE digest = ?"


def mapping(connection: sqlite3.Connection, key: str) -> TableMapping | None:
    """The mapping last used for tables with these headers, None where there is none or it can't be read any more."""
    row = connection.execute(_MAPPING, (key,)).fetchone()
    if row is None:
        return None
    kept = json.loads(row["mapping"])
    try:
        return TableMapping(
            roles=tuple(None if role is None else Role(role) for role in kept["roles"]),
            platform=Platform(kept["platform"]),
            source=Source(kept["source"]),
            audience=Audience(kept["audience"]),
            date_order=DateOrder(kept["date_order"]),
            author=kept["author"],
            sheet=kept["sheet"],
        )
    except (KeyError, ValueError):
        # Of a later version that knows more meanings.
        return None


def mapping_row(key: str, mapping: TableMapping, at: datetime) -> Row:
    """The row that keeps a mapping; the moment the table was captured belongs to one file and is not kept."""
    kept = {
        "roles": [None if role is None else role.value for role in mapping.roles],
        "platform": mapping.platform.value,
        "source": mapping.source.value,
        "audience": mapping.audience.value,
        "date_order": mapping.date_order.value,
        "author": mapping.author,
        "sheet": mapping.sheet,
    }
    return {"key": key, "mapping": json.dumps(kept, ensure_ascii=False), "used_at": to_ms(at)}


def is_seen_place(connection: sqlite3.Connection, file: FilePrint) -> bool:
    """True when a file of this size and time lay at this path before; its content need not be read."""
    return connection.execute(_SEEN_PLACE, (file.path, file.size, file.changed_at)).fetchone() is not None


def is_seen_content(connection: sqlite3.Connection, digest: str) -> bool:
    """True when this content was seen before, under whatever name."""
    return connection.execute(_SEEN_CONTENT, (digest,)).fetchone() is not None


def seen_row(file: FilePrint, at: datetime) -> Row:
    """The row that keeps a file as seen."""
    return {
        "path": file.path,
        "size": file.size,
        "changed_at": file.changed_at,
        "digest": file.digest,
        "seen_at": to_ms(at),
    }
