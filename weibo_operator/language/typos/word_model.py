"""How likely words follow each other: a trigram model of web text with the domain's own word pairs mixed in.

All scores are logarithms to the base of ten. The model is a back-off model in the form of an ARPA file (Katz); it knows
no sentence beginnings and no punctuation, so a clause is scored by itself.
"""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from math import log10
from pathlib import Path
from typing import cast

from weibo_operator.language.typos.planes import read_planes

STEP = 32
"""Scores are kept in steps of 1/32."""
UNKNOWN = -7.0
"""A character that is no word of the model."""
LONGEST_WORD = 7
_SCORES = tuple(-value / STEP for value in range(256))
_DOMAIN_PAIR, _DOMAIN_WORD = 0.35, 0.15
"""The most that the domain's own pairs and words weigh (measured in the study: 0.25 and 0.15 for 200 replies)."""
_PAIR_DOUBT = 3.0
"""A word seen so often in the domain speaks with half of that weight."""
_MOST_REMEMBERED = 200_000
_SUSPECT = 1.5


class WordModel:
    """The words with their scores; ``pair`` and ``triple`` are the questions of the lattice. Made once, then read."""

    def __init__(self, folder: Path) -> None:
        """Read ``words.bin`` and ``ngrams.bin``; raises ``OSError`` when one is missing."""
        words = read_planes(folder / "words.bin")
        ngrams = read_planes(folder / "ngrams.bin")
        self.words: list[str] = bytes(words["words"]).decode().split("\n")
        self.ids: dict[str, int] = {word: number for number, word in enumerate(self.words)}
        self.lexicon = bytes(words["lexicon"])
        """16 × log10 of how often other dictionaries count the word, by id."""
        self.suspect = bytes(words["suspect"])
        """1 for a word that only this model knows and that sounds like a far more frequent one (因该)."""
        self.syllables = tuple(bytes(words["syllables"]).decode().split(" "))
        """The loose syllables, numbered from 1 in ``reading_keys``."""
        self.reading_keys = array("Q", bytes(words["sounds"]))
        """Readings of words of up to four characters as rising numbers; ``reading_words`` holds the ids beside them."""
        self.reading_words = array("I", bytes(words["sounding"]))
        self._count = len(self.words)
        self._unigram = [_SCORES[value] for value in bytes(words["unigram"])]
        self._backoff = [_SCORES[value] for value in bytes(words["backoff"])]
        self._pairs = cast("array[int]", ngrams["pairs"])
        self._pair = bytes(ngrams["pair"])
        self._pair_backoff = bytes(ngrams["pair_backoff"])
        self._triples = cast("array[int]", ngrams["triples"])
        self._triple = bytes(ngrams["triple"])
        self._domain_words: Mapping[int, int] = {}
        self._domain_pairs: Mapping[tuple[int, int], int] = {}
        self._single = self._plain_single()
        self._seen: dict[tuple[int, int], tuple[float, int]] = {}

    def take_domain(self, words: Mapping[int, int], pairs: Mapping[tuple[int, int], int]) -> None:
        """Mix in how often words and pairs of words occur in the domain's own text."""
        self._domain_words, self._domain_pairs = words, pairs
        total = max(1, sum(words.values()))
        self._single = self._plain_single()
        for word, own in words.items():
            self._single[word] = log10((1 - _DOMAIN_WORD) * 10 ** self._single[word] + _DOMAIN_WORD * own / total)
        self._seen = {}

    def domain_count(self, word: int) -> int:
        """How often the word occurs in the domain's own text."""
        return self._domain_words.get(word, 0)

    def domain_pair_count(self, one: int, other: int) -> int:
        """How often the pair occurs in the domain's own text."""
        return self._domain_pairs.get((one, other), 0)

    def single(self, word: int) -> float:
        """The score of a word by itself; −1 is an unknown character."""
        return self._single[word] if word >= 0 else UNKNOWN

    def pair(self, before: int, word: int) -> float:
        """The score of a word after another."""
        return (self._seen.get((before, word)) or self._pair_and_place(before, word))[0]

    def triple(self, first: int, before: int, word: int) -> float:
        """The score of a word after two others (``first`` −1: after one)."""
        seen = self._seen
        score, _ = seen.get((before, word)) or self._pair_and_place(before, word)
        if first < 0 or before < 0 or word < 0:
            return score
        _, place = seen.get((first, before)) or self._pair_and_place(first, before)
        if place < 0:
            return score
        key = place * self._count + word
        at = bisect_left(self._triples, key)
        if at < len(self._triples) and self._triples[at] == key:
            return max(score, _SCORES[self._triple[at]])
        return score + _SCORES[self._pair_backoff[place]]

    def _plain_single(self) -> list[float]:
        return [
            score - _SUSPECT if doubtful else score for score, doubtful in zip(self._unigram, self.suspect, strict=True)
        ]

    def _pair_and_place(self, before: int, word: int) -> tuple[float, int]:
        if len(self._seen) >= _MOST_REMEMBERED:
            self._seen = {}
        found = self._seen[before, word] = self._look_up(before, word)
        return found

    def _look_up(self, before: int, word: int) -> tuple[float, int]:
        if before < 0 or word < 0:
            return self.single(word), -1
        place = -1
        if before < self._count and word < self._count:
            key = before * self._count + word
            at = bisect_left(self._pairs, key)
            if at < len(self._pairs) and self._pairs[at] == key:
                place = at
        if place >= 0:
            score = _SCORES[self._pair[place]] - _SUSPECT * self.suspect[word]
        else:
            score = self.single(word) + self._backoff[before]
        often = self._domain_words.get(before, 0)
        if often:
            weight = _DOMAIN_PAIR * often / (often + _PAIR_DOUBT)
            own = self._domain_pairs.get((before, word), 0) / often
            score = log10((1 - weight) * 10**score + weight * own)
        return score, place
