"""Makes words.bin and ngrams.bin: the vocabulary with scores, counts and readings, and the pairs and triples of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, pairwise, product
from math import log10
from pathlib import Path

import language_sources as sources

from weibo_operator.language.sounds import Sounds, loose_syllable
from weibo_operator.language.typos.planes import write_planes
from weibo_operator.language.typos.rare_words import marked
from weibo_operator.language.typos.word_model import STEP

_NOT_WORDS = frozenset(("<unk>", "<s>", "</s>"))
_LONGEST_READ = 4
_BASE = 512
_MOST_READINGS = 6
"""Ways to read a word that no dictionary gives a reading of: any of its characters' readings may be the right one."""
_SEEN_BY_BOTH = 2_000
"""A word that only the dictionaries know is taken in from so many occurrences on."""
_AT_MOST, _DOUBT = -4.5, 0.3
_TRADE = -5.5
"""The score of a word of our own lists that nothing else counts."""
_TEN_TIMES = 1.0


@dataclass(slots=True)
class Arpa:
    """A back-off model as its file has it: scores and back-off weights of one, two and three words."""

    words: list[str] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    backoffs: list[float] = field(default_factory=list)
    pairs: list[tuple[int, int, float, float]] = field(default_factory=list)
    triples: list[tuple[int, int, int, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lexicons:
    """How often other dictionaries count words, and which they hold."""

    jieba: Mapping[str, int]
    jionlp: Mapping[str, int]
    listed: frozenset[str]

    def count(self, word: str) -> int:
        """Occurrences, jieba's smaller corpus raised to jionlp's size."""
        return max(self.jionlp.get(word, 0), 30 * self.jieba.get(word, 0))


def build(folder: Path, dictionaries: Path, target: Path) -> None:
    """Write both files from the sources in ``folder``."""
    arpa = read_arpa(sources.model_lines(folder))
    trades = trade_words(target / "trade_words")
    listed = sources.jionlp_words(folder) | trades
    lexicons = Lexicons(sources.jieba_counts(folder), sources.jionlp_counts(folder), listed)
    _add_words(arpa, lexicons, trades)
    order = sorted(
        (at for at, word in enumerate(arpa.words) if word not in _NOT_WORDS),
        key=lambda at: (-round(arpa.scores[at], 4), arpa.words[at]),
    )
    _write_words(arpa, order, lexicons, sources.reading_lines(folder), dictionaries, target / "words.bin")
    _write_ngrams(arpa, order, target / "ngrams.bin")


def read_arpa(lines: Iterable[str]) -> Arpa:
    """Read a back-off model of up to three words."""
    arpa, ids = Arpa(), dict[str, int]()
    section = 0
    for line in lines:
        if line.startswith("\\"):
            section = {"\\1-grams:": 1, "\\2-grams:": 2, "\\3-grams:": 3}.get(line, 0)
        elif line and section:
            cells = line.split("\t")
            score, words = float(cells[0]), cells[1].split(" ")
            backoff = float(cells[2]) if len(cells) > 2 else 0.0
            if section == 1:
                ids[words[0]] = len(arpa.words)
                arpa.words.append(words[0])
                arpa.scores.append(score)
                arpa.backoffs.append(backoff)
            elif section == 2:
                arpa.pairs.append((ids[words[0]], ids[words[1]], score, backoff))
            else:
                arpa.triples.append((ids[words[0]], ids[words[1]], ids[words[2]], score))
    return arpa


def trade_words(folder: Path) -> frozenset[str]:
    """The words of our own lists: files of one word a line, # for comments."""
    lines = (line for path in sorted(folder.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line and line[0] != "#")


def _add_words(arpa: Arpa, lexicons: Lexicons, trades: Collection[str]) -> None:
    """Words that the model lacks: those of both dictionaries at the score their count suggests, and those of trades."""
    known = set(arpa.words)
    points = [
        (log10(lexicons.jionlp[word]), score)
        for word, score in zip(arpa.words, arpa.scores, strict=True)
        if len(word) > 1 and word in lexicons.jionlp
    ]
    slope, height = _line_through(points)
    for word in sorted(lexicons.jieba):
        count = lexicons.jionlp.get(word, 0)
        if word not in known and is_han(word) and 2 <= len(word) <= _LONGEST_READ and count >= _SEEN_BY_BOTH:
            arpa.words.append(word)
            arpa.scores.append(min(_AT_MOST, height + slope * log10(count) - _DOUBT))
            arpa.backoffs.append(0.0)
            known.add(word)
    for word in sorted(trades):
        if word not in known and is_han(word) and len(word) > 1:
            count = lexicons.jionlp.get(word, 0)
            arpa.words.append(word)
            arpa.scores.append(min(_AT_MOST, max(_TRADE, height + slope * log10(count) if count else _TRADE)))
            arpa.backoffs.append(0.0)


def _line_through(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Slope and height of the least-squares line."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    return slope, mean_y - slope * mean_x


def is_han(word: str) -> bool:
    """True for a word of Chinese characters only."""
    return all("\u3400" <= char <= "\u9fff" for char in word)


def _write_words(
    arpa: Arpa,
    order: Sequence[int],
    lexicons: Lexicons,
    reading_lines: Iterable[str],
    dictionaries: Path,
    path: Path,
) -> None:
    words = [arpa.words[at] for at in order]
    scores = [arpa.scores[at] for at in order]
    listed = _listed_readings(reading_lines)
    syllables, keys = _readings(words, listed, Sounds(dictionaries / "sounds.tsv"))
    write_planes(
        path,
        {
            "words": ("bytes", "\n".join(words).encode()),
            "unigram": ("bytes", _steps(scores)),
            "backoff": ("bytes", _steps(arpa.backoffs[at] for at in order)),
            "lexicon": ("bytes", bytes(min(255, round(16 * log10(1 + lexicons.count(word)))) for word in words)),
            "suspect": ("bytes", _suspects(words, scores, keys, lexicons)),
            "syllables": ("bytes", " ".join(syllables).encode()),
            "sounds": ("long_numbers", [key for key, _ in keys]),
            "sounding": ("numbers", [word for _, word in keys]),
            "rare": ("bytes", marked(_rare(words, lexicons, listed))),
        },
        packed=False,
    )


def _rare(words: Sequence[str], lexicons: Lexicons, read: Collection[str]) -> set[str]:
    """What other dictionaries hold and the model does not."""
    everything = {*lexicons.jieba, *lexicons.jionlp, *lexicons.listed, *read}
    return {word for word in everything if 2 <= len(word) <= _LONGEST_READ and is_han(word)}.difference(words)


def _listed_readings(reading_lines: Iterable[str]) -> dict[str, list[list[str]]]:
    """The readings of each word, syllable by syllable."""
    listed: dict[str, list[list[str]]] = {}
    for line in reading_lines:
        word, _, reading = line.partition(" ")
        listed.setdefault(word, []).append(reading.replace("v", "ü").split("'"))
    return listed


def _readings(
    words: Sequence[str], listed: Mapping[str, Iterable[Sequence[str]]], sounds: Sounds
) -> tuple[Sequence[str], list[tuple[int, int]]]:
    """The loose syllables in their numbering (from 1), and (key of a reading, word) in order."""
    numbers: dict[str, int] = {}
    keys: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if len(word) > _LONGEST_READ or not is_han(word):
            continue
        for reading in sorted(_readings_of(word, listed.get(word, ()), sounds)):
            key = 0
            for syllable in reading:
                key = key * _BASE + numbers.setdefault(syllable, len(numbers) + 1)
            keys.append((key, at))
    return list(numbers), sorted(keys)


def _readings_of(word: str, listed: Iterable[Sequence[str]], sounds: Sounds) -> set[tuple[str, ...]]:
    options = [sounds.loose(char) for char in word]
    found: set[tuple[str, ...]] = set()
    for reading in listed:
        loose = tuple(loose_syllable(part.replace("lue", "lüe").replace("nue", "nüe")) for part in reading)
        if len(loose) == len(word) and all(part in own for part, own in zip(loose, options, strict=True)):
            found.add(loose)
    if found or not all(options):
        return found
    return set(islice(product(*options), _MOST_READINGS))


def _suspects(
    words: Sequence[str], scores: Sequence[float], keys: Sequence[tuple[int, int]], lexicons: Lexicons
) -> bytes:
    """1 for words in no dictionary that sound like a listed one ten times as frequent: the model's own typos."""
    marks = bytearray(len(words))
    alike: dict[int, list[int]] = {}
    for key, word in keys:
        alike.setdefault(key, []).append(word)
    for group in alike.values():
        best = max((scores[at] for at in group if words[at] in lexicons.jieba), default=-9.0)
        for at in group:
            unlisted = words[at] not in lexicons.jieba and words[at] not in lexicons.listed
            if len(words[at]) > 1 and unlisted and best >= scores[at] + _TEN_TIMES:
                marks[at] = 1
    return bytes(marks)


def _write_ngrams(arpa: Arpa, order: Sequence[int], path: Path) -> None:
    new = {old: at for at, old in enumerate(order)}
    pairs = sorted(
        (new[one], new[other], score, backoff)
        for one, other, score, backoff in arpa.pairs
        if one in new and other in new
    )
    places = {(first, second): at for at, (first, second, _, _) in enumerate(pairs)}
    triples = sorted(
        (places[new[one], new[two]], new[three], score)
        for one, two, three, score in arpa.triples
        if one in new and two in new and three in new
    )
    begun = Counter(first for first, _, _, _ in pairs)
    continued = Counter(place for place, _, _ in triples)  # in the order of the places, as they are met
    write_planes(
        path,
        {
            "pairs_of": ("numbers", [begun[word] for word in range(len(order))]),
            "seconds": ("numbers", [second for _, second, _, _ in pairs]),
            "pair": ("bytes", _steps(score for _, _, score, _ in pairs)),
            "pair_backoff": ("bytes", _steps(backoff for _, _, _, backoff in pairs)),
            "continued": ("numbers", _steps_between(continued)),
            "triples_of": ("numbers", list(continued.values())),
            "thirds": ("numbers", [third for _, third, _ in triples]),
            "triple": ("bytes", _steps(score for _, _, score in triples)),
        },
        packed=False,
    )


def _steps_between(rising: Iterable[int]) -> list[int]:
    """By how much each is more than the one before: smaller numbers pack better."""
    return [after - before for before, after in pairwise(chain((0,), rising))]


def _steps(scores: Iterable[float]) -> bytes:
    return bytes(min(255, max(0, round(-score * STEP))) for score in scores)
