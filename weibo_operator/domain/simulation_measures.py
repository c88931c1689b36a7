"""What a simulated order is judged by: waits by level, public topics in a row, who was kept waiting at the end."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from weibo_operator.domain.averages import mean, percentile, share
from weibo_operator.domain.labels import Level
from weibo_operator.domain.simulation import Ask, DayLog, Shift

MINUTE_MS = 60_000
SOON_MINUTES = 20
"""An answer within so many minutes counts as a quick one (mission H3, figure 6 of the week)."""


class Measures(Struct, frozen=True):
    """One row of the table; waits are minutes of opening hours, shares 0 to 1, None where there is no case.

    ``p90`` and ``longest`` count the turns that still wait with what they have waited so far; ``longest_single`` leaves
    out the customers with several tickets on that day, whose tickets take turns (mission C3). ``quick`` is the share
    answered within ``SOON_MINUTES``, of all that could be. ``topic_run`` is the longest run of public replies on one
    topic, ``topic_repeats`` the share of neighbouring public replies on the same one, ``customer_repeats`` the
    share of answers that went to the same customer as the one before although another waited. ``left`` is how many
    wait at closing time on an average day.
    """

    answers: int
    p90: Mapping[Level, float | None]
    longest: float | None
    longest_single: float | None
    quick: float | None
    topic_run: int
    topic_repeats: float | None
    customer_repeats: float | None
    left: float | None


def measure(days: Sequence[DayLog]) -> Measures:
    """The measures of several days taken together; neighbours are neighbours on one day."""
    waits = [wait for day in days for wait in _waits(day)]
    topics = [public_topics(day) for day in days]
    customers = [repeated_customers(day) for day in days]
    neighbours = [same for each in topics for same in _same(each)]
    pairs = sum(len(each) for each in customers)
    known = [quick for wait in waits if (quick := wait.quick) is not None]
    return Measures(
        answers=sum(len(day.answers) for day in days),
        p90={level: percentile([wait.minutes for wait in waits if wait.level is level], 90) for level in Level},
        longest=max((wait.minutes for wait in waits), default=None),
        longest_single=max((wait.minutes for wait in waits if wait.single), default=None),
        quick=share(sum(known), len(known)),
        topic_run=max((longest_run(each) for each in topics), default=0),
        topic_repeats=share(sum(neighbours), len(neighbours)),
        customer_repeats=share(sum(sum(each) for each in customers), pairs),
        left=mean([len(day.left) for day in days]),
    )


def public_topics(day: DayLog) -> tuple[str, ...]:
    """The topics of the day's public replies in their order: what followers see (mission C4, C6)."""
    return tuple(answer.ask.topic for answer in day.answers if answer.ask.is_public)


def longest_run(topics: Iterable[str]) -> int:
    """The length of the longest run of one topic; 0 for none."""
    return max((sum(1 for _ in run) for _, run in groupby(topics)), default=0)


def repeated_customers(day: DayLog) -> tuple[bool, ...]:
    """For each answer but the first: it went to the customer of the one before, though another waited."""
    return tuple(
        after.others_waited and after.ask.customer == before.ask.customer for before, after in pairwise(day.answers)
    )


class _Wait(Struct, frozen=True):
    level: Level
    minutes: float
    answered: bool
    single: bool

    @property
    def quick(self) -> bool | None:
        # Whoever came shortly before closing time and still waits has no outcome yet.
        if self.answered:
            return self.minutes <= SOON_MINUTES
        return None if self.minutes < SOON_MINUTES else False


def _waits(day: DayLog) -> list[_Wait]:
    ends = [(answer.ask, answer.at, True) for answer in day.answers]
    ends += [(ask, day.shift.closes, False) for ask in day.left]
    tickets = Counter(customer for customer, _ in {(ask.customer, ask.ticket) for ask, _, _ in ends})
    return [
        _Wait(ask.level, _minutes(ask, end, day.shift), answered=answered, single=tickets[ask.customer] == 1)
        for ask, end, answered in ends
    ]


def _minutes(ask: Ask, until: int, shift: Shift) -> float:
    # The night counts for nobody: no order of answering could shorten it.
    return max(0, until - max(ask.at, shift.opens)) / MINUTE_MS


def _same(topics: Sequence[str]) -> list[bool]:
    return [before == after for before, after in pairwise(topics)]
