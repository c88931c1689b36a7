"""How likely words follow each other: a trigram model of web text with the domain's own word pairs mixed in.

All scores are logarithms to the base of ten. The model is a back-off model in the form of an ARPA file (Katz); it knows
no sentence beginnings and no punctuation, so a clause is scored by itself.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from math import log10
from operator import neg
from pathlib import Path
from typing import cast

from weibo_operator.language.typos.planes import read_planes

STEP = 32
"""Scores are kept in steps of 1/32."""
UNKNOWN = -7.0
"""A character that is no word of the model."""
LONGEST_WORD = 7
_MOSTLY = 4
"""Hardly a word is longer: the characters that begin one that is are kept."""
_SCORES = tuple(-value / STEP for value in range(256))
_DOMAIN_PAIR, _DOMAIN_WORD = 0.35, 0.15
"""The most that the domain's own pairs and words weigh (measured in the study: 0.25 and 0.15 for 200 replies)."""
_PAIR_DOUBT = 3.0
"""A word seen so often in the domain speaks with half of that weight."""
_MOST_REMEMBERED = 6_000
"""First words whose pairs are kept at hand."""
_SUSPECT = 1.5


class Following:
    """What may follow one word: the scores of the words asked about are remembered."""

    __slots__ = ("_end", "_model", "_seen", "_start", "_word")

    def __init__(self, model: "WordModel", word: int) -> None:
        self._model = model
        self._word = word
        self._seen: dict[int, float] = {}
        self._start, self._end = model.pairs_of(word)

    def score(self, word: int) -> float:
        """The score of ``word`` after this one."""
        found = self._seen.get(word)
        if found is None:
            found = self._seen[word] = self._look_up(word)
        return found

    def _look_up(self, word: int) -> float:
        if word < 0 or self._word < 0:
            return self._model.single(word)
        return self._model.score_of_pair(self._word, word, self._start, self._end)


class Context:
    """What may follow two words, the second of them first asked by itself."""

    __slots__ = ("_backoff", "_base", "_end", "_following", "_model", "_start")

    def __init__(self, model: "WordModel", first: int, word: int) -> None:
        self._model = model
        self._following = model.following(word)
        place = model.find_pair_of(first, word)
        self._base = place * model.count if place >= 0 else -1
        self._start, self._end = model.triples_of(place) if place >= 0 else (0, 0)
        self._backoff = model.backoff_of_pair(place) if place >= 0 else 0.0

    def score(self, word: int) -> float:
        """The score of ``word`` here."""
        score = self._following.score(word)
        if self._base < 0 or word < 0:
            return score
        if self._start < self._end:
            seen = self._model.find_triple(self._base + word, self._start, self._end)
            if seen is not None:
                return max(score, seen)
        return score + self._backoff


class WordModel:
    """The words with their scores; ``pair`` and ``Context`` answer the lattice. Made once, then read."""

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
        self.count = len(self.words)
        self._unigram = [_SCORES[value] for value in bytes(words["unigram"])]
        self._longest: dict[str, int] = {}
        for word in self.words:
            if len(word) > _MOSTLY:
                self._longest[word[0]] = max(self._longest.get(word[0], _MOSTLY), len(word))
        self._backoff = [_SCORES[value] for value in bytes(words["backoff"])]
        self._pairs = cast("array[int]", ngrams["pairs"])
        self._pair = bytes(ngrams["pair"])
        self._pair_backoff = bytes(ngrams["pair_backoff"])
        self._triples = cast("array[int]", ngrams["triples"])
        self._triple = bytes(ngrams["triple"])
        self._domain_words: Mapping[int, int] = {}
        self._domain_pairs: Mapping[tuple[int, int], int] = {}
        self.scores = self._plain_single()
        """The score of each word by itself, by id."""
        self._following: dict[int, Following] = {}

    def take_domain(self, words: Mapping[int, int], pairs: Mapping[tuple[int, int], int]) -> None:
        """Mix in how often words and pairs of words occur in the domain's own text."""
        self._domain_words, self._domain_pairs = words, pairs
        total = max(1, sum(words.values()))
        self.scores = self._plain_single()
        for word, own in words.items():
            self.scores[word] = log10((1 - _DOMAIN_WORD) * 10 ** self.scores[word] + _DOMAIN_WORD * own / total)
        self._following = {}

    def frequent(self, score: float, often: int) -> list[int]:
        """Words that are at least so likely by themselves, or occur at least so often in the domain, by their ids."""
        likely = bisect_right(self._unigram, -score, key=neg)  # the likelier words have the lower ids
        return [*range(likely), *sorted(w for w, own in self._domain_words.items() if own >= often and w >= likely)]

    def domain_count(self, word: int) -> int:
        """How often the word occurs in the domain's own text."""
        return self._domain_words.get(word, 0)

    def domain_pair_count(self, one: int, other: int) -> int:
        """How often the pair occurs in the domain's own text."""
        return self._domain_pairs.get((one, other), 0)

    def single(self, word: int) -> float:
        """The score of a word by itself; −1 is an unknown character."""
        return self.scores[word] if word >= 0 else UNKNOWN

    def pair(self, before: int, word: int) -> float:
        """The score of a word after another."""
        known = self._following.get(before)
        if known is not None:
            return known.score(word)
        if before < 0 or word < 0:
            return self.single(word)
        return self.score_of_pair(before, word, 0, len(self._pairs))

    def score_of_pair(self, before: int, word: int, start: int, end: int) -> float:
        """The same for two known words whose pair, if there is one, has its place in ``start:end``."""
        place = self.find_pair(before * self.count + word, start, end)
        if place < 0:
            score = self.scores[word] + self._backoff[before]
        else:
            score = _SCORES[self._pair[place]] - _SUSPECT * self.suspect[word]
        often = self._domain_words.get(before, 0)
        if often:
            weight = _DOMAIN_PAIR * often / (often + _PAIR_DOUBT)
            own = self._domain_pairs.get((before, word), 0) / often
            score = log10((1 - weight) * 10**score + weight * own)
        return score

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
        if word < 0:
            return 0, 0
        start = bisect_left(self._pairs, word * self.count)
        return start, bisect_left(self._pairs, (word + 1) * self.count, start)

    def triples_of(self, place: int) -> tuple[int, int]:
        """Where the triples that begin with the pair start and end."""
        start = bisect_left(self._triples, place * self.count)
        return start, bisect_left(self._triples, (place + 1) * self.count, start)

    def find_pair(self, key: int, start: int, end: int) -> int:
        """The place of a pair, −1 where the model has never seen it."""
        at = bisect_left(self._pairs, key, start, end)
        return at if at < end and self._pairs[at] == key else -1

    def find_pair_of(self, first: int, word: int) -> int:
        """The same by its words."""
        return self.find_pair(first * self.count + word, 0, len(self._pairs)) if first >= 0 and word >= 0 else -1

    def find_triple(self, key: int, start: int, end: int) -> float | None:
        """The score of a triple, None where the model has never seen it."""
        at = bisect_left(self._triples, key, start, end)
        return _SCORES[self._triple[at]] if at < end and self._triples[at] == key else None

    def _plain_single(self) -> list[float]:
        return [
            score - _SUSPECT if doubtful else score for score, doubtful in zip(self._unigram, self.suspect, strict=True)
        ]
