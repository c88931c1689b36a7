"""What other people may not see is starred out of every export, however it is spelled; the rest stays readable."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weibo_operator.language.masking import masked_text
from weibo_operator.language.privacy import find_private

HAN = str.maketrans("0123456789", "零一二三四五六七八九")
FULL = str.maketrans("0123456789-+() ", "０１２３４５６７８９－＋（）\u3000")
RINGS = str.maketrans("123456789", "①②③④⑤⑥⑦⑧⑨")
separators = st.sampled_from(["", "-", " ", ".", "·", "—", " - ", "–", "－", "  ", "_", "\u3000", "\u200b", "‑"])
spellings = st.sampled_from([str, lambda number: number.translate(FULL), lambda number: number.translate(RINGS)])
fronts = st.sampled_from(
    ["", "电话", "电话：", "请打 ", "tel:", "（", "我在 36 37 38 里选，", "微信同号", "a", "件 ", "——"]
)
ends = st.sampled_from(["", "，急", " 谢谢", "没人接", "）", "人呢", "元那个", "一直没人接", "。", "转", "x"])


def digits(least: int, most: int | None = None) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=least, max_size=most or least)


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    number = "1" + draw(st.sampled_from("3456789")) + draw(digits(9))
    shape = draw(st.sampled_from([(11,), (3, 4, 4), (3, 3, 5), (4, 4, 3), (4, 3, 4), (3, 8), (6, 5), (1,) * 11]))
    front = draw(st.sampled_from(["", "", "+86", "86", "0086", "(+86)", "+86-", "+86 ", "86-", "0086 "]))
    return front + grouped(number, shape, draw(separators))


@st.composite
def landlines(draw: st.DrawFn) -> str:
    area = draw(st.sampled_from(["010", "021", "0571", "0755", "0898", "0991"]))
    local = draw(st.sampled_from("2345678")) + draw(digits(6, 7))
    written = grouped(local, draw(st.sampled_from([(8,), (len(local) - 4, 4)])), draw(separators))
    area = draw(st.sampled_from([area, f"({area})", f"+86-{area[1:]}", f"+86 {area[1:]}", f"0086{area[1:]}"]))
    extension = draw(st.sampled_from(["", "", "-802", "转802", "转 8012", " 分机 12"]))
    return area + draw(separators) + written + extension


@st.composite
def identities(draw: st.DrawFn) -> str:
    born = draw(st.dates(date(1930, 1, 1), date(2012, 12, 31)))
    number = draw(st.sampled_from("12345678")) + draw(digits(5)) + f"{born:%Y%m%d}" + draw(digits(3))
    last = draw(st.sampled_from("0123456789Xx"))
    return grouped(number + last, draw(st.sampled_from([(18,), (6, 8, 4), (6, 4, 4, 4), (3,) * 6])), draw(separators))


@st.composite
def cards(draw: st.DrawFn) -> str:
    number = draw(st.sampled_from(["62", "40", "51", "35"])) + draw(digits(14, 17))
    return grouped(number, draw(st.sampled_from([(19,), (4, 4, 4, 4, 3), (6, 13)])), draw(separators))


def grouped(number: str, shape: tuple[int, ...], between: str) -> str:
    parts: list[str] = []
    for length in shape:
        parts.append(number[:length])
        number = number[length:]
    return between.join(part for part in parts if part)


@settings(max_examples=300, deadline=None)
@given(number=st.one_of(mobiles(), landlines(), identities(), cards()), spell=spellings, front=fronts, end=ends)
def test_no_digit_of_a_number_survives_its_spelling(number: str, spell, front: str, end: str) -> None:
    shown = masked_text(front + spell(number) + end)
    sizes = "36 37 38"
    left = [char for char in shown.replace(sizes, "") if char.isdigit() or char in "Xx"]
    assert left == (["x"] if end == "x" and shown.endswith("x") else []), (front + spell(number) + end, shown)


@settings(max_examples=100, deadline=None)
@given(number=st.one_of(mobiles(), landlines(), cards()), front=fronts, end=ends)
def test_what_is_hidden_leaves_nothing_private(number: str, front: str, end: str) -> None:
    assert list(find_private(masked_text(f"{front}{number}{end}"))) == []


@pytest.mark.parametrize(
    "number",
    [
        *("一三八零零一三八零零零", "幺三八零零幺三八零零零", "138零零13八000", "零五七一八八八八一二三四"),
        *("138-0013-8000", "139 0013 8001", "0571-8888123", "1 380 013 8000", "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣"),
        *("wang.li_88@163.com", "SF1234567890", "6920 1234 5678", "E12345678", "京A12345", "110101 900101 123"),
        *("2025111812345678901", "8888 8888 13800138000", "13800138000 13900139000"),
    ],
)
def test_other_numbers_and_spellings(number: str) -> None:
    word = "护照号 " if number.startswith("E") else ""
    shown = masked_text(f"我的{word}{number}，请回")
    assert re.sub(r"[＊ \ufe0f\u20e3]", "", shown) == f"我的{word.strip()}，请回"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "11月18日 14:30 到 16:00",
            "2026-11-18 14:30 买了 3 件",
            "2026/11/18",
            "2026.11.18-2026.11.20",
            "2026年11月18日",
        ),
        *(
            "打了 12315 和 95588",
            "400-800-1234 没人接",
            "F-12 的进展，F-208 呢",
            "订单尾号 3307",
            "订单 2026-11-18 下的",
        ),
        *(
            "1999.00 元",
            "￥12,800",
            "1234567元",
            "12,345,678 元",
            "2000-3000 元",
            "1999 2999 3999元",
            "5000 到 8000 块",
        ),
        *(
            "尺码 36 37 38 39 40 41",
            "160 165 170 175 都有吗",
            "1/3 2/3",
            "1.5 2026-11-18 9:30",
            "第 1 3 5 7 9 11 13 题",
        ),
        *("3.14159", "100%", "满 300 减 50", "iPhone 15 Pro 256G", "等了 3 个 10 分钟", "2024、2025、2026 三年", ""),
        *("文三路 259 号等了 2 小时", "盒子里面只有 3 层", "…3 件也行", "等了 100…"),
    ],
)
def test_what_must_stay_readable_stays(text: str) -> None:
    assert masked_text(text) == text


def test_names_go_first_and_take_no_number_with_them() -> None:
    names = ("小李2026",)
    assert masked_text("小李2026：@小王 电话 138-0013-8000，买了 3 件", names) == "小＊＊：@＊＊ 电话 ＊＊，买了 3 件"
    assert masked_text("小李20261118", ("小李20261118",)) == "小＊＊"
    assert masked_text("小李13800138000", ("小李138001",)) == "小＊＊"
    assert masked_text("LILY77 你好", ("Lily77",)) == "L＊＊ 你好"
    assert masked_text("13800138000：在吗", ("13800138000",)) == "＊＊：在吗"
    assert masked_text("什么时候发", ("",)) == "什么时候发"


def test_mentions_and_long_numbers() -> None:
    assert masked_text("@小李 电话 13800001234，买了 3 件") == "@＊＊ 电话 ＊＊，买了 3 件"


def test_a_number_cut_by_a_quotation_does_not_show_its_half() -> None:
    assert masked_text("…0013 8000 打不通") == "…＊＊ 打不通"
    assert masked_text("请打 138-0013…") == "请打 ＊＊…"


def test_long_texts_stay_quick() -> None:
    for piece in (
        "1",
        "1 ",
        "1  ",
        "12-",
        "1380013800",
        "￥1 ",
        "2026-11-18 ",
        "一",
        "86 ",
        "a@b.",
        "@",
        "…1",
        "订单 123 ",
    ):
        began = time.process_time()
        masked_text((piece * 4000)[:4000], ("小李",))
        assert time.process_time() - began < 1, piece
