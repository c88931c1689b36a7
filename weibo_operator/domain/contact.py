"""The card of a customer who is looked after in person, and the contacts with them (mission B6)."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from weibo_operator.domain.customer import Customer, Importance, ImportanceReason
from weibo_operator.domain.ids import ContactId, CustomerId, TicketId
from weibo_operator.domain.relation import Relation, Standing

MOST_CONTACT_DAYS = 730
"""The longest cadence: whoever is spoken to less often than every second year has none."""


class CardText(Struct, frozen=True):
    """What the operator writes on a card; ``contact_days`` 0 means no cadence, ``next_contact`` None no date."""

    vip: bool = False
    role: str = "客户"
    relation: str = ""
    manager: str = ""
    private_way: str = ""
    notes: str = ""
    contact_days: int = 0
    next_contact: date | None = None
    preferred_way: str = ""
    """One of ``customer.WAYS``, or empty."""
    level: Relation | None = None
    """How close they are, chosen by hand; None leaves it to what they did (mission F7)."""


class Contact(Struct, frozen=True):
    """One time we spoke with a customer outside a ticket; ``note`` is what was said."""

    id: ContactId
    at: datetime
    note: str


class CustomerCard(Struct, frozen=True):
    """A customer with their card and the latest contacts, newest first."""

    customer: Customer
    importance: Importance
    reason: ImportanceReason
    text: CardText
    contacts: tuple[Contact, ...]
    standing: Standing


class ImportantCustomer(Struct, frozen=True):
    """A row of the list of important customers; no further queries are needed to paint it.

    ``late`` says that the response target has passed. ``ticket_id`` is the ticket to open: the one that waits longest,
    else the newest; None where there is none.
    """

    id: CustomerId
    nickname: str
    followers: int | None
    verified: str
    role: str
    profile_url: str
    importance: Importance
    reason: ImportanceReason
    manager: str
    private_way: str
    contact_days: int
    open_tickets: int
    waiting_since: datetime | None
    late: bool
    ticket_id: TicketId | None
    last_contact_at: datetime | None
    last_note: str
    next_contact: date | None
    standing: Standing

    def days_late(self, today: date) -> int:
        """By how many days the planned contact is overdue; 0 on its own day and before."""
        return 0 if self.next_contact is None else max(0, (today - self.next_contact).days)


def contact_after(spoken_on: date, cadence: int) -> date | None:
    """The date of the next contact after one on ``spoken_on``; None without a cadence."""
    return spoken_on + timedelta(days=cadence) if cadence > 0 else None


def first_contact(*, today: date, last: date | None, cadence: int) -> date | None:
    """The date a card gets when a cadence is set and no date: counted from the last contact, but never in the past."""
    counted = contact_after(last or today, cadence)
    return None if counted is None else max(today, counted)
