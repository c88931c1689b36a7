"""Rising words (weekly figure 25, mission G3): a word's share of a week's tickets against that of four weeks before."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress, repeat
from math import sqrt
from operator import contains

from msgspec import Struct

LEAST = 5
"""Tickets that a rising word stands in at least."""
RISE = 1.5
"""It stands in so many times the share of tickets that it stood in before."""
MOST = 10
"""So many are shown."""
_BEFORE, _AFTER = 16, 24
"""Characters shown on each side of a word in its example."""
_STOPS = "，。、；：！？,.;:!? "
_NEARLY = 1.25
"""A longer word that stands in all but a fifth of a shorter one's tickets says it better."""

Texts = Mapping[int, str]
"""What customers wrote, by ticket, readable."""


class Rising(Struct, frozen=True):
    """A word, the week's tickets it stands in, and how many before: of one week, and of the whole base."""

    word: str
    tickets: tuple[int, ...]
    share: float
    previous: int
    base_share: float | None
    """None where there was no base at all."""


def holds(text: str, word: str) -> bool:
    """Whether a word stands in a text; one of Latin letters only by itself."""
    if word not in text:
        return False
    return not word.isascii() or re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", text) is not None


def around(text: str, word: str) -> str:
    """The piece of a text that shows a word in small letters where it stands; its beginning where it does not."""
    line = " ".join(text.split())
    at = max(0, line.lower().find(word))
    start, end = max(0, at - _BEFORE), at + len(word) + _AFTER
    head, tail = line[start:at].lstrip(_STOPS) if start else line[:at], line[at:end]
    return ("…" + head if start else head) + (tail.rstrip(_STOPS) + "…" if end < len(line) else tail)


def tickets_with(texts: Texts, word: str) -> tuple[int, ...]:
    """The tickets a word stands in, in their own order."""
    found = tuple(compress(texts, map(contains, texts.values(), repeat(word))))  # thousands of texts, without a loop
    return tuple(ticket for ticket in found if holds(texts[ticket], word)) if word.isascii() else found


def rising_words(now: Texts, base: Sequence[Texts], words: Iterable[str], *, before: Texts) -> tuple[Rising, ...]:
    """The words that rose most, out of ``words``; ``base`` are the four weeks before, ``before`` the one compared with.

    The order of tickets and words changes nothing.
    """
    found = {word: tickets for word in set(words) if len(tickets := tickets_with(now, word)) >= LEAST}
    known = sum(len(week) for week in base)
    rows: list[tuple[float, Rising]] = []
    for word in _whole_words(found):
        tickets = found[word]
        counts = [len(tickets_with(week, word)) for week in base]
        counted = sum(counts)
        share = len(tickets) / len(now)
        base_share = counted / known if known else None
        if base_share is None or share >= RISE * base_share:
            previous = counts[0] if base and before is base[0] else len(tickets_with(before, word))
            rising = Rising(word, tuple(sorted(tickets)), share, previous, base_share)
            rows.append((_surprise(share, counted, known, len(now)), rising))
    rows.sort(key=lambda row: (-row[0], -len(row[1].tickets), row[1].word))
    return tuple(rising for _, rising in rows[:MOST])


def _surprise(share: float, counted: int, base: int, tickets: int) -> float:
    """How many standard deviations a share lies above what the base lets expect; by size where there is none."""
    expected = (counted + 0.5) / (base + 1) if base else 0.0
    return (share - expected) / sqrt(max(expected * (1 - expected), 1e-9) / tickets) if base else share


def _whole_words(found: Mapping[str, Collection[int]]) -> list[str]:
    """Without the pieces of longer words that stand in nearly the same tickets."""
    kept: list[str] = []
    for word in sorted(found, key=lambda each: (-len(each), each)):
        if not any(word in longer and len(found[word]) <= _NEARLY * len(found[longer]) for longer in kept):
            kept.append(word)
    return kept
