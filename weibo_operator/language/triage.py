"""Suggests the labels of one text by a learner and word lists, with the deciding words as reasons.

Mission A8, B1, D2; the labels are those of weibo.md part 8.
"""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from msgspec import Struct

from weibo_operator.domain.labels import Kind, Nature, Source
from weibo_operator.domain.levels import text_level
from weibo_operator.domain.triage import Triage
from weibo_operator.language.matters import MatterRules
from weibo_operator.language.triage_labels import Placement
from weibo_operator.language.triage_learned import LearnedTriage
from weibo_operator.language.triage_lessons import Lesson, Lessons
from weibo_operator.language.triage_listed import ListedTriage
from weibo_operator.language.triage_reading import Reader, Reading
from weibo_operator.language.triage_rules import Hits, Topic, read_topics
from weibo_operator.language.triage_verdict import Verdict

_THING = "about.thing"
_BY_PRODUCT = (Nature.QUALITY, Nature.PRICE, Nature.USAGE)
_NO_LESSONS = Lessons()


class _Lists(Struct, frozen=True):
    reader: Reader
    topics: tuple[Topic, ...]
    listed: ListedTriage
    matters: MatterRules


class TriageRules:
    """The word lists and the learner of triage, read once; ``triage`` has no state.

    ``dictionaries/triage_*.tsv`` and ``language/triage.bin`` are read at the first text, which raises ``OSError`` when
    one is missing: the first picture does not wait for them.
    """

    def __init__(self, resources: Path) -> None:
        """``resources`` is the program's resources folder."""
        self._resources = resources
        self._lock = Lock()
        self._lists: _Lists | None = None
        self._loaded: LearnedTriage | None = None

    def load(self) -> None:
        """Read everything now, for a background thread after the first paint."""
        self._learned()

    def triage(
        self,
        text: str,
        *,
        source: Source = Source.COMMENT,
        followers: int | None = None,
        parent_text: str = "",
        terms: Iterable[str] = (),
        lessons: Lessons = _NO_LESSONS,
    ) -> Triage:
        """Return the suggested labels of a raw text (HTML and a ``//@`` chain allowed).

        Only the part before the first ``//@`` counts; ``parent_text`` helps where the text names no topic or product
        itself; ``terms`` are the shop's own words, each of which may be a product; ``lessons`` are the operator's
        corrections.
        """
        lists = self._read_lists()
        reading = lists.reader.read(text)
        parent = lists.reader.read(parent_text) if parent_text else None
        parent_hits: Hits = parent.hits if parent is not None else {}
        judged = self._verdict(reading, parent_hits, source, followers, lessons)
        parent_words = parent.simple if parent is not None else ""
        reasons = (*judged.reasons, judged.alarm.reason, judged.urgent_reason, judged.audience_reason)
        in_crisis, how_soon = judged.alarm.holds, judged.urgency
        return Triage(
            kind=judged.kind,
            nature=judged.placed.nature,
            aspect=judged.placed.aspect,
            department=judged.placed.department,
            urgency=how_soon,
            level=text_level(judged.kind, how_soon, in_crisis=in_crisis, followers=followers),
            urgent_words=(judged.alarm.reason or judged.urgent_reason).partition("→")[0],
            crisis=in_crisis,
            sentiment=judged.sentiment,
            audience=judged.audience,
            topic=_topic(judged.placed, reading),
            issue=lists.matters.issue(reading.simple, judged.placed),
            product=lists.matters.product(reading.simple, parent_words, terms),
            no_reply=judged.kind in (Kind.CHATTER, Kind.SPAM),
            reasons=tuple(dict.fromkeys(reason for reason in reasons if reason)),
        )

    def lesson(self, text: str, head: str, label: str) -> Lesson:
        """A correction the operator made on this text: the head (kind, nature …) and the right label."""
        reading = self._read_lists().reader.read(text)
        return Lesson(reading.words, reading.pieces, head, label)

    def _verdict(
        self, reading: Reading, parent_hits: Hits, source: Source, followers: int | None, lessons: Lessons
    ) -> Verdict:
        if not reading.words or source is Source.SEARCH:
            return self._read_lists().listed.verdict(reading, parent_hits, source, followers)
        return self._learned().verdict(reading, parent_hits, source, followers, lessons)

    def _read_lists(self) -> _Lists:
        with self._lock:
            if self._lists is None:
                folder = self._resources / "dictionaries"
                topics = read_topics(folder / "triage_topics.tsv")
                listed = ListedTriage(folder, topics)
                self._lists = _Lists(Reader(self._resources), topics, listed, MatterRules(folder))
            return self._lists

    def _learned(self) -> LearnedTriage:
        lists = self._read_lists()
        with self._lock:
            if self._loaded is None:
                path = self._resources / "language" / "triage.bin"
                self._loaded = LearnedTriage(path, lists.topics, lists.listed)
            return self._loaded


def _topic(placed: Placement, reading: Reading) -> str:
    """A product word where one was found and the matter is the product's, else the nature (mission C4)."""
    if placed.nature in _BY_PRODUCT and _THING in reading.hits:
        return reading.as_written(reading.hits[_THING].words[0])
    return placed.nature.value
