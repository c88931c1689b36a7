"""The printed week: three pages at most, words that can be copied, subset fonts, the same bytes each time."""

import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.ui.weekly_fixture import (  # noqa: F401  fixtures
    weekly_practised,
)
from ui.support.context import Context
from ui.weekly.paper import draw_report
from ui.weekly.pdf_text import with_meanings
from weibo_operator.bootstrap import resources_dir
from weibo_operator.services.weekly_report import Report

PROJECT = Path(__file__).parents[2]
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed here"
)
Tool = Callable[..., str]


@pytest.fixture(name="report")
def printed_report(practised: Context) -> Report:
    weekly = practised.operator.weekly
    return weekly.report(weekly.current())


@pytest.fixture
def tool(tmp_path: Path) -> Tool:
    """Runs one of poppler's programs on a PDF: name, content, options."""

    def run(name: str, content: bytes, *options: str) -> str:
        path = tmp_path / "week.pdf"
        path.write_bytes(content)
        rest = ["-"] if name == "pdftotext" else []
        done = subprocess.run([name, *options, str(path), *rest], check=True, capture_output=True, text=True)
        assert not done.stderr
        return done.stdout

    return run


@needs_poppler
def test_three_a4_pages_with_every_word_as_it_was_written(report: Report, tool: Tool):
    pdf = draw_report(report, resources_dir())
    about = tool("pdfinfo", pdf)
    assert int(re.findall(r"Pages:\s+(\d+)", about)[0]) in (2, 3)
    assert "(A4)" in about
    assert "JavaScript:      no" in about
    text = re.sub(r"\s", "", tool("pdftotext", pdf))
    said = [*report.conclusions, report.equation, *report.provenance[:2], report.privacy, *report.terms]
    said += [chart.title for chart in report.charts]
    said += [cell for row in report.figures.rows for cell in row[1:]]
    missing = [each for each in said if re.sub(r"\s", "", each)[:20] not in text]
    assert not missing
    assert not [character for character in text if "\u2e80" <= character <= "\u2fdf"]


@needs_poppler
def test_fonts_are_embedded_as_subsets_and_charts_are_no_pictures(report: Report, tool: Tool):
    pdf = draw_report(report, resources_dir())
    rows = tool("pdffonts", pdf).splitlines()[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z]{6}\+", row)
        assert re.search(r"yes yes yes", row)
    assert len(tool("pdfimages", pdf, "-list").splitlines()) == 2
    assert len(pdf) < 500_000


DRAW = """
import os, pickle, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from ui.weekly.paper import draw_offscreen
from weibo_operator.bootstrap import resources_dir
report = pickle.loads(Path(sys.argv[1]).read_bytes())
Path(sys.argv[2]).write_bytes(draw_offscreen(report, resources_dir()))
"""


def test_another_start_of_the_program_gives_the_same_bytes(report: Report, tmp_path: Path):
    (tmp_path / "report").write_bytes(pickle.dumps(report))
    ours = draw_report(report, resources_dir())
    for number in range(3):  # Qt's hashes have another seed each time
        path = tmp_path / f"{number}.pdf"
        subprocess.run([sys.executable, "-c", DRAW, tmp_path / "report", path], check=True, cwd=PROJECT)
        assert path.read_bytes() == ours


def test_another_time_of_printing_gives_other_bytes(report: Report):
    later = replace(report, printed_at=report.printed_at.replace(year=2031))
    assert b"(D:2031" in draw_report(later, resources_dir())
    assert b"(D:2031" not in draw_report(report, resources_dir())


@needs_poppler
def test_endless_words_break_into_lines_and_many_rows_still_end(report: Report, tool: Tool):
    top = next(table for table in report.tables if table.key == "top")
    long = replace(top, rows=tuple((*row[:6], "号" * 600, "a" * 900) for row in top.rows))
    many = replace(report.figures, rows=report.figures.rows * 3)
    tables = tuple(long if table is top else table for table in report.tables)
    pdf = draw_report(replace(report, tables=tables, figures=many), resources_dir())
    text = re.sub(r"\s", "", tool("pdftotext", pdf))
    assert text.count("号") >= 600 * len(top.rows)
    assert text.count("来信客户") >= 3


@needs_poppler
def test_a_silent_week_has_a_page_too(practised: Context, tool: Tool):
    weekly = practised.operator.weekly
    report = weekly.report(weekly.current().previous(20))
    text = tool("pdftotext", draw_report(report, resources_dir()))
    assert report.words.paper["nothing"] in text


def test_only_the_tables_of_meanings_are_changed():
    table = b"/CMapName /Adobe-Identity-UCS def\n<0001> <0002> [<2F49> <0009>]\n"
    text = b"(<2F49> [<2F49>])"
    found = with_meanings({1: table, 2: text}, {0x2F49: 0x6708, 9: 0x20})
    assert found == {1: b"/CMapName /Adobe-Identity-UCS def\n<0001> <0002> [<6708> <0020>]\n", 2: text}
