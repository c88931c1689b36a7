"""Draws a day of customers from a profile; the same seed and day always give the same day."""

from datetime import date, timedelta
from random import Random

from msgspec import Struct

from weibo_operator.domain.clock import day_start
from weibo_operator.domain.labels import Audience, Kind, Urgency
from weibo_operator.domain.levels import text_level
from weibo_operator.domain.simulation import Ask, Later, Shift
from weibo_operator.services.simulation_profile import Profile, Shares
from weibo_operator.storage.times import to_ms

_FIRST_DAY = date(2026, 1, 5)
_MINUTE_MS = 60_000
_HOUR_MS = 60 * _MINUTE_MS


def shift_of(profile: Profile, day: int) -> Shift:
    """The opening hours of the day with this number (0 is a Monday)."""
    midnight = to_ms(day_start(_FIRST_DAY + timedelta(days=day)))
    return Shift(midnight + profile.opens * _HOUR_MS, midnight + profile.closes * _HOUR_MS)


def draw_day(profile: Profile, *, seed: int, day: int) -> tuple[Ask, ...]:
    """Everybody who writes between the closing time of the evening before and this day's, with what follows."""
    return _Draw(profile, shift_of(profile, day), Random(f"{seed}/{day}")).day()


class _Subject(Struct, frozen=True):
    words: Shares
    topics: Shares
    is_public: bool
    in_crowd: bool = False


class _Draw:
    # Only ``random()`` is asked of the generator: its sequence is the one that Python promises to keep.

    def __init__(self, profile: Profile, shift: Shift, random: Random) -> None:
        self._profile = profile
        self._shift = shift
        self._random = random.random
        self._asks: list[Ask] = []
        self._customers = 0

    def day(self) -> tuple[Ask, ...]:
        profile = self._profile
        midnight = self._shift.opens - profile.opens * _HOUR_MS
        for hour in range(profile.closes - 24, profile.closes):
            for _ in range(self._number(profile.people[hour % 24])):
                self._person(midnight + hour * _HOUR_MS + int(self._random() * _HOUR_MS))
        begins = midnight + profile.burst_starts * _HOUR_MS
        for _ in range(profile.burst_people):
            at = begins + int(self._random() * profile.burst_minutes * _MINUTE_MS)
            subject = _Subject(profile.burst_words, profile.burst_topics, is_public=True, in_crowd=True)
            self._write(self._newcomer(), self._followers(), at, subject)
        return tuple(self._asks)

    def _person(self, at: int) -> None:
        profile = self._profile
        customer, followers = self._newcomer(), self._followers()
        tickets = profile.heavy_tickets if self._chance(profile.heavy_percent) else 1
        for number in range(tickets):
            pause = int(self._random() * profile.heavy_minutes * _MINUTE_MS) if number else 0
            subject = _Subject(profile.words, profile.topics, is_public=self._is_public())
            self._write(customer, followers, at + pause, subject)

    def _write(self, customer: int, followers: int | None, at: int, subject: "_Subject") -> None:
        words = self._one_of(subject.words).split("/")
        kind, urgency = Kind(words[0]), Urgency(words[1])
        self._asks.append(
            Ask(
                ticket=len(self._asks) + 1,
                customer=customer,
                turn=1,
                kind=kind,
                urgency=urgency,
                level=text_level(kind, urgency, in_crisis=False, followers=followers),
                topic=self._one_of(subject.topics),
                is_public=subject.is_public,
                followers=followers,
                at=at,
                effort=self._effort(),
                later=self._later(),
                in_crowd=subject.in_crowd,
            )
        )

    def _later(self) -> tuple[Later, ...]:
        turns: list[Later] = []
        while len(turns) < self._profile.again_most and self._chance(self._profile.again_percent):
            delay = int(self._random() * self._profile.again_minutes * _MINUTE_MS)
            turns.append(Later(delay, self._effort()))
        return tuple(turns)

    def _newcomer(self) -> int:
        self._customers += 1
        return self._customers

    def _followers(self) -> int | None:
        digits = int(self._one_of(self._profile.followers))
        if digits == 0:
            return None
        low = 10 ** (digits - 1)
        return low + int(self._random() ** 2 * 9 * low)

    def _is_public(self) -> bool:
        return self._one_of(self._profile.audience) == Audience.PUBLIC.value

    def _effort(self) -> float:
        return 1 + (2 * self._random() - 1) * self._profile.pace_spread / 100

    def _chance(self, percent: float) -> bool:
        return self._random() * 100 < percent

    def _number(self, average: float) -> int:
        """A count around a mean: the sum of many unlikely events, two for each one expected."""
        tries = 2 * average
        return sum(self._random() < 0.5 for _ in range(int(tries))) + (self._random() < (tries - int(tries)) / 2)

    def _one_of(self, shares: Shares) -> str:
        left = self._random() * sum(shares.weights)
        for name, weight in zip(shares.names, shares.weights, strict=True):
            left -= weight
            if left < 0:
                return name
        return shares.names[-1]
