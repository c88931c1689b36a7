"""What follows an answer: remedies given, praise kept, what the customer posted since, matters that came back."""

import sqlite3
from datetime import datetime, timedelta

from weibo_operator.domain.ids import CustomerId, RemedyId, TestimonialId, TicketId
from weibo_operator.domain.labels import Sentiment
from weibo_operator.domain.praise import QUOTE_WORD, Permission, Testimonial
from weibo_operator.domain.remedy import Remedy, RemedyKind, RemedyTotal
from weibo_operator.domain.verdict import RecentWords, Recurrence
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_REMEDIES = """
SELECT remedy.*, customer.nickname FROM remedy
JOIN ticket ON ticket.id = remedy.ticket_id JOIN customer ON customer.id = ticket.customer_id
WHERE remedy.ticket_id = ? ORDER BY given_at, remedy.id
"""
_TOTALS = """
SELECT kind, COUNT(*) AS n, SUM(cents) AS cents, COUNT(*) FILTER (WHERE cents > limit_cents) AS over_limit
FROM remedy WHERE given_at >= ? AND given_at < ? GROUP BY kind ORDER BY MIN(id)
"""
# Thanked is what we first wrote after the words that were kept; asked, what we last wrote with the word for quoting.
_TESTIMONIALS = """
SELECT testimonial.*, ticket.customer_id, customer.nickname, customer.followers, customer.verified,
    customer.profile_url, (
        SELECT MIN(told.posted_at) FROM message AS told
        WHERE told.ticket_id = ticket.id AND told.direction = 'out' AND told.is_ack = 0 AND told.posted_at >= (
            SELECT COALESCE(MAX(said.posted_at), kept_at) FROM message AS said
            WHERE said.ticket_id = ticket.id AND said.direction = 'in' AND said.posted_at <= kept_at)
    ) AS thanked_at, (
        SELECT MAX(told.posted_at) FROM message AS told
        WHERE told.ticket_id = ticket.id AND told.direction = 'out' AND told.text LIKE '%' || :asking || '%'
    ) AS asked_at
FROM testimonial
JOIN ticket ON ticket.id = testimonial.ticket_id
JOIN customer ON customer.id = ticket.customer_id
WHERE {condition} ORDER BY kept_at DESC, testimonial.id DESC
"""
_RECENT = """
SELECT ticket_id, text, posted_at, sentiment FROM message
WHERE customer_id = ? AND posted_at > ? AND direction = 'in' ORDER BY posted_at DESC, id DESC LIMIT ?
"""
_ANSWERED_AT = """
SELECT MAX(posted_at) FROM message WHERE ticket_id = ? AND direction = 'out' AND is_ack = 0
"""
_VISITS_MADE = "SELECT COUNT(*) FROM follow_up WHERE ticket_id = ? AND state <> 'cancelled'"
# The same matter: the same issue of the same product, or the same nature where no issue was recognised.
_SAME_MATTER = """
    earlier.customer_id = ticket.customer_id AND earlier.id <> ticket.id AND earlier.state = 'closed'
    AND earlier.closed_at <= ticket.opened_at AND earlier.closed_at >= ticket.opened_at - :within
    AND earlier.kind IN ('投诉', '咨询', '谩骂') AND ticket.kind IN ('投诉', '咨询', '谩骂')
    AND CASE WHEN ticket.issue <> '' THEN earlier.issue = ticket.issue AND earlier.product = ticket.product
        ELSE earlier.issue = '' AND earlier.nature = ticket.nature AND ticket.nature <> '其他' END
"""
_RECURRENCE = f"""
SELECT earlier.id, earlier.closed_at, COUNT(*) OVER () AS times
FROM ticket JOIN ticket AS earlier ON earlier.customer_id = ticket.customer_id
WHERE ticket.id = :ticket AND {_SAME_MATTER} ORDER BY earlier.closed_at DESC, earlier.id DESC LIMIT 1
"""
_RECURRENCES = f"""
SELECT COUNT(*) FROM ticket WHERE opened_at >= :start AND opened_at < :end
AND EXISTS (SELECT 1 FROM ticket AS earlier WHERE {_SAME_MATTER})
"""


def remedies(connection: sqlite3.Connection, ticket: TicketId) -> tuple[Remedy, ...]:
    """What was given on a ticket, in order."""
    return tuple(_remedy(row) for row in connection.execute(_REMEDIES, (ticket,)))


def remedy_totals(connection: sqlite3.Connection, *, start: datetime, end: datetime) -> tuple[RemedyTotal, ...]:
    """What was given from ``start`` until before ``end``, by kind."""
    rows = connection.execute(_TOTALS, (to_ms(start), to_ms(end)))
    return tuple(RemedyTotal(RemedyKind(row["kind"]), row["n"], row["cents"], row["over_limit"]) for row in rows)


def testimonials(connection: sqlite3.Connection) -> tuple[Testimonial, ...]:
    """All praise that was kept, newest first."""
    rows = connection.execute(_TESTIMONIALS.format(condition="1 = 1"), {"asking": QUOTE_WORD})
    return tuple(_testimonial(row) for row in rows)


def testimonial_of(connection: sqlite3.Connection, ticket: TicketId) -> Testimonial | None:
    """The praise kept from a ticket (there is never more than one)."""
    query = _TESTIMONIALS.format(condition="testimonial.ticket_id = :ticket")
    row = connection.execute(query, {"asking": QUOTE_WORD, "ticket": ticket}).fetchone()
    return None if row is None else _testimonial(row)


def words_since(
    connection: sqlite3.Connection, customer: CustomerId, since: datetime, limit: int
) -> tuple[RecentWords, ...]:
    """What a customer posted after ``since``, newest first, wherever it was taken in; verdicts are not read here."""
    rows = connection.execute(_RECENT, (customer, to_ms(since), limit))
    return tuple(
        RecentWords(
            TicketId(row["ticket_id"]), row["text"], from_ms(row["posted_at"]), Sentiment(row["sentiment"]), None
        )
        for row in rows
    )


def answered_at(connection: sqlite3.Connection, ticket: TicketId) -> datetime | None:
    """When we last answered on a ticket, None if never."""
    (at,) = connection.execute(_ANSWERED_AT, (ticket,)).fetchone()
    return None if at is None else from_ms(at)


def has_visit(connection: sqlite3.Connection, ticket: TicketId) -> bool:
    """Whether a visit was made on a ticket or is planned."""
    (count,) = connection.execute(_VISITS_MADE, (ticket,)).fetchone()
    return bool(count)


def recurrence(connection: sqlite3.Connection, ticket: TicketId, within: timedelta) -> Recurrence | None:
    """The ticket whose matter came back with this one within so long after it was closed; None where none did."""
    row = connection.execute(_RECURRENCE, {"ticket": ticket, "within": _ms(within)}).fetchone()
    if row is None:
        return None
    return Recurrence(ticket, TicketId(row["id"]), from_ms(row["closed_at"]), row["times"])


def recurrences(connection: sqlite3.Connection, *, start: datetime, end: datetime, within: timedelta) -> int:
    """How many tickets opened from ``start`` until before ``end`` are matters that came back."""
    values = {"start": to_ms(start), "end": to_ms(end), "within": _ms(within)}
    (count,) = connection.execute(_RECURRENCES, values).fetchone()
    return int(count)


def _ms(length: timedelta) -> int:
    return length // timedelta(milliseconds=1)


def _remedy(row: sqlite3.Row) -> Remedy:
    return Remedy(
        id=RemedyId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        nickname=row["nickname"],
        kind=RemedyKind(row["kind"]),
        cents=row["cents"],
        note=row["note"],
        over_limit=row["cents"] > row["limit_cents"],
        approved_by=row["approved_by"],
        given_at=from_ms(row["given_at"]),
    )


def _testimonial(row: sqlite3.Row) -> Testimonial:
    return Testimonial(
        id=TestimonialId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        customer_id=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        followers=row["followers"],
        verified=row["verified"],
        profile_url=row["profile_url"],
        text=row["text"],
        permission=Permission(row["permission"]),
        kept_at=from_ms(row["kept_at"]),
        thanked_at=optional_from_ms(row["thanked_at"]),
        asked_at=optional_from_ms(row["asked_at"]),
    )
