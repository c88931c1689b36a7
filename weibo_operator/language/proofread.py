"""Finds typos in a reply: fixed confusions, the typo model, doubled words, particles, punctuation (mission D4, F7)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from threading import Lock

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.language.candidates import Candidate, Clause, Trust
from weibo_operator.language.confusions import Confusion, Confusions
from weibo_operator.language.doubled import doubled
from weibo_operator.language.particles import asks_with_ba, asks_with_ma, wrong_particles
from weibo_operator.language.punctuation import punctuation_slips
from weibo_operator.language.segment import Word
from weibo_operator.language.sounds import Sounds
from weibo_operator.language.spans import Span, han_runs, masked, overlaps, protected
from weibo_operator.language.tables import read_groups
from weibo_operator.language.typos.model import TypoModel
from weibo_operator.language.typos.set_phrases import SetPhrases

_LISTS = ("confusions.tsv", "collocations.tsv", "collocations_more.tsv")
_FIXED_GAIN = -0.6
"""A listed mistake without a needed context must read better (log10) corrected, or at least hardly worse: the model
has seen many of the same mistakes."""
_FIXED_SURE = 2.2
"""A listed mistake this much likelier corrected is one even where a word of the context seems to reach in."""
_SEAM = 0.3
"""What words may cost to end where a listed mistake does: no word of the surroundings reaches in."""
_FIXED_PROBABILITY = {Grade.CERTAIN: 0.98, Grade.POSSIBLE: 0.6}
_DOUBLED_PROBABILITY = {Grade.CERTAIN: 0.95, Grade.POSSIBLE: 0.6}
_PARTICLE_PROBABILITY = {Grade.CERTAIN: 0.9, Grade.POSSIBLE: 0.6}
_PARTICLE_GAIN = 0.5

Groups = Mapping[str, frozenset[str]]


class _Read:
    """The word lists and the typo model."""

    def __init__(self, resources: Path) -> None:
        dictionaries, language = resources / "dictionaries", resources / "language"
        sounds = Sounds(dictionaries / "sounds.tsv")
        self.confusions = Confusions((dictionaries / name for name in _LISTS), sounds)
        self.groups = read_groups(dictionaries / "word_groups.tsv")
        self.phrases = SetPhrases(language / "set_phrases.txt")
        self.model = TypoModel(language, dictionaries, sounds)


class Proofreader:
    """Checks one reply at a time; word lists and typo model are read at the first use or by ``load``.

    Both raise ``OSError`` where a file is missing.
    """

    def __init__(self, resources: Path) -> None:
        """``resources`` is the program's resources folder."""
        self._resources = resources
        self._loading = Lock()
        self._read: _Read | None = None

    def load(self) -> None:
        """Read everything now, for a background thread after the first paint."""
        self._loaded()

    def learn(self, replies: Iterable[str]) -> None:
        """Take the shop's own replies and templates into the statistics; replaces what was learnt before."""
        self._loaded().model.learn(
            text[start:end] for reply in replies for text in (_readable(reply),) for start, end in han_runs(text)
        )

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

    def _loaded(self) -> _Read:
        with self._loading:
            if self._read is None:
                self._read = _Read(self._resources)
            return self._read

    def _candidates(self, readable: str) -> Iterator[Candidate]:
        read = self._loaded()
        model = read.model
        clauses = [Clause(readable[start:end], start) for start, end in han_runs(readable)]
        for start, row in read.confusions.find(readable):
            end = start + len(row.wrong)
            clause = next((each for each in clauses if each.start <= start and end <= each.end), None)
            if clause is not None:
                yield from self._fixed(model, clause, start - clause.start, row)
            elif not row.wrong.isalpha():  # a row with a mark in it (嘛？) carries its own context
                yield _listed(start, row)
        for clause in clauses:
            yield from self._phrases_of(read.phrases, model, clause)
            yield from self._meant(model, clause, readable)
            yield from self._finger_slips(model, clause)
            yield from self._doubled(read.groups, model, clause)
            yield from self._particles(read.groups, model, clause)
            yield from _final_particles(clause, readable[clause.end : clause.end + 1])

    def _fixed(self, model: TypoModel, clause: Clause, start: int, row: Confusion) -> Iterator[Candidate]:
        end = start + len(row.wrong)
        gain = model.gain(clause.text, start, end, row.right)
        if self._speaks(row, gain, model, clause, start, end):
            yield _listed(clause.start + start, row)

    def _speaks(self, row: Confusion, gain: float, model: TypoModel, clause: Clause, start: int, end: int) -> bool:
        """A row without a needed context must read better; no word of the surroundings may reach in."""
        if gain >= _FIXED_SURE:
            return True
        return (bool(row.needed) or gain >= _FIXED_GAIN) and _stands_alone(model, clause.text, start, end)

    def _phrases_of(self, phrases: SetPhrases, model: TypoModel, clause: Clause) -> Iterator[Candidate]:
        for slip in phrases.slips(clause.text):
            if model.gain(clause.text, slip.start, slip.end, slip.right) > 0.0:
                yield Candidate(
                    clause.start + slip.start,
                    clause.start + slip.end,
                    (slip.right,),
                    Grade.CERTAIN,
                    Trust.PHRASE,
                    _FIXED_PROBABILITY[Grade.CERTAIN],
                    slip.reason,
                )

    def _meant(self, model: TypoModel, clause: Clause, readable: str) -> Iterator[Candidate]:
        for found in model.suggestions(clause.text, readable):
            yield Candidate(
                clause.start + found.start,
                clause.start + found.end,
                found.rights,
                Grade.CERTAIN if found.certain else Grade.POSSIBLE,
                Trust.MODEL,
                found.probability,
                found.reason,
            )

    def _finger_slips(self, model: TypoModel, clause: Clause) -> Iterator[Candidate]:
        for slip in model.finger_slips(clause.text):
            yield Candidate(
                clause.start + slip.start,
                clause.start + slip.end,
                (slip.right,),
                Grade.CERTAIN if slip.certain else Grade.POSSIBLE,
                Trust.DOUBLED,
                _DOUBLED_PROBABILITY[Grade.CERTAIN if slip.certain else Grade.POSSIBLE],
                slip.reason,
            )

    def _doubled(self, groups: Groups, model: TypoModel, clause: Clause) -> Iterator[Candidate]:
        for start, end, single, certain in doubled(clause.text, groups):
            if _stands_alone(model, clause.text, start, end):
                grade = Grade.CERTAIN if certain else Grade.POSSIBLE
                reason = "多打了一个字" if end - start == 2 else "重复了"
                yield Candidate(
                    clause.start + start,
                    clause.start + end,
                    (single,),
                    grade,
                    Trust.DOUBLED,
                    _DOUBLED_PROBABILITY[grade],
                    reason,
                )

    def _particles(self, groups: Groups, model: TypoModel, clause: Clause) -> Iterator[Candidate]:
        words = tuple(
            Word(edge.start, edge.end, clause.text[edge.start : edge.end]) for edge in model.lattice(clause.text).path
        )
        found = list(wrong_particles(words, groups))
        for particle, degree in pairwise(words):
            of_degree = particle.text == "的" and degree.text in groups["程度"]
            if of_degree and model.gain(clause.text, particle.start, particle.end, "得") >= _PARTICLE_GAIN:
                found.append((particle.start, particle.end, "得", "说明程度一般用“得”"))
        for start, _, right, reason in found:
            yield _particle(clause, start, right, Grade.POSSIBLE, reason)


def _final_particles(clause: Clause, after: str) -> Iterator[Candidate]:
    last = len(clause.text) - 1
    if asks_with_ba(clause.text, after):
        yield _particle(clause, last, "吧", Grade.CERTAIN, "句末语气词用“吧”")
    elif asks_with_ma(clause.text, after):
        yield _particle(clause, last, "吗", Grade.POSSIBLE, "问句末尾用“吗”")


def _listed(start: int, row: Confusion) -> Candidate:
    probability = _FIXED_PROBABILITY[row.grade]
    return Candidate(start, start + len(row.wrong), (row.right,), row.grade, Trust.FIXED, probability, row.reason)


def _particle(clause: Clause, place: int, right: str, grade: Grade, reason: str) -> Candidate:
    start = clause.start + place
    return Candidate(start, start + 1, (right,), grade, Trust.QUIET, _PARTICLE_PROBABILITY[grade], reason)


def _readable(text: str) -> str:
    return masked(text, protected(text))


def _stands_alone(model: TypoModel, text: str, start: int, end: int) -> bool:
    """Whether cutting at both ends costs nothing: no word of the context reaches in."""
    lattice = model.lattice(text)
    return lattice.cost_of_seam(start) <= _SEAM and lattice.cost_of_seam(end) <= _SEAM


def _without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The most trusted, then most probable candidate of every overlapping group."""
    kept: list[Candidate] = []
    ranked = sorted(
        candidates,
        key=lambda c: (c.grade is not Grade.CERTAIN, -c.trust, -c.probability, -(c.end - c.start), c.start, c.rights),
    )
    for candidate in ranked:
        if not overlaps(candidate.start, candidate.end, [(k.start, k.end) for k in kept]):
            kept.append(candidate)
    return kept


def _typo(text: str, candidate: Candidate) -> Finding:
    return Finding(
        start=candidate.start,
        end=candidate.end,
        kind=FindingKind.TYPO,
        grade=candidate.grade,
        text=text[candidate.start : candidate.end],
        suggestions=candidate.rights,
        probability=round(candidate.probability, 3),
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
