"""Words of the trade and what a customer understands: a quiet remark with the plain word to put there (mission D10)."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.own_words import OwnWord
from weibo_operator.language.tables import read_rows

REASON = "行业里的说法，换成大白话"
_LATIN = re.compile(r"[A-Za-z0-9]")


class PlainWords:
    """The program's own pairs, read when first asked for."""

    def __init__(self, path: Path) -> None:
        """``path`` is the table of pairs: a word of the trade and the plain one."""
        self._path = path

    @cached_property
    def pairs(self) -> tuple[OwnWord, ...]:
        """Word and plain word, in the table's order. Raises ValueError for a broken table."""
        return tuple(OwnWord(word, plain) for word, plain in read_rows(self._path, 2))


def find_trade_words(readable: str, pairs: Iterable[OwnWord]) -> Iterator[Finding]:
    """Every word of ``pairs`` in reading order, the longer of two that begin alike.

    ``readable`` is the reply with what is not the operator's own voice masked out. A word of letters stands alone:
    SKU is none of SKUA. Where the plain word stands already, the word within it is left.
    """
    known = {pair.word: pair.replacement for pair in pairs}
    if not known:
        return
    longest_first = sorted(known, key=lambda word: (-len(word), word))
    for match in re.finditer("|".join(re.escape(word) for word in longest_first), readable):
        word, plain = match.group(), known[match.group()]
        if not _is_within_latin(readable, match) and not _stands_plain(readable, match.start(), word, plain):
            yield Finding(
                *match.span(), FindingKind.JARGON, Grade.POSSIBLE, word, (plain,), probability=0.6, reason=REASON
            )


def _is_within_latin(readable: str, match: re.Match[str]) -> bool:
    word, before, after = match.group(), readable[: match.start()][-1:], readable[match.end() :][:1]
    begins = _LATIN.match(word[0]) is not None and _LATIN.match(before) is not None
    return begins or (_LATIN.match(word[-1]) is not None and _LATIN.match(after) is not None)


def _stands_plain(readable: str, start: int, word: str, plain: str) -> bool:
    at = plain.find(word)
    return at >= 0 and readable.startswith(plain, max(0, start - at))
