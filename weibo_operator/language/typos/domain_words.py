"""How often words and pairs of words occur in customer-service replies: the shipped ones and the shop's own."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import cast

from weibo_operator.language.typos.planes import read_planes, write_planes

OWN_WEIGHT = 4
"""A sentence of the shop's own counts as so many of the shipped ones."""

_FIRST = 32
"""Bits that the first word of a pair is shifted by in its key."""


class Pairs(Mapping[tuple[int, int], int]):
    """How often pairs of words occur: two rows of numbers, as a table of so many pairs takes a fifth of the memory."""

    def __init__(self, counts: Mapping[tuple[int, int], int]) -> None:
        """Take the counts of pairs of word ids, 0 at least."""
        rising = sorted(counts)
        self._keys = array("Q", [first << _FIRST | second for first, second in rising])
        self._counts = array("I", [counts[pair] for pair in rising])

    @classmethod
    def of_rows(cls, firsts: Sequence[int], seconds: Sequence[int], counts: "array[int]") -> "Pairs":
        """The same of three rows, the pairs rising."""
        pairs = cls({})
        pairs._keys = array("Q", [first << _FIRST | second for first, second in zip(firsts, seconds, strict=True)])
        pairs._counts = counts
        return pairs

    def plus(self, own: Mapping[tuple[int, int], int]) -> "Pairs":
        """These and other counts together: whole stretches are copied, as the other ones are few."""
        joined = Pairs({})
        start = 0
        for (first, second), often in sorted(own.items()):
            key = first << _FIRST | second
            at = bisect_left(self._keys, key, start)
            known = at < len(self._keys) and self._keys[at] == key
            joined._keys += self._keys[start:at]
            joined._keys.append(key)
            joined._counts += self._counts[start:at]
            joined._counts.append(often + (self._counts[at] if known else 0))
            start = at + known
        joined._keys += self._keys[start:]
        joined._counts += self._counts[start:]
        return joined

    def places(self, first: int) -> tuple[int, int]:
        """Where the pairs that begin with a word (not an unknown one) start and end."""
        start = bisect_left(self._keys, first << _FIRST)
        return start, bisect_left(self._keys, (first + 1) << _FIRST, start)

    def count(self, first: int, second: int, start: int, end: int) -> int:
        """How often a pair of known words occurs, its place being in ``start:end``; 0 for never."""
        key = first << _FIRST | second
        at = bisect_left(self._keys, key, start, end)
        return self._counts[at] if at < end and self._keys[at] == key else 0

    def __getitem__(self, pair: tuple[int, int]) -> int:
        first, second = pair
        found = self.count(first, second, 0, len(self._keys)) if first >= 0 and second >= 0 else 0
        if not found:
            raise KeyError(pair)
        return found

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((key >> _FIRST, key & ((1 << _FIRST) - 1)) for key in self._keys)

    def __len__(self) -> int:
        return len(self._keys)


Counts = tuple[Mapping[int, int], Pairs]


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
        words = Counter(shipped[0])
        for word, often in self.words.items():
            words[word] += OWN_WEIGHT * often
        return words, shipped[1].plus({pair: OWN_WEIGHT * often for pair, often in self.pairs.items()})


def read_domain(path: Path) -> Counts:
    """The shipped counts; raises ``OSError`` when the file is missing."""
    sections = cast("dict[str, array[int]]", read_planes(path))
    words = dict(zip(sections["words"], sections["word_counts"], strict=True))
    return words, Pairs.of_rows(sections["firsts"], sections["seconds"], sections["pair_counts"])


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
    write_planes(path, {name: ("numbers", values) for name, values in columns.items()})
