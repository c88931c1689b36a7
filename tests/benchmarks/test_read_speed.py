"""How fast files are read, without any database, beside parsing the same rows bare."""

import csv
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tests.channels.file_import_samples import SEARCH_17, as_csv, put, search_row
from weibo_operator.channels.file_import.reader import FileReader

ROWS = 100_000
AT_MOST_TIMES_BARE = 60

pytestmark = pytest.mark.bench


def as_workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, SEARCH_17)
        for number in range(ROWS):
            row = search_row(number)
            sheet.write_row(number + 1, 0, [row.get(header, "") for header in SEARCH_17])
    return path


def seconds(work: Callable[[], int]) -> float:
    started = time.process_time()
    assert work() == ROWS
    return time.process_time() - started


def bare(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


def test_a_hundred_thousand_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    text = put(tmp_path, as_csv(SEARCH_17, [search_row(number) for number in range(ROWS)]))
    book = as_workbook(tmp_path / "export.xlsx")
    parsed = seconds(lambda: bare(text))
    as_messages = {
        path.suffix: seconds(lambda path=path: sum(1 for _ in FileReader().read(path))) for path in (text, book)
    }
    with capsys.disabled():
        for kind, taken in as_messages.items():
            sys.stdout.write(f"\n{kind}: {ROWS / taken:,.0f} rows/s, {taken / parsed:.0f} times csv.reader alone")
        sys.stdout.write("\n")
    assert as_messages[".csv"] <= AT_MOST_TIMES_BARE * parsed
