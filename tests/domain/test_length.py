"""Length by Weibo's rule (weibo.md 3.4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import length_limit, overflow_start, reply_length, weibo_length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("您好", 2),
        ("a", 1),
        ("ab", 1),
        ("abc", 2),
        ("é", 1),
        ("您a", 2),
        ("，", 1),
        ("😀", 2),
        ("a\r\nb", 2),
        ("a\nb", 2),
        ("http://example.com/a", 10),
        ("https://example.com/" + "x" * 100, 10),
        ("https://example.com/" + "x" * 140, 20),
        ("http://t.cn/A6abcde", 10),
        ("http://t.cn/A6", 7),
        ("https://weibo.com/123", 11),
        ("https://weibo.com/" + "1" * 60, 10),
        ("https://notweibo.com/1", 10),
        ("请看http://example.com/a谢谢", 14),
    ],
)
def test_a_text_has_the_length_weibo_gives_it(text: str, length: int) -> None:
    assert weibo_length(text) == length


def test_the_reply_prefix_counts_in_public_only() -> None:
    assert reply_length("好的", Audience.PUBLIC, "小李") == weibo_length("回复@小李:好的") == 7
    assert reply_length("好的", Audience.PRIVATE, "小李") == 2
    assert reply_length("好的", Audience.PUBLIC) == 2


def test_limits() -> None:
    assert (length_limit(Audience.PUBLIC), length_limit(Audience.PRIVATE)) == (140, 300)


def test_the_overflow_begins_at_the_first_character_that_no_longer_fits() -> None:
    assert overflow_start("好" * 140, Audience.PUBLIC, 140) is None
    assert overflow_start("好" * 141, Audience.PUBLIC, 140) == 140
    assert overflow_start("好" * 140, Audience.PUBLIC, 140, "小李") == 135
    assert overflow_start("好", Audience.PUBLIC, 3, "一个很长很长的名字") == 0


@given(st.text())
def test_length_never_exceeds_two_per_character_and_ignores_line_end_style(text: str) -> None:
    assert 0 <= weibo_length(text) <= max(2 * len(text), 10 * text.lower().count("http"))
    assert weibo_length(text.replace("\r", "").replace("\n", "\r\n")) == weibo_length(text.replace("\r", ""))


@given(st.text(alphabet="好a1，😀 ", max_size=60), st.integers(0, 40))
def test_what_stands_before_the_overflow_fits(text: str, limit: int) -> None:
    start = overflow_start(text, Audience.PUBLIC, limit)
    if start is None:
        assert weibo_length(text) <= limit
    else:
        assert weibo_length(text[:start]) <= limit < weibo_length(text[: start + 1])
