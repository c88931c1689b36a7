"""Finds which of many listed strings stand in a text, asking only for lengths that begin as the text does there."""

from collections.abc import Iterable

_HEAD = 2
"""Characters that a string is known by at first."""


class Forms:
    """The strings' lengths by their first characters; made once, then read."""

    def __init__(self, forms: Iterable[str]) -> None:
        lengths: dict[str, set[int]] = {}
        for head, length in {(form[:_HEAD], len(form)) for form in forms}:
            lengths.setdefault(head, set()).add(length)
        self._lengths = {head: tuple(sorted(found)) for head, found in lengths.items()}
        self._single = any(len(head) < _HEAD for head in lengths)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where one of the strings may stand, as (start, end), the longest first; the caller asks whether it does."""
        found = [
            (start, start + length)
            for start in range(len(text))
            for length in self._lengths.get(text[start : start + _HEAD], ())
            if start + length <= len(text)
        ]
        if self._single:
            found += [(at, at + 1) for at, char in enumerate(text[:-1]) if char in self._lengths]
        return sorted(found, key=lambda place: (place[0] - place[1], place[0]))
