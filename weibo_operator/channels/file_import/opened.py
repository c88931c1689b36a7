"""A file that has been recognised and can be read."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from weibo_operator.channels.file_import.context import Context
from weibo_operator.channels.file_import.identity import RowError
from weibo_operator.channels.file_import.message import message_from
from weibo_operator.channels.file_import.roles import Values
from weibo_operator.channels.file_import.rows import RowCode
from weibo_operator.domain.channel import FileFormat, IncomingMessage, RowProblem
from weibo_operator.domain.errors import FileUnreadableError
from weibo_operator.domain.labels import Source

Outcome = IncomingMessage | RowProblem


class OpenedFile(Struct, frozen=True):
    """``format`` as shown to the operator; ``read`` starts reading its rows from the beginning."""

    format: FileFormat
    read: Callable[[Context], Iterator[Outcome]]


def unreadable(path: Path, reason: str, *, line: int = 0, detail: str = "") -> FileUnreadableError:
    """The error for ``path``.

    Reasons: empty, encoding, unknown_format, missing_column, missing_author, no_table, json, damaged, password,
    too_large, large_file, too_many_columns, own_desk, database_busy, not_found, not_readable.
    """
    return FileUnreadableError(file=str(path), line=line, reason=reason, detail=detail)


def outcome(line: int, values: Values, source: Source, context: Context) -> Outcome:
    """The message of one row, or the problem that kept it from being one."""
    if not values:
        return RowProblem(context.file, line, RowCode.NOT_AN_OBJECT)
    try:
        return message_from(values, context, source)
    except RowError as error:
        return RowProblem(context.file, line, error.code, error.detail)
