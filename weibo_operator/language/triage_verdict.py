"""What triage finds a text to be, before it is put together with followers, topic and product."""

import re

from msgspec import Struct

from weibo_operator.domain.labels import Audience, Kind, Sentiment, Urgency
from weibo_operator.language.triage_advice import Finding
from weibo_operator.language.triage_labels import Placement
from weibo_operator.language.triage_reading import Reading

WORDS_IN_REASON = 2
_QUOTATION_MARKS = re.compile('[“”‘’"「」『』]')


class Verdict(Struct, frozen=True):
    """The labels, and the short Chinese phrases that say why (empty where a label needs none).

    ``is_heard`` is False where no list held any of the words.
    """

    kind: Kind
    placed: Placement
    alarm: Finding
    urgency: Urgency
    urgent_reason: str
    audience: Audience
    audience_reason: str
    sentiment: Sentiment
    reasons: tuple[str, ...]
    is_heard: bool = True


def quoted(signal: str, reading: Reading) -> str:
    """The words of a signal as the customer wrote them, at most two, in quotation marks; those that overlap are one.

    One pattern often ends within the word that the next one goes on with. The customer's own quotation marks part
    words, so that no mark stands within ours: each quoted run still stands so in the text.
    """
    words = [reading.as_written(word) for word in reading.hits[signal].words[:WORDS_IN_REASON]]
    runs = (run for word in _put_together(reading.words, words) for run in _QUOTATION_MARKS.split(word))
    return "".join(f"“{run}”" for run in runs if run.strip())


def _put_together(text: str, words: list[str]) -> list[str]:
    """Two words that share characters where they stand in the text, as the one run they are."""
    if len(words) != WORDS_IN_REASON:
        return words
    starts = [text.find(word) for word in words]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    overlap = min(starts) >= 0 and max(starts) < min(ends)
    return [text[min(starts) : max(ends)]] if overlap else words
