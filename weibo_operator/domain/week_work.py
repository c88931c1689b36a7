"""What the weekly summary counts of the desk's own work: things kept from leaving, and time spent on tickets."""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import TicketId

LONGEST_PAUSE = timedelta(minutes=3)
"""A longer pause is no work on the ticket (weekly figure 30)."""
SHORTEST = timedelta(seconds=1)
"""A glance is none either."""


class Caught(StrEnum):
    """What the check kept from leaving: a sure typo, private data, a harsh tone, the same reply a second time."""

    TYPO = "typo"
    PRIVACY = "privacy"
    TONE = "tone"
    DOUBLE = "double"


class Handled(Struct, frozen=True):
    """A stretch of work on one ticket without a long pause."""

    ticket_id: TicketId
    began_at: datetime
    ended_at: datetime


class Handling:
    """Joins what the operator does into stretches of work; each is given back when it has ended."""

    def __init__(self) -> None:
        self._running: Handled | None = None

    def touch(self, ticket: TicketId, at: datetime) -> Handled | None:
        """A key or a click on a ticket; returns the stretch that ended before it, if one did."""
        running = self._running
        goes_on = running is not None and running.ticket_id == ticket
        if running is not None and goes_on and timedelta() <= at - running.ended_at <= LONGEST_PAUSE:
            self._running = Handled(ticket, running.began_at, at)
            return None
        self._running = Handled(ticket, at, at)
        return _worth_keeping(running)

    def leave(self) -> Handled | None:
        """The ticket is put aside; returns the stretch that ends with the last thing done on it."""
        running, self._running = self._running, None
        return _worth_keeping(running)


def _worth_keeping(stretch: Handled | None) -> Handled | None:
    return stretch if stretch is not None and stretch.ended_at - stretch.began_at >= SHORTEST else None
