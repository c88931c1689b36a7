"""What the tracking page does: nudging, copying, taking answers, recognising pasted ones."""

from PySide6.QtCore import QObject

from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.handoff import Handoff
from weibo_operator.services.handoff_cards import card_of
from weibo_operator.services.handoffs import PastedReading
from weibo_operator.translation import label, tr


class TrackingController(QObject):
    """Stands between the page and the desk."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def handoffs(self, *, ended: bool) -> tuple[Handoff, ...]:
        """What the page lists."""
        service = self._context.operator.handoffs
        return service.ended() if ended else service.open_ones()

    def read(self, text: str) -> PastedReading:
        """The answers in ``text``, by their codes."""
        return self._context.operator.handoffs.read(text)

    def prepare_interim(self, handoff: Handoff) -> None:
        """Put the interim message into the ticket's draft, unless something is written there."""
        operator = self._context.operator
        ticket = operator.inbox.view(handoff.ticket_id).ticket
        if not operator.replies.drafts(ticket.id).get(ticket.audience):
            operator.replies.save_draft(ticket.id, ticket.audience, operator.handoffs.interim(handoff))

    def keep_as_card(self, handoff: Handoff) -> None:
        """Keep the answer as a knowledge card, credited to who gave it (mission E6)."""
        try:
            outcome = self._context.operator.knowledge.save(card_of(handoff))
        except OperatorError as error:
            self.notice(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("已存为知识卡，以后回复同类问题会推荐"))

    def clipboard_text(self) -> str:
        """What the operator copied elsewhere."""
        return self._context.desktop.clipboard_text()

    def copy_package(self, handoff: Handoff) -> None:
        """Copy the text for the department once more."""
        self._context.desktop.copy(handoff.package)
        self._context.news.notice.emit(tr("已复制给{0}的内容", label(handoff.addressee)))

    def nudge(self, handoff: Handoff) -> None:
        """Copy the reminder and count it."""
        service = self._context.operator.handoffs
        try:
            self._context.desktop.copy(service.reminder(handoff))
            outcome = service.nudge(handoff.id)
        except OperatorError as error:
            self.notice(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("催{0}的话已复制，去企业微信粘贴", label(handoff.addressee)))

    def notice(self, words: str) -> None:
        """Show a passing notice."""
        self._context.news.notice.emit(words)
