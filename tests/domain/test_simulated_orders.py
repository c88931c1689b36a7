"""Simulated days: the orders compared with, the flow of a day, and the measures on sequences made by hand."""

import pytest
from msgspec.structs import replace

from weibo_operator.domain.labels import Kind, Level, Urgency
from weibo_operator.domain.simulation import (
    Answer,
    Ask,
    DayLog,
    Later,
    PolicyQueue,
    Shift,
    by_level,
    first_come,
    newest_first,
    run_day,
)
from weibo_operator.domain.simulation_measures import longest_run, measure, public_topics, repeated_customers

MINUTE = 60_000
SHIFT = Shift(opens=100 * MINUTE, closes=200 * MINUTE)


def ask(ticket, at, *, customer=None, level=Level.P3, topic="物流", is_public=True, later=()):
    """A turn written ``at`` minutes on the day's clock (100 opening, 200 closing time)."""
    return Ask(
        ticket=ticket,
        customer=customer or ticket,
        turn=1,
        kind=Kind.QUESTION,
        urgency=Urgency.LOW,
        level=level,
        topic=topic,
        is_public=is_public,
        followers=None,
        at=at * MINUTE,
        effort=1.0,
        later=later,
    )


def answer(asked, at, *, others_waited=True):
    return Answer(asked, at * MINUTE, others_waited)


def worked(policy, asks, *, minutes=10):
    return run_day(asks, SHIFT, PolicyQueue(policy), answer_ms=minutes * MINUTE)


def order(log):
    return [each.ask.ticket for each in log.answers]


ASKS = (ask(1, 90, level=Level.P4), ask(2, 95, level=Level.P1), ask(3, 99), ask(4, 105, level=Level.P2))


@pytest.mark.parametrize(
    ("policy", "expected"), [(first_come, [1, 2, 3, 4]), (newest_first, [3, 4, 2, 1]), (by_level, [2, 4, 3, 1])]
)
def test_each_order_takes_its_own_way_through_the_same_day(policy, expected):
    assert order(worked(policy, ASKS)) == expected


def test_answers_follow_one_another_from_opening_time():
    log = worked(first_come, ASKS)
    assert [each.at // MINUTE for each in log.answers] == [110, 120, 130, 140]
    assert [each.others_waited for each in log.answers] == [True, True, True, False]


def test_the_operator_waits_for_the_next_customer():
    log = worked(first_come, [ask(1, 90), ask(2, 150)])
    assert [each.at // MINUTE for each in log.answers] == [110, 160]


def test_the_answer_begun_before_closing_time_is_finished_and_the_rest_is_left():
    log = worked(first_come, [ask(1, 150), ask(2, 151), ask(3, 190), ask(4, 200)], minutes=45)
    assert [each.at // MINUTE for each in log.answers] == [195, 240]
    assert [each.ticket for each in log.left] == [3], "who writes at closing time belongs to the next day"


def test_a_customer_writes_again_after_the_answer():
    log = worked(first_come, [ask(1, 100, later=(Later(5 * MINUTE, 2.0), Later(300 * MINUTE, 1.0)))])
    assert [(each.ask.turn, each.ask.at // MINUTE, each.at // MINUTE) for each in log.answers] == [
        (1, 100, 110),
        (2, 115, 135),
    ]


def test_waits_count_from_opening_time_and_for_those_left_until_closing_time():
    log = DayLog(SHIFT, (answer(ask(1, 20), 110), answer(ask(2, 130), 145)), (ask(3, 150), ask(4, 195)))
    found = measure([log])
    assert found.p90[Level.P3] == 50
    assert found.longest == 50
    assert found.quick == pytest.approx(2 / 3), "10 and 15 minutes of three: the fourth may still be answered in time"
    assert found.left == 2
    assert found.p90[Level.P1] is None


def test_p90_is_that_of_each_level():
    log = DayLog(SHIFT, tuple(answer(ask(n, 100, level=Level.P2), 100 + n) for n in range(1, 11)), (ask(99, 120),))
    assert (measure([log]).p90[Level.P2], measure([log]).p90[Level.P3]) == (9, 80)


def test_the_longest_wait_is_told_with_and_without_customers_of_several_tickets():
    answers = (answer(ask(1, 100, customer=7), 105), answer(ask(2, 100, customer=7), 190), answer(ask(3, 100), 130))
    found = measure([DayLog(SHIFT, answers, ())])
    assert (found.longest, found.longest_single) == (90, 30)


def test_a_second_turn_of_one_ticket_makes_nobody_a_heavy_asker():
    first = ask(1, 100)
    found = measure([DayLog(SHIFT, (answer(first, 110), answer(replace(first, turn=2, at=120 * MINUTE), 190)), ())])
    assert found.longest_single == 70


def test_runs_and_repeats_are_those_of_public_replies():
    asked = [ask(n, 100, topic=topic, is_public=topic.islower()) for n, topic in enumerate("aaBabbbA", start=1)]
    log = DayLog(SHIFT, tuple(answer(each, 101) for each in asked), ())
    assert public_topics(log) == tuple("aaabbb")
    found = measure([log])
    assert found.topic_run == 3
    assert found.topic_repeats == pytest.approx(4 / 5)


def test_days_are_taken_together_but_their_replies_are_no_neighbours():
    log = DayLog(SHIFT, (answer(ask(1, 100), 101),), ())
    found = measure([log, log, DayLog(SHIFT, (), (ask(1, 100),))])
    assert (found.answers, found.topic_run, found.topic_repeats, found.customer_repeats) == (2, 1, None, None)
    assert found.left == pytest.approx(1 / 3)


def test_the_same_customer_twice_counts_only_while_another_waits():
    turns = [(1, True), (1, True), (1, False), (2, True), (1, True)]
    log = DayLog(SHIFT, tuple(answer(ask(9, 100, customer=who), 101, others_waited=o) for who, o in turns), ())
    assert repeated_customers(log) == (True, False, False, False)
    assert measure([log]).customer_repeats == pytest.approx(1 / 4)


def test_no_days_have_no_figures():
    found = measure([])
    assert (found.answers, found.longest, found.quick, found.topic_run, found.left) == (0, None, None, 0, None)
    assert longest_run("") == 0
