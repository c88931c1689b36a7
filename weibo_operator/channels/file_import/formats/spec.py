"""What a format must say about itself to be recognised and read."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from weibo_operator.channels.file_import.roles import Aliases, Role, Values, find_roles, normal
from weibo_operator.domain.labels import Source

Adapt = Callable[[Values], Values]


class TableFormat(Struct, frozen=True):
    """A layout of columns (in a delimited file or in a list of flat JSON objects).

    It is recognised when at least ``at_least`` columns of ``signature`` are present. ``columns`` names the
    headers of each role; of each group in ``needed`` one role must be there; ``adapt`` mends the layout's own
    faults row by row. ``lone_author``: the file belongs to one person whom no column names. ``home_made``: rows that
    are too short or too long are read where it is clear how.
    """

    key: str
    columns: Aliases
    signature: frozenset[str]
    at_least: int
    needed: tuple[tuple[Role, ...], ...]
    source: Source
    adapt: Adapt | None = None
    lone_author: bool = False
    home_made: bool = False

    def recognises(self, headers: Sequence[str]) -> bool:
        """Enough of the layout's own columns are there."""
        marks = {normal(name) for name in self.signature}
        return len(marks.intersection(map(normal, headers))) >= self.at_least

    def missing(self, headers: Sequence[str]) -> str:
        """The usual header of the first needed role that no column has, or ""."""
        found = find_roles(headers, self.columns)
        for group in self.needed:
            if found.keys().isdisjoint(group):
                return self.columns[group[0]][0]
        return ""


class Item(NamedTuple):
    """One message of a document: its item (from 1), its values ({} if unreadable), where it was found."""

    number: int
    values: Values
    source: Source


class DocumentFormat(Struct, frozen=True):
    """A JSON document: ``recognises`` looks at the parsed document, ``items`` yields its messages."""

    key: str
    recognises: Callable[[object], bool]
    items: Callable[[object], Iterator[Item]]
