"""What other users answered and what was solved outside, in the window: dialogs and keys (mission E11, F8, F9)."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.followup.offline_dialog import OfflineDialog
from ui.followup.pages import FollowUpPages
from ui.followup.peer_dialog import PeerDialog
from ui.shell.after_desk import AfterDesk
from ui.shell.pages import Pages
from ui.support.context import Context
from weibo_operator.domain.ids import TicketId


class CommunityDesk(QObject):
    """The keys mean the open or chosen ticket, as those of ``AfterDesk`` do, which also writes the words."""

    def __init__(self, context: Context, window: QWidget, pages: Pages, after: AfterDesk) -> None:
        super().__init__(window)
        self._pages = pages
        self._after = after
        self._context = context
        self._window = window
        pages.when_made(FollowUpPages, self._wire_page)

    @cached_property
    def peer(self) -> PeerDialog:
        """Another user's answer."""
        made = PeerDialog(self._context, self._window)
        made.thanked.connect(self._after.write)
        return made

    @cached_property
    def offline(self) -> OfflineDialog:
        """What was solved outside."""
        made = OfflineDialog(self._context, self._window)
        made.asked.connect(self._after.write)
        return made

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the keys do."""
        return {
            "peer_answer": self.show_peer,
            "offline": self.show_offline,
            "page_helpful": self.show_helpful,
        }

    def show_peer(self) -> None:
        """Shift+A: another user answered."""
        self._after.ask(self.peer.open_for)

    def show_offline(self) -> None:
        """Shift+O: solved outside, and its public result."""
        self._after.ask(self.offline.open_for)

    def show_helpful(self) -> None:
        """G B: who answered others."""
        self._after.page_wanted.emit("followup")
        self._pages.followup.show_list("helpful")

    @Slot(object)
    def _edit_peer(self, ticket: TicketId) -> None:
        self.peer.open_for(ticket)

    def _wire_page(self, page: FollowUpPages) -> None:
        page.helpful.thanked.connect(self._after.write)
        page.helpful.edit_requested.connect(self._edit_peer)
