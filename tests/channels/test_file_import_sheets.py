"""Workbooks with several sheets: the one that holds something is read, and of the others like it one is told."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.sheet_book import sheet_book
from weibo_operator.bootstrap import Operator
from weibo_operator.channels.file_import.reader import FileReader
from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.columns import Role
from weibo_operator.services.sentences import format_note

KNOWN, OWN = ("昵称", "内容", "时间"), ("谁", "说了", "哪天")
FIRST, SECOND = ("甲", "没发货", "2026-11-18 09:30"), ("乙", "退款呢", "2026-11-18 09:31")


@pytest.mark.parametrize("headers", [KNOWN, OWN])
def test_sheets_with_the_same_headers_that_are_not_read_are_named(tmp_path: Path, headers: tuple[str, ...]) -> None:
    sheets = {"一月": [headers, FIRST], "二月": [headers, SECOND], "空的": [headers], "说明": [("店名", "小店")]}
    path = sheet_book(tmp_path / "a.xlsx", sheets)
    table = FileReader().table(path)
    assert (table.sheet, table.notes) == ("一月", ("other_sheets:二月",))
    assert FileReader().table(path, "二月").notes == ("other_sheets:一月",)
    assert "二月" in format_note(table.notes[0])
    if headers is KNOWN:
        assert FileReader().sniff(path).notes == table.notes


def test_one_sheet_needs_no_word(tmp_path: Path) -> None:
    path = sheet_book(tmp_path / "a.xlsx", {"一月": [KNOWN, FIRST], "说明": [("店名", "小店"), ("电话", "12315")]})
    assert FileReader().sniff(path).notes == ()


@pytest.mark.parametrize("headers", [KNOWN, OWN])
def test_a_sheet_without_rows_is_passed_over(tmp_path: Path, headers: tuple[str, ...]) -> None:
    path = sheet_book(tmp_path / "a.xlsx", {"模板": [headers], "二月": [headers, SECOND]})
    assert FileReader().table(path).sheet == "二月"
    if headers is KNOWN:
        (message,) = FileReader().read(path)
        assert isinstance(message, IncomingMessage)
        assert (message.nickname, FileReader().sniff(path).notes) == ("乙", ())


def test_a_workbook_without_any_row_is_still_recognised(tmp_path: Path) -> None:
    path = sheet_book(tmp_path / "a.xlsx", {"模板": [KNOWN], "二月": [KNOWN]})
    assert FileReader().sniff(path).key == "plain_comments"
    assert list(FileReader().read(path)) == []


def test_the_sheet_that_is_chosen_is_the_one_that_is_read(operator: Operator, tmp_path: Path) -> None:
    path = sheet_book(tmp_path / "a.xlsx", {"一月": [OWN, FIRST], "二月": [OWN, SECOND]})
    roles = (Role.NICKNAME, Role.TEXT, Role.TIME)
    proposed = operator.tables.open(path)
    operator.tables.remember(proposed.table, replace(proposed.mapping, roles=roles))
    chosen = operator.tables.open(path, "二月")
    assert (chosen.remembered, chosen.table.sheet, chosen.mapping.sheet) == (True, "二月", "二月")
    (message,) = operator.tables.try_rows(path, chosen.mapping)
    assert isinstance(message, IncomingMessage)
    assert message.text == "退款呢"
    operator.tables.remember(chosen.table, chosen.mapping)
    again = operator.tables.open(path)
    assert (again.table.sheet, again.mapping.sheet, again.table.rows) == ("二月", "二月", (SECOND,))
