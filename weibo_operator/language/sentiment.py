"""Reads the tone of a text from word and emoji lists."""

from pathlib import Path

from weibo_operator.domain.labels import Sentiment
from weibo_operator.language.triage_rules import SignalBook, read_signals

_POSITIVE = str(int(Sentiment.POSITIVE))
_NEGATIVE = str(int(Sentiment.NEGATIVE))


class ToneRules:
    """The tone by counting good and bad words; a tie or nothing found is neutral."""

    def __init__(self, words: Path) -> None:
        self._book: SignalBook = read_signals(words)

    def tone(self, text: str) -> tuple[Sentiment, tuple[str, ...]]:
        """Return the tone and the words that decided it (none when neutral)."""
        hits = self._book.find(text)
        good = hits[_POSITIVE].count if _POSITIVE in hits else 0
        bad = hits[_NEGATIVE].count if _NEGATIVE in hits else 0
        if good > bad:
            return Sentiment.POSITIVE, hits[_POSITIVE].words
        if bad > good:
            return Sentiment.NEGATIVE, hits[_NEGATIVE].words
        return Sentiment.NEUTRAL, ()
