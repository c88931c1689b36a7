"""Finds what a reply promises the customer, and by when (mission D17); what others do or did is none."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.findings import Finding, FindingKind, Grade
from weibo_operator.domain.promises import Promise, PromiseKind, due_in_words
from weibo_operator.language.due_dates import TimeWords, time_words
from weibo_operator.language.numerals import FULL_WIDTH
from weibo_operator.language.promise_clauses import Clause, clauses
from weibo_operator.language.spans import masked, outside_voice, overlaps
from weibo_operator.language.tables import read_rows
from weibo_operator.language.work_days import read_work_days

_TIMED = "说了时限"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PROBABILITY = {Grade.CERTAIN: 0.9, Grade.POSSIBLE: 0.6}


class _Row(Struct, frozen=True):
    """A pattern of the table: words that promise by themselves, or (``deed``) what is done by a named time."""

    pattern: re.Pattern[str]
    kind: PromiseKind
    grade: Grade
    reason: str


class PromiseRules:
    """The tables of deeds and of binding words; asking keeps no state."""

    def __init__(self, folder: Path) -> None:
        """Read ``promise_deeds.tsv``, ``promises.tsv`` and ``holidays.tsv`` in the folder of dictionaries."""
        self._days = read_work_days(folder / "holidays.tsv")
        self._deeds = tuple(
            _row(pattern, grade, kind, "") for pattern, grade, kind in read_rows(folder / "promise_deeds.tsv", 3)
        )
        self._words = tuple(
            _row(pattern, grade, kind, reason) for pattern, grade, kind, reason in read_rows(folder / "promises.tsv", 4)
        )

    def promises(self, text: str, now: datetime | None = None) -> tuple[Promise, ...]:
        """What ``text`` promises in reading order, never overlapping; dates as of ``now``, none without it."""
        readable = masked(text, outside_voice(text, numbers=False)).translate(FULL_WIDTH)
        times = time_words(readable, _EPOCH if now is None else now, self._days)
        found = _merged(tuple(self._timed(readable, times)), tuple(self._timeless(readable)))
        kept: list[Promise] = []
        for each in sorted(found, key=lambda p: (p.start, -p.end)):
            if not kept or (each.start >= kept[-1].end and not _says_again(each, kept[-1])):
                kept.append(_told(each, text, known=now is not None))
        return tuple(kept)

    def find(self, text: str, now: datetime | None = None) -> Iterator[Finding]:
        """The promises as findings of the desk check; the reason tells the date."""
        for each in self.promises(text, now):
            yield Finding(
                start=each.start,
                end=each.end,
                kind=FindingKind.PROMISE,
                grade=each.grade,
                text=each.text,
                suggestions=(),
                probability=_PROBABILITY[each.grade],
                reason=each.reason,
            )

    def _timed(self, readable: str, times: Sequence[TimeWords]) -> Iterator[Promise]:
        """Deeds with a limit, or with "尽快" and "到货后" for one."""
        before: tuple[Clause, TimeWords] | None = None
        for clause in clauses(readable):
            inside = [words for words in times if clause.start <= words.start and words.end <= clause.end]
            limit = next((words for words in reversed(inside) if _is_limit(words, readable)), None)
            deed = self._deed(clause, clause.start if limit is None else limit.start)
            carried = _carried(before, clause)
            if carried is not None and clause.looks_back:
                limit = None
            if deed is not None and clause.binds(deed[0], timed=limit is not None):
                yield from _promise(clause, deed, limit, carried)
            elif deed is None and limit is not None and limit.due is not None and clause.names_us:
                yield from _hinted(clause, limit)
            before = (clause, limit) if deed is None and limit is not None else None

    def _deed(self, clause: Clause, start: int) -> tuple[int, int, _Row] | None:
        """The first deed of the clause, by preference after ``start``; of several the first row."""
        found = [
            (match.start() + clause.start < start, order, match.start() + clause.start, row, match.end() + clause.start)
            for order, row in enumerate(self._deeds)
            for match in row.pattern.finditer(clause.text)
        ]
        if not found:
            return None
        _, _, begin, row, end = min(found, key=lambda f: f[:3])
        return begin, end, row

    def _timeless(self, readable: str) -> Iterator[Promise]:
        for clause in clauses(readable):
            for row in self._words:
                for match in row.pattern.finditer(clause.text):
                    start, end = match.start() + clause.start, match.end() + clause.start
                    if end > start and clause.is_ours(start, spoken=True):
                        yield Promise(start, end, row.kind, None, row.grade, "", row.reason)


def _hinted(clause: Clause, limit: TimeWords) -> Iterator[Promise]:
    """A time and ourselves in one clause, whatever we do then: quietly taken for a promise."""
    waits = clause.asks_for_time or clause.hands_on or clause.is_state
    if not waits and clause.binds(limit.end, timed=True) and clause.binds(clause.end, timed=True):
        due = None if clause.has_event else limit.due
        end = max(clause.spoken_end, limit.end)
        yield Promise(limit.start, end, PromiseKind.RESOLVE, due, Grade.POSSIBLE, "", _TIMED)


def _carried(before: tuple[Clause, TimeWords] | None, clause: Clause) -> TimeWords | None:
    """The time named in the clause before, where it is meant for this one."""
    if before is None:
        return None
    earlier, limit = before
    covers = limit.end - limit.start >= earlier.spoken_end - earlier.start - 1
    if clause.looks_back or earlier.asks_for_time:
        return limit
    return limit if (earlier.hands_on or covers) and not earlier.question and not clause.has_event else None


def _promise(
    clause: Clause, deed: tuple[int, int, _Row], limit: TimeWords | None, carried: TimeWords | None
) -> Iterator[Promise]:
    begin, end, row = deed
    last = max(clause.spoken_end, end)
    if limit is not None:
        due = None if clause.has_event else limit.due
        grade = Grade.POSSIBLE if clause.is_loose else Grade.CERTAIN
        yield Promise(min(begin, limit.start), max(last, limit.end), row.kind, due, grade, "", _TIMED)
        return
    if carried is not None:
        grade = Grade.POSSIBLE if clause.is_loose else Grade.CERTAIN
        yield Promise(begin, last, row.kind, carried.due, grade, "", _TIMED)
        return
    soon = clause.soon(begin)
    if soon is not None and row.kind is not PromiseKind.RESOLVE:
        yield Promise(min(soon, begin), last, row.kind, None, Grade.POSSIBLE, "", "答应了去做")


def _is_limit(words: TimeWords, readable: str) -> bool:
    """Whether the time is one to come; a bare span counts only right before what we do in it."""
    if words.past or readable[words.end : words.end + 1] == "的":
        return False
    return not words.bare or re.match(r"[，,]?(?:给|必|为|帮|就|会|能|一定|肯定)", readable[words.end :]) is not None


def _merged(timed: Sequence[Promise], timeless: Sequence[Promise]) -> Iterator[Promise]:
    """Timed promises, each told by the binding words it overlaps where its own deed is unknown, and the other ones."""
    for each in timed:
        words = [p for p in timeless if overlaps(p.start, p.end, [(each.start, each.end)])]
        known = each.kind is not PromiseKind.RESOLVE or each.grade is not Grade.POSSIBLE or not words
        yield each if known else replace(each, kind=words[0].kind, grade=words[0].grade)
    spans = [(each.start, each.end) for each in timed]
    yield from (p for p in timeless if not overlaps(p.start, p.end, spans))


def _says_again(promise: Promise, before: Promise) -> bool:
    """Whether it is the guarantee of the clause before, in other words: "向您保证，绝不会再…"."""
    return promise.kind is before.kind is PromiseKind.GUARANTEE and promise.start - before.end <= 1


def _told(promise: Promise, text: str, *, known: bool) -> Promise:
    due = promise.due if known else None
    what = promise.reason if promise.reason != _TIMED else f"{_TIMED}：{promise.kind.label}"
    reason = f"{what}，{due_in_words(due)}" if due else what
    return Promise(
        promise.start, promise.end, promise.kind, due, promise.grade, text[promise.start : promise.end], reason
    )


def _row(pattern: str, grade: str, kind: str, reason: str) -> _Row:
    return _Row(re.compile(pattern), PromiseKind(kind), Grade.CERTAIN if grade == "c" else Grade.POSSIBLE, reason)
