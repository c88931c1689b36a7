"""Years of closed tickets behind the open ones of a big desk: words as various as people's, and the search index."""

import random
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from weibo_operator.storage import search
from weibo_operator.storage.connection import Connection, without_waiting_for_the_disk, write

CLAUSES = 60_000
PIECE = 500
"""Messages indexed in one transaction.

With more of them the index is built faster, and leaves large parts that FTS5 puts together when it has sixteen: in the
middle of somebody's reply, for two seconds. The program stores in pieces as well, whose parts grow together meanwhile.
"""

_CUSTOMERS = """
WITH RECURSIVE n(i) AS (SELECT :first UNION ALL SELECT i + 1 FROM n WHERE i < :last)
INSERT INTO customer (id, platform, uid, nickname, followers, verified, first_seen_at)
SELECT i, 'weibo', 9000000000 + i, '老客户' || i, i * 7919 % 60000, '', 0 FROM n
"""
_TICKETS = """
WITH RECURSIVE n(i) AS (SELECT :first UNION ALL SELECT i + 1 FROM n WHERE i < :last)
INSERT INTO ticket (id, customer_id, state, level, kind, nature, aspect, department, topic, sentiment, advice, source,
                    audience, thread, snippet, waits_for, rank_at, turn_count, opened_at, last_activity_at, closed_at)
SELECT i, i * 7919 % :customers + 1, 'closed', 3, '咨询', '其他', '关于服务', '无', '话题' || (i * 7919 % 40), 0,
       'public', '评论', 'public', 'thread', clause.words, 'nobody', at, 1, at, at + 3600000, at + 3600000
FROM (SELECT i, :from_ms + (i - :first) * (:to_ms - :from_ms) / (:last - :first + 1) AS at FROM n)
JOIN temp.clause ON clause.id = i * 7919 % :clauses + 1
"""
_TURNS = """
INSERT INTO turn (id, ticket_id, customer_id, number, opened_at, closed_at, closed_by)
SELECT id, id, customer_id, 1, opened_at, closed_at, 'reply' FROM ticket WHERE id >= :first
"""
_MESSAGES = """
INSERT INTO message (ticket_id, customer_id, turn_id, direction, platform, source, audience, text, posted_at)
SELECT ticket.id, customer_id, ticket.id, side.direction, 'weibo', source, audience,
       ticket.snippet || '，' || more.words || side.ending, opened_at + side.later
FROM ticket
JOIN (SELECT 'in' AS direction, '。' AS ending, 0 AS later, 104729 AS step
      UNION ALL SELECT 'out', '，已为您处理。', 3600000, 15485863) AS side
JOIN temp.clause AS more ON more.id = ticket.id * side.step % :clauses + 1
WHERE ticket.id >= :first ORDER BY ticket.id
"""


def add_history(connection: Connection, *, first: int, tickets: int, customers: int, from_ms: int, to_ms: int) -> None:
    """Add so many closed tickets with two messages each, ids from ``first`` on, spread over the time given."""
    (known,) = connection.execute("SELECT coalesce(max(id), 0) FROM customer").fetchone()
    connection.execute("CREATE TEMP TABLE clause (id INTEGER PRIMARY KEY, words TEXT)")
    connection.executemany("INSERT INTO temp.clause (words) VALUES (?)", ((words,) for words in clauses(CLAUSES)))
    span = {"first": first, "last": first + tickets - 1}
    if customers > known:
        connection.execute(_CUSTOMERS, {"first": known + 1, "last": customers})
    values = span | {"customers": max(customers, known), "clauses": CLAUSES, "from_ms": from_ms, "to_ms": to_ms}
    connection.execute(_TICKETS, values)
    connection.execute(_TURNS, {"first": first})
    connection.execute(_MESSAGES, {"first": first, "clauses": CLAUSES})
    connection.execute("DROP TABLE temp.clause")


def index_all(connection: Connection) -> None:
    """Put every message into the search index."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM message").fetchone()
    with without_waiting_for_the_disk(connection):
        for start in range(1, last + 1, PIECE):
            rows = connection.execute("SELECT id, text FROM message WHERE id >= ? AND id < ?", (start, start + PIECE))
            texts = {row["id"]: row["text"] for row in rows}
            with write(connection):
                search.index_messages(connection, texts)


def clauses(count: int) -> Iterator[str]:
    """So many clauses of some twenty characters, words of the segmenter's dictionary as often as in its texts."""
    chance = random.Random(6)
    words, weights = _dictionary()
    for _ in range(count):
        yield "".join(chance.choices(words, cum_weights=weights, k=chance.randint(5, 16)))


def _dictionary() -> tuple[list[str], list[int]]:
    found = find_spec("jieba")
    assert found is not None
    assert found.origin is not None
    lines = (Path(found.origin).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" ") for line in lines]
    return [row[0] for row in rows], list(accumulate(int(row[1]) for row in rows))
