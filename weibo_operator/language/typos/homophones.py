"""Which words could have been meant: what sounds or looks like the characters typed, or holds them in another order."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from enum import IntEnum
from math import log10
from pathlib import Path

from weibo_operator.language.sounds import Likeness, Sounds
from weibo_operator.language.tables import read_rows
from weibo_operator.language.typos.word_model import WordModel

LONGEST = 4
_BASE = 512
_MOST_READINGS = 6
_MOST_SINGLE, _MOST_WORDS = 14, 40
"""Words tried for one reading, the most frequent first: of a single character, and of more."""
_RARE_SOUND = -2.5
"""The score of a sound that no dictionary tells."""
_FAR_LIKELIER = 1.5
"""By so much (log10) a word must be more frequent than the word that stands there to be tried as its look-alike."""


class Slip(IntEnum):
    """How what was typed became of what was meant."""

    SOUND = 0
    """The very same syllables."""
    LOOSE = 1
    """Syllables that many make no difference between (zh/z, -ng/-n, l/n)."""
    SHAPE = 2
    """One character that looks alike."""
    ORDER = 3
    """Two neighbouring characters changed places."""


class Homophones:
    """Finds words by reading and by look; ``meant`` gives ids of the model's words."""

    def __init__(self, dictionaries: Path, model: WordModel, sounds: Sounds) -> None:
        """``dictionaries`` holds the table of look-alikes."""
        self._model = model
        self._sounds = sounds
        self._syllables = {name: at + 1 for at, name in enumerate(model.syllables)}
        self._keys = model.reading_keys
        self._sounding = model.reading_words
        self._sound_scores = _sum_sounds(model, sounds)
        self._numbers: dict[str, tuple[int, ...]] = {}
        """The loose syllables of characters asked about, by number."""
        self._alike: dict[str, str] = {}
        for (group,) in read_rows(dictionaries / "look_alikes.tsv", 1):
            for char in group:
                known = self._alike.get(char, "") + group.replace(char, "")
                self._alike[char] = "".join(dict.fromkeys(known))

    def meant(self, typed: str) -> Iterable[int]:
        """Words of the same length that ``typed`` (at most four characters) could have been meant to be."""
        ids = self._model.ids
        words = dict.fromkeys(self._sounding_alike(typed))
        own = ids.get(typed, -1)
        if own >= 0:
            words.pop(own, None)
            likelier = self._model.scores[own] + _FAR_LIKELIER
            alike = (ids[written] for written in self._looking_alike(typed) if written in ids) if len(typed) > 1 else ()
            words |= {word: None for word in alike if self._model.scores[word] >= likelier}
        elif len(typed) > 1:
            # Who takes a look-alike or changes the order leaves hardly ever a word behind, and then a rare one.
            written_otherwise = (*self._looking_alike(typed), *_in_other_order(typed))
            words |= {ids[written]: None for written in written_otherwise if written in ids}
        return words

    def look_alikes(self, char: str) -> str:
        """The characters that look like this one."""
        return self._alike.get(char, "")

    def slip(self, typed: str, right: str) -> Slip:
        """How ``typed`` became of ``right``."""
        if sorted(typed) == sorted(right):
            return Slip.ORDER
        alike = self._sounds.likeness(typed, right)
        if alike is not Likeness.LOOSE:
            return Slip.SOUND
        return Slip.LOOSE if set(self._readings(typed)) & set(self._readings(right)) else Slip.SHAPE

    def same_tone(self, typed: str, right: str) -> bool:
        """True when both are read alike, tones included."""
        return self._sounds.likeness(typed, right) is Likeness.TONE

    def score_of_sound(self, char: str) -> float:
        """How likely any character of this one's first reading is, without tones."""
        return self._sound_scores.get(next(iter(self._sounds.plain(char)), ""), _RARE_SOUND)

    def _sounding_alike(self, typed: str) -> list[int]:
        most = _MOST_SINGLE if len(typed) == 1 else _MOST_WORDS
        found: list[int] = []
        for key in self._readings(typed):
            start = bisect_left(self._keys, key)
            end = bisect_right(self._keys, key, start, min(start + most, len(self._keys)))
            found += self._sounding[start:end]
        return found

    def _readings(self, typed: str) -> list[int]:
        keys = [0]
        for char in typed:
            numbers = self._numbers.get(char)
            if numbers is None:
                known = self._syllables
                numbers = tuple(known[name] for name in self._sounds.loose(char) if name in known)
                self._numbers[char] = numbers
            keys = [key * _BASE + number for key in keys for number in numbers][:_MOST_READINGS]
        return keys

    def _looking_alike(self, typed: str) -> Iterator[str]:
        for at, char in enumerate(typed):
            for other in self._alike.get(char, ""):
                yield typed[:at] + other + typed[at + 1 :]


def _sum_sounds(model: WordModel, sounds: Sounds) -> dict[str, float]:
    """The score of each syllable without its tone: of all characters first read so together."""
    likely: dict[str, float] = {}
    for char in sounds.characters():
        word = model.ids.get(char, -1)
        if word >= 0:
            sound = sounds.plain(char)[0]
            likely[sound] = likely.get(sound, 0.0) + 10 ** model.plain_score(word)
    return {sound: log10(together) for sound, together in likely.items()}


def _in_other_order(typed: str) -> Iterator[str]:
    for at in range(len(typed) - 1):
        if typed[at] != typed[at + 1]:
            yield typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
