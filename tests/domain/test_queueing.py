"""The choice of the next customer: equal to the plain specification, and its guarantees P1–P7."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.rotation_oracle import Oracle, Row, band, order
from tests.domain.rotation_streams import FREE, Day, watched
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import Level
from weibo_operator.domain.queueing import (
    Candidate,
    Choice,
    ChoiceReason,
    RotationState,
    TopicHead,
    choose_next,
    rank_at,
)


class ListView:
    """The questions of the choice, answered from the oracle's plain lists."""

    def __init__(self, oracle: Oracle) -> None:
        self.oracle = oracle

    def fair_head(self, but: AbstractSet[CustomerId]) -> Candidate | None:
        return candidate(self.oracle.fair_head(set(but))) if self.others(but) else None

    def lowest_band(self, but: AbstractSet[CustomerId]) -> int | None:
        return min((band(row) for row in self.others(but)), default=None)

    def lowest_round(self, band: int, but: AbstractSet[CustomerId]) -> int:
        return min(number(row) for row in self.others(but, band))

    def topic_heads(self, band: int, round_number: int, but: AbstractSet[CustomerId]) -> Sequence[TopicHead]:
        rows = [row for row in self.others(set(), band) if number(row) == round_number]
        return [
            TopicHead(
                topic,
                sum(row.shown == topic for row in rows),
                first([row for row in rows if row.shown == topic and row.customer not in but]),
            )
            for topic in sorted({row.shown for row in rows})
        ]

    def first_of_band(self, band: int, but: AbstractSet[CustomerId]) -> Candidate | None:
        return first(self.others(but, band))

    def waits_after(self, band: int) -> bool:
        return any(band < row.level and not row.aside for row in self.oracle.rows.values())

    def is_waiting(self, customer: CustomerId) -> bool:
        return customer in self.oracle.stamps

    def others(self, but: AbstractSet[int], only: int | None = None) -> list[Row]:
        rows = self.oracle.rows.values()
        return [row for row in rows if row.customer not in but and only in (None, band(row))]


def candidate(row: Row) -> Candidate:
    return Candidate(TicketId(row.ticket), CustomerId(row.customer), Level(row.level), row.shown, row.rank)


def first(rows: list[Row]) -> Candidate | None:
    return candidate(min(rows, key=order)) if rows else None


def number(row: Row) -> int:
    return row.aside or row.round


def state_of(oracle: Oracle) -> RotationState:
    last = oracle.last_customer
    return RotationState(
        turn=oracle.turn,
        fair_turn=oracle.fair_turn,
        last_customer=None if last is None else CustomerId(last),
        last_topic=oracle.last_topic,
        waiting=len(oracle.stamps),
        buffered=frozenset(map(CustomerId, oracle.buffered())),
    )


def choose(oracle: Oracle, *, k: int = 4, threshold: int = 0) -> Choice | None:
    return choose_next(ListView(oracle), state_of(oracle), fair_period=k, threshold=threshold)


def assert_equal_on_a_day(random: Random, *, events: int) -> None:
    day = Day(random, FREE, threshold=random.choice([0, 0, 2, 4]), clock_jumps=random.random() < 0.5)
    for _ in range(events):
        day.step()
        expected = day.choose()
        choice = choose(day.oracle, k=day.k, threshold=day.threshold)
        found = None if choice is None else (choice.ticket_id, choice.reason.value, choice.owed)
        assert found == (None if expected is None else (expected.ticket, expected.reason, expected.owed))


@settings(max_examples=100, deadline=None)
@given(random=st.randoms(use_true_random=False), events=st.integers(1, 60))
def test_choice_equals_the_specification(random: Random, events: int) -> None:
    assert_equal_on_a_day(random, events=events)


def test_choice_equals_the_specification_in_a_seeded_search() -> None:
    for seed in range(800):
        assert_equal_on_a_day(Random(seed), events=50)


@settings(max_examples=100, deadline=None)
@given(random=st.randoms(use_true_random=False), events=st.integers(1, 80))
def test_guarantees_hold_on_any_day(random: Random, events: int) -> None:
    watched(random, events=events, clock_jumps=random.random() < 0.5)


def test_guarantees_hold_in_a_seeded_search_and_their_bounds_are_reached() -> None:
    days = [watched(Random(seed), events=80, clock_jumps=seed % 2 == 0) for seed in range(2000)]
    assert max(day.most_passed for day in days) == 2
    assert max(max(day.excess, default=0) for day in days) == 1


def test_wait_stays_bounded_when_the_operator_picks_by_hand_and_undoes() -> None:
    for seed in range(1000):
        watched(Random(seed), events=60, weights=FREE, clock_jumps=seed % 2 == 0)


@pytest.mark.bench
def test_guarantees_hold_in_a_long_seeded_search() -> None:
    for seed in range(100_000):
        watched(Random(seed + 1_000_000), events=80, clock_jumps=seed % 2 == 0)


@settings(max_examples=200, deadline=None)
@given(topics=st.lists(st.sampled_from("ABC"), min_size=1, max_size=24))
def test_closed_batch_repeats_topics_as_rarely_as_possible(topics: list[str]) -> None:
    oracle = Oracle()
    for ticket, topic in enumerate(topics, 1):
        oracle.arrive(ticket, ticket, 4, topic, public=True, rank=ticket)
    served: list[str] = []
    while (choice := choose(oracle, k=1000)) is not None:
        served.append(oracle.rows[choice.ticket_id].topic)
        oracle.serve(choice.ticket_id, public_reply=True)
    repeats = sum(before == after for before, after in pairwise(served))
    most = max(topics.count(topic) for topic in topics)
    assert repeats == max(0, 2 * most - len(topics) - 1)


def test_old_ticket_of_a_customer_with_ever_new_urgent_ones_is_served() -> None:
    oracle = Oracle()
    oracle.arrive(1, customer=1, level=4, topic="物流", public=True, rank=0)
    tickets = 1
    while 1 in oracle.rows:
        for customer in (2, 3, 1):
            tickets += 1
            oracle.arrive(tickets, customer, level=1, topic="质量", public=True, rank=tickets)
        choice = choose(oracle, k=4)
        assert choice is not None
        oracle.serve(choice.ticket_id, public_reply=True)
        assert oracle.turn <= 4 + 1


def test_late_import_of_older_posts_does_not_push_a_ticket_back_for_ever() -> None:
    oracle = Oracle()
    oracle.arrive(1, customer=1, level=4, topic="物流", public=True, rank=1000)
    for ticket in range(2, 60):
        oracle.arrive(ticket, customer=1 + ticket % 2, level=4, topic="质量", public=True, rank=1000 - ticket)
        choice = choose(oracle, k=4)
        assert choice is not None
        oracle.serve(choice.ticket_id, public_reply=True)
        if choice.ticket_id == 1:
            break
    assert oracle.turn <= 4 + 1


def test_private_tickets_do_not_count_for_the_alternation() -> None:
    oracle = Oracle()
    oracle.arrive(1, 1, 4, "物流", public=True, rank=1)
    oracle.serve(1, public_reply=True)
    oracle.arrive(2, 2, 4, "物流", public=False, rank=2)
    oracle.arrive(3, 3, 4, "发票", public=True, rank=3)
    choice = choose(oracle)
    assert choice is not None
    assert (choice.ticket_id, choice.reason) == (2, ChoiceReason.THIS_ROUND)


def test_other_topic_comes_first_and_says_so() -> None:
    oracle = Oracle()
    oracle.arrive(1, 1, 4, "物流", public=True, rank=1)
    oracle.serve(1, public_reply=True)
    oracle.arrive(2, 2, 4, "物流", public=True, rank=2)
    oracle.arrive(3, 3, 4, "发票", public=True, rank=3)
    choice = choose(oracle)
    assert choice is not None
    assert (choice.ticket_id, choice.reason) == (3, ChoiceReason.OTHER_TOPIC)


def test_below_the_threshold_plain_urgency_decides_and_is_flagged() -> None:
    oracle = Oracle()
    oracle.arrive(1, 1, 4, "物流", public=True, rank=1)
    oracle.serve(1, public_reply=True)
    oracle.arrive(2, 1, 2, "物流", public=True, rank=9)
    oracle.arrive(3, 2, 4, "发票", public=True, rank=3)
    plain = choose(oracle, threshold=4)
    rotating = choose(oracle, threshold=2)
    assert plain is not None
    assert rotating is not None
    assert (plain.ticket_id, plain.rotating) == (2, False)
    assert (rotating.ticket_id, rotating.rotating) == (3, True)


def test_nobody_waits() -> None:
    assert choose(Oracle()) is None


@pytest.mark.parametrize(
    ("followers", "half_hours"), [(None, 0), (0, 0), (7, 1), (10, 2), (9_999, 4), (10_000, 5), (120_000, 6)]
)
def test_each_digit_of_followers_is_worth_half_an_hour(followers: int | None, half_hours: int) -> None:
    assert rank_at(1_000_000_000, followers) == 1_000_000_000 - half_hours * 30 * 60 * 1000


def test_a_round_that_only_the_gap_holds_open_is_over_for_the_others() -> None:
    oracle = Oracle(gap=100)
    for customer, rank in ((1, 0), (2, 1), (3, 2), (4, 99)):
        oracle.arrive(customer, customer, 4, "", public=False, rank=rank)
        oracle.serve(customer, public_reply=customer == 1)
    tickets = 4
    oracle.arrive(5, 1, 4, "", public=False, rank=0)  # within the gap, in the round that nobody else is in
    oracle.rows[5].round = 1
    served: list[int] = []
    while 4 not in served:
        for customer in (2, 3, 4):
            if not oracle.rows_of(customer):
                tickets += 2
                oracle.arrive(tickets, customer, 4, "", public=False, rank=99 if customer == 4 else 1)
                oracle.arrive(tickets + 100, customer, 4, "", public=False, rank=99 if customer == 4 else 2)
        choice = choose(oracle, k=1000)
        assert choice is not None
        served.append(choice.customer_id)
        oracle.serve(choice.ticket_id, public_reply=False)
    assert max(served.count(customer) for customer in (2, 3)) <= 2, served
