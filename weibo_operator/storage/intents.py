"""Reading replies on their way: one row of ``intent`` with its ticket, customer and account."""

import sqlite3

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import AccountId, CustomerId, IntentId, MessageId, OperationId, TicketId, TurnId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.open_platform import Reaction, ReplyTarget
from weibo_operator.domain.reply import AfterSend, Hold, Intent, IntentState, Sending
from weibo_operator.storage.times import from_ms, optional_from_ms

SELECT = """
SELECT intent.*, ticket.customer_id, ticket.link AS ticket_link, customer.nickname, customer.profile_url,
    account.nickname AS account_name
FROM intent
JOIN ticket ON ticket.id = intent.ticket_id
JOIN customer ON customer.id = ticket.customer_id
LEFT JOIN account ON account.id = intent.account_id
"""
_PARTS = "SELECT part FROM intent WHERE turn_id = ? AND part <> '' AND state = 'sent' ORDER BY decided_at, id"


def get(connection: sqlite3.Connection, intent_id: IntentId) -> Intent:
    """One reply by its id; raises ``NotFoundError``."""
    row = connection.execute(f"{SELECT} WHERE intent.id = ?", (intent_id,)).fetchone()
    if row is None:
        raise NotFoundError(what="intent", id=intent_id)
    return read(row)


def answered_parts(connection: sqlite3.Connection, turn: TurnId) -> tuple[str, ...]:
    """The questions of a turn that were answered by a reply of their own (mission C9)."""
    return tuple(row[0] for row in connection.execute(_PARTS, (turn,)))


def read(row: sqlite3.Row) -> Intent:
    """A row of ``SELECT`` as a record."""
    audience = Audience(row["audience"])
    return Intent(
        id=IntentId(row["id"]),
        ticket_id=TicketId(row["ticket_id"]),
        customer_id=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        audience=audience,
        text=row["text"],
        link=row["ticket_link"] if audience is Audience.PUBLIC else row["profile_url"],
        state=IntentState(row["state"]),
        after=AfterSend(State(row["after_state"]), row["after_days"]),
        is_ack=bool(row["is_ack"]),
        part=row["part"],
        created_at=from_ms(row["created_at"]),
        seen=None if row["seen_message_id"] is None else MessageId(row["seen_message_id"]),
        sending=None if row["account_id"] is None else _sending(row),
    )


def _sending(row: sqlite3.Row) -> Sending:
    return Sending(
        account=AccountId(row["account_id"]),
        account_name=row["account_name"],
        target=ReplyTarget(row["post_id"], row["comment_id"], row["customer_uid"]),
        send_from=from_ms(row["send_from"]),
        hold=Hold(row["hold"]),
        attempts=row["attempts"],
        started_at=optional_from_ms(row["started_at"]),
        reaction=Reaction(row["reaction"]) if row["reaction"] else None,
        platform_code=row["platform_code"],
        looked_at=optional_from_ms(row["looked_at"]),
        operation=OperationId(row["operation_id"]),
    )
