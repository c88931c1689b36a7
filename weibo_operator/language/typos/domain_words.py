"""How often words and pairs of words occur in customer-service replies: the shipped ones and the shop's own."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from weibo_operator.language.typos.planes import read_planes, write_planes

OWN_WEIGHT = 4
"""A sentence of the shop's own counts as so many of the shipped ones."""

Counts = tuple[Mapping[int, int], Mapping[tuple[int, int], int]]


class DomainWords:
    """Counts words and pairs, sentence by sentence."""

    def __init__(self) -> None:
        self.words: Counter[int] = Counter()
        self.pairs: Counter[tuple[int, int]] = Counter()

    def add(self, sentence: Sequence[int]) -> None:
        """Count the words (ids of the word model, −1 unknown) of one clause."""
        self.words.update(word for word in sentence if word >= 0)
        self.pairs.update((one, other) for one, other in pairwise(sentence) if one >= 0 and other >= 0)

    def joined(self, shipped: Counts) -> Counts:
        """The shop's own and the shipped counts together."""
        words, pairs = Counter(shipped[0]), Counter(shipped[1])
        for word, often in self.words.items():
            words[word] += OWN_WEIGHT * often
        for pair, often in self.pairs.items():
            pairs[pair] += OWN_WEIGHT * often
        return words, pairs


def read_domain(path: Path) -> Counts:
    """The shipped counts; raises ``OSError`` when the file is missing."""
    sections = {name: array("I", bytes(part)) for name, part in read_planes(path).items()}
    words = dict(zip(sections["words"], sections["word_counts"], strict=True))
    pairs = zip(sections["firsts"], sections["seconds"], strict=True)
    return words, dict(zip(pairs, sections["pair_counts"], strict=True))


def write_domain(path: Path, counts: DomainWords) -> None:
    """Write the counts that ship; the same counts give the same bytes."""
    words, pairs = sorted(counts.words.items()), sorted(counts.pairs.items())
    columns = {
        "words": [word for word, _ in words],
        "word_counts": [often for _, often in words],
        "firsts": [pair[0] for pair, _ in pairs],
        "seconds": [pair[1] for pair, _ in pairs],
        "pair_counts": [often for _, often in pairs],
    }
    write_planes(path, {name: ("bytes", array("I", values).tobytes()) for name, values in columns.items()})
