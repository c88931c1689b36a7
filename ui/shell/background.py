"""The background in the window: courier, the line about Weibo, the top bar's word, the outbox page, leaving."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.outbox.page import OutboxPage
from ui.shell.courier import Courier
from ui.shell.leaving import Leaving
from ui.shell.net_banner import NetBanner
from ui.shell.pages import Pages
from ui.shell.sync_words import sync_word
from ui.support.context import Context
from ui.support.window_state import WindowState


class Background(QObject):
    """Nothing goes in or out before ``begin``."""

    ticket_chosen = Signal(object)
    page_wanted = Signal(str)
    connect_wanted = Signal(object)
    """The account that needs a new permission."""

    def __init__(
        self, context: Context, window: QWidget, pages: Pages, state: WindowState, close: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._context = context
        self._pages = pages
        self.courier = Courier(context, self)
        self.banner = NetBanner(context, state, self.courier)
        self.leaving = Leaving(context, window, self.courier, close)
        self.courier.changed.connect(self.refresh)
        self.courier.fetcher.progressed.connect(self._show_word)
        self.banner.connect_wanted.connect(self.connect_wanted)
        self.banner.outbox_wanted.connect(self._show_outbox)
        pages.inbox.top_bar.outbox.connect(self._show_outbox)
        pages.inbox.session.look_wanted.connect(self.courier.postman.look_now)
        pages.when_made(OutboxPage, self._wire_outbox)
        self.refresh()
        self.banner.refresh()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What its keys do on every page."""
        return {
            "sync_now": self.courier.fetcher.fetch_now,
            "net_line": self.banner.act,
            "net_line_second": self.banner.act_second,
        }

    def begin(self) -> None:
        """Settle what the last run left, send what is due, fetch what is new."""
        self.courier.begin()

    def stop(self) -> None:
        """Begin nothing more: another file is opened."""
        self.courier.stop()

    @Slot()
    def refresh(self) -> None:
        """Tell anew how fresh the messages are and what is on its way."""
        self._show_word()
        self._pages.inbox.top_bar.show_outbox(self._context.operator.outbox.counts().all)

    def _wire_outbox(self, page: OutboxPage) -> None:
        page.look_requested.connect(self.courier.postman.look_now)
        page.open_requested.connect(self.ticket_chosen)
        page.back_requested.connect(self._show_inbox)

    @Slot()
    def _show_word(self) -> None:
        word = sync_word(self._context, self.courier)
        self._pages.inbox.top_bar.show_came(word.words, word.icon, word.role, is_urgent=word.is_urgent)

    @Slot()
    def _show_outbox(self) -> None:
        self.page_wanted.emit("outbox")

    @Slot()
    def _show_inbox(self) -> None:
        self.page_wanted.emit("inbox")
