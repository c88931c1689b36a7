"""Random days at the desk: events for the oracle and its twins, and the guarantees watched while they happen."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.domain.rotation_oracle import Answer, Oracle, band

Event = tuple[str, tuple[Any, ...]]

FOLLOWED = {"arrive": 6.0, "serve": 6.0, "leave": 1.0, "skip": 0.7, "relabel": 1.0}
"""The operator takes what is offered."""
FREE = {**FOLLOWED, "serve_other": 0.6, "take_back": 0.6, "unskip": 0.4}
"""The operator also picks tickets by hand and undoes closings and skips."""


@dataclass
class Day:
    """A population and its settings, small enough for coincidences."""

    random: Random
    weights: dict[str, float]
    threshold: int = 0
    clock_jumps: bool = False
    oracle: Oracle = field(default_factory=Oracle)
    tickets: int = 0
    ready: list[int] = field(default_factory=list)
    """Served tickets whose closing may still be undone."""
    skipped: list[int] = field(default_factory=list)
    """Skipped tickets whose skip may still be undone."""
    followed: int = 0
    """Turns that went to the choice."""
    on_turn: Callable[[Answer], None] | None = None

    def __post_init__(self) -> None:
        self.k = self.random.choice([2, 3, 4, 5, 20])
        self.customers = self.random.randint(2, 8)
        self.topics = "ABC"[: self.random.randint(1, 3)]
        self.levels = self.random.choice([(4,), (3, 4), (1, 4, 4), (1, 2, 3, 4)])
        self.open_share = self.random.choice([0.5, 0.9, 1.0])
        self.oracle.gap = self.random.choice([0, 0, 2, 5, 15, 60])
        if self.oracle.gap or self.clock_jumps:
            self.weights = {**self.weights, "tick": self.random.choice([0.3, 4.0])}
        self.set_order = self.random.random() < 0.4
        """Some customers always come before others by rank: only the rounds give these a turn."""

    def choose(self) -> Answer | None:
        return self.oracle.choose(self.k, self.threshold)

    def step(self) -> Event:
        """One event, applied to the oracle; twins apply it by its name."""
        (name,) = self.random.choices(list(self.weights), list(self.weights.values()))
        spent = {"take_back": not self.ready, "unskip": not self.skipped}
        if not self.oracle.rows or spent.get(name, False):
            name = "arrive"
        name, arguments = getattr(self, f"_{name}")()
        getattr(self.oracle, name)(*arguments)
        return name, arguments

    def _arrive(self) -> Event:
        self.tickets += 1
        customer = self.random.randint(1, self.customers)
        level, topic, public, rank = self._labels()
        return "arrive", (self.tickets, customer, level, topic, public, customer if self.set_order else rank)

    def _serve(self) -> Event:
        answer = self.choose()
        assert answer is not None
        self.followed += 1
        if self.on_turn is not None:
            self.on_turn(answer)
        return self._closing(answer.ticket)

    def _serve_other(self) -> Event:
        return self._closing(self._any())

    def _closing(self, ticket: int) -> Event:
        self.ready = [*self.ready, ticket][-3:]
        return "serve", (ticket, self.oracle.rows[ticket].public)

    def _leave(self) -> Event:
        return "leave", (self._any(),)

    def _skip(self) -> Event:
        answer = self.choose()
        assert answer is not None
        self.skipped = [*self.skipped, answer.ticket][-3:]
        return "skip", (answer.ticket,)

    def _unskip(self) -> Event:
        return "unskip", (self.skipped.pop(self.random.randrange(len(self.skipped))),)

    def _tick(self) -> Event:
        if self.clock_jumps and self.random.random() < 0.2:
            return "tick", (self.random.randint(-20, 40),)
        return "tick", (self.random.randint(1, 3),)

    def _relabel(self) -> Event:
        return "relabel", (self._any(), *self._labels())

    def _take_back(self) -> Event:
        ticket = self.random.choice(self.ready)
        self.ready.remove(ticket)
        return "take_back", (ticket,)

    def _any(self) -> int:
        return self.random.choice(list(self.oracle.rows))

    def _labels(self) -> tuple[int, str, bool, int]:
        public = self.random.random() < self.open_share
        return self.random.choice(self.levels), self.random.choice(self.topics), public, self.random.randint(0, 60)


@dataclass
class Stage:
    """A customer's wait with one stamp: at most ``bound`` turns after ``began``, and ended by its oldest row only."""

    stamp: int
    oldest: int
    began: int
    bound: int


@dataclass
class Guarantees:
    """P1–P5 and P8 (ARCHITECTURE.md, Rotation), asserted event by event on days that follow the choice."""

    day: Day
    stages: dict[int, Stage] = field(default_factory=dict)
    passed: dict[int, Counter[int]] = field(default_factory=dict)
    """For each waiting ticket: normal turns of other customers in its level since its own customer's last turn."""
    resting: set[int] = field(default_factory=set)
    """Whose bounds don't run at the coming choice: within the gap, or all while it leaves nobody else."""
    most_passed: int = 0
    excess: Counter[int] = field(default_factory=Counter)
    """How far the longest waits went beyond k(r+1)."""

    def before_turn(self, answer: Answer) -> None:
        oracle = self.day.oracle
        chosen = oracle.rows[answer.ticket]
        if len(oracle.stamps) > 1:
            assert chosen.customer != oracle.last_customer, "P1"
        if oracle.free():
            assert chosen.customer not in oracle.buffered(), "P8"
        if answer.reason not in ("fair_turn", "only_one"):
            pool = oracle.pool()
            assert band(chosen) == min(band(row) for row in pool), "P2"
            if not chosen.aside:
                peers = [row for row in pool if band(row) == chosen.level]
                assert chosen.round == min(row.round for row in peers), "P3"
                group = [row for row in peers if row.round == chosen.round]
                assert not oracle.repeats(chosen) or all(oracle.repeats(row) for row in group), "P4"
                self._count(chosen.customer, chosen.level)
        for row in oracle.rows_of(chosen.customer):
            self.passed.pop(row.ticket, None)

    def after(self, event: Event, *, allowance: int = 0) -> None:
        """Look at every customer's wait; ``allowance`` more turns for what the operator did otherwise."""
        name, arguments = event
        if name in ("leave", "skip", "relabel", "serve"):
            self.passed.pop(arguments[0], None)
        oracle = self.day.oracle
        buffered = oracle.buffered()
        for row in oracle.rows.values():
            if row.customer in buffered:
                self.passed.pop(row.ticket, None)
        for customer in set(self.stages) - set(oracle.stamps):
            self._end(customer)
        set_back = name == "tick" and arguments[0] < 0
        resting = set(oracle.stamps) if set_back or (buffered and not oracle.free()) else buffered
        rested, self.resting = self.resting | resting, resting
        for customer, stamp in oracle.stamps.items():
            stage = self.stages.get(customer)
            oldest = oracle.oldest(customer).ticket
            ahead = sum(other < stamp for other in oracle.stamps.values())
            bound = self.day.k * (ahead + 1) + 1
            if stage is not None and stage.stamp == stamp:
                stage.oldest = oldest
                stage.bound += allowance
                if customer in rested:
                    stage.began, stage.bound = oracle.turn, bound
                assert oracle.turn - stage.began < stage.bound, "P5"
                continue
            if stage is not None and name not in ("take_back", "unskip"):
                # Each stage takes one row from before a waiting ticket: this is what bounds the wait of every ticket.
                assert stage.oldest not in oracle.rows or event == ("skip", (stage.oldest,)), "P5, per ticket"
            self._end(customer)
            self.stages[customer] = Stage(stamp, oldest, oracle.turn, bound)

    def _count(self, customer: int, level: int) -> None:
        for row in self.day.oracle.rows.values():
            if row.customer != customer and row.level == level and not row.aside:
                counts = self.passed.setdefault(row.ticket, Counter())
                counts[customer] += 1
                self.most_passed = max(self.most_passed, counts[customer])
                assert counts[customer] <= 2, "P3"

    def _end(self, customer: int) -> None:
        stage = self.stages.pop(customer, None)
        if stage is not None:
            self.excess[self.day.oracle.turn - stage.began - (stage.bound - 1)] += 1


def watched(
    random: Random, *, events: int, weights: dict[str, float] = FOLLOWED, clock_jumps: bool = False
) -> Guarantees:
    """Live through a day; what the operator does against the choice may cost k turns, what is undone 2k (P5)."""
    day = Day(random, weights, clock_jumps=clock_jumps)
    guarantees = Guarantees(day)
    if weights is FOLLOWED:
        day.on_turn = guarantees.before_turn
    for _ in range(events):
        followed = day.followed
        event = day.step()
        allowance = 2 * day.k if event[0] in ("take_back", "unskip") else 0
        if event[0] == "serve" and day.followed == followed:
            allowance = day.k
        guarantees.after(event, allowance=allowance)
    return guarantees
