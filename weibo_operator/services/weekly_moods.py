"""情绪变化: examples of tickets that began negative, with the words that decide their tone (weekly figure 19)."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from weibo_operator.domain.labels import Sentiment
from weibo_operator.domain.weekly_facts import MoodFact
from weibo_operator.domain.weekly_more import MoodExample, Said
from weibo_operator.language.sentiment import ToneRules
from weibo_operator.storage import week_lists
from weibo_operator.storage.connection import Connection

EXAMPLES = 2
"""Of each way to end."""
_ENDS = (Sentiment.POSITIVE, Sentiment.NEUTRAL, Sentiment.NEGATIVE, None)


class Moods:
    """Reads the list of telling words with the first week that has an example."""

    def __init__(self, connection: Connection, resources: Path) -> None:
        self._connection = connection
        self._words = resources / "dictionaries" / "triage_sentiment.tsv"

    def examples(self, moods: Sequence[MoodFact]) -> tuple[MoodExample, ...]:
        """The latest tickets of each way to end, those that ended well first."""
        chosen = [each for end in _ENDS for each in _latest(moods, end)]
        found = week_lists.mood_texts(self._connection, (each.id for each in chosen)) if chosen else {}
        return tuple(
            MoodExample(
                ticket_id=found[each.id].ticket_id,
                nickname=found[each.id].nickname,
                opened_at=found[each.id].opened_at,
                began=self._said(found[each.id].first, Sentiment.NEGATIVE),
                ended=None if each.ended is None else self._said(found[each.id].last, Sentiment(each.ended)),
                tone=None if each.ended is None else Sentiment(each.ended),
            )
            for each in chosen
        )

    @cached_property
    def _tone(self) -> ToneRules:
        return ToneRules(self._words)

    def _said(self, text: str, tone: Sentiment) -> Said:
        """A text with the words that speak for its tone; none where they are not in the list."""
        found, words = self._tone.tone(text)
        return Said(text, tuple(dict.fromkeys(words)) if found is tone else ())


def _latest(moods: Iterable[MoodFact], end: Sentiment | None) -> list[MoodFact]:
    return [each for each in moods if each.ended == end][-EXAMPLES:]
