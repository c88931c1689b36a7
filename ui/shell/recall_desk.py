"""The replies that are leaving, over whatever page is shown: calling one back, going to one that came back."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.reply.recall_toast import RecallToast
from ui.shell.inbox_page import InboxPage
from ui.support.context import Context
from ui.widgets.toast import Span
from weibo_operator.domain.ids import TicketId


class _Host(Protocol):
    """The window, as far as it is needed here."""

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        ...

    def show_ticket(self, ticket: TicketId) -> None:
        """Show a ticket in the inbox."""
        ...


class RecallDesk(QObject):
    """Shows the countdown over ``area`` and opens the tickets it tells about."""

    resized = Signal()

    def __init__(
        self, context: Context, host: _Host, area: QWidget, inbox: InboxPage, room_below: Callable[[], int]
    ) -> None:
        super().__init__(area)
        self._host = host
        self._area = area
        self._inbox = inbox
        self._room_below = room_below
        self.toast = RecallToast(context, area, room_below, self.column, self._ticket_shown)
        self.toast.ticket_wanted.connect(self._show)
        self.toast.resized.connect(self.resized)
        inbox.session.line.changed.connect(self.fit)
        inbox.session.conversation.installEventFilter(self)

    def room_below(self) -> int:
        """The pixels other notices leave free: the buttons below, and the countdown."""
        return self._room_below() + self.toast.height

    def column(self) -> Span | None:
        """Where notices may stand: over the conversation while one is shown, not over the lists beside it."""
        if self._host.page != "inbox" or not self._inbox.in_session:
            return None
        conversation = self._inbox.session.conversation
        return conversation.mapTo(self._area, QPoint(0, 0)).x(), conversation.width()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What its keys do on every page."""
        return {"recall": self.toast.recall, "see_told": self.toast.see}

    @Slot()
    def fit(self) -> None:
        """Another page, ticket or arrangement is shown."""
        self.toast.fit()
        self.resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The conversation is as wide as the panel beside it leaves it."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    @Slot(object, str)
    def _show(self, ticket: TicketId, why: str) -> None:
        if self._ticket_shown() != ticket:
            self._host.show_ticket(ticket)
        if why and self._ticket_shown() == ticket:
            self._inbox.session.show_returned(why)

    def _ticket_shown(self) -> TicketId | None:
        in_sight = self._host.page == "inbox" and self._inbox.in_session
        return self._inbox.session.current_ticket if in_sight else None
