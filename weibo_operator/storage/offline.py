"""Tickets solved outside the platform, and whether the customer's public words about it are known (mission E11)."""

import sqlite3

from weibo_operator.domain.ids import OfflineSolutionId, TicketId
from weibo_operator.domain.offline import OfflineSolution
from weibo_operator.storage.times import from_ms, optional_from_ms

_OF_TICKET = """
SELECT offline_solution.*, customer.nickname FROM offline_solution
JOIN ticket ON ticket.id = offline_solution.ticket_id JOIN customer ON customer.id = ticket.customer_id
WHERE offline_solution.ticket_id = ?
"""
_WAITING = "SELECT COUNT(*) FROM offline_solution WHERE linked_at IS NULL"


def of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> OfflineSolution | None:
    """How a ticket was solved outside the platform, None where it was not."""
    row = connection.execute(_OF_TICKET, (ticket,)).fetchone()
    if row is None:
        return None
    return OfflineSolution(
        id=OfflineSolutionId(row["id"]),
        ticket_id=ticket,
        nickname=row["nickname"],
        how=row["how"],
        solved_at=from_ms(row["solved_at"]),
        link=row["link"],
        linked_at=optional_from_ms(row["linked_at"]),
    )


def waiting(connection: sqlite3.Connection) -> int:
    """How many of them have no public result yet."""
    (count,) = connection.execute(_WAITING).fetchone()
    return int(count)
