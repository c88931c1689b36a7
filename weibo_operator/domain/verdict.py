"""The customer's verdict on our service, as their words and emoji tell it, and a matter that came back (E10, E12)."""

from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.followup import VisitOutcome
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Sentiment


class Verdict(Struct, frozen=True):
    """What the customer seems to find, and the words it was read from."""

    outcome: VisitOutcome
    words: str


class RecentWords(Struct, frozen=True):
    """Something the customer posted since our answer, as far as it was taken in."""

    ticket_id: TicketId
    text: str
    posted_at: datetime
    sentiment: Sentiment
    verdict: Verdict | None


class Recurrence(Struct, frozen=True):
    """复发: the ticket on which the same matter of the same customer was closed shortly before."""

    ticket_id: TicketId
    before: TicketId
    closed_at: datetime
    times: int
    """How many such earlier tickets there are."""
