"""What triage finds a text to be, before it is put together with followers, topic and product."""

from dataclasses import dataclass

from weibo_operator.domain.labels import Audience, Kind, Sentiment, Urgency
from weibo_operator.language.triage_advice import Finding
from weibo_operator.language.triage_labels import Placement
from weibo_operator.language.triage_reading import Reading

WORDS_IN_REASON = 2


@dataclass(frozen=True, slots=True)
class Verdict:
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
    """The words of a signal as the customer wrote them, at most two, in quotation marks."""
    return "".join(f"“{reading.as_written(word)}”" for word in reading.hits[signal].words[:WORDS_IN_REASON])
