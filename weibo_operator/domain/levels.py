"""The level of a ticket: importance × urgency in points, with the parts that mattered (mission B1, B3–B5, B8, H10)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from math import log10

from msgspec import Struct

from weibo_operator.domain.customer import Importance, ImportanceReason
from weibo_operator.domain.labels import Kind, Level, Urgency

SILENT_KINDS = (Kind.CHATTER, Kind.SPAM)
"""Kinds that most likely need no answer; nothing but a crisis lifts them."""

_IMPORTANCE = {Kind.COMPLAINT: 2, Kind.PRAISE: 0}
URGENCY_POINTS = {Urgency.HIGH: 3, Urgency.MEDIUM: 1, Urgency.LOW: 0}
"""What the urgency of the words adds to a level."""
_P1_POINTS, _P2_POINTS, _P3_POINTS = 5, 3, 1
_CRISIS_POINTS = 9


class PartKind(StrEnum):
    """What can raise a level; the faces put each into words."""

    CRISIS = "crisis"
    KIND = "kind"
    WORDS = "words"
    CROWD = "crowd"
    IMPORTANT = "important"
    INFLUENCE = "influence"
    REPEATED = "repeated"
    WAITING = "waiting"


class LevelPart(Struct, frozen=True):
    """One reason of a level: the points it gave (none for what lifts by a level), its words or number (``detail``)."""

    kind: PartKind
    points: int
    detail: str = ""


class LevelPolicy(Struct, frozen=True):
    """The settings a level depends on (mission H10: thresholds are settings).

    ``targets`` are the response targets by importance (B7). Influence counts one point from ``influence_from``
    followers on and one more for each further digit, ``influence_cap`` at most (B3, B4); 0 switches it off.
    ``crowd_from`` people with the same problem are a crowd.
    """

    targets: Mapping[Importance, timedelta]
    influence_from: int
    influence_cap: int
    crowd_from: int


class LevelFacts(Struct, frozen=True):
    """What is known of a ticket when it is judged; ``followers`` is None where no source told it.

    ``waiting_since`` is None when nobody waits for us. ``crowd`` counts the people with the same problem. ``repeated``
    holds for a customer who has complained before or asked again and again.
    ``chosen`` is the operator's own level, which wins over everything.
    """

    kind: Kind
    urgency: Urgency
    urgent_words: str
    in_crisis: bool
    followers: int | None
    importance: Importance
    importance_reason: ImportanceReason
    role: str
    waiting_since: datetime | None
    crowd: int = 0
    repeated: bool = False
    chosen: Level | None = None


class Judgement(Struct, frozen=True):
    """The level that counts, the one the program would give, and its parts by weight (the kind always among them)."""

    level: Level
    suggested: Level
    parts: tuple[LevelPart, ...]
    target_at: datetime | None
    late: bool
    waited: timedelta

    @property
    def by_operator(self) -> bool:
        """True when the operator's choice differs from what the program would give."""
        return self.level is not self.suggested


def text_level(kind: Kind, urgency: Urgency, *, in_crisis: bool, followers: int | None) -> Level:
    """The level of words alone, before waiting, crowd and customer are known (``weibo-operator triage``)."""
    points = _IMPORTANCE.get(kind, 1) + URGENCY_POINTS[urgency] + influence(followers, start=10_000, cap=2)
    return _level_of(kind, points, in_crisis=in_crisis)


def text_points(kind: Kind, urgency: Urgency, *, in_crisis: bool) -> int:
    """How pressing words alone are, for telling whether a later message is more pressing than an earlier one."""
    if in_crisis:
        return _CRISIS_POINTS
    return 0 if kind in SILENT_KINDS else 1 + _IMPORTANCE.get(kind, 1) + URGENCY_POINTS[urgency]


def influence(followers: int | None, *, start: int, cap: int) -> int:
    """Points for reach: one from ``start`` followers on, one more for each power of ten above, at most ``cap``."""
    if followers is None or followers < max(start, 1):
        return 0
    return min(cap, 1 + int(log10(followers / max(start, 1)) + 1e-9))


def judge(facts: LevelFacts, policy: LevelPolicy, now: datetime) -> Judgement:
    """The level of a ticket at this moment. Never raises; a clock that went backwards counts as no waiting.

    P1 takes five points or a crisis, P2 three, P3 one; reach and importance of the customer together give at most
    ``influence_cap`` points, so that nobody is starved by fame (B4). Waiting beyond the target, and a crowd with the
    same problem, then lift by one level, ordinary customers to P3 at most and important ones to P2: in a rush
    everybody is late, and what is urgent in itself must still stand out (ARCHITECTURE.md, "Simulation").
    """
    since = facts.waiting_since
    target_at = None if since is None else since + policy.targets[facts.importance]
    late = target_at is not None and now >= target_at
    waited = timedelta() if since is None else max(timedelta(), now - since)
    parts = [part for part in _still_parts(facts, policy) if part.points or part.kind is PartKind.KIND]
    suggested = _level_of(facts.kind, sum(part.points for part in parts), in_crisis=facts.in_crisis)
    parts.sort(key=lambda part: -part.points)
    crowded = facts.crowd >= policy.crowd_from
    if crowded:
        parts.append(LevelPart(PartKind.CROWD, 0, str(facts.crowd)))
    if late or crowded:
        lifted = _lifted(facts, suggested)
        if late and lifted is not suggested:
            parts.append(LevelPart(PartKind.WAITING, 0))
        suggested = lifted
    return Judgement(
        level=facts.chosen or suggested,
        suggested=suggested,
        parts=tuple(parts),
        target_at=target_at,
        late=late,
        waited=waited,
    )


def _still_parts(facts: LevelFacts, policy: LevelPolicy) -> list[LevelPart]:
    if facts.in_crisis:
        return [
            LevelPart(PartKind.CRISIS, _CRISIS_POINTS, facts.urgent_words),
            LevelPart(PartKind.KIND, _IMPORTANCE.get(facts.kind, 1), facts.kind.value),
            *_customer_parts(facts, policy),
            *_repeated_part(facts),
        ]
    if facts.kind in SILENT_KINDS:
        return [LevelPart(PartKind.KIND, 0, facts.kind.value)]
    return [
        LevelPart(PartKind.KIND, _IMPORTANCE.get(facts.kind, 1), facts.kind.value),
        LevelPart(PartKind.WORDS, URGENCY_POINTS[facts.urgency], facts.urgent_words),
        *_customer_parts(facts, policy),
        *_repeated_part(facts),
    ]


def _customer_parts(facts: LevelFacts, policy: LevelPolicy) -> list[LevelPart]:
    reach = influence(facts.followers, start=policy.influence_from, cap=policy.influence_cap)
    known = int(facts.importance_reason in (ImportanceReason.ON_LIST, ImportanceReason.ROLE))
    name = Importance.VIP.value if facts.importance is Importance.VIP else facts.role
    return [
        LevelPart(PartKind.INFLUENCE, reach, "" if facts.followers is None else str(facts.followers)),
        LevelPart(PartKind.IMPORTANT, min(known, max(0, policy.influence_cap - reach)), name),
    ]


def _repeated_part(facts: LevelFacts) -> list[LevelPart]:
    return [LevelPart(PartKind.REPEATED, int(facts.repeated))]


def _lifted(facts: LevelFacts, level: Level) -> Level:
    if facts.kind in SILENT_KINDS:
        return level
    highest = Level.P3 if facts.importance is Importance.ORDINARY else Level.P2
    return Level(level - 1) if level > highest else level


def _level_of(kind: Kind, points: int, *, in_crisis: bool) -> Level:
    if in_crisis:
        return Level.P1
    if kind in SILENT_KINDS:
        return Level.P4
    if points >= _P1_POINTS:
        return Level.P1
    if points >= _P2_POINTS:
        return Level.P2
    return Level.P3 if points >= _P3_POINTS else Level.P4
