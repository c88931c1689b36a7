"""Measures of typo checking: the same counting for our judged sets and for public sets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.language.proofread import Proofreader

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """What a checker did with pairs (typed, right) and with right texts, for one grade.

    ``recall``: pairs that come out right. ``precision``: corrections of pairs that bring the text nearer to the right
    one. ``false_alarms``: right texts with a correction. ``first_right``: of the spots found, those whose first
    suggestion is right.
    """

    pairs: int
    right_texts: int
    recall: float
    precision: float
    false_alarms: float
    first_right: float


def typos(proofreader: Proofreader, text: str, grade: Grade | None) -> list[Finding]:
    """Typos with a suggestion; punctuation and the like aside. ``grade`` None takes both."""
    return [
        finding
        for finding in proofreader.check(text)
        if finding.kind is FindingKind.TYPO and finding.suggestions and (grade is None or finding.grade is grade)
    ]


def mended(text: str, findings: Iterable[Finding]) -> str:
    """The text with every first suggestion put in."""
    for finding in sorted(findings, key=lambda each: -each.start):
        text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text


def score(proofreader: Proofreader, pairs: Sequence[Pair], right: Sequence[str], grade: Grade | None) -> Score:
    """Check everything once."""
    came_right = nearer = made = first = found = 0
    for typed, wanted in pairs:
        findings = typos(proofreader, typed, grade)
        came_right += mended(typed, findings) == wanted
        for finding in findings:
            made += 1
            after = mended(typed, [finding])
            nearer += distance(after, wanted) < distance(typed, wanted)
            if _covers_an_error(finding, typed, wanted):
                found += 1
                first += distance(after, wanted) < distance(typed, wanted)
    alarmed = sum(bool(typos(proofreader, text, grade)) for text in right)
    return Score(
        pairs=len(pairs),
        right_texts=len(right),
        recall=_share(came_right, len(pairs)),
        precision=_share(nearer, made),
        false_alarms=_share(alarmed, len(right)),
        first_right=_share(first, found),
    )


def distance(one: str, other: str) -> int:
    """How many characters must be put in, taken out or changed to make one of the other."""
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, wanted in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (char != wanted)),
            )
    return row[-1]


def read_pairs(path: Path) -> list[Pair]:
    """Lines “typed, tab, right”; a third column and comment lines don't count."""
    rows = (line.split("\t") for line in _lines(path))
    return [(row[0], row[1]) for row in rows]


def read_texts(path: Path) -> list[str]:
    """One text a line, comment lines aside."""
    return _lines(path)


def table(rows: Iterable[tuple[str, Score]]) -> str:
    """The scores as lines to print."""
    head = f"{'set':<22}{'pairs':>6}{'right':>6}{'recall':>8}{'prec.':>8}{'alarms':>8}{'first':>8}"
    body = [
        f"{name:<22}{s.pairs:>6}{s.right_texts:>6}{s.recall:>8.1%}{s.precision:>8.1%}"
        f"{s.false_alarms:>8.1%}{s.first_right:>8.1%}"
        for name, s in rows
    ]
    return "\n".join([head, *body])


def _covers_an_error(finding: Finding, typed: str, wanted: str) -> bool:
    if len(typed) != len(wanted):
        return False
    return any(typed[at] != wanted[at] for at in range(finding.start, finding.end))


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
