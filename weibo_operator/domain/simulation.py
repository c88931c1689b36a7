"""A simulated day at the desk: who asks when, how the operator works through it, and the orders it is compared with."""

from collections import Counter
from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.labels import Kind, Level, Urgency


class Later(Struct, frozen=True):
    """A further turn of a ticket: the customer writes again so long after our answer."""

    delay_ms: int
    effort: float


class Ask(Struct, frozen=True):
    """One turn that waits for us.

    ``level`` is the one of the moment it was written; ``at`` is milliseconds since 1970; ``effort`` is what the answer
    costs, 1 on average; ``later`` is what the same customer will write in the same ticket; ``in_crowd`` marks the many
    who all say the same.
    """

    ticket: int
    customer: int
    turn: int
    kind: Kind
    urgency: Urgency
    level: Level
    topic: str
    is_public: bool
    followers: int | None
    at: int
    effort: float
    later: tuple[Later, ...] = ()
    in_crowd: bool = False

    def next_turn(self, answered_at: int) -> "Ask | None":
        """What the customer writes after an answer given then; None for nothing more."""
        if not self.later:
            return None
        coming, *rest = self.later
        return replace(
            self, turn=self.turn + 1, at=answered_at + coming.delay_ms, effort=coming.effort, later=tuple(rest)
        )


class Answer(Struct, frozen=True):
    """A turn that was answered; ``others_waited`` says whether another customer waited when it was chosen."""

    ask: Ask
    at: int
    others_waited: bool


class Shift(Struct, frozen=True):
    """The hours of the desk on one day, in milliseconds since 1970."""

    opens: int
    closes: int


class DayLog(Struct, frozen=True):
    """What became of a day: the answers in their order, and the turns that still wait at closing time."""

    shift: Shift
    answers: tuple[Answer, ...]
    left: tuple[Ask, ...]


class Queue(Protocol):
    """What decides who is next."""

    def arrive(self, ask: Ask) -> None:
        """A turn begins to wait."""
        ...

    def next_up(self, now: int) -> Ask | None:
        """Whom to answer now, or None when nobody waits."""
        ...

    def answered(self, ask: Ask, at: int) -> None:
        """The reply to a waiting turn is out."""
        ...


Policy = Callable[[Sequence[Ask]], Ask]
"""Picks one of the turns that wait (there is at least one)."""


def first_come(waiting: Sequence[Ask]) -> Ask:
    """Who has waited longest."""
    return min(waiting, key=lambda ask: (ask.at, ask.ticket))


def newest_first(waiting: Sequence[Ask]) -> Ask:
    """Who wrote last, as in a timeline that is worked through from its top."""
    return max(waiting, key=lambda ask: (ask.at, ask.ticket))


def by_level(waiting: Sequence[Ask]) -> Ask:
    """The most urgent level, within it who has waited longest."""
    return min(waiting, key=lambda ask: (ask.level, ask.at, ask.ticket))


class PolicyQueue:
    """The turns that wait, in the order of one policy."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._waiting: dict[int, Ask] = {}

    def arrive(self, ask: Ask) -> None:
        """A turn begins to wait."""
        self._waiting[ask.ticket] = ask

    def next_up(self, now: int) -> Ask | None:  # noqa: ARG002  the desk's own order asks the clock
        """Whom to answer now, or None when nobody waits."""
        return self._policy(tuple(self._waiting.values())) if self._waiting else None

    def answered(self, ask: Ask, at: int) -> None:  # noqa: ARG002  the desk keeps the time
        """The reply to a waiting turn is out."""
        del self._waiting[ask.ticket]


def run_day(asks: Sequence[Ask], shift: Shift, queue: Queue, *, answer_ms: float) -> DayLog:
    """Work through a day: one operator, one answer after another from opening to closing time.

    ``asks`` are the first turns, in any order; ``answer_ms`` is what an answer of effort 1 takes. What comes after
    closing time is not part of the day. The answer that is being written at closing time is finished.
    """
    waiting = _Arrivals(asks, shift, queue)
    now = shift.opens
    answers: list[Answer] = []
    while now < shift.closes:
        waiting.let_in(until=now)
        ask = queue.next_up(now)
        if ask is None:
            coming = waiting.coming()
            if coming is None:
                break
            now = coming
            continue
        others = waiting.others(ask.customer)
        now += round(answer_ms * ask.effort)
        waiting.let_in(until=now)
        queue.answered(ask, now)
        waiting.answered(ask, now)
        answers.append(Answer(ask, now, others))
    waiting.let_in(until=shift.closes)
    return DayLog(shift, tuple(answers), waiting.left())


class _Arrivals:
    # Who is still to come and who waits, whatever the queue thinks of it.

    def __init__(self, asks: Sequence[Ask], shift: Shift, queue: Queue) -> None:
        self._coming = [(ask.at, ask.ticket, ask) for ask in asks if ask.at < shift.closes]
        heapify(self._coming)
        self._shift = shift
        self._queue = queue
        self._here: dict[int, Ask] = {}
        self._customers = Counter[int]()

    def let_in(self, *, until: int) -> None:
        while self._coming and self._coming[0][0] <= until:
            ask = heappop(self._coming)[2]
            self._here[ask.ticket] = ask
            self._customers[ask.customer] += 1
            self._queue.arrive(ask)

    def coming(self) -> int | None:
        return self._coming[0][0] if self._coming else None

    def others(self, customer: int) -> bool:
        return len(self._here) > self._customers[customer]

    def answered(self, ask: Ask, at: int) -> None:
        del self._here[ask.ticket]
        self._customers[ask.customer] -= 1
        later = ask.next_turn(at)
        if later is not None and later.at < self._shift.closes:
            heappush(self._coming, (later.at, later.ticket, later))

    def left(self) -> tuple[Ask, ...]:
        return tuple(self._here.values())
