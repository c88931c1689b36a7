"""Order numbers in customers' words: found however they are said, and not mistaken for phones or dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.order import ClueKind
from weibo_operator.language.order_numbers import find_order_clues


def found(text):
    return [clue.digits for clue in find_order_clues(text)]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("订单尾号 3307", "3307"),
        ("订单尾号3307的到哪了", "3307"),
        ("订单号：6900 这个没到", "6900"),
        ("订单编号是690012343307，帮我看看", "690012343307"),
        ("我的单号 SF1234567890123", "SF1234567890123"),
        ("后四位是３３０７", "3307"),
        ("3307这个订单什么时候发", "3307"),
        ("690012343307", "690012343307"),
        ("订单 6900-1234-3307", "690012343307"),
        ("尾号（3307）", "3307"),
    ],
)
def test_a_number_is_found(text, digits):
    assert found(text) == [digits]


@pytest.mark.parametrize(
    "text",
    [
        "我的电话 13812345678",
        "订单是 2026-11-18 下的",
        "花了 3307 元",
        "等了 1200 天",
        "身份证 11010519491231002X",
        "110105194912310038",
        "微博 12 号的活动",
        "订单****3307",
    ],
)
def test_what_is_no_order_number_is_left_alone(text):
    assert found(text) == []


def test_the_end_of_a_phone_is_told_apart():
    (clue,) = find_order_clues("手机尾号 5678，查一下我的订单")
    assert (clue.kind, clue.digits) == (ClueKind.PHONE, "5678")


def test_what_is_named_comes_before_digits_alone():
    assert found("690012343399 还有订单尾号 3307") == ["3307", "690012343399"]


WORDS = st.text(st.sampled_from("的了到哪里，。！ 麻烦看看呀"), max_size=8)


@given(
    st.from_regex(r"[1-9][0-9]{3,23}", fullmatch=True),
    WORDS,
    st.sampled_from(["订单尾号", "订单号：", "单号是", "订单 "]),
    WORDS,
)
def test_a_named_number_of_any_length_is_found_unless_it_is_a_phone(digits, before, cue, after):
    clues = find_order_clues(f"{before}{cue}{digits}{after}")
    assert [clue.digits for clue in clues if clue.said] == [digits] or len(digits) in (11, 13, 18)


@given(st.text(max_size=120))
def test_any_text_is_read_and_what_is_found_stands_in_it(text):
    import unicodedata

    plain = "".join(sign for sign in unicodedata.normalize("NFKC", text).upper() if sign.isascii() and sign.isalnum())
    for clue in find_order_clues(text):
        assert clue.digits in plain
        assert sum(sign.isdigit() for sign in clue.digits) >= 4
