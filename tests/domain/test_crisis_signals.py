"""Crisis signals and risk: thresholds, growth, coming back to ask."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from weibo_operator.domain.crisis import (
    LOUD_ROLES,
    NO_GROWTH,
    CountSample,
    CrisisFacts,
    CrisisPolicy,
    Growth,
    SignalCode,
    asked_again,
    growth,
    risk,
    signals,
)
from weibo_operator.domain.labels import Kind

START = datetime(2026, 11, 19, 1, tzinfo=UTC)
POLICY = CrisisPolicy(growth_per_hour=50, crowd_people=8, followers=100_000, repeat_days=30, asked_again=3)
QUIET = CrisisFacts(
    kind=Kind.COMPLAINT,
    is_public=True,
    has_crisis_words=False,
    crisis_words=(),
    role="客户",
    followers=None,
    earlier_complaints=0,
    asked_again=0,
    crowd_people=1,
    growth=NO_GROWTH,
    spread=None,
)
FACTS = st.builds(
    CrisisFacts,
    kind=st.sampled_from(Kind),
    is_public=st.booleans(),
    has_crisis_words=st.booleans(),
    crisis_words=st.just(()),
    role=st.sampled_from(("客户", "员工", *LOUD_ROLES)),
    followers=st.none() | st.integers(0, 10**9),
    earlier_complaints=st.integers(0, 20),
    asked_again=st.integers(0, 60),
    crowd_people=st.integers(0, 1000),
    growth=st.builds(Growth, st.integers(0, 10**6), st.integers(0, 10**6), st.just(timedelta(hours=1))),
    spread=st.none() | st.integers(0, 10**9),
)
POLICIES = st.builds(
    CrisisPolicy,
    growth_per_hour=st.integers(0, 1000),
    crowd_people=st.integers(2, 100),
    followers=st.integers(0, 10**7),
    repeat_days=st.integers(0, 365),
    asked_again=st.integers(0, 100),
)
SAMPLES = st.lists(
    st.builds(
        CountSample,
        at=st.integers(0, 60 * 24 * 30).map(lambda minutes: START + timedelta(minutes=minutes)),
        reposts=st.integers(0, 10**6),
        comments=st.integers(0, 10**6),
        likes=st.integers(0, 10**6),
    ),
    max_size=12,
    unique_by=lambda sample: sample.at,
)


def sample(minutes: float, total: int) -> CountSample:
    return CountSample(START + timedelta(minutes=minutes), 0, 0, total)


def codes(facts: CrisisFacts, policy: CrisisPolicy = POLICY) -> list[SignalCode]:
    return [signal.code for signal in signals(facts, policy)]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"has_crisis_words": True, "crisis_words": ("曝光", "12315")}, SignalCode.WORDS),
        ({"growth": Growth(50, 50, timedelta(hours=1))}, SignalCode.GROWTH),
        ({"crowd_people": 8}, SignalCode.CROWD),
        ({"role": "媒体"}, SignalCode.ROLE),
        ({"role": "名人"}, SignalCode.ROLE),
        ({"followers": 100_000}, SignalCode.REACH),
        ({"earlier_complaints": 1}, SignalCode.REPEAT),
        ({"asked_again": 3}, SignalCode.ASKED_AGAIN),
    ],
)
def test_each_signal_by_itself(changed: dict[str, object], code: SignalCode) -> None:
    assert codes(QUIET) == []
    assert codes(replace(QUIET, **changed)) == [code]


@pytest.mark.parametrize(
    "changed",
    [
        {"growth": Growth(49, 49, timedelta(hours=1))},
        {"crowd_people": 7},
        {"followers": 99_999},
        {"asked_again": 2},
        {"role": "供应商"},
    ],
)
def test_below_its_threshold_nothing_is_a_signal(changed: dict[str, object]) -> None:
    assert codes(replace(QUIET, **changed)) == []


def test_a_large_account_that_asks_or_praises_is_no_signal() -> None:
    loud = replace(QUIET, role="媒体", followers=5_000_000, asked_again=9, earlier_complaints=3, crowd_people=50)
    for kind in (Kind.QUESTION, Kind.PRAISE, Kind.CHATTER, Kind.SUGGESTION):
        assert codes(replace(loud, kind=kind)) == []
    assert codes(replace(loud, kind=Kind.ABUSE)) != []


def test_spread_is_a_signal_whatever_is_said_except_praise() -> None:
    fast = replace(QUIET, growth=Growth(400, 400, timedelta(hours=1)))
    assert codes(replace(fast, kind=Kind.QUESTION)) == [SignalCode.GROWTH]
    assert codes(replace(fast, kind=Kind.PRAISE)) == []


@given(FACTS, POLICIES)
def test_risk_lies_between_one_and_three_and_signals_come_once(facts: CrisisFacts, policy: CrisisPolicy) -> None:
    found = risk(facts, policy)
    assert {found.speed, found.range, found.exposure} <= {1, 2, 3}
    assert 1 <= found.product <= 27
    said = codes(facts, policy)
    assert len(said) == len(set(said))


@given(FACTS, POLICIES)
def test_zero_switches_a_signal_off(facts: CrisisFacts, policy: CrisisPolicy) -> None:
    off = replace(policy, growth_per_hour=0, followers=0, repeat_days=0, asked_again=0)
    switched = {SignalCode.GROWTH, SignalCode.REACH, SignalCode.REPEAT, SignalCode.ASKED_AGAIN}
    assert not switched & set(codes(facts, off))


@given(FACTS, POLICIES, st.integers(0, 10**6))
def test_more_never_means_less(facts: CrisisFacts, policy: CrisisPolicy, more: int) -> None:
    """More followers, people, askings and spread take no signal away and lower no grade."""
    worse = replace(
        facts,
        followers=(facts.followers or 0) + more,
        crowd_people=facts.crowd_people + more,
        asked_again=facts.asked_again + more,
        spread=(facts.spread or 0) + more,
        growth=replace(facts.growth, per_hour=facts.growth.per_hour + more),
    )
    assert set(codes(facts, policy)) <= set(codes(worse, policy))
    before, after = risk(facts, policy), risk(worse, policy)
    assert (before.speed, before.range, before.exposure) <= (after.speed, after.range, after.exposure)
    assert before.speed <= after.speed
    assert before.range <= after.range
    assert before.exposure <= after.exposure


def test_growth_is_measured_over_an_hour_at_least() -> None:
    assert growth([]) == NO_GROWTH
    assert growth([sample(0, 10)]) == NO_GROWTH
    assert growth([sample(0, 10), sample(1, 40)]).per_hour == 30
    assert growth([sample(0, 10), sample(120, 40)]).per_hour == 15
    # The newest one that is an hour older, not the first: an old rise is over.
    assert growth([sample(0, 0), sample(600, 1000), sample(660, 1010)]).per_hour == 10
    assert growth([sample(0, 100), sample(60, 40)]).per_hour == 0


@given(SAMPLES, st.randoms())
def test_growth_doesnt_depend_on_the_order_and_is_never_negative(samples: list[CountSample], random) -> None:
    found = growth(samples)
    assert found.per_hour >= 0
    assert found.gained >= 0
    assert found == NO_GROWTH or found.span >= timedelta(hours=1)
    shuffled = list(samples)
    random.shuffle(shuffled)
    assert growth(shuffled) == found


def test_pieces_of_one_question_are_one_asking() -> None:
    def at(*minutes: float) -> list[datetime]:
        return [START + timedelta(minutes=minute) for minute in minutes]

    assert asked_again([]) == 0
    assert asked_again(at(0, 1, 2, 3)) == 0
    assert asked_again(at(0, 1, 60, 61, 200)) == 2
    assert asked_again(at(200, 60, 0)) == 2


@given(st.lists(st.integers(0, 10_000), max_size=30))
def test_askings_are_fewer_than_messages(minutes: list[int]) -> None:
    times = [START + timedelta(minutes=minute) for minute in minutes]
    assert 0 <= asked_again(times) <= max(0, len(times) - 1)
