"""Every table of the file, row by row, as it lies there: for whoever takes the data elsewhere."""

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from weibo_operator.storage.connection import environment_errors_of

_CONVERSATIONS = """
SELECT message.posted_at, customer.nickname, customer.uid, message.direction, message.audience, message.source,
    message.text, message.link, message.ticket_id, ticket.state, ticket.level, ticket.kind, ticket.department
FROM message JOIN customer ON customer.id = message.customer_id LEFT JOIN ticket ON ticket.id = message.ticket_id
ORDER BY message.id
"""
_TIMES = frozenset({"at", "since", "until", "send_from"})
_TIME_OF_A_FILE = ("seen_file", "changed_at")
_AT_ONCE = 500

Value = str | int | float | bytes | None
Row = Sequence[Value]


class TableRows(Struct, frozen=True):
    """A table's name, its columns, how many rows it has, and the rows in the order of the file."""

    name: str
    columns: tuple[str, ...]
    count: int
    rows: Iterator[Row]


@contextmanager
def at_one_moment(connection: sqlite3.Connection) -> Generator[None]:
    """Whatever is read inside is of one moment, however much is written meanwhile.

    Raises ``DatabaseUnavailableError`` where the file can't be read.
    """
    with environment_errors_of(connection):
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("ROLLBACK")


def tables(connection: sqlite3.Connection, names: Iterable[str]) -> list[TableRows]:
    """The tables of these names; their rows are read when they are asked for."""
    return [_table(connection, name) for name in names]


def conversations(connection: sqlite3.Connection) -> Iterator[Row]:
    """Every message in the order of its coming.

    The columns: posted_at in ms, nickname, uid, direction, audience, source, text, link, and of the ticket its id,
    state, level, kind and department (None for a message without one).
    """
    return _rows(connection, _CONVERSATIONS)


def is_time(table: str, column: str) -> bool:
    """Whether a column's integers are milliseconds since 1970; those named so are, a file's own time aside."""
    named_so = column in _TIMES or column.endswith(("_at", "_since"))
    return named_so and (table, column) != _TIME_OF_A_FILE


def _table(connection: sqlite3.Connection, name: str) -> TableRows:
    columns = tuple(row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (name,)))
    (count,) = connection.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()
    listed = ", ".join(map(_quoted, columns))
    return TableRows(name, columns, count, _rows(connection, f"SELECT {listed} FROM {_quoted(name)}"))


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


def _rows(connection: sqlite3.Connection, question: str) -> Iterator[Row]:
    cursor = connection.execute(question)
    while found := cursor.fetchmany(_AT_ONCE):
        yield from found
