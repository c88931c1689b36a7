"""A rest between two tries is over in time, whatever the clock does."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.rests import Rest

SINCE = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)


@given(st.floats(0, 10**5), st.floats(-(10**6), 10**6))
def test_it_lasts_its_own_length(length: float, later: float):
    rest, now = Rest(SINCE, SINCE + timedelta(seconds=length)), SINCE + timedelta(seconds=later)
    assert rest.is_over(now) == (now < SINCE or now >= rest.until)


def test_from_its_beginning_to_its_end():
    rest = Rest(SINCE, SINCE + timedelta(minutes=1))
    moments = (timedelta(seconds=-1), timedelta(), timedelta(seconds=59), timedelta(minutes=1))
    assert [rest.is_over(SINCE + after) for after in moments] == [True, False, False, True]
