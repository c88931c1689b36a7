"""The rotation under a flood: 50,000 who wait at once, one customer with 5,000 tickets; always an answer."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.storage.rotation_desk import RotationDesk, open_desk
from weibo_operator.storage import rotation_questions
from weibo_operator.storage.connection import MEMORY


@pytest.fixture
def desk() -> Iterator[RotationDesk]:
    connection = open_desk(MEMORY)
    yield RotationDesk(connection)
    connection.close()


def served(desk: RotationDesk, turns: int) -> list[int]:
    """The customers of the next turns, each a public reply a minute after the one before."""
    customers: list[int] = []
    for _ in range(turns):
        choice = desk.choose()
        assert choice is not None
        customers.append(choice.customer_id)
        desk.serve(choice.ticket_id, public_reply=True)
        desk.tick(60_000)
    return customers


def test_fifty_thousand_at_once(desk: RotationDesk) -> None:
    desk.gap = timedelta(minutes=20)
    desk.fill(tickets=50_000, customers=20_000, topics=40)
    assert rotation_questions.waiting_customers(desk.connection) == 20_000
    assert len(set(served(desk, 100))) == 100  # nobody twice while another of the round waits
    topics = rotation_questions.recent_topics(desk.connection, 100)
    fair_turns = 100 // 4
    assert sum(one == other for one, other in pairwise(topics)) <= fair_turns


@pytest.mark.parametrize("gap", [0, 20])
def test_one_customer_with_five_thousand_tickets(desk: RotationDesk, gap: int) -> None:
    desk.gap = timedelta(minutes=gap)
    desk.fill(tickets=5_000, customers=1, topics=3)
    assert served(desk, 3) == [1, 1, 1]
    for number in range(3):
        desk.arrive(6_000 + number, 2 + number, 4, "物流", public=True, rank=0)
    customers = served(desk, 10)
    assert {2, 3, 4} <= set(customers[:6])
    assert all(one != other for one, other in pairwise(customers[:6])) or gap
    assert set(customers[:3]) == {2, 3, 4} or not gap
    assert customers[6:] == [1, 1, 1, 1]
