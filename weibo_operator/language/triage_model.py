"""The learner of triage: how much each run of characters and each signal speaks for each label, read from one file.

The file is a line of JSON (the heads with their labels, steps and starting points, the answers that go together, the
pieces), then one byte per piece and label, all packed by zlib. ``packaging/build_triage.py`` makes it.
"""

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log, sqrt
from pathlib import Path

from msgspec import Struct

SIGNAL_MARK = "\t"
"""Stands before the name of a signal, so that it is never taken for a run of characters."""


class Head(Struct, frozen=True):
    """One question the learner answers: its labels, and where they stand in every row."""

    name: str
    labels: tuple[str, ...]
    start: int


class Leanings(Struct, frozen=True):
    """For each question the chance of each of its labels (they add up to 1)."""

    chances: Mapping[str, Mapping[str, float]]

    def of(self, head: str, label: str) -> float:
        """The chance of one label; 0 for one the learner has never met."""
        return self.chances[head].get(label, 0.0)

    def best(self, head: str) -> str:
        """The likeliest label; the earlier one of a tie."""
        chances = self.chances[head]
        return max(chances, key=lambda label: chances[label])


Pulls = Mapping[tuple[str, str], float]
"""What else speaks for a label of a head, on a logarithmic scale: 3 outweighs odds of twenty to one."""
_HARDLY = 1e-6


class TriageModel:
    """Linear weights, kept as bytes; asking has no state and never raises."""

    def __init__(self, path: Path) -> None:
        """Read the file (some 20 ms); raises ``OSError`` when it is missing."""
        packed = zlib.decompress(path.read_bytes())
        line = packed.index(b"\n")
        facts = json.loads(packed[:line])
        self._names: tuple[str, ...] = tuple(facts["pieces"].split("\n"))
        self._places = {name: place for place, name in enumerate(self._names)}
        self._steps: Sequence[float] = facts["steps"]
        self._starts: Sequence[float] = facts["starts"]
        self._heads = tuple(
            Head(name, tuple(labels), start) for name, labels, start in zip(*facts["heads"], strict=True)
        )
        self._gains: Sequence[float] = [gain for gain, _ in facts["together"]]
        self._together: Sequence[Sequence[int]] = list(zip(*(labels for _, labels in facts["together"]), strict=True))
        self._weights = array("b", packed[line + 1 :])
        self._width = len(self._steps)

    @property
    def heads(self) -> tuple[Head, ...]:
        """The questions, in their order."""
        return self._heads

    def leanings(self, pieces: Iterable[str], signals: Iterable[str]) -> Leanings:
        """The chances of all labels, by the pieces of a text and the names of the signals found in it."""
        rows = self._rows(pieces)
        points = self._total(rows, sqrt(len(rows)) if rows else 1.0)
        told = self._total(self._rows(SIGNAL_MARK + name for name in signals), 1.0)
        sums = [
            start + of_text + of_signals for start, of_text, of_signals in zip(self._starts, points, told, strict=True)
        ]
        return Leanings(
            {head.name: _chances(head.labels, sums[head.start : head.start + len(head.labels)]) for head in self._heads}
        )

    def answers(self, leanings: Leanings, pulls: Pulls) -> Mapping[str, str]:
        """One label for each head: those that are likely in themselves and go together as they did in the lessons."""
        points = [
            [
                log(max(_HARDLY, leanings.of(head.name, label))) + pulls.get((head.name, label), 0.0)
                for label in head.labels
            ]
            for head in self._heads
        ]
        columns = [[column[label] for label in labels] for column, labels in zip(points, self._together, strict=True)]
        totals = list(map(sum, zip(self._gains, *columns, strict=True)))
        best = totals.index(max(totals))
        return {head.name: head.labels[labels[best]] for head, labels in zip(self._heads, self._together, strict=True)}

    def telling(self, pieces: Iterable[str], head: str, label: str) -> Mapping[str, float]:
        """How much each piece speaks for a label against the other labels of its head (only those that do)."""
        place = next(each for each in self._heads if each.name == head)
        if label not in place.labels:
            return {}
        at = place.start + place.labels.index(label)
        found: dict[str, float] = {}
        for piece in pieces:
            known = self._places.get(piece)
            if known is not None and (weight := self._weights[known * self._width + at] * self._steps[at]) > 0:
                found[piece] = weight
        return found

    def _rows(self, names: Iterable[str]) -> list[Sequence[int]]:
        places, weights, width = self._places, self._weights, self._width
        known = (place for name in names if (place := places.get(name)) is not None)
        return [weights[place * width : (place + 1) * width] for place in known]

    def _total(self, rows: Sequence[Sequence[int]], share: float) -> list[float]:
        """The rows added up, column by column: summing whole columns stays inside the interpreter's own loops."""
        if not rows:
            return [0.0] * self._width
        return [
            total * step / share for total, step in zip(map(sum, zip(*rows, strict=True)), self._steps, strict=True)
        ]


def _chances(labels: Sequence[str], points: Sequence[float]) -> Mapping[str, float]:
    highest = max(points)
    weights = [exp(value - highest) for value in points]
    total = sum(weights)
    return {label: weight / total for label, weight in zip(labels, weights, strict=True)}
