"""Tells a screen reader that a reply counts as sent, and whose turn it is now."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from ui.reply.session import ReplySession
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.message import Direction
from weibo_operator.translation import tr


class SentVoice(QObject):
    """Replies that the program sends by itself are told by their own notice while they leave."""

    def __init__(self, context: Context, session: ReplySession) -> None:
        super().__init__(session)
        self._context = context
        self._session = session
        self.said = ""
        """The last announcement."""
        session.served.connect(self._say)

    @Slot(object, str)
    def _say(self, ticket: TicketId, _then: str) -> None:
        view = self._context.operator.inbox.view(ticket)
        if not view.messages or view.messages[-1].direction is not Direction.OUT:
            return
        shown = self._session.current_ticket
        following = "" if shown in (None, ticket) else tr("，现在是 @{0}", self._name(shown))
        self.said = tr("已回复 @{0}{1}", view.customer.nickname, following)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._session, self.said))

    def _name(self, ticket: TicketId) -> str:
        return self._context.operator.inbox.view(ticket).customer.nickname
