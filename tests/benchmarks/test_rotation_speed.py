"""How long 下一位 takes, as a multiple of one index seek of the same file (run by hand: ``pytest -m bench -s``)."""

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from time import perf_counter_ns, thread_time_ns

import pytest

from tests.benchmarks.measuring import note
from tests.storage.rotation_desk import RotationDesk, open_desk
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.storage import rotation_questions
from weibo_operator.storage.connection import write

pytestmark = pytest.mark.bench

SLOWEST_MS = 5.0
"""The most that one choice in a hundred may take (issue: rotation)."""


def timed(
    action: Callable[[], object], *, times: int = 1000, clock: Callable[[], int] = thread_time_ns
) -> tuple[float, float]:
    """Median and 99th percentile in microseconds; of the thread's own time, so that other work doesn't count.

    What waits for the disk is timed by the wall's clock instead.
    """
    spans: list[float] = []
    for _ in range(times):
        began = clock()
        action()
        spans.append((clock() - began) / 1000)
    cuts = quantiles(spans, n=100)
    return cuts[49], cuts[98]


NOTED = {(10, 5, 0): "next-of-ten", (100_000, 40, 0): "next", (100_000, 40, 60): "next-gap"}
"""Of these fillings (tickets, topics, replies within the gap) the choice is noted as a figure."""


class Clockwork:
    """What is timed, on one filled desk."""

    def __init__(self, desk: RotationDesk, tickets: int) -> None:
        self.desk, self.tickets = desk, tickets

    def seek(self) -> object:
        query = "SELECT level FROM rotation_row WHERE ticket_id = ?"
        return self.desk.connection.execute(query, (self.tickets // 2,)).fetchone()

    def choose(self) -> object:
        return self.desk.choose()

    def next_of_topic(self) -> object:
        return rotation_questions.next_of_topic(self.desk.connection, "话题0", frozenset({CustomerId(1)}), TicketId(1))

    def next_important(self) -> object:
        return rotation_questions.next_important(self.desk.connection, frozenset({CustomerId(1)}), TicketId(1))

    def serve(self) -> None:
        choice = self.desk.choose()
        assert choice is not None
        with write(self.desk.connection):
            self.desk.serve(choice.ticket_id, public_reply=True)

    def skip(self) -> None:
        choice = self.desk.choose()
        assert choice is not None
        with write(self.desk.connection):
            self.desk.skip(choice.ticket_id)


@pytest.mark.parametrize(
    ("tickets", "customers", "topics", "replies"),
    [
        (10, 8, 5, 0),
        (1_000, 700, 10, 0),
        (100_000, 60_000, 40, 0),
        (100_000, 60_000, 1, 0),
        (100_000, 60_000, 40, 60),
        (100_000, 60_000, 1, 240),
        (10_000, 2, 5, 0),
    ],
)
def test_choosing_stays_near_the_price_of_a_seek(
    tmp_path: Path, tickets: int, customers: int, topics: int, replies: int, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = RotationDesk(open_desk(tmp_path / "desk.db"))
    desk.gap = timedelta(hours=1 if replies else 0)
    began = perf_counter_ns()
    desk.fill(tickets=tickets, customers=customers, topics=topics, replies=replies)
    entering = (perf_counter_ns() - began) / tickets / 1000
    work = Clockwork(desk, tickets)
    floor, _ = timed(work.seek)
    rows = {
        "choose": timed(work.choose),
        "next of a topic": timed(work.next_of_topic),
        "next VIP": timed(work.next_important),
        "choose + serve + commit": timed(work.serve, times=min(200, tickets // 2), clock=perf_counter_ns),
        "choose later": timed(work.choose),
        "choose + skip + commit": timed(work.skip, times=200, clock=perf_counter_ns),
    }
    title = f"{tickets} tickets, {customers} customers, {topics} topics, {replies} replies within the gap"
    lines = [f"{title}: one seek {floor:.1f} µs, filling {entering:.1f} µs a ticket"]
    for name, (median, slow) in rows.items():
        ratio = f"{median / floor:.1f} / {slow / floor:.1f} seeks"
        lines.append(f"  {name:24} p50 / p99 {median:8.1f} / {slow:8.1f} µs = {ratio}")
    desk.connection.close()
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    if (tickets, topics, replies) in NOTED:
        name = NOTED[tickets, topics, replies]
        note(name, rows["choose"][0] / floor, n=1000, p50_us=rows["choose"][0], p99_us=rows["choose"][1])
    assert rows["choose"][0] < 250 * floor
    for name in ("choose", "choose later", "next of a topic", "next VIP"):
        assert rows[name][1] < SLOWEST_MS * 1000, name
