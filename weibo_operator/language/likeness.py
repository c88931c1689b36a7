"""How alike two short texts are, by the pairs of characters they share (mission A18)."""

import re
from functools import lru_cache

from weibo_operator.language.clean import plain

_MARKS = re.compile(r"[^\w]|_|\[[^\[\]]{1,8}\]")
SHORTEST = 6
"""Texts with fewer characters say too little to be compared."""


@lru_cache(maxsize=1024)
def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text's words; empty where it is too short to be compared."""
    words = _MARKS.sub("", plain(text)).lower()
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(words[place : place + 2] for place in range(len(words) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 (nothing shared) to 1 (the same pairs); Dice's measure."""
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))
