"""The words of operations, for 撤销 and for a ticket's history."""

from tests.conftest import Customers
from ui.reply.rows import TOLD
from ui.support.texts import OPERATIONS, operation_label
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.operations import OperationKind


def test_every_operation_has_words() -> None:
    assert set(OPERATIONS) == set(OperationKind)


def test_a_skip_tells_its_reason_where_one_was_given(operator: Operator, customers: Customers) -> None:
    ticket = operator.intake.capture(customers.message("坏了")).value
    assert ticket is not None
    operator.inbox.skip(ticket, reason="等仓库回话")
    operator.inbox.skip(ticket)
    words = [operation_label(operation) for operation in operator.history.of_ticket(ticket)[-2:]]
    assert words == ["跳过（等仓库回话）", "跳过"]
    assert OperationKind.SKIP in TOLD
