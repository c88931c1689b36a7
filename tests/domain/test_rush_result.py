"""The result of a rush: its figures, and what it tells to try next."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.labels import Level
from weibo_operator.domain.rush import MOST_ADVICE, TABLE_KEYS, Advice, RushNotes, RushTurn, advice, rush_result

NOON = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
MOMENTS = st.integers(0, 900).map(lambda seconds: NOON + timedelta(seconds=seconds))


def after(seconds: int) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_the_figures_of_a_small_rush() -> None:
    turns = (
        RushTurn(Level.P1, NOON, closed_at=after(60), by_reply=True),
        RushTurn(Level.P2, NOON, acked_at=after(40), closed_at=after(700), by_reply=True),
        RushTurn(Level.P1, NOON, closed_at=after(301), by_reply=True),
        RushTurn(Level.P4, NOON, closed_at=after(20), by_reply=False),
        RushTurn(Level.P3, NOON),
    )
    result = rush_result(turns, RushNotes(keys=20))
    assert (result.arrived, result.answered, result.no_reply, result.left) == (5, 3, 1, 1)
    assert (result.median, result.p90) == (60, 301)
    assert (result.urgent, result.urgent_in_time) == (3, 2)
    assert result.keys_per_reply == 5
    assert advice(result) == (Advice.URGENT, Advice.LEFT)


def test_nobody_answered_is_no_zero() -> None:
    result = rush_result((RushTurn(Level.P3, NOON),), RushNotes())
    assert (result.median, result.p90, result.keys_per_reply) == (None, None, None)
    assert advice(result) == (Advice.LEFT,)


def test_each_rule_speaks_for_itself() -> None:
    turn = RushTurn(Level.P3, NOON, closed_at=after(10), by_reply=True)
    assert advice(rush_result((turn,), RushNotes(keys=TABLE_KEYS))) == (Advice.FASTER,)
    assert advice(rush_result((turn,), RushNotes(typos_left=1))) == (Advice.TYPOS,)
    assert advice(rush_result((turn,), RushNotes(keys=9))) == (Advice.KEYS,)
    assert advice(rush_result((turn,), RushNotes(skipped=3))) == (Advice.SKIPS,)


@given(
    st.lists(
        st.builds(
            RushTurn,
            st.sampled_from(Level),
            st.just(NOON),
            st.none() | MOMENTS,
            st.none() | MOMENTS,
            st.booleans(),
        ).filter(lambda turn: turn.closed_at is not None or not turn.by_reply)
    ),
    st.builds(RushNotes, *[st.integers(0, 99)] * 5),
)
def test_the_parts_add_up(turns: list[RushTurn], notes: RushNotes) -> None:
    result = rush_result(turns, notes)
    assert result.answered + result.no_reply + result.left == result.arrived
    assert 0 <= result.urgent_in_time <= result.urgent <= result.arrived
    assert result.median is None or result.p90 is None or result.median <= result.p90
    assert 1 <= len(advice(result)) <= MOST_ADVICE
