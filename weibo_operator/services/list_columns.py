"""Which column of a list is what, by its header, however the shop's own system calls it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from weibo_operator.language.tables import read_rows


class ListColumns:
    """The names of columns from ``list_columns.tsv``: per list and field the one we write first, then others' names."""

    def __init__(self, resources: Path) -> None:
        self._path = resources / "dictionaries" / "list_columns.tsv"

    def headers(self, table: str) -> tuple[str, ...]:
        """The headers we write, in their order."""
        return tuple(names[0] for names in self._fields(table).values())

    def places(self, table: str, headers: Sequence[str]) -> Mapping[str, int]:
        """Field → column; a header that says just that comes before one that holds it (买家昵称 before 昵称备注)."""
        found: dict[str, int] = {}
        plain = [_plain(header) for header in headers]
        for exact in (True, False):
            for field, names in self._fields(table).items():
                for name in map(_plain, names):
                    for at, header in enumerate(plain):
                        fits = header == name if exact else name in header
                        if field not in found and at not in found.values() and header and fits:
                            found[field] = at
        return found

    def _fields(self, table: str) -> Mapping[str, tuple[str, ...]]:
        rows = read_rows(self._path, 3)
        return {field: tuple(names.split(" ")) for name, field, names in rows if name == table}


def cell(cells: Sequence[str], places: Mapping[str, int], field: str) -> str:
    """A field of a record, empty where the column or the cell is missing."""
    at = places.get(field, -1)
    return cells[at].strip() if 0 <= at < len(cells) else ""


def _plain(header: str) -> str:
    return "".join(sign for sign in header.lower() if sign.isalnum())
