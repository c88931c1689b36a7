"""Aware UTC times as the database holds them: integer milliseconds since 1970."""

import sqlite3
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class DamagedValueError(sqlite3.DatabaseError):
    """A column holds what the program never stores: the file was changed by something else."""


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970, rounded down (exact: no floating point)."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(value: int) -> datetime:
    """The aware UTC time of a millisecond count; raises ``DamagedValueError`` for one beyond the calendar."""
    try:
        return _EPOCH + timedelta(milliseconds=value)
    except OverflowError as error:
        raise DamagedValueError(f"{value} ms is no time") from error


def optional_ms(moment: datetime | None) -> int | None:
    """``to_ms`` that lets None through."""
    return None if moment is None else to_ms(moment)


def optional_from_ms(value: int | None) -> datetime | None:
    """``from_ms`` that lets None through."""
    return None if value is None else from_ms(value)
