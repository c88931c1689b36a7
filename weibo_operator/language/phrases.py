"""Rules that are tables of patterns with grade and reason: tone, promises, superlatives, self-praise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.language.tables import read_rows

_GRADES = {"c": (Grade.CERTAIN, 0.9), "p": (Grade.POSSIBLE, 0.6)}


@dataclass(frozen=True, slots=True)
class PhraseRule:
    r"""One row of a phrase table; ``\1`` in a suggestion stands for the first group of the pattern."""

    pattern: re.Pattern[str]
    grade: Grade
    probability: float
    reason: str
    suggestions: tuple[str, ...]


class PhraseRules:
    """All rows of one table, every one giving findings of one kind."""

    def __init__(self, path: Path, kind: FindingKind) -> None:
        self._kind = kind
        self._rules = tuple(_rule(cells) for cells in read_rows(path, 4))

    def find(self, text: str, readable: str) -> Iterator[Finding]:
        """Findings in reading order, the longer of two that overlap.

        ``readable`` is ``text`` with what is not the operator's own voice masked out; offsets are the same in both.
        """
        matches = [
            (match.start(), match.end(), rule, match)
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


def _filled(words: str, match: re.Match[str]) -> str:
    return words.replace(r"\1", match[1] or "") if r"\1" in words else words


def _rule(cells: tuple[str, ...]) -> PhraseRule:
    pattern, grade, reason, suggestions = cells
    known, probability = _GRADES[grade]
    return PhraseRule(re.compile(pattern), known, probability, reason, tuple(s for s in suggestions.split("|") if s))
