"""What a click asks of the file takes as many of SQLite's steps on a large desk as on a small one."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from tests.benchmarks.big_desk import open_big_desk
from tests.conftest import START, SetClock
from weibo_operator.bootstrap import Language, Operator
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import State
from weibo_operator.storage import people
from weibo_operator.storage.connection import Connection

FEW, MANY = 1_000, 20_000
ASIDE = 1.25
"""Deeper trees, and other rows."""


def steps_of(connection: Connection, ask: Callable[[], object]) -> int:
    """How many instructions SQLite carries out for what ``ask`` asks of it."""
    steps = [0]

    def count() -> int:
        steps[0] += 1
        return 0

    connection.set_progress_handler(count, 1)
    try:
        ask()
    finally:
        connection.set_progress_handler(None, 0)
    return steps[0]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Iterator[tuple[Operator, Operator]]:
    folder = tmp_path_factory.mktemp("growth")
    made = [
        open_big_desk(folder / f"{tickets}.db", tickets, clock=SetClock(START), language=language)
        for tickets in (FEW, MANY)
    ]
    yield made[0], made[1]
    for operator in made:
        operator.close()


def first_of_new(operator: Operator) -> TicketId:
    return operator.inbox.pane(State.NEW, limit=1)[0]


QUESTIONS: dict[str, Callable[[Operator], object]] = {
    "a ticket whole": lambda operator: operator.inbox.view(first_of_new(operator)),
    "what this person asked before": lambda operator: operator.people.earlier(first_of_new(operator)),
    "counts": lambda operator: operator.inbox.counts(),
    "the first cards": lambda operator: operator.inbox.cards(operator.inbox.pane(State.NEW, limit=50)),
    # None of these tickets has a link: it must not be looked for through a month's replies.
    "public answers": lambda operator: people.public_answers(
        operator.desk.connection, TicketId(1), START - timedelta(days=30), limit=10
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_takes_no_more_on_a_desk_of_twenty_times_the_size(desks: tuple[Operator, Operator], name: str):
    few, many = (
        steps_of(operator.desk.connection, lambda operator=operator: QUESTIONS[name](operator)) for operator in desks
    )
    assert 0 < many <= few * ASIDE, f"{few} steps of {FEW} tickets, {many} of {MANY}"
