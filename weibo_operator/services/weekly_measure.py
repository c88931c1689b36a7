"""One figure without its comparison, and the few ways to make one."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from weibo_operator.domain.averages import mean, median, percentile, share
from weibo_operator.domain.business_hours import BusinessHours
from weibo_operator.domain.weekly import RowKind, Unit
from weibo_operator.domain.weekly_facts import Fact


class Rules(Struct, frozen=True):
    """What the figures depend on besides the rows: the shop's hours and the keys of the crisis checklist.

    For ``buffer`` milliseconds a customer who was just answered in public lets others go first.
    """

    hours: BusinessHours
    playbook: frozenset[str]
    buffer: int = 0


class Measure(Struct, frozen=True):
    """A figure without its comparison; ``rows`` are what it rests on, n of them.

    For figures of messages the rows are left to be fetched when somebody looks.
    """

    number: int
    key: str
    unit: Unit
    value: float | None
    n: int
    kind: RowKind
    rows: Sequence[Fact] = ()


def times(number: int, key: str, seconds: Sequence[float], kind: RowKind, rows: Sequence[Fact]) -> Iterable[Measure]:
    """Median first, 90th percentile second, mean third."""
    seconds = sorted(seconds)
    for name, value in (
        ("median", median(seconds)),
        ("p90", percentile(seconds, 90)),
        ("mean", mean(seconds)),
    ):
        yield Measure(number, f"{key}_{name}", Unit.SECONDS, value, len(rows), kind, rows)


def plain(number: int, key: str, count: int, kind: RowKind) -> Measure:
    """A count whose rows are fetched when somebody looks."""
    return Measure(number, key, Unit.COUNT, count, count, kind)


def counted(number: int, key: str, kind: RowKind, rows: Sequence[Fact]) -> Measure:
    """How many rows there are."""
    return Measure(number, key, Unit.COUNT, len(rows), len(rows), kind, rows)


def shared(number: int, key: str, part: int, kind: RowKind, rows: Sequence[Fact]) -> Measure:
    """The part of the rows for which something holds; None where there are no rows."""
    return Measure(number, key, Unit.SHARE, share(part, len(rows)), len(rows), kind, rows)


def valued(number: int, key: str, unit: Unit, value: float | None, kind: RowKind, rows: Sequence[Fact]) -> Measure:
    """A value of its own, resting on these rows."""
    return Measure(number, key, unit, value if rows else None, len(rows), kind, rows)
