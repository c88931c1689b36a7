"""Files made to ask for all of a machine's memory or time: a clear sentence, soon, and little memory."""

import json
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz import samples
from tests.fuzz.worker import within
from weibo_operator.channels.file_import.reader import FileReader
from weibo_operator.channels.list_file import read_list
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.errors import FileUnreadableError
from weibo_operator.services.sentences import error_sentence

SECONDS, MEGABYTES = 4.0, 200
HEADERS = "昵称,评论内容,时间\n"
SHEET = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'


def refused(read: Callable[[], object]) -> tuple[str, str]:
    """Why it was refused and what is said; within bounds of time and memory."""
    tracemalloc.start()
    try:
        with pytest.raises(FileUnreadableError) as caught, within(SECONDS):
            read()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < MEGABYTES << 20
    return str(caught.value.data["reason"]), error_sentence(caught.value)


@pytest.mark.parametrize("read", [FileReader().sniff, FileReader().table, read_list], ids=["sniff", "table", "list"])
@pytest.mark.parametrize("head", [HEADERS, '[{"id": 1', "SQLite format 3\x00", "PK\x03\x04 xl/"])
def test_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path, read: Callable[[Path], object], head: str):
    path = tmp_path / "large.csv"
    path.write_text(head, encoding="utf-8")
    with path.open("r+b") as file:
        file.truncate(1 << 30)
    reason, said = refused(lambda: read(path))
    assert reason == "large_file"
    assert "1024 MB" in said
    assert "拆成几个" in said


def test_what_is_no_file_is_not_read(tmp_path: Path):
    reason, said = refused(lambda: FileReader().sniff(tmp_path))
    assert (reason, bool(said)) == ("not_readable", True)


@pytest.mark.parametrize(
    "line", ["甲," + "好" * 5_000_000 + ",刚刚\n", "甲," * 5_000_000 + "\n", '甲,"' + "好" * 5_000_000 + "\n"]
)
def test_a_line_of_ten_megabytes_is_named_and_the_others_are_read(tmp_path: Path, line: str):
    path = tmp_path / "line.csv"
    path.write_text(
        HEADERS + "甲,杯子漏了,2026-11-18 10:00\n" + line + "乙,没有到货,2026-11-18 10:00\n" * 3, encoding="utf-8"
    )
    with within(SECONDS * 2):
        rows = list(FileReader().read(path))
    assert [row.line for row in rows if isinstance(row, RowProblem)] == [3]
    assert sum(isinstance(row, IncomingMessage) for row in rows) == 4


def test_a_header_of_ten_megabytes_is_no_table(tmp_path: Path):
    path = tmp_path / "line.csv"
    path.write_text("昵称" * 3_000_000 + "\n", encoding="utf-8")
    with within(SECONDS), pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(path)
    assert "表头" in error_sentence(caught.value)


@pytest.mark.parametrize("read", [FileReader().sniff, FileReader().table, read_list], ids=["sniff", "table", "list"])
def test_a_hundred_thousand_columns_are_no_table(tmp_path: Path, read: Callable[[Path], object]):
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"列{number}" for number in range(100_000)) + "\n1\n", encoding="utf-8")
    reason, said = refused(lambda: read(path))
    assert reason == "too_many_columns"
    assert "100000 列" in said


def test_an_object_of_a_hundred_thousand_keys_is_no_table(tmp_path: Path):
    path = tmp_path / "wide.json"
    path.write_text(json.dumps([{str(number): 1 for number in range(100_000)}]), encoding="utf-8")
    assert refused(lambda: FileReader().sniff(path))[0] == "too_many_columns"


@pytest.mark.parametrize("opening", ["[", '{"data":'])
def test_json_a_hundred_thousand_deep_says_so(tmp_path: Path, opening: str):
    path = tmp_path / "deep.json"
    path.write_text(opening * 100_000, encoding="utf-8")
    reason, said = refused(lambda: FileReader().sniff(path))
    assert reason == "json"
    assert "太深" in said


def test_a_number_of_a_million_digits_says_so(tmp_path: Path):
    path = tmp_path / "long.json"
    path.write_text("[" + "9" * 1_000_000 + "]", encoding="utf-8")
    assert "数字" in refused(lambda: FileReader().sniff(path))[1]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The parts of a good workbook."""
    return samples.unpacked(samples.workbook(tmp_path_factory.mktemp("book")))


def sheet(rows: bytes) -> bytes:
    return b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + rows


def many_sheets(count: int) -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    named = "".join(f'<sheet name="s{number}" sheetId="{number}" r:id="rId1"/>' for number in range(1, count + 1))
    return f"<workbook {space}><sheets>{named}</sheets></workbook>".encode()


BOMBS: dict[str, dict[str, bytes]] = {
    "a sheet of zeros": {"xl/worksheets/sheet1.xml": sheet(b"\x00" * (300 << 20))},
    "a sheet of blanks": {"xl/worksheets/sheet1.xml": sheet(b" " * (300 << 20))},
    "shared strings": {"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 6_000_000},
    "sheets of one part": {"xl/workbook.xml": many_sheets(20_000)},
    "many reads of a large part": {
        "xl/workbook.xml": many_sheets(250),
        "xl/worksheets/sheet1.xml": sheet(SHEET.encode() + b" " * (20 << 20)),
    },
    "a part nobody asked for": {"xl/media/image1.png": b"\x00" * (300 << 20)},
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_of_a_workbook_is_not_unpacked(tmp_path: Path, parts: dict[str, bytes], bomb: str):
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(samples.packed({**parts, **BOMBS[bomb]}))
    assert path.stat().st_size < 4 << 20
    reason, said = refused(lambda: FileReader().sniff(path))
    assert reason == "too_large"
    assert "太大" in said


def test_a_part_that_is_larger_than_it_says_is_damaged(tmp_path: Path, parts: dict[str, bytes]):
    path = tmp_path / "lie.xlsx"
    path.write_bytes(samples.packed({**parts, "xl/sharedStrings.xml": b" " * (100 << 20)}))
    with zipfile.ZipFile(path) as packed:
        at = packed.start_dir
    content = bytearray(path.read_bytes())
    while bytes(content[at + 46 : at + 46 + 20]) != b"xl/sharedStrings.xml":
        at = content.find(b"PK\x01\x02", at + 4)
    content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    assert refused(lambda: FileReader().sniff(path))[0] == "damaged"


def test_an_archive_of_a_hundred_thousand_parts_is_not_listed(tmp_path: Path, parts: dict[str, bytes]):
    path = tmp_path / "parts.xlsx"
    path.write_bytes(
        samples.packed({**parts, **{f"xl/media/{number:06}": b"" for number in range(20_000)}}, deflated=False)
    )
    assert refused(lambda: FileReader().sniff(path))[0] == "too_large"
