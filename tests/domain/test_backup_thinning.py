"""Which automatic backups stay: seven days, four weeks, twelve months, and never none."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.backups import DAYS, MONTHS, WEEKS, kept
from weibo_operator.domain.clock import china_day

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
moments = st.integers(0, 4 * 365 * 24 * 60).map(lambda minutes: NOON - timedelta(minutes=minutes))


def test_two_years_of_daily_backups():
    days = [NOON - timedelta(days=back) for back in range(730)]
    stay = kept(days)
    assert {NOON - timedelta(days=back) for back in range(DAYS)} <= stay
    # Sundays end the weeks; the sixteenth to the twenty-second is this one.
    assert {datetime(2026, 11, day, 4, 0, tzinfo=UTC) for day in (22, 15, 8, 1)} <= stay
    assert datetime(2026, 10, 31, 4, 0, tzinfo=UTC) in stay
    assert datetime(2025, 12, 31, 4, 0, tzinfo=UTC) in stay
    assert datetime(2025, 11, 30, 4, 0, tzinfo=UTC) not in stay
    assert len(stay) == DAYS + (WEEKS - 1) + (MONTHS - 1)


def test_of_one_day_the_newest_stays():
    assert kept([NOON, NOON + timedelta(hours=2), NOON - timedelta(hours=3)]) == {NOON + timedelta(hours=2)}


def test_the_day_changes_at_midnight_in_beijing():
    before, after = datetime(2026, 11, 21, 15, 59, tzinfo=UTC), datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
    assert kept([before, after]) == {before, after}


def test_a_long_pause_lets_go_of_nothing():
    old = [NOON - timedelta(days=400 + back) for back in range(3)]
    assert kept([NOON, *old]) >= {NOON, *old}


@given(st.lists(moments, max_size=60))
def test_the_newest_stays_and_the_number_is_bounded(times: list[datetime]):
    stay = kept(times)
    assert len(stay) <= DAYS + WEEKS + MONTHS
    assert stay <= set(times)
    assert kept(stay) == stay
    if times:
        assert max(times) in stay
        assert len({china_day(each) for each in stay}) == len(stay)
