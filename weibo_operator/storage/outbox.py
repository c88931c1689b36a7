"""The replies that the program sends itself: which is next, what is open, how many were written this hour."""

import sqlite3

from weibo_operator.domain.addresses import post_of
from weibo_operator.domain.ids import AccountId, TicketId
from weibo_operator.domain.labels import Platform, Source
from weibo_operator.domain.open_platform import ReplyTarget
from weibo_operator.domain.reply import Intent, OutboxCounts
from weibo_operator.storage import intents
from weibo_operator.storage.outgoing import OPEN_INTENTS

_IN_OUTBOX = "intent.state IN ('queued', 'sending', 'unknown')"
"""As the index ``intent_outbox`` has it."""
_HEAD = f"""
{intents.SELECT} WHERE intent.account_id = ? AND {_IN_OUTBOX} AND intent.state = 'queued' AND intent.hold = ''
ORDER BY intent.seq LIMIT 1
"""
_LISTED = f"{intents.SELECT} WHERE intent.account_id IS NOT NULL AND {_IN_OUTBOX} ORDER BY intent.seq"
_OF_TICKET = f"{intents.SELECT} WHERE intent.ticket_id = ? AND intent.state IN {OPEN_INTENTS}"
_COUNTS = f"""
SELECT count(*) FILTER (WHERE state = 'sending' OR (state = 'queued' AND hold = '')) AS leaving,
    count(*) FILTER (WHERE state = 'queued' AND hold <> '') AS held,
    count(*) FILTER (WHERE state = 'unknown') AS unknown
FROM intent WHERE account_id IS NOT NULL AND {_IN_OUTBOX}
"""
_NEXT_SEQ = "SELECT coalesce(max(seq), 0) + 1 FROM intent"
_NEWEST_PUBLIC = """
SELECT message.platform, message.platform_id, message.parent_platform_id, message.source, message.link, customer.uid
FROM message JOIN customer ON customer.id = message.customer_id
WHERE message.ticket_id = ? AND message.direction = 'in' AND message.audience = 'public'
ORDER BY message.posted_at DESC, message.id DESC LIMIT 1
"""
_CUSTOMER_UID = "SELECT customer.uid FROM ticket JOIN customer ON customer.id = ticket.customer_id WHERE ticket.id = ?"


def head(connection: sqlite3.Connection, account: AccountId) -> Intent | None:
    """The account's next reply that needs nobody's word, in the order of pressing."""
    row = connection.execute(_HEAD, (account,)).fetchone()
    return None if row is None else intents.read(row)


def listed(connection: sqlite3.Connection) -> tuple[Intent, ...]:
    """Everything on its way, held or of unknown outcome, in the order of pressing."""
    return tuple(intents.read(row) for row in connection.execute(_LISTED))


def of_ticket(connection: sqlite3.Connection, ticket: TicketId) -> Intent | None:
    """The ticket's one reply that has not come to its end, copied ones included."""
    row = connection.execute(_OF_TICKET, (ticket,)).fetchone()
    return None if row is None else intents.read(row)


def counts(connection: sqlite3.Connection) -> OutboxCounts:
    """How many replies are on their way, by what they need."""
    row = connection.execute(_COUNTS).fetchone()
    return OutboxCounts(leaving=row["leaving"], held=row["held"], unknown=row["unknown"])


def next_seq(connection: sqlite3.Connection) -> int:
    """The next place in the order of pressing; called within a transaction."""
    (found,) = connection.execute(_NEXT_SEQ).fetchone()
    return int(found)


def target(connection: sqlite3.Connection, ticket: TicketId) -> ReplyTarget | None:
    """What a public answer to the ticket's latest public words is put under; None where their number is not known.

    A comment is answered as a comment, everything else (a post that names us, a repost, a find) by a comment under it.
    """
    row = connection.execute(_NEWEST_PUBLIC, (ticket,)).fetchone()
    if row is None or row["platform"] != Platform.WEIBO or not _is_number(row["platform_id"]):
        return None
    if row["source"] != Source.COMMENT:
        return ReplyTarget(post_id=row["platform_id"], customer_uid=row["uid"])
    # An answer to a comment names that comment as what it stands under; its link names the post in any case.
    linked = post_of(row["link"])
    post = row["parent_platform_id"] if linked is None else linked.mid
    return ReplyTarget(post, row["platform_id"], row["uid"]) if _is_number(post) else None


def customer_uid(connection: sqlite3.Connection, ticket: TicketId) -> str | None:
    """Whose ticket it is; None when it is gone."""
    row = connection.execute(_CUSTOMER_UID, (ticket,)).fetchone()
    return None if row is None else str(row["uid"])


def _is_number(platform_id: str | None) -> bool:
    return platform_id is not None and platform_id.isascii() and platform_id.isdecimal()
