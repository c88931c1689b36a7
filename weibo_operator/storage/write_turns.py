"""Lets the desks of one program write into one file first come, first served, however long one of them goes on."""

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Condition
from typing import TYPE_CHECKING, Any, TypeVar

from weibo_operator.domain.errors import InvalidInputError

if TYPE_CHECKING:
    from _typeshed import SupportsLenAndGetItem

    Parameters = SupportsLenAndGetItem[Any] | Mapping[str, Any]

T = TypeVar("T")


class WriteTurns:
    """A queue of those who want to write.

    SQLite itself lets waiting connections ask again after pauses that grow to a tenth of a second. Beside an import,
    which writes one piece after another, a click's own write found the file taken each time it asked and gave up
    after five seconds. Here the one who waits is next as soon as the piece at hand is stored.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._last = 0
        self._served = 0

    @property
    def waiting(self) -> int:
        """How many stand in the queue behind the one whose turn it is."""
        with self._changed:
            return max(0, self._last - self._served - 1)

    @contextmanager
    def turn(self) -> Generator[None]:
        """Wait for one's turn, and hold it during the block."""
        with self._changed:
            mine = self._last
            self._last += 1
            self._changed.wait_for(lambda: self._served == mine)
        try:
            yield
        finally:
            with self._changed:
                self._served += 1
                self._changed.notify_all()


GiveWay = Callable[[Callable[[], bool]], None]
"""Waits while somebody is more urgent, no longer than what it is given says that nobody waits for the caller."""


class DeskConnection(sqlite3.Connection):
    """A connection that knows the turns it takes with others of the same program; alone it needs none."""

    turns: WriteTurns | None = None
    give_way: GiveWay | None = None
    """What a connection in the background does before each statement, in the middle of a transaction as well."""

    def execute(self, sql: str, parameters: "Parameters" = (), /) -> sqlite3.Cursor:
        """Execute a statement when nobody is more urgent.

        Raises ``InvalidInputError`` (half_character, too_large) for what no database holds.
        """
        self.let_others()
        try:
            return super().execute(sql, parameters)
        except UnicodeEncodeError as error:
            raise InvalidInputError(field="text", reason="half_character") from error
        except OverflowError as error:
            raise InvalidInputError(field="number", reason="too_large") from error

    def let_others(self) -> None:
        """Wait while somebody is more urgent."""
        if self.give_way is not None:
            self.give_way(self._is_waited_for)

    def _is_waited_for(self) -> bool:
        return self.turns is not None and self.turns.waiting > 0


@contextmanager
def writing(connection: sqlite3.Connection) -> Generator[None]:
    """Hold the connection's turn; one that is in a transaction already has it (SQLite then refuses a second one)."""
    turns = connection.turns if isinstance(connection, DeskConnection) else None
    if turns is None or connection.in_transaction:
        yield
    else:
        with turns.turn():
            yield


def giving_way(connection: sqlite3.Connection, found: Iterable[T]) -> Iterator[T]:
    """What was found, one by one, where each takes a while to think about: between two of them others come first."""
    for each in found:
        if isinstance(connection, DeskConnection):
            connection.let_others()
        yield each
