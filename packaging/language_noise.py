"""Typing errors as a pinyin typist makes them: what the trees learn to tell from right text."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from weibo_operator.language.sounds import Likeness, Sounds
from weibo_operator.language.typos.confusable import Confusable
from weibo_operator.language.typos.homophones import Homophones
from weibo_operator.language.typos.word_model import WordModel

_RARE = 1e-6
_FLAT = 0.6
"""The power that evens out how often characters and words are picked."""
_SAME_TONE = 9.0
"""So much more often a writer takes a character of the same tone."""
_NEAR = 0.25


class Noise:
    """Spoils clauses, the same way for the same seed."""

    def __init__(
        self, model: WordModel, homophones: Homophones, confusable: Confusable, sounds: Sounds, seed: int
    ) -> None:
        self._model = model
        self._homophones = homophones
        self._confusable = confusable
        self._sounds = sounds
        self._random = Random(seed)
        self._same: dict[str, list[tuple[str, float]]] = {}
        self._near: dict[str, list[tuple[str, float]]] = {}
        for char in sounds.characters():
            if char not in model.ids:
                continue
            often = 10 ** model.single(model.ids[char])
            if often > _RARE:
                for syllable in sounds.plain(char)[:1]:
                    self._same.setdefault(syllable, []).append((char, often**_FLAT))
                for syllable in sounds.loose(char)[:1]:
                    self._near.setdefault(syllable, []).append((char, often**_FLAT))

    def happens(self, share: float) -> bool:
        """True in ``share`` of the calls."""
        return self._random.random() < share

    def spoil(self, clause: str, words: Sequence[tuple[int, int]]) -> str | None:
        """The clause with one error in one of its words (start, end); None where the dice fell on nothing."""
        long = [span for span in words if span[1] - span[0] >= 2]
        single = [span for span in words if span[1] - span[0] == 1]
        dice = self._random.random()
        if dice < 0.62 and long:
            return self._misspell(clause, *self._random.choice(long))
        if dice < 0.86:
            listed = [span for span in words if self._confusable.others(clause[span[0] : span[1]])]
            return self._mistake(clause, *self._random.choice(listed)) if listed else None
        if dice < 0.89 and long:
            return self._other_word(clause, *self._random.choice(long))
        if dice < 0.94 and single:
            return self._misspell(clause, *self._random.choice(single))
        if dice < 0.97 and long:
            return self._look_alike(clause, *self._random.choice(long))
        return self._swap(clause, *self._random.choice(long)) if long else None

    def _misspell(self, clause: str, start: int, end: int) -> str | None:
        """One character, seldom two, of the same sound; what comes out is mostly no word."""
        at = self._random.randrange(start, end)
        spoilt = self._with_other_char(clause, at)
        if spoilt is not None and end - start == 2 and self.happens(0.04):
            return self._with_other_char(spoilt, start + end - 1 - at)
        return spoilt

    def _with_other_char(self, clause: str, at: int) -> str | None:
        char = clause[at]
        near = self.happens(_NEAR)
        table = self._near if near else self._same
        readings = self._sounds.loose(char) if near else self._sounds.plain(char)
        choices = [pair for reading in readings[:1] for pair in table.get(reading, ()) if pair[0] != char]
        if not choices:
            return None
        weights = [
            often * (_SAME_TONE if self._sounds.likeness(char, other) is Likeness.TONE else 1.0)
            for other, often in choices
        ]
        ((other, _),) = self._random.choices(choices, weights)
        return clause[:at] + other + clause[at + 1 :]

    def _mistake(self, clause: str, start: int, end: int) -> str | None:
        """A word of the list of real words taken for each other."""
        others = sorted(self._confusable.others(clause[start:end]))
        return clause[:start] + self._random.choice(others) + clause[end:] if others else None

    def _other_word(self, clause: str, start: int, end: int) -> str | None:
        """The wrong word of the input method's list."""
        typed = clause[start:end]
        words = list(self._homophones.meant(typed)) if end - start <= 4 else []
        if not words:
            return None
        weights = [
            (10 ** self._model.single(word)) ** _FLAT
            * (0.3 if self._sounds.likeness(typed, self._model.words[word]) is Likeness.LOOSE else 1.0)
            for word in words
        ]
        (word,) = self._random.choices(words, weights)
        return clause[:start] + self._model.words[word] + clause[end:]

    def _look_alike(self, clause: str, start: int, end: int) -> str | None:
        at = self._random.randrange(start, end)
        others = self._homophones.look_alikes(clause[at])
        return clause[:at] + self._random.choice(others) + clause[at + 1 :] if others else None

    def _swap(self, clause: str, start: int, end: int) -> str | None:
        at = self._random.randrange(start, end - 1)
        if clause[at] == clause[at + 1]:
            return None
        return clause[:at] + clause[at + 1] + clause[at] + clause[at + 2 :]
