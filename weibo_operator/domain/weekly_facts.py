"""The bare rows a week's figures are taken from; times are milliseconds since 1970.

Tuples with names instead of structs: a summary reads five weeks of them at once, and a tuple is
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
    customer_id: int
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
    """A handoff sent in the span, also one that another replaced; ``kind`` is the form's word."""

    id: int
    ticket_id: int
    kind: str
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
    due_at: int


class SolvedFact(NamedTuple):
    """A ticket solved in the span; ``answered`` counts its turns closed by a reply.

    ``verdict`` is the tone of the customer's last message after our last answer, ``outcome`` the last visit's, both as
    of the end of the span.
    """

    id: int
    customer_id: int
    kind: str
    opened_at: int
    first_solved_at: int
    last_solved_at: int
    answered: int
    reopened_soon: int
    outcome: str | None
    verdict: int | None

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class ComplainerFact(NamedTuple):
    """A customer with a complaint solved in the span; ``again`` when a negative ticket followed within 30 days."""

    id: int
    ticket_id: int
    again: int


class OpenFact(NamedTuple):
    """A ticket open at the end of the span, and for whom it waited then: us, department or customer."""

    id: int
    opened_at: int
    side: str

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class MoodFact(NamedTuple):
    """A ticket created in the span whose first words were negative, and the tone of the last after our answer."""

    id: int
    ended: int | None

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class ImportantFact(NamedTuple):
    """A complaint of an important customer created in the span."""

    id: int
    is_open: int

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class CrisisFact(NamedTuple):
    """A ticket whose alarm was given in the span; ``steps`` of the checklist that are done."""

    id: int
    raised_at: int
    confirmed: int
    answered_at: int | None
    steps: int

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class PeakFact(NamedTuple):
    """A message whose counts were looked at again in the span, and its most reposts, comments and likes together."""

    id: int
    ticket_id: int
    total: int


class PromiseFact(NamedTuple):
    """A promise made, or due, in the span."""

    id: int
    ticket_id: int
    state: str
    due_at: int


class RemedyFact(NamedTuple):
    """A remedy given in the span; the amount in fen."""

    id: int
    ticket_id: int
    cents: int
    over_limit: int


class KeptPraiseFact(NamedTuple):
    """Praise kept as a testimonial in the span."""

    id: int
    ticket_id: int


class PeerFact(NamedTuple):
    """A ticket solved in the span that another user answered."""

    id: int

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class AnsweredFact(NamedTuple):
    """A ticket answered in the span."""

    id: int

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class OfflineFact(NamedTuple):
    """A ticket noted in the span as solved outside the platform; whether its public result is known."""

    id: int
    is_fed_back: int

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class ReplyFact(NamedTuple):
    """An answer sent in the span, acknowledgements left out; ``topic`` is the ticket's."""

    id: int
    ticket_id: int
    customer_id: int
    posted_at: int
    audience: str
    topic: str


class SlipFact(NamedTuple):
    """A reply sent in the span with sure typos let stand."""

    id: int
    ticket_id: int
    open_typos: int


class CaughtFact(NamedTuple):
    """Something the check kept from leaving in the span; ``kind`` is one of ``week_work.Caught``."""

    id: int
    ticket_id: int | None
    kind: str


class HandlingFact(NamedTuple):
    """A stretch of work on a ticket that began in the span."""

    id: int
    ticket_id: int | None
    worked_on: int
    """The ticket's number, also where undo has taken the ticket away since."""
    began_at: int
    ended_at: int


class TopicFact(NamedTuple):
    """A ticket in which customers used a rising word in the span."""

    id: int

    @property
    def ticket_id(self) -> int:
        """Itself."""
        return self.id


class SkipFact(NamedTuple):
    """A ticket put off with a reason in the span; the id is the operation's."""

    id: int
    ticket_id: int


class LeadFact(NamedTuple):
    """A lead; the ticket is the one by which it was found, or its latest, if any.

    ``first_touch_at`` lies beyond every week while nobody has spoken to them.
    """

    id: int
    ticket_id: int | None
    created_at: int
    state: str
    state_at: int
    first_touch_at: int


Fact = (
    TurnFact
    | TicketFact
    | EventFact
    | HandoffFact
    | VisitFact
    | SolvedFact
    | ComplainerFact
    | OpenFact
    | MoodFact
    | ImportantFact
    | CrisisFact
    | PeakFact
    | PromiseFact
    | RemedyFact
    | KeptPraiseFact
    | PeerFact
    | OfflineFact
    | AnsweredFact
    | ReplyFact
    | SlipFact
    | SkipFact
    | LeadFact
    | CaughtFact
    | HandlingFact
    | TopicFact
)
"""A row that a figure can count."""


class MoreFacts(NamedTuple):
    """What the figures beyond counting and answering rest on."""

    solved: tuple[SolvedFact, ...] = ()
    complainers: tuple[ComplainerFact, ...] = ()
    open_tickets: tuple[OpenFact, ...] = ()
    moods: tuple[MoodFact, ...] = ()
    important: tuple[ImportantFact, ...] = ()
    crises: tuple[CrisisFact, ...] = ()
    peaks: tuple[PeakFact, ...] = ()
    promises_made: tuple[PromiseFact, ...] = ()
    promises_due: tuple[PromiseFact, ...] = ()
    remedies: tuple[RemedyFact, ...] = ()
    praises_kept: tuple[KeptPraiseFact, ...] = ()
    peer_answers: tuple[PeerFact, ...] = ()
    offline: tuple[OfflineFact, ...] = ()
    self_served: tuple[AnsweredFact, ...] = ()
    """Those answered with a card marked 自助 or the link of a notice."""
    replies: tuple[ReplyFact, ...] = ()
    slips: tuple[SlipFact, ...] = ()
    skips: tuple[SkipFact, ...] = ()
    leads: tuple[LeadFact, ...] = ()
    caught: tuple[CaughtFact, ...] = ()
    handling: tuple[HandlingFact, ...] = ()


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
    more: MoreFacts = MoreFacts()
    topics: tuple[TopicFact, ...] | None = None
    """The tickets of the week's rising words; None where nobody has looked for them."""

    @property
    def silent(self) -> bool:
        """True when nothing at all happened: no data, which is not the same as zero."""
        rows = (self.turns, self.tickets, self.events, self.handoffs, self.visits)
        more = self.more._replace(open_tickets=(), leads=())
        return not any(self.messages) and not any(rows) and not any(more)
