"""Leads: the list, one lead's story, and when we spoke to whom."""

import sqlite3
from datetime import datetime

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import CustomerId, LeadId, TicketId
from weibo_operator.domain.lead import Lead, LeadEntry, LeadState, Touches, state_now
from weibo_operator.storage.important import day_of
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

# A touch is a reply of ours to the person, or one that the operator noted.
_TOUCHES = """
SELECT MIN(at) AS first_touch, MAX(at) AS last_touch FROM (
    SELECT posted_at AS at FROM message WHERE customer_id = {0} AND direction = 'out'
    UNION ALL
    SELECT lead_entry.at FROM lead AS own JOIN lead_entry ON lead_entry.lead_id = own.id
    WHERE own.customer_id = {0} AND lead_entry.touch = 1
)
"""
_HEARD = "SELECT MAX(posted_at) FROM message WHERE customer_id = {0} AND direction = 'in'"
_LEADS = f"""
SELECT lead.*, customer.nickname, customer.followers, customer.verified, customer.profile_url,
    coalesce(found.text, latest.snippet, '') AS text, coalesce(found.link, latest.link, '') AS link,
    latest.id AS ticket_id,
    (SELECT first_touch FROM ({_TOUCHES.format("lead.customer_id")})) AS first_touch,
    (SELECT last_touch FROM ({_TOUCHES.format("lead.customer_id")})) AS last_touch,
    ({_HEARD.format("lead.customer_id")}) AS heard
FROM lead JOIN customer ON customer.id = lead.customer_id
LEFT JOIN message AS found ON found.id = lead.message_id
LEFT JOIN ticket AS latest ON latest.id = (
    SELECT id FROM ticket WHERE ticket.customer_id = lead.customer_id ORDER BY opened_at DESC, id DESC LIMIT 1)
"""
_LISTED = f"{_LEADS} ORDER BY lead.next_at IS NULL, lead.next_at, lead.id DESC LIMIT ?"
_BY_ID = f"{_LEADS} WHERE lead.id = ?"
_OF_CUSTOMER = "SELECT id FROM lead WHERE customer_id = ?"
_ENTRIES = "SELECT * FROM lead_entry WHERE lead_id = ? ORDER BY at DESC, id DESC LIMIT ?"
_DUE = "SELECT COUNT(*) FROM lead WHERE next_at < ? AND state NOT IN ('won', 'dropped')"
_ADDED = "SELECT COUNT(*) FROM lead WHERE created_at >= ?"
_WON = "SELECT COUNT(*) FROM lead WHERE state = 'won' AND state_at >= ?"


def listed(connection: sqlite3.Connection, limit: int) -> tuple[Lead, ...]:
    """All leads: those with a planned contact by its day, then the newest."""
    return tuple(_lead(row) for row in connection.execute(_LISTED, (limit,)))


def get(connection: sqlite3.Connection, lead: LeadId) -> Lead:
    """One lead; raises ``NotFoundError``."""
    row = connection.execute(_BY_ID, (lead,)).fetchone()
    if row is None:
        raise NotFoundError(what="lead", id=lead)
    return _lead(row)


def of_customer(connection: sqlite3.Connection, customer: CustomerId) -> LeadId | None:
    """The customer's entry in the list, if there is one."""
    row = connection.execute(_OF_CUSTOMER, (customer,)).fetchone()
    return None if row is None else LeadId(row[0])


def entries(connection: sqlite3.Connection, lead: LeadId, limit: int) -> tuple[LeadEntry, ...]:
    """A lead's story, newest first."""
    found = connection.execute(_ENTRIES, (lead, limit))
    return tuple(
        LeadEntry(from_ms(row["at"]), LeadState(row["state"]), row["note"], bool(row["touch"])) for row in found
    )


def due_count(connection: sqlite3.Connection, before: datetime) -> int:
    """How many planned contacts with open leads lie before ``before``."""
    return int(connection.execute(_DUE, (to_ms(before),)).fetchone()[0])


def first_touches(connection: sqlite3.Connection, since: datetime) -> int:
    """How many leads we spoke to for the first time since then."""
    query = f"SELECT COUNT(*) FROM ({_LEADS}) AS every WHERE every.first_touch >= ?"
    return int(connection.execute(query, (to_ms(since),)).fetchone()[0])


def added(connection: sqlite3.Connection, since: datetime) -> int:
    """How many leads were taken into the list since then."""
    return int(connection.execute(_ADDED, (to_ms(since),)).fetchone()[0])


def won(connection: sqlite3.Connection, since: datetime) -> int:
    """How many leads became customers since then."""
    return int(connection.execute(_WON, (to_ms(since),)).fetchone()[0])


def _lead(row: sqlite3.Row) -> Lead:
    touches = Touches(
        first=optional_from_ms(row["first_touch"]),
        last=optional_from_ms(row["last_touch"]),
        heard=optional_from_ms(row["heard"]),
    )
    state_at = from_ms(row["state_at"])
    return Lead(
        id=LeadId(row["id"]),
        customer=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        followers=row["followers"],
        verified=row["verified"],
        profile_url=row["profile_url"],
        ticket=None if row["ticket_id"] is None else TicketId(row["ticket_id"]),
        found_by=row["found_by"],
        text=row["text"],
        link=row["link"],
        state=state_now(LeadState(row["state"]), state_at, touches.last),
        state_at=state_at,
        note=row["note"],
        next_contact=day_of(row["next_at"]),
        touches=touches,
        created_at=from_ms(row["created_at"]),
    )
