"""Saved searches and what they find: asked of the index of characters each time, so undo leaves no ghosts."""

import json
import sqlite3
from collections.abc import Sequence

from weibo_operator.domain.errors import NotFoundError
from weibo_operator.domain.ids import CustomerId, LeadId, MessageId, SearchId, TicketId
from weibo_operator.domain.labels import Kind, Source, State
from weibo_operator.domain.saved_search import COUNTED_AT_MOST, SavedSearch, SearchHit, SearchWords
from weibo_operator.storage.search import characters
from weibo_operator.storage.times import from_ms

_ALL = "SELECT * FROM saved_search ORDER BY id"
_ONE = "SELECT * FROM saved_search WHERE id = ?"
_FOUND = """
SELECT COUNT(*) FROM (
    SELECT 1 FROM message_text JOIN message ON message.id = message_text.rowid
    WHERE message_text MATCH :phrase AND message.direction = 'in' LIMIT :limit
)
"""
_UNSEEN = """
SELECT COUNT(*) FROM (
    SELECT 1 FROM message_text JOIN message ON message.id = message_text.rowid
    WHERE message_text MATCH :phrase AND message_text.rowid > :seen_to AND message.direction = 'in'
    AND NOT EXISTS (SELECT 1 FROM search_seen WHERE message_id = message.id) LIMIT :limit
)
"""
_HITS = """
SELECT message.id, message.ticket_id, message.customer_id, message.text, message.source, message.posted_at,
    message.link, ticket.kind, ticket.state, customer.nickname, customer.followers, lead.id AS lead_id,
    message.id <= :seen_to OR EXISTS (SELECT 1 FROM search_seen WHERE message_id = message.id) AS seen
FROM message_text JOIN message ON message.id = message_text.rowid
JOIN ticket ON ticket.id = message.ticket_id
JOIN customer ON customer.id = message.customer_id
LEFT JOIN lead ON lead.customer_id = message.customer_id
WHERE message_text MATCH :phrase AND message.direction = 'in' AND (seen = 0 OR :seen_too)
ORDER BY message_text.rowid DESC LIMIT :limit
"""
_NEWEST = "SELECT coalesce(MAX(id), 0) FROM message"
_MARKS = """
SELECT message_id, id FROM search_seen WHERE message_id IN (SELECT value FROM json_each(?))
"""


def listed(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """Every search in the order they were made, with its counts."""
    return tuple(_search(connection, row) for row in connection.execute(_ALL).fetchall())


def get(connection: sqlite3.Connection, search: SearchId) -> SavedSearch:
    """One search; raises ``NotFoundError``."""
    return _search(connection, _row(connection, search))


def hits(connection: sqlite3.Connection, search: SearchId, *, seen_too: bool, limit: int) -> tuple[SearchHit, ...]:
    """What a search has found, what came in last first; raises ``NotFoundError``."""
    row = _row(connection, search)
    values = {"phrase": phrase(_words(row)), "seen_to": row["seen_to"], "seen_too": seen_too, "limit": limit}
    return tuple(_hit(hit) for hit in connection.execute(_HITS, values))


def newest_message(connection: sqlite3.Connection) -> int:
    """The number of the message that came in last, 0 without any."""
    return int(connection.execute(_NEWEST).fetchone()[0])


def marks(connection: sqlite3.Connection, messages: Sequence[MessageId]) -> dict[MessageId, int]:
    """The rows that say which of these messages were marked as seen one by one."""
    found = connection.execute(_MARKS, (json.dumps(list(messages)),))
    return {MessageId(row["message_id"]): int(row["id"]) for row in found}


def phrase(words: SearchWords) -> str:
    """The question as the index of characters understands it; a word of punctuation alone is left out."""
    parts = [quoted for word in words.all_of if (quoted := _quoted(word))]
    either = [quoted for word in words.any_of if (quoted := _quoted(word))]
    if either:
        parts.append(f"({' OR '.join(either)})")
    wanted = " AND ".join(parts)
    unwanted = " OR ".join(quoted for word in words.none_of if (quoted := _quoted(word)))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def columns(name: str, words: SearchWords) -> dict[str, str]:
    """A search as its row holds it."""
    return {
        "name": name,
        "all_of": " ".join(words.all_of),
        "any_of": " ".join(words.any_of),
        "none_of": " ".join(words.none_of),
    }


def _quoted(word: str) -> str:
    tokens = characters(word)
    return f'"{tokens}"' if tokens else ""


def _row(connection: sqlite3.Connection, search: SearchId) -> sqlite3.Row:
    row = connection.execute(_ONE, (search,)).fetchone()
    if row is None:
        raise NotFoundError(what="saved_search", id=search)
    return row


def _words(row: sqlite3.Row) -> SearchWords:
    return SearchWords(tuple(row["all_of"].split()), tuple(row["any_of"].split()), tuple(row["none_of"].split()))


def _search(connection: sqlite3.Connection, row: sqlite3.Row) -> SavedSearch:
    words = _words(row)
    values = {"phrase": phrase(words), "seen_to": row["seen_to"], "limit": COUNTED_AT_MOST}
    (unseen,) = connection.execute(_UNSEEN, values).fetchone()
    (found,) = connection.execute(_FOUND, values).fetchone()
    return SavedSearch(SearchId(row["id"]), row["name"], words, int(found), int(unseen))


def _hit(row: sqlite3.Row) -> SearchHit:
    return SearchHit(
        message=MessageId(row["id"]),
        ticket=TicketId(row["ticket_id"]),
        customer=CustomerId(row["customer_id"]),
        nickname=row["nickname"],
        followers=row["followers"],
        text=row["text"],
        source=Source(row["source"]),
        kind=Kind(row["kind"]),
        state=State(row["state"]),
        posted_at=from_ms(row["posted_at"]),
        link=row["link"],
        seen=bool(row["seen"]),
        lead=None if row["lead_id"] is None else LeadId(row["lead_id"]),
    )
