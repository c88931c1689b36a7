"""The reader of exported files: finds out what a file is, then yields its rows."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from weibo_operator.channels.file_import.binary import binary_kind
from weibo_operator.channels.file_import.context import Context, clean_names
from weibo_operator.channels.file_import.document_file import open_document
from weibo_operator.channels.file_import.encodings import TextEncoding, detect_encoding
from weibo_operator.channels.file_import.formats.registry import FORMAT_KEYS
from weibo_operator.channels.file_import.opened import OpenedFile, unreadable
from weibo_operator.channels.file_import.table_file import open_table
from weibo_operator.domain.channel import FileFormat, IncomingMessage, RowProblem
from weibo_operator.domain.errors import InvalidInputError

AUTO = "auto"
_HEAD = 1 << 16
_JSON_STARTS = ("{", "[")


class FileReader:
    """Reads files that crawlers, the site or the operator made (``domain.channel.MessageReader``).

    ``own_names`` are the nicknames of our own accounts: a post found by search that @-mentions one of them is
    a mention.
    """

    def __init__(self, own_names: Sequence[str] = ()) -> None:
        self._own_names = clean_names(own_names)

    def sniff(self, path: Path) -> FileFormat:
        """Recognise the file from its content; raises ``FileUnreadableError``."""
        return _open(path, AUTO).format

    def read(
        self, path: Path, *, file_format: str = AUTO, captured_at: datetime | None = None
    ) -> Iterator[IncomingMessage | RowProblem]:
        """Yield each row as a message or a problem, in the file's order, repeated rows too.

        ``captured_at`` (aware; default: the file's modification time) is what relative dates count from.
        Raises ``FileUnreadableError`` at once, before the first row, and ``InvalidInputError`` for an unknown
        ``file_format`` (the keys are ``formats.registry.FORMAT_KEYS`` and ``auto``).
        """
        if file_format not in {AUTO, *FORMAT_KEYS}:
            raise InvalidInputError(field="format", reason=file_format)
        opened = _open(path, file_format)
        context = Context(str(path), captured_at or _modified_at(path), self._own_names)
        return _guarded(path, opened, context)


def _open(path: Path, wanted: str) -> OpenedFile:
    try:
        encoding = _text_encoding(path)
        if _first_character(path, encoding) in _JSON_STARTS:
            return open_document(path, encoding, wanted)
        return open_table(path, encoding, wanted)
    except OSError as error:
        raise unreadable(path, _os_reason(error), detail=type(error).__name__) from error


def _guarded(path: Path, opened: OpenedFile, context: Context) -> Iterator[IncomingMessage | RowProblem]:
    try:
        yield from opened.read(context)
    except OSError as error:
        raise unreadable(path, _os_reason(error), detail=type(error).__name__) from error


def _text_encoding(path: Path) -> TextEncoding:
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise unreadable(path, "empty")
    kind = binary_kind(head)
    if kind:
        raise unreadable(path, "unknown_format", detail=kind)
    return detect_encoding(path)


def _first_character(path: Path, encoding: TextEncoding) -> str:
    with path.open(encoding=encoding.codec, errors="replace") as stream:
        return stream.read(_HEAD).lstrip("\ufeff \t\r\n\x00")[:1]


def _modified_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _os_reason(error: OSError) -> str:
    return "not_found" if isinstance(error, FileNotFoundError) else "not_readable"
