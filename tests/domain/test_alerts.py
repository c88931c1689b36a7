"""What calls the operator back: once each, not while they look, not in the quiet hours, nothing lost by those."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.alerts import Alert, AlertKind, call, is_quiet
from weibo_operator.domain.ids import TicketId

ALERTS = st.builds(Alert, st.sampled_from(AlertKind), st.integers(1, 5), st.just(TicketId(1)), st.just("小王"))
STEPS = st.lists(st.tuples(st.frozensets(ALERTS, max_size=6), st.booleans(), st.booleans()), max_size=12)


def at(hour: int) -> datetime:
    """An hour in Beijing."""
    return datetime(2026, 11, 22, (hour - 8) % 24, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "quiet"),
    [(22, 8, {22, 23, *range(8)}), (12, 14, {12, 13}), (8, 8, set()), (0, 23, set(range(23)))],
)
def test_quiet_hours_may_go_over_midnight(start: int, end: int, quiet: set[int]):
    assert {hour for hour in range(24) if is_quiet(at(hour), start, end)} == quiet


@given(STEPS)
def test_each_is_told_once_while_it_lasts_and_none_is_lost(steps):
    told: frozenset[tuple[AlertKind, int]] = frozenset()
    known: set[Alert] = set()  # told or seen since they began to press
    for pending, is_watched, is_quiet_now in steps:
        found = call(told, tuple(pending), is_watched=is_watched, is_quiet=is_quiet_now)
        told = found.told
        known &= pending
        if is_watched:
            assert found.alerts == ()
            known = set(pending)
        elif is_quiet_now:
            assert found.alerts == ()
        else:
            assert set(found.alerts) == pending - known
            known = set(pending)
