"""Makes triage.bin: what each run of characters and each signal says about the labels of a customer's text.

Run by build_triage.py with the tools of its ``TOOLS``. The lessons under ``resources/language/triage`` are all it is
taught. Words that no lesson holds get their weight from their neighbours in libime's word model: a word is placed by
what stands before and after it (the strongest directions of its pairs), and the heads learn from these places as well
as from the runs of characters themselves. Both come down to one row of weights for each run of characters.
"""

from __future__ import annotations

import csv
import importlib
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import language_sources as sources

from weibo_operator.language.triage_features import LONGEST_PIECE
from weibo_operator.language.triage_model import SIGNAL_MARK, TriageModel
from weibo_operator.language.triage_reading import Reader, Reading

Array = Any
"""numpy, scipy and scikit-learn are in the tools' own environment only, where no type checker looks."""
np: Any = importlib.import_module("numpy")
sparse: Any = importlib.import_module("scipy.sparse")
linear: Any = importlib.import_module("sklearn.linear_model")
randomized_svd: Any = importlib.import_module("sklearn.utils.extmath").randomized_svd

HEADS: Mapping[str, str] = {
    "kind": "kind",
    "nature": "aspect",
    "department": "department",
    "urgency": "urgency",
    "crisis": "crisis",
    "sentiment": "sentiment",
    "audience": "public_ok",
}
"""Each question and the column of the lessons that answers it."""
FULL_NAMES: Mapping[str, str] = {"谩骂无具体问题": "谩骂", "公开": "public", "私信": "private"}
"""Words of the lessons that the program spells otherwise."""

_DIRECTIONS = 200
_SEED = 7
_STRENGTH = 10.0
_OFTEN = 3
_WORDS_PLACED = 100_000
_WORDS_SHIPPED = 10_000
_RARE, _RANKED = 1e-3, 12.0
_SINGLE = 0.3
_PIECES_SHARE, _PLACES_SHARE, _SIGNALS_SHARE = 1 / 3, 1.6, 0.3
_LARGEST = 127
_FOLDS = 5
_TOGETHER = 0.5
"""How far what goes together counts besides what each head says."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text, read, with its labels by head."""

    reading: Reading
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Columns:
    """What is weighed: the pieces (with how much a rare one counts), the places of the words, the signals."""

    pieces: Mapping[str, int]
    rarity: Array
    places: Array
    signals: Mapping[str, int]


def read_lessons(paths: Iterable[Path], reader: Reader) -> list[Lesson]:
    """The labelled texts of the files, in their order; a text that comes again is left out."""
    found: dict[str, Lesson] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                labels = {head: FULL_NAMES.get(row[column], row[column]) for head, column in HEADS.items()}
                found.setdefault(row["text"], Lesson(reader.read(row["text"]), labels))
    return list(found.values())


def place_words(cache: Path) -> dict[str, Array]:
    """Each common word's place, of length 1, by the words before and after it; commonest first."""
    chances, pairs = _word_pairs(cache)
    words = sorted(chances, key=lambda word: (-chances[word], word))[:_WORDS_PLACED]
    numbers = {word: number for number, word in enumerate(words)}
    rows, columns, values = [], [], []
    for first, second, chance in pairs:
        gain = (chance - chances[second]) * log(10)
        if gain > 0 and first in numbers and second in numbers:
            rows.append(numbers[first])
            columns.append(numbers[second])
            values.append(gain)
    after = sparse.csr_matrix((np.array(values, dtype=np.float32), (rows, columns)), shape=(len(words), len(words)))
    left, sizes, _ = randomized_svd(
        sparse.hstack([after, after.T]).tocsr(), n_components=_DIRECTIONS, n_iter=4, random_state=_SEED
    )
    places = left * np.sqrt(sizes)
    lengths = np.linalg.norm(places, axis=1, keepdims=True)
    places = np.divide(places, lengths, out=np.zeros_like(places), where=lengths > 0)
    return {word: places[number] * _weight(word, number) for number, word in enumerate(words)}


def _weight(word: str, rank: int) -> float:
    """Common words say little about a text, single characters less than words."""
    share = 1 / (rank + 10) / _RANKED
    return (1.0 if len(word) > 1 else _SINGLE) * _RARE / (_RARE + share)


def _word_pairs(cache: Path) -> tuple[dict[str, float], list[tuple[str, str, float]]]:
    chances: dict[str, float] = {}
    pairs: list[tuple[str, str, float]] = []
    section = ""
    for line in sources.model_lines(cache):
        if line.startswith("\\"):
            section = line.strip()
            if section == "\\3-grams:":
                break
            continue
        cells = line.rstrip("\n").split("\t")
        if len(cells) < 2:
            continue
        if section == "\\1-grams:":
            chances[cells[1]] = float(cells[0])
        elif section == "\\2-grams:":
            first, second = cells[1].split(" ")
            pairs.append((first, second, float(cells[0])))
    return chances, pairs


def columns_of(lessons: Sequence[Lesson], places: Mapping[str, Array]) -> Columns:
    """What is weighed when these lessons are learned."""
    counts = Counter(piece for lesson in lessons for piece in lesson.reading.pieces)
    words = [word for word in places if len(word) <= LONGEST_PIECE][:_WORDS_SHIPPED]
    often = (piece for piece, count in counts.items() if count >= _OFTEN and not {"\n", "\t"} & set(piece))
    names = sorted({*words, *often})
    rarity = [log(len(lessons) / counts[name]) + 1 if counts[name] >= _OFTEN else 0.0 for name in names]
    nowhere = np.zeros(_DIRECTIONS)
    signals = sorted({name for lesson in lessons for name in lesson.reading.signals})
    return Columns(
        pieces={name: number for number, name in enumerate(names)},
        rarity=np.array(rarity) * _PIECES_SHARE,
        places=np.array([places.get(name, nowhere) for name in names]) * _PLACES_SHARE,
        signals={name: number for number, name in enumerate(signals)},
    )


def matrix(readings: Sequence[Reading], columns: Columns) -> Array:
    """One row for each text: its pieces by rarity, the sum of its words' places, its signals."""
    rows, found, told_rows, told = [], [], [], []
    for number, reading in enumerate(readings):
        known = [columns.pieces[piece] for piece in reading.pieces if piece in columns.pieces]
        rows += [number] * len(known)
        found += known
        names = [columns.signals[name] for name in reading.signals if name in columns.signals]
        told_rows += [number] * len(names)
        told += names
    size = (len(readings), len(columns.pieces))
    ones = sparse.csr_matrix((np.ones(len(rows)), (rows, found)), shape=size)
    shares = 1 / np.sqrt(np.maximum(1, np.asarray(ones.sum(axis=1)).ravel()))
    shared = sparse.csr_matrix(ones.multiply(shares[:, None]))
    signals = sparse.csr_matrix(
        (np.full(len(told), _SIGNALS_SHARE), (told_rows, told)), shape=(len(readings), len(columns.signals))
    )
    return sparse.hstack(
        [shared.multiply(columns.rarity[None, :]), sparse.csr_matrix(shared @ columns.places), signals]
    ).tocsr()


def learn(lessons: Sequence[Lesson], columns: Columns) -> dict[str, Array]:
    """One logistic regression for each head."""
    told = matrix([lesson.reading for lesson in lessons], columns)
    learned: dict[str, Array] = {}
    for head in HEADS:
        answers = [lesson.labels[head] for lesson in lessons]
        learned[head] = linear.LogisticRegression(C=_STRENGTH, max_iter=1_000).fit(told, answers)
    return learned


def together(lessons: Sequence[Lesson], labels: Mapping[str, Sequence[str]]) -> list[tuple[float, list[int]]]:
    """Every set of answers that the lessons hold, with how much oftener it occurs than chance would have it."""
    sets = Counter(tuple(lesson.labels[head] for head in labels) for lesson in lessons)
    alone = {head: Counter(lesson.labels[head] for lesson in lessons) for head in labels}
    found: list[tuple[float, list[int]]] = []
    for answers, count in sorted(sets.items()):
        named = list(zip(labels, answers, strict=True))
        gain = log(count / len(lessons)) - sum(log(alone[head][answer] / len(lessons)) for head, answer in named)
        found.append((round(_TOGETHER * gain, 3), [labels[head].index(answer) for head, answer in named]))
    return found


def packed(columns: Columns, learned: Mapping[str, Array], lessons: Sequence[Lesson]) -> bytes:
    """The file: everything learned as one row of bytes for each piece and signal."""
    blocks, starts = [], []
    heads: tuple[list[str], list[list[str]], list[int]] = ([], [], [])
    size = len(columns.pieces)
    for head, model in learned.items():
        weights, bias = model.coef_, model.intercept_
        if len(weights) == 1:
            weights, bias = np.vstack([-weights / 2, weights / 2]), np.concatenate([-bias / 2, bias / 2])
        heads[0].append(head)
        heads[1].append([str(label) for label in model.classes_])
        heads[2].append(len(starts))
        of_pieces = weights[:, :size] * columns.rarity + weights[:, size : size + _DIRECTIONS] @ columns.places.T
        of_signals = weights[:, size + _DIRECTIONS :] * _SIGNALS_SHARE
        blocks.append(np.hstack([of_pieces, of_signals]))
        starts += [round(float(value), 4) for value in bias]
    rows = np.vstack(blocks).T
    steps = np.abs(rows).max(axis=0) / _LARGEST
    facts = {
        "heads": heads,
        "steps": [float(f"{step:.6g}") for step in steps],
        "starts": starts,
        "together": together(lessons, dict(zip(heads[0], heads[1], strict=True))),
        "pieces": "\n".join([*columns.pieces, *(SIGNAL_MARK + name for name in columns.signals)]),
    }
    line = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(line + b"\n" + np.rint(rows / steps).astype(np.int8).tobytes(), 9)


def judge(lessons: Sequence[Lesson], places: Mapping[str, Array]) -> None:
    """Print how well each fifth of the lessons is labelled by what the other four teach."""
    right: Counter[str] = Counter()
    chances: list[tuple[float, bool]] = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "fold.bin"
        for fold in range(_FOLDS):
            taught = [lesson for number, lesson in enumerate(lessons) if number % _FOLDS != fold]
            columns = columns_of(taught, places)
            file.write_bytes(packed(columns, learn(taught, columns), taught))
            model = TriageModel(file)
            for lesson in lessons[fold::_FOLDS]:
                leanings = model.leanings(lesson.reading.pieces, lesson.reading.signals)
                answers = model.answers(leanings, {})
                right.update(head for head in HEADS if answers[head] == lesson.labels[head])
                chances.append((leanings.of("crisis", "yes"), lesson.labels["crisis"] == "yes"))
    print("cross-validation:", ", ".join(f"{head} {right[head] / len(lessons):.3f}" for head in HEADS))
    for mark in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        alarms = [true for chance, true in chances if chance >= mark]
        recall = sum(alarms) / sum(true for _, true in chances)
        print(f"crisis from {mark}: recall {recall:.3f}, precision {sum(alarms) / len(alarms):.3f}")


def main() -> None:
    """Arguments: the folder of resources, the folder of the sources, "judge" to cross-validate instead."""
    resources, cache = Path(sys.argv[1]), Path(sys.argv[2])
    lessons = read_lessons(sorted((resources / "language" / "triage").glob("*.tsv")), Reader(resources))
    places = place_words(cache)
    if sys.argv[3:] == ["judge"]:
        judge(lessons, places)
        return
    columns = columns_of(lessons, places)
    data = packed(columns, learn(lessons, columns), lessons)
    (resources / "language" / "triage.bin").write_bytes(data)
    print(f"{len(lessons)} lessons, {len(columns.pieces)} pieces, {len(columns.signals)} signals, {len(data)} bytes")


if __name__ == "__main__":
    main()
