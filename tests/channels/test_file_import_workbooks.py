"""Workbooks: sheets, titles above the headers, numbers and dates as a spreadsheet keeps them."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from file_import_samples import CAPTURED_AT, FIRST_MID, SEARCH_17, search_row, split
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from weibo_operator.bootstrap import resources_dir
from weibo_operator.channels.file_import import FileReader
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.clock import CHINA
from weibo_operator.domain.columns import Role, TableMapping
from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError
from weibo_operator.domain.labels import Audience, Platform, Source

CALLS = Path(__file__).parent / "files" / "calls.xls"
"""Three lines of an invented register of calls, in the old format, under a title."""
SYNONYMS = resources_dir() / "dictionaries" / "column_names.tsv"
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40)
Cell = str | int | float | datetime | None


def workbook(path: Path, sheets: dict[str, Sequence[Sequence[Cell]]]) -> Path:
    with xlsxwriter.Workbook(path, {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        as_date = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(line, column, cell, as_date)
                    elif isinstance(cell, str):
                        sheet.write_string(line, column, cell)
                    elif cell is not None:
                        sheet.write_number(line, column, cell)
    return path


def read(path: Path, mapping: TableMapping | None = None) -> tuple[list[IncomingMessage], list[RowProblem]]:
    return split(list(FileReader().read(path, captured_at=CAPTURED_AT, mapping=mapping)))


def refusal(path: Path) -> str:
    """Why the file's table is not shown, or ""."""
    try:
        FileReader().table(path)
    except FileUnreadableError as error:
        return str(error.data["reason"])
    return ""


def test_a_crawl_saved_as_a_workbook(tmp_path: Path):
    rows = [[search_row(number).get(header, "") for header in SEARCH_17] for number in range(3)]
    path = workbook(
        tmp_path / "export.csv", {"说明": [["导出说明"]], "数据": [SEARCH_17, *rows, [], SEARCH_17, rows[0]]}
    )
    sniffed = FileReader().sniff(path)
    assert (sniffed.key, sniffed.encoding, sniffed.columns) == ("weibo_search", "Excel", tuple(SEARCH_17))
    messages, problems = read(path)
    assert [each.nickname for each in messages] == ["买家0号", "买家1号", "买家2号", "买家0号"]
    assert [(each.line, each.code) for each in problems] == [(6, "repeated_header")]


def test_numbers_and_dates_as_the_spreadsheet_keeps_them(tmp_path: Path):
    rows: list[list[Cell]] = [
        ["评论id", "用户昵称", "用户id", "评论内容", "评论时间", "点赞数"],
        [5_100_000_000_009_991, "甲", 1_700_000_001, "一", datetime(2026, 11, 18, 9, 30), 3.0],  # noqa: DTZ001  cells have none
        ["5100000000009992", "乙", "1700000002", "二", 46_344.395_833_333_336, 12_000],
        ["4.53774E+15", "丙", "1700000003", "三", "2026/11/18 9:30", "1.2万"],
    ]
    messages, problems = read(workbook(tmp_path / "own.xlsx", {"表": rows}))
    assert [(each.platform_id, each.uid, each.likes) for each in messages] == [
        ("5100000000009991", "1700000001", 3),
        ("5100000000009992", "1700000002", 12_000),
    ]
    assert {each.posted_at for each in messages} == {datetime(2026, 11, 18, 9, 30, tzinfo=CHINA)}
    assert [(each.line, each.code) for each in problems] == [(4, "damaged_id")]


def test_a_merged_cell_stands_for_all_its_rows(tmp_path: Path):
    path = tmp_path / "own.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, day, hour = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format()
        hour.set_num_format("hh:mm")
        sheet.merge_range("B1:E1", "十一月客户反馈")
        sheet.write_row("B3", ["客户昵称", "反馈内容", "登记日期", "登记时刻"])
        sheet.merge_range("B4:B6", "小李")
        sheet.merge_range("D4:D6", datetime(2026, 11, 18), day)  # noqa: DTZ001  cells have none
        for line, said in enumerate(("快递三天没动了", "还没到", "到底发没发", "有紫色吗")):
            sheet.write(3 + line, 2, said)
            sheet.write_datetime(3 + line, 4, datetime(2026, 11, 18 + line // 3, 9 + line, 5), hour)  # noqa: DTZ001
        sheet.write("B7", "小张")
        sheet.write_datetime("D7", datetime(2026, 11, 19), day)  # noqa: DTZ001
    reader = FileReader((), SYNONYMS)
    mapping = reader.proposed(reader.table(path))
    assert mapping.roles == (Role.NICKNAME, Role.TEXT, Role.TIME, Role.CLOCK)
    messages, problems = read(path, mapping)
    assert problems == []
    assert [(each.nickname, each.text, each.posted_at) for each in messages] == [
        ("小李", "快递三天没动了", datetime(2026, 11, 18, 9, 5, tzinfo=CHINA)),
        ("小李", "还没到", datetime(2026, 11, 18, 10, 5, tzinfo=CHINA)),
        ("小李", "到底发没发", datetime(2026, 11, 18, 11, 5, tzinfo=CHINA)),
        ("小张", "有紫色吗", datetime(2026, 11, 19, 12, 5, tzinfo=CHINA)),
    ]
    assert [(each.nickname, each.posted_at) for each in read(path, mapping)[0]] == [
        (each.nickname, each.posted_at) for each in messages
    ]


def test_an_empty_cell_that_is_not_merged_stays_empty(tmp_path: Path):
    path = workbook(
        tmp_path / "own.xlsx",
        {"表": [["昵称", "评论内容", "评论时间"], ["甲", "一", "2026-11-18 9:30"], ["", "二", "2026-11-18 9:30"]]},
    )
    messages, problems = read(path)
    assert [each.nickname for each in messages] == ["甲"]
    assert [(each.line, each.code) for each in problems] == [(3, "no_author")]


def test_an_old_workbook_of_ones_own_is_read_by_its_proposal():
    reader = FileReader((), SYNONYMS)
    with pytest.raises(FileUnreadableError) as caught:
        reader.sniff(CALLS)
    assert (caught.value.data["reason"], caught.value.data["detail"], caught.value.data["line"]) == (
        "unknown_format",
        "xls",
        2,
    )
    table = reader.table(CALLS)
    assert (table.sheet, table.encoding, len(table.rows)) == ("来电登记", "Excel 97", 3)
    mapping = reader.proposed(table)
    assert mapping.roles == (Role.TIME, Role.NICKNAME, Role.UID, Role.TEXT, Role.CHANNEL)
    messages, problems = read(CALLS, mapping)
    assert problems == []
    assert [(each.platform, each.uid, each.source, each.audience) for each in messages] == [
        (Platform.PHONE, "13900000001", Source.OTHER, Audience.PRIVATE),
        (Platform.WECHAT, "13900000002", Source.OTHER, Audience.PRIVATE),
        (Platform.SHOP, "13900000003", Source.OTHER, Audience.PRIVATE),
    ]
    assert messages[0].posted_at == datetime(2026, 11, 18, 9, 30, tzinfo=CHINA)
    assert {each.link + each.profile_url for each in messages} == {""}


def test_another_sheet_can_be_chosen(tmp_path: Path):
    path = workbook(
        tmp_path / "own.xlsx",
        {"一月": [["谁", "说了"], ["甲", "第一张"]], "二月": [["谁", "说了"], ["乙", "第二张"]]},
    )
    reader = FileReader()
    assert reader.table(path).sheets == ("一月", "二月")
    assert reader.table(path, "二月").rows == (("乙", "第二张"),)
    (message,), _ = read(path, TableMapping((Role.NICKNAME, Role.TEXT), sheet="二月"))
    assert (message.nickname, message.text) == ("乙", "第二张")


def test_an_empty_workbook(tmp_path: Path):
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(workbook(tmp_path / "own.xlsx", {"一": []}))
    assert caught.value.data["reason"] == "empty"


def test_a_workbook_that_unpacks_without_end_is_not_opened(tmp_path: Path):
    path = workbook(tmp_path / "big.xlsx", {"表": [["昵称", "内容"]]})
    content = bytearray(path.read_bytes())
    # The directory at the end tells what the first part unpacks to: say four billion bytes.
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = b"\xff\xff\xff\xfe"
    path.write_bytes(content)
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(path)
    assert caught.value.data["reason"] == "too_large"


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        (1_048_575, 16_383, "too_large"),
        (1_048_575, 90, "too_large"),
        (0, 16_383, "too_many_columns"),
        (0, 900, ""),
        (99_999, 1, ""),
    ],
)
def test_a_cell_far_from_the_others(tmp_path: Path, line: int, column: int, reason: str):
    path = tmp_path / "own.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["昵称", "评论内容"])
        sheet.write_row(1, 0, ["甲", "还没有收到"])
        sheet.write_string(line, column, "x")
    assert refusal(path) == reason


def test_a_workbook_with_a_password_says_so(tmp_path: Path):
    path = tmp_path / "locked.xlsx"
    path.write_bytes(CALLS.read_bytes().replace("Workbook".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")))
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(path)
    assert caught.value.data["reason"] == "password"


@pytest.mark.parametrize("place", [1_823, 1_827, 60 * 8 + 4, 512 * 2])
def test_wrong_sizes_in_an_old_workbook_ask_for_no_memory(tmp_path: Path, place: int):
    content = bytearray(CALLS.read_bytes())
    content[place] = 0xFF
    path = tmp_path / "damaged.xls"
    path.write_bytes(content)
    assert refusal(path) in {"", "damaged", "too_large", "empty"}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8))
def test_whatever_a_workbook_holds_is_read_back(tmp_path: Path, rows: list[tuple[str, str]]):
    path = workbook(tmp_path / "own.xlsx", {"表": [["昵称", "评论内容"], *rows]})
    table = FileReader().table(path)
    expected = [row for row in rows if row[0].strip() or row[1].strip()]
    assert list(table.rows) == [row for row in expected if row != ("昵称", "评论内容")]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path, data: st.DataObject):
    whole = data.draw(st.sampled_from([CALLS.read_bytes(), small_workbook(tmp_path)]))
    content = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=20)):
        if at < len(content):
            content[at] = byte
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(content)
    reader = FileReader((), SYNONYMS)
    for outcomes in (lambda: reader.read(path), lambda: reader.read(path, mapping=reader.proposed(reader.table(path)))):
        try:
            assert all(isinstance(each, IncomingMessage | RowProblem) for each in outcomes())
        except (FileUnreadableError, InvalidInputError):
            continue


def small_workbook(folder: Path) -> bytes:
    path = folder / "whole.xlsx"
    if not path.exists():
        rows = [[search_row(number).get(header, "") for header in SEARCH_17] for number in range(3)]
        workbook(path, {"数据": [SEARCH_17, *rows, [str(FIRST_MID)]]})
    return path.read_bytes()


def test_the_workbook_reader_is_not_loaded_at_start_up():
    code = "import sys, weibo_operator.bootstrap; print('python_calamine' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
