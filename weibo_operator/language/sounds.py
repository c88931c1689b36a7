"""How characters are read: finds what sounds alike and says so in words."""

import unicodedata
from collections.abc import Iterable, Mapping
from enum import IntEnum
from itertools import islice, product
from pathlib import Path

from weibo_operator.language.tables import read_rows

_TONES = "\u0300\u0301\u0304\u030c"
_MOST_READINGS = 8


class Likeness(IntEnum):
    """How close two readings are: only by ear, but for the tone, entirely."""

    LOOSE = 0
    SOUND = 1
    TONE = 2


class Sounds:
    """Readings of the common characters, from ``sounds.tsv``."""

    def __init__(self, path: Path) -> None:
        readings: dict[str, list[str]] = {}
        for syllable, chars in read_rows(path, 2):
            for char in chars:
                readings.setdefault(char, []).append(syllable)
        self._readings = {char: tuple(syllables) for char, syllables in readings.items()}
        plain = {syllable: _plain(syllable) for syllables in readings.values() for syllable in syllables}
        self._plain = {char: _each_once(own, plain) for char, own in self._readings.items()}
        loose = {syllable: loose_syllable(syllable) for syllable in set(plain.values())}
        self._loose = {char: _each_once(own, loose) for char, own in self._plain.items()}

    def keys(self, text: str) -> tuple[str, ...]:
        """The ways to read ``text`` without tones and without the usual dialect differences; empty if unknown."""
        options = [self._loose.get(char, ()) for char in text]
        return tuple(islice((" ".join(parts) for parts in product(*options)), _MOST_READINGS))

    def characters(self) -> Iterable[str]:
        """Every character whose readings are known."""
        return self._readings.keys()

    def plain(self, char: str) -> tuple[str, ...]:
        """The syllables a character can be read as, without tones."""
        return self._plain.get(char, ())

    def loose(self, char: str) -> tuple[str, ...]:
        """The syllables a character can be read as, without tones and usual dialect differences."""
        return self._loose.get(char, ())

    def likeness(self, one: str, other: str) -> Likeness:
        """How alike two texts of one length are read, at their least alike character."""
        return min(self._alike(a, b) for a, b in zip(one, other, strict=True))

    def reason(self, wrong: str, right: str) -> str:
        """Why ``wrong`` stands where ``right`` was meant, for the operator: 同音错字（qiàn）."""
        pairs = [(a, b) for a, b in zip(wrong, right, strict=True) if a != b]
        alike = [self._in_common(a, b) for a, b in pairs]
        if all(alike):
            return f"同音错字（{' '.join(alike)}）"
        read = " ".join(f"{self._first(a)} / {self._first(b)}" for a, b in pairs)
        return f"音近错字（{read}）"

    def _alike(self, one: str, other: str) -> Likeness:
        if one == other or self._in_common(one, other):
            return Likeness.TONE
        same_letters = set(self._plain.get(one, ())) & set(self._plain.get(other, ()))
        return Likeness.SOUND if same_letters else Likeness.LOOSE

    def _in_common(self, one: str, other: str) -> str:
        return next((s for s in self._readings.get(one, ()) if s in self._readings.get(other, ())), "")

    def _first(self, char: str) -> str:
        return self._readings.get(char, (char,))[0]


def _each_once(syllables: tuple[str, ...], written: Mapping[str, str]) -> tuple[str, ...]:
    """The syllables in another writing; nearly every character has but one."""
    if len(syllables) == 1:
        return (written[syllables[0]],)
    return tuple(dict.fromkeys(written[each] for each in syllables))


def _plain(syllable: str) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))


def loose_syllable(syllable: str) -> str:
    """The syllable with zh/z, ch/c, sh/s, -ng/-n, l/n made one: the slips of southern speakers and fuzzy input."""
    for initial, merged in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n")):
        if syllable.startswith(initial):
            syllable = merged + syllable[len(initial) :]
            break
    return syllable[:-1] if syllable.endswith(("ang", "eng", "ing")) else syllable
