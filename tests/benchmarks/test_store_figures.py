"""What the file gives as ratios to bare SQLite and the bare disk: panes, conversations, replies, search, backup."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from threading import Event, Thread
from time import perf_counter_ns

import pytest

from tests.benchmarks.big_desk import open_big_desk
from tests.benchmarks.big_file import BigFile
from tests.benchmarks.history import clauses
from tests.benchmarks.measuring import by_turns, note, note_ratio
from tests.conftest import SetClock
from weibo_operator.bootstrap import Language, Operator, build
from weibo_operator.domain.ids import IntentId, TicketId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.reply import AfterSend
from weibo_operator.storage import messages, search, tickets
from weibo_operator.storage.connection import MEMORY, Connection, open_database, write

pytestmark = pytest.mark.bench

QUERIES = ("退款", "还没到", "右边没有声音", "能不能连两", "客服电话", "四十八小时", "打了三遍", "谢谢你们")
WORDS_OF_TEXTS = 12
REPLY = "您好，非常抱歉给您带来不便，我们已经联系快递公司核实，明天中午前给您答复。"
A_COMMIT = bytes(20 * 1024)
"""What a reply would put into the file's log if its tables had no indexes; with them it is some 55 pages of 4 KiB."""


@pytest.fixture(scope="module")
def operator(big: BigFile, language: Language) -> Iterator[Operator]:
    made = build(big.path, clock=SetClock(big.moment), language=language)
    yield made
    made.close()


@pytest.fixture(scope="module")
def connection(operator: Operator) -> Connection:
    return operator.desk.connection


def test_a_panes_first_cards(operator: Operator, connection: Connection, tmp_path: Path, language: Language) -> None:
    ids = operator.inbox.pane(State.NEW, limit=50)
    marks = ", ".join("?" for _ in ids)
    by_id = f"SELECT id FROM ticket WHERE id IN ({marks})"  # noqa: S608  only question marks

    def first_ones(desk: Operator) -> None:
        # The widest text of the cards' query: names, crowds and handoffs beside the ticket.
        tickets.cards(desk.desk.connection, tickets.pane(desk.desk.connection, State.NEW, limit=50))

    limit = by_turns(lambda: first_ones(operator), lambda: connection.execute(by_id, ids).fetchall(), inner=5)
    note_ratio("pane", limit)
    few = open_big_desk(tmp_path / "few.db", 1000, clock=SetClock(operator.desk.now()), language=language)
    with closing(few):
        note_ratio("pane-growth", by_turns(lambda: first_ones(operator), lambda: first_ones(few), inner=5))


def test_the_panes_counts(operator: Operator, connection: Connection) -> None:
    one_row = "SELECT id FROM ticket WHERE id = 1"
    found = by_turns(operator.inbox.counts, lambda: connection.execute(one_row).fetchone(), inner=50)
    note_ratio("counts", found)


def test_the_longest_conversation(connection: Connection) -> None:
    ticket, _ = connection.execute(
        "SELECT ticket_id, count(*) AS n FROM message GROUP BY ticket_id ORDER BY n DESC LIMIT 1"
    ).fetchone()
    ids = [row[0] for row in connection.execute("SELECT id FROM message WHERE ticket_id = ? LIMIT 50", (ticket,))]
    marks = ", ".join("?" for _ in ids)
    by_id = f"SELECT * FROM message WHERE id IN ({marks})"  # noqa: S608  only question marks

    def read() -> object:
        return messages.conversation(connection, TicketId(ticket), limit=50)

    note_ratio("conversation", by_turns(read, lambda: connection.execute(by_id, ids).fetchall(), inner=50))


def test_one_reply_stored(operator: Operator, big: BigFile, tmp_path: Path) -> None:
    waiting = iter(operator.inbox.pane(State.NEW, limit=200))

    def confirm() -> float:
        intent = operator.replies.copy(
            next(waiting), audience=Audience.PUBLIC, text=REPLY, after=AfterSend(State.CLOSED)
        )
        began = perf_counter_ns()
        operator.replies.confirm(IntentId(intent.id))
        return (perf_counter_ns() - began) / 1e6

    with (tmp_path / "log").open("wb", buffering=0) as file:

        def bare() -> None:
            file.write(A_COMMIT)
            os.fdatasync(file.fileno())

        note_ratio("reply-stored", by_turns(confirm, bare, rounds=61))


def queries(connection: Connection) -> list[str]:
    """Words of a shop, and pieces of two to four characters out of stored texts all over the file."""
    (last,) = connection.execute("SELECT max(id) FROM message").fetchone()
    found = list(QUERIES)
    for number in range(WORDS_OF_TEXTS):
        (text,) = connection.execute(
            "SELECT text FROM message WHERE id <= ? ORDER BY id DESC LIMIT 1", (1 + number * last // WORDS_OF_TEXTS,)
        ).fetchone()
        found.append(text[number : number + 2 + number % 3])
    return found


def test_search_against_reading_everything(connection: Connection) -> None:
    """Newest tickets first by index; and every ticket that a reading finds, no other (correctness, not speed)."""
    scan = "SELECT ticket_id FROM message WHERE instr(text, ?) > 0"
    ratios: list[float] = []
    spans: list[float] = []
    wrong = missing = right = 0
    for query in queries(connection):
        found = by_turns(
            lambda query=query: search.find_tickets(connection, query, limit=50),
            lambda query=query: connection.execute(scan, (query,)).fetchall(),
            rounds=2,
        )
        ratios.append(found.value)
        spans.append(found.work_ms)
        expected = {row[0] for row in connection.execute(scan, (query,))}
        told = set(search.find_tickets(connection, query, limit=len(expected) + 100))
        wrong, missing, right = wrong + len(told - expected), missing + len(expected - told), right + len(expected)
    assert right > 0
    note("search", median(ratios), n=len(ratios), p50_ms=median(spans), most_ms=max(spans))
    note("search-slow", max(ratios), n=len(ratios), most_ms=max(spans))
    note("recall", 1 - missing / right, n=right)
    note("precision", 1 - wrong / (right - missing + wrong), n=right)
    assert (missing, wrong) == (0, 0)


def test_building_the_index(operator: Operator) -> None:
    texts = {number: "，".join(words) for number, words in enumerate(zip(*[clauses(60_000)] * 3, strict=True), start=1)}
    with closing(open_database(MEMORY, now=operator.desk.now())) as bare:
        bare.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT, posted_at INTEGER)")
        bare.execute("CREATE INDEX plain_posted ON plain (posted_at)")
        began = perf_counter_ns()
        with write(bare):
            rows = ((number, text, number * 7919 % 1_000_003) for number, text in texts.items())
            bare.executemany("INSERT INTO plain VALUES (?, ?, ?)", rows)
        plain = perf_counter_ns() - began
        before = pages(bare)
        began = perf_counter_ns()
        with write(bare):
            search.index_messages(bare, texts)
        built = perf_counter_ns() - began
        size = (pages(bare) - before) / sum(len(text.encode()) for text in texts.values())
    note("index-build", plain / built, n=len(texts), rows_per_second=len(texts) / built * 1e9)
    note("index-size", size, n=len(texts))


def pages(connection: Connection) -> int:
    """Bytes in use; pages that were given back, and are taken by what is stored next, aside."""
    (used,) = connection.execute(
        "SELECT (page_count - freelist_count) * page_size"
        " FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
    ).fetchone()
    return int(used)


class Writer(Thread):
    """Somebody who goes on storing notes in a file of his own hand while a copy is made."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.ended = Event()
        self.begun = Event()
        self.spans: list[float] = []

    def run(self) -> None:
        with closing(sqlite3.connect(self._path, isolation_level=None, timeout=30)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            for number in count():
                began = perf_counter_ns()
                connection.execute("UPDATE customer SET notes = ? WHERE id = ?", (str(number), 1 + number % 97))
                self.spans.append((perf_counter_ns() - began) / 1e6)
                self.begun.set()
                if self.ended.wait(0.005):
                    return


def test_a_backup_ends_while_somebody_writes(operator: Operator, big: BigFile, tmp_path: Path) -> None:
    writer = Writer(big.path)
    writer.start()
    try:
        assert writer.begun.wait(30)
        began = perf_counter_ns()
        made = operator.backups.make(lambda: True)
        took = (perf_counter_ns() - began) / 1e6
    finally:
        writer.ended.set()
        writer.join()
    assert made is not None
    target = tmp_path / "copy.db"
    began = perf_counter_ns()
    with target.open("wb") as file, big.path.open("rb") as source:
        shutil.copyfileobj(source, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())
    bare = (perf_counter_ns() - began) / 1e6
    note("backup-ends", 1, n=1, writes_meanwhile=len(writer.spans))
    note("backup", took / bare, n=1, work_ms=took, limit_ms=bare, file_mb=big.path.stat().st_size / 1e6)
    slowest = quantiles(writer.spans, n=100)[98] if len(writer.spans) > 1 else writer.spans[0]
    note("backup-stall", max(writer.spans), n=len(writer.spans), p99_ms=slowest)
