"""Messages of a conversation, paged from the newest."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.ids import BatchId, CustomerId, MessageId, TicketId, TurnId
from weibo_operator.domain.labels import Audience, Platform, Sentiment, Source
from weibo_operator.domain.message import Direction, Message
from weibo_operator.storage.times import from_ms, to_ms

_PAGE = """
SELECT * FROM message WHERE ticket_id = :ticket
ORDER BY posted_at DESC, id DESC LIMIT :limit OFFSET :offset
"""
_KNOWN = "SELECT id FROM message WHERE platform = ? AND platform_id = ?"
_KNOWN_ROW = """
SELECT message.id, message.ticket_id, message.import_id, message.reposts, message.comments, message.likes,
    coalesce(import_batch.started_at, message.posted_at) AS first_seen
FROM message LEFT JOIN import_batch ON import_batch.id = message.import_id
WHERE message.platform = ? AND message.platform_id = ?
"""
_TEXTS = "SELECT id, text FROM message WHERE id IN (SELECT value FROM json_each(?))"
_OWN_CLEAN = """
SELECT text FROM message INDEXED BY message_own
WHERE direction = 'out' AND is_ack = 0
    AND NOT EXISTS (SELECT 1 FROM intent WHERE intent.id = message.intent_id AND open_typos > 0)
ORDER BY posted_at DESC, id DESC LIMIT ?
"""
_LATEST_INBOUND = """
SELECT text FROM message WHERE ticket_id = ? AND direction = 'in' ORDER BY posted_at DESC, id DESC LIMIT ?
"""
_INBOUND_SINCE = "SELECT COUNT(*) FROM message WHERE direction = 'in' AND posted_at >= ?"
_OF_TURN = """
SELECT text FROM message WHERE ticket_id = ? AND turn_id = ? AND direction = 'in'
ORDER BY posted_at DESC, id DESC LIMIT ?
"""
_NEWEST = "SELECT MAX(id) FROM message WHERE ticket_id = ?"
_WRITTEN_AFTER = """
SELECT id, posted_at FROM message WHERE ticket_id = ? AND turn_id = ? AND id > ? AND direction = 'in' ORDER BY id
"""
_ACKNOWLEDGED = """
SELECT COUNT(*) FROM intent INDEXED BY intent_acknowledged
WHERE is_ack = 1 AND state NOT IN ('withdrawn', 'refused')
"""
_LAST = "SELECT MAX(id) FROM message"
_WROTE_AFTER = "SELECT 1 FROM message WHERE ticket_id = ? AND direction = 'in' AND id > ? LIMIT 1"
_NEWEST_INBOUND = "SELECT MAX(id) FROM message WHERE ticket_id = ? AND direction = 'in'"


def conversation(
    connection: sqlite3.Connection, ticket: TicketId, *, limit: int = 200, offset: int = 0
) -> tuple[Message, ...]:
    """The newest ``limit`` messages of a ticket in reading order (oldest first)."""
    rows = connection.execute(_PAGE, {"ticket": ticket, "limit": limit, "offset": offset}).fetchall()
    return tuple(_message(row) for row in reversed(rows))


class KnownMessage(Struct, frozen=True):
    """A message that came in before: where it is, which import made it, and its counts as last seen."""

    id: MessageId
    ticket: TicketId
    import_id: BatchId | None
    counts: tuple[int | None, int | None, int | None]
    first_seen: datetime
    """When its first counts were taken: its import's moment, or for one taken down by hand its own."""


def known(connection: sqlite3.Connection, platform: Platform, platform_id: str) -> KnownMessage | None:
    """The stored message with this id, by whatever route it came."""
    row = connection.execute(_KNOWN_ROW, (platform.value, platform_id)).fetchone()
    if row is None:
        return None
    return KnownMessage(
        id=MessageId(row["id"]),
        ticket=TicketId(row["ticket_id"]),
        import_id=None if row["import_id"] is None else BatchId(row["import_id"]),
        counts=(row["reposts"], row["comments"], row["likes"]),
        first_seen=from_ms(row["first_seen"]),
    )


def is_known(connection: sqlite3.Connection, platform: Platform, platform_id: str) -> bool:
    """True when this post is stored already, by whatever route it came."""
    return connection.execute(_KNOWN, (platform.value, platform_id)).fetchone() is not None


def texts(connection: sqlite3.Connection, ids: Sequence[MessageId]) -> Mapping[MessageId, str]:
    """The texts of some messages."""
    rows = connection.execute(_TEXTS, (json.dumps(ids),))
    return {MessageId(row["id"]): row["text"] for row in rows}


def clean_own_texts(connection: sqlite3.Connection, *, limit: int) -> tuple[str, ...]:
    """Our latest replies, newest first, without acknowledgements and those sent with a sure typo in them."""
    return tuple(row[0] for row in connection.execute(_OWN_CLEAN, (limit,)))


def texts_of_turn(
    connection: sqlite3.Connection, ticket: TicketId, turn: TurnId, *, limit: int = 20
) -> tuple[str, ...]:
    """What the customer wrote in one turn, oldest first; the newest of a long one."""
    return tuple(row[0] for row in connection.execute(_OF_TURN, (ticket, turn, limit)))[::-1]


def latest_inbound_texts(connection: sqlite3.Connection, ticket: TicketId, *, limit: int) -> tuple[str, ...]:
    """What the customer wrote last in a ticket, the newest first."""
    return tuple(row[0] for row in connection.execute(_LATEST_INBOUND, (ticket, limit)))


def inbound_since(connection: sqlite3.Connection, moment: datetime) -> int:
    """How many inbound messages were posted since ``moment``."""
    (count,) = connection.execute(_INBOUND_SINCE, (to_ms(moment),)).fetchone()
    return int(count)


def last(connection: sqlite3.Connection) -> MessageId:
    """The message stored last, whosever it is (0: none)."""
    (found,) = connection.execute(_LAST).fetchone()
    return MessageId(found or 0)


def wrote_after(connection: sqlite3.Connection, ticket: TicketId, message: MessageId) -> bool:
    """True when the ticket's customer wrote something that was stored after ``message``."""
    return connection.execute(_WROTE_AFTER, (ticket, message)).fetchone() is not None


def acknowledgements(connection: sqlite3.Connection) -> int:
    """How many acknowledgements were sent so far, or are on their way; picks the next wording."""
    (count,) = connection.execute(_ACKNOWLEDGED).fetchone()
    return int(count)


def newest_inbound(connection: sqlite3.Connection, ticket: TicketId) -> MessageId | None:
    """The id of the customer's latest message as it reached us, for the fresh-view check before sending."""
    (newest,) = connection.execute(_NEWEST_INBOUND, (ticket,)).fetchone()
    return None if newest is None else MessageId(newest)


class LaterWords(Struct, frozen=True):
    """What a customer wrote after the operator pressed, and since when (aware UTC)."""

    messages: tuple[MessageId, ...]
    since: datetime


def newest(connection: sqlite3.Connection, ticket: TicketId) -> MessageId | None:
    """The id of the ticket's latest message as it reached us, of whichever direction."""
    (found,) = connection.execute(_NEWEST, (ticket,)).fetchone()
    return None if found is None else MessageId(found)


def written_after(
    connection: sqlite3.Connection, ticket: TicketId, turn: int | None, seen: MessageId | None
) -> LaterWords | None:
    """The customer's messages of a turn that came in after ``seen``; None where there are none."""
    if turn is None or seen is None:
        return None
    rows = connection.execute(_WRITTEN_AFTER, (ticket, turn, seen)).fetchall()
    if not rows:
        return None
    return LaterWords(tuple(MessageId(row["id"]) for row in rows), min(from_ms(row["posted_at"]) for row in rows))


def _message(row: sqlite3.Row) -> Message:
    return Message(
        id=MessageId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        customer_id=CustomerId(row["customer_id"]),
        direction=Direction(row["direction"]),
        audience=Audience(row["audience"]),
        platform=Platform(row["platform"]),
        source=Source(row["source"]),
        text=row["text"],
        chain=row["chain"],
        posted_at=from_ms(row["posted_at"]),
        time_is_approximate=bool(row["time_is_approximate"]),
        link=row["link"],
        parent_author=row["parent_author"],
        parent_text=row["parent_text"],
        reposts=row["reposts"],
        comments=row["comments"],
        likes=row["likes"],
        is_ack=bool(row["is_ack"]),
        sentiment=Sentiment(row["sentiment"]),
    )
