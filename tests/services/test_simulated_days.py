"""The simulated days: drawn from the profile, and worked through by the desk's own rotation."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from weibo_operator.bootstrap import resources_dir
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.labels import Kind, Level, Urgency
from weibo_operator.domain.simulation import Ask, PolicyQueue, Shift, first_come, run_day
from weibo_operator.domain.simulation_measures import measure, public_topics, repeated_customers
from weibo_operator.services.sentences import error_sentence
from weibo_operator.services.simulation import POLICIES, Plan, simulate
from weibo_operator.services.simulation_arrivals import draw_day, shift_of
from weibo_operator.services.simulation_desk import DeskQueue
from weibo_operator.services.simulation_profile import read_profile

DAY = resources_dir() / "simulation" / "day.tsv"
MINUTE = 60_000
SHIFT = Shift(opens=10_000 * MINUTE, closes=11_000 * MINUTE)


@pytest.fixture(scope="module")
def profile():
    return read_profile(DAY)


def desk_day(asks, *, minutes=1.0, threshold=0, fair_period=4):
    queue = DeskQueue(opened_at=SHIFT.opens, fair_period=fair_period, threshold=threshold)
    try:
        return run_day(asks, SHIFT, queue, answer_ms=minutes * MINUTE)
    finally:
        queue.close()


def ask(ticket, *, customer=None, topic="物流", kind=Kind.QUESTION, urgency=Urgency.LOW, at=-60, is_public=True):
    """A turn written so many minutes after opening time."""
    return Ask(
        ticket=ticket,
        customer=customer or ticket,
        turn=1,
        kind=kind,
        urgency=urgency,
        level=Level.P3,
        topic=topic,
        is_public=is_public,
        followers=None,
        at=SHIFT.opens + at * MINUTE,
        effort=1.0,
    )


def test_a_day_is_drawn_from_its_seed_and_its_number(profile):
    day = draw_day(profile, seed=1, day=0)
    assert day == draw_day(profile, seed=1, day=0)
    assert day != draw_day(profile, seed=2, day=0)
    assert [each.effort for each in day] != [each.effort for each in draw_day(profile, seed=1, day=1)]


def test_a_day_has_the_heap_of_the_night_the_burst_and_heavy_askers(profile):
    day, shift = draw_day(profile, seed=1, day=0), shift_of(profile, 0)
    assert shift.closes - shift.opens == 12 * 60 * MINUTE
    night = [each for each in day if each.at < shift.opens]
    assert 30 <= len(night) <= 90
    assert min(each.at for each in day) >= shift.opens - 12 * 60 * MINUTE
    burst = [each for each in day if each.topic in profile.burst_topics.names]
    assert len(burst) == profile.burst_people
    assert all(each.is_public and each.in_crowd for each in burst)
    assert sum(each.in_crowd for each in day) == len(burst)
    assert max(each.at for each in burst) - min(each.at for each in burst) <= profile.burst_minutes * MINUTE
    tickets = {each.customer: sum(other.customer == each.customer for other in day) for each in day}
    assert set(tickets.values()) == {1, profile.heavy_tickets}
    assert {each.level for each in day} == set(Level)


def test_a_profile_without_a_burst_has_none(tmp_path):
    path = tmp_path / "quiet.tsv"
    path.write_text(DAY.read_text(encoding="utf-8").replace("burst\tpeople\t36", "burst\tpeople\t0"), encoding="utf-8")
    quiet = read_profile(path)
    assert not {each.topic for each in draw_day(quiet, seed=1, day=0)} & set(quiet.burst_topics.names)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("desk\topens\t9", "desk\topens\tnine"), "第 4 行"),
        (("desk\topens\t9", "desk\topens 9"), "第 4 行"),
        (("desk\topens\t9", "desk\topens\t24"), "第 4 行"),
        (("desk\topens\t9", "desk\topens\tnan"), "第 4 行"),
        (("desk\tcloses\t21", "desk\tcloses\t9"), "第 5 行"),
        (("heavy\tpercent\t3\n", ""), "heavy percent"),
        (("audience\tpublic\t70\naudience\tprivate\t30\n", ""), "audience"),
        (("audience\tpublic\t70", "audience\teverybody\t70"), "读不懂"),
        (("pace\tspread\t50", "pase\tspread\t50"), "读不懂"),
    ],
)
def test_a_profile_that_cannot_be_used_is_refused_with_its_line(tmp_path, change, told):
    text = DAY.read_text(encoding="utf-8")
    assert change[0] in text
    path = tmp_path / "mine.tsv"
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(InvalidInputError) as refused:
        read_profile(path)
    assert told in error_sentence(refused.value)
    assert str(path) in error_sentence(refused.value)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_profile_that_cannot_be_read_is_refused(tmp_path, content):
    path = tmp_path / "mine.tsv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InvalidInputError) as refused:
        read_profile(path)
    assert "读不了" in error_sentence(refused.value)


def test_the_same_plan_gives_the_same_table(profile):
    plan = Plan(seed=7, days=1, speeds=(40,), fair_period=4, threshold=4)
    done = []
    rows = simulate(profile, plan, progress=lambda day, days: done.append((day, days)))
    assert rows == simulate(profile, plan)
    assert [row.policy for row in rows] == list(POLICIES)
    assert done == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [row for row in rows if row.measures == rows[0].measures] == [rows[0]], "the orders differ"


def test_the_desk_never_answers_one_customer_twice_running_while_another_waits(profile):
    """P1 of the rotation, where first come, first served breaks it."""
    shift = shift_of(profile, 0)
    asks = draw_day(profile, seed=1, day=0)
    queue = DeskQueue(opened_at=shift.opens, fair_period=4, threshold=0)
    log = run_day(asks, shift, queue, answer_ms=2 * MINUTE)
    queue.close()
    assert len(log.answers) > 300
    assert sum(repeated_customers(log)) == 0
    assert any(repeated_customers(run_day(asks, shift, PolicyQueue(first_come), answer_ms=2 * MINUTE)))


def test_the_desk_alternates_public_topics_as_far_as_they_allow():
    """P7: without fair turns a closed batch repeats a topic no more often than it must."""
    asks = [ask(n, topic="热门" if n <= 10 else "物流") for n in range(1, 21)]
    log = desk_day(asks, fair_period=20)
    assert len(log.answers) == 20
    assert sum(before == after for before, after in pairwise(public_topics(log))) <= 1
    assert measure([desk_day(asks[:10])]).topic_run == 10, "where there is but one topic it comes in a row"


def test_the_desk_answers_the_urgent_first_and_lets_a_heavy_asker_take_turns():
    heavy = [ask(n, customer=1) for n in range(1, 6)]
    others = [ask(n) for n in range(11, 16)]
    urgent = ask(99, kind=Kind.COMPLAINT, urgency=Urgency.HIGH, at=-1)
    log = desk_day([*heavy, *others, urgent], fair_period=20)
    assert log.answers[0].ask.ticket == 99
    first_six = [each.ask.customer for each in log.answers[1:7]]
    assert sorted(first_six) == [1, 11, 12, 13, 14, 15], "everybody has a turn before anybody has a second"


def test_waiting_beyond_the_target_lifts_a_ticket_on_the_desk():
    """What only the real desk knows: 9999 followers are worth two hours of waiting, but not against the target."""
    early, reach = ask(1, kind=Kind.PRAISE, at=-115), replace(ask(2, kind=Kind.PRAISE, at=-25), followers=9999)
    assert served_first([early, reach]) == 2
    assert served_first([replace(early, at=early.at - 10 * MINUTE), reach]) == 1, "two hours are the target"


def served_first(asks):
    return desk_day(asks, threshold=1000).answers[0].ask.ticket


def test_bounds_of_the_rotation_are_the_settings_own():
    with pytest.raises(InvalidInputError):
        DeskQueue(opened_at=SHIFT.opens, fair_period=1, threshold=4)
