"""Up to which message the operator has seen while a dialog asks, and what to do when a customer wrote meanwhile."""

from collections.abc import Iterable

from ui.support.context import Context
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import MessageId, TicketId
from weibo_operator.domain.operations import Changes


class Seen:
    """``to`` goes with the decision; after ``look_again`` the same decision, made once more, is done all the same."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.to: MessageId | None = None

    def begin(self) -> None:
        """What stands in the file now is what the operator sees."""
        self.to = self._context.operator.inbox.seen_to()

    def look_again(self, error: OperatorError, tickets: Iterable[TicketId]) -> None:
        """Where the decision was refused for new words of these customers, show them behind the dialog."""
        if error.data.get("reason") == "wrote_again":
            self.begin()
            self._context.news.tell(Changes(frozenset(tickets), frozenset({"message"})))
