"""Damaged rows: each is reported with its line, and the rows around it are read."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from file_import_samples import SEARCH_17, as_csv, put, search_row, split
from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.channels.file_import import FileReader
from weibo_operator.channels.file_import.rows import RecordReader
from weibo_operator.domain.channel import IncomingMessage, RowProblem
from weibo_operator.domain.errors import FileUnreadableError

CELLS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\1")), min_size=3, max_size=3)
GB_TEXTS = st.text(max_size=150).map(lambda text: text.encode("gb18030", "replace"))
BREAKAGES = st.sampled_from(
    [
        "7,b",
        "7,b,c,d,e,f",
        '"7,b,c,d,e',
        '7,"open,c,d,e',
        '7,b,c,d,"open',
        "\0",
        ",,,,",
        "",
        "a",
        '"',
        '"x"y"',
    ]
)


def read(folder: Path, text: str | bytes) -> tuple[list[IncomingMessage], list[RowProblem]]:
    return split(list(FileReader().read(put(folder, text))))


def lines_of(rows: int) -> list[str]:
    return as_csv(SEARCH_17, [search_row(number) for number in range(rows)]).split("\r\n")


def codes(problems: list[RowProblem]) -> list[tuple[int, str]]:
    return [(each.line, each.code) for each in problems]


def test_newlines_and_quotes_inside_cells(tmp_path: Path):
    said = '他说"马上发"\n结果三天了\r\n还在等'
    rows = [search_row(0, 微博正文=said), search_row(1), search_row(2, 发布时间="不知道")]
    messages, problems = read(tmp_path, as_csv(SEARCH_17, rows))
    assert messages[0].text == said
    # The first record takes lines 2 to 4.
    assert codes(problems) == [(6, "bad_date")]
    assert problems[0].detail == "不知道"


def test_nul_bytes_are_dropped(tmp_path: Path):
    messages, problems = read(tmp_path, "\r\n".join(lines_of(2)).replace("买家", "买\0家"))
    assert [each.nickname for each in messages] == ["买家0号", "买家1号"]
    assert problems == []


def test_blank_lines_are_passed_over(tmp_path: Path):
    lines = lines_of(3)
    text = "\r\n".join(["", lines[0], "", lines[1], "," * 16, "  ", lines[2], "", "", lines[3], ""])
    messages, problems = read(tmp_path, text)
    assert len(messages) == 3
    assert problems == []


def test_a_repeated_header(tmp_path: Path):
    lines = lines_of(2)
    text = "\r\n".join([*lines[:2], lines[0], "\ufeff" + lines[0], *lines[2:]])
    messages, problems = read(tmp_path, text)
    assert len(messages) == 2
    assert codes(problems) == [(3, "repeated_header"), (4, "repeated_header")]


def test_too_few_and_too_many_cells(tmp_path: Path):
    lines = lines_of(4)
    lines[1] += ",extra"
    lines[2] = "5100000000000,only,three"
    lines[3] += ",,,"
    messages, problems = read(tmp_path, "\r\n".join(lines))
    assert [each.nickname for each in messages] == ["买家2号", "买家3号"]
    assert codes(problems) == [(2, "cell_count"), (3, "cell_count")]
    assert [each.detail for each in problems] == ["18/17", "3/17"]


def test_a_truncated_last_line(tmp_path: Path):
    text = "\r\n".join(lines_of(3)).rstrip()
    messages, problems = read(tmp_path, text[:-30])
    assert len(messages) == 2
    assert codes(problems) == [(4, "truncated")]


def test_a_last_line_without_its_line_end_is_whole(tmp_path: Path):
    messages, problems = read(tmp_path, "\r\n".join(lines_of(3)).rstrip())
    assert len(messages) == 3
    assert problems == []


def test_a_file_cut_inside_a_quoted_cell(tmp_path: Path):
    rows = [search_row(0), search_row(1, 微博正文="第一行\n第二行\n第三行")]
    text = as_csv(SEARCH_17, rows)
    messages, problems = read(tmp_path, text[: text.index("第三行")])
    assert len(messages) == 1
    assert codes(problems) == [(3, "truncated")]


def test_an_unclosed_quote_costs_its_own_row_only(tmp_path: Path):
    lines = lines_of(400)
    lines[7] = lines[7].replace("第6单", '"第6单')
    lines[300] = lines[300].replace("第299单", '"第299单')
    messages, problems = read(tmp_path, "\r\n".join(lines))
    assert codes(problems) == [(8, "unclosed_quote"), (301, "unclosed_quote")]
    assert len(messages) == 398


def test_unclosed_quotes_in_rows_that_follow_each_other(tmp_path: Path):
    lines = lines_of(6)
    for at in (2, 3, 4):
        lines[at] = lines[at].replace(f"第{at - 1}单", f'"第{at - 1}单')
    messages, problems = read(tmp_path, "\r\n".join(lines))
    assert [each.nickname for each in messages] == ["买家0号", "买家4号", "买家5号"]
    assert codes(problems) == [(line, "unclosed_quote") for line in (3, 4, 5)]


def test_an_unclosed_quote_before_a_row_of_several_lines(tmp_path: Path):
    rows = [search_row(0), search_row(1), search_row(2, 微博正文="第一行\n第二行"), search_row(3)]
    text = as_csv(SEARCH_17, rows).replace("第1单", '"第1单')
    messages, problems = read(tmp_path, text)
    assert [each.nickname for each in messages] == ["买家0号", "买家2号", "买家3号"]
    assert codes(problems) == [(3, "unclosed_quote")]


def test_rows_of_both_line_ends(tmp_path: Path):
    lines = lines_of(4)
    messages, problems = read(tmp_path, lines[0] + "\r\n" + "\n".join(lines[1:3]) + "\r" + lines[3] + "\r\n")
    assert len(messages) == 3
    assert problems == []


@given(st.lists(CELLS, min_size=1, max_size=8))
def test_whatever_a_csv_writer_wrote_is_read_back(rows: list[list[str]]):
    headers = ["one", "two", "three"]
    text = as_csv(headers, [dict(zip(headers, row, strict=True)) for row in rows])
    records = list(RecordReader(_physical(text), ","))
    expected = [row for row in rows if any(row) and row != headers]
    assert [each.cells for each in records[1:] if not each.flaw] == expected


@given(st.lists(st.one_of(st.integers(0, 999), BREAKAGES), max_size=30))
def test_good_rows_stay_around_bad_ones(parts: list[int | str]):
    body = [f"{part},b,c,d,e" if isinstance(part, int) else part for part in parts]
    lines = ["one,two,three,four,five", "1,b,c,d,e", *body, "2,b,c,d,e"]
    records = list(RecordReader([f"{line}\n" for line in lines], ","))[1:]
    kept = {(each.line, each.cells[0]) for each in records if not each.flaw}
    for number, line in enumerate(lines[1:], start=2):
        # A line that by itself is a whole row is never swallowed by the damage before it.
        if line.endswith(",b,c,d,e") and '"' not in line:
            assert (number, line.partition(",")[0]) in kept


@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=150).map(lambda text: text.encode("gb18030", "replace"))))
def test_random_bytes_raise_nothing_unexpected(content: bytes):
    header = ",".join(SEARCH_17).encode() + b"\r\n"
    with TemporaryDirectory() as folder:
        for data in (content, header + content, b"\xef\xbb\xbf" + header + content, b"[" + content):
            path = put(Path(folder), data)
            try:
                outcomes = list(FileReader().read(path))
            except FileUnreadableError:
                continue
            for each in outcomes:
                assert isinstance(each, IncomingMessage | RowProblem)


@pytest.mark.parametrize("missing", ["微博正文", "用户昵称", "发布时间"])
def test_a_missing_column_is_named(tmp_path: Path, missing: str):
    headers = [header for header in SEARCH_17 if header != missing]
    path = put(tmp_path, "\r\n" + as_csv(headers, [search_row()]))
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().read(path)
    data = caught.value.data
    assert (data["reason"], data["detail"], data["line"]) == ("missing_column", missing, 2)


def _physical(text: str) -> list[str]:
    # Lines as a file opened with newline="" gives them: only \n, \r and \r\n end one.
    marked = text.replace("\r\n", "\0").replace("\r", "\r\1").replace("\n", "\n\1").replace("\0", "\r\n\1")
    return [line for line in marked.split("\1") if line]
