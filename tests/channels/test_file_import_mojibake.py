"""Text that was decoded wrongly and saved again: mended where nothing was lost, named where something was."""

from pathlib import Path

import pytest
from file_import_samples import SEARCH_17, as_csv, put, search_row, split
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.channels.file_import import FileReader
from weibo_operator.channels.file_import.mojibake import is_garbled, mended

SAID = "这件羽绒服洗了一次就跑毛，客服三天没有回我😡！“说好的”七天无理由呢？"


def through_windows(text: str) -> str:
    """What a program shows that takes UTF-8 for Windows' Western table."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    "wrong",
    [
        SAID.encode().decode("latin-1"),
        through_windows(SAID),
        f"hello {through_windows(SAID)} 123",
        "这件羽绒服洗了一次就跑毛".encode().decode("gb18030", "ignore"),
        "已经退款了吗".encode("gb18030").decode("latin-1"),
    ],
)
def test_known_detours_are_undone(wrong: str):
    right = mended(wrong)
    assert right != wrong
    assert any(part in right for part in ("羽绒服洗了一次就跑毛", "已经退款了吗"))
    assert mended(right) == right


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "café……",
        "naïve “quote” — ÀÉÎ",
        "最后主动提出了离婚······“我们离婚吧！”",
        "Ünïcödé ¿qué tal? ÄÖÜ äöü",
        "锛的一声",
        "ÂµTorrent ®©",
        "2×3÷6±1°C",
        "",
    ],
)
def test_good_text_stays(text: str):
    assert mended(text) == text
    assert not is_garbled(text)


@pytest.mark.parametrize("text", ["锟斤拷锟斤拷好", "\ufffd\ufffd\ufffd\ufffd了", "è¿™ä»¶ç¾½ç»’æœ?ç»?æ´?"])
def test_lost_text_is_told(text: str):
    assert is_garbled(mended(text)) or "羽" in mended(text)


def test_a_row_is_mended_whole_and_a_lost_one_named(tmp_path: Path):
    rows = [
        search_row(0),
        {key: through_windows(cell) for key, cell in search_row(1, 用户昵称="爱喝汤的人", 微博正文=SAID).items()},
        search_row(2, 微博正文="锟斤拷锟斤拷锟斤拷"),
        search_row(3),
    ]
    messages, problems = split(list(FileReader().read(put(tmp_path, as_csv(SEARCH_17, rows)))))
    assert [each.nickname for each in messages] == ["买家0号", "爱喝汤的人", "买家3号"]
    assert messages[1].text == SAID
    assert [(each.line, each.code) for each in problems] == [(4, "garbled")]


def test_headers_are_mended_too(tmp_path: Path):
    text = through_windows(as_csv(SEARCH_17, [search_row(0)]))
    path = put(tmp_path, text)
    assert FileReader().sniff(path).key == "weibo_search"
    messages, problems = split(list(FileReader().read(path)))
    assert ([each.nickname for each in messages], problems) == (["买家0号"], [])


@given(st.text(max_size=60))
def test_any_text_is_mended_at_once_or_left(text: str):
    assert mended(mended(text)) == mended(text)


@given(st.text(st.sampled_from("我们的衣服没有收到请问什么时候发货退款人工客服一二三"), min_size=4, max_size=40))
def test_everyday_chinese_survives_the_detour(text: str):
    assert mended(text) == text
    if len(set(text)) > 1:
        assert mended(text.encode().decode("latin-1")) == text
        assert mended(through_windows(text)) == text
