"""What a column means, whatever its header calls it."""

from collections.abc import Iterable, Mapping, Sequence

from weibo_operator.domain.columns import Role

__all__ = ["Aliases", "Role", "Values", "find_roles", "normal"]

Values = dict[Role, str]
"""One row: the cell of each known role, as written."""

Aliases = Mapping[Role, Sequence[str]]
"""Accepted headers of each role, best first."""

_IGNORED = str.maketrans(dict.fromkeys(" _-\t\u3000\ufeff\u200b\xa0（）()"))


def normal(header: str) -> str:
    """A header without what its writers vary: case, spaces, underscores, brackets."""
    return header.translate(_IGNORED).casefold()


def find_roles(headers: Sequence[str], aliases: Aliases) -> dict[Role, int]:
    """The column of each role: roles choose in the order of ``aliases``, no column is taken twice."""
    places: dict[str, int] = {}
    for at, header in enumerate(headers):
        places.setdefault(normal(header), at)
    found: dict[Role, int] = {}
    for role, names in aliases.items():
        at = _first(names, places)
        if at is not None:
            found[role] = at
            places = {name: place for name, place in places.items() if place != at}
    return found


def _first(names: Iterable[str], places: Mapping[str, int]) -> int | None:
    return next((places[key] for key in map(normal, names) if key in places), None)
