"""A small desk for tests of the rotation: customers and tickets by plain SQL, every write followed by its sync."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from weibo_operator.domain.ids import CustomerId, OperationId, TicketId
from weibo_operator.domain.queueing_records import Choice
from weibo_operator.storage import rotation, rotation_questions
from weibo_operator.storage.connection import open_database, write
from weibo_operator.storage.times import to_ms

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

TICKET = """
INSERT INTO ticket (id, customer_id, state, level, kind, nature, aspect, department, topic, sentiment, advice, source,
                    audience, thread, waits_for, waiting_since, rank_at, open_turn_id, opened_at, last_activity_at)
VALUES (:ticket, :customer, 'new', :level, '咨询', '其他', '关于服务', '无', :topic, 0, 'public', '评论',
        :audience, 'thread', 'us', :rank, :rank, :turn, 0, 0)
"""
_WAITS_NO_MORE = "UPDATE ticket SET waits_for = 'customer', waiting_since = NULL, open_turn_id = NULL WHERE id = ?"
_WAITS_AGAIN = "UPDATE ticket SET waits_for = 'us', waiting_since = rank_at, open_turn_id = ? WHERE id = ?"
_REPLY_TAKEN_BACK = "DELETE FROM message WHERE id = (SELECT max(id) FROM message WHERE ticket_id = ?)"
_REPLY = """
INSERT INTO message (ticket_id, customer_id, direction, platform, source, audience, text, posted_at)
SELECT id, customer_id, 'out', 'weibo', '评论', ?, '您好', ? FROM ticket WHERE id = ?
"""
_FILL_CUSTOMERS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :customers)
INSERT INTO customer (id, platform, uid, nickname, followers, first_seen_at)
SELECT i, 'weibo', i, '客户' || i, iif(i % 3, i * 7919 % 60000, NULL), 0 FROM n
"""
_FILL_TICKETS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :tickets)
INSERT INTO ticket (id, customer_id, state, level, kind, nature, aspect, department, topic, sentiment, advice, source,
                    audience, thread, waits_for, waiting_since, rank_at, opened_at, last_activity_at)
SELECT i, i % :customers + 1, 'new', 2 + i % 3, '咨询', '其他', '关于服务', '无', '话题' || (i * 7919 % :topics), 0,
       'public', '评论', iif(i % 5, 'public', 'private'), 'thread', 'us', i * 7919 % 1000003, i * 7919 % 1000003, 0, 0
FROM n
"""
_REPLIED = """
INSERT INTO message (ticket_id, customer_id, direction, platform, source, audience, text, posted_at)
SELECT id, customer_id, 'out', 'weibo', '评论', 'public', '您好', :at - id FROM ticket
WHERE id <= :replies
"""


def open_desk(path: Path) -> sqlite3.Connection:
    return open_database(path, now=NOW)


class RotationDesk:
    """The events of a queue; customers are numbered from 1 and made when first named."""

    def __init__(self, connection: sqlite3.Connection, *, gap: int = 0, now: int = 0) -> None:
        self.connection = connection
        self.gap = timedelta(milliseconds=gap)
        self.now = NOW + timedelta(milliseconds=now)

    def arrive(self, ticket: int, customer: int, level: int, topic: str, public: bool, rank: int) -> None:
        self.connection.execute(
            "INSERT INTO customer (id, platform, uid, nickname, first_seen_at) VALUES (?, 'weibo', ?, ?, 0)"
            " ON CONFLICT DO NOTHING",
            (customer, str(customer), f"客户{customer}"),
        )
        values = {
            "ticket": ticket,
            "customer": customer,
            "level": level,
            "topic": topic,
            "audience": audience(public),
            "rank": rank,
            "turn": None,
        }
        self.connection.execute(TICKET, values)
        turn = self.connection.execute(
            "INSERT INTO turn (ticket_id, customer_id, number, opened_at) VALUES (?, ?, 1, 0)",
            (ticket, customer),
        ).lastrowid
        self.connection.execute("UPDATE ticket SET open_turn_id = ? WHERE id = ?", (turn, ticket))
        self.sync(ticket)

    def leave(self, ticket: int) -> None:
        self.connection.execute(_WAITS_NO_MORE, (ticket,))
        self.sync(ticket)

    def relabel(self, ticket: int, level: int, topic: str, public: bool, rank: int) -> None:
        self.connection.execute(
            "UPDATE ticket SET level = ?, topic = ?, audience = ?, rank_at = ? WHERE id = ?",
            (level, topic, audience(public), rank, ticket),
        )
        self.sync(ticket)

    def serve(self, ticket: int, public_reply: bool) -> None:
        if public_reply:
            self.connection.execute(_REPLY, ("public", to_ms(self.now), ticket))
        rotation.record_served(self.connection, TicketId(ticket), self.buffered())
        self.connection.execute(_WAITS_NO_MORE, (ticket,))
        self.sync(ticket)

    def take_back(self, ticket: int) -> None:
        (turn,) = self.connection.execute("SELECT max(id) FROM turn WHERE ticket_id = ?", (ticket,)).fetchone()
        self.connection.execute(_WAITS_AGAIN, (turn, ticket))
        self.connection.execute(_REPLY_TAKEN_BACK, (ticket,))
        self.sync(ticket)

    def skip(self, ticket: int) -> None:
        self.connection.execute("INSERT INTO operation (kind, at, ticket_id) VALUES ('skip', 0, ?)", (ticket,))
        rotation.record_skip(self.connection, TicketId(ticket), self._last_skip(ticket))

    def unskip(self, ticket: int) -> None:
        operation = self._last_skip(ticket)
        rotation.take_back_skip(self.connection, operation)
        self.connection.execute("DELETE FROM operation WHERE id = ?", (operation,))

    def tick(self, length: int) -> None:
        self.now += timedelta(milliseconds=length)

    def buffered(self) -> frozenset[CustomerId]:
        return rotation_questions.buffered_customers(self.connection, self.now, self.gap)

    def choose(self, k: int = 4, threshold: int = 0) -> Choice | None:
        return rotation_questions.choose(self.connection, fair_period=k, threshold=threshold, buffered=self.buffered())

    def fill(self, *, tickets: int, customers: int, topics: int, replies: int = 0) -> None:
        """So many tickets wait, P2 to P4; the customers of the first ``replies`` had a public reply just now."""
        with write(self.connection):
            self.connection.execute(_FILL_CUSTOMERS, {"customers": customers})
            self.connection.execute(_FILL_TICKETS, {"tickets": tickets, "customers": customers, "topics": topics})
            self.connection.execute(_REPLIED, {"at": to_ms(self.now), "replies": replies})
        with write(self.connection):
            rotation.sync_tickets(self.connection, map(TicketId, range(1, tickets + 1)))
        self.connection.execute("ANALYZE")

    def _last_skip(self, ticket: int) -> OperationId:
        found = self.connection.execute("SELECT max(id) FROM operation WHERE ticket_id = ?", (ticket,))
        return OperationId(found.fetchone()[0])

    def sync(self, ticket: int) -> None:
        rotation.sync_tickets(self.connection, (TicketId(ticket),))


def audience(public: bool) -> str:
    return "public" if public else "private"
