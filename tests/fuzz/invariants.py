"""What must hold whatever comes in: a failure is one the desk knows, said in a sentence; nothing is half-written."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.errors import OperatorError
from weibo_operator.services.sentences import PROBLEMS, error_sentence
from weibo_operator.storage.times import to_ms

_LARGEST = 2**63
_EVASIVE = ("不能这样填", "读不下去", "（）", "“”", "{")
"""What a sentence holds that was made for no failure in particular, or has a blank left."""
_TABLES = """
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
    AND name NOT LIKE 'message_text%' AND name NOT LIKE 'customer_name%'
"""
_OWN_STATE = frozenset({"operation", "change", "import_batch"})
"""Tables in which an operation that is undone leaves its trace."""


class WrongError(AssertionError):
    """Something does not hold."""


def demand(holds: bool, what: str) -> None:
    """Say what does not hold."""
    if not holds:
        raise WrongError(what)


class Caught:
    """The expected failure of a block, if it came."""

    error: OperatorError | None = None

    @property
    def passed(self) -> bool:
        """The block came to its end."""
        return self.error is None


@contextmanager
def expected() -> Generator[Caught]:
    """Only failures the desk knows may leave the block, and each has a sentence of its own."""
    caught = Caught()
    try:
        yield caught
    except OperatorError as error:
        caught.error = error
        said = error_sentence(error)
        demand(bool(said.strip()), f"no sentence for {error!r}")
        demand(
            not any(evasion in _without_data(said, error) for evasion in _EVASIVE), f"evasive: {said!r} for {error!r}"
        )


def _without_data(said: str, error: OperatorError) -> str:
    """The sentence's own words: what the operator's input holds is no matter of ours."""
    for value in sorted(map(str, error.data.values()), key=len, reverse=True):
        said = said.replace(value, "·") if value else said
    return said


def check_message(message: IncomingMessage | RowProblem) -> None:
    """A message can be stored as it is; a problem has words."""
    if isinstance(message, RowProblem):
        demand(message.code in PROBLEMS, f"a problem without words: {message.code}")
        return
    demand(message.posted_at.tzinfo is not None, "a time without a zone")
    demand(abs(to_ms(message.posted_at)) < _LARGEST, "a time that can't be stored")
    demand(message.posted_at > datetime(1999, 1, 1, tzinfo=UTC), f"a time before there was any: {message.posted_at}")
    demand(bool(message.uid and message.platform_id), "nobody's message")
    for count in (message.followers, message.reposts, message.comments, message.likes):
        demand(count is None or 0 <= count < _LARGEST, f"a count that can't be stored: {count}")
    words = (message.text, message.nickname, message.uid, message.platform_id, message.parent_text, message.link)
    for word in (*words, message.location, message.device, message.verified, message.parent_author, *message.mentions):
        word.encode()


_TELLING = {"rotation_customer": "WHERE stamp IS NOT NULL OR served_turn > 0"}
"""Which rows say more than no row: one who waits for nothing and was never served has no place in the rotation."""


class Rows:
    """How many rows each table of a desk holds."""

    def __init__(self, operator: Operator) -> None:
        self._connection = operator.desk.connection
        names = [row[0] for row in self._connection.execute(_TABLES)]
        # One statement for all of them takes microseconds.
        self._count = " UNION ALL ".join(_counting(name) for name in names)

    def counted(self) -> Mapping[str, int]:
        """Rows by table, none of them in a transaction that is still open."""
        demand(not self._connection.in_transaction, "a transaction was left open")
        return {str(row[0]): int(row[1]) for row in self._connection.execute(self._count)}


def facts(rows: Mapping[str, int]) -> Mapping[str, int]:
    """Without the tables that tell of an operation even after it was undone."""
    return {name: count for name, count in rows.items() if name not in _OWN_STATE}


def _counting(table: str) -> str:
    where = _TELLING.get(table, "")
    return f"SELECT '{table}', COUNT(*) FROM \"{table}\" {where}"  # noqa: S608  a table of our own schema
