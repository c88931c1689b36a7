"""A desk with as many open tickets and old messages as asked for, written by plain SQL, entered into the rotation."""

from pathlib import Path

from tests.benchmarks.history import add_history, index_all
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.clock import Clock
from weibo_operator.domain.ids import TicketId
from weibo_operator.storage import rotation
from weibo_operator.storage.connection import write
from weibo_operator.storage.times import to_ms

_PHRASES = (
    "耳机右边没有声音，换了手机也一样，",
    "页面写着四十八小时内送到，今天第五天了，",
    "客服电话打了三遍都是忙音，",
    "想问一下这款能不能连两台设备，",
    "发票抬头写错了，能改吗？",
    "包装盒压扁了一个角，",
    "谢谢你们上次处理得很快，",
    "满减券下单的时候没有用上，",
)
_CUSTOMERS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :customers)
INSERT INTO customer (id, platform, uid, nickname, followers, verified, first_seen_at)
SELECT i, 'weibo', 9000000000 + i, '山城客户' || i, i * 7919 % 60000, iif(i % 25, '', '黄V'), 0 FROM n
"""
# Of twenty tickets fifteen are new, three in progress (one asks again), two are to be visited.
_TICKETS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :tickets),
t AS (SELECT i, i % 20 AS part, :now - i * 7919 % 1000003 * 8000 AS at FROM n)
INSERT INTO ticket (id, customer_id, state, level, kind, nature, aspect, department, topic, sentiment, advice, source,
                    audience, thread, snippet, waits_for, waiting_since, rank_at, open_turn_id, turn_count,
                    opened_at, last_activity_at, follow_up_at)
SELECT i, i % :customers + 1, CASE WHEN part < 15 THEN 'new' WHEN part < 18 THEN 'in_progress' ELSE 'follow_up' END,
       1 + (i % 31 > 0) + (i % 7 > 0) + (i % 3 > 0), '咨询', '其他', '关于服务', '无', '话题' || (i * 7919 % 40), 0,
       'public', '评论', iif(i % 5, 'public', 'private'), 'thread', '订单尾号' || i || '。',
       iif(part < 16, 'us', 'customer'), iif(part < 16, at, NULL), at, iif(part < 16, i, NULL), 1,
       at, at, iif(part < 18, NULL, :now + i * 60000)
FROM t
"""
_SNIPPETS = "UPDATE ticket SET snippet = ? || snippet || ? WHERE id % ? = ?"
_TURNS = """
INSERT INTO turn (id, ticket_id, customer_id, number, opened_at, closed_at, closed_by)
SELECT id, id, customer_id, 1, opened_at,
       iif(waits_for = 'us', NULL, opened_at), iif(waits_for = 'us', NULL, 'reply') FROM ticket
"""
_INBOUND = """
INSERT INTO message (ticket_id, customer_id, turn_id, direction, platform, source, audience, text, posted_at)
SELECT id, customer_id, id, 'in', 'weibo', source, audience, snippet, opened_at FROM ticket
WHERE state <> 'closed'
"""
_OUTBOUND = """
INSERT INTO message (ticket_id, customer_id, turn_id, direction, platform, source, audience, text, posted_at)
SELECT id, customer_id, id, 'out', 'weibo', source, audience, '您好，已为您查询。', opened_at FROM ticket
WHERE waits_for <> 'us' AND state <> 'closed'
"""
_VISITS = """
INSERT INTO follow_up (ticket_id, due_at, made_by, state, created_at)
SELECT id, follow_up_at, 'operator', 'due', opened_at FROM ticket WHERE state = 'follow_up'
"""


_MESSAGES_OF_TWENTY = 24
_DAY_MS = 86_400_000
_YEARS_MS = 3 * 365 * _DAY_MS


def open_big_desk(path: Path, tickets: int, *, clock: Clock, language: Language, messages: int = 0) -> Operator:
    """A desk on a new file with ``tickets`` open tickets of 0.6 times as many customers, every one with its words.

    Closed tickets of the last three years make up ``messages`` in all, written by a fifth as many customers; with them
    every message can be searched for.
    """
    operator = build(path, clock=clock, language=language)
    connection = operator.desk.connection
    now = to_ms(clock.now())
    customers = max(1, tickets * 6 // 10)
    with write(connection):
        connection.execute(_CUSTOMERS, {"customers": customers})
        values = {"tickets": tickets, "customers": customers, "now": now}
        connection.execute(_TICKETS, values)
        for part, phrase in enumerate(_PHRASES):
            rest = _PHRASES[(part * 3 + 1) % len(_PHRASES)]
            connection.execute(_SNIPPETS, (phrase, rest, len(_PHRASES), part))
        for statement in (_TURNS, _VISITS):
            connection.execute(statement)
        rotation.sync_tickets(connection, map(TicketId, range(1, tickets + 1)))
        old = messages - tickets * _MESSAGES_OF_TWENTY // 20
        if old > 0:
            span = {"from_ms": now - _YEARS_MS, "to_ms": now - _DAY_MS}
            add_history(connection, first=tickets + 1, tickets=(old + 1) // 2, customers=messages // 5, **span)
        for statement in (_INBOUND, _OUTBOUND):
            connection.execute(statement)
    if messages:
        index_all(connection)
    connection.execute("ANALYZE")
    return operator
