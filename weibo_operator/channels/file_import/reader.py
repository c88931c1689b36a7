"""The reader of exported files: finds out what a file is, then yields its rows."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from weibo_operator.channels.file_import.binary import binary_kind
from weibo_operator.channels.file_import.bounds import check_size
from weibo_operator.channels.file_import.context import Context, clean_names
from weibo_operator.channels.file_import.database_file import open_database
from weibo_operator.channels.file_import.document_file import document_grid, load_document, open_native
from weibo_operator.channels.file_import.encodings import TextEncoding, detect_encoding, text_lines
from weibo_operator.channels.file_import.formats.registry import FORMAT_KEYS
from weibo_operator.channels.file_import.grid import Grid
from weibo_operator.channels.file_import.mapping import (
    Synonyms,
    Table,
    TableMapping,
    header_key,
    proposed,
    read_synonyms,
)
from weibo_operator.channels.file_import.opened import OpenedFile, unreadable
from weibo_operator.channels.file_import.reading import layout_of, open_layout, open_mapped
from weibo_operator.channels.file_import.table_file import text_grid
from weibo_operator.channels.file_import.workbook_file import WORKBOOK_KINDS, workbook_grids
from weibo_operator.domain.channel import FileFormat, IncomingMessage, RowProblem
from weibo_operator.domain.errors import InvalidInputError

AUTO = "auto"
_HEAD = 1 << 16
_JSON_STARTS = ("{", "[")
_SQLITE = "sqlite"


class FileReader:
    """Reads files that crawlers, the site or the operator made (``domain.channel.MessageReader``).

    ``own_names`` are the nicknames of our own accounts: a post found by search that @-mentions one of them is
    a mention. ``synonyms`` is the file of further column names (``mapping.read_synonyms``).
    """

    def __init__(self, own_names: Sequence[str] = (), synonyms: Path | None = None) -> None:
        self._own_names = clean_names(own_names)
        self._synonyms = synonyms

    def sniff(self, path: Path) -> FileFormat:
        """Recognise the file from its content; raises ``FileUnreadableError``."""
        return _open(path, AUTO, self._names()).format

    def table(self, path: Path, sheet: str = "") -> Table:
        """The headers and first rows of a table, of whatever columns, to say which is which.

        ``sheet`` names a workbook's sheet (default: the first one with rows that the desk knows, else the first
        with rows). Raises ``FileUnreadableError``: as ``sniff``, and ``no_table`` for a file that holds none.
        """
        grid = _own_grid(path, sheet)
        layout = layout_of(grid, AUTO)
        return (grid if layout is not None else grid.headed()).table("" if layout is None else layout.key)

    def proposed(self, table: Table) -> TableMapping:
        """What each column seems to be, from its header and its first cells; perhaps incomplete."""
        return proposed(table, self._names())

    def read(
        self,
        path: Path,
        *,
        file_format: str = AUTO,
        captured_at: datetime | None = None,
        mapping: TableMapping | None = None,
    ) -> Iterator[IncomingMessage | RowProblem]:
        """Yield each row as a message or a problem, in the file's order, repeated rows too.

        ``captured_at`` (aware; default: the mapping's, else the file's modification time) is what relative dates
        count from. Raises ``FileUnreadableError`` at once, before the first row, and ``InvalidInputError`` for an
        unknown ``file_format`` (the keys are ``formats.registry.FORMAT_KEYS`` and ``auto``) or a ``mapping`` that
        does not fit.
        """
        if mapping is not None:
            opened = open_mapped(path, _own_grid(path, mapping.sheet), mapping)
            captured_at = captured_at or mapping.captured_at
        elif file_format in {AUTO, *FORMAT_KEYS}:
            opened = _open(path, file_format, self._names())
        else:
            raise InvalidInputError(field="format", reason="format", value=file_format)
        context = Context(str(path), captured_at or _modified_at(path), self._own_names)
        return _guarded(path, opened, context)

    def _names(self) -> Synonyms:
        return {} if self._synonyms is None else read_synonyms(self._synonyms)


def _open(path: Path, wanted: str, synonyms: Synonyms) -> OpenedFile:
    try:
        kind = _kind(path)
        if kind == _SQLITE:
            return open_database(path, wanted)
        if kind in WORKBOOK_KINDS:
            return open_layout(path, _chosen(workbook_grids(path, kind), wanted), wanted, synonyms)
        if kind:
            raise unreadable(path, "unknown_format", detail=kind)
        encoding = detect_encoding(path)
        if not _is_json(path, encoding):
            return open_layout(path, text_grid(path, encoding), wanted, synonyms)
        document = load_document(path, encoding)
        native = open_native(document, wanted, encoding)
        return native or open_layout(path, document_grid(path, document, encoding), wanted, synonyms)
    except OSError as error:
        raise unreadable(path, _os_reason(error), detail=type(error).__name__) from error


def _own_grid(path: Path, sheet: str) -> Grid:
    """The table of a file that may be the operator's own."""
    try:
        kind = _kind(path)
        if kind in WORKBOOK_KINDS:
            return _chosen(workbook_grids(path, kind), AUTO, sheet)
        if kind:
            raise unreadable(path, "no_table", detail=kind)
        encoding = detect_encoding(path)
        is_json = _is_json(path, encoding)
        grid = document_grid(path, load_document(path, encoding), encoding) if is_json else text_grid(path, encoding)
    except OSError as error:
        raise unreadable(path, _os_reason(error), detail=type(error).__name__) from error
    if not grid.headers:
        raise unreadable(path, "no_table", line=grid.line, detail=grid.kind)
    return grid


def _chosen(grids: Sequence[Grid], wanted: str, sheet: str = "") -> Grid:
    """The sheet asked for, else the first with rows that the desk knows, else the first with rows."""
    if len(grids) == 1:
        return grids[0]
    filled = [grid for grid in grids if any(True for _ in grid.records())] or grids
    known = (grid for grid in (*filled, *grids) if layout_of(grid, wanted) is not None)
    chosen = next((grid for grid in grids if grid.sheet == sheet), None) or next(known, filled[0])
    key = header_key(chosen.headers)
    alike = (grid for grid in filled if grid is not chosen and header_key(grid.headers) == key)
    return replace(chosen, others=tuple(grid.sheet for grid in alike))


def _guarded(path: Path, opened: OpenedFile, context: Context) -> Iterator[IncomingMessage | RowProblem]:
    try:
        yield from opened.read(context)
    except OSError as error:
        raise unreadable(path, _os_reason(error), detail=type(error).__name__) from error


def _kind(path: Path) -> str:
    """What a file is that is no text, else ""."""
    check_size(path)
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise unreadable(path, "empty")
    return binary_kind(head)


def _is_json(path: Path, encoding: TextEncoding) -> bool:
    for text in text_lines(path, encoding):
        start = text.lstrip("\ufeff \t\r\n\x00")[:1]
        if start:
            return start in _JSON_STARTS
    return False


def _modified_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _os_reason(error: OSError) -> str:
    return "not_found" if isinstance(error, FileNotFoundError) else "not_readable"
