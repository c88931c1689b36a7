"""Lists of dated rows that belong to tickets (visits, promises): with the customer, by a condition, due by a time."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Generic, TypeVar

from msgspec import Struct

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.storage.times import to_ms

Record = TypeVar("Record")

_ROWS = """
SELECT {table}.*, ticket.customer_id, ticket.source, ticket.turn_count,
       customer.nickname, customer.followers, customer.verified, customer.profile_url,
       (SELECT text FROM message WHERE message.ticket_id = ticket.id AND direction = 'in'
        ORDER BY posted_at, id LIMIT 1) AS problem{more}
FROM {table}
JOIN ticket ON ticket.id = {table}.ticket_id
JOIN customer ON customer.id = ticket.customer_id
WHERE {condition}
ORDER BY {order}
"""
_DUE_COUNT = "SELECT COUNT(*) FROM {table} WHERE state = '{state}' AND due_at < ?"


class TicketRows(Struct, Generic[Record], frozen=True):
    """The rows of one table that has ``ticket_id``, ``state`` and ``due_at``; ``read`` makes a record of one.

    ``due`` is the state in which a row is still to be dealt with; ``more`` are columns besides the usual ones.
    """

    table: str
    due: str
    read: Callable[[sqlite3.Row], Record]
    more: str = ""

    def where(
        self, connection: sqlite3.Connection, condition: str, order: str, values: Mapping[str, int]
    ) -> tuple[Record, ...]:
        """The rows that meet ``condition``, in ``order`` (which may end in a LIMIT)."""
        more = f",\n       {self.more}" if self.more else ""
        query = _ROWS.format(table=self.table, more=more, condition=condition, order=order)
        return tuple(self.read(row) for row in connection.execute(query, values))

    def get(self, connection: sqlite3.Connection, row: int) -> Record:
        """One row; raises ``NotFoundError``."""
        found = self.where(connection, f"{self.table}.id = :id", f"{self.table}.id", {"id": row})
        if not found:
            raise NotFoundError(what=self.table, id=row)
        return found[0]

    def due_list(self, connection: sqlite3.Connection) -> tuple[Record, ...]:
        """All rows still to be dealt with, by due time."""
        table = self.table
        return self.where(connection, f"{table}.state = '{self.due}'", f"{table}.due_at, {table}.id", {})

    def due_count(self, connection: sqlite3.Connection, before: datetime) -> int:
        """How many of them are due before ``before``."""
        (count,) = connection.execute(_DUE_COUNT.format(table=self.table, state=self.due), (to_ms(before),)).fetchone()
        return int(count)
