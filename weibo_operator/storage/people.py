"""Our own people, those who ask for others, what was answered before, and the same words come in twice."""

import sqlite3
from datetime import datetime, timedelta

from msgspec import Struct

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import CustomerId, InsiderId, MessageId, TicketId
from weibo_operator.domain.labels import Actor, Kind, Platform, State
from weibo_operator.domain.people import EarlierTicket, Helper, Insider, InsiderRole, Meant, OnBehalf, PublicAnswer
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_INSIDERS = "SELECT * FROM insider ORDER BY CASE role WHEN '负责人' THEN 0 WHEN '员工' THEN 1 ELSE 2 END, id"
_OPEN_TICKETS = """
SELECT ticket.id, ticket.leads, customer.uid, customer.nickname, customer.id AS customer_id
FROM ticket JOIN customer ON customer.id = ticket.customer_id
WHERE ticket.state IN ('new', 'in_progress', 'follow_up') ORDER BY ticket.id
"""
_OPEN_TEXTS = """
SELECT message.ticket_id, message.text
FROM ticket JOIN message ON message.ticket_id = ticket.id AND message.direction = 'in'
WHERE ticket.state IN ('new', 'in_progress', 'follow_up') ORDER BY message.ticket_id, message.posted_at, message.id
"""
_OTHER_TICKET = """
(
    SELECT ticket.id FROM ticket WHERE ticket.id <> on_behalf.ticket_id AND ticket.customer_id = coalesce(
        on_behalf.customer_id,
        (SELECT customer.id FROM customer WHERE on_behalf.is_account = 1 AND customer.nickname = on_behalf.name LIMIT 1)
    )
    ORDER BY ticket.opened_at DESC, ticket.id DESC LIMIT 1
)
"""
_OF_TICKET = f"""
SELECT on_behalf.*, {_OTHER_TICKET} AS other_ticket FROM on_behalf JOIN message ON message.id = on_behalf.message_id
WHERE on_behalf.ticket_id = ? ORDER BY message.posted_at DESC, message.id DESC LIMIT 1
"""
_OF_MESSAGE = "SELECT id FROM on_behalf WHERE message_id = ?"
_HELPERS = """
SELECT DISTINCT customer.nickname, on_behalf.ticket_id FROM on_behalf
JOIN ticket ON ticket.id = on_behalf.ticket_id
JOIN customer ON customer.id = ticket.customer_id
WHERE (on_behalf.customer_id = :customer OR (on_behalf.is_account = 1 AND on_behalf.name = :nickname))
AND ticket.customer_id <> :customer
ORDER BY on_behalf.ticket_id DESC LIMIT :limit
"""
_WHO_SAID = """
SELECT message.customer_id, customer.nickname FROM message JOIN customer ON customer.id = message.customer_id
WHERE message.platform = ? AND message.platform_id = ? AND message.direction = 'in'
"""
_CALLED = "SELECT id FROM customer WHERE nickname = ? AND platform = ? ORDER BY uid LIKE 'name:%', id DESC LIMIT 1"
_LAST_SAID = """
SELECT id, text, chain, parent_author FROM message WHERE ticket_id = ? AND direction = 'in'
ORDER BY posted_at DESC, id DESC LIMIT 1
"""
_EARLIER = """
SELECT ticket.id, ticket.opened_at, ticket.kind, ticket.state, ticket.snippet,
    answer.text AS answer, answer.posted_at AS answered_at
FROM ticket LEFT JOIN message AS answer ON answer.id = (
    SELECT message.id FROM message INDEXED BY message_out
    WHERE message.ticket_id = ticket.id AND message.direction = 'out' AND message.is_ack = 0
    ORDER BY message.posted_at DESC, message.id DESC LIMIT 1
)
WHERE ticket.customer_id = :customer AND ticket.id <> :ticket
ORDER BY ticket.opened_at DESC, ticket.id DESC LIMIT :limit
"""
_PUBLIC_ANSWERS = """
SELECT message.id AS id, ticket.snippet, ticket.kind, ticket.issue, ticket.product
FROM message INDEXED BY message_public_reply
JOIN ticket ON ticket.id = message.ticket_id
WHERE message.direction = 'out' AND message.audience = 'public' AND message.is_ack = 0
AND message.posted_at >= max(:since, coalesce((
    SELECT posted_at FROM message INDEXED BY message_public_reply
    WHERE direction = 'out' AND audience = 'public' AND is_ack = 0 ORDER BY posted_at DESC LIMIT 1 OFFSET :read
), 0))
AND message.ticket_id <> :ticket AND ticket.link <> ''
ORDER BY message.posted_at DESC, message.id DESC LIMIT :limit
"""
_READ_FOR_EACH = 3
"""So many replies are read for each that is wanted: where few tickets have a link, not those of a whole month."""
_PUBLIC_ANSWER = """
SELECT message.ticket_id, message.text, message.posted_at, customer.nickname, ticket.link, ticket.snippet
FROM message JOIN ticket ON ticket.id = message.ticket_id JOIN customer ON customer.id = ticket.customer_id
WHERE message.id = ?
"""
_SAID_AROUND = """
SELECT message.platform_id, message.text, message.chain, message.parent_platform_id FROM message
WHERE message.customer_id IN (
    SELECT id FROM customer WHERE nickname = :nickname AND platform = :platform
    UNION SELECT id FROM customer WHERE platform = :platform AND uid = :uid
)
AND message.posted_at BETWEEN :first AND :last AND message.direction = 'in'
ORDER BY message.posted_at, message.id
"""


class OpenTicket(Struct, frozen=True):
    """An open ticket and who opened it."""

    ticket: TicketId
    customer: CustomerId
    uid: str
    nickname: str
    leads: str


class Said(Struct, frozen=True):
    """A stored message by what makes it the same as another one."""

    platform_id: str
    words: str
    parent_platform_id: str


class LastSaid(Struct, frozen=True):
    """The customer's latest message of a ticket."""

    id: MessageId
    text: str
    chain: str
    parent_author: str


def insiders(connection: sqlite3.Connection) -> tuple[Insider, ...]:
    """The list of our own people and partners, 负责人 first."""
    return tuple(
        Insider(InsiderId(row["id"]), row["uid"], row["nickname"], InsiderRole(row["role"]))
        for row in connection.execute(_INSIDERS)
    )


def open_tickets(connection: sqlite3.Connection) -> tuple[OpenTicket, ...]:
    """Every open ticket with its customer."""
    return tuple(
        OpenTicket(TicketId(row["id"]), CustomerId(row["customer_id"]), row["uid"], row["nickname"], row["leads"])
        for row in connection.execute(_OPEN_TICKETS)
    )


def open_texts(connection: sqlite3.Connection) -> tuple[tuple[TicketId, str], ...]:
    """What customers said in open tickets, message by message."""
    return tuple((TicketId(row["ticket_id"]), row["text"]) for row in connection.execute(_OPEN_TEXTS))


def on_behalf(connection: sqlite3.Connection, ticket: TicketId) -> OnBehalf | None:
    """For whom the ticket's latest message of that kind asks."""
    row = connection.execute(_OF_TICKET, (ticket,)).fetchone()
    if row is None:
        return None
    customer = None if row["customer_id"] is None else CustomerId(row["customer_id"])
    return OnBehalf(
        message_id=MessageId(row["message_id"]),
        ticket_id=ticket,
        meant=Meant(row["name"], bool(row["is_account"]), customer),
        made_by=Actor(row["made_by"]),
        other_ticket=None if row["other_ticket"] is None else TicketId(row["other_ticket"]),
    )


def on_behalf_row(connection: sqlite3.Connection, message: MessageId) -> int | None:
    """The row of a message's relation, if it has one."""
    row = connection.execute(_OF_MESSAGE, (message,)).fetchone()
    return None if row is None else int(row[0])


def helpers(connection: sqlite3.Connection, customer: CustomerId, nickname: str, limit: int) -> tuple[Helper, ...]:
    """Who asks for this customer, newest first."""
    values = {"customer": customer, "nickname": nickname, "limit": limit}
    return tuple(Helper(row["nickname"], TicketId(row["ticket_id"])) for row in connection.execute(_HELPERS, values))


def who_said(connection: sqlite3.Connection, platform: Platform, platform_id: str) -> tuple[CustomerId, str] | None:
    """The customer (and name) whose message a post is, None where it is not a stored one."""
    row = connection.execute(_WHO_SAID, (platform.value, platform_id)).fetchone()
    return None if row is None else (CustomerId(row["customer_id"]), row["nickname"])


def called(connection: sqlite3.Connection, platform: Platform, nickname: str) -> CustomerId | None:
    """The customer who bears a nickname, one with a real uid first."""
    row = connection.execute(_CALLED, (nickname, platform.value)).fetchone()
    return None if row is None else CustomerId(row["id"])


def last_said(connection: sqlite3.Connection, ticket: TicketId) -> LastSaid:
    """The latest inbound message of a ticket; raises ``NotFoundError`` where there is none."""
    row = connection.execute(_LAST_SAID, (ticket,)).fetchone()
    if row is None:
        raise NotFoundError(what="message", id=ticket)
    return LastSaid(MessageId(row["id"]), row["text"], row["chain"], row["parent_author"])


def earlier(
    connection: sqlite3.Connection, customer: CustomerId, ticket: TicketId, limit: int
) -> tuple[EarlierTicket, ...]:
    """The customer's other tickets, newest first, each with our last answer."""
    values = {"customer": customer, "ticket": ticket, "limit": limit}
    return tuple(
        EarlierTicket(
            ticket_id=TicketId(row["id"]),
            opened_at=from_ms(row["opened_at"]),
            kind=Kind(row["kind"]),
            state=State(row["state"]),
            snippet=row["snippet"],
            answer=row["answer"] or "",
            answered_at=optional_from_ms(row["answered_at"]),
        )
        for row in connection.execute(_EARLIER, values)
    )


def public_answers(
    connection: sqlite3.Connection, ticket: TicketId, since: datetime, limit: int
) -> tuple[tuple[MessageId, str, str, str, str], ...]:
    """Those of our latest public answers that stand in other tickets with a link, newest first.

    Each is (message, question, kind, issue, product): plain tuples, as most of them are only compared.
    """
    plain = connection.cursor()
    plain.row_factory = None
    values = {"ticket": ticket, "since": to_ms(since), "limit": limit, "read": _READ_FOR_EACH * limit}
    return tuple(plain.execute(_PUBLIC_ANSWERS, values).fetchall())


def public_answer(connection: sqlite3.Connection, message: MessageId, *, is_same_matter: bool) -> PublicAnswer:
    """One of the public answers whole."""
    row = connection.execute(_PUBLIC_ANSWER, (message,)).fetchone()
    return PublicAnswer(
        ticket_id=TicketId(row["ticket_id"]),
        nickname=row["nickname"],
        link=row["link"],
        question=row["snippet"],
        text=row["text"],
        posted_at=from_ms(row["posted_at"]),
        is_same_matter=is_same_matter,
    )


def said_around(
    connection: sqlite3.Connection, platform: Platform, uid: str, nickname: str, at: datetime, within: timedelta
) -> tuple[Said, ...]:
    """What this person, known by uid or by name, said around a moment."""
    values = {
        "platform": platform.value,
        "uid": uid,
        "nickname": nickname,
        "first": to_ms(at - within),
        "last": to_ms(at + within),
    }
    return tuple(
        Said(row["platform_id"] or "", row["text"] + row["chain"], row["parent_platform_id"])
        for row in connection.execute(_SAID_AROUND, values)
    )
