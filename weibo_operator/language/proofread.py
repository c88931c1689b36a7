"""Finds typos in a reply: fixed confusions, sound- and look-alikes of service words, doubled words (mission F7)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import exp
from pathlib import Path

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.language.candidates import Candidate, Clause, Trust
from weibo_operator.language.confusions import Confusion, Confusions
from weibo_operator.language.doubled import doubled
from weibo_operator.language.likelihood import Likelihood
from weibo_operator.language.particles import wrong_particles
from weibo_operator.language.punctuation import punctuation_slips
from weibo_operator.language.segment import Segmenter
from weibo_operator.language.service_lexicon import CommonWords, Misreading, ServiceLexicon
from weibo_operator.language.sounds import Likeness, Sounds
from weibo_operator.language.spans import Span, han_runs, masked, overlaps, protected
from weibo_operator.language.tables import read_groups

_CONTEXT = 8
"""Characters on either side that take part in weighing a correction."""
_FIXED_GAIN = 0.5
_WORD_CERTAIN = {Likeness.TONE: 5.5, Likeness.SOUND: 7.4, Likeness.LOOSE: 11.5}
_WORD_POSSIBLE = {Likeness.TONE: 4.5, Likeness.SOUND: 6.0, Likeness.LOOSE: 9.0}
_PHRASE_CERTAIN = {Likeness.TONE: -4.0, Likeness.SOUND: -3.0, Likeness.LOOSE: 3.0}
_COMMON_EXTRA = 2.5
_NOTHING_SHARED = 4.0
_FREE = frozenset("了在过后时的得个着不也是会要前里")
_FREE_SHARED = 3.0
_FIXED_SURE = 5.0
"""A listed mistake this much likelier corrected is one even where a word of the context seems to reach in."""
_SHORTEST_PHRASE = 4


class Proofreader:
    """Checks one reply at a time; keeps no state between calls, so one serves every window and thread."""

    def __init__(self, resources: Path, segmenter: Segmenter | None = None) -> None:
        """``resources`` is the program's resources folder; a ``segmenter`` already in use is shared."""
        folder = resources / "dictionaries"
        sounds = Sounds(folder / "sounds.tsv")
        self._segmenter = segmenter or Segmenter()
        self._confusions = Confusions(folder / "confusions.tsv", sounds)
        self._groups = read_groups(folder / "word_groups.tsv")
        self._lexicon = ServiceLexicon(folder, sounds)
        self._common = CommonWords(self._segmenter, sounds)
        self._likelihood = Likelihood(self._segmenter, self._lexicon.words)

    def load(self) -> None:
        """Read the big dictionary now, for a background thread after the first paint."""
        self._segmenter.load()
        self._common.load()

    def check(self, text: str, known_names: Sequence[str] = (), user_words: Sequence[str] = ()) -> tuple[Finding, ...]:
        """Typos and punctuation slips of ``text`` in reading order, never overlapping.

        Nothing is reported inside @names, #topics#, [emoji], links, numbers, quotations, {variables},
        ``known_names`` and ``user_words``.
        """
        safe = protected(text, known_names, user_words)
        readable = masked(text, safe)
        typos = _without_overlaps(self._candidates(readable))
        findings = [_typo(text, candidate) for candidate in typos]
        taken = [(f.start, f.end) for f in findings]
        findings += (f for f in _punctuation(text, safe) if not overlaps(f.start, f.end, taken))
        return tuple(sorted(findings, key=lambda f: (f.start, f.end)))

    def _candidates(self, readable: str) -> Iterator[Candidate]:
        yield from self._fixed(readable)
        yield from self._particles(readable)
        for start, end in han_runs(readable):
            clause = Clause(readable[start:end], start)
            yield from self._doubled(clause)
            for misreading in self._lexicon.misreadings(clause.text):
                candidate = self._weighed(clause, misreading, 0.0)
                if candidate is not None:
                    yield candidate
            # Any common word: brand names are made to sound like one, so these are never certain.
            for misreading in self._common.misreadings(clause.text):
                candidate = self._weighed(clause, misreading, _COMMON_EXTRA)
                if candidate is not None:
                    yield replace(candidate, grade=Grade.POSSIBLE, trust=Trust.QUIET)

    def _fixed(self, readable: str) -> Iterator[Candidate]:
        for start, row in self._confusions.find(readable):
            end = start + len(row.wrong)
            before, after = _around(readable, start, end)
            gain = self._gain(before, row.wrong, row.right, after)
            if self._speaks(row, gain, before, after):
                yield Candidate(start, end, row.right, row.grade, Trust.FIXED, gain, row.reason)

    def _speaks(self, row: Confusion, gain: float, before: str, after: str) -> bool:
        """A row without a needed context must read better; no word of the surroundings may reach in."""
        if gain >= _FIXED_SURE:
            return True
        return (bool(row.needed) or gain >= _FIXED_GAIN) and self._likelihood.stands_alone(before, row.wrong, after)

    def _particles(self, readable: str) -> Iterator[Candidate]:
        for start, end, right, reason in wrong_particles(
            self._segmenter.words(readable, guess_unknown=False), self._groups
        ):
            yield Candidate(start, end, right, Grade.POSSIBLE, Trust.QUIET, 0.0, reason)

    def _doubled(self, clause: Clause) -> Iterator[Candidate]:
        for start, end, single, certain in doubled(clause.text, self._groups):
            before, after = _around(clause.text, start, end)
            if self._likelihood.stands_alone(before, clause.text[start:end], after):
                grade = Grade.CERTAIN if certain else Grade.POSSIBLE
                reason = "多打了一个字" if end - start == 2 else "重复了"
                yield Candidate(clause.start + start, clause.start + end, single, grade, Trust.DOUBLED, 6.0, reason)

    def _weighed(self, clause: Clause, slip: Misreading, extra: float) -> Candidate | None:
        typed = clause.text[slip.start : slip.end]
        before, after = _around(clause.text, slip.start, slip.end)
        gain = self._gain(before, typed, slip.right, after)
        if len(typed) < _SHORTEST_PHRASE:
            grade = _word_grade(slip, typed, gain - extra)
            if grade is None or not self._likelihood.stands_alone(before, typed, after):
                return None
            start, end, right, trust = slip.start, slip.end, slip.right, Trust.WORD
        else:
            start, end, right = _narrowed(slip.start, typed, slip.right, self._segmenter)
            grade, trust = self._phrase_grade(slip, clause.text[start:end], gain), Trust.PHRASE
            if grade is None:
                return None
        return Candidate(clause.start + start, clause.start + end, right, grade, trust, gain, slip.reason)

    def _phrase_grade(self, slip: Misreading, typed: str, gain: float) -> Grade | None:
        """In a stock phrase even a real word is a slip (带来不变), but only for one of the very same sound."""
        if self._likelihood.count(typed) and slip.likeness is not Likeness.TONE:
            return None
        return Grade.CERTAIN if gain >= _PHRASE_CERTAIN[slip.likeness] else None

    def _gain(self, before: str, wrong: str, right: str, after: str) -> float:
        return self._likelihood.of(before + right + after) - self._likelihood.of(before + wrong + after)


def _word_grade(slip: Misreading, typed: str, gain: float) -> Grade | None:
    """Typists miss one character of a word: with none in common (惊艳, 经验) it is another word, perhaps a new one.

    Where all they have in common goes with anything (痣后, 之后), more is asked for.
    """
    shared = {a for a, b in zip(typed, slip.right, strict=True) if a == b}
    extra = _NOTHING_SHARED if not shared else _FREE_SHARED if shared == {typed[-1]} & _FREE else 0.0
    if shared and gain >= _WORD_CERTAIN[slip.likeness] + extra:
        return Grade.CERTAIN
    return Grade.POSSIBLE if gain >= _WORD_POSSIBLE[slip.likeness] + extra else None


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The Chinese characters just before and just after, as far as they take part in weighing."""
    return text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]


def _narrowed(start: int, typed: str, right: str, segmenter: Segmenter) -> tuple[int, int, str]:
    """Only the words of a phrase that differ: 代来 of 给您代来不便."""
    wrong_places = [i for i, (a, b) in enumerate(zip(typed, right, strict=True)) if a != b]
    words = segmenter.words(right, guess_unknown=False)
    first = next(w.start for w in words if w.end > wrong_places[0])
    last = next(w.end for w in words if w.end > wrong_places[-1])
    return start + first, start + last, right[first:last]


def _without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The most trusted, then most telling candidate of every overlapping group."""
    kept: list[Candidate] = []
    ranked = sorted(
        candidates,
        key=lambda c: (c.grade is not Grade.CERTAIN, -c.trust, -(c.end - c.start), -c.gain, c.start, c.right),
    )
    for candidate in ranked:
        if not overlaps(candidate.start, candidate.end, [(k.start, k.end) for k in kept]):
            kept.append(candidate)
    return kept


def _typo(text: str, candidate: Candidate) -> Finding:
    certain = candidate.grade is Grade.CERTAIN
    strength = 1 / (1 + exp(-max(-4.0, min(candidate.gain, 12.0)) / 4))
    return Finding(
        start=candidate.start,
        end=candidate.end,
        kind=FindingKind.TYPO,
        grade=candidate.grade,
        text=text[candidate.start : candidate.end],
        suggestions=(candidate.right,),
        probability=round(0.9 + 0.09 * strength if certain else 0.4 + 0.4 * strength, 3),
        reason=candidate.reason,
    )


def _punctuation(text: str, safe: Sequence[Span]) -> Iterator[Finding]:
    taken: list[Span] = list(safe)
    for slip in punctuation_slips(text):
        if not overlaps(slip.start, slip.end, taken):
            taken.append((slip.start, slip.end))
            yield Finding(
                start=slip.start,
                end=slip.end,
                kind=FindingKind.PUNCTUATION,
                grade=Grade.POSSIBLE,
                text=text[slip.start : slip.end],
                suggestions=slip.suggestions,
                probability=0.6,
                reason=slip.reason,
            )
