"""A simulated rush: how it went, by rules, and what to practise next; pure figures, the words are the face's."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.averages import percentile
from weibo_operator.domain.labels import Level

URGENT = (Level.P1, Level.P2)
URGENT_WITHIN = timedelta(minutes=5)
TABLE_KEYS = 4
"""A reply with a template and on to the next customer, by the table of keys in ARCHITECTURE.md."""
MANY_KEYS = 2 * TABLE_KEYS
MANY_SKIPS = 2
MOST_ADVICE = 3


class RushTurn(Struct, frozen=True):
    """One customer's turn; ``acked_at`` and ``closed_at`` are None while nothing was said."""

    level: Level
    opened_at: datetime
    acked_at: datetime | None = None
    closed_at: datetime | None = None
    by_reply: bool = False

    @property
    def is_urgent(self) -> bool:
        """紧急 or 较急."""
        return self.level in URGENT

    @property
    def responded_at(self) -> datetime | None:
        """The first word to the customer, 信息已收到 included."""
        replied = self.closed_at if self.by_reply else None
        said = [moment for moment in (self.acked_at, replied) if moment is not None]
        return min(said) if said else None


class RushNotes(Struct, frozen=True):
    """What was counted beside the turns. ``typos_left`` left with replies; ``heeded`` are other warnings followed."""

    typos_fixed: int = 0
    typos_left: int = 0
    heeded: int = 0
    skipped: int = 0
    keys: int = 0


class RushResult(Struct, frozen=True):
    """The result sheet. Times are seconds on the rush's own clock; None where nobody was answered."""

    arrived: int
    answered: int
    no_reply: int
    median: float | None
    p90: float | None
    urgent: int
    urgent_in_time: int
    notes: RushNotes

    @property
    def left(self) -> int:
        """Turns nothing was decided about."""
        return self.arrived - self.answered - self.no_reply

    @property
    def keys_per_reply(self) -> float | None:
        """Presses besides typed text, for each turn done with."""
        done = self.answered + self.no_reply
        return self.notes.keys / done if done else None


class Advice(StrEnum):
    """What to try next."""

    URGENT = "urgent"
    LEFT = "left"
    TYPOS = "typos"
    KEYS = "keys"
    SKIPS = "skips"
    FASTER = "faster"


def rush_result(turns: Sequence[RushTurn], notes: RushNotes) -> RushResult:
    """The figures of one rush."""
    waits = [(turn.responded_at - turn.opened_at).total_seconds() for turn in turns if turn.responded_at is not None]
    urgent = [turn for turn in turns if turn.is_urgent]
    return RushResult(
        arrived=len(turns),
        answered=sum(turn.by_reply for turn in turns),
        no_reply=sum(turn.closed_at is not None and not turn.by_reply for turn in turns),
        median=percentile(waits, 50),
        p90=percentile(waits, 90),
        urgent=len(urgent),
        urgent_in_time=sum(_in_time(turn) for turn in urgent),
        notes=notes,
    )


def advice(result: RushResult) -> tuple[Advice, ...]:
    """At most three things, the weightiest first; somebody for whom all went well is told to go faster."""
    per_reply = result.keys_per_reply
    rules = (
        (Advice.URGENT, result.urgent_in_time < result.urgent),
        (Advice.LEFT, result.left > 0),
        (Advice.TYPOS, result.notes.typos_left > 0),
        (Advice.KEYS, per_reply is not None and per_reply > MANY_KEYS),
        (Advice.SKIPS, result.notes.skipped > MANY_SKIPS),
    )
    return tuple(code for code, holds in rules if holds)[:MOST_ADVICE] or (Advice.FASTER,)


def _in_time(turn: RushTurn) -> bool:
    return turn.responded_at is not None and turn.responded_at - turn.opened_at <= URGENT_WITHIN
