"""What SQLite itself finds wrong with a desk's file: pages, references, the search indexes."""

import sqlite3
from collections.abc import Iterator

WHOLE_INDEXES = {
    "message_text": "INSERT INTO message_text (message_text, rank) VALUES ('integrity-check', 1)",
    "customer_name": "INSERT INTO customer_name (customer_name, rank) VALUES ('integrity-check', 1)",
}
"""By table; a file of an older version lacks the second."""


def soundness(file: sqlite3.Connection) -> Iterator[str]:
    """One line for each thing that is wrong; changes nothing."""
    found = verdict(file)
    if found != "ok":
        yield f"integrity: {found}"
    if file.execute("PRAGMA foreign_key_check").fetchone() is not None:
        yield "a row points at nothing"
    try:
        there = {row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table, check in WHOLE_INDEXES.items():
            if table in there:
                file.execute(check)
    except sqlite3.DatabaseError as error:
        yield f"search index: {error}"
    file.rollback()


def verdict(file: sqlite3.Connection) -> str:
    """SQLite's own check: ok, or what it found; a file it can't even read says so."""
    try:
        return str(file.execute("PRAGMA integrity_check").fetchone()[0])
    except sqlite3.DatabaseError as error:
        return str(error)
