"""Public notices about a matter, to whom each is offered, and how many customers got its link."""

import sqlite3
from datetime import datetime

from weibo_operator.domain.crowd import NOTICE_REACH, Notice, NoticeState
from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import NoticeId, TicketId
from weibo_operator.domain.matters import Matter
from weibo_operator.storage.times import from_ms, optional_from_ms, to_ms

_REACH_MS = int(NOTICE_REACH.total_seconds() * 1000)

_TOLD = """
(
    SELECT count(DISTINCT message.customer_id)
    FROM cluster_member AS member
    JOIN message ON message.ticket_id = member.ticket_id AND message.direction = 'out'
    WHERE member.issue = notice.issue AND member.product = notice.product
    AND notice.link <> '' AND instr(message.text, notice.link) > 0
) AS told
"""
_ALL = f"SELECT notice.*, {_TOLD} FROM notice ORDER BY state = 'ended', id DESC LIMIT ?"
_ONE = f"SELECT notice.*, {_TOLD} FROM notice WHERE id = ?"
_OF_MATTER = f"""
SELECT notice.*, {_TOLD} FROM notice
WHERE issue = ? AND product = ? AND state <> 'ended' ORDER BY state = 'draft', id DESC LIMIT 1
"""
_POSTED_SINCE = "SELECT posted_at FROM notice WHERE posted_at >= ? ORDER BY posted_at, id"
# To every member of the crowd it is about, also to those who come later or with a crowd that follows it.
_OFFERED = f"""
SELECT notice.*, 0 AS told
FROM ticket_cluster AS place
JOIN cluster ON cluster.id = place.cluster_id
JOIN notice ON notice.issue = cluster.issue AND notice.product = cluster.product
WHERE place.ticket_id = :ticket AND notice.state = 'posted' AND cluster.last_at >= notice.since
AND cluster.first_at <= notice.posted_at + {_REACH_MS}
AND NOT EXISTS (
    SELECT 1 FROM message
    WHERE message.ticket_id = :ticket AND message.direction = 'out' AND instr(message.text, notice.link) > 0
)
ORDER BY notice.id DESC LIMIT 1
"""


def listed(connection: sqlite3.Connection, limit: int) -> tuple[Notice, ...]:
    """The latest notices, those no longer offered last."""
    return tuple(_notice(row) for row in connection.execute(_ALL, (limit,)))


def get(connection: sqlite3.Connection, notice: NoticeId) -> Notice:
    """One notice; raises ``NotFoundError``."""
    row = connection.execute(_ONE, (notice,)).fetchone()
    if row is None:
        raise NotFoundError(what="notice", id=notice)
    return _notice(row)


def posted_since(connection: sqlite3.Connection, since: datetime) -> tuple[datetime, ...]:
    """When notices were posted from ``since`` on (there are few notices in all)."""
    return tuple(from_ms(row["posted_at"]) for row in connection.execute(_POSTED_SINCE, (to_ms(since),)))


def of_matter(connection: sqlite3.Connection, matter: Matter) -> Notice | None:
    """The notice about a matter that is being written or offered, the posted one before a draft."""
    row = connection.execute(_OF_MATTER, (matter.issue, matter.product)).fetchone()
    return None if row is None else _notice(row)


def offered(connection: sqlite3.Connection, ticket: TicketId) -> Notice | None:
    """The latest posted notice about the ticket's matter whose link this customer has not got yet."""
    row = connection.execute(_OFFERED, {"ticket": ticket}).fetchone()
    return None if row is None else _notice(row)


def _notice(row: sqlite3.Row) -> Notice:
    return Notice(
        id=NoticeId(row["id"]),
        matter=Matter(row["issue"], row["product"]),
        since=from_ms(row["since"]),
        people=row["people"],
        text=row["text"],
        link=row["link"],
        state=NoticeState(row["state"]),
        created_at=from_ms(row["created_at"]),
        posted_at=optional_from_ms(row["posted_at"]),
        told=row["told"],
    )
