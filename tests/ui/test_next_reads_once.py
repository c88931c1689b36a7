"""下一位 reads the ticket that comes, not once more the one that is left."""

import re

from tests.conftest import Customers
from tests.ui.window_fixture import OpenWindow
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId

_CONVERSATION = re.compile(r"SELECT \* FROM message WHERE ticket_id = (\d+)")


def test_the_one_that_is_left_is_not_read_again(
    context: Context, customers: Customers, open_window: OpenWindow
) -> None:
    for number in range(4):
        context.operator.intake.capture(customers.message(f"第{number}件坏了", uid=str(3000 + number)))
    window = open_window(context)
    window.commands.next()
    left = window.pages.inbox.session.current_ticket
    statements: list[str] = []
    context.operator.desk.connection.set_trace_callback(statements.append)
    window.commands.next()
    context.operator.desk.connection.set_trace_callback(None)
    opened = window.pages.inbox.session.current_ticket
    read = [TicketId(int(found[1])) for each in statements if (found := _CONVERSATION.search(each)) is not None]
    assert left is not None
    assert opened not in (None, left)
    assert set(read) == {opened}
