"""Suggests the labels of one text by weighted word lists, with the deciding words as reasons (mission A8, B1, D2)."""

from collections.abc import Iterable
from pathlib import Path

from weibo_operator.domain.labels import Kind, Nature, Sentiment, Source
from weibo_operator.domain.levels import text_level
from weibo_operator.domain.triage import Triage
from weibo_operator.language.clean import plain, split_chain, strip_html
from weibo_operator.language.matters import MatterRules
from weibo_operator.language.sentiment import ToneRules
from weibo_operator.language.triage_advice import audience, crisis, urgency
from weibo_operator.language.triage_examples import Evidence, Example, ExampleModel, read_examples
from weibo_operator.language.triage_labels import KindChoice, Placement, choose_kind, place
from weibo_operator.language.triage_rules import Hit, Hits, read_signals, read_topics, read_weights

_SIGNAL_LISTS = ("signals", "crisis", "acts", "products")
_THING, _DAMAGE = "about.thing", "act.damage"
_OFF_TOPIC = frozenset(("act.drama", "act.news", "act.debate"))
_READ_AT_MOST = 2_000
_LONG_TEXT = 200
_WORDS_IN_REASON = 2
_NOTHING_FOUND = "没有找到要处理的内容"
_LIKE_EXAMPLES = "与示例相近："
_ONLY_MARKS = "只有@、链接或转发"
_BY_PRODUCT = (Nature.QUALITY, Nature.PRICE, Nature.USAGE)
_TONE_OF_KIND = {
    Kind.COMPLAINT: Sentiment.NEGATIVE,
    Kind.ABUSE: Sentiment.NEGATIVE,
    Kind.PRAISE: Sentiment.POSITIVE,
}


class TriageRules:
    """The word lists of triage, read once; ``triage`` has no state and never raises."""

    def __init__(self, resources: Path, corrections: Iterable[Example] = ()) -> None:
        """Read ``dictionaries/triage_*.tsv`` under ``resources``; raises ``OSError`` when one is missing.

        ``corrections`` are texts whose labels this business's operator set: they are learned like the shipped ones.
        """
        lists = resources / "dictionaries"
        self._signals = read_signals(*(lists / f"triage_{name}.tsv" for name in _SIGNAL_LISTS))
        self._weights = read_weights(lists / "triage_weights.tsv")
        self._topics = read_topics(lists / "triage_topics.tsv")
        self._examples = ExampleModel((*read_examples(lists / "triage_examples.tsv"), *corrections))
        self._tone = ToneRules(lists / "triage_sentiment.tsv")
        self._matters = MatterRules(lists)

    def triage(
        self,
        text: str,
        *,
        source: Source = Source.COMMENT,
        followers: int | None = None,
        parent_text: str = "",
        terms: Iterable[str] = (),
    ) -> Triage:
        """Return the suggested labels of a raw text (HTML and a ``//@`` chain allowed).

        Only the part before the first ``//@`` counts; ``parent_text`` helps where the text names no topic or product
        itself; ``terms`` are the shop's own words, each of which may be a product.
        """
        words = _readable(text)
        hits = _without_loose_damage(self._signals.find(words))
        likeness = self._likeness(hits, words, source)
        choice = choose_kind(hits, self._weights, source, len(words), likeness.kinds)
        parent_words = _readable(parent_text) if parent_text else ""
        parent_hits = self._signals.find(parent_words) if parent_words else {}
        placed = place(choice.kind, hits, parent_hits, self._topics, likeness.places)
        to_a_shop = "act.addressed" in hits or (source is not Source.SEARCH and len(words) <= _LONG_TEXT)
        alarm = crisis(choice.kind, hits, followers, addressed=to_a_shop)
        how_soon, soon_reason = urgency(choice.kind, hits, alarm.holds)
        who, who_reason = audience(choice.kind, hits, placed.nature is Nature.ADVERTISING, source)
        tone = _TONE_OF_KIND.get(choice.kind)
        if tone is None:
            tone = self._tone.tone(words)[0] if choice.kind is Kind.CHATTER else Sentiment.NEUTRAL
        reasons = (*self._label_reasons(choice, placed, hits, words), alarm.reason, soon_reason, who_reason)
        return Triage(
            kind=choice.kind,
            nature=placed.nature,
            aspect=placed.aspect,
            department=placed.department,
            urgency=how_soon,
            level=text_level(choice.kind, how_soon, in_crisis=alarm.holds, followers=followers),
            urgent_words=(alarm.reason or soon_reason).partition("→")[0],
            crisis=alarm.holds,
            sentiment=tone,
            audience=who,
            topic=_topic(placed, hits),
            issue=self._matters.issue(words, placed),
            product=self._matters.product(words, parent_words, terms),
            no_reply=choice.kind in (Kind.CHATTER, Kind.SPAM),
            reasons=tuple(reason for reason in reasons if reason),
        )

    def _likeness(self, hits: Hits, words: str, source: Source) -> Evidence:
        """What the examples say; not asked of texts unlike them: long, found by search, or about dramas and news."""
        if source is Source.SEARCH or len(words) > _LONG_TEXT or _OFF_TOPIC & hits.keys() or not words:
            return Evidence({}, {})
        return self._examples.evidence(words)

    def _label_reasons(self, choice: KindChoice, placed: Placement, hits: Hits, words: str) -> tuple[str, ...]:
        """The deciding words; where no list held any, the likeness to examples, or that nothing was found."""
        if not words:
            return (f"{_ONLY_MARKS}→{choice.kind}",)
        reasons = _word_reasons(choice, placed, hits)
        if choice.signals:
            return reasons
        telling = "".join(f"“{gram}”" for gram in self._examples.telling(words, choice.kind))
        if choice.kind is Kind.CHATTER or not telling:
            return (f"{_NOTHING_FOUND}→{choice.kind}", *reasons)
        return (f"{_LIKE_EXAMPLES}{telling}→{choice.kind}", *reasons)


def _topic(placed: Placement, hits: Hits) -> str:
    """A product word where one was found and the matter is the product's, else the nature (mission C4)."""
    if placed.nature in _BY_PRODUCT and _THING in hits:
        return hits[_THING].words[0]
    return placed.nature.value


def _readable(text: str) -> str:
    """The words of the own part; of a very long text its beginning and end, so that the time stays bounded."""
    if len(text) > 2 * _READ_AT_MOST:
        text = text[:_READ_AT_MOST] + "\n" + text[-_READ_AT_MOST:]
    return plain(split_chain(strip_html(text))[0])


def _without_loose_damage(hits: dict[str, Hit]) -> dict[str, Hit]:
    """Drop words of damage ("断了", "黑了") where no thing is named that could be damaged."""
    if _DAMAGE in hits and _THING not in hits:
        del hits[_DAMAGE]
    return hits


def _word_reasons(choice: KindChoice, placed: Placement, hits: Hits) -> tuple[str, ...]:
    """“没有在承诺的时间内收到”→投诉，物流部: the words for the kind, then those for the department."""
    reasons = [f"{_quoted(name, hits)}→{choice.kind}" for name in choice.signals[:2]]
    if reasons and placed.signal == choice.signals[0]:
        reasons[0] += f"，{placed.department}"
    elif placed.signal:
        reasons.append(f"{_quoted(placed.signal, hits)}→{placed.department}")
    return tuple(dict.fromkeys(reasons))


def _quoted(signal: str, hits: Hits) -> str:
    return "".join(f"“{word}”" for word in hits[signal].words[:_WORDS_IN_REASON])
