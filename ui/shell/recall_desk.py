"""The replies that are leaving, over whatever page is shown: calling one back, going to one that came back."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.reply.recall_toast import RecallToast
from ui.shell.inbox_page import InboxPage
from ui.support.context import Context
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
        self._inbox = inbox
        self._room_below = room_below
        self.toast = RecallToast(context, area, room_below, self._ticket_shown)
        self.toast.ticket_wanted.connect(self._show)
        self.toast.resized.connect(self.resized)
        inbox.session.line.changed.connect(self.fit)

    def room_below(self) -> int:
        """The pixels other notices leave free: the buttons below, and the countdown."""
        return self._room_below() + self.toast.height

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What its keys do on every page."""
        return {"recall": self.toast.recall, "see_told": self.toast.see}

    @Slot()
    def fit(self) -> None:
        """Another page, ticket or arrangement is shown."""
        self.toast.fit()
        self.resized.emit()

    @Slot(object, str)
    def _show(self, ticket: TicketId, why: str) -> None:
        if self._ticket_shown() != ticket:
            self._host.show_ticket(ticket)
        if why and self._ticket_shown() == ticket:
            self._inbox.session.show_returned(why)

    def _ticket_shown(self) -> TicketId | None:
        in_sight = self._host.page == "inbox" and self._inbox.in_session
        return self._inbox.session.current_ticket if in_sight else None
