"""Chooses kind and topic of a text from its signals (weibo.md part 8)."""

from collections.abc import Mapping

from msgspec import Struct

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
_WANDERING_QUESTION = 0.4
"""A question mark in a long text that names nothing we sell is most often rhetoric."""
_ASKS_US = frozenset(("act.own", "act.polite", "act.request", "act.personal", "act.buy", "act.deal"))
_FAULT_POINTS, _ABOUT_POINTS, _SAFETY_POINTS, _PARENT_POINTS = 3.0, 1.0, 4.0, 0.3
_WISH_APP_POINTS = 0.6
_PUBLIC_SIGNALS = ("crisis.crowd", "crisis.media", "crisis.lawyer", "crisis.response")
_FACTS = ("fault.", "about.", "crisis.")
_FAILS = ("fault.", "crisis.", "act.grievance", "act.discontent", "act.damage", "act.mismatch", "act.irony")
_WEAK_FACT = "about.adverts"


class KindChoice(Struct, frozen=True):
    """The chosen kind and the signals that spoke for it, strongest first."""

    kind: Kind
    signals: tuple[str, ...]


class Placement(Struct, frozen=True):
    """Nature, aspect and department, with the signal that decided them (empty for a default)."""

    nature: Nature
    aspect: Aspect
    department: str
    signal: str = ""


def choose_kind(hits: Hits, weights: Weights, source: Source, length: int) -> KindChoice:
    """Return the kind with the most points; the order of the definitions decides ties.

    ``length`` is that of the words in characters: the longer a text, the less a single word of it proves.
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
    if length > _MIDDLE_TEXT and not _ASKS_US & hits.keys() and not has_facts(hits, ignored="about.thing"):
        points[Kind.QUESTION] *= _WANDERING_QUESTION
        points[Kind.PRESALE] *= _WANDERING_QUESTION
    if not any(name.startswith(_FAILS) for name in hits):
        points[Kind.COMPLAINT] = 0.0
    if has_facts(hits):
        points[Kind.ABUSE] *= _FACT_DAMPING
    else:
        points[Kind.COMPLAINT] *= _FACT_DAMPING if "act.addressed" in hits else _STRANGER_DAMPING
    best = max(Kind, key=lambda kind: points[kind])
    ordered = sorted(spoke[best], key=lambda pair: -pair[0])
    return KindChoice(best, tuple(name for _, name in ordered))


def place(
    kind: Kind,
    hits: Hits,
    parent_hits: Hits,
    topics: tuple[Topic, ...],
) -> Placement:
    """Return nature, aspect and department of a text of this kind."""
    if kind is Kind.SPAM and "act.followers" in hits:
        return Placement(Nature.ADVERTISING, Aspect.SERVICE, NO_DEPARTMENT, "act.followers")
    if kind in (Kind.CHATTER, Kind.SPAM, Kind.ABUSE):
        return Placement(Nature.OTHER, Aspect.SERVICE, NO_DEPARTMENT)
    by_key = {topic.key: topic for topic in topics}
    if kind is Kind.PRESALE:
        return _placed(by_key["goods"], _signal_of("goods", hits))
    topic = _best_topic(kind, hits, parent_hits, topics)
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


def _chatter_points(hits: Hits, source: Source, length: int) -> float:
    """What speaks for "nothing to serve" before a word is read: most comments need no answer (weibo.md part 7)."""
    points = _CHATTER_BASE
    if length > _LONG_TEXT:
        points += _LONG_CHATTER
    elif has_facts(hits):
        points -= _FACT_CHATTER
    return points + _SEARCH_CHATTER * (source is Source.SEARCH)


def has_facts(hits: Hits, ignored: str = "") -> bool:
    """Whether the text holds something to work on: a failure, a matter of the shop's, a purchase of one's own."""
    if "act.own" in hits:
        return True
    return any(name.startswith(_FACTS) and name not in (_WEAK_FACT, ignored) for name in hits)


def _best_topic(
    kind: Kind,
    hits: Hits,
    parent_hits: Hits,
    topics: tuple[Topic, ...],
) -> Topic | None:
    """The topic with the most points; earlier in the table wins a tie; None when nothing speaks for any.

    A wish that names a part of the app is about the app; praise is never about the stock.
    """
    best, best_points = None, 0.0
    for topic in topics:
        if kind is Kind.PRAISE and topic.key == "goods":
            continue
        points = _points(topic.key, hits) + _PARENT_POINTS * _points(topic.key, parent_hits)
        if kind is Kind.SUGGESTION and topic.key == "app" and points:
            points += _WISH_APP_POINTS
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
