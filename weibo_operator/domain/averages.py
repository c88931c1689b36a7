"""Median, percentile, mean and share that know the difference between nothing and zero."""

from collections.abc import Sequence

SMALL = 5
"""Below this many cases a figure is shown greyed: one customer more could turn it round."""


def percentile(values: Sequence[float], percent: int) -> float | None:
    """The nearest-rank percentile: always one of the values; None for no values. ``percent`` is 1 to 100."""
    if not 1 <= percent <= 100:
        raise ValueError(percent)
    if not values:
        return None
    rank = -(-len(values) * percent // 100)
    return sorted(values)[rank - 1]


def median(values: Sequence[float]) -> float | None:
    """The 50th percentile by nearest rank."""
    return percentile(values, 50)


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean; None for no values."""
    return sum(values) / len(values) if values else None


def share(part: int, whole: int) -> float | None:
    """Part of the whole as 0 to 1; None where there is no whole."""
    return part / whole if whole else None
