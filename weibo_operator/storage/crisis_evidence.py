"""What an evidence pack is made of: every message of some tickets with its samples, and their handoffs."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.crisis import CountSample
from weibo_operator.domain.ids import MessageId, TicketId
from weibo_operator.storage.times import from_ms, optional_from_ms

_MESSAGES = """
SELECT message.*, customer.nickname, customer.uid FROM json_each(?) AS wanted
JOIN message ON message.ticket_id = wanted.value JOIN customer ON customer.id = message.customer_id
ORDER BY message.posted_at, message.id
"""
_SAMPLES = """
SELECT count_sample.* FROM json_each(?) AS wanted JOIN count_sample ON count_sample.ticket_id = wanted.value
ORDER BY count_sample.at, count_sample.id
"""
_HANDOFFS = """
SELECT handoff.* FROM json_each(?) AS wanted JOIN handoff ON handoff.ticket_id = wanted.value ORDER BY handoff.id
"""


class EvidenceMessage(Struct, frozen=True):
    """One message with all that tells where it stood and how it was taken up; counts are None where unknown."""

    id: MessageId
    ticket: TicketId
    direction: str
    nickname: str
    uid: str
    audience: str
    source: str
    platform: str
    platform_id: str
    link: str
    posted_at: datetime
    time_is_approximate: bool
    text: str
    chain: str
    parent_platform_id: str
    parent_author: str
    parent_text: str
    reposts: int | None
    comments: int | None
    likes: int | None
    samples: tuple[CountSample, ...]


class EvidenceHandoff(Struct, frozen=True):
    """One handoff to a department and what came back."""

    code: int
    ticket: TicketId
    department: str
    description: str
    sent_at: datetime
    due_at: datetime
    answered_at: datetime | None
    answer: str


class Evidence(Struct, frozen=True):
    """Messages by their time, and handoffs."""

    tickets: tuple[TicketId, ...]
    messages: tuple[EvidenceMessage, ...]
    handoffs: tuple[EvidenceHandoff, ...]


def of_tickets(connection: sqlite3.Connection, tickets: Iterable[TicketId]) -> Evidence:
    """Everything said on these tickets."""
    chosen = tuple(sorted(tickets))
    listed = json.dumps(chosen)
    samples: dict[int, list[CountSample]] = {}
    for row in connection.execute(_SAMPLES, (listed,)):
        sample = CountSample(from_ms(row["at"]), row["reposts"], row["comments"], row["likes"])
        samples.setdefault(row["message_id"], []).append(sample)
    return Evidence(
        tickets=chosen,
        messages=tuple(
            _message(row, tuple(samples.get(row["id"], ()))) for row in connection.execute(_MESSAGES, (listed,))
        ),
        handoffs=tuple(_handoff(row) for row in connection.execute(_HANDOFFS, (listed,))),
    )


def _message(row: sqlite3.Row, samples: tuple[CountSample, ...]) -> EvidenceMessage:
    return EvidenceMessage(
        id=MessageId(row["id"]),
        ticket=TicketId(row["ticket_id"]),
        direction=row["direction"],
        nickname=row["nickname"],
        uid=row["uid"],
        audience=row["audience"],
        source=row["source"],
        platform=row["platform"],
        platform_id=row["platform_id"] or "",
        link=row["link"],
        posted_at=from_ms(row["posted_at"]),
        time_is_approximate=bool(row["time_is_approximate"]),
        text=row["text"],
        chain=row["chain"],
        parent_platform_id=row["parent_platform_id"],
        parent_author=row["parent_author"],
        parent_text=row["parent_text"],
        reposts=row["reposts"],
        comments=row["comments"],
        likes=row["likes"],
        samples=samples,
    )


def _handoff(row: sqlite3.Row) -> EvidenceHandoff:
    return EvidenceHandoff(
        code=row["id"],
        ticket=TicketId(row["ticket_id"]),
        department=row["department"],
        description=row["description"],
        sent_at=from_ms(row["sent_at"]),
        due_at=from_ms(row["due_at"]),
        answered_at=optional_from_ms(row["answered_at"]),
        answer=row["answer"],
    )
