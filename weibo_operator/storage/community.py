"""Which tickets other users answered, who they are, and whether they were thanked (mission F8, F9)."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from weibo_operator.domain.community import HelpfulUser, PeerAnswer, PeerCandidate
from weibo_operator.domain.ids import CustomerId, PeerAnswerId, TicketId
from weibo_operator.domain.people import mentioned
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

# One row for each of our replies that has the name in it; which of them really means it is read from its mentions.
_ANSWERS = """
SELECT peer_answer.*, asker.nickname AS asker, reply.text AS reply, reply.posted_at AS replied_at
FROM peer_answer
JOIN ticket ON ticket.id = peer_answer.ticket_id
JOIN customer AS asker ON asker.id = ticket.customer_id
LEFT JOIN message AS reply ON reply.ticket_id = ticket.id AND reply.direction = 'out' AND reply.is_ack = 0
    AND instr(reply.text, '@' || peer_answer.nickname) > 0
WHERE {condition}
ORDER BY peer_answer.marked_at DESC, peer_answer.id DESC, reply.posted_at, reply.id
"""
_PERSON = """
SELECT id, followers, verified, profile_url FROM customer
WHERE nickname = ? ORDER BY uid LIKE 'name:%', id DESC LIMIT 1
"""
# Others under the same post who name the customer. By their time, as there is no index of posts.
_UNDER_THE_SAME = """
SELECT customer.nickname, message.text, message.link
FROM ticket AS asked
JOIN customer AS asker ON asker.id = asked.customer_id
JOIN ticket AS other ON other.opened_at >= asked.opened_at AND other.opened_at < :until
    AND other.thread = asked.thread AND other.customer_id <> asked.customer_id
JOIN message ON message.ticket_id = other.id AND message.direction = 'in'
    AND (ltrim(message.parent_author, '@＠') = asker.nickname OR instr(message.text, '@' || asker.nickname) > 0)
JOIN customer ON customer.id = other.customer_id
WHERE asked.id = :ticket AND asked.thread <> ''
ORDER BY message.posted_at DESC, message.id DESC LIMIT :limit
"""


def of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> PeerAnswer | None:
    """Who answered a ticket's customer in our place (there is never more than one)."""
    rows = connection.execute(_ANSWERS.format(condition="peer_answer.ticket_id = ?"), (ticket,))
    return next(iter(_answers(rows)), None)


def get(connection: sqlite3.Connection, number: PeerAnswerId) -> PeerAnswer | None:
    """One answer by its own number."""
    rows = connection.execute(_ANSWERS.format(condition="peer_answer.id = ?"), (number,))
    return next(iter(_answers(rows)), None)


def helpful_users(connection: sqlite3.Connection) -> tuple[HelpfulUser, ...]:
    """Everybody who answered others; who answered last comes first."""
    by_name: dict[str, list[PeerAnswer]] = {}
    for each in _answers(connection.execute(_ANSWERS.format(condition="1 = 1"))):
        by_name.setdefault(each.nickname, []).append(each)
    return tuple(_person(connection, name, answers) for name, answers in by_name.items())


def customer_called(connection: sqlite3.Connection, nickname: str) -> CustomerId | None:
    """The one customer who is meant by a name: a real account before one known by name only, the latest first."""
    row = connection.execute(_PERSON, (nickname,)).fetchone()
    return None if row is None else CustomerId(row["id"])


def answered_under_the_same(
    connection: sqlite3.Connection, ticket: TicketId, until: datetime, limit: int
) -> tuple[PeerCandidate, ...]:
    """What others wrote to the ticket's customer under the same post before ``until``, newest first."""
    values = {"ticket": ticket, "until": to_ms(until), "limit": limit}
    rows = connection.execute(_UNDER_THE_SAME, values)
    return tuple(PeerCandidate(row["nickname"], row["text"], row["link"]) for row in rows)


def _answers(rows: Iterable[sqlite3.Row]) -> Iterable[PeerAnswer]:
    for _, same in groupby(rows, key=lambda row: int(row["id"])):
        held = list(same)
        first = held[0]
        thanks = next((row for row in held if row["reply"] and first["nickname"] in mentioned(row["reply"])), None)
        yield PeerAnswer(
            id=PeerAnswerId(first["id"]),
            ticket_id=TicketId(first["ticket_id"]),
            asker=first["asker"],
            nickname=first["nickname"],
            said=first["said"],
            link=first["link"],
            marked_at=from_ms(first["marked_at"]),
            thanked_at=optional_from_ms(first["thanked_at"] if thanks is None else thanks["replied_at"]),
            thanks="" if thanks is None else thanks["reply"],
        )


def _person(connection: sqlite3.Connection, nickname: str, answers: list[PeerAnswer]) -> HelpfulUser:
    row = connection.execute(_PERSON, (nickname,)).fetchone()
    if row is None:
        return HelpfulUser(nickname, None, None, "", "", tuple(answers))
    return HelpfulUser(
        nickname, CustomerId(row["id"]), row["followers"], row["verified"], row["profile_url"], tuple(answers)
    )
