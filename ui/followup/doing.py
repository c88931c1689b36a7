"""What dialogs and lists after an answer do alike: something that can be undone, and finding a ticket's customer."""

from collections.abc import Callable
from typing import Any

from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import Outcome


def undoable(context: Context, action: Callable[[], Outcome[Any]], done: str) -> bool:
    """Do it and say ``done``; False when it was refused, which is said too."""
    try:
        outcome = action()
    except OperatorError as error:
        context.news.notice.emit(sentence(error))
        return False
    context.news.tell(outcome.changes)
    context.news.undoable.emit(done)
    return True


def customer_of(context: Context, ticket: TicketId) -> str | None:
    """The nickname of a ticket's customer; None where the ticket is gone, which is said."""
    try:
        return context.operator.inbox.view(ticket).customer.nickname
    except OperatorError as error:
        context.news.notice.emit(sentence(error))
        return None
