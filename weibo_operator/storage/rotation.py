"""The rotation in the file: rows that come and go with the tickets, turns served, skipped and taken back."""

import sqlite3
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from weibo_operator.domain.customer import Importance, importance
from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import CustomerId, OperationId, TicketId
from weibo_operator.domain.queueing import ASIDE, round_on_arrival
from weibo_operator.domain.settings import VIP_FOLLOWERS
from weibo_operator.storage import settings
from weibo_operator.storage.rotation_view import RotationView

_NOBODY: frozenset[CustomerId] = frozenset()

_KEPT_TURNS = 200
"""Served turns and skips remembered, so that undoing one gives its place back."""

_BOTH = """
SELECT ticket.customer_id, ticket.level, ticket.topic, ticket.audience = 'public' AS is_public,
       ticket.rank_at, ticket.open_turn_id,
       ticket.waits_for = 'us' AND ticket.snoozed = 0 AND ticket.gathered = 0
       AND ticket.outgoing NOT IN ('queued', 'sending')
       AND ticket.state IN ('new', 'in_progress') AS waits,
       customer.vip, customer.role, customer.followers,
       row.customer_id AS row_customer, row.level AS row_level, row.topic AS row_topic,
       row.is_public AS row_public, row.rank_at AS row_rank, row.important AS row_important
FROM ticket JOIN customer ON customer.id = ticket.customer_id
LEFT JOIN rotation_row AS row ON row.ticket_id = ticket.id
WHERE ticket.id = ?
"""
_NEXT_SEQ = "UPDATE rotation_state SET seq = seq + 1 RETURNING seq"
_SYNC_LEVEL = """
UPDATE rotation_level SET round = :lowest, started = (SELECT turn FROM rotation_state) + :ahead
WHERE level = :level AND round < :lowest
"""
_LEVEL = "SELECT round, started FROM rotation_level WHERE level = ?"
_CUSTOMER = "SELECT stamp, served_turn FROM rotation_customer WHERE customer_id = ?"
_NEW_CUSTOMER = "INSERT INTO rotation_customer (customer_id) VALUES (?) ON CONFLICT DO NOTHING"
_PLACE = "UPDATE rotation_customer SET stamp = ?, served_turn = ? WHERE customer_id = ?"
_ENTER = """
INSERT INTO rotation_row (ticket_id, customer_id, level, band, topic, is_public, round, rank_at, entered, important)
VALUES (:ticket, :customer_id, :level, :level, :topic, :is_public, :round, :rank_at, :entered, :important)
"""
_CHANGE_LEVEL = "UPDATE rotation_row SET level = ?, band = ?, round = ? WHERE ticket_id = ?"
_CHANGE = "UPDATE rotation_row SET topic = ?, is_public = ?, rank_at = ?, important = ? WHERE ticket_id = ?"
_LEAVE = "DELETE FROM rotation_row WHERE ticket_id = ?"
_ROW = "SELECT customer_id, level, band, round, entered FROM rotation_row WHERE ticket_id = ?"
_OLDEST = "SELECT ticket_id FROM rotation_row WHERE customer_id = ? ORDER BY entered LIMIT 1"
_LEVELS = "SELECT DISTINCT level FROM rotation_row WHERE customer_id = ?"
_NEXT_ROUND = """
UPDATE rotation_row SET round = (SELECT round + 1 FROM rotation_level WHERE level = rotation_row.level)
WHERE customer_id = ? AND band = level
"""
_ASIDE_LEVELS = "SELECT DISTINCT level FROM rotation_row WHERE band = 5"
_RELEASE = """
UPDATE rotation_row
SET band = level, round = (SELECT round + 1 FROM rotation_level WHERE level = rotation_row.level)
WHERE band = 5
"""
_PUT_ASIDE = "UPDATE rotation_row SET band = 5, round = :seq, entered = :seq WHERE ticket_id = :ticket"
_REMEMBER_SKIP = """
INSERT OR REPLACE INTO rotation_skipped (operation_id, ticket_id, seq, level, band, round, entered, stamp)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_FORGET_OLD_SKIPS = "DELETE FROM rotation_skipped WHERE operation_id <= ?"
_SKIPPED = "DELETE FROM rotation_skipped WHERE operation_id = ? RETURNING *"
_PUT_BACK = "UPDATE rotation_row SET band = ?, round = ?, entered = ? WHERE ticket_id = ?"
_TURN_DONE = """
UPDATE rotation_state SET turn = turn + 1, seq = seq + 1, fair_turn = iif(?, turn + 1, fair_turn)
RETURNING turn, seq
"""
_TICKET = "SELECT customer_id, open_turn_id FROM ticket WHERE id = ?"
_REMEMBER = """
INSERT INTO rotation_served (turn, customer_id, turn_id, stamp, entered, served_before)
VALUES (?, ?, ?, ?, ?, ?)
"""
_FORGET_OLD = ("DELETE FROM rotation_served WHERE turn <= ?", "DELETE FROM rotation_given_back WHERE turn <= ?")
_SERVED = """
SELECT turn, customer_id, stamp, entered, served_before FROM rotation_served
WHERE turn_id = ? AND customer_id = ? ORDER BY turn DESC LIMIT 1
"""
_FORGET = "DELETE FROM rotation_served WHERE turn = ?"
_KEEP_FOR_REDO = """
INSERT OR REPLACE INTO rotation_given_back
    (turn_id, turn, customer_id, stamp, entered, served_before, stamp_after, served_after, seq)
SELECT turn_id, turn, customer_id, stamp, entered, served_before, ?, ?, ? FROM rotation_served WHERE turn = ?
"""
_TAKE_KEPT = "DELETE FROM rotation_given_back WHERE turn_id = ? RETURNING *"
_CAME_FIRST = "SELECT min(entered) FROM rotation_row WHERE customer_id = ?"
_LATER_TO_NEXT_ROUND = f"{_NEXT_ROUND} AND entered > ?"


def sync_tickets(connection: sqlite3.Connection, ticket_ids: Iterable[TicketId]) -> None:
    """Make the rotation's rows say what the tickets say; called in every transaction for what it touched.

    A ticket waits in the rotation when it waits for us, is new or in progress, is not put off (稍后), not
    gathered with the chatter, and no answer to it is on its way (one of unknown outcome is: it needs a decision).
    """
    followers_from = settings.read(connection, VIP_FOLLOWERS)
    rows = ((ticket, connection.execute(_BOTH, (ticket,)).fetchone()) for ticket in sorted(ticket_ids))
    found = {ticket: row for ticket, row in rows if row is not None}
    entered = _give_back(connection, {ticket: row for ticket, row in found.items() if row["waits"] and not _stays(row)})
    for ticket, row in found.items():
        _sync(connection, ticket, row, entered.get(ticket), _is_important(row, followers_from))


def record_served(
    connection: sqlite3.Connection, ticket_id: TicketId, buffered: AbstractSet[CustomerId] = _NOBODY
) -> None:
    """Count the ticket's turn as served, whether or not it was the choice, and take its row out.

    Called in the transaction that closes the turn, before the ticket's own columns change. Whether the fair turn
    was paid follows from the facts: it was, if this row is the oldest of its customer and nobody stamped earlier
    waits, those in ``buffered`` aside. Raises ``NotFoundError`` for an unknown ticket.
    """
    ticket = connection.execute(_TICKET, (ticket_id,)).fetchone()
    if ticket is None:
        raise NotFoundError(what="ticket", id=ticket_id)
    customer_id, turn_id = CustomerId(ticket["customer_id"]), ticket["open_turn_id"]
    # The reply that closes the turn may be stored already: it doesn't put its own customer out of the fair queue.
    others = buffered - {customer_id}
    head = RotationView(connection).fair_head(others)
    pays = head is not None and head.ticket_id == ticket_id
    turn, seq = connection.execute(_TURN_DONE, (pays,)).fetchone()
    connection.execute(_NEW_CUSTOMER, (customer_id,))
    stamp, served_before = connection.execute(_CUSTOMER, (customer_id,)).fetchone()
    row = connection.execute(_ROW, (ticket_id,)).fetchone()
    entered = None if row is None else row["entered"]
    if entered is not None and _is_oldest(connection, customer_id, ticket_id):
        connection.execute(_PLACE, (seq, turn, customer_id))
    else:
        connection.execute(_PLACE, (stamp, turn, customer_id))
    connection.execute(_TAKE_KEPT, (turn_id,))
    connection.execute(_REMEMBER, (turn, customer_id, turn_id, stamp, entered, served_before))
    for statement in _FORGET_OLD:
        connection.execute(statement, (turn - _KEPT_TURNS,))
    _begin_next_rounds(connection, customer_id, ticket_id, others)


def serve_again(connection: sqlite3.Connection, turn_ids: Iterable[int]) -> None:
    """Closing these turns was done again: what undo gave back of them is taken once more.

    Called after ``sync_tickets`` took their rows out. Turns that were not given back stand as served.
    """
    kept = [row for turn_id in turn_ids for row in connection.execute(_TAKE_KEPT, (turn_id,)).fetchall()]
    # Of several turns of one customer the one given back first tells how the customer stood after all of them.
    for row in sorted(kept, key=lambda row: row["seq"], reverse=True):
        customer = row["customer_id"]
        connection.execute(_NEW_CUSTOMER, (customer,))
        connection.execute(
            _REMEMBER,
            (row["turn"], customer, row["turn_id"], row["stamp"], row["entered"], row["served_before"]),
        )
        came_first = connection.execute(_CAME_FIRST, (customer,)).fetchone()[0]
        place = came_first if came_first is None or row["stamp_after"] is None else row["stamp_after"]
        connection.execute(_PLACE, (place, row["served_after"], customer))
        # What came in between arrived as if the turn had not been served.
        connection.execute(_LATER_TO_NEXT_ROUND, (customer, row["seq"]))


def record_skip(connection: sqlite3.Connection, ticket_id: TicketId, operation: OperationId | None = None) -> None:
    """Send the ticket's turn to the end of the round, as if it had come just now; nobody waits longer for it.

    Until one turn is served it stands behind everything else, so that the next question gives another ticket as
    long as there is one that was not skipped; when all were, the first skipped comes first. ``operation`` is the
    journal entry by which the place can be given back. Raises ``NotFoundError`` for a ticket that is not in the
    rotation.
    """
    row = connection.execute(_ROW, (ticket_id,)).fetchone()
    if row is None:
        raise NotFoundError(what="waiting_ticket", id=ticket_id)
    customer = CustomerId(row["customer_id"])
    seq = _next_seq(connection)
    left = None
    if _is_oldest(connection, customer, ticket_id):
        left, served_turn = connection.execute(_CUSTOMER, (customer,)).fetchone()
        connection.execute(_PLACE, (seq, served_turn, customer))
    if operation is not None:
        place = (row["level"], row["band"], row["round"], row["entered"])
        connection.execute(_REMEMBER_SKIP, (operation, ticket_id, seq, *place, left))
        connection.execute(_FORGET_OLD_SKIPS, (operation - 100 * _KEPT_TURNS,))
    connection.execute(_PUT_ASIDE, {"seq": seq, "ticket": ticket_id})
    connection.execute("UPDATE rotation_state SET skips = skips + 1")


def take_back_skip(connection: sqlite3.Connection, operation: OperationId) -> None:
    """Give the skipped ticket its place in the round and its customer theirs in the fair queue back.

    Nothing of it is given back where it is no longer there to give: the ticket left the rotation since, was skipped
    once more, or has another level.
    """
    skipped = connection.execute(_SKIPPED, (operation,)).fetchone()
    if skipped is None:
        return
    connection.execute("UPDATE rotation_state SET skips = skips - 1")
    ticket = skipped["ticket_id"]
    row = connection.execute(_ROW, (ticket,)).fetchone()
    if row is None or row["entered"] != skipped["seq"]:
        return
    band, round_number = row["band"], row["round"]
    if row["level"] == skipped["level"] and band == ASIDE:
        band, round_number = skipped["band"], skipped["round"]
    elif row["level"] == skipped["level"] == skipped["band"]:
        round_number = min(round_number, skipped["round"])
    connection.execute(_PUT_BACK, (band, round_number, skipped["entered"], ticket))
    if skipped["stamp"] is not None:
        stamp, served_turn = connection.execute(_CUSTOMER, (row["customer_id"],)).fetchone()
        connection.execute(_PLACE, (min(stamp, skipped["stamp"]), served_turn, row["customer_id"]))


def _stays(found: sqlite3.Row) -> bool:
    """Whether the ticket waited before, and for the same customer."""
    return bool(found["waits"]) and found["row_customer"] == found["customer_id"]


def _sync(
    connection: sqlite3.Connection, ticket: TicketId, found: sqlite3.Row, entered: int | None, important: int
) -> None:
    if not _stays(found):
        if found["row_customer"] is not None:
            connection.execute(_LEAVE, (ticket,))
        if found["waits"]:
            _arrive(connection, ticket, found, entered, important)
        return
    if found["row_level"] != found["level"]:
        _change_level(connection, ticket, found)
    now = (found["topic"], found["is_public"], found["rank_at"], important)
    if now != (found["row_topic"], found["row_public"], found["row_rank"], found["row_important"]):
        connection.execute(_CHANGE, (*now, ticket))


def _is_important(found: sqlite3.Row, followers_from: int) -> int:
    tier, _ = importance(
        vip=bool(found["vip"]),
        role=found["role"],
        followers=found["followers"],
        followers_from=followers_from,
    )
    return int(tier is not Importance.ORDINARY)


def _give_back(connection: sqlite3.Connection, arriving: Mapping[TicketId, sqlite3.Row]) -> dict[TicketId, int]:
    """Customers whose turns were served and are open again stand as before; where each such ticket had entered."""
    served = [
        (closing, ticket)
        for ticket, found in arriving.items()
        if (closing := _closing_taken_back(connection, found["customer_id"], found["open_turn_id"])) is not None
    ]
    entered: dict[TicketId, int] = {}
    # The last first: of several turns of one customer each tells how the customer stood before it.
    for closing, ticket in sorted(served, key=lambda each: each[0]["turn"], reverse=True):
        customer = closing["customer_id"]
        connection.execute(_NEW_CUSTOMER, (customer,))
        stamp, served_turn = connection.execute(_CUSTOMER, (customer,)).fetchone()
        connection.execute(_KEEP_FOR_REDO, (stamp, served_turn, _next_seq(connection), closing["turn"]))
        connection.execute(_FORGET, (closing["turn"],))
        if closing["stamp"] is not None and closing["entered"] is not None:
            entered[ticket] = closing["entered"]
            place = closing["stamp"] if stamp is None else min(stamp, closing["stamp"])
            before = closing["served_before"] if served_turn == closing["turn"] else served_turn
            connection.execute(_PLACE, (place, before, customer))
    return entered


def _arrive(
    connection: sqlite3.Connection, ticket: TicketId, found: sqlite3.Row, entered: int | None, important: int
) -> None:
    customer = CustomerId(found["customer_id"])
    seq = _next_seq(connection)
    connection.execute(_NEW_CUSTOMER, (customer,))
    stamp, served_turn = connection.execute(_CUSTOMER, (customer,)).fetchone()
    if stamp is None:
        connection.execute(_PLACE, (seq, served_turn, customer))
    connection.execute(
        _ENTER,
        {
            "ticket": ticket,
            "customer_id": customer,
            "level": found["level"],
            "topic": found["topic"],
            "is_public": found["is_public"],
            "round": _arrival_round(connection, found["level"], served_turn),
            "rank_at": found["rank_at"],
            "entered": seq if entered is None else entered,
            "important": important,
        },
    )


def _closing_taken_back(connection: sqlite3.Connection, customer: int, turn_id: int | None) -> sqlite3.Row | None:
    # A ticket that waits with the very turn that was served: the closing was undone, it never had it.
    if turn_id is None:
        return None
    return connection.execute(_SERVED, (turn_id, customer)).fetchone()


def _change_level(connection: sqlite3.Connection, ticket: TicketId, found: sqlite3.Row) -> None:
    _, served_turn = connection.execute(_CUSTOMER, (found["customer_id"],)).fetchone()
    round_number = _arrival_round(connection, found["level"], served_turn)
    connection.execute(_CHANGE_LEVEL, (found["level"], found["level"], round_number, ticket))


def _arrival_round(connection: sqlite3.Connection, level: int, served_turn: int) -> int:
    _sync_level(connection, level, ahead=1)
    level_round, started = connection.execute(_LEVEL, (level,)).fetchone()
    return round_on_arrival(level_round=level_round, level_started=started, served_turn=served_turn)


def _begin_next_rounds(
    connection: sqlite3.Connection, customer: CustomerId, served: TicketId, buffered: AbstractSet[CustomerId]
) -> None:
    levels = {row[0] for row in connection.execute(_LEVELS, (customer,))}
    levels |= {row[0] for row in connection.execute(_ASIDE_LEVELS)}
    for level in levels:
        _sync_level(connection, level, ahead=0, but=buffered)
    connection.execute(_LEAVE, (served,))
    connection.execute(_NEXT_ROUND, (customer,))
    connection.execute(_RELEASE)
    for level in levels:
        _sync_level(connection, level, ahead=1, but=buffered)


def _sync_level(
    connection: sqlite3.Connection, level: int, *, ahead: int, but: AbstractSet[CustomerId] = _NOBODY
) -> None:
    # A round that only customers within the gap still hold open is over for the others: else one of these could have
    # turn after turn in it. Where nobody else waits in the level, all of it counts.
    view = RotationView(connection)
    lowest = view.lowest_round_of(level, but)
    if lowest is None and but:
        lowest = view.lowest_round_of(level, _NOBODY)
    connection.execute(_SYNC_LEVEL, {"level": level, "ahead": ahead, "lowest": lowest})


def _is_oldest(connection: sqlite3.Connection, customer: CustomerId, ticket: TicketId) -> bool:
    row = connection.execute(_OLDEST, (customer,)).fetchone()
    return row is not None and row[0] == ticket


def _next_seq(connection: sqlite3.Connection) -> int:
    return int(connection.execute(_NEXT_SEQ).fetchone()[0])
