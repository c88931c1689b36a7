"""How likely words follow each other: a trigram model of web text with the domain's own word pairs mixed in.

All scores are logarithms to the base of ten. The model is a back-off model in the form of an ARPA file (Katz); it knows
no sentence beginnings and no punctuation, so a clause is scored by itself.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from math import log10
from operator import neg
from pathlib import Path
from typing import cast

from weibo_operator.language.typos.domain_words import Pairs
from weibo_operator.language.typos.planes import read_planes
from weibo_operator.language.typos.rare_words import RareWords

STEP = 32
"""Scores are kept in steps of 1/32."""
UNKNOWN = -7.0
"""A character that is no word of the model."""
LONGEST_WORD = 7
_MOSTLY = 4
"""Hardly a word is longer: the characters that begin one that is are kept."""
_LONG_WORD = re.compile(f".{{{_MOSTLY + 1},}}")
_SCORES = tuple(-value / STEP for value in range(256))
_DOMAIN_PAIR, _DOMAIN_WORD = 0.35, 0.15
"""The most that the domain's own pairs and words weigh (measured in the study: 0.25 and 0.15 for 200 replies)."""
_PAIR_DOUBT = 3.0
"""A word seen so often in the domain speaks with half of that weight."""
_MOST_REMEMBERED = 6_000
"""First words whose pairs are kept at hand."""
_SUSPECT = 1.5
COMPANY_HELPS = 1.2
"""A word is hardly ever this much likelier than its own frequency, whatever stands around it."""
_LIKELIEST = 1_500
"""Among so many words the likeliest of each length are found."""


class Following:
    """What may follow one word: the scores of the words asked about are remembered in ``seen``."""

    __slots__ = (
        "_backoff",
        "_doubted",
        "_end",
        "_model",
        "_often",
        "_own_end",
        "_own_start",
        "_start",
        "_weight",
        "_word",
        "seen",
    )

    def __init__(self, model: "WordModel", word: int) -> None:
        self._model = model
        self._word = word
        self.seen: dict[int, float] = {}
        self._start, self._end = model.pairs_of(word)
        self._backoff = model.backoff_of(word)
        self._often = model.domain_count(word)
        self._weight = _DOMAIN_PAIR * self._often / (self._often + _PAIR_DOUBT)
        self._doubted = log10(1 - self._weight)
        self._own_start, self._own_end = model.domain_pairs.places(word) if self._often else (0, 0)

    def place_of(self, word: int) -> int:
        """Where the pair with ``word`` has its place, −1 where the model has never seen it."""
        return self._model.find_pair(word, self._start, self._end) if word >= 0 else -1

    def score(self, word: int) -> float:
        """The score of ``word`` after this one."""
        found = self.seen.get(word)
        return self.look_up(word) if found is None else found

    def look_up(self, word: int) -> float:
        """The same for a word that is not in ``seen`` yet."""
        model = self._model
        if word < 0 or self._word < 0:
            score = model.single(word)
        else:
            score = model.score_after(word, self._start, self._end, self._backoff)
            if self._often:
                own = model.domain_pairs.count(self._word, word, self._own_start, self._own_end)
                if own:
                    score = log10((1 - self._weight) * 10**score + self._weight * own / self._often)
                else:
                    score += self._doubted
        self.seen[word] = score
        return score


class Context:
    """What may follow two words, the second of them first asked by itself."""

    __slots__ = ("_backoff", "_end", "_following", "_model", "_seen", "_start")

    def __init__(self, model: "WordModel", first: int, word: int) -> None:
        self._model = model
        self._following = model.following(word)
        self._seen = self._following.seen
        place = model.following(first).place_of(word) if first >= 0 else -1
        self._start, self._end = model.triples_of(place) if place >= 0 else (0, 0)
        self._backoff = model.backoff_of_pair(place) if place >= 0 else 0.0

    def score(self, word: int) -> float:
        """The score of ``word`` here."""
        score = self._seen.get(word)
        if score is None:
            score = self._following.look_up(word)
        if word < 0:
            return score
        if self._start < self._end:
            seen = self._model.find_triple(word, self._start, self._end)
            if seen is not None:
                return max(score, seen)
        return score + self._backoff


class WordModel:
    """The words with their scores; ``pair`` and ``Context`` answer the lattice. Made once, then read."""

    def __init__(self, folder: Path) -> None:
        """Read ``words.bin`` and ``ngrams.bin``; raises ``OSError`` when one is missing."""
        words = read_planes(folder / "words.bin")
        ngrams = read_planes(folder / "ngrams.bin")
        text = bytes(words["words"]).decode()
        self.words: list[str] = text.split("\n")
        # Not dict(zip(…)): that is one piece, for whose length the window would stand still.
        self.ids: dict[str, int] = {word: number for number, word in enumerate(self.words)}
        self.lexicon = bytes(words["lexicon"])
        """16 × log10 of how often other dictionaries count the word, by id."""
        self.suspect = bytes(words["suspect"])
        """1 for a word that only this model knows and that sounds like a far more frequent one (因该)."""
        self.rare = RareWords(bytes(words["rare"]))
        """Words of other dictionaries that are none of this model's."""
        self.syllables = tuple(bytes(words["syllables"]).decode().split(" "))
        """The loose syllables, numbered from 1 in ``reading_keys``."""
        self.reading_keys = cast("array[int]", words["sounds"])
        """Readings of words of up to four characters as rising numbers; ``reading_words`` holds the ids beside them."""
        self.reading_words = cast("array[int]", words["sounding"])
        self.count = len(self.words)
        self._unigram = list(map(_SCORES.__getitem__, bytes(words["unigram"])))
        self._longest: dict[str, int] = {}
        for word in _LONG_WORD.findall(text):
            self._longest[word[0]] = max(self._longest.get(word[0], _MOSTLY), len(word))
        self._backoff = list(map(_SCORES.__getitem__, bytes(words["backoff"])))
        self._pairs_start = _sums(ngrams["pairs_of"])
        """Where the pairs of each word start; the last entry is where those of the last one end."""
        self._seconds = cast("array[int]", ngrams["seconds"])
        """The second words of the pairs, rising within those of one first word; the place here is the pair's place."""
        self._pair = bytes(ngrams["pair"])
        self._pair_backoff = bytes(ngrams["pair_backoff"])
        self._continued = _sums(ngrams["continued"])[1:]
        """The places of the pairs that triples begin with, rising; most begin none."""
        self._triples_start = _sums(ngrams["triples_of"])
        """Where the triples of each of those start, and where the last one's end."""
        self._thirds = cast("array[int]", ngrams["thirds"])
        self._triple = bytes(ngrams["triple"])
        self._domain_words: Mapping[int, int] = {}
        self.domain_pairs = Pairs({})
        self.scores = self._plain_single()
        """The score of each word by itself, by id."""
        self._following: dict[int, Following] = {}
        self._least_costs: dict[int, float] = {}

    def take_domain(self, words: Mapping[int, int], pairs: Mapping[tuple[int, int], int]) -> None:
        """Mix in how often words and pairs of words occur in the domain's own text."""
        self._domain_words = words
        self.domain_pairs = pairs if isinstance(pairs, Pairs) else Pairs(pairs)
        total = max(1, sum(words.values()))
        self.scores = self._plain_single()
        for word, own in words.items():
            self.scores[word] = log10((1 - _DOMAIN_WORD) * 10 ** self.scores[word] + _DOMAIN_WORD * own / total)
        self._following = {}
        self._least_costs = {}

    def frequent(self, score: float, often: int) -> list[int]:
        """Words that are at least so likely by themselves, or occur at least so often in the domain, by their ids."""
        likely = bisect_right(self._unigram, -score, key=neg)  # the likelier words have the lower ids
        return [*range(likely), *sorted(w for w, own in self._domain_words.items() if own >= often and w >= likely)]

    def least_cost(self, length: int) -> float:
        """What a word of so many characters costs at least, in the company that suits it best."""
        found = self._least_costs.get(length)
        if found is None:
            likely = (
                self.scores[word] for word in range(min(_LIKELIEST, self.count)) if len(self.words[word]) == length
            )
            found = self._least_costs[length] = max(0.0, -max(likely, default=0.0) - COMPANY_HELPS)
        return found

    def domain_count(self, word: int) -> int:
        """How often the word occurs in the domain's own text."""
        return self._domain_words.get(word, 0)

    def domain_pair_count(self, one: int, other: int) -> int:
        """How often the pair occurs in the domain's own text."""
        pairs = self.domain_pairs
        return pairs.count(one, other, 0, len(pairs)) if one >= 0 and other >= 0 else 0

    def single(self, word: int) -> float:
        """The score of a word by itself; −1 is an unknown character."""
        return self.scores[word] if word >= 0 else UNKNOWN

    def plain_score(self, word: int) -> float:
        """The score of a word by itself in web text alone, whatever the domain."""
        return self._unigram[word]

    def pair(self, before: int, word: int) -> float:
        """The score of a word after another."""
        known = self._following.get(before)
        if known is not None:
            found = known.seen.get(word)
            return known.look_up(word) if found is None else found
        if before < 0 or word < 0:
            return self.single(word)
        score = self.score_after(word, *self.pairs_of(before), self._backoff[before])
        often = self._domain_words.get(before, 0)
        if often:
            weight = _DOMAIN_PAIR * often / (often + _PAIR_DOUBT)
            own = self.domain_pair_count(before, word)
            score = log10((1 - weight) * 10**score + weight * own / often) if own else score + log10(1 - weight)
        return score

    def score_after(self, word: int, start: int, end: int, backoff: float) -> float:
        """The plain model's score of a word after the one whose pairs are ``start:end``."""
        at = bisect_left(self._seconds, word, start, end)
        if at < end and self._seconds[at] == word:
            score = _SCORES[self._pair[at]]
            return score - _SUSPECT if self.suspect[word] else score
        return self.scores[word] + backoff

    def backoff_of(self, word: int) -> float:
        """What a word costs after this one where the model has never seen the two together."""
        return self._backoff[word] if word >= 0 else 0.0

    def following(self, word: int) -> Following:
        """What may follow a word (−1: an unknown one)."""
        found = self._following.get(word)
        if found is None:
            if len(self._following) >= _MOST_REMEMBERED:
                self._following = {}
            found = self._following[word] = Following(self, word)
        return found

    def longest_from(self, char: str) -> int:
        """How long the longest word is that begins with the character (at most ``LONGEST_WORD``)."""
        return min(self._longest.get(char, _MOSTLY), LONGEST_WORD)

    def backoff_of_pair(self, place: int) -> float:
        """What a word costs after this pair where the model has never seen the three together."""
        return _SCORES[self._pair_backoff[place]]

    def pairs_of(self, word: int) -> tuple[int, int]:
        """Where the pairs that begin with the word start and end."""
        return (self._pairs_start[word], self._pairs_start[word + 1]) if word >= 0 else (0, 0)

    def triples_of(self, place: int) -> tuple[int, int]:
        """Where the triples that begin with the pair start and end."""
        at = bisect_left(self._continued, place)
        if at < len(self._continued) and self._continued[at] == place:
            return self._triples_start[at], self._triples_start[at + 1]
        return 0, 0

    def find_pair(self, word: int, start: int, end: int) -> int:
        """The place of the pair that ends with ``word`` among ``start:end``, −1 where the model has never seen it."""
        at = bisect_left(self._seconds, word, start, end)
        return at if at < end and self._seconds[at] == word else -1

    def find_pair_of(self, first: int, word: int) -> int:
        """The same by its words."""
        return self.find_pair(word, *self.pairs_of(first)) if first >= 0 and word >= 0 else -1

    def find_triple(self, word: int, start: int, end: int) -> float | None:
        """The score of the triple that ends with ``word`` among ``start:end``, None where it was never seen."""
        at = bisect_left(self._thirds, word, start, end)
        return _SCORES[self._triple[at]] if at < end and self._thirds[at] == word else None

    def _plain_single(self) -> list[float]:
        scores = list(self._unigram)
        doubtful = self.suspect.find(1)
        while doubtful >= 0:
            scores[doubtful] -= _SUSPECT
            doubtful = self.suspect.find(1, doubtful + 1)
        return scores


def _sums(counts: Iterable[int]) -> "array[int]":
    """Where each of so many starts, and where the last one's end."""
    return array("I", accumulate(counts, initial=0))
