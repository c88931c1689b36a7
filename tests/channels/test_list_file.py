"""Lists from spreadsheets: every cell as it stands, broken records named by their line."""

import pytest
import xlsxwriter

from weibo_operator.channels.list_file import read_list
from weibo_operator.domain.errors import FileUnreadableError


def cells(lines):
    return [line.cells for line in lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encodings_and_delimiters_are_recognised(tmp_path, encoding, delimiter):
    path = tmp_path / "a.csv"
    path.write_text(f"标题{delimiter}内容\n橙子{delimiter}放阴凉处\n", encoding=encoding)
    assert cells(read_list(path)) == [("标题", "内容"), ("橙子", "放阴凉处")]


def test_a_cell_may_hold_lines_and_the_next_line_is_counted_on(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('标题,内容\n甲,"一\n二,三\n四"\n\n乙,五\n', encoding="utf-8")
    assert [(line.line, line.cells) for line in read_list(path)] == [
        (1, ("标题", "内容")),
        (2, ("甲", "一\n二,三\n四")),
        (6, ("乙", "五")),
    ]


def test_after_an_open_quote_reading_goes_on_at_the_next_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('标题,内容\n"甲,一\n乙,二\n丙,三\n', encoding="utf-8")
    lines = read_list(path)
    assert [(line.line, line.broken) for line in lines] == [(1, False), (2, True), (3, False), (4, False)]
    assert lines[3].cells == ("丙", "三")


def test_a_workbook_is_read_too(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["标题", "内容"])
        sheet.write_row(1, 0, ["橙子", "放阴凉处"])
    assert cells(read_list(path)) == [("标题", "内容"), ("橙子", "放阴凉处")]


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b"\xef\xbb\xbf \r\n", "empty"), (b"%PDF-1.7\n\x00", "no_table")]
)
def test_a_file_that_is_no_list_is_refused(tmp_path, content, reason):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(FileUnreadableError) as refused:
        read_list(path)
    assert refused.value.data["reason"] == reason


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(FileUnreadableError) as refused:
        read_list(tmp_path / "没有.csv")
    assert refused.value.data["reason"] == "not_found"
