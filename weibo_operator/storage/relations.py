"""What customers did, by which their level follows, and the level that the operator chose (mission F7)."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.ids import CustomerId
from weibo_operator.domain.labels import Kind
from weibo_operator.domain.relation import History, Standing, standing
from weibo_operator.storage.community import customer_called

_CHOSEN = """
SELECT id, nickname, relation_level,
    EXISTS (SELECT 1 FROM peer_answer WHERE peer_answer.nickname = customer.nickname) AS helps
FROM customer WHERE id IN (SELECT value FROM json_each(:ids))
"""
# A ticket is either praise or a day; complaints and abuse make days, but no months.
_DONE = """
WITH done AS (
    SELECT ticket.customer_id, ticket.opened_at + :offset AS at, ticket.kind IN (:complaint, :abuse) AS is_bad,
        ticket.kind = :praise OR EXISTS (SELECT 1 FROM testimonial WHERE ticket_id = ticket.id) AS is_praise
    FROM ticket WHERE ticket.customer_id IN (SELECT value FROM json_each(:ids))
    UNION ALL
    SELECT contact.customer_id, contact.at + :offset, 0, 0 FROM contact
    WHERE contact.customer_id IN (SELECT value FROM json_each(:ids))
)
SELECT customer_id, COUNT(DISTINCT CASE WHEN NOT is_praise THEN at / 86400000 END) AS days,
    COUNT(DISTINCT CASE WHEN is_praise OR NOT is_bad THEN strftime('%Y-%m', at / 1000, 'unixepoch') END) AS months,
    SUM(is_praise) AS praise
FROM done GROUP BY customer_id
"""
_HELPED = "SELECT COUNT(*) FROM peer_answer WHERE nickname = ?"
_OFFSET = int(CHINA.utcoffset(None).total_seconds() * 1000)


def standings(connection: sqlite3.Connection, customers: Sequence[CustomerId]) -> Mapping[CustomerId, Standing]:
    """How each of ``customers`` stands; who is no customer is left out."""
    values: dict[str, str | int] = {
        "ids": json.dumps([int(each) for each in customers]),
        "offset": _OFFSET,
        "praise": Kind.PRAISE.value,
        "complaint": Kind.COMPLAINT.value,
        "abuse": Kind.ABUSE.value,
    }
    done = {row["customer_id"]: row for row in connection.execute(_DONE, values)}
    found: dict[CustomerId, Standing] = {}
    for row in connection.execute(_CHOSEN, values).fetchall():
        mine = done.get(row["id"])
        helped = _helped(connection, row["id"], row["nickname"]) if row["helps"] else 0
        history = History(helped=helped)
        if mine is not None:
            history = History(mine["days"], mine["months"], mine["praise"], helped)
        found[CustomerId(row["id"])] = standing(history, row["relation_level"])
    return found


def _helped(connection: sqlite3.Connection, customer: int, nickname: str) -> int:
    """Answers are kept by name: of several customers who bear it only the one counts whom the board names."""
    if customer_called(connection, nickname) != customer:
        return 0
    (count,) = connection.execute(_HELPED, (nickname,)).fetchone()
    return int(count)
