"""Crisis signals and risk, with the figures that speak for them (mission B8, B10, B11, B13)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.labels import Kind

DISCONTENTED = (Kind.COMPLAINT, Kind.ABUSE)
"""Kinds that can grow into a crisis; the rest need crisis words, a crowd or a growing spread."""

LOUD_ROLES = ("媒体", "名人")
"""Roles whose discontent is a signal by itself (mission B5, B8)."""

SHORTEST_SPAN = timedelta(hours=1)
"""Counts are compared over an hour at least: two looks within minutes say nothing about a slope."""

SAME_STRETCH = timedelta(minutes=30)
"""Messages with shorter pauses are one asking: people write in pieces."""

MIDDLE_FOLLOWERS = 10_000
MIDDLE_SPREAD, WIDE_SPREAD = 20, 200
MIDDLE_CROWD = 3
_MIDDLE_SHARE = 5
"""A fifth of the growth that raises a signal counts as middling speed."""


class SignalCode(StrEnum):
    """What can raise a crisis; the faces put each into words."""

    WORDS = "words"
    GROWTH = "growth"
    CROWD = "crowd"
    ROLE = "role"
    REACH = "reach"
    REPEAT = "repeat"
    ASKED_AGAIN = "asked_again"
    CONFIRMED = "confirmed"
    """The operator's own word; no function here gives it."""


GRAVE = frozenset((SignalCode.CONFIRMED, SignalCode.WORDS, SignalCode.GROWTH, SignalCode.ROLE, SignalCode.REACH))
"""Signals that make a ticket P1 by themselves; a crowd lifts it a little, a repeated complaint gives a point (B4)."""


class Signal(Struct, frozen=True):
    """One signal: its number (people, times, followers, counts per hour) and its words (crisis words, a role)."""

    code: SignalCode
    number: int = 0
    words: tuple[str, ...] = ()


class CountSample(Struct, frozen=True):
    """How often a message had been reposted, commented and liked at a moment."""

    at: datetime
    reposts: int
    comments: int
    likes: int

    @property
    def total(self) -> int:
        """转 + 评 + 赞."""
        return self.reposts + self.comments + self.likes


class Growth(Struct, frozen=True):
    """How fast a message spread lately: counts gained per hour over ``span`` (an hour at least)."""

    per_hour: int
    gained: int
    span: timedelta


NO_GROWTH = Growth(0, 0, timedelta())


class CrisisPolicy(Struct, frozen=True):
    """The thresholds (settings ``crisis.*``); 0 switches a signal off."""

    growth_per_hour: int
    crowd_people: int
    followers: int
    repeat_days: int
    asked_again: int


class CrisisFacts(Struct, frozen=True):
    """What is known of a ticket when signals are looked for; ``followers`` and ``spread`` are None where unknown.

    ``crisis_words`` are the words that triage found (``has_crisis_words`` also holds when they are no longer known).
    ``earlier_complaints`` counts the customer's other complaints of the last ``repeat_days`` that had been answered or
    closed when this one came: complaints side by side are one outburst. ``asked_again`` counts how often the customer
    came back while an answer was owed (the function of this name). ``crowd_people`` counts the people with the same
    problem within ``cluster.alert_hours``. ``spread`` is the largest 转 + 评 + 赞 of the ticket's messages.
    """

    kind: Kind
    is_public: bool
    has_crisis_words: bool
    crisis_words: tuple[str, ...]
    role: str
    followers: int | None
    earlier_complaints: int
    asked_again: int
    crowd_people: int
    growth: Growth
    spread: int | None


class Risk(Struct, frozen=True):
    """Speed × range × exposure, each 1 to 3 (mission B10)."""

    speed: int
    range: int
    exposure: int

    @property
    def product(self) -> int:
        """1 to 27."""
        return self.speed * self.range * self.exposure


def growth(samples: Sequence[CountSample]) -> Growth:
    """The newest sample against the newest one that is an hour older, or the oldest there is (mission B11).

    Samples may come in any order; counts that fell are no growth.
    """
    ordered = sorted(samples, key=lambda sample: sample.at)
    if len(ordered) < 2:
        return NO_GROWTH
    newest = ordered[-1]
    old_enough = [sample for sample in ordered if newest.at - sample.at >= SHORTEST_SPAN]
    before = old_enough[-1] if old_enough else ordered[0]
    gained = max(0, newest.total - before.total)
    span = max(SHORTEST_SPAN, newest.at - before.at)
    return Growth(per_hour=int(gained / (span / timedelta(hours=1))), gained=gained, span=span)


def asked_again(times: Sequence[datetime]) -> int:
    """How often a customer came back to ask: several messages at a stretch are one question in pieces."""
    asked = 0
    last: datetime | None = None
    for at in sorted(times):
        if last is not None and at - last >= SAME_STRETCH:
            asked += 1
        last = at
    return asked


def signals(facts: CrisisFacts, policy: CrisisPolicy) -> tuple[Signal, ...]:
    """The signals of a ticket in order of weight; none for a satisfied customer whom nobody hears."""
    found: list[Signal] = []
    discontented = facts.kind in DISCONTENTED
    if facts.has_crisis_words:
        found.append(Signal(SignalCode.WORDS, len(facts.crisis_words), facts.crisis_words))
    if _reached(facts.growth.per_hour, policy.growth_per_hour) and facts.kind is not Kind.PRAISE:
        found.append(Signal(SignalCode.GROWTH, facts.growth.per_hour))
    if _reached(facts.crowd_people, policy.crowd_people) and discontented:
        found.append(Signal(SignalCode.CROWD, facts.crowd_people))
    if facts.role in LOUD_ROLES and discontented:
        found.append(Signal(SignalCode.ROLE, words=(facts.role,)))
    if _reached(facts.followers or 0, policy.followers) and discontented:
        found.append(Signal(SignalCode.REACH, facts.followers or 0))
    if policy.repeat_days and facts.earlier_complaints and discontented:
        found.append(Signal(SignalCode.REPEAT, facts.earlier_complaints + 1))
    if _reached(facts.asked_again, policy.asked_again) and discontented:
        found.append(Signal(SignalCode.ASKED_AGAIN, facts.asked_again))
    return tuple(found)


def risk(facts: CrisisFacts, policy: CrisisPolicy) -> Risk:
    """How fast it spreads, how many it concerns, how much it is seen (mission B10)."""
    return Risk(speed=_speed(facts, policy), range=_range(facts, policy), exposure=_exposure(facts, policy))


def _speed(facts: CrisisFacts, policy: CrisisPolicy) -> int:
    fast = policy.growth_per_hour
    per_hour = facts.growth.per_hour
    if _reached(per_hour, fast):
        return 3
    crowded = _reached(2 * facts.crowd_people, policy.crowd_people)
    return 2 if crowded or (fast and per_hour and per_hour >= fast / _MIDDLE_SHARE) else 1


def _range(facts: CrisisFacts, policy: CrisisPolicy) -> int:
    spread = facts.spread or 0
    if _reached(facts.crowd_people, policy.crowd_people) or spread >= WIDE_SPREAD:
        return 3
    return 2 if facts.crowd_people >= MIDDLE_CROWD or spread >= MIDDLE_SPREAD else 1


def _exposure(facts: CrisisFacts, policy: CrisisPolicy) -> int:
    followers = facts.followers or 0
    if facts.role in LOUD_ROLES or _reached(followers, policy.followers):
        return 3
    return 2 if facts.is_public and (followers >= MIDDLE_FOLLOWERS or facts.has_crisis_words) else 1


def _reached(value: int, threshold: int) -> bool:
    return bool(threshold) and value >= threshold
