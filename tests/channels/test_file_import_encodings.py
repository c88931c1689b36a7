"""Encodings, and files that are no text export."""

import zipfile
from pathlib import Path

import pytest
from file_import_samples import SEARCH_17, as_csv, put, search_row, split

from weibo_operator.channels.file_import import FileReader
from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError

TEXT = as_csv(SEARCH_17, [search_row(number) for number in range(5)])


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 (BOM)"),
        ("gb18030", "GB18030"),
        ("utf-16", "UTF-16 (BOM)"),
        ("utf-16-le", "UTF-16 LE"),
        ("utf-16-be", "UTF-16 BE"),
    ],
)
def test_each_encoding_gives_the_same_messages(tmp_path: Path, codec: str, words: str):
    path = put(tmp_path, TEXT, encoding=codec)
    reader = FileReader()
    assert reader.sniff(path).encoding == words
    messages, problems = split(list(reader.read(path)))
    assert [each.nickname for each in messages] == [f"买家{number}号" for number in range(5)]
    assert problems == []


def test_a_row_that_cannot_be_decoded_is_named_and_the_others_read(tmp_path: Path):
    lines = TEXT.encode().split(b"\r\n")
    lines[3] = lines[3].replace("没有".encode(), b"\xff\xfe\x80")
    path = put(tmp_path, b"\r\n".join(lines))
    messages, problems = split(list(FileReader().read(path)))
    assert [each.nickname for each in messages] == ["买家0号", "买家1号", "买家3号", "买家4号"]
    assert [(each.line, each.code) for each in problems] == [(4, "encoding")]


def test_mostly_undecodable_text_is_refused_with_its_line(tmp_path: Path):
    lines = TEXT.encode().split(b"\r\n")
    for at in (2, 3, 4):
        lines[at] = lines[at].replace("没有".encode(), b"\xff\xfe\x80")
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(put(tmp_path, b"\r\n".join(lines)))
    assert (caught.value.data["reason"], caught.value.data["line"]) == ("encoding", 3)


def test_damage_after_the_first_megabyte_has_the_right_line(tmp_path: Path):
    lines = as_csv(SEARCH_17, [search_row(number) for number in range(12_000)]).encode().split(b"\r\n")
    lines[11_000] = lines[11_000].replace("没有".encode(), b"\xff\xfe\x80")
    path = put(tmp_path, b"\xef\xbb\xbf" + b"\r\n".join(lines))
    assert path.stat().st_size > 1 << 20
    messages, problems = split(list(FileReader().read(path)))
    assert len(messages) == 11_999
    assert [(each.line, each.code) for each in problems] == [(11_001, "encoding")]


def test_lines_of_two_encodings_are_read_alike(tmp_path: Path):
    lines = TEXT.split("\r\n")
    for first, second in (("utf-8", "gb18030"), ("gb18030", "utf-8")):
        data = b"\r\n".join(line.encode(first if at < 3 else second) for at, line in enumerate(lines))
        messages, problems = split(list(FileReader().read(put(tmp_path, data))))
        assert [each.nickname for each in messages] == [f"买家{number}号" for number in range(5)]
        assert problems == []


def test_a_last_character_that_was_cut_spoils_only_its_row(tmp_path: Path):
    whole = TEXT.encode()
    path = put(tmp_path, whole[: whole.rindex("发货".encode()) + 1])
    messages, problems = split(list(FileReader().read(path)))
    assert len(messages) == 4
    assert [(each.line, each.code) for each in problems] == [(6, "truncated")]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n \r\n"])
def test_an_empty_file(tmp_path: Path, content: bytes):
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(put(tmp_path, content))
    assert caught.value.data["reason"] == "empty"


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "png"),
        (b"%PDF-1.7\n...", "pdf"),
        (b"<!DOCTYPE html><html></html>", "html"),
        (bytes(range(1, 9)) * 40, "binary"),
        ("商品,单价\n雨伞,39\n".encode(), "text"),
        (b"just a note\nfor myself\n", "text"),
        (b'{"ok": 1, "msg": "nothing here"}', "json"),
        (b"[1, 2, 3]", "json"),
    ],
)
def test_what_is_no_export_is_named(tmp_path: Path, content: bytes, detail: str):
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(put(tmp_path, content))
    assert (caught.value.data["reason"], caught.value.data["detail"]) == ("unknown_format", detail)


@pytest.mark.parametrize(
    ("content", "detail"),
    [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "xls"), (b"SQLite format 3\x00" + bytes(50), "sqlite")],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes, detail: str):
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(put(tmp_path, content))
    assert (caught.value.data["reason"], caught.value.data["detail"]) == ("damaged", detail)


def test_a_workbook_is_named(tmp_path: Path):
    path = tmp_path / "export.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(path)
    assert caught.value.data["detail"] == "xlsx"


def test_a_missing_file_and_a_folder(tmp_path: Path):
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(tmp_path / "none.csv")
    assert caught.value.data["reason"] == "not_found"
    with pytest.raises(FileUnreadableError) as caught:
        FileReader().sniff(tmp_path)
    assert caught.value.data["reason"] == "not_readable"


def test_an_unknown_format_key_is_the_callers_error(tmp_path: Path):
    with pytest.raises(InvalidInputError):
        FileReader().read(put(tmp_path, TEXT), file_format="excel")
