"""Counts as pages and exports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.channels.file_import.counts import parse_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("119", 119),
        ("0", 0),
        (" 7 ", 7),
        ("1,234,567", 1_234_567),
        ("2.3万", 23_000),
        ("2683.1万", 26_831_000),
        ("10万+", 100_000),
        ("1.2亿", 120_000_000),
        ("赞[74065]", 74_065),
        ("转发[26115]", 26_115),
        ("评论 3", 3),
        ("赞", 0),
        ("转发", 0),
        ("3.0", 3),
        ("", None),
        ("暂无数据", None),
        ("-1", None),
    ],
)
def test_spellings(text: str, count: int | None):
    assert parse_count(text) == count


@given(st.text(max_size=40))
def test_any_text_gives_a_storable_number_or_none(text: str):
    count = parse_count(text)
    assert count is None or 0 <= count < 2**63


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_plain_and_grouped_numbers_agree(number: int):
    assert parse_count(str(number)) == number
    if number < 10**9:
        assert parse_count(f"{number:,}") == number
