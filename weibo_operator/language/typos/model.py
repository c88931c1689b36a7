"""The typo model as a whole: a clause in, what was probably meant out; loaded once, asked from any thread in turn."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from weibo_operator.language.sounds import Sounds
from weibo_operator.language.spans import overlaps
from weibo_operator.language.typos.acceptance import Acceptance
from weibo_operator.language.typos.confusable import Confusable
from weibo_operator.language.typos.domain_words import DomainWords, read_domain
from weibo_operator.language.typos.evidence import Evidence, Possible, Typed, elsewhere
from weibo_operator.language.typos.finger_slips import FingerSlip, FingerSlips
from weibo_operator.language.typos.homophones import Homophones, Slip
from weibo_operator.language.typos.lattice import Lattice
from weibo_operator.language.typos.word_model import WordModel

_POSSIBLE: Mapping[Typed, float] = {Typed.NO_WORD: 0.54, Typed.LISTED: 0.65, Typed.WORD: 0.6, Typed.SINGLE: 0.6}
_CERTAIN: Mapping[Typed, float] = {
    Typed.NO_WORD: 0.935,
    Typed.LISTED: 0.945,
    Typed.WORD: 0.915,
    Typed.SINGLE: 0.945,
}
"""From these probabilities on a suggestion is made, and is called certain (chosen on replies kept apart, right and
with simulated slips, on two of the judged sets, and so that customers' own lines are seldom marked)."""
_MOST_REMEMBERED = 400
_REASONS = {Slip.SHAPE: "形近错字", Slip.ORDER: "字序颠倒"}


class Suggestion(Struct, frozen=True):
    """``rights`` instead of the characters ``start:end`` of a clause, best first."""

    start: int
    end: int
    rights: tuple[str, ...]
    probability: float
    certain: bool
    reason: str


class TypoModel:
    """Word model, homophones and acceptance under one roof, with the answers of the latest clauses remembered."""

    def __init__(self, folder: Path, dictionaries: Path, sounds: Sounds) -> None:
        """Read the files of ``folder`` (resources/language), about 0.3 s; raises ``OSError`` when one is missing."""
        self._words = WordModel(folder)
        self._sounds = sounds
        self._acceptance = Acceptance(folder / "acceptance.json")
        homophones = Homophones(dictionaries, self._words, sounds)
        self._evidence = Evidence(self._words, homophones, Confusable(folder / "confusable.tsv"))
        self._shipped = read_domain(folder / "domain.bin")
        self._words.take_domain(*self._shipped)
        self._fingers = FingerSlips(self._words)
        lines = (folder / "right_words.txt").read_text(encoding="utf-8").splitlines()
        self._right = re.compile("|".join(re.escape(line) for line in lines if line and line[0] != "#"))
        self._lattices: dict[str, Lattice] = {}
        self._possible: dict[str, Sequence[Possible]] = {}
        self._slips: dict[str, tuple[FingerSlip, ...]] = {}

    def learn(self, clauses: Iterable[str]) -> None:
        """Mix the shop's own sentences into the shipped ones; replaces what was learnt before."""
        own = DomainWords()
        for clause in clauses:
            own.add([edge.word for edge in Lattice(self._words, clause).path])
        self._words.take_domain(*own.joined(self._shipped))
        self._evidence.forget()
        self._lattices, self._possible, self._slips = {}, {}, {}

    def lattice(self, clause: str) -> Lattice:
        """The words of a clause of Chinese characters."""
        found = self._lattices.get(clause)
        if found is None:
            if len(self._lattices) >= _MOST_REMEMBERED:
                self._lattices = {}
            found = self._lattices[clause] = Lattice(self._words, clause)
        return found

    def finger_slips(self, clause: str) -> tuple[FingerSlip, ...]:
        """Characters doubled, missing or misplaced, in no order; they may overlap."""
        found = self._slips.get(clause)
        if found is None:
            if len(self._slips) >= _MOST_REMEMBERED:
                self._slips = {}
            found = self._slips[clause] = tuple(self._fingers.of(clause, self.lattice(clause)))
        return found

    def gain(self, clause: str, start: int, end: int, right: str) -> float:
        """By how much (log10) the clause reads better with ``right`` in ``start:end``."""
        lattice = self.lattice(clause)
        return lattice.total_with(start, end, right) - lattice.total

    def suggestions(self, clause: str, reply: str = "") -> tuple[Suggestion, ...]:
        """What was probably meant, never overlapping, in reading order; ``reply`` is what the clause stands in."""
        possible = self._possible_in(clause) if len(clause) > 1 else ()
        judged = [
            (self._acceptance.probability((*each.features, *elsewhere(*_words(clause, each), reply or clause))), each)
            for each in possible
        ]
        judged.sort(key=lambda pair: (-pair[0], pair[1].start, pair[1].word))
        safe = [match.span() for match in self._right.finditer(clause)]
        taken: list[Suggestion] = []
        for probability, best in judged:
            if probability < _POSSIBLE[best.typed] or overlaps(best.start, best.end, safe):
                continue
            if all(best.end <= other.start or other.end <= best.start for other in taken):
                taken.append(self._suggestion(clause, probability, best, judged))
        return tuple(sorted(taken, key=lambda each: each.start))

    def _possible_in(self, clause: str) -> Sequence[Possible]:
        found = self._possible.get(clause)
        if found is None:
            if len(self._possible) >= _MOST_REMEMBERED:
                self._possible = {}
            found = self._possible[clause] = self._evidence.of(self.lattice(clause))
        return found

    def _suggestion(
        self, clause: str, probability: float, best: Possible, judged: Sequence[tuple[float, Possible]]
    ) -> Suggestion:
        same_place = [each.right for _, each in judged if (each.start, each.end) == (best.start, best.end)]
        typed = clause[best.start : best.end]
        reason = _REASONS.get(best.slip) or self._sounds.reason(typed, best.right)
        certain = probability >= _CERTAIN[best.typed]
        return Suggestion(best.start, best.end, tuple(same_place[:3]), probability, certain, reason)


def _words(clause: str, possible: Possible) -> tuple[str, str]:
    """What was typed, and what it could have been meant to be."""
    return clause[possible.start : possible.end], possible.right
