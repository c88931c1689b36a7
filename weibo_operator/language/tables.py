"""Reads the word lists in resources/dictionaries: UTF-8, tab-separated, comment lines begin with #."""

from collections.abc import Iterator
from pathlib import Path


def read_rows(path: Path, columns: int) -> Iterator[tuple[str, ...]]:
    """The rows of ``path``, each filled up with empty strings to ``columns``.

    Raises ValueError where a row has more columns than that or begins with none, OSError where the file is missing.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > columns or not cells[0]:
            raise ValueError(f"{path.name}, line {number}: expected up to {columns} columns")
        yield tuple(cells + [""] * (columns - len(cells)))


def read_groups(path: Path) -> dict[str, frozenset[str]]:
    """The named word lists of ``path``: a name, then words separated by spaces."""
    return {name: frozenset(words.split()) for name, words in read_rows(path, 2)}
