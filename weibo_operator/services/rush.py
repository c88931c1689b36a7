"""A simulated rush (练一场高峰): invented customers come in over a few minutes of a clock that may run faster."""

import csv
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from msgspec import Struct

from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.clock import Clock
from weibo_operator.domain.labels import Audience, Platform, Source
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.rush import RushResult, rush_result
from weibo_operator.services.desk import Desk
from weibo_operator.services.intake import Intake
from weibo_operator.storage import rush as stored

CUSTOMERS = {"urgent": 3, "other": 8, "quiet": 1}
"""How many of each kind come: somebody urgent, ordinary questions, somebody who needs no answer."""
AT_ONCE = 2
"""So many stand there at the beginning."""
ARRIVE_WITHIN = timedelta(minutes=5)
LONGEST = timedelta(minutes=15)
"""Whoever is still waiting then counts as not answered."""
SPEEDS = (1, 4)


class RushClock:
    """Runs ``speed`` times as fast as the clock it is made from, beginning at that one's present."""

    def __init__(self, real: Clock, speed: int) -> None:
        self._real = real
        self._began = real.now()
        self.speed = speed

    def now(self) -> datetime:
        """The rush's present."""
        return self._began + (self._real.now() - self._began) * self.speed


class Arrival(Struct, frozen=True):
    """One customer's message, so long after the beginning."""

    after: timedelta
    nickname: str
    followers: int
    verified: str
    source: Source
    text: str


class Standing(Struct, frozen=True):
    """How far the rush is: customers arrived of all, turns waiting, how long it has run on its clock."""

    arrived: int
    customers: int
    waiting: int
    ran: timedelta

    @property
    def is_over(self) -> bool:
        """Everybody came and nobody waits, or the time is up."""
        return (self.arrived == self.customers and not self.waiting) or self.ran >= LONGEST


def plan_arrivals(resources: Path, random: Random) -> tuple[Arrival, ...]:
    """Who comes and when: another choice for each seed, the same for the same one."""
    with (resources / "demo" / "rush.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    chosen = [row for who, n in CUSTOMERS.items() for row in random.sample([r for r in rows if r["who"] == who], n)]
    random.shuffle(chosen)
    seconds = sorted(random.uniform(0, ARRIVE_WITHIN.total_seconds()) for _ in chosen[AT_ONCE:])
    moments = [0.0] * AT_ONCE + seconds
    return tuple(_arrival(row, moment) for row, moment in zip(chosen, moments, strict=True))


class Rush:
    """One rush on a file of its own; the operator works on it by the real screens."""

    def __init__(self, desk: Desk, intake: Intake, arrivals: Sequence[Arrival]) -> None:
        self._desk = desk
        self._intake = intake
        self._arrivals = tuple(arrivals)
        self._began = desk.now()
        self._arrived = 0

    def let_in(self) -> Changes:
        """Take in everybody who has come by now; tells what that changed."""
        changed = Changes()
        while self._arrived < len(self._arrivals):
            arrival = self._arrivals[self._arrived]
            if self._began + arrival.after > self._desk.now():
                break
            self._arrived += 1
            changed = changed.joined(self._intake.capture(self._message(arrival), undoable=False).changes)
        return changed

    def standing(self) -> Standing:
        """How far it is."""
        waiting = sum(turn.closed_at is None for turn in stored.turns(self._desk.connection))
        return Standing(self._arrived, len(self._arrivals), waiting, self._desk.now() - self._began)

    def result(self, keys: int) -> RushResult:
        """The result sheet's figures; ``keys`` pressed besides typed text."""
        connection = self._desk.connection
        return rush_result(stored.turns(connection), stored.notes(connection, keys=keys))

    def _message(self, arrival: Arrival) -> IncomingMessage:
        uid = f"99002{self._arrived:05}"
        return IncomingMessage(
            platform=Platform.WEIBO,
            platform_id=f"rush-{self._arrived}",
            uid=uid,
            nickname=arrival.nickname,
            text=arrival.text,
            posted_at=self._desk.now(),
            source=arrival.source,
            audience=Audience.PUBLIC,
            link=f"https://weibo.com/{uid}/rush{self._arrived}",
            profile_url=f"https://weibo.com/u/{uid}",
            followers=arrival.followers,
            verified=arrival.verified,
        )


def _arrival(row: dict[str, str], seconds: float) -> Arrival:
    return Arrival(
        timedelta(seconds=seconds),
        row["nickname"],
        int(row["followers"]),
        row["verified"],
        Source(row["source"]),
        row["text"],
    )
