"""Sessions of questions under one post: their rows, their questions, and who of the askers is next."""

import sqlite3
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import CustomerId, InterviewId, TicketId
from weibo_operator.domain.interview import Answered, Interview, Question
from weibo_operator.storage.times import from_ms, optional_from_ms

# A question belongs by the post it stands under, whatever ticket it joined. The conditions are those of the index.
_UNDER_POST = """
FROM message AS question INDEXED BY message_parent
WHERE question.parent_platform_id = :post AND question.parent_platform_id <> '' AND question.direction = 'in'
    AND question.turn_id IS NOT NULL
"""
_ALL = "SELECT * FROM interview ORDER BY ended_at IS NOT NULL, id DESC LIMIT ?"
_ONE = "SELECT * FROM interview WHERE id = ?"
_RUNNING = "SELECT * FROM interview WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1"
_SAID = f"""
SELECT turn.id AS turn, turn.ticket_id, turn.opened_at, turn.closed_by, customer.nickname,
    said.direction, said.audience, said.text, said.posted_at
FROM turn
JOIN customer ON customer.id = turn.customer_id
JOIN message AS said ON said.turn_id = turn.id AND said.is_ack = 0
    AND (said.direction = 'out' OR said.parent_platform_id = :post)
WHERE turn.id IN (SELECT question.turn_id {_UNDER_POST})
ORDER BY turn.opened_at, turn.id, said.posted_at, said.id
"""
# A reply on its way has had its turn, though the question stays open until it is delivered. What was gathered with the
# chatter has no place in the rotation, but whoever asks here is heard: behind those who have one.
_NEXT = f"""
WITH asked AS (
    SELECT turn.ticket_id, turn.customer_id, turn.closed_by, ticket.gathered, ticket.rank_at,
        ticket.outgoing IN ('queued', 'sending') AS leaving
    FROM turn JOIN ticket ON ticket.id = turn.ticket_id
    WHERE turn.id IN (SELECT question.turn_id {_UNDER_POST})
),
had AS (
    SELECT customer_id, count(*) AS turns FROM asked
    WHERE closed_by = 'reply' OR (closed_by IS NULL AND leaving) GROUP BY customer_id
)
SELECT asked.ticket_id, asked.customer_id, coalesce(had.turns, 0) AS turns
FROM asked
LEFT JOIN rotation_row AS place ON place.ticket_id = asked.ticket_id
LEFT JOIN had ON had.customer_id = asked.customer_id
WHERE asked.closed_by IS NULL AND NOT asked.leaving AND (place.ticket_id IS NOT NULL OR asked.gathered > 0)
ORDER BY turns, place.ticket_id IS NULL, place.band, place.round,
    coalesce(place.rank_at, asked.rank_at), asked.ticket_id
"""
_COUNT_WAITING = f"SELECT count(*) FROM ({_NEXT})"
_POST_OF_TICKET = """
SELECT parent_platform_id FROM message
WHERE ticket_id = ? AND direction = 'in' AND audience = 'public' AND parent_platform_id <> ''
ORDER BY posted_at DESC, id DESC LIMIT 1
"""


def listed(connection: sqlite3.Connection, limit: int) -> tuple[Interview, ...]:
    """The sessions, the running one first, then the latest."""
    return tuple(_interview(row) for row in connection.execute(_ALL, (limit,)))


def get(connection: sqlite3.Connection, interview: InterviewId) -> Interview:
    """One session; raises ``NotFoundError``."""
    row = connection.execute(_ONE, (interview,)).fetchone()
    if row is None:
        raise NotFoundError(what="interview", id=interview)
    return _interview(row)


def running(connection: sqlite3.Connection) -> Interview | None:
    """The session that was begun and not ended."""
    row = connection.execute(_RUNNING).fetchone()
    return None if row is None else _interview(row)


def questions(connection: sqlite3.Connection, post: str) -> tuple[Question, ...]:
    """What was asked under a post and what was answered, a turn each, in the order they were asked."""
    rows = connection.execute(_SAID, {"post": post})
    return tuple(_question(tuple(said)) for _, said in groupby(rows, key=lambda row: int(row["turn"])))


def next_asker(
    connection: sqlite3.Connection, post: str, but: AbstractSet[CustomerId], ticket: TicketId | None = None
) -> TicketId | None:
    """The ticket of the asker with the fewest turns under this post; among them in the order of the rotation.

    The customers in ``but`` are passed over while another one with as few turns waits; ``ticket`` is never given.
    """
    rows = [row for row in connection.execute(_NEXT, {"post": post}) if row["ticket_id"] != ticket]
    if not rows:
        return None
    fewest = [row for row in rows if row["turns"] == rows[0]["turns"]]
    found = next((row for row in fewest if row["customer_id"] not in but), fewest[0])
    return TicketId(found["ticket_id"])


def waiting(connection: sqlite3.Connection, post: str) -> int:
    """How many askers' turns wait for us."""
    return int(connection.execute(_COUNT_WAITING, {"post": post}).fetchone()[0])


def post_of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> str:
    """The id of the post that a ticket's latest public message stands under, or ""."""
    row = connection.execute(_POST_OF_TICKET, (ticket,)).fetchone()
    return "" if row is None else str(row["parent_platform_id"])


def _interview(row: sqlite3.Row) -> Interview:
    return Interview(
        InterviewId(row["id"]),
        row["post"],
        row["link"],
        row["who"],
        from_ms(row["planned_at"]),
        from_ms(row["began_at"]),
        optional_from_ms(row["ended_at"]),
    )


def _question(said: Sequence[sqlite3.Row]) -> Question:
    first = said[0]
    ours = [row for row in said if row["direction"] == "out"]
    public = [row for row in ours if row["audience"] == "public"]
    answered = _answered(first["closed_by"], is_public=bool(public))
    return Question(
        TicketId(first["ticket_id"]),
        first["nickname"],
        from_ms(first["opened_at"]),
        _joined(row for row in said if row["direction"] == "in"),
        answered,
        _joined(public),
        from_ms((public or ours)[-1]["posted_at"]) if ours else None,
    )


def _answered(closed_by: str | None, *, is_public: bool) -> Answered:
    if closed_by is None:
        return Answered.OPEN
    if closed_by != "reply":
        return Answered.NONE
    return Answered.PUBLIC if is_public else Answered.PRIVATE


def _joined(rows: Iterable[sqlite3.Row]) -> str:
    return "\n".join(row["text"] for row in rows)
