"""Slips of the finger that change the length or the order: a character too many, too few, or in the wrong place.

Each reads the clause with the slip undone and asks the word model by how much it reads better; a character less always
saves its own cost, so the marks differ.
"""

from collections.abc import Iterator

from msgspec import Struct

from weibo_operator.language.forms import Forms
from weibo_operator.language.typos.lattice import Lattice
from weibo_operator.language.typos.word_model import WordModel

_SHORTEST_WORD, _LONGEST_WORD = 3, 6
_DOUBLED_POSSIBLE, _DOUBLED_CERTAIN, _DOUBLED_CERTAIN_AFTER_WORD = 3.2, 6.5, 4.0
"""A character said twice is seldom meant where it ends a common word already (已经经)."""
_MISSING_POSSIBLE, _MISSING_CERTAIN = 1.6, 3.5
_SWAPPED_POSSIBLE, _SWAPPED_CERTAIN = 5.2, 6.0
_COMPANY_HELPS = 3.0
"""A word made by changing two characters over is hardly ever this much likelier than by itself."""
_PLACES = ((0, 2), (-1, 2), (0, 3))
"""Where the words of ``_around_swapped`` change the clause, counted from the first of the two characters."""
_COMMON = -5.3
"""Words of the model that are this frequent (log10) are known by their fragments, as the domain's own are."""
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几零")
_SEEN, _OFTEN = 3, 5
"""Occurrences in replies from which on a word is looked for by its fragments, and from which on a slip is sure."""
_AROUND = 7
"""Characters on either side that take part in weighing."""


class FingerSlip(Struct, frozen=True):
    """``right`` instead of ``start:end`` of a clause."""

    start: int
    end: int
    right: str
    certain: bool
    reason: str


class FingerSlips:
    """Finds them; knows longer words by every way to drop a character but the first."""

    def __init__(self, model: WordModel) -> None:
        self._model = model
        self._lacking: dict[str, str] = {}
        for word in (model.words[number] for number in model.frequent(_COMMON, _SEEN)):
            if _SHORTEST_WORD <= len(word) <= _LONGEST_WORD and not _NUMERALS & set(word):
                for at in range(1, len(word)):
                    lacking = word[:at] + word[at + 1 :]
                    if lacking not in model.ids:
                        self._lacking.setdefault(lacking, word)
        self._forms = Forms(self._lacking)

    def of(self, clause: str, lattice: Lattice) -> Iterator[FingerSlip]:
        """Every slip of the clause, in no order; they may overlap."""
        yield from self._doubled(clause, lattice)
        yield from self._missing(clause, lattice)
        yield from self._swapped(clause, lattice)

    def _doubled(self, clause: str, lattice: Lattice) -> Iterator[FingerSlip]:
        for at in range(len(clause) - 1):
            if clause[at] != clause[at + 1] or clause[at] * 2 in self._model.ids:
                continue
            gain = self._gain(clause, at, at + 2, clause[at], lattice)
            if gain >= _DOUBLED_POSSIBLE:
                ends_a_word = at > 0 and self._is_common(clause[at - 1 : at + 1])
                certain = gain >= (_DOUBLED_CERTAIN_AFTER_WORD if ends_a_word else _DOUBLED_CERTAIN)
                yield FingerSlip(at, at + 2, clause[at], certain, "多打了一个字")

    def _missing(self, clause: str, lattice: Lattice) -> Iterator[FingerSlip]:
        for start, end in self._forms.places(clause):
            typed = clause[start:end]
            word = self._lacking.get(typed)
            if word is None or word in clause[max(0, start - 1) : end + 1]:
                continue
            gain = self._gain(clause, start, end, word, lattice)
            if gain >= _MISSING_POSSIBLE:
                at = next(place for place in range(len(word)) if place == len(typed) or word[place] != typed[place])
                certain = gain >= _MISSING_CERTAIN and self._is_common(word)
                yield FingerSlip(start, end, word, certain, f"漏了“{word[at]}”")

    def _swapped(self, clause: str, lattice: Lattice) -> Iterator[FingerSlip]:
        lonely = {edge.start for edge in lattice.path if edge.end - edge.start == 1}
        for at in range(len(clause) - 1):
            one, other = clause[at], clause[at + 1]
            if one == other or not {at, at + 1} & lonely or self._most_gained(clause, at, lattice) < _SWAPPED_POSSIBLE:
                continue
            gain = self._gain(clause, at, at + 2, other + one, lattice)
            if gain >= _SWAPPED_POSSIBLE:
                certain = gain >= _SWAPPED_CERTAIN and self._makes_a_common_word(clause, at)
                yield FingerSlip(at, at + 2, other + one, certain, "字序颠倒")

    def _most_gained(self, clause: str, at: int, lattice: Lattice) -> float:
        """What the two characters, changed over, gain at most by a word that they are or make with a neighbour."""
        most = -99.0
        for (start, end), word in zip(_PLACES, _around_swapped(clause, at), strict=True):
            number = self._model.ids.get(word, -1) if len(word) > 1 else -1
            if number >= 0:
                bound = lattice.bound(max(0, at + start), min(len(clause), at + end))
                most = max(most, bound + min(0.0, self._model.single(number) + _COMPANY_HELPS))
        return most

    def _makes_a_common_word(self, clause: str, at: int) -> bool:
        return any(self._is_common(word) for word in _around_swapped(clause, at))

    def _is_common(self, word: str) -> bool:
        """Whether replies use it often."""
        number = self._model.ids.get(word, -1)
        return len(word) > 1 and number >= 0 and self._model.domain_count(number) >= _OFTEN

    def _gain(self, clause: str, start: int, end: int, right: str, lattice: Lattice) -> float:
        """By how much the neighbourhood of the slip reads better (a window: the rest of the clause stays as it is)."""
        first, last = max(0, start - _AROUND), min(len(clause), end + _AROUND)
        before = lattice if (first, last) == (0, len(clause)) else Lattice(self._model, clause[first:last])
        return before.total_with(start - first, end - first, right) - before.total


def _around_swapped(clause: str, at: int) -> tuple[str, str, str]:
    """The two characters changed over, and what each makes with its new neighbour."""
    one, other = clause[at], clause[at + 1]
    return other + one, clause[max(0, at - 1) : at] + other, one + clause[at + 2 : at + 3]
