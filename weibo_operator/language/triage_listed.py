"""Decides by the word lists alone: for texts found by search and for talk about dramas, news and debates.

The learner's lessons are addressed to shops; of other talk it would make complaints.
"""

from collections.abc import Mapping
from pathlib import Path

from weibo_operator.domain.labels import Kind, Nature, Sentiment, Source
from weibo_operator.language.sentiment import ToneRules
from weibo_operator.language.triage_advice import audience, crisis, urgency
from weibo_operator.language.triage_labels import KindChoice, Placement, choose_kind, place
from weibo_operator.language.triage_reading import Reading
from weibo_operator.language.triage_rules import Hits, Topic, read_weights
from weibo_operator.language.triage_verdict import Verdict, quoted

_LONG_TEXT = 200
_NOTHING_FOUND = "没有找到要处理的内容"
_ONLY_MARKS = "只有@、链接或转发"
_SIGNALS_NAMED = 2
_TONE_OF_KIND: Mapping[Kind, Sentiment] = {
    Kind.COMPLAINT: Sentiment.NEGATIVE,
    Kind.ABUSE: Sentiment.NEGATIVE,
    Kind.PRAISE: Sentiment.POSITIVE,
}


class ListedTriage:
    """The weights of the signals and the lists of tone; asking has no state and never raises."""

    def __init__(self, lists: Path, topics: tuple[Topic, ...]) -> None:
        """Read ``triage_weights.tsv`` and ``triage_sentiment.tsv``; raises ``OSError`` when one is missing."""
        self._weights = read_weights(lists / "triage_weights.tsv")
        self._tone = ToneRules(lists / "triage_sentiment.tsv")
        self._topics = topics

    def verdict(self, reading: Reading, parent_hits: Hits, source: Source, followers: int | None) -> Verdict:
        """The labels of one text and why."""
        hits, length = reading.hits, len(reading.words)
        choice = choose_kind(hits, self._weights, source, length)
        placed = place(choice.kind, hits, parent_hits, self._topics)
        addressed = "act.addressed" in hits or (source is not Source.SEARCH and length <= _LONG_TEXT)
        alarm = crisis(choice.kind, hits, followers, addressed=addressed)
        how_soon, soon_reason = urgency(choice.kind, hits, alarm.holds)
        who, who_reason = audience(choice.kind, hits, placed.nature is Nature.ADVERTISING, source)
        tone = _TONE_OF_KIND.get(choice.kind)
        if tone is None:
            tone = self._tone.tone(reading.simple)[0] if choice.kind is Kind.CHATTER else Sentiment.NEUTRAL
        return Verdict(
            kind=choice.kind,
            placed=placed,
            alarm=alarm,
            urgency=how_soon,
            urgent_reason=soon_reason,
            audience=who,
            audience_reason=who_reason,
            sentiment=tone,
            reasons=self._reasons(choice, placed, reading),
            is_heard=bool(choice.signals),
        )

    def spoke_for(self, kind: Kind, hits: Hits) -> tuple[str, ...]:
        """The signals found that speak for a kind, strongest first."""
        weights = {
            name: weight * hit.strength
            for name, hit in hits.items()
            for of_kind, weight in self._weights.get(name, ())
            if of_kind is kind and weight > 0
        }
        return tuple(sorted(weights, key=lambda name: -weights[name]))

    def _reasons(self, choice: KindChoice, placed: Placement, reading: Reading) -> tuple[str, ...]:
        """“没有在承诺的时间内收到”→投诉，物流部: the words for the kind, then those for the department."""
        if not reading.words:
            return (f"{_ONLY_MARKS}→{choice.kind}",)
        if not choice.signals:
            return (f"{_NOTHING_FOUND}→{choice.kind}",)
        reasons = [f"{quoted(name, reading)}→{choice.kind}" for name in choice.signals[:_SIGNALS_NAMED]]
        if placed.signal == choice.signals[0]:
            reasons[0] += f"，{placed.department}"
        elif placed.signal:
            reasons.append(f"{quoted(placed.signal, reading)}→{placed.department}")
        return tuple(dict.fromkeys(reasons))
