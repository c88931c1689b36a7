"""What the operator's corrections say about a new text: the labels of corrected texts that are like it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from msgspec import Struct, field

AT_MOST = 1_000
"""So many corrections count, the newest; more would no longer be the shop's present way of seeing things."""
_ALIKE_FROM, _COMMON_ANYWAY = 0.18, 0.12
"""Texts of different matters share up to a tenth of their pieces (measured on 260: at most 0.19)."""
_PULL = 16.0
_STRONGEST = 12.0
_SHORTEST_PIECE = 2


class Lesson(Struct, frozen=True):
    """One correction: the text it was made on (shown in the reason), its pieces, the head and the right label."""

    text: str
    pieces: tuple[str, ...]
    head: str
    label: str


class Taught(Struct, frozen=True):
    """What the corrections of like texts speak for, and for each such label the text that is most alike."""

    pulls: Mapping[tuple[str, str], float] = field(default_factory=dict[tuple[str, str], float])
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])


class Lessons:
    """The corrections by their pieces; asking has no state and never raises."""

    def __init__(self, lessons: Sequence[Lesson] = ()) -> None:
        """Index the newest corrections (the last ones given)."""
        self._lessons = tuple(lessons[-AT_MOST:])
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, lesson in enumerate(self._lessons):
            for piece in _telling_pieces(lesson.pieces):
                holders[piece].append(number)
        self._holders: Mapping[str, Sequence[int]] = holders
        self._sizes = tuple(sum(map(_size, _telling_pieces(lesson.pieces))) for lesson in self._lessons)

    def __len__(self) -> int:
        """How many corrections count."""
        return len(self._lessons)

    def about(self, pieces: Iterable[str]) -> Taught:
        """What speaks for which label of a text with these pieces; nothing where no correction is like it."""
        if not self._lessons:
            return _NOTHING
        alike = self._alike(_telling_pieces(pieces))
        pulls: dict[tuple[str, str], float] = {}
        nearest: dict[tuple[str, str], tuple[float, int]] = {}
        for number, share in alike.items():
            lesson = self._lessons[number]
            label = (lesson.head, lesson.label)
            pulls[label] = min(_STRONGEST, pulls.get(label, 0.0) + _PULL * (share - _COMMON_ANYWAY))
            nearest[label] = max(nearest.get(label, (0.0, -1)), (share, number))
        return Taught(pulls, {label: self._lessons[number].text for label, (_, number) in nearest.items()})

    def _alike(self, pieces: Sequence[str]) -> Mapping[int, float]:
        """The corrected texts that are alike enough, each with the share of what both have in common."""
        own = sum(map(_size, pieces))
        common: defaultdict[int, float] = defaultdict(float)
        for piece in pieces:
            for number in self._holders.get(piece, ()):
                common[number] += _size(piece)
        shares = {number: size / sqrt(own * self._sizes[number]) for number, size in common.items()}
        return {number: share for number, share in shares.items() if share > _ALIKE_FROM}


_NOTHING = Taught()


def _telling_pieces(pieces: Iterable[str]) -> tuple[str, ...]:
    """Runs of two characters or more that are words: single characters and marks are in every text."""
    return tuple(piece for piece in pieces if len(piece) >= _SHORTEST_PIECE and piece.isalpha())


def _size(piece: str) -> float:
    return float(len(piece) - 1)
