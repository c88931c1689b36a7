"""The weekly summary at 100,000 messages as ratios to bare fetches of its rows, and its files at a million."""

import io
import random
import statistics
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from tests.benchmarks.history import clauses
from tests.benchmarks.measuring import by_turns, note, note_ratio
from ui.support.tasks import Handlers, Lane, TaskRunner
from ui.weekly.paper import draw_report
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.labels import DEFAULT_DEPARTMENTS, Kind, Nature
from weibo_operator.domain.week import Week
from weibo_operator.language.segment import Segmenter
from weibo_operator.language.topic_words import TopicWords
from weibo_operator.services import weekly_figures, weekly_tables
from weibo_operator.services.stages import Stages, unwatched
from weibo_operator.services.weekly import Weekly, compared, earlier_spans, span_of
from weibo_operator.services.weekly_export import WeekFormat, write_week
from weibo_operator.services.weekly_tables_shown import detail_cells
from weibo_operator.services.weekly_xlsx import workbook_bytes
from weibo_operator.storage import figures
from weibo_operator.storage.connection import open_database, write
from weibo_operator.storage.times import to_ms

pytestmark = pytest.mark.bench

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
WEEK = Week(2026, 47)
TICKETS = 35_000
MINUTE = 60_000
RESOURCES = Path(__file__).parents[2] / "resources"
SAID = (
    "客服你好/快递五天没动/丢件了吗/电饭锅漏电/冒烟/退款什么时候到账/一直不回/发票开错抬头/尺码偏小想换货/颜色和图片不一样"
    "/质量太差/要投诉/态度不好/优惠券用不了/包装破损/少发一件/充电器不充电/屏幕有划痕/安装师傅没来/我上周五下的单还没发货"
)

TICKET = """
INSERT INTO ticket (id, customer_id, state, level, kind, nature, aspect, department, topic, sentiment, advice, source,
    audience, thread, waits_for, rank_at, opened_at, last_activity_at, closed_at, turn_count, snippet)
VALUES (?, ?, ?, 3, ?, ?, '关于服务', ?, '其他', 0, 'public', '评论', 'public', 't', 'nobody', 0, ?, ?, ?, 2, ?)
"""
TURN = """
INSERT INTO turn (id, ticket_id, customer_id, number, opened_at, closed_at, closed_by) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
MESSAGE = """
INSERT INTO message (ticket_id, customer_id, turn_id, direction, platform, source, audience, text, posted_at)
VALUES (?, ?, ?, ?, 'weibo', '评论', ?, ?, ?)
"""


class FixedClock:
    def now(self):
        return NOW


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    connection = open_database(tmp_path_factory.mktemp("weekly") / "desk.db", now=NOW)
    with write(connection):
        fill(connection, random.Random(47))
    connection.execute("PRAGMA optimize")
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def million(tmp_path_factory):
    """Ten times as many messages over ten times as many weeks: three years of a desk at work."""
    connection = open_database(tmp_path_factory.mktemp("million") / "desk.db", now=NOW)
    with write(connection):
        fill(connection, random.Random(48), weeks=160, tickets=10 * TICKETS)
    connection.execute("PRAGMA optimize")
    yield connection
    connection.close()


def fill(connection, chance, weeks=16, tickets=TICKETS):
    """Two turns a ticket, the first answered, the second in nine of ten cases."""
    first = to_ms(NOW - timedelta(weeks=weeks))
    length = to_ms(NOW) - first
    customers = ((n, str(n), f"客户{n}") for n in range(1, 20_001))
    connection.executemany(
        "INSERT INTO customer (id, platform, uid, nickname, first_seen_at) VALUES (?, 'weibo', ?, ?, 0)", customers
    )
    said = ["，".join(chance.choices(SAID.split("/"), k=6)) for _ in range(8_000)]  # some 35 characters each
    rows, turns, messages = [], [], []
    for ticket in range(1, tickets + 1):
        customer = chance.randint(1, 20_000)
        at = first + length * ticket // tickets
        finished = chance.random() < 0.9 or ticket <= tickets - TICKETS  # whoever wrote years ago has been answered
        closed = at + chance.randint(200, 5000) * MINUTE if finished else None
        labels = (chance.choice(list(Kind)), chance.choice(list(Nature)), chance.choice(DEFAULT_DEPARTMENTS))
        state = "in_progress" if closed is None else "closed"
        rows.append((ticket, customer, state, *labels, at, at, closed, said[0][:20]))
        for number in (1, 2):
            turn, opened = ticket * 2 + number, at + (number - 1) * 100 * MINUTE
            answered = opened + chance.randint(1, 90) * MINUTE if number == 1 or closed else None
            turns.append((turn, ticket, customer, number, opened, answered, "reply" if answered else None))
            messages.append((ticket, customer, turn, "in", "public", chance.choice(said), opened))
            if answered and chance.random() < 0.5:
                messages.append((ticket, customer, turn, "out", "public", said[0], answered))
    connection.executemany(TICKET, rows)
    connection.executemany(TURN, turns)
    connection.executemany(MESSAGE, messages)


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def fetch(connection, week, weeks=1):
    """The bare rows: the messages, turns and tickets of the week and of so many weeks up to it."""
    start, end = to_ms(week.previous(weeks - 1).start), to_ms(week.end)
    statements = (
        "SELECT * FROM message WHERE posted_at >= ? AND posted_at < ?",
        "SELECT * FROM turn WHERE opened_at >= ? AND opened_at < ?",
        "SELECT * FROM ticket WHERE opened_at >= ? AND opened_at < ?",
    )
    return [connection.execute(statement, (start, end)).fetchall() for statement in statements]


def first_measures(facts, now, _rules):
    """Those of counting and answering alone, which need no ``facts.more``."""
    return weekly_figures._or_nothing(facts, weekly_figures._first(facts, now))


def counting_and_answering(connection, rules):
    """The figures and tables of counting and answering of one week, beside four others: bare rows to values."""
    now = to_ms(NOW)
    facts = figures.first_facts(connection, span_of(WEEK))
    earlier = [figures.first_facts(connection, span) for span in earlier_spans(WEEK, now)]
    compared(facts, earlier, earlier[0], now, rules, first_measures)
    weekly_tables.bands(facts.turns)
    weekly_tables.no_reply_reasons(facts.turns)
    weekly_tables.days(WEEK, facts, figures.message_times(connection, facts.span), now)
    weekly_tables.top_problems(weekly_tables.matrix(facts, earlier, earlier[0]))
    weekly_tables.departments(facts.handoffs, now)
    weekly_tables.visits(facts.visits)
    weekly_tables.heat(WEEK, facts.turns)


@pytest.mark.parametrize(("weeks", "goal"), [(1, 5.0), (5, 1.5)])
def test_counting_and_answering_against_one_fetch(connection, weeks, goal):
    rules = Weekly(connection, FixedClock(), RESOURCES).rules()
    counting_and_answering(connection, rules)
    found = by_turns(
        lambda: counting_and_answering(connection, rules), lambda: fetch(connection, WEEK, weeks), rounds=15
    )
    note_ratio("week-counts" if weeks == 1 else "week-counts-five", found)
    assert found.value <= goal


@pytest.mark.parametrize(("weeks", "goal"), [(1, 15.0), (5, 2.5)])
def test_the_whole_summary_against_one_fetch(connection, weeks, goal):
    """Three times the figures of counting and answering alone: ends, moods, promises, open hours, rising words.

    They look at events, replies, open tickets and what customers wrote, none of which the bare fetch reads.
    """
    weekly = Weekly(connection, FixedClock(), RESOURCES)
    weekly.summary(WEEK)
    found = by_turns(lambda: weekly.summary(WEEK), lambda: fetch(connection, WEEK, weeks), rounds=15)
    note_ratio("week-all" if weeks == 1 else "week-all-five", found)
    assert found.value <= goal


def test_the_first_look_at_a_week_cuts_its_words(connection):
    weekly = Weekly(connection, FixedClock(), RESOURCES)
    first = timed(lambda: weekly.summary(WEEK))
    again = statistics.median(timed(lambda: weekly.summary(WEEK)) for _ in range(5))
    note("week-first-look", first / again, n=1, work_ms=first * 1000, limit_ms=again * 1000)
    assert first <= 8 * again


def test_the_workbook_against_the_bare_library(connection):
    weekly = Weekly(connection, FixedClock(), RESOURCES)
    summary, details, words = weekly.summary(WEEK), weekly.tickets(WEEK) * 7, weekly.words
    rows = [detail_cells(detail, words, unmasked=False) for detail in details]

    def ours():
        workbook_bytes(summary, details, words, unmasked=False, progress=Stages(unwatched).part(100))

    found = by_turns(ours, lambda: bare_workbook(rows), rounds=5)
    note_ratio("week-xlsx", found)
    assert found.value <= 1.5


def test_words_are_cut_as_fast_as_the_bare_library_does():
    texts = list(clauses(5000))
    next(iter(TopicWords(RESOURCES).of(texts[0])), "")  # the dictionary is read
    bare = Segmenter()

    def ours():
        words = TopicWords(RESOURCES)
        for text in texts:
            words.of(text)

    found = by_turns(ours, lambda: [bare.words(text) for text in texts], rounds=3)
    note_ratio("week-words", found)


def test_the_window_goes_on_while_a_pdf_is_drawn(connection, qapp, tmp_path):
    """In a lane of its own, as the page does it; a ticker of 5 ms in the window's thread sees every pause."""
    weekly = Weekly(connection, FixedClock(), RESOURCES)
    reports = []

    def keep(report):
        reports.append(report)
        return draw_report(report, RESOURCES)

    write_week(weekly, WEEK, tmp_path / "week.pdf", WeekFormat.PDF, draw_pdf=keep)
    (printed,) = reports
    runner, loop, gaps, last = TaskRunner(), QEventLoop(), [], [time.perf_counter()]

    def tick():
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    ticker = QTimer()
    ticker.timeout.connect(tick)
    ticker.start(5)
    failed = []

    def on_failure(error):
        failed.append(error)
        loop.quit()

    runner.run(lambda _task: draw_report(printed, RESOURCES), Handlers(lambda _: loop.quit(), on_failure), Lane.FIGURES)
    loop.exec()
    ticker.stop()
    runner.stop()
    assert failed == []
    note("week-pdf-pause", max(gaps), n=len(gaps), p50_ms=statistics.median(gaps))


@pytest.mark.parametrize("kind", list(WeekFormat))
def test_every_format_within_two_seconds_at_a_million_messages(million, tmp_path, kind):
    (count,) = million.execute("SELECT count(*) FROM message").fetchone()
    assert count > 1_000_000
    weekly = Weekly(million, FixedClock(), RESOURCES)
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    path = tmp_path / f"week.{kind}"

    def export():
        write_week(weekly, WEEK, path, kind, draw_pdf=lambda printed: draw_report(printed, RESOURCES))

    began = time.process_time()
    seconds = sorted(timed(export) for _ in range(5))
    note(
        f"week-export-{kind}",
        seconds[2],
        n=5,
        worst_s=seconds[-1],
        cpu_s=(time.process_time() - began) / 5,
        kb=path.stat().st_size / 1024,
    )
    assert seconds[2] <= 2.0
    del app


def bare_workbook(rows):
    """The detail sheet's cells through the library alone."""
    book = xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True})
    sheet = book.add_worksheet()
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(place, column, cell.astimezone(CHINA).replace(tzinfo=None), moment)
            elif isinstance(cell, str) and cell:
                sheet.write_string(place, column, cell)
            elif isinstance(cell, int):
                sheet.write_number(place, column, cell)
    book.close()
