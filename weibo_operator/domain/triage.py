"""What triage says of one inbound text: a suggestion with its reasons, never a decision."""

from msgspec import Struct

from weibo_operator.domain.labels import Aspect, Audience, Kind, Level, Nature, Sentiment, Urgency


class Triage(Struct, frozen=True):
    """Suggested labels for one text (product.md, Intake and triage).

    ``reasons`` are short Chinese phrases naming the deciding words, in order of weight. ``topic`` is the key by
    which public replies alternate (mission C4): the nature, or a product word where one was found.
    ``issue`` and ``product`` are what it is about more exactly, '' where nothing tells: crowds form by them (A12).
    ``no_reply`` is True for chatter and spam, which most likely need no answer.
    """

    kind: Kind
    nature: Nature
    aspect: Aspect
    department: str
    urgency: Urgency
    level: Level
    crisis: bool
    sentiment: Sentiment
    audience: Audience
    topic: str
    issue: str
    product: str
    no_reply: bool
    urgent_words: str
    reasons: tuple[str, ...]
