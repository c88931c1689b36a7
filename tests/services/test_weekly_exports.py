"""The week's files: six formats, whole or not there at all, the same bytes each time, and nothing in them acts."""

import csv
import io
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from tests.services.weekly_desk import AFTER, RESOURCES, FixedClock, WeeklyDesk, beijing, small_week
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.week import Week
from weibo_operator.services.markup import element, empty
from weibo_operator.services.weekly import Weekly
from weibo_operator.services.weekly_charts import charts
from weibo_operator.services.weekly_drawing import Box, Ink, drawing_of
from weibo_operator.services.weekly_export import WeekFormat, write_week

WEEK = Week(2026, 47)
WITHOUT_QT = [kind for kind in WeekFormat if kind is not WeekFormat.PDF]
SLY = "<script>alert(1)</script>&\"'"


@pytest.fixture
def desk(desk):
    small_week(desk)
    return desk


class Reader(HTMLParser):
    """Notes tags, attributes and texts."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.texts = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_data(self, data):
        self.texts.append(data)


@pytest.mark.parametrize("kind", WITHOUT_QT)
def test_the_same_input_gives_the_same_bytes(desk, tmp_path, kind):
    first = desk.export(WEEK, tmp_path / f"a.{kind}", kind).read_bytes()
    other = Weekly(desk.connection, FixedClock(AFTER), RESOURCES, version=lambda: "1.2.3")
    assert write_week(other, WEEK, tmp_path / f"b.{kind}", kind)
    assert (tmp_path / f"b.{kind}").read_bytes() == first
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("kind", WITHOUT_QT)
def test_names_are_masked_unless_asked(desk, tmp_path, kind):
    def said(**options):
        content = desk.export(WEEK, tmp_path / f"week.{kind}", kind, **options).read_bytes()
        if kind is WeekFormat.XLSX:
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                content = b"".join(parts.read(name) for name in parts.namelist())
        return content.decode("utf-8", "replace")

    private = ("阿明", "/C calc", "13800001234")
    assert not [secret for secret in private if secret in said()]
    assert "/C calc" in said(unmasked=True)


@pytest.mark.parametrize("kind", WITHOUT_QT)
def test_stopped_at_any_moment_nothing_is_left(desk, tmp_path, kind):
    path = tmp_path / f"week.{kind}"
    path.write_bytes(b"old")
    asked = []

    def count(done, total):
        asked.append((done, total))
        return True

    assert write_week(desk.weekly, WEEK, path, kind, watch=count)
    assert asked[0] == (0, 100)
    assert asked[-1] == (100, 100)
    assert [done for done, _ in asked] == sorted(done for done, _ in asked)
    path.write_bytes(b"old")
    for moment in range(len(asked) - 1):  # the last report comes after the file
        left = iter(range(moment))
        assert not write_week(desk.weekly, WEEK, path, kind, watch=lambda *_, left=left: next(left, None) is not None)
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = [{project!r}, {tests!r}]
from tests.services.weekly_desk import WeeklyDesk, beijing, small_week
from weibo_operator.domain.week import Week
from weibo_operator.services.weekly_export import WeekFormat, write_week
desk = WeeklyDesk(beijing(24, "10:00:00"))
small_week(desk)
left = [int(sys.argv[2])]
def look(event, arguments):
    if event in ("open", "os.rename", "os.remove") and "week.xlsx" in str(arguments[0]):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
real = os.fsync
def sync(descriptor):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    real(descriptor)
os.fsync = sync
sys.addaudithook(look)
write_week(desk.weekly, Week(2026, 47), Path(sys.argv[1]), WeekFormat.XLSX)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_between_two_steps_the_old_file_is_whole(desk, tmp_path):
    whole = desk.export(WEEK, tmp_path / "whole.xlsx").read_bytes()
    path = tmp_path / "week.xlsx"
    here = Path(__file__).parent
    script = KILLED.format(project=str(here.parents[1]), tests=str(here))
    seen = set()
    for moment in range(10):
        path.write_bytes(b"old")
        done = subprocess.run([sys.executable, "-c", script, path, str(moment)], check=False, capture_output=True)
        assert path.read_bytes() in (b"old", whole)
        seen.add(done.returncode)
        if done.returncode == 0:
            break
    assert seen == {-9, 0}
    assert path.read_bytes() == whole
    assert not path.with_name(".week.xlsx.partial").exists()


def test_a_pdf_needs_who_can_draw_it(desk, tmp_path):
    with pytest.raises(InvalidInputError) as refused:
        desk.export(WEEK, tmp_path / "week.pdf", WeekFormat.PDF)
    assert refused.value.data["reason"] == "needs_window"
    assert (
        desk.export(WEEK, tmp_path / "week.pdf", WeekFormat.PDF, draw_pdf=lambda _: b"drawn").read_bytes() == b"drawn"
    )


def test_the_page_stands_alone_and_runs_nothing(desk, tmp_path):
    page = desk.export(WEEK, tmp_path / "week.html", WeekFormat.HTML).read_text("utf-8")
    read = Reader(page)
    assert not {"script", "link", "img", "iframe", "object", "a", "form"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name.startswith("on") or name in ("href", "src", "style")]
    assert not re.search(r"https?:|@import|url\((?!#)", page)
    assert "@page { size: A4" in page
    assert 'fill="url(#hatch)"' in page
    summary = desk.weekly.summary(WEEK)
    assert read.tags.count("svg") == 1 + len(charts(summary, desk.weekly.words))
    for sentence in desk.weekly.conclusions(summary):
        assert sentence in read.texts
    for figure in summary.figures:
        assert desk.weekly.words.name(figure.key) in read.texts


def test_a_customer_cannot_write_markup(tmp_path):
    desk = WeeklyDesk(AFTER)
    late = desk.ticket(desk.customer(SLY, "9"), beijing(18), "投诉", "物流配送", "物流部", snippet=SLY)
    desk.turn(late, beijing(18))
    page = desk.export(WEEK, tmp_path / "week.html", WeekFormat.HTML, unmasked=True).read_text("utf-8")
    desk.close()
    read = Reader(page)
    assert "script" not in read.tags
    assert read.texts.count(SLY) == 2


def test_markup_is_escaped_wherever_text_goes():
    made = element("p", "a<b>\x00", empty("br", title='"<'), class_="x&y", data_n=1.5).code
    assert made == '<p class="x&amp;y" data-n="1.5">a&lt;b&gt;\ufffd<br title="&quot;&lt;"/></p>'


def test_csv_has_one_inert_row_per_ticket(desk, tmp_path):
    content = desk.export(WEEK, tmp_path / "week.csv", WeekFormat.CSV, unmasked=True).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert head == list(desk.weekly.words.columns["detail"])
    assert [row[0] for row in rows] == [str(detail.id) for detail in desk.weekly.tickets(WEEK)]
    cells = [cell for row in rows for cell in row]
    assert "'=cmd|' /C calc'!A0" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_text_is_short_enough_for_a_telephone(desk):
    lines = desk.weekly.text(WEEK).splitlines()
    assert len(lines) <= 30
    assert max(map(len, lines[4:])) <= 70


@pytest.mark.parametrize("chart", range(7))
def test_charts_stay_in_their_frame_and_name_every_number(desk, chart):
    found = charts(desk.weekly.summary(WEEK), desk.weekly.words)[chart]
    drawing = drawing_of(found)
    for mark in drawing.marks:
        if isinstance(mark, Box):
            assert -0.01 <= mark.left <= mark.left + mark.width <= drawing.width + 0.01
            assert 0 <= mark.top <= mark.top + mark.height <= drawing.height
            assert mark.height >= 0
    words = [mark.text for mark in drawing.marks if not isinstance(mark, Box) and hasattr(mark, "text")]
    assert found.title in words
    assert {str(value) for values in found.series for value in values if value} <= set(words)
    hatched = [mark for mark in drawing.marks if isinstance(mark, Box) and mark.ink is Ink.SECOND]
    assert bool(hatched) == (len(found.series) == 2)


def test_the_charts_of_the_workbook_show_its_cells(desk, tmp_path):
    path = desk.export(WEEK, tmp_path / "week.xlsx")
    sheet = openpyxl.load_workbook(path)["图表"]
    drawn = charts(desk.weekly.summary(WEEK), desk.weekly.words)
    with zipfile.ZipFile(path) as parts:
        files = [parts.read(f"xl/charts/chart{n}.xml").decode() for n in range(1, len(drawn) + 1)]
        assert f"xl/charts/chart{len(drawn) + 1}.xml" not in parts.namelist()
    for chart, file in zip(drawn, files, strict=True):
        assert chart.title in file
        ranges = re.findall(r"<c:f>图表!\$(\w)\$(\d+):\$\w\$(\d+)</c:f>", file)
        columns = {
            letter: [sheet[f"{letter}{row}"].value for row in range(int(first), int(last) + 1)]
            for letter, first, last in ranges
        }
        assert columns.pop("A") == list(chart.labels)
        assert list(columns.values()) == [list(values) for values in chart.series]
        assert ("pattFill" in file) == (len(chart.series) == 2)


def test_the_workbook_is_ready_to_read_and_print(desk, tmp_path):
    book = openpyxl.load_workbook(desk.export(WEEK, tmp_path / "week.xlsx", unmasked=True))
    assert book.sheetnames == ["摘要", "图表", "明细", "定义"]
    for name in ("明细", "定义"):
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
    for sheet in book:
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.freeze_panes
        assert sheet.column_dimensions["B"].width > 6
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_silent_week_exports_too(desk, tmp_path):
    for kind in WITHOUT_QT:
        assert desk.export(Week(2026, 40), tmp_path / f"week.{kind}", kind).stat().st_size
    assert "没有图表" in (tmp_path / "week.html").read_text("utf-8")


def test_numbers_stand_below_their_heads(desk, tmp_path):
    sheet = openpyxl.load_workbook(desk.export(WEEK, tmp_path / "week.xlsx"))["摘要"]
    rows = list(sheet.iter_rows())
    heads = next(place for place, row in enumerate(rows) if row[0].value == "时段")
    assert all(cell.alignment.horizontal == "right" for cell in rows[heads][1:8])
    filled = [
        cell for row in rows[heads + 1 :] for cell in row[1:8] if isinstance(cell.value, str) and "（" in cell.value
    ]
    assert filled
    assert all(cell.alignment.horizontal == "right" for cell in filled[:1])
    figure = next(row for row in rows if row[1].value == "新进消息")
    assert figure[0].alignment.horizontal == "left"


@pytest.mark.parametrize("kind", [kind for kind in WITHOUT_QT if kind is not WeekFormat.CSV])
def test_progress_is_told_while_the_week_is_read(desk, tmp_path, kind):
    told = []
    desk.export(
        WEEK, tmp_path / f"week.{kind}", kind, watch=lambda done, total: told.append(100 * done // total) or True
    )
    assert told == sorted(told)
    assert len({each for each in told if 0 < each < 20}) >= 3, "the weeks one after another"
    assert any(20 <= each < 40 for each in told), "then the words"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed on this machine")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed on this machine")
def test_libreoffice_opens_the_workbook(desk, tmp_path):
    desk.export(WEEK, tmp_path / "week.xlsx")
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    for kind in ("pdf", "ods"):
        command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", tmp_path, tmp_path / "week.xlsx"]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=180)
        assert "error" not in (done.stdout + done.stderr).lower()
    text = subprocess.run(["pdftotext", tmp_path / "week.pdf", "-"], check=True, capture_output=True, text=True).stdout
    squeezed = re.sub(r"\s", "", text)
    for sentence in desk.weekly.conclusions(desk.weekly.summary(WEEK)):
        assert re.sub(r"\s", "", sentence) in squeezed
    with zipfile.ZipFile(tmp_path / "week.ods") as parts:
        drawn = [name for name in parts.namelist() if re.fullmatch(r"Object \d+/content.xml", name)]
    assert len(drawn) == len(charts(desk.weekly.summary(WEEK), desk.weekly.words))
