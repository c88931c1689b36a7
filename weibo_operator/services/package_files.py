"""The package of a handoff as a Word or Excel file: plain text cells and paragraphs, no formula, no markup."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.services.package import PackageSheet
from weibo_operator.services.whole_file import replace_file
from weibo_operator.services.workbook import open_book

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELATIONS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = f'<w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
_COLUMNS = (1800, 7200)
_GRID = "".join(f'<w:gridCol w:w="{width}"/>' for width in _COLUMNS)
_TITLE_HALF_POINTS = 32
_WIDTHS = (14.0, 70.0)


def write_package(sheet: PackageSheet, path: Path) -> Path:
    """Write the page to ``path`` in the format of its suffix, .docx or .xlsx.

    Raises ``InvalidInputError`` for another suffix, or where it can't be written.
    """
    makers = {".docx": word_file, ".xlsx": excel_file}
    make = makers.get(path.suffix.lower())
    if make is None:
        raise InvalidInputError(field="path", reason="cannot_write", value=str(path))
    replace_file(path, make(sheet))
    return path


def word_file(sheet: PackageSheet) -> bytes:
    """A Word document: the title, a table of the columns, the conversation."""
    body = [
        _paragraph(sheet.title, half_points=_TITLE_HALF_POINTS),
        "<w:tbl>",
        _TABLE,
        f"<w:tblGrid>{_GRID}</w:tblGrid>",
    ]
    body += [_table_row(row) for row in sheet.rows]
    body.append("</w:tbl>")
    body += [_paragraph(line) for line in _below(sheet)]
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{_WORD}"><w:body>'
        f"{''.join(body)}<w:sectPr/></w:body></w:document>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8"))
    return target.getvalue()


def excel_file(sheet: PackageSheet) -> bytes:
    """A workbook of one sheet; every cell is written as text, whatever it begins with."""
    target = io.BytesIO()
    book = open_book(target)
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    page = book.add_worksheet("转交单")
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, sheet.title, bold)
    for number, (label, value) in enumerate(sheet.rows, start=2):
        page.write_string(number, 0, label, bold)
        page.write_string(number, 1, _printable(value), wrapped)
    for number, line in enumerate(_below(sheet), start=3 + len(sheet.rows)):
        page.write_string(number, 1, _printable(line), wrapped)
    book.close()
    return target.getvalue()


def _below(sheet: PackageSheet) -> Iterator[str]:
    if sheet.conversation:
        yield sheet.conversation_title
        yield from sheet.conversation
    if sheet.note:
        yield sheet.note


def _table_row(row: Sequence[str]) -> str:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(text)}</w:tc>'
        for text, width in zip(row, _COLUMNS, strict=True)
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _paragraph(text: str, half_points: int = 0) -> str:
    size = f'<w:rPr><w:b/><w:sz w:val="{half_points}"/></w:rPr>' if half_points else ""
    return f'<w:p><w:r>{size}<w:t xml:space="preserve">{escape(_printable(text), quote=False)}</w:t></w:r></w:p>'


def _printable(text: str) -> str:
    """XML knows no control characters, and no half of a surrogate pair."""
    return "".join(
        character
        for character in text
        if character >= " " and not "\ud800" <= character <= "\udfff" and character not in "\ufffe\uffff"
    )
