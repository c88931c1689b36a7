"""What speaks for and against each word that could have been meant: the numbers the acceptance model decides by."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from msgspec import Struct

from weibo_operator.language.typos.confusable import Confusable
from weibo_operator.language.typos.homophones import LONGEST, Homophones, Slip
from weibo_operator.language.typos.lattice import Lattice
from weibo_operator.language.typos.word_model import UNKNOWN, WordModel

LEAST_GAIN = 1.8
"""A reading that is not this much likelier (log10) is not looked at: none has ever been believed."""
LEAST_OF_PAIR = 0.9
"""The same for the words of a listed pair: what was typed is a word too, and less may speak for the other."""
TAUGHT_OF_PAIR = -0.6
"""What the trees are taught with: they learn from the words of pairs that read hardly better, or worse."""
FEATURES = (
    "gain", "left", "right", "new_score", "old_score", "score_rise", "length", "changed", "is_single",
    "old_is_word", "old_lexicon", "new_lexicon", "lexicon_rise", "old_domain", "new_domain", "new_domain_pair",
    "slip_loose", "slip_shape", "slip_order", "old_pieces", "starts_at_seam", "ends_at_seam", "clause_length",
    "at_start", "at_end", "clause_mean", "rivals", "lead", "old_unknown", "old_single_score", "tone_alike", "old_pair",
    "confusable", "whole_gain", "whole_gain_mean", "old_suspect", "old_rare", "numerals", "repeats",
    "typed_char", "right_char", "typed_share", "near_lead", "typed_elsewhere", "right_elsewhere",
)  # fmt: skip
"""The order of ``Possible.features`` and what ``elsewhere`` adds to them."""
_MOST_REMEMBERED = 8_000
"""Strings of up to four characters whose homophones are kept at hand."""
_LEAD_OF_ONLY = 6.0
_MOST_SINGLE = 8
"""Characters tried for one: what is rarer hardly ever reads better, and never convinces."""
_NUMERALS = frozenset("零一二两三四五六七八九十百千万亿几半")
"""Amounts are put together anew each time: hardly any is a word."""
_MOST_ELSEWHERE = 3
"""More often is no better."""
_HOPELESS = 2.0
"""A word whose rival reads this much better is never the one that was meant."""


class Typed(Enum):
    """What stands there: nothing that is a word, a word of a listed pair, another word, a single character."""

    NO_WORD = 0
    LISTED = 1
    WORD = 2
    SINGLE = 3


class Possible(Struct, frozen=True):
    """``word`` instead of the characters ``start:end`` of a clause."""

    start: int
    end: int
    word: int
    right: str
    slip: Slip
    gain: float
    lead: float
    """By how much it reads better than the best other word for some of these characters."""
    typed: Typed
    features: tuple[float, ...]


class _Raw(Struct, frozen=True):
    start: int
    end: int
    word: int
    slip: Slip
    changed: int
    gain: float
    left: float
    right: float


_Rated = tuple[float, int]
"""The score of a word by itself, and its id."""


class Evidence:
    """Looks at one clause at a time; remembers which words sound like which characters."""

    def __init__(
        self,
        model: WordModel,
        homophones: Homophones,
        confusable: Confusable,
        least_of_pair: float = LEAST_OF_PAIR,
    ) -> None:
        self._model = model
        self._least_of_pair = least_of_pair
        self._confusable = confusable
        self._homophones = homophones
        self._seen: dict[str, Sequence[_Rated]] = {}

    def forget(self) -> None:
        """What is remembered depends on the domain's words: to be called when they change."""
        self._seen = {}

    def of(self, lattice: Lattice) -> list[Possible]:
        """Everything in the clause that reads better otherwise, with its features."""
        found = list(self._gains(lattice))
        best = _best_over(found, len(lattice.text))
        return [
            self._possible(lattice, raw, found)
            for raw in found
            if raw.gain >= max(best[raw.start : raw.end]) - _HOPELESS
        ]

    def _gains(self, lattice: Lattice) -> Iterator[_Raw]:
        text, words, settled = lattice.text, self._model.words, self._settled(lattice)
        needed = [LEAST_GAIN + self._model.least_cost(length) for length in range(LONGEST + 1)]
        for start in range(len(text)):
            for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
                bound = lattice.bound(start, end)
                if bound < self._least_of_pair:
                    continue
                typed = text[start:end]
                asked: list[tuple[Sequence[_Rated], float]] = []
                if typed in self._confusable:
                    asked.append((self._pairs(typed), self._least_of_pair))
                if bound >= needed[end - start] and not all(settled[start:end]):
                    asked.append((self._meant(typed)[: _MOST_SINGLE if end == start + 1 else None], LEAST_GAIN))
                for rated, least in asked:
                    for word, *gained in lattice.gains(start, end, rated, least):
                        slip = self._homophones.slip(typed, words[word])
                        changed = sum(a != b for a, b in zip(typed, words[word], strict=True))
                        yield _Raw(start, end, word, slip, changed, *gained)

    def _settled(self, lattice: Lattice) -> list[bool]:
        """For each character, whether it belongs to a word that has been seen between the words beside it.

        There, only a word of a listed pair is looked for: nothing else would be believed.
        """
        model, path = self._model, lattice.path
        near = [model.domain_pair_count(one.word, other.word) > 0 for one, other in pairwise(path)]
        seen = [near[at] or model.find_pair_of(path[at].word, path[at + 1].word) >= 0 for at in range(len(near))]
        settled: list[bool] = []
        for at, edge in enumerate(path):
            # A single character fits in too many places for web text to say anything.
            sides = (seen if edge.end - edge.start > 1 else near)[max(0, at - 1) : at + 1]
            known = edge.word >= 0 and not model.suspect[edge.word]
            settled += [known and all(sides)] * (edge.end - edge.start)
        return settled

    def _meant(self, typed: str) -> Sequence[_Rated]:
        """What could have been meant and is in no list, the likeliest first."""
        found = self._seen.get(typed)
        if found is None:
            if len(self._seen) >= _MOST_REMEMBERED:
                self._seen = {}
            meant = self._homophones.meant(typed)
            if typed in self._confusable:
                pairs = {word for _, word in self._pairs(typed)}
                meant = [word for word in meant if word not in pairs]
            found = self._seen[typed] = self._rated(meant)
        return found

    def _pairs(self, typed: str) -> Sequence[_Rated]:
        """The words of the list that are taken for this one."""
        ids = self._model.ids
        return self._rated(ids[word] for word in sorted(self._confusable.others(typed)) if word in ids)

    def _rated(self, words: Iterable[int]) -> Sequence[_Rated]:
        suspect, scores = self._model.suspect, self._model.scores
        return sorted([(scores[word], word) for word in words if not suspect[word]], reverse=True)

    def _possible(self, lattice: Lattice, raw: _Raw, found: Sequence[_Raw]) -> Possible:
        model, text = self._model, lattice.text
        typed, right = text[raw.start : raw.end], model.words[raw.word]
        old = model.ids.get(typed, -1)
        pieces = [edge for edge in lattice.path if edge.start < raw.end and edge.end > raw.start]
        rivals = [each for each in found if each is not raw and each.start < raw.end and each.end > raw.start]
        new_score = model.single(raw.word)
        old_score = model.single(old) if old >= 0 else UNKNOWN
        piece_scores = [model.single(edge.word) for edge in pieces]
        old_lexicon = model.lexicon[old] / 16 if old >= 0 else 0.0
        new_lexicon = model.lexicon[raw.word] / 16
        before, after = self._neighbours(lattice, raw)
        listed = self._confusable.holds(typed, right)
        kind = _kind_of(typed, known=old >= 0 and not model.suspect[old], listed=listed)
        lead, lead_of_near = _leads(raw, rivals)
        whole_gain = lattice.total_with(raw.start, raw.end, right) - lattice.total
        features = (
            raw.gain,
            raw.left,
            raw.right,
            new_score,
            old_score,
            new_score - old_score,
            raw.end - raw.start,
            raw.changed,
            float(raw.end - raw.start == 1),
            float(old >= 0),
            old_lexicon,
            new_lexicon,
            new_lexicon - old_lexicon,
            float(model.domain_count(old)),
            float(model.domain_count(raw.word)),
            float(model.domain_pair_count(before, raw.word) + model.domain_pair_count(raw.word, after)),
            *_slip_flags(raw.slip),
            float(len(pieces)),
            float(bool(pieces) and pieces[0].start == raw.start),
            float(bool(pieces) and pieces[-1].end == raw.end),
            float(len(text)),
            float(raw.start == 0),
            float(raw.end == len(text)),
            lattice.total / len(text),
            float(len(rivals)),
            lead,
            float(any(edge.word < 0 for edge in pieces)),
            min(piece_scores, default=0.0),
            float(self._homophones.same_tone(typed, right)),
            float(model.domain_pair_count(before, old) + model.domain_pair_count(old, after)),
            float(listed),
            whole_gain,
            whole_gain / len(text),
            float(any(edge.word >= 0 and model.suspect[edge.word] for edge in pieces)),
            float(old < 0 and typed in model.rare),
            float(sum(one in _NUMERALS for one, other in zip(typed, right, strict=True) if one != other)),
            float(_repeats(text, raw.start, raw.end)),
            *self._of_characters([pair for pair in zip(typed, right, strict=True) if pair[0] != pair[1]]),
            lead_of_near,
        )
        return Possible(raw.start, raw.end, raw.word, right, raw.slip, raw.gain, lead, kind, features)

    def _of_characters(self, changed: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
        """How common the characters typed and the right ones are, and those typed among all that sound like them.

        Who mistypes takes a common character for a rarer one; a rare one is mostly meant.
        """
        typed = [self._score_of(one) for one, _ in changed]
        shares = [score - self._homophones.score_of_sound(one) for score, (one, _) in zip(typed, changed, strict=True)]
        return min(typed), min(self._score_of(other) for _, other in changed), min(shares)

    def _score_of(self, char: str) -> float:
        return self._model.single(self._model.ids.get(char, -1))

    @staticmethod
    def _neighbours(lattice: Lattice, raw: _Raw) -> tuple[int, int]:
        before = next((edge.word for edge in reversed(lattice.path) if edge.end <= raw.start), -1)
        after = next((edge.word for edge in lattice.path if edge.start >= raw.end), -1)
        return before, after


def elsewhere(typed: str, right: str, reply: str) -> tuple[float, float]:
    """How often the whole reply holds the characters that differ: those typed (elsewhere, that is), and the right ones.

    The parts of a rare term (焊口) often stand in other words of the reply as well; a slip comes once.
    """
    changed = [pair for pair in zip(typed, right, strict=True) if pair[0] != pair[1]]
    once_more = max(reply.count(one) for one, _ in changed) - 1
    return min(once_more, _MOST_ELSEWHERE), min(max(reply.count(other) for _, other in changed), _MOST_ELSEWHERE)


def _slip_flags(slip: Slip) -> tuple[float, float, float]:
    return float(slip is Slip.LOOSE), float(slip is Slip.SHAPE), float(slip is Slip.ORDER)


def _leads(raw: _Raw, rivals: Sequence[_Raw]) -> tuple[float, float]:
    """By how much it reads better than the best rival, and than the best that changes no more characters."""
    gains = [each.gain for each in rivals]
    near = [each.gain for each in rivals if each.changed <= raw.changed]
    none = raw.gain - _LEAD_OF_ONLY
    return raw.gain - max(gains, default=none), raw.gain - max(near, default=none)


def _kind_of(typed: str, *, known: bool, listed: bool) -> Typed:
    """What was typed: one character, no word, a word that a table pairs with the right one, or another word."""
    if len(typed) == 1:
        return Typed.SINGLE
    if not known:
        return Typed.NO_WORD
    return Typed.LISTED if listed else Typed.WORD


def _repeats(text: str, start: int, end: int) -> bool:
    """Whether one character stands there twice, 一 between them or nothing (筛一筛, 早来早走): a way to make words."""
    near = range(max(0, start - 2), end)
    return any(text[at] == text[at + 2] and at + 2 >= start for at in near if at + 2 < len(text)) or any(
        text[at] == text[at + 1] for at in near if start <= at + 1 < len(text)
    )


def _best_over(found: Sequence[_Raw], length: int) -> list[float]:
    """The best gain of the words that cover each character."""
    best = [0.0] * length
    for raw in found:
        for place in range(raw.start, raw.end):
            best[place] = max(best[place], raw.gain)
    return best
