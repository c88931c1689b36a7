"""Reads a table's rows as messages, by a known layout or as the operator said."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.channels.file_import.context import Context
from weibo_operator.channels.file_import.formats.registry import MAPPED, choose_table
from weibo_operator.channels.file_import.formats.spec import TableFormat
from weibo_operator.channels.file_import.grid import Grid
from weibo_operator.channels.file_import.mapping import Synonyms, beside
from weibo_operator.channels.file_import.opened import OpenedFile, Outcome, outcome, unreadable
from weibo_operator.channels.file_import.path_author import author_of
from weibo_operator.channels.file_import.roles import Role, Values, find_roles
from weibo_operator.channels.file_import.rows import Record, RowCode
from weibo_operator.channels.file_import.values import is_date
from weibo_operator.domain.channel import FileFormat, RowProblem
from weibo_operator.domain.columns import TableMapping
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.labels import Source

HASHED_AUTHORS = "hashed_authors"
"""A note: the export hides who wrote, so its people can't be matched to customers."""

_WROTE_WHO = frozenset({Role.NICKNAME, Role.UID, Role.AUTHOR_HASH})


class _Columns(Struct, frozen=True):
    """The column of each role, and how wide a row is."""

    places: dict[Role, int]
    width: int


def layout_of(grid: Grid, wanted: str) -> TableFormat | None:
    """The layout the desk knows these headers by, or None."""
    return choose_table(grid.headers, wanted) if grid.headers else None


def open_layout(path: Path, grid: Grid, wanted: str, synonyms: Synonyms) -> OpenedFile:
    """The table by its layout; one of one's own also by the columns only ``synonyms`` know (``mapping.beside``).

    Raises ``FileUnreadableError`` (``unknown_format``, ``missing_column``, ``missing_author``).
    """
    layout = layout_of(grid, wanted)
    if layout is None:
        raise unreadable(path, "unknown_format", line=grid.line, detail=grid.kind)
    missing = layout.missing(grid.headers)
    if missing:
        raise unreadable(path, "missing_column", line=grid.line, detail=missing)
    places = find_roles(grid.headers, layout.columns)
    if layout.home_made and wanted != layout.key:
        places |= beside(grid.table(layout.key), places, synonyms)
    person = author_of(path) if layout.lone_author else None
    if layout.lone_author and person is None and places.keys().isdisjoint(_WROTE_WHO):
        raise unreadable(path, "missing_author", line=grid.line, detail=layout.key)
    columns = _Columns(places, len(grid.headers))

    def read(context: Context) -> Iterator[Outcome]:
        if person is not None:
            context = replace(context, author=person.nickname, author_uid=person.uid)
        return _rows(grid, columns, layout.source, context, adapt=layout.adapt, lenient=layout.home_made)

    hidden = Role.AUTHOR_HASH in places and Role.UID not in places
    notes = (HASHED_AUTHORS,) if hidden else ()
    return OpenedFile(FileFormat(layout.key, grid.encoding, grid.headers, notes + grid.notes), read)


def open_mapped(path: Path, grid: Grid, mapping: TableMapping) -> OpenedFile:
    """The table as ``mapping`` says.

    Raises ``InvalidInputError`` (field ``mapping``: ``incomplete``, ``repeated``, ``width``).
    """
    grid = grid.headed()
    chosen = [role for role in mapping.roles if role is not None]
    for fault, is_there in (
        ("width", len(mapping.roles) != len(grid.headers)),
        ("repeated", len(set(chosen)) != len(chosen)),
        ("incomplete", not mapping.is_complete),
    ):
        if is_there:
            raise InvalidInputError(field="mapping", reason=f"mapping_{fault}", path=str(path))
    columns = _Columns({role: at for at, role in enumerate(mapping.roles) if role is not None}, len(mapping.roles))

    def read(context: Context) -> Iterator[Outcome]:
        context = replace(
            context,
            author=mapping.author.strip(),
            date_order=mapping.date_order,
            platform=mapping.platform,
            audience=mapping.audience,
        )
        return _rows(grid, columns, mapping.source, context, adapt=None, lenient=True)

    return OpenedFile(FileFormat(MAPPED, grid.encoding, grid.headers, grid.notes), read)


def _rows(
    grid: Grid,
    columns: _Columns,
    source: Source,
    context: Context,
    *,
    adapt: Callable[[Values], Values] | None,
    lenient: bool,
) -> Iterator[Outcome]:
    roles = tuple(columns.places.items())
    for line, cells, flaw in grid.records():
        if flaw or len(cells) != columns.width:
            fitted = _fitted(cells, columns, grid.delimiter) if lenient and flaw in {"", RowCode.CELL_COUNT} else None
            if fitted is None:
                yield _problem(Record(line, cells, flaw or RowCode.CELL_COUNT), columns.width, context)
                continue
            cells = fitted
        values = {role: cells[at] for role, at in roles}
        yield outcome(line, adapt(values) if adapt is not None else values, source, context)


def _fitted(cells: Sequence[str], columns: _Columns, delimiter: str) -> list[str] | None:
    """A row of the wrong length as it was meant, where that is clear: trailing cells left out, commas in the text."""
    places = columns.places
    if Role.TEXT not in places:
        return None
    missing = columns.width - len(cells)
    needed = [at for role, at in places.items() if role in {Role.TEXT, Role.TIME, Role.NICKNAME, Role.UID}]
    if missing >= 0:
        fitted = [*cells, *[""] * missing]
        return fitted if max(needed) < len(cells) and _has_its_time(fitted, places) else None
    text = places[Role.TEXT]
    end = text + 1 - missing
    fitted = [*cells[:text], delimiter.join(cells[text:end]), *cells[end:]]
    time = places.get(Role.TIME)
    clear = text == columns.width - 1 or (time is not None and time > text)
    return fitted if clear and _has_its_time(fitted, places) else None


def _has_its_time(cells: Sequence[str], places: dict[Role, int]) -> bool:
    return Role.TIME in places and is_date(cells[places[Role.TIME]])


def _problem(record: Record, width: int, context: Context) -> RowProblem:
    return RowProblem(context.file, record.line, record.flaw, f"{len(record.cells)}/{width}")
