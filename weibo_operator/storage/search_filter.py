"""Tickets by conditions: whose, of which kind, where, in which state, late, how many followers."""

import json
import sqlite3

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.search_query import SearchQuery
from weibo_operator.storage import search

LOOKED_THROUGH = 50_000
"""Without words and names so many of the latest tickets are looked through at most."""
HITS = 5_000
"""Of words that more tickets hold those with the newest messages."""
_LATEST = "SELECT id FROM ticket ORDER BY opened_at DESC LIMIT :looked"
_GIVEN = "SELECT value FROM json_each(:ids)"
_FILTER = """
SELECT ticket.id FROM ({candidates}) AS candidate
CROSS JOIN ticket ON ticket.id = candidate.{column} CROSS JOIN customer ON customer.id = ticket.customer_id
WHERE {conditions}
ORDER BY ticket.last_activity_at DESC, ticket.id DESC LIMIT :limit
"""


def find(connection: sqlite3.Connection, query: SearchQuery, *, limit: int) -> tuple[TicketId, ...]:
    """Tickets that meet every condition, and hold the words, if any; the last active first."""
    conditions, values = _conditions(query)
    values |= {"limit": limit, "looked": LOOKED_THROUGH}
    ids: tuple[TicketId, ...] | None = None
    if query.author:
        ids = search.tickets_of_name(connection, query.author, limit=HITS)
    if query.text:
        found = search.find_tickets(connection, query.text, limit=HITS)
        ids = found if ids is None else tuple(sorted({*ids} & {*found}))
    if ids is not None:
        values["ids"] = json.dumps(ids)
    candidates, column = (_LATEST, "id") if ids is None else (_GIVEN, "value")
    sql = _FILTER.format(candidates=candidates, column=column, conditions=" AND ".join(conditions) or "1")
    return tuple(TicketId(row[0]) for row in connection.execute(sql, values))


def _conditions(query: SearchQuery) -> tuple[list[str], dict[str, object]]:
    values: dict[str, object] = {}
    conditions: list[str] = []
    for column, wanted in (("kind", query.kinds), ("state", query.states)):
        if wanted:
            conditions.append(f"ticket.{column} IN (SELECT value FROM json_each(:{column}))")
            values[column] = json.dumps([each.value for each in wanted])
    if query.department:
        conditions.append("instr(lower(ticket.department), lower(:department)) > 0")
        values["department"] = query.department
    if query.late:
        conditions.append("ticket.late = 1")
    for sign, count in zip((">=", "<="), query.followers, strict=True):
        if count is not None:
            name = f"followers{len(values)}"
            conditions.append(f"customer.followers {sign} :{name}")
            values[name] = count
    return conditions, values
