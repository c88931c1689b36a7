"""The package of a handoff on paper: drawn from plain text, to a printer or a PDF file."""

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.services.package import PackageSheet

POINTS, TITLE_POINTS = 10.5, 16.0
MARGIN_MM = 20
"""A document that has no pages of its own is printed with two centimetres around it: the page adds none."""
_PER_INCH = 300


def document_of(sheet: PackageSheet, font: QFont) -> QTextDocument:
    """The page as a document; every word goes in as plain text, never as markup."""
    document = QTextDocument()
    font = QFont(font)
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    title, bold = QTextCharFormat(), QTextCharFormat()
    title.setFontPointSize(TITLE_POINTS)
    title.setFontWeight(QFont.Weight.Bold)
    bold.setFontWeight(QFont.Weight.DemiBold)
    cursor.insertText(sheet.title, title)
    shape = QTextTableFormat()
    shape.setBorder(0.5)
    shape.setBorderCollapse(True)
    shape.setCellPadding(4)
    shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in (22, 78)])
    table = cursor.insertTable(max(1, len(sheet.rows)), 2, shape)
    for number, (label, value) in enumerate(sheet.rows):
        table.cellAt(number, 0).firstCursorPosition().insertText(label, bold)
        table.cellAt(number, 1).firstCursorPosition().insertText(value)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    if sheet.conversation:
        cursor.insertBlock(QTextBlockFormat(), bold)
        cursor.insertText(sheet.conversation_title, bold)
        for line in sheet.conversation:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            cursor.insertText(line)
    if sheet.note:
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        cursor.insertText(sheet.note)
    return document


def set_page(device: QPagedPaintDevice) -> None:
    """A4; the document brings the margins."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))


def write_pdf(sheet: PackageSheet, font: QFont, path: Path) -> None:
    """Write the page as a PDF; raises ``InvalidInputError`` where it can't be written."""
    if path.is_dir() or not path.parent.is_dir():
        raise InvalidInputError(field="path", reason="cannot_write", value=str(path))
    writer = QPdfWriter(str(path))
    writer.setResolution(_PER_INCH)
    writer.setTitle(sheet.title)
    set_page(writer)
    document_of(sheet, font).print_(writer)
    if not path.is_file():
        raise InvalidInputError(field="path", reason="cannot_write", value=str(path))
