"""Questions about the file itself."""

import sqlite3

from msgspec import Struct

from weibo_operator.storage.connection import applied_steps
from weibo_operator.storage.migrations import HISTORY

_UNINDEXED = """
SELECT abs((SELECT COUNT(*) FROM message) - (SELECT COUNT(*) FROM message_text_docsize))
    + abs((SELECT COUNT(*) FROM customer) - (SELECT COUNT(*) FROM customer_name_docsize))
"""


class SchemaSteps(Struct, frozen=True):
    """How many steps of the schema's history the file has had."""

    applied: int
    known: int

    @property
    def complete(self) -> bool:
        """True when none is missing."""
        return self.applied == self.known


def integrity_problem(connection: sqlite3.Connection) -> str:
    """What SQLite finds wrong with the file, or an empty text."""
    verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return "" if verdict == "ok" else str(verdict)


def broken_references(connection: sqlite3.Connection) -> int:
    """How many rows point at rows that are not there."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def schema_steps(connection: sqlite3.Connection) -> SchemaSteps:
    """How far the file's schema is."""
    return SchemaSteps(applied=len(applied_steps(connection)), known=len(HISTORY))


def unindexed(connection: sqlite3.Connection) -> int:
    """By how much the search indexes differ in number from the messages and customers."""
    (count,) = connection.execute(_UNINDEXED).fetchone()
    return int(count)
