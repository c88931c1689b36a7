"""Whose turn it is: skipping with or without a reason, the next of the same topic, the next important customer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.shell.inbox_page import InboxPage
from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import NotFoundError, OperatorError
from weibo_operator.domain.ids import OperationId, TicketId
from weibo_operator.translation import label, tr


class Turns(QObject):
    """Passes turns over and jumps to others; ``open_ticket`` shows one, ``go_on`` whoever is next but the one given."""

    skip_reason_wanted = Signal(object, str)
    """(ticket, whose turn in words): why is it skipped?"""

    def __init__(
        self,
        context: Context,
        page: InboxPage,
        open_ticket: Callable[[TicketId], None],
        go_on: Callable[[TicketId], None],
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._open = open_ticket
        self._go_on = go_on
        self._skipped: tuple[TicketId, OperationId] | None = None
        self._explaining = False

    def skip(self, ticket: TicketId, reason: str = "") -> bool:
        """跳过, and in the session on to the next; False where the ticket does not wait or nobody else does."""
        if not self._can_skip(ticket):
            return False
        outcome = self._context.operator.inbox.skip(ticket, reason=reason)
        if outcome.operation is not None:
            self._skipped = (ticket, outcome.operation)
        if self._page.in_session and self._page.session.current_ticket == ticket:
            self._go_on(ticket)  # before the news: else the one that is left is read once more
        self._context.news.tell(outcome.changes)
        words = tr("已跳过 @{0}，排到本轮最后", self._nickname(ticket))
        if reason:
            self._context.news.undoable.emit(tr("{0}（{1}）", words, label(reason)))
        else:
            self._context.news.skipped.emit(words)
        return True

    def taken_back(self) -> None:
        """The skip made last was undone: nothing is left to explain."""
        self._skipped = None

    def ask_skip(self, ticket: TicketId | None) -> None:
        """跳过并写原因: ask for the reason first; the skip follows it."""
        if ticket is None:
            return
        self._explaining = False
        self._page.session.flush()
        try:
            following = self._context.operator.inbox.next_after(ticket)
        except NotFoundError:
            self._context.news.notice.emit(tr("这位客户没有在等回复，不用跳过。"))
            return
        if following is None:
            self._context.news.notice.emit(tr("没有别的客户在等，就是这一位。"))
        else:
            self.skip_reason_wanted.emit(ticket, tr("跳过 @{0}，排到本轮最后", self._nickname(ticket)))

    def ask_reason(self) -> None:
        """写原因: for the skip that was made last."""
        if self._skipped is None:
            self._context.news.notice.emit(tr("刚才没有跳过谁，不用写原因。"))
            return
        self._explaining = True
        ticket, _ = self._skipped
        self.skip_reason_wanted.emit(ticket, tr("刚才跳过 @{0}", self._nickname(ticket)))

    def take_reason(self, ticket: TicketId, reason: str) -> None:
        """The reason that was asked for: skip with it, or write it beside the skip made before."""
        if not self._explaining:
            self.skip(ticket, reason)
            return
        if self._skipped is None:
            return
        try:
            changes = self._context.operator.inbox.explain_skip(*self._skipped, reason)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(changes)
        self._context.news.notice.emit(tr("记下了，跳过 @{0} 的原因：{1}", self._nickname(ticket), label(reason)))

    def same_topic(self, ticket: TicketId | None) -> None:
        """下一位：同一话题; the open ticket keeps its turn."""
        if ticket is None:
            self._context.news.notice.emit(tr("先选一位客户，再找同一话题的下一位。"))
            return
        inbox = self._context.operator.inbox
        topic = inbox.view(ticket).ticket.topic
        self._jump(inbox.next_of_topic(topic, but=ticket), tr("没有别的客户在公开问“{0}”。", label(topic)))

    def important(self, ticket: TicketId | None) -> None:
        """下一位：重要客户; the open ticket keeps its turn."""
        found = self._context.operator.inbox.next_important(but=ticket)
        self._jump(found, tr("没有别的重要客户在等。") if ticket is not None else tr("没有重要客户在等。"))

    def _jump(self, ticket: TicketId | None, nobody: str) -> None:
        if ticket is None:
            self._context.news.notice.emit(nobody)
        else:
            self._page.session.flush()
            self._open(ticket)

    def _can_skip(self, ticket: TicketId) -> bool:
        """False for a ticket out of the rotation (answered, put off), and where it would be next all the same."""
        try:
            return self._context.operator.inbox.next_after(ticket) is not None
        except NotFoundError:
            return False

    def _nickname(self, ticket: TicketId) -> str:
        (card,) = self._context.operator.inbox.cards((ticket,))
        return card.nickname
