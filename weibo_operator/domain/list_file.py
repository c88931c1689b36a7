"""Lists kept in a spreadsheet (knowledge cards, orders): their lines, and what became of each when read in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct


class ListLine(Struct, frozen=True):
    """One record: the line it begins on (from 1), its cells, and whether a quote in it is never closed."""

    line: int
    cells: tuple[str, ...]
    broken: bool = False


ReadLines = Callable[[Path], Sequence[ListLine]]
"""Reads a file's records, the one with the headers first; raises ``FileUnreadableError``."""


class LineProblem(Struct, frozen=True):
    """A line that was left out: where it stands, what it seems to be called, and a code for why."""

    line: int
    named: str
    reason: str


class ListReport(Struct, frozen=True):
    """What reading a list did; what stood in the desk and not in the file is still there."""

    new: int
    changed: int
    same: int
    problems: tuple[LineProblem, ...]
    cancelled: bool = False
    """Stopped before the end: what was read in till then is in ``new``, ``changed`` and ``same``."""
