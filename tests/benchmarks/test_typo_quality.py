"""How well typos are found on texts that nobody tuned on (run by hand: ``pytest -m bench -s``)."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.typo_measures import Pair, Score, read_pairs, read_texts, score, table
from tests.conftest import PROJECT
from weibo_operator.domain.findings import Grade
from weibo_operator.language.proofread import Proofreader

pytestmark = pytest.mark.bench

JUDGED = PROJECT / "tests" / "language" / "judged"
REPLIES = PROJECT / "resources" / "language" / "replies"
APART = 5
"""Every fifth shipped reply takes no part in building the model (packaging/language_training.py)."""


@pytest.fixture(scope="module")
def proofreader() -> Proofreader:
    return Proofreader(PROJECT / "resources")


def report(rows: list[tuple[str, Score]]) -> None:
    sys.stderr.write("\n" + table(rows) + "\n")


def kept_apart() -> list[str]:
    found: list[str] = []
    for path in sorted(REPLIES.glob("*.txt")):
        found += read_texts(path)[APART - 1 :: APART]
    return found


def new_to_the_model() -> list[str]:
    """Right texts of three trades, written when the model was ready: it is made from none of them."""
    return [text for path in sorted((JUDGED / "right").glob("*.txt")) for text in read_texts(path)]


def judged_sets() -> list[tuple[str, list[Pair], list[str]]]:
    return [
        (
            path.stem.removeprefix("pairs_"),
            read_pairs(path),
            read_texts(path.with_name(path.stem.replace("pairs", "correct") + ".txt")),
        )
        for path in sorted(JUDGED.glob("pairs_*.tsv"))
    ]


def test_both_grades_on_the_judged_sets(proofreader: Proofreader):
    rows: list[tuple[str, Score]] = []
    everything: tuple[list[Pair], list[str]] = ([], kept_apart())
    for name, pairs, right in judged_sets():
        everything[0].extend(pairs)
        everything[1].extend(right)
        traps = read_texts(JUDGED / f"traps_{name}.txt")
        for label, grade in (("certain", Grade.CERTAIN), ("both", None)):
            rows.append((f"{name}, {label}", score(proofreader, pairs, right, grade)))
            rows.append((f"traps {name}, {label}", score(proofreader, [], traps, grade)))
    rows += [
        (f"{name}, {label}", score(proofreader, [], right, grade))
        for name, right in (("replies apart", kept_apart()), ("right texts new to it", new_to_the_model()))
        for label, grade in (("certain", Grade.CERTAIN), ("both", None))
    ]
    certain = score(proofreader, *everything, Grade.CERTAIN)
    both = score(proofreader, *everything, None)
    report([*rows, ("all, certain", certain), ("all, both", both)])
    assert certain.precision >= 0.95
    assert certain.false_alarms <= 0.01
    assert both.recall > certain.recall


def test_public_sets_are_never_tuned_on(proofreader: Proofreader):
    folder = PROJECT.parent / "shared" / "data" / "csc"
    if not folder.exists():
        pytest.skip("the public sets are not on this machine; python -m tests.benchmarks.csc FOLDER reads any copy")
    report(public_scores(proofreader, folder, most=300))


def public_scores(proofreader: Proofreader, folder: Path, most: int) -> list[tuple[str, Score]]:
    """Both grades on every set of a folder (id, typed, right), at most ``most`` rows of each."""
    rows: list[tuple[str, Score]] = []
    for path in sorted(folder.glob("*.tsv")):
        cells = [line.split("\t") for line in read_texts(path)][:most]
        wrong = [(row[1], row[2]) for row in cells if row[1] != row[2]]
        right = [row[2] for row in cells if row[1] == row[2]]
        for label, grade in (("certain", Grade.CERTAIN), ("both", None)):
            rows.append((f"{path.stem[:14]}, {label}", score(proofreader, wrong, right, grade)))
    return rows
