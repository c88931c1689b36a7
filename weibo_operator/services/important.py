"""重要客户: who is important and why, their card, the contacts with them and those that are due (mission B5–B7)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.contact import (
    MOST_CONTACT_DAYS,
    CardText,
    CustomerCard,
    ImportantCustomer,
    contact_after,
    first_contact,
)
from weibo_operator.domain.customer import ROLES, importance
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import ContactId, CustomerId
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.relation import Relation
from weibo_operator.domain.settings import VIP_FOLLOWERS
from weibo_operator.domain.week import Week
from weibo_operator.services.desk import Desk
from weibo_operator.storage import customers, important, relations
from weibo_operator.storage.journal import Value, changes_of
from weibo_operator.storage.times import to_ms

SHOWN_AT_MOST = 500
"""So many rows has the list; who is due stands first, so that none of those is ever left out by it."""
CONTACTS_SHOWN = 50


class ImportantCustomers:
    """Keeps the cards of those who are looked after in person."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def listed(self, *, limit: int = SHOWN_AT_MOST, level: Relation | None = None) -> tuple[ImportantCustomer, ...]:
        """Important customers and everybody with a planned contact; who is due comes first. ``level``: only such.

        Due is a query of the present moment: nothing has to run for a contact to fall due.
        """
        floor = self._desk.setting(VIP_FOLLOWERS)
        return important.important_ones(self._desk.connection, floor, limit=limit, level=level)

    def due_today(self) -> int:
        """Contacts that are overdue or planned for today."""
        tonight = day_start(china_day(self._desk.now()) + timedelta(days=1))
        return important.due_count(self._desk.connection, tonight)

    def complaints_this_week(self) -> tuple[int, int]:
        """Complaints of important customers opened since Monday in Beijing, and those of everybody (mission B5)."""
        week, floor = Week.of(self._desk.now()), self._desk.setting(VIP_FOLLOWERS)
        return important.complaints(self._desk.connection, floor, start=week.start, end=week.end)

    def card(self, customer: CustomerId) -> CustomerCard:
        """A customer's card; raises ``NotFoundError``."""
        connection = self._desk.connection
        known = customers.get(connection, customer)
        floor = self._desk.setting(VIP_FOLLOWERS)
        tier, reason = importance(vip=known.vip, role=known.role, followers=known.followers, followers_from=floor)
        return CustomerCard(
            customer=known,
            importance=tier,
            reason=reason,
            text=important.card_text(connection, customer),
            contacts=important.contacts(connection, customer, limit=CONTACTS_SHOWN),
            standing=relations.standings(connection, (customer,))[customer],
        )

    def edit(self, customer: CustomerId, text: CardText) -> Outcome[None]:
        """Write a card; a cadence without a date gets the date that follows from the last contact.

        Raises ``InvalidInputError`` for an unknown role or a cadence out of bounds, ``NotFoundError``.
        """
        if text.role not in ROLES:
            raise InvalidInputError(field="role", reason="unknown")
        if not 0 <= text.contact_days <= MOST_CONTACT_DAYS:
            raise InvalidInputError(field="contact_days", reason="out_of_bounds", low=0, high=MOST_CONTACT_DAYS)
        known = customers.get(self._desk.connection, customer)
        with self._desk.operation(OperationKind.EDIT_CUSTOMER, data={"customer": known.nickname}) as recorder:
            recorder.update("customer", customer, self._columns(customer, text))
        return Outcome(None, changes_of(recorder), recorder.operation)

    def record_contact(
        self,
        customer: CustomerId,
        *,
        note: str = "",
        at: datetime | None = None,
        then: date | None = None,
        plan_next: bool = True,
    ) -> Outcome[ContactId]:
        """Log that we spoke with a customer; the next date moves on by the cadence, or to ``then``.

        Without ``plan_next`` there is no next date, whatever the cadence.

        Raises ``InvalidInputError`` for a contact in the future or a next date that is not after it, ``NotFoundError``.
        """
        now = self._desk.now()
        spoken = at or now
        if spoken > now:
            raise InvalidInputError(field="at", reason="future")
        day = china_day(spoken)
        if then is not None and then <= day:
            raise InvalidInputError(field="due_at", reason="past")
        known = customers.get(self._desk.connection, customer)
        text = important.card_text(self._desk.connection, customer)
        latest = important.contacts(self._desk.connection, customer, limit=1)
        last = max(day, china_day(latest[0].at)) if latest else day
        following = (then or contact_after(last, text.contact_days)) if plan_next else None
        with self._desk.operation(OperationKind.CONTACT, data={"customer": known.nickname}) as recorder:
            values: dict[str, Value] = {"customer_id": customer, "at": to_ms(spoken), "note": note.strip()}
            contact = ContactId(recorder.insert("contact", values))
            recorder.update("customer", customer, {"next_contact_at": important.day_ms(following)})
        return Outcome(contact, changes_of(recorder), recorder.operation)

    def _columns(self, customer: CustomerId, text: CardText) -> Mapping[str, Value]:
        following = text.next_contact
        if following is None and text.contact_days:
            latest = important.contacts(self._desk.connection, customer, limit=1)
            last = china_day(latest[0].at) if latest else None
            following = first_contact(today=china_day(self._desk.now()), last=last, cadence=text.contact_days)
        return {
            "vip": int(text.vip),
            "role": text.role,
            "relation": text.relation.strip(),
            "manager": text.manager.strip(),
            "private_way": text.private_way.strip(),
            "notes": text.notes.strip(),
            "contact_days": text.contact_days,
            "next_contact_at": important.day_ms(following),
            "preferred_way": text.preferred_way,
            "relation_level": "" if text.level is None else text.level.value,
        }
