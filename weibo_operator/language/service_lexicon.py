"""The words and stock phrases of customer service, indexed by how else they could come out of the keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from weibo_operator.language.segment import Segmenter
from weibo_operator.language.sounds import Likeness, Sounds
from weibo_operator.language.tables import read_rows

_COMMON_COUNT = 150
_COMMON_LENGTHS = (2, 3)


@dataclass(frozen=True, slots=True)
class Misreading:
    """The text ``start:end`` could be a slip for ``right``, this close to it."""

    start: int
    end: int
    right: str
    reason: str
    likeness: Likeness


class ServiceLexicon:
    """Right words by sound, by look-alike character and by swapped characters."""

    def __init__(self, folder: Path, sounds: Sounds) -> None:
        self._sounds = sounds
        self.words = frozenset(_entries(folder / "service_words.tsv"))
        self.phrases = frozenset(_entries(folder / "service_phrases.tsv"))
        everything = sorted(self.words | self.phrases)
        self._by_sound: dict[str, list[str]] = {}
        for word in everything:
            for key in sounds.keys(word):
                self._by_sound.setdefault(key, []).append(word)
        self._lengths = sorted({len(word) for word in everything})
        self._slips = _slips(everything, _look_alikes(folder / "look_alikes.tsv"), self.words | self.phrases)

    def misreadings(self, text: str) -> Iterator[Misreading]:
        """Every stretch of ``text`` that is no entry but sounds or looks like one."""
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                typed = text[start : start + length]
                if typed not in self.words and typed not in self.phrases:
                    yield from self._of(typed, start)

    def _of(self, typed: str, start: int) -> Iterator[Misreading]:
        end = start + len(typed)
        heard = {word for key in self._sounds.keys(typed) for word in self._by_sound.get(key, ())}
        for right in sorted(heard):
            yield Misreading(start, end, right, self._sounds.reason(typed, right), self._sounds.likeness(typed, right))
        for right, reason in self._slips.get(typed, ()):
            if right not in heard:
                yield Misreading(start, end, right, reason, Likeness.SOUND)


class CommonWords:
    """The dictionary's frequent short words by sound: for slips in words that no service list foresees."""

    def __init__(self, segmenter: Segmenter, sounds: Sounds) -> None:
        self._segmenter = segmenter
        self._sounds = sounds

    def load(self) -> None:
        """Build the index now instead of at the first text."""
        self._by_sound.get("")

    def misreadings(self, text: str) -> Iterator[Misreading]:
        """Stretches of ``text`` that are no words but sound, tone included, like a common one."""
        known = self._segmenter.frequencies()
        for length in _COMMON_LENGTHS:
            for start in range(len(text) - length + 1):
                typed = text[start : start + length]
                if known.get(typed):
                    continue
                heard = {word for key in self._sounds.keys(typed) for word in self._by_sound.get(key, ())}
                for right in sorted(heard):
                    if self._sounds.likeness(typed, right) is Likeness.TONE:
                        reason = self._sounds.reason(typed, right)
                        yield Misreading(start, start + length, right, reason, Likeness.TONE)

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        """Built on first use, in about 0.15 s: the dictionary itself is loaded late."""
        index: dict[str, list[str]] = {}
        for word, count in self._segmenter.frequencies().items():
            if count >= _COMMON_COUNT and len(word) in _COMMON_LENGTHS:
                for key in self._sounds.keys(word):
                    index.setdefault(key, []).append(word)
        return index


def _entries(path: Path) -> Iterator[str]:
    for _, words in read_rows(path, 2):
        yield from words.split()


def _look_alikes(path: Path) -> dict[str, str]:
    """For each character the ones it is mistaken for."""
    alike: dict[str, str] = {}
    for (group,) in read_rows(path, 1):
        for char in group:
            alike[char] = alike.get(char, "") + group.replace(char, "")
    return alike


def _slips(
    words: list[str], alike: dict[str, str], right_ones: frozenset[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Wrong forms with one look-alike character or two neighbours swapped → (right form, reason)."""
    slips: dict[str, dict[str, str]] = {}
    for word in words:
        for place, char in enumerate(word):
            for other in alike.get(char, ""):
                slips.setdefault(word[:place] + other + word[place + 1 :], {})[word] = f"形近错字（{other} / {char}）"
            swapped = word[:place] + word[place + 1 : place + 2] + char + word[place + 2 :]
            if place + 1 < len(word) and swapped != word:
                slips.setdefault(swapped, {}).setdefault(word, "字序颠倒")
    return {wrong: tuple(rights.items()) for wrong, rights in slips.items() if wrong not in right_ones}
