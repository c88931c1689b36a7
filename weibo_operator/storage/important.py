"""Important customers: the list, the card of one, the log of contacts."""

import json
import sqlite3
from datetime import date, datetime

from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.contact import CardText, Contact, ImportantCustomer
from weibo_operator.domain.customer import Importance, importance
from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import ContactId, CustomerId, TicketId
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.relation import Relation, Standing
from weibo_operator.storage.relations import standings
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_NOBODY = 2**62
"""More followers than anybody has: a threshold of 0 switches the rule by followers off."""

# Which customers first, from the indexes alone; the rest is read for those that are shown.
_WHO = """
SELECT customer.id FROM (
    SELECT id FROM customer WHERE vip = 1
    UNION SELECT id FROM customer WHERE role IN ('媒体', '名人')
    UNION SELECT id FROM customer WHERE followers >= :floor
    UNION SELECT id FROM customer WHERE next_contact_at IS NOT NULL
) AS wanted JOIN customer ON customer.id = wanted.id
ORDER BY next_contact_at IS NULL, next_contact_at, vip DESC, followers DESC, customer.id LIMIT :limit
"""
_ROWS = """
SELECT shown.*,
    (SELECT COUNT(*) FROM ticket WHERE customer_id = shown.id AND state <> 'closed') AS open_tickets,
    (SELECT MIN(waiting_since) FROM ticket WHERE customer_id = shown.id AND waits_for = 'us') AS waiting_since,
    EXISTS (SELECT 1 FROM ticket WHERE customer_id = shown.id AND waits_for = 'us' AND late = 1) AS late,
    (SELECT id FROM ticket WHERE customer_id = shown.id
     ORDER BY state = 'closed', waiting_since IS NULL, waiting_since, opened_at DESC, id DESC LIMIT 1) AS ticket_id,
    contact.at AS last_contact_at, contact.note AS last_note
FROM json_each(?) AS picked JOIN customer AS shown ON shown.id = picked.value
LEFT JOIN contact ON contact.id = (
    SELECT id FROM contact WHERE customer_id = shown.id ORDER BY at DESC, id DESC LIMIT 1)
ORDER BY picked.key
"""
_EVERYBODY = -1
_COMPLAINTS = """
SELECT customer.vip, customer.role, customer.followers FROM ticket JOIN customer ON customer.id = ticket.customer_id
WHERE ticket.opened_at >= ? AND ticket.opened_at < ? AND ticket.kind = ?
"""
_DUE_COUNT = "SELECT COUNT(*) FROM customer WHERE next_contact_at < ?"
_CARD = (
    "SELECT vip, role, relation, manager, private_way, notes, contact_days, next_contact_at, preferred_way, "
    "relation_level FROM customer WHERE id = ?"
)
_CONTACTS = "SELECT id, at, note FROM contact WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT ?"


def important_ones(
    connection: sqlite3.Connection, followers_from: int, *, limit: int, level: Relation | None = None
) -> tuple[ImportantCustomer, ...]:
    """Important customers and all with a planned contact: those due first, then the VIP list, then by followers.

    ``level`` picks those who stand so close, before the limit cuts.
    """
    values = {"floor": followers_from or _NOBODY, "limit": limit if level is None else _EVERYBODY}
    found = [CustomerId(row["id"]) for row in connection.execute(_WHO, values)]
    known = standings(connection, found)
    shown = [each for each in found if level is None or known[each].level is level][:limit]
    rows = connection.execute(_ROWS, (json.dumps(shown),))
    return tuple(_important(row, followers_from, known[CustomerId(row["id"])]) for row in rows)


def due_count(connection: sqlite3.Connection, before: datetime) -> int:
    """How many planned contacts lie before ``before``."""
    (count,) = connection.execute(_DUE_COUNT, (to_ms(before),)).fetchone()
    return int(count)


def complaints(
    connection: sqlite3.Connection, followers_from: int, *, start: datetime, end: datetime
) -> tuple[int, int]:
    """How many complaints of important customers were opened in a period, and how many of everybody (mission B5)."""
    rows = connection.execute(_COMPLAINTS, (to_ms(start), to_ms(end), Kind.COMPLAINT.value)).fetchall()
    tiers = (
        importance(vip=bool(row["vip"]), role=row["role"], followers=row["followers"], followers_from=followers_from)[0]
        for row in rows
    )
    return sum(tier is not Importance.ORDINARY for tier in tiers), len(rows)


def card_text(connection: sqlite3.Connection, customer: CustomerId) -> CardText:
    """What stands on a customer's card; raises ``NotFoundError``."""
    row = connection.execute(_CARD, (customer,)).fetchone()
    if row is None:
        raise NotFoundError(what="customer", id=customer)
    return CardText(
        vip=bool(row["vip"]),
        role=row["role"],
        relation=row["relation"],
        manager=row["manager"],
        private_way=row["private_way"],
        notes=row["notes"],
        contact_days=row["contact_days"],
        next_contact=day_of(row["next_contact_at"]),
        preferred_way=row["preferred_way"],
        level=Relation(row["relation_level"]) if row["relation_level"] else None,
    )


def contacts(connection: sqlite3.Connection, customer: CustomerId, *, limit: int) -> tuple[Contact, ...]:
    """The latest contacts with a customer, newest first."""
    rows = connection.execute(_CONTACTS, (customer, limit))
    return tuple(Contact(ContactId(row["id"]), from_ms(row["at"]), row["note"]) for row in rows)


def day_ms(day: date | None) -> int | None:
    """A date as the file holds it: its midnight in Beijing."""
    return None if day is None else to_ms(day_start(day))


def day_of(value: int | None) -> date | None:
    """A stored date: the day whose midnight in Beijing it is."""
    return None if value is None else china_day(from_ms(value))


def _important(row: sqlite3.Row, followers_from: int, standing: Standing) -> ImportantCustomer:
    tier, reason = importance(
        vip=bool(row["vip"]), role=row["role"], followers=row["followers"], followers_from=followers_from
    )
    return ImportantCustomer(
        id=CustomerId(row["id"]),
        nickname=row["nickname"],
        followers=row["followers"],
        verified=row["verified"],
        role=row["role"],
        profile_url=row["profile_url"],
        importance=tier,
        reason=reason,
        manager=row["manager"],
        private_way=row["private_way"],
        contact_days=row["contact_days"],
        open_tickets=row["open_tickets"],
        waiting_since=optional_from_ms(row["waiting_since"]),
        late=bool(row["late"]),
        ticket_id=None if row["ticket_id"] is None else TicketId(row["ticket_id"]),
        last_contact_at=optional_from_ms(row["last_contact_at"]),
        last_note=row["last_note"] or "",
        next_contact=day_of(row["next_contact_at"]),
        standing=standing,
    )
