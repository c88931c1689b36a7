"""升温词: which words rose this week (weekly figure 25), and the tickets they stand in."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from weibo_operator.domain.weekly_facts import Span, TopicFact
from weibo_operator.domain.weekly_more import Topic
from weibo_operator.domain.weekly_topics import LEAST, Rising, Texts, around, holds, rising_words, tickets_with
from weibo_operator.language.topic_words import TopicWords, readable
from weibo_operator.services.stages import Progress
from weibo_operator.storage import templates
from weibo_operator.storage.connection import Connection
from weibo_operator.storage.week_texts import customer_texts, texts_of

EXAMPLES = 2


class Risen(Struct, frozen=True):
    """A week's rising words, and the tickets of each of the weeks looked at that hold any of them."""

    topics: tuple[Topic, ...]
    tickets: tuple[TopicFact, ...]
    earlier: tuple[tuple[TopicFact, ...], ...]


class Topics:
    """Looks for topics in the file's own words; ``words`` cuts them and remembers what it has cut."""

    def __init__(self, connection: Connection, words: TopicWords) -> None:
        self._connection = connection
        self._words = words

    def risen(
        self, span: Span, earlier: Sequence[Span], base: int, progress: Progress = lambda _done, _all: None
    ) -> Risen:
        """What rose in a span: the first of ``earlier`` is compared with, its last ``base`` are the base.

        ``progress`` is called before each text that is cut.
        """
        now = self._texts(span)
        before = tuple(self._texts(each) for each in earlier)
        found = rising_words(now, before[-base:], self._candidates(now, progress), before=before[0])
        chosen = [rising.word for rising in found]
        return Risen(
            tuple(self._topic(rising, span) for rising in found),
            _any_of(now, chosen),
            tuple(_any_of(each, chosen) for each in before),
        )

    def tickets_with(self, span: Span, words: Sequence[str]) -> tuple[TopicFact, ...]:
        """The span's tickets in which customers used any of the words, none of which may be empty."""
        return _any_of(self._texts(span), [word for word in words if word])

    def _texts(self, span: Span) -> Texts:
        found = customer_texts(self._connection, span)
        return {ticket: "\n".join(map(readable, texts)) for ticket, texts in found.items()}

    def _candidates(self, texts: Texts, progress: Progress) -> list[str]:
        """The words cut from enough of the tickets, and the shop's own words (products) that stand in any."""
        counts: Counter[str] = Counter()
        for place, text in enumerate(texts.values()):
            progress(place, len(texts))
            counts.update(self._words.of(text))
        own = self._words.allowed(entry.word for entry in templates.own_words(self._connection, "term"))
        return [*own, *(word for word, count in counts.items() if count >= LEAST)]

    def _topic(self, rising: Rising, span: Span) -> Topic:
        said = texts_of(self._connection, span, rising.tickets[-EXAMPLES:])
        examples = tuple(_example(texts, rising.word) for texts in said.values())
        return Topic(rising.word, len(rising.tickets), rising.share, rising.previous, rising.base_share, examples)


def _example(texts: Sequence[str], word: str) -> str:
    """The latest of a ticket's messages that holds the word, around it."""
    return around(next((text for text in reversed(texts) if holds(readable(text), word)), texts[-1]), word)


def _any_of(texts: Texts, words: Sequence[str]) -> tuple[TopicFact, ...]:
    found = set(chain.from_iterable(tickets_with(texts, word) for word in words))
    return tuple(TopicFact(ticket) for ticket in texts if ticket in found)
