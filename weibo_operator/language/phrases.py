"""Rules that are tables of patterns with grade and reason: tone, promises, superlatives, self-praise."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.language.tables import read_rows

_PIECES = "pieces.tsv"
_CLAUSE_MARKS = "，,。！!？?；;…\n[]\ufffc"
_TONE_MARKS = "！!？?～~"
_GRADES = {"c": (Grade.CERTAIN, 0.9), "p": (Grade.POSSIBLE, 0.6)}


class PhraseRule(Struct, frozen=True):
    r"""One row of a phrase table; ``\1`` in a suggestion stands for the first group of the pattern."""

    pattern: re.Pattern[str]
    grade: Grade
    probability: float
    reason: str
    suggestions: tuple[str, ...]
    whole: bool
    """Whether the suggestions stand for all of the clause, not only for what the pattern matched."""


class PhraseRules:
    """All rows of one table, or of a folder of tables, every one giving findings of one kind."""

    def __init__(self, path: Path, kind: FindingKind) -> None:
        """Read ``path``; in a folder, ``pieces.tsv`` names parts of patterns that the others write as 〈name〉."""
        self._path = path
        self._kind = kind

    @cached_property
    def _rules(self) -> tuple[PhraseRule, ...]:
        """Compiled when first asked for: the tables of tone take most of a second."""
        return tuple(_rules(self._path))

    def load(self) -> int:
        """Compile the patterns now; returns how many there are. Raises what reading and compiling them raises."""
        return len(self._rules)

    def find(self, text: str, readable: str) -> Iterator[Finding]:
        """Findings in reading order, the longer of two that overlap.

        ``readable`` is ``text`` with what is not the operator's own voice masked out; offsets are the same in both.
        """
        matches = [
            (*(_clause(readable, match) if rule.whole else match.span()), rule, match)
            for rule in self._rules
            for match in rule.pattern.finditer(readable)
            if match.end() > match.start()
        ]
        done = 0
        for start, end, rule, match in sorted(matches, key=lambda m: (m[0], -m[1])):
            if start >= done:
                done = end
                yield Finding(
                    start=start,
                    end=end,
                    kind=self._kind,
                    grade=rule.grade,
                    text=text[start:end],
                    suggestions=tuple(_filled(words, match) for words in rule.suggestions),
                    probability=rule.probability,
                    reason=rule.reason,
                )


def _clause(readable: str, match: re.Match[str]) -> tuple[int, int]:
    """The clauses that ``match`` touches, with the ！ and ？ behind them: a wording put in their place reads on."""
    start, end = match.span()
    while start and readable[start - 1] not in _CLAUSE_MARKS:
        start -= 1
    while end < len(readable) and readable[end] not in _CLAUSE_MARKS:
        end += 1
    while end < len(readable) and readable[end] in _TONE_MARKS:
        end += 1
    while start < end - 1 and readable[end - 1].isspace():
        end -= 1
    while start < end - 1 and (readable[start] in _CLAUSE_MARKS or readable[start].isspace()):
        start += 1
    return start, end


def _filled(words: str, match: re.Match[str]) -> str:
    return words.replace(r"\1", match[1] or "") if r"\1" in words else words


def _rules(path: Path) -> Iterator[PhraseRule]:
    if not path.is_dir():
        yield from (_rule(cells, {}) for cells in read_rows(path, 4))
        return
    pieces = {f"〈{name}〉": pattern for name, pattern in read_rows(path / _PIECES, 2)}
    for table in sorted(path.glob("*.tsv")):
        if table.name != _PIECES:
            yield from (_rule(cells, pieces) for cells in read_rows(table, 4))


def _rule(cells: tuple[str, ...], pieces: Mapping[str, str]) -> PhraseRule:
    pattern, grade, reason, suggestions = cells
    for name, piece in pieces.items():
        pattern = pattern.replace(name, piece)
    known, probability = _GRADES[grade.lower()]
    known_words = tuple(words for words in suggestions.split("|") if words)
    return PhraseRule(re.compile(pattern), known, probability, reason, known_words, whole=grade.isupper())
