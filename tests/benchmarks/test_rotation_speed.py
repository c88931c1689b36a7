"""How long 下一位 takes, as a multiple of one index seek on the same machine (run by hand: ``pytest -m bench -s``)."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter_ns

import pytest

from tests.storage.rotation_desk import RotationDesk, open_desk
from weibo_operator.domain.ids import TicketId
from weibo_operator.storage import rotation
from weibo_operator.storage.connection import write

pytestmark = pytest.mark.bench

_FILL_CUSTOMERS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :customers)
INSERT INTO customer (id, platform, uid, nickname, first_seen_at) SELECT i, 'weibo', i, '客户' || i, 0 FROM n
"""
_FILL_TICKETS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :tickets)
INSERT INTO ticket (id, customer_id, state, level, kind, nature, aspect, department, topic, sentiment, advice, source,
                    audience, thread, waits_for, waiting_since, rank_at, opened_at, last_activity_at)
SELECT i, i % :customers + 1, 'new', 2 + i % 3, '咨询', '其他', '关于服务', '无', '话题' || (i * 7919 % :topics), 0,
       'public', '评论', iif(i % 5, 'public', 'private'), 'thread', 'us', i * 7919 % 1000003, i * 7919 % 1000003, 0, 0
FROM n
"""


@contextmanager
def filled(path: Path, tickets: int, customers: int, topics: int) -> Iterator[tuple[sqlite3.Connection, float]]:
    """A file with so many waiting tickets, and the microseconds each took to enter the rotation."""
    connection = open_desk(path / "desk.db")
    with write(connection):
        connection.execute(_FILL_CUSTOMERS, {"customers": customers})
        connection.execute(_FILL_TICKETS, {"tickets": tickets, "customers": customers, "topics": topics})
        began = perf_counter_ns()
        rotation.sync_tickets(connection, map(TicketId, range(1, tickets + 1)))
        each = (perf_counter_ns() - began) / tickets / 1000
    connection.execute("ANALYZE")
    yield connection, each
    connection.close()


def timed(action: Callable[[], object], *, times: int = 1000) -> tuple[float, float]:
    """Median and 99th percentile in microseconds."""
    spans: list[float] = []
    for _ in range(times):
        began = perf_counter_ns()
        action()
        spans.append((perf_counter_ns() - began) / 1000)
    cuts = quantiles(spans, n=100)
    return cuts[49], cuts[98]


@pytest.mark.parametrize(
    ("tickets", "customers", "topics"),
    [(10, 8, 5), (1_000, 700, 10), (100_000, 60_000, 40), (100_000, 60_000, 1), (10_000, 2, 5)],
)
def test_choosing_stays_near_the_price_of_a_seek(
    tmp_path: Path, tickets: int, customers: int, topics: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with filled(tmp_path, tickets, customers, topics) as (connection, entering):
        desk = RotationDesk(connection)

        def seek() -> object:
            return connection.execute("SELECT level FROM ticket WHERE id = ?", (tickets // 2,)).fetchone()

        def choose() -> object:
            return desk.choose()

        def serve() -> None:
            choice = desk.choose()
            assert choice is not None
            with write(connection):
                desk.serve(choice.ticket_id, public_reply=True)

        def skip() -> None:
            choice = desk.choose()
            assert choice is not None
            with write(connection):
                desk.skip(choice.ticket_id)

        floor, _ = timed(seek)
        rows = {"choose": timed(choose), "choose + serve + commit": timed(serve, times=min(200, tickets // 2))}
        rows |= {"choose later": timed(choose), "choose + skip + commit": timed(skip, times=200)}
        title = f"{tickets} tickets, {customers} customers, {topics} topics"
        lines = [f"{title}: one seek {floor:.1f} µs, entering {entering:.1f} µs a ticket"]
        for name, (median, slow) in rows.items():
            ratio = f"{median / floor:.1f} / {slow / floor:.1f} seeks"
            lines.append(f"  {name:24} p50 / p99 {median:8.1f} / {slow:8.1f} µs = {ratio}")
        with capsys.disabled():
            sys.stdout.write("\n" + "\n".join(lines) + "\n")
        assert tickets < 1_000 or entering < 20 * floor
        assert rows["choose"][0] < 250 * floor
