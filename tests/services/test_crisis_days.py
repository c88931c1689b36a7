"""Any day with crises: after whatever steps, alarms say what the facts say."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.desk_work import STEPS, DeskWork
from weibo_operator.bootstrap import Language, Operator
from weibo_operator.domain.crisis_case import CaseState
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import OperationKind
from weibo_operator.storage.times import to_ms

CRISIS_STEPS = ("confirm", "dismiss", "tick", "close", "undo", "redo", "restart", "role", "recount")


class CrisisWork(DeskWork):
    """A desk's day with crises."""

    def confirm(self, which: int) -> None:
        self.operator.crises.confirm(self.some(which))

    def dismiss(self, which: int) -> None:
        self.operator.crises.dismiss(self.some(which), "误会")

    def tick(self, which: int) -> None:
        steps = self.operator.crises.playbook
        self.operator.crises.tick(self.some(which), steps[which % len(steps)].key, done=which % 3 > 0)

    def close(self, which: int) -> None:
        self.operator.crises.close(self.some(which))

    def undo(self, _which: int) -> None:
        self.operator.history.undo()

    def redo(self, _which: int) -> None:
        self.operator.history.redo()

    def role(self, which: int) -> None:
        customer = self.operator.inbox.view(self.some(which)).customer.id
        self.operator.shop.edit_customer(customer, role=("客户", "媒体")[which % 2])

    def recount(self, which: int) -> None:
        ticket = self.some(which)
        said = self.operator.inbox.view(ticket).messages[0]
        with self.operator.desk.operation(OperationKind.CAPTURE) as recorder:
            values = {"message_id": said.id, "ticket_id": ticket, "at": to_ms(self.clock.at)}
            counts = {"reposts": which * 40, "comments": 0, "likes": 0}
            recorder.insert("count_sample", {**values, **counts}, ticket=ticket)


def derived(operator: Operator) -> list[tuple[object, ...]]:
    query = "SELECT id, crisis_since, crisis_silenced, crisis_signals, crisis_risk, level FROM ticket ORDER BY id"
    return [tuple(row) for row in operator.desk.connection.execute(query)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from((*STEPS, "capture", "capture", *CRISIS_STEPS, *CRISIS_STEPS)), st.integers(0, 9)),
        max_size=25,
    )
)
def test_alarms_say_what_the_facts_say_after_any_steps(
    language: Language, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    """Deriving everything once more changes nothing: no ghost is left by undo, redo, a role or a decision."""
    work = CrisisWork(language, tmp_path_factory.mktemp("crises") / "desk.db")
    try:
        for name, which in steps:
            if name == "restart":
                work.restart()
                continue
            try:
                work.step(name, which)
            except OperatorError:
                continue
        while work.operator.inbox.is_behind():
            work.operator.inbox.wake()
        operator = work.operator
        before = derived(operator)
        ids = [TicketId(row[0]) for row in before]
        with operator.desk.bookkeeping() as recorder:
            recorder.touch(ids)
        assert derived(operator) == before
        for row in operator.crises.active():
            assert operator.crises.view(row.ticket) is not None
        for row in operator.crises.ended():
            assert row.state in (CaseState.DISMISSED, CaseState.CLOSED)
        assert {row.ticket for row in operator.crises.undecided()} <= {row.ticket for row in operator.crises.active()}
    finally:
        work.operator.close()
