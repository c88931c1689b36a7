"""How fast an export comes in by the command line's way, beside reading it bare and storing it bare."""

import csv
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks.measuring import note
from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from weibo_operator.bootstrap import Language, build
from weibo_operator.channels.file_import.reader import FileReader
from weibo_operator.cli.desk_commands import COMMAND_LINE_CHUNK
from weibo_operator.domain.channel import IncomingMessage

ROWS, PEOPLE = 20_000, 9_000
AT_MOST_TIMES_BARE = 200
"""The bare way has no customers, tickets, turns, labels, rotation, search index or repeated posts."""

pytestmark = pytest.mark.bench


def export(folder: Path) -> Path:
    people = [{"user_id": str(1_700_000_000 + n % PEOPLE), "用户昵称": f"买家{n % PEOPLE}号"} for n in range(ROWS)]
    return put(folder, as_csv(SEARCH_17, [search_row(n, **people[n]) for n in range(ROWS)]))


def bare_seconds(path: Path, database: Path) -> float:
    started = time.process_time()
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = WAL")
    marks = ", ".join("?" for _ in SEARCH_17)
    connection.execute(f"CREATE TABLE row ({', '.join(f'c{n}' for n in range(len(SEARCH_17)))})")
    with path.open(encoding="utf-8-sig", newline="") as stream, connection:
        rows = csv.reader(stream)
        next(rows)
        connection.executemany(f"INSERT INTO row VALUES ({marks})", rows)  # noqa: S608  only question marks
    connection.close()
    return time.process_time() - started


def triage_seconds(path: Path, language: Language) -> float:
    messages = [found for found in FileReader().read(path) if isinstance(found, IncomingMessage)]
    started = time.process_time()
    for message in messages:
        language.triage.triage(message.text, source=message.source, followers=message.followers)
    return time.process_time() - started


def reading_seconds(path: Path) -> float:
    started = time.process_time()
    assert sum(1 for _ in FileReader().read(path)) == ROWS
    return time.process_time() - started


def test_twenty_thousand_rows(tmp_path: Path, language: Language, capsys: pytest.CaptureFixture[str]):
    path = export(tmp_path)
    operator = build(tmp_path / "desk.db", language=language)
    try:
        started = time.process_time()
        report = operator.intake.import_file(path, chunk=COMMAND_LINE_CHUNK).value
        seconds = time.process_time() - started
        started = time.process_time()
        again = operator.intake.import_file(path, chunk=COMMAND_LINE_CHUNK).value
        seconds_again = time.process_time() - started
    finally:
        operator.close()
    assert (report.new, again.duplicates) == (ROWS, ROWS)
    bare, labels = bare_seconds(path, tmp_path / "bare.db"), triage_seconds(path, language)
    line = (
        f"{ROWS / seconds:,.0f} rows/s; bare {ROWS / bare:,.0f} rows/s, {seconds / bare:.0f} times;"
        f" labels {labels / seconds:.0%}, without them {ROWS / (seconds - labels):,.0f} rows/s"
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{line}\n")
    reading = reading_seconds(path)
    note("import", seconds / bare, n=ROWS, rows_per_second=ROWS / seconds, bare_rows_per_second=ROWS / bare)
    note("import-store", bare / (seconds - labels - reading), n=ROWS, labels_s=labels, reading_s=reading, all_s=seconds)
    note("import-again", seconds_again / seconds, n=ROWS, rows_per_second=ROWS / seconds_again)
    assert seconds <= AT_MOST_TIMES_BARE * bare
