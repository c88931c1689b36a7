"""Makes domain.bin and acceptance.json: the words of right replies, and the trees that tell a slip from a word meant.

Run by build_language.py with the tools of ``language_sources.TREE_TOOLS``. Every fifth reply is kept apart for judging
and takes no part here; the shipped templates all take part, as they are what a new desk sends first. The trees see each
reply twice with the domain's statistics of others only: once of four fifths of all lines, its own trade among them, and
once of the other trades alone (five folds each). So they learn both to trust the words of a trade they know and not to
mistake the words of one that nobody has told them of for slips. A simulated slip counts the more, the more it is like
those that people make.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from math import exp
from pathlib import Path
from random import Random
from typing import Any

import language_sources as sources
from language_noise import Noise

from weibo_operator.language.sounds import Sounds
from weibo_operator.language.spans import han_runs, masked, protected
from weibo_operator.language.typos.confusable import Confusable
from weibo_operator.language.typos.domain_words import DomainWords, write_domain
from weibo_operator.language.typos.evidence import FEATURES, TAUGHT_OF_PAIR, Evidence, Possible, Typed, elsewhere
from weibo_operator.language.typos.homophones import Homophones
from weibo_operator.language.typos.lattice import Lattice
from weibo_operator.language.typos.word_model import WordModel

FOLDS = 5
JUDGED = 5
"""One reply in so many is kept apart for judging."""
_SPOILT_SHARES, _SPOILT_SHARE_ELSEWHERE = (0.6, 0.6, 0.0), 0.5
_REVIEWS, _SHORTEST, _LONGEST = 6_000, 8, 60
_SEED = 20_261_122
_PARAMETERS = {
    "objective": "binary",
    "num_leaves": 31,
    "learning_rate": 0.07,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.8,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 127,
    "lambda_l2": 2.0,
    "seed": 2,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
_TREES = 200
"""More of them know the simulated slips better and those of other hands worse."""
_RIGHT_RARER, _TYPED_COMMONER = 0.9, 0.4
_USUAL_RIGHT, _USUAL_TYPED = -4.1, -4.5
_LEAST_WEIGHT, _MOST_WEIGHT = 0.05, 4.0
"""People miss rarer characters than the dice do, and take commoner ones for them: the slips of the first two judged
sets and those written for the tests agree in it."""
_SINGLE_WEIGHT, _RIGHT_CLAUSE_WEIGHT = 0.3, 2.0
"""Single characters are seldom what people mistype, and most clauses are right."""


@dataclass(slots=True)
class Samples:
    """Rows of features, whether each repairs the clause, and how much it counts."""

    rows: list[tuple[float, ...]] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)


class Trainer:
    """The parts of the typo model, without its trees."""

    def __init__(self, resources: Path) -> None:
        folder, dictionaries = resources / "language", resources / "dictionaries"
        self.model = WordModel(folder)
        self.sounds = Sounds(dictionaries / "sounds.tsv")
        self.homophones = Homophones(dictionaries, self.model, self.sounds)
        self.confusable = Confusable(folder / "confusable.tsv")
        self.evidence = Evidence(self.model, self.homophones, self.confusable, TAUGHT_OF_PAIR)
        self._cut: dict[str, list[list[int]]] = {}

    def know(self, texts: Iterable[str]) -> DomainWords:
        """Take the words of the texts, cut without any domain, for the domain's."""
        self.model.take_domain({}, {})
        counts = DomainWords()
        for text in texts:
            for words in self._cut_once(text):
                counts.add(words)
        self.model.take_domain(counts.words, counts.pairs)
        self.evidence.forget()
        return counts

    def _cut_once(self, text: str) -> list[list[int]]:
        """The words of each clause, to be asked for while the model knows no domain."""
        found = self._cut.get(text)
        if found is None:
            found = [[edge.word for edge in Lattice(self.model, clause).path] for clause in clauses(text)]
            self._cut[text] = found
        return found

    def noise(self, seed: int) -> Noise:
        """A source of errors."""
        return Noise(self.model, self.homophones, self.confusable, self.sounds, seed)

    def sample(self, text: str, noise: Noise, share: float, samples: Samples) -> None:
        """Add what the evidence finds in the text, ``share`` of its clauses spoilt."""
        readable = masked(text, protected(text))
        for clause in clauses(text):
            if len(clause) < 2:
                continue
            typed = clause
            if noise.happens(share):
                words = [(edge.start, edge.end) for edge in Lattice(self.model, clause).path]
                typed = noise.spoil(clause, words) or clause
            reply = readable.replace(clause, typed, 1)
            for found in self.evidence.of(Lattice(self.model, typed)):
                repaired = typed[: found.start] + found.right + typed[found.end :]
                around = elsewhere(typed[found.start : found.end], found.right, reply)
                samples.rows.append((*found.features, *around))
                right = typed != clause and repaired == clause
                samples.right.append(int(right))
                samples.weights.append(_weight(found) if right else _RIGHT_CLAUSE_WEIGHT if typed == clause else 1.0)


def _weight(found: Possible) -> float:
    """How much a simulated slip counts: as often as people make one like it, against how often the dice do."""
    if found.typed is Typed.SINGLE:
        return _SINGLE_WEIGHT
    if found.typed is not Typed.NO_WORD:
        return 1.0
    told = dict(zip(FEATURES, found.features, strict=False))
    rarer, commoner = _USUAL_RIGHT - told["right_char"], told["typed_char"] - _USUAL_TYPED
    return min(_MOST_WEIGHT, max(_LEAST_WEIGHT, exp(_RIGHT_RARER * rarer + _TYPED_COMMONER * commoner)))


def clauses(text: str) -> Iterator[str]:
    """The runs of Chinese characters that the checker would read."""
    readable = masked(text, protected(text))
    return (readable[start:end] for start, end in han_runs(readable))


def replies(folder: Path) -> list[list[str]]:
    """The shipped replies trade by trade, without those kept apart for judging."""
    trades: list[list[str]] = []
    for path in sorted(folder.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
        trades.append([line for at, line in enumerate(lines) if at % JUDGED != JUDGED - 1])
    return trades


def starter_templates(file: Path) -> list[str]:
    """Every wording of the shipped templates, with its {variables}, which are never read."""
    starter = tomllib.loads(file.read_text(encoding="utf-8"))
    return [*starter["acknowledgements"], *(text for each in starter["templates"] for text in each["wordings"])]


def train(resources: Path, source_folder: Path) -> None:
    """Write both files into resources/language."""
    trainer = Trainer(resources)
    trades = replies(resources / "language" / "replies")
    trades.append(starter_templates(resources / "templates" / "starter.toml"))
    samples = Samples()
    lines = list(chain.from_iterable(trades))
    by_line = [lines[fold::FOLDS] for fold in range(FOLDS)]
    by_trade = [list(chain.from_iterable(trades[fold::FOLDS])) for fold in range(FOLDS)]
    for number, (groups, fold) in enumerate(product((by_line, by_trade), range(FOLDS))):
        trainer.know(text for at, texts in enumerate(groups) if at != fold for text in texts)
        noise = trainer.noise(_SEED + number)
        for text in groups[fold]:
            for share in _SPOILT_SHARES:
                trainer.sample(text, noise, share, samples)
        print(f"replies, part {number + 1} of {2 * FOLDS}: {len(samples.rows)} samples", flush=True)
    write_domain(resources / "language" / "domain.bin", trainer.know(lines))
    noise = trainer.noise(_SEED - 1)
    for sentence in _sentences(sources.reviews(source_folder)):
        trainer.sample(sentence, noise, _SPOILT_SHARE_ELSEWHERE, samples)
    print(f"with reviews and news: {len(samples.rows)} samples, {sum(samples.right)} slips", flush=True)
    trees = _grow(samples)
    text = json.dumps({"features": FEATURES, "trees": trees}, ensure_ascii=False, separators=(",", ":"))
    (resources / "language" / "acceptance.json").write_text(text + "\n", encoding="utf-8")


def _sentences(lines: Sequence[str]) -> list[str]:
    cut = [part for line in lines for part in re.split(r"(?<=[。！？!?])", line.strip())]
    fitting = [part for part in cut if _SHORTEST <= len(part) <= _LONGEST]
    Random(_SEED).shuffle(fitting)
    return fitting[:_REVIEWS]


def _grow(samples: Samples) -> list[dict[str, list[Any]]]:
    numpy, lightgbm = importlib.import_module("numpy"), importlib.import_module("lightgbm")
    rows = numpy.array(samples.rows, dtype=numpy.float64)
    right = numpy.array(samples.right)
    booster = lightgbm.train(_PARAMETERS, lightgbm.Dataset(rows, right, weight=samples.weights), _TREES)
    return [_plain(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def _plain(root: dict[str, Any]) -> dict[str, list[Any]]:
    """A tree as columns; a negative node is a leaf, counted from −1."""
    tree: dict[str, list[Any]] = {name: [] for name in ("feature", "threshold", "left", "right", "value")}

    def add(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            tree["value"].append(round(node["leaf_value"], 6))
            return -len(tree["value"])
        at = len(tree["feature"])
        tree["feature"].append(node["split_feature"])
        tree["threshold"].append(float(f"{node['threshold']:.7g}"))
        tree["left"].append(0)
        tree["right"].append(0)
        tree["left"][at] = add(node["left_child"])
        tree["right"][at] = add(node["right_child"])
        return at

    add(root)
    return tree


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]))
