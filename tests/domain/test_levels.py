"""Levels: what counts, how much, and what can never happen (mission B1, B3, B4)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.customer import Importance, ImportanceReason, importance
from weibo_operator.domain.labels import Kind, Level, Urgency
from weibo_operator.domain.levels import (
    SILENT_KINDS,
    Judgement,
    LevelFacts,
    LevelPolicy,
    PartKind,
    influence,
    judge,
    text_level,
    text_points,
)

NOW = datetime(2026, 11, 19, 6, 10, tzinfo=UTC)
POLICY = LevelPolicy(
    targets={
        Importance.ORDINARY: timedelta(minutes=120),
        Importance.IMPORTANT: timedelta(minutes=20),
        Importance.VIP: timedelta(minutes=20),
    },
    influence_from=10_000,
    influence_cap=2,
    crowd_from=8,
)


def facts(
    kind: Kind = Kind.COMPLAINT,
    urgency: Urgency = Urgency.MEDIUM,
    *,
    waited: timedelta | None = timedelta(),
    followers: int | None = None,
    vip: bool = False,
    role: str = "客户",
    in_crisis: bool = False,
    crowd: int = 0,
    repeated: bool = False,
    chosen: Level | None = None,
) -> LevelFacts:
    tier, reason = importance(vip=vip, role=role, followers=followers, followers_from=10_000)
    return LevelFacts(
        kind=kind,
        urgency=urgency,
        urgent_words="",
        in_crisis=in_crisis,
        followers=followers,
        importance=tier,
        importance_reason=reason,
        role=role,
        waiting_since=None if waited is None else NOW - waited,
        crowd=crowd,
        repeated=repeated,
        chosen=chosen,
    )


def parts(found: Judgement) -> list[tuple[PartKind, int, str]]:
    return [(part.kind, part.points, part.detail) for part in found.parts]


FACTS = st.builds(
    facts,
    st.sampled_from(Kind),
    st.sampled_from(Urgency),
    waited=st.none() | st.timedeltas(timedelta(days=-400), timedelta(days=400)),
    followers=st.none() | st.integers(0, 10**9),
    vip=st.booleans(),
    role=st.sampled_from(("客户", "媒体", "名人", "员工")),
    in_crisis=st.booleans(),
    crowd=st.integers(0, 50_000),
    repeated=st.booleans(),
)


@pytest.mark.parametrize(
    ("known", "level"),
    [
        (facts(in_crisis=True, urgency=Urgency.LOW, kind=Kind.QUESTION), Level.P1),
        (facts(urgency=Urgency.HIGH), Level.P1),
        (facts(followers=126_000), Level.P1),
        (facts(), Level.P2),
        (facts(Kind.ABUSE), Level.P3),
        (facts(Kind.QUESTION, Urgency.MEDIUM), Level.P3),
        (facts(Kind.QUESTION, Urgency.MEDIUM, waited=timedelta(days=9)), Level.P3),
        (facts(Kind.QUESTION, Urgency.MEDIUM, followers=10_000, waited=timedelta(minutes=19)), Level.P2),
        (facts(Kind.QUESTION, Urgency.LOW, role="媒体", waited=timedelta(minutes=19)), Level.P3),
        (facts(Kind.QUESTION, Urgency.LOW, role="媒体", waited=timedelta(minutes=20)), Level.P2),
        (facts(Kind.PRAISE, Urgency.LOW, waited=timedelta(hours=2)), Level.P3),
        (facts(Kind.QUESTION, Urgency.LOW), Level.P3),
        (facts(Kind.QUESTION, Urgency.LOW, vip=True, waited=timedelta(minutes=20)), Level.P2),
        (facts(Kind.PRAISE, Urgency.LOW), Level.P4),
        (facts(Kind.PRAISE, Urgency.LOW, vip=True), Level.P3),
        (facts(Kind.CHATTER, Urgency.LOW, followers=10**8, waited=timedelta(days=9)), Level.P4),
        (facts(Kind.QUESTION, Urgency.LOW, crowd=8), Level.P3),
        (facts(Kind.QUESTION, Urgency.MEDIUM, crowd=8), Level.P3),
        (facts(Kind.PRAISE, Urgency.LOW, crowd=8), Level.P3),
        (facts(Kind.PRAISE, Urgency.LOW, crowd=7), Level.P4),
        (facts(Kind.ABUSE, repeated=True), Level.P2),
    ],
)
def test_levels_by_hand(known: LevelFacts, level: Level):
    assert judge(known, POLICY, NOW).level is level


def test_the_parts_say_what_mattered_by_weight():
    known = facts(Kind.COMPLAINT, Urgency.LOW, followers=126_000, waited=timedelta(minutes=47), crowd=12)
    assert parts(judge(known, POLICY, NOW)) == [
        (PartKind.KIND, 2, "投诉"),
        (PartKind.INFLUENCE, 2, "126000"),
        (PartKind.CROWD, 0, "12"),
    ]


def test_waiting_is_a_part_only_where_it_raised_the_level():
    late = timedelta(hours=3)
    lifted = judge(facts(Kind.PRAISE, Urgency.LOW, waited=late), POLICY, NOW)
    assert parts(lifted) == [(PartKind.KIND, 0, "表扬"), (PartKind.WAITING, 0, "")]
    still = judge(facts(Kind.QUESTION, Urgency.LOW, waited=late), POLICY, NOW)
    assert (still.late, [part.kind for part in still.parts]) == (True, [PartKind.KIND])


@pytest.mark.parametrize(("tier", "minutes"), [({}, 120), ({"vip": True}, 20), ({"role": "媒体"}, 20)])
def test_each_tier_has_its_target(tier: dict[str, object], minutes: int):
    asked = NOW - timedelta(minutes=minutes)
    on_time = judge(facts(waited=timedelta(minutes=minutes, milliseconds=-1), **tier), POLICY, NOW)
    late = judge(facts(waited=timedelta(minutes=minutes), **tier), POLICY, NOW)
    assert (on_time.late, late.late, late.target_at) == (False, True, asked + timedelta(minutes=minutes))


@given(FACTS)
def test_waiting_alone_never_makes_p1_and_never_lowers(known: LevelFacts):
    fresh = judge(known, POLICY, known.waiting_since or NOW)
    later = judge(known, POLICY, NOW + timedelta(days=1000))
    assert later.level <= fresh.level
    assert (later.level is Level.P1) == (fresh.level is Level.P1)


@given(FACTS, st.sampled_from(Level))
def test_the_operators_choice_wins_and_the_programs_stays_known(known: LevelFacts, chosen: Level):
    free = judge(known, POLICY, NOW)
    overridden = judge(
        LevelFacts(**{name: getattr(known, name) for name in LevelFacts.__slots__} | {"chosen": chosen}), POLICY, NOW
    )
    assert (overridden.level, overridden.suggested, overridden.parts) == (chosen, free.level, free.parts)


@given(FACTS)
def test_fame_moves_a_level_by_the_cap_at_most(known: LevelFacts):
    """B4: whatever the reach and the title, not more than two points, and a silent kind stays silent."""
    points = sum(
        part.points for part in judge(known, POLICY, NOW).parts if part.kind in (PartKind.INFLUENCE, PartKind.IMPORTANT)
    )
    assert 0 <= points <= POLICY.influence_cap
    if known.kind in SILENT_KINDS and not known.in_crisis:
        assert judge(known, POLICY, NOW).level is Level.P4


@given(FACTS)
def test_the_points_of_the_parts_are_the_level(known: LevelFacts):
    found = judge(known, POLICY, NOW)
    points = sum(part.points for part in found.parts)
    by_points = next(level for level, least in ((1, 5), (2, 3), (3, 1), (4, 0)) if points >= least)
    if known.kind in SILENT_KINDS and not known.in_crisis:
        by_points = 4
    lifts = {PartKind.WAITING, PartKind.CROWD} & {part.kind for part in found.parts}
    assert by_points - found.suggested in ((0, 1) if lifts else (0,))
    assert found.waited >= timedelta()


@given(st.integers(0, 10**9), st.integers(1, 10**6), st.integers(0, 3))
def test_influence_counts_digits_above_the_first_band(followers: int, start: int, cap: int):
    expected = 0
    band = start
    while followers >= band and expected < cap:
        expected, band = expected + 1, band * 10
    assert influence(followers, start=start, cap=cap) == expected
    assert influence(None, start=start, cap=cap) == 0


@given(st.sampled_from(Kind), st.sampled_from(Urgency), st.booleans(), st.none() | st.integers(0, 10**9))
def test_words_alone_give_the_level_of_a_customer_who_just_wrote(kind, urgency, in_crisis, followers):
    known = facts(kind, urgency, followers=followers, in_crisis=in_crisis)
    assert text_level(kind, urgency, in_crisis=in_crisis, followers=followers) is judge(known, POLICY, NOW).level


def test_more_pressing_words_have_more_points():
    order = [
        (Kind.CHATTER, Urgency.LOW, False),
        (Kind.PRAISE, Urgency.LOW, False),
        (Kind.QUESTION, Urgency.LOW, False),
        (Kind.QUESTION, Urgency.MEDIUM, False),
        (Kind.COMPLAINT, Urgency.MEDIUM, False),
        (Kind.COMPLAINT, Urgency.HIGH, False),
        (Kind.QUESTION, Urgency.LOW, True),
    ]
    points = [text_points(kind, urgency, in_crisis=alarm) for kind, urgency, alarm in order]
    assert points == sorted(points)
    assert len(set(points)) == len(points)


@pytest.mark.parametrize(
    ("customer", "tier", "reason"),
    [
        ({}, Importance.ORDINARY, ImportanceReason.NONE),
        ({"vip": True, "role": "媒体", "followers": 10**6}, Importance.VIP, ImportanceReason.ON_LIST),
        ({"role": "名人"}, Importance.IMPORTANT, ImportanceReason.ROLE),
        ({"followers": 10_000}, Importance.IMPORTANT, ImportanceReason.FOLLOWERS),
        ({"followers": 9_999}, Importance.ORDINARY, ImportanceReason.NONE),
        ({"followers": None}, Importance.ORDINARY, ImportanceReason.NONE),
    ],
)
def test_tiers(customer: dict[str, object], tier: Importance, reason: ImportanceReason):
    given_facts: dict[str, object] = {"vip": False, "role": "客户", "followers": None} | customer
    assert importance(**given_facts, followers_from=10_000) == (tier, reason)
    assert importance(vip=False, role="客户", followers=10**9, followers_from=0)[0] is Importance.ORDINARY
