"""Reads the triage word lists and finds their signals in a text, quickly and in linear time."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from weibo_operator.domain.labels import Aspect, Kind, Nature
from weibo_operator.language.signal_pattern import Pattern

_WORDS_KEPT = 3
_REPEAT_BONUS = 0.35


class Hit(Struct, frozen=True):
    """A signal found: the words that matched (at most three) and how many different words there were."""

    words: tuple[str, ...]
    count: int

    @property
    def strength(self) -> float:
        """1.0 for one match, 1.35 for two, 1.7 for three or more: repetition convinces, but less each time."""
        return 1.0 + _REPEAT_BONUS * (min(self.count, _WORDS_KEPT) - 1)


Hits = Mapping[str, Hit]


class Topic(Struct, frozen=True):
    """What a text is about and where the form for it goes (weibo.md part 8)."""

    key: str
    nature: Nature
    aspect: Aspect
    department: str


class SignalBook:
    """All signals of one or more word lists, indexed by the first two characters of their keys."""

    def __init__(self, patterns: Iterable[tuple[str, Pattern]]) -> None:
        """Take (signal, pattern) pairs; the order is the order of the words in the hits."""
        self._patterns = tuple(patterns)
        starts: dict[str, list[int]] = {}
        for number, (_, pattern) in enumerate(self._patterns):
            for key in pattern.keys:
                starts.setdefault(key[:2], []).append(number)
        self._always = tuple(starts.pop("", ()))
        self._starts = starts

    def find(self, text: str) -> dict[str, Hit]:
        """Return the signals of the text by name."""
        found: dict[str, list[str]] = {}
        for number in self._candidates(text):
            signal, pattern = self._patterns[number]
            word = pattern.match(text)
            if word:
                found.setdefault(signal, []).append(word)
        return {signal: _hit(words) for signal, words in found.items()}

    def _candidates(self, text: str) -> list[int]:
        """The patterns one of whose keys begins somewhere in the text, in the order of the lists."""
        numbers = set(self._always)
        starts = self._starts
        pairs = {text[i : i + 2] for i in range(len(text))}
        for start in starts.keys() & (pairs | set(text)):
            numbers.update(starts[start])
        return sorted(numbers)


def read_signals(*paths: Path) -> SignalBook:
    """Read word lists (signal, tab, patterns parted by blanks; ``№`` a number, ``…`` up to 12 characters).

    Raises ``OSError`` when a file is missing.
    """
    written = ((name, cell) for path in paths for name, cells in _rows(path, 2) for cell in cells.split())
    return SignalBook((name, Pattern(cell)) for name, cell in dict.fromkeys(written))


def read_topics(path: Path) -> tuple[Topic, ...]:
    """Read the topic table in its order, which decides ties."""
    return tuple(
        Topic(key, Nature(nature), Aspect(aspect), department) for key, nature, aspect, department in _rows(path, 4)
    )


def read_weights(path: Path) -> dict[str, tuple[tuple[Kind, float], ...]]:
    """Read what each signal adds to each kind's score."""
    weights: dict[str, tuple[tuple[Kind, float], ...]] = {}
    for signal, kind, weight in _rows(path, 3):
        weights[signal] = (*weights.get(signal, ()), (Kind(kind), float(weight)))
    return weights


def _hit(words: list[str]) -> Hit:
    """The signal of these words; a word that is part of another does not count again."""
    kept: list[str] = []
    for word in sorted(dict.fromkeys(words), key=len, reverse=True):
        if not any(word in other for other in kept):
            kept.append(word)
    return Hit(tuple(kept[:_WORDS_KEPT]), len(kept))


def _rows(path: Path, columns: int) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != columns:
                raise ValueError(f"{path.name}: {columns} columns expected in {line[:40]!r}")
            yield cells
