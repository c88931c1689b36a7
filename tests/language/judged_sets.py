"""Reads the hand-written judging sets and counts hits, misses and false alarms."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "judged"


def rows(name: str, half: int | None, columns: int) -> list[list[str]]:
    """Every second line of a set, filled up to ``columns``: half 0 is for tuning, half 1 for judging, None all."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [[*cells, *[""] * (columns - len(cells))] for cells in (kept if half is None else kept[half::2])]


@dataclass
class Score:
    """Counts of one class of remarks."""

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.false_alarms)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.misses)

    def __str__(self) -> str:
        counted = f"n {self.hits + self.misses}, false alarms {self.false_alarms}"
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} ({counted})"


def match_spans(score: Score, wanted: list[str], got: list[str]) -> int:
    """Count the spans that were found, exactly or in part; how many exactly is returned."""
    rest, exact = list(got), 0
    for span in wanted:
        near = [g for g in rest if g == span] or [g for g in rest if g in span or span in g]
        score.hits, score.misses = score.hits + bool(near), score.misses + (not near)
        if near:
            rest.remove(near[0])
            exact += near[0] == span
    score.false_alarms += len(rest)
    return exact
