"""Customers: found by (platform, uid), never by name."""

import json
import sqlite3
from collections.abc import Sequence

from weibo_operator.domain.customer import Customer
from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Platform
from weibo_operator.storage.times import from_ms

_BY_ID = "SELECT * FROM customer WHERE id = ?"
_BY_UID = "SELECT * FROM customer WHERE platform = ? AND uid = ?"
_TICKETS = """
SELECT id, opened_at, snippet, state FROM ticket WHERE customer_id = ? ORDER BY opened_at DESC, id DESC LIMIT ?
"""
_WAITING_AMONG = """
SELECT DISTINCT customer.nickname FROM ticket JOIN customer ON customer.id = ticket.customer_id
WHERE ticket.state IN ('new', 'in_progress') AND customer.nickname IN (SELECT value FROM json_each(?))
"""


def get(connection: sqlite3.Connection, customer_id: CustomerId) -> Customer:
    """One customer; raises ``NotFoundError``."""
    row = connection.execute(_BY_ID, (customer_id,)).fetchone()
    if row is None:
        raise NotFoundError(what="customer", id=customer_id)
    return _customer(row)


def find(connection: sqlite3.Connection, platform: Platform, uid: str) -> Customer | None:
    """The customer with this uid on this platform, if known."""
    row = connection.execute(_BY_UID, (platform.value, uid)).fetchone()
    return None if row is None else _customer(row)


def ticket_ids(connection: sqlite3.Connection, customer_id: CustomerId, *, limit: int = 50) -> tuple[TicketId, ...]:
    """The customer's tickets, newest first."""
    return tuple(TicketId(row["id"]) for row in connection.execute(_TICKETS, (customer_id, limit)))


def waiting_among(connection: sqlite3.Connection, nicknames: Sequence[str]) -> tuple[str, ...]:
    """Those of ``nicknames`` that customers with an open ticket bear."""
    return tuple(row[0] for row in connection.execute(_WAITING_AMONG, (json.dumps(nicknames),)))


def _customer(row: sqlite3.Row) -> Customer:
    return Customer(
        id=CustomerId(row["id"]),
        platform=Platform(row["platform"]),
        uid=row["uid"],
        nickname=row["nickname"],
        followers=row["followers"],
        verified=row["verified"],
        location=row["location"],
        role=row["role"],
        vip=bool(row["vip"]),
        notes=row["notes"],
        profile_url=row["profile_url"],
        first_seen_at=from_ms(row["first_seen_at"]),
        preferred_way=row["preferred_way"],
    )
