"""The handoff on paper: a printer and a PDF get every field, nothing lies outside the margins or is left out."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.handoff.export_dialog import ExportDialog
from ui.handoff.sheet_page import MARGIN_MM, write_pdf
from ui.support.context import Context
from weibo_operator.domain.handoff import Handoff
from weibo_operator.services.package import PackageSheet

LATIN = "DejaVu Sans"
"""Qt can't tell what the digits of a Chinese collection mean inside a PDF: here they come from another font."""
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed here"
)
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
POINTS_PER_MM = 72 / 25.4
LINK = "https://weibo.com/1001/" + "p1AbCdEfGh" * 30
LONG = "快递五天没动了，" * 400
TABLE = "=1+1 <b>&lt;急</b> 单号SF1234567890"


@pytest.fixture
def handed(context: Context, customers: Customers) -> Handoff:
    """With a problem of many lines, a link without a place to break, and a long conversation."""
    operator = context.operator
    first = operator.intake.capture(
        replace(customers.message(TABLE, uid="7", nickname="北城小满", under="p"), link=LINK)
    ).value
    assert first is not None
    for number in range(60):
        operator.intake.capture(
            customers.message(f"第 {number} 句，还是没有人管", uid="7", nickname="北城小满", under="p")
        )
    form = replace(operator.handoffs.defaults(first).form, description=f"{TABLE}\n{LONG}", contact="王姐（分机 8012）")
    found = operator.handoffs.forward(form).value
    return operator.handoffs.answer(found.id, "包裹找到了，今晚发出", expert="李工").value


@pytest.fixture
def dialog(context: Context, qtbot: QtBot, handed: Handoff, show_active: Callable[[QWidget], None]) -> ExportDialog:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    show_active(host)
    asked = ExportDialog(context, host)
    if QFontInfo(QFont(LATIN)).family() != LATIN:
        pytest.skip(f"{LATIN} is not installed here")
    asked.setFont(QFont(LATIN))
    asked.open_for(handed)
    return asked


def bare(text: str) -> str:
    """Without spaces; a PDF may name a radical for the character that looks the same."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def pages_of(path: Path) -> list[str]:
    """The text of each page without spaces, and a check that no word of it lies outside the margins."""
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True)
    texts: list[str] = []
    for number, (width, height, body) in enumerate(PAGE.findall(done.stdout), start=1):
        margin = MARGIN_MM * POINTS_PER_MM - 2
        right, bottom = float(width) - margin, float(height) - margin
        words: list[str] = []
        for *place, word in WORD.findall(body):
            left, top, end, foot = map(float, place)
            assert margin <= left <= end <= right, (word, place)
            if word == str(number) and top > bottom - 10:
                assert foot <= float(height) - margin / 2  # the page's number
                continue
            assert margin <= top <= foot <= bottom, (word, place)
            words.append(unescape(word))
        texts.append(bare("".join(words)))
    return texts


def everything(sheet: PackageSheet) -> list[str]:
    fields = [word for row in sheet.rows for word in row]
    return [bare(word) for word in (sheet.title, *fields, sheet.conversation_title, *sheet.conversation)]


def assert_complete(path: Path, sheet: PackageSheet) -> None:
    pages = pages_of(path)
    assert len(pages) > 1
    whole = "".join(pages)
    missing = [word for word in everything(sheet) if word not in whole]
    assert missing == []


@needs_poppler
def test_a_printer_gets_every_field(context: Context, dialog: ExportDialog, handed: Handoff, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.print_to(printer)
    assert dialog.isHidden()
    assert_complete(tmp_path / "printed.pdf", context.operator.handoffs.sheet(handed, masked=False))


@needs_poppler
def test_the_pdf_file_holds_the_same(context: Context, dialog: ExportDialog, handed: Handoff, tmp_path: Path) -> None:
    sheet = context.operator.handoffs.sheet(handed, masked=False)
    write_pdf(sheet, dialog.font(), tmp_path / "written.pdf")
    assert_complete(tmp_path / "written.pdf", sheet)
    labels = [label for label, _ in sheet.rows]
    for label in (
        "编号",
        "转给",
        "联系人",
        "级别",
        "类型",
        "属性",
        "客户",
        "问题描述",
        "链接",
        "转交时间",
        "请在此前答复",
        "反馈",
        "答复人",
    ):
        assert label in labels


@needs_poppler
def test_masked_on_paper_names_no_customer(
    context: Context, dialog: ExportDialog, handed: Handoff, tmp_path: Path
) -> None:
    dialog.masked.setChecked(True)
    dialog.write(tmp_path / "masked.pdf")
    whole = "".join(pages_of(tmp_path / "masked.pdf"))
    for hidden in ("北城小满", "SF1234567890", "weibo.com"):
        assert hidden not in whole
    assert bare(context.operator.handoffs.sheet(handed, masked=True).note) in whole


def test_the_print_dialog_is_one_key_away_and_may_be_left(dialog: ExportDialog) -> None:
    asked: list[QPrintDialog] = []

    def leave() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, QPrintDialog)
        asked.append(shown)
        shown.reject()

    QTimer.singleShot(0, leave)
    QTest.keyClick(dialog.format, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1
    assert dialog.isVisible()
