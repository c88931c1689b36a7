"""When to look for new messages next: what is left of the day's calls, spread; longer pauses after failures."""

from datetime import datetime, time, timedelta

from msgspec import Struct

from weibo_operator.domain.clock import CHINA, china, china_day, day_start

SHORTEST = timedelta(minutes=3)
"""Never look more often by itself (weibo.md 4.1)."""
LONGEST_BACK_OFF = timedelta(minutes=30)
RESERVE = 5
"""One call in so many is kept for replies and F5: a fifth of the day's."""
CALLS_PER_LOOK = 2
"""What a look costs as a rule: the counter, and one list."""
DAY_ENDS = time(22, 0)
"""The working day's end in Beijing, over which the calls are spread; after it they are spread to midnight."""
_JITTER = 0.25


class Budget(Struct, frozen=True):
    """An account's calls today (a day in Beijing) and its replies in the last hour."""

    used: int
    limit: int
    resets_at: datetime
    writes_this_hour: int
    writes_per_hour: int

    @property
    def left(self) -> int:
        """How many calls are left today."""
        return max(0, self.limit - self.used)

    @property
    def left_for_polls(self) -> int:
        """How many the program may use by itself: a fifth is kept for replies and F5."""
        return max(0, self.limit - reserve_of(self.limit) - self.used)

    @property
    def writes_left(self) -> int:
        """How many replies may still begin within this hour."""
        return max(0, self.writes_per_hour - self.writes_this_hour)

    @property
    def writes_are_near_limit(self) -> bool:
        """True from five sixths of the hour's replies on: fifty of sixty."""
        return self.writes_this_hour * 6 >= self.writes_per_hour * 5


class PollState(Struct, frozen=True):
    """What happened so far: when it was last tried, and how often in a row it failed.

    ``chance`` (0 up to 1) was drawn with the last failure, so that many desks do not come back at the same moment.
    """

    last_at: datetime | None = None
    failures: int = 0
    chance: float = 0.0


def reserve_of(limit: int) -> int:
    """How many of a day's calls are kept for replies and F5."""
    return -(-limit // RESERVE)


def next_midnight(now: datetime) -> datetime:
    """When the day's calls begin anew: midnight in Beijing, as aware UTC."""
    return day_start(china_day(now) + timedelta(days=1))


def poll_interval(now: datetime, wished: timedelta, calls_left: int) -> timedelta | None:
    """How long from one look to the next; None when today's calls are used up.

    As often as wished where the calls last for the rest of the working day, else as often as they do.
    """
    looks = calls_left // CALLS_PER_LOOK
    if looks < 1:
        return None
    end = datetime.combine(china(now).date(), DAY_ENDS, CHINA)
    rest = (end if now < end else next_midnight(now)) - now
    return max(SHORTEST, wished, rest / looks)


def back_off(failures: int, chance: float) -> timedelta:
    """How long to wait after so many failures in a row: 1, 2, 4 … 30 minutes, up to a quarter more by ``chance``."""
    if failures < 1:
        return timedelta()
    minutes = timedelta(minutes=2 ** min(failures - 1, 10))
    return min(minutes, LONGEST_BACK_OFF) * (1 + _JITTER * chance)


def next_poll(now: datetime, state: PollState, *, every_minutes: int, budget: Budget) -> datetime | None:
    """When an account is looked at next without being asked; a moment that is past means at once.

    None when it is only looked at by hand (``every_minutes`` is 0).
    """
    if every_minutes <= 0:
        return None
    interval = poll_interval(now, timedelta(minutes=every_minutes), budget.left_for_polls)
    if interval is None:
        return budget.resets_at
    if state.last_at is None or state.last_at > now:
        # Later than now means a clock that was set back: it must not silence the program for as long.
        return now
    if state.failures:
        return state.last_at + back_off(state.failures, state.chance)
    return state.last_at + interval
