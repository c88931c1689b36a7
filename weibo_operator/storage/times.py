"""Aware UTC times as the database holds them: integer milliseconds since 1970."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970, rounded down (exact: no floating point)."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(value: int) -> datetime:
    """The aware UTC time of a millisecond count."""
    return _EPOCH + timedelta(milliseconds=value)


def optional_ms(moment: datetime | None) -> int | None:
    """``to_ms`` that lets None through."""
    return None if moment is None else to_ms(moment)


def optional_from_ms(value: int | None) -> datetime | None:
    """``from_ms`` that lets None through."""
    return None if value is None else from_ms(value)
