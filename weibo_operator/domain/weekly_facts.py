"""The bare rows a week's figures are taken from; times are milliseconds since 1970.

Tuples with names instead of frozen dataclasses: a summary reads five weeks of them at once, and a tuple is
what the database gives anyway.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """A piece of time: from ``start`` up to, not including, ``end``."""

    start: int
    end: int


class MessageCounts(NamedTuple):
    """Inbound messages, replies by audience, and the customers who wrote."""

    inbound: int
    public: int
    private: int
    customers: int


class TurnFact(NamedTuple):
    """A turn opened in the span."""

    id: int
    ticket_id: int
    opened_at: int
    closed_at: int | None
    closed_by: str | None
    reason: str


class TicketFact(NamedTuple):
    """A ticket created in the span, and the first words it got from us: of any kind, and an answer."""

    id: int
    kind: str
    nature: str
    department: str
    opened_at: int
    first_touch_at: int | None
    first_answer_at: int | None

    @property
    def ticket_id(self) -> int:
        """Itself, so that every fact names a ticket."""
        return self.id


class EventFact(NamedTuple):
    """A ticket solved or reopened in the span."""

    id: int
    ticket_id: int
    event: str
    at: int


class HandoffFact(NamedTuple):
    """A handoff sent in the span, also one that another replaced."""

    id: int
    ticket_id: int
    department: str
    state: str
    sent_at: int
    due_at: int
    answered_at: int | None


class VisitFact(NamedTuple):
    """A visit due in the span and not cancelled; ``kind`` is the ticket's."""

    id: int
    ticket_id: int
    state: str
    outcome: str
    kind: str


Fact = TurnFact | TicketFact | EventFact | HandoffFact | VisitFact
"""A row that a figure can count."""


class WeekFacts(NamedTuple):
    """Everything read for one span."""

    span: Span
    messages: MessageCounts
    turns: tuple[TurnFact, ...]
    tickets: tuple[TicketFact, ...]
    events: tuple[EventFact, ...]
    handoffs: tuple[HandoffFact, ...]
    visits: tuple[VisitFact, ...]
    open_at_start: int
    open_at_end: int

    @property
    def silent(self) -> bool:
        """True when nothing at all happened: no data, which is not the same as zero."""
        rows = (self.turns, self.tickets, self.events, self.handoffs, self.visits)
        return not any(self.messages) and not any(rows)
