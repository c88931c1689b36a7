"""What calls the operator back to the desk while another program is in front, and when it may."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.clock import china
from weibo_operator.domain.ids import TicketId


class AlertKind(StrEnum):
    """What happened, the most pressing first."""

    URGENT = "urgent"
    """A ticket of level P1 waits for us."""
    ANSWER = "answer"
    """A department answered, or let its time pass."""
    PROMISE = "promise"
    """The time of something we promised has come."""
    VISIT = "visit"
    """The time of a follow-up has come."""


class Alert(Struct, frozen=True):
    """``id`` is the ticket's, handoff's, promise's or visit's own number."""

    kind: AlertKind
    id: int
    ticket: TicketId
    nickname: str


Told = frozenset[tuple[AlertKind, int]]


class Call(Struct, frozen=True):
    """``alerts`` are to be told now, in one notice; ``told`` is what needs no telling from here on."""

    told: Told
    alerts: tuple[Alert, ...] = ()


def call(told: Told, pending: Sequence[Alert], *, is_watched: bool, is_quiet: bool) -> Call:
    """What to tell of what is ``pending``: each once, nothing while the operator looks at the desk.

    In the quiet hours nothing is told; what came in them is told, all in one, when they are over. What is settled and
    comes back is told again.
    """
    keys = frozenset((alert.kind, alert.id) for alert in pending)
    if is_watched:
        return Call(keys)
    if is_quiet:
        return Call(told & keys)
    return Call(keys, tuple(alert for alert in pending if (alert.kind, alert.id) not in told))


def is_quiet(now: datetime, start_hour: int, end_hour: int) -> bool:
    """Whether ``now`` lies in the quiet hours, Beijing time; they may go over midnight. Equal hours: none."""
    hour = china(now).hour
    if start_hour <= end_hour:
        return start_hour <= hour < end_hour
    return hour >= start_hour or hour < end_hour
