"""Chooses kind and topic of a text from its signals (weibo.md part 8)."""

from collections.abc import Mapping
from dataclasses import dataclass

from weibo_operator.domain.labels import NO_DEPARTMENT, Aspect, Kind, Nature, Source
from weibo_operator.language.triage_rules import Hits, Topic

Weights = Mapping[str, tuple[tuple[Kind, float], ...]]

_CHATTER_BASE = 1.3
_SEARCH_CHATTER = 0.7
_SHORT_TEXT = 6
_MIDDLE_TEXT = 40
_LONG_TEXT = 120
_LONG_CHATTER = 1.0
_FACT_CHATTER = 0.7
_PRIVATE_QUESTION = 1.4
_FACT_DAMPING = 0.65
_STRANGER_DAMPING = 0.45
_LIKENESS_WEIGHT = 0.35
_PLACE_WEIGHT = 0.3
_UNHEARD_COMPLAINT = 1.0
_SPOKEN_TO_US = (Source.MENTION, Source.PRIVATE)
_HEARD = frozenset(("act.addressed", "act.ask", "act.wish", "act.damage", "act.mismatch"))
_WANDERING_QUESTION = 0.4
"""A question mark in a long text that names nothing we sell is most often rhetoric."""
_ASKS_US = frozenset(("act.own", "act.polite", "act.request", "act.personal", "act.buy", "act.deal"))
_FAULT_POINTS, _ABOUT_POINTS, _SAFETY_POINTS, _PARENT_POINTS = 3.0, 1.0, 4.0, 0.3
_WISH_APP_POINTS = 0.6
_PUBLIC_SIGNALS = ("crisis.crowd", "crisis.media", "crisis.lawyer", "crisis.response")
_FACTS = ("fault.", "about.", "crisis.")
_FAILS = ("fault.", "crisis.", "act.grievance", "act.discontent", "act.damage", "act.mismatch", "act.irony")
_TOLD = ("fault.", "crisis.")
_WEAK_FACT = "about.adverts"


@dataclass(frozen=True, slots=True)
class KindChoice:
    """The chosen kind and the signals that spoke for it, strongest first."""

    kind: Kind
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Nature, aspect and department, with the signal that decided them (empty for a default)."""

    nature: Nature
    aspect: Aspect
    department: str
    signal: str = ""


def choose_kind(
    hits: Hits, weights: Weights, source: Source, length: int, likeness: Mapping[Kind, float]
) -> KindChoice:
    """Return the kind with the most points; the order of the definitions decides ties.

    ``length`` is that of the words in characters: the longer a text, the less a single word of it proves.
    ``likeness`` is how much the text resembles examples of each kind (empty: not asked).
    """
    points = dict.fromkeys(Kind, 0.0)
    points[Kind.CHATTER] = _chatter_points(hits, source, length)
    points[Kind.QUESTION] = _PRIVATE_QUESTION * (source is Source.PRIVATE and length > _SHORT_TEXT)
    spoke: dict[Kind, list[tuple[float, str]]] = {kind: [] for kind in Kind}
    for name, hit in hits.items():
        for kind, weight in weights.get(name, ()):
            points[kind] += weight * hit.strength
            if weight > 0:
                spoke[kind].append((weight * hit.strength, name))
    if length > _MIDDLE_TEXT and not _ASKS_US & hits.keys() and not _has_facts(hits, ignored="about.thing"):
        points[Kind.QUESTION] *= _WANDERING_QUESTION
        points[Kind.PRESALE] *= _WANDERING_QUESTION
    if not any(name.startswith(_FAILS) for name in hits):
        points[Kind.COMPLAINT] = 0.0
    if _has_facts(hits):
        points[Kind.ABUSE] *= _FACT_DAMPING
    else:
        points[Kind.COMPLAINT] *= _FACT_DAMPING if "act.addressed" in hits else _STRANGER_DAMPING
    for kind, value in _credible(hits, likeness, source).items():
        points[kind] += _LIKENESS_WEIGHT * value
    best = max(Kind, key=lambda kind: points[kind])
    ordered = sorted(spoke[best], key=lambda pair: -pair[0])
    return KindChoice(best, tuple(name for _, name in ordered))


def place(
    kind: Kind,
    hits: Hits,
    parent_hits: Hits,
    topics: tuple[Topic, ...],
    likeness: Mapping[tuple[Nature, str], float],
) -> Placement:
    """Return nature, aspect and department of a text of this kind."""
    if kind is Kind.SPAM and "act.followers" in hits:
        return Placement(Nature.ADVERTISING, Aspect.SERVICE, NO_DEPARTMENT, "act.followers")
    if kind in (Kind.CHATTER, Kind.SPAM, Kind.ABUSE):
        return Placement(Nature.OTHER, Aspect.SERVICE, NO_DEPARTMENT)
    by_key = {topic.key: topic for topic in topics}
    if kind is Kind.PRESALE:
        return _placed(by_key["goods"], _signal_of("goods", hits))
    topic = _best_topic(kind, hits, parent_hits, topics, likeness)
    if topic is None:
        return _default(kind, hits, by_key)
    if topic.key == "leak" and not {"about.app", "fault.app"} & hits.keys():
        topic = by_key["account"]
    placed = _placed(topic, _signal_of(topic.key, hits))
    if kind is Kind.PRAISE:
        department = placed.department if placed.nature is Nature.ATTITUDE else NO_DEPARTMENT
        return Placement(placed.nature, placed.aspect, department, placed.signal)
    if kind is Kind.SUGGESTION and topic.key == "app":
        return Placement(Nature.FEATURE, placed.aspect, placed.department, placed.signal)
    if kind is Kind.COMPLAINT:
        return _raised(placed, hits, by_key)
    return placed


def _credible(hits: Hits, likeness: Mapping[Kind, float], source: Source) -> Mapping[Kind, float]:
    """The likeness to examples, with complaint held back where no word list heard a failure.

    Examples are nearly all addressed to a shop, real comments mostly are not: without a word of ours in the text the
    likeness is not believed. Who mentions us or writes in private does speak to us.
    """
    if source in _SPOKEN_TO_US:
        return likeness
    if not _has_facts(hits) and not _HEARD & hits.keys():
        return {}
    held = {} if any(name.startswith(_FAILS) for name in hits) else {Kind.COMPLAINT: _UNHEARD_COMPLAINT}
    return {kind: value - held.get(kind, 0.0) for kind, value in likeness.items()}


def _chatter_points(hits: Hits, source: Source, length: int) -> float:
    """What speaks for "nothing to serve" before a word is read: most comments need no answer (weibo.md part 7)."""
    points = _CHATTER_BASE
    if length > _LONG_TEXT:
        points += _LONG_CHATTER
    elif _has_facts(hits):
        points -= _FACT_CHATTER
    return points + _SEARCH_CHATTER * (source is Source.SEARCH)


def _has_facts(hits: Hits, ignored: str = "") -> bool:
    """Whether the text holds something to work on: a failure, a matter of the shop's, a purchase of one's own."""
    if "act.own" in hits:
        return True
    return any(name.startswith(_FACTS) and name not in (_WEAK_FACT, ignored) for name in hits)


def _best_topic(
    kind: Kind,
    hits: Hits,
    parent_hits: Hits,
    topics: tuple[Topic, ...],
    likeness: Mapping[tuple[Nature, str], float],
) -> Topic | None:
    """The topic with the most points; earlier in the table wins a tie; None when nothing speaks for any.

    Likeness to examples helps where no list heard what went wrong and no parent names the matter.
    A wish that names a part of the app is about the app; praise is never about the stock.
    """
    told = bool(parent_hits) or any(name.startswith(_TOLD) for name in hits)
    best, best_points = None, 0.0
    for topic in topics:
        if kind is Kind.PRAISE and topic.key == "goods":
            continue
        points = _points(topic.key, hits) + _PARENT_POINTS * _points(topic.key, parent_hits)
        if kind is Kind.SUGGESTION and topic.key == "app" and points:
            points += _WISH_APP_POINTS
        if not told:
            wished = kind is Kind.SUGGESTION and topic.key == "app"
            nature = Nature.FEATURE if wished else topic.nature
            points += _PLACE_WEIGHT * likeness.get((nature, topic.department), 0.0)
        if points > best_points:
            best, best_points = topic, points
    return best


def _points(key: str, hits: Hits) -> float:
    points = 0.0
    if fault := hits.get(f"fault.{key}"):
        points += _FAULT_POINTS * fault.strength
    if about := hits.get(f"about.{key}"):
        points += _ABOUT_POINTS * about.strength
    if danger := hits.get(f"crisis.{key}"):
        points += _SAFETY_POINTS * danger.strength
    return points


def _signal_of(key: str, hits: Hits) -> str:
    for prefix in ("crisis", "fault", "about"):
        if f"{prefix}.{key}" in hits:
            return f"{prefix}.{key}"
    return ""


def _raised(placed: Placement, hits: Hits, by_key: Mapping[str, Topic]) -> Placement:
    """Crowds, media and lawyers go to the public-relations desk, whatever the complaint began with."""
    if "crisis.safety" in hits and "crisis.crowd" in hits and "crisis.media" not in hits:
        return placed
    for signal in _PUBLIC_SIGNALS:
        if signal in hits and not (signal == "crisis.response" and len(_crises(hits)) == 1):
            return Placement(placed.nature, placed.aspect, by_key["public"].department, signal)
    return placed


def _crises(hits: Hits) -> list[str]:
    return [name for name in hits if name.startswith("crisis.")]


def _default(kind: Kind, hits: Hits, by_key: Mapping[str, Topic]) -> Placement:
    """Where a text goes that names no topic: praise and wishes to the product, the rest to the service desk."""
    quality, service = by_key["quality"], by_key["attitude"]
    if kind is Kind.PRAISE:
        return Placement(quality.nature, quality.aspect, NO_DEPARTMENT)
    if kind is Kind.SUGGESTION:
        return _placed(quality, "")
    if kind is Kind.QUESTION and "about.thing" in hits:
        return _placed(by_key["usage"], "about.thing")
    if kind is Kind.COMPLAINT:
        product = "about.thing" in hits
        raised = _raised(_placed(quality if product else service, ""), hits, by_key)
        if product and raised.signal not in _PUBLIC_SIGNALS:
            return _placed(quality, "about.thing")
        if raised.department != service.department:
            return _placed(by_key["public"], raised.signal)
    return _placed(service, "")


def _placed(topic: Topic, signal: str) -> Placement:
    return Placement(topic.nature, topic.aspect, topic.department, signal)
