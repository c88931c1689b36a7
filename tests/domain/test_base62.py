"""The two spellings of a post's id."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.base62 import DIGITS, bid_to_mid, mid_to_bid, time_of_mid


def test_known_pair():
    assert mid_to_bid("4537740077310227") == "JfPN5uFIT"
    assert bid_to_mid("JfPN5uFIT") == "4537740077310227"


@given(st.integers(min_value=1, max_value=10**19 - 1))
def test_every_id_survives_the_round_trip(number: int):
    assert bid_to_mid(mid_to_bid(str(number))) == str(number)


@given(st.text(alphabet=DIGITS, min_size=1, max_size=12))
def test_every_bid_survives_or_is_refused(bid: str):
    try:
        mid = bid_to_mid(bid)
    except ValueError:
        return
    assert mid_to_bid(mid) == bid


@pytest.mark.parametrize("text", ["", "0", "012", "12a", "１２", "-5", "4.5E+15", " 1"])
def test_no_id_is_refused(text: str):
    with pytest.raises(ValueError, match="no id"):
        mid_to_bid(text)


@pytest.mark.parametrize("text", ["", "0abc", "Jf-N", "微博", "ZZZZ", "a" * 13])
def test_no_bid_is_refused(text: str):
    with pytest.raises(ValueError, match="no bid"):
        bid_to_mid(text)


def test_an_id_tells_its_minute():
    moment = time_of_mid("4537740077310227")
    assert moment is not None
    assert moment.replace(second=0) == datetime(2020, 8, 14, 0, 30, tzinfo=UTC)


def test_an_impossible_id_tells_no_time():
    assert time_of_mid("9" * 40) is None
