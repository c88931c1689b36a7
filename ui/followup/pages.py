"""The page 回访 as the shell sees it: visits, promises, important customers, praise, helpful users."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.followup.helpful_page import HelpfulPage
from ui.followup.important_page import ImportantPage
from ui.followup.page import FollowUpPage
from ui.followup.praise_page import PraisePage
from ui.followup.promise_page import PromisePage
from ui.support.context import Context


class FollowUpPages(QWidget):
    """Passes on everything to the list that is shown."""

    reply_requested = Signal(object)
    open_requested = Signal(object)
    card_requested = Signal(object)
    """The customer whose card is to be written."""
    contact_requested = Signal(object)
    """The customer with whom we spoke."""

    promise_requested = Signal(object)
    """The promise whose dialog is to be opened."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.visits = FollowUpPage(context)
        self.promises = PromisePage(context)
        self.important = ImportantPage(context)
        self.praise = PraisePage(context)
        self.helpful = HelpfulPage(context)
        self._pages = (self.visits, self.promises, self.important, self.praise, self.helpful)
        self._stack = QStackedLayout(self)
        for page in self._pages:
            self._stack.addWidget(page)
            page.list_wanted.connect(self.show_list)
            page.reply_requested.connect(self.reply_requested)
            page.open_requested.connect(self.open_requested)
            page.card_requested.connect(self.card_requested)
            page.contact_requested.connect(self.contact_requested)
        self.promises.promise_requested.connect(self.promise_requested)
        self.setFocusProxy(self.visits)

    @property
    def shown(self) -> FollowUpPage | PromisePage | ImportantPage | PraisePage | HelpfulPage:
        """The list that is shown."""
        return self._pages[self._stack.currentIndex()]

    @Slot(str)
    def show_list(self, key: str) -> None:
        """Turn to a list by its key: due, done, promises, important, praise or helpful (KeyError for another)."""
        others = {
            "promises": self.promises,
            "important": self.important,
            "praise": self.praise,
            "helpful": self.helpful,
        }
        if key not in others:
            self.visits.seg.set_current(key)
        page = others.get(key, self.visits)
        seen = page.isVisible()
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if seen or not self.isVisible():  # else it was read when it was shown
            page.refresh()
        if self.isVisible():
            page.letter_targets()[0].setFocus()

    def refresh(self) -> None:
        """Read the list that is shown again."""
        self.shown.refresh()

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the list has no use for it."""
        return self.shown.handle(action_id)

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where the shell's bare letters act; the list that is shown comes first."""
        others = [page for page in self._pages if page is not self.shown]
        return tuple(target for page in (self.shown, *others) for target in page.letter_targets())
