"""Suggests the labels of one text by a learner and word lists, with the deciding words as reasons.

Mission A8, B1, D2; the labels are those of weibo.md part 8.
"""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from weibo_operator.domain.labels import Kind, Nature, Source
from weibo_operator.domain.levels import text_level
from weibo_operator.domain.triage import Triage
from weibo_operator.language.matters import MatterRules
from weibo_operator.language.triage_labels import Placement
from weibo_operator.language.triage_learned import LearnedTriage
from weibo_operator.language.triage_lessons import Lesson, Lessons
from weibo_operator.language.triage_listed import ListedTriage
from weibo_operator.language.triage_reading import Reader, Reading
from weibo_operator.language.triage_rules import Hits, read_topics
from weibo_operator.language.triage_verdict import Verdict

_THING = "about.thing"
_BY_PRODUCT = (Nature.QUALITY, Nature.PRICE, Nature.USAGE)
_NO_LESSONS = Lessons()


class TriageRules:
    """The word lists and the learner of triage, read once; ``triage`` has no state and never raises."""

    def __init__(self, resources: Path) -> None:
        """Read ``dictionaries/triage_*.tsv`` under ``resources``; raises ``OSError`` when one is missing.

        The learner (``language/triage.bin``) is read at the first text.
        """
        lists = resources / "dictionaries"
        self._learner_file = resources / "language" / "triage.bin"
        self._reader = Reader(resources)
        self._topics = read_topics(lists / "triage_topics.tsv")
        self._listed = ListedTriage(lists, self._topics)
        self._matters = MatterRules(lists)
        self._lock = Lock()
        self._loaded: LearnedTriage | None = None

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
        reading = self._reader.read(text)
        parent = self._reader.read(parent_text) if parent_text else None
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
            issue=self._matters.issue(reading.simple, judged.placed),
            product=self._matters.product(reading.simple, parent_words, terms),
            no_reply=judged.kind in (Kind.CHATTER, Kind.SPAM),
            reasons=tuple(dict.fromkeys(reason for reason in reasons if reason)),
        )

    def lesson(self, text: str, head: str, label: str) -> Lesson:
        """A correction the operator made on this text: the head (kind, nature …) and the right label."""
        reading = self._reader.read(text)
        return Lesson(reading.words, reading.pieces, head, label)

    def _verdict(
        self, reading: Reading, parent_hits: Hits, source: Source, followers: int | None, lessons: Lessons
    ) -> Verdict:
        if not reading.words or source is Source.SEARCH:
            return self._listed.verdict(reading, parent_hits, source, followers)
        return self._learned().verdict(reading, parent_hits, source, followers, lessons)

    def _learned(self) -> LearnedTriage:
        with self._lock:
            if self._loaded is None:
                self._loaded = LearnedTriage(self._learner_file, self._topics, self._listed)
            return self._loaded


def _topic(placed: Placement, reading: Reading) -> str:
    """A product word where one was found and the matter is the product's, else the nature (mission C4)."""
    if placed.nature in _BY_PRODUCT and _THING in reading.hits:
        return reading.as_written(reading.hits[_THING].words[0])
    return placed.nature.value
