"""The page 回访 as the shell sees it: the lists of visits and the list of important customers, one at a time."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.followup.important_page import ImportantPage
from ui.followup.page import FollowUpPage
from ui.support.context import Context
from ui.widgets.list_page import ListPage


class FollowUpPages(QWidget):
    """Passes on everything to the list that is shown."""

    reply_requested = Signal(object)
    open_requested = Signal(object)
    card_requested = Signal(object)
    """The customer whose card is to be written."""
    contact_requested = Signal(object)
    """The customer with whom we spoke."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.visits = FollowUpPage(context)
        self.important = ImportantPage(context)
        self._stack = QStackedLayout(self)
        for page in (self.visits, self.important):
            self._stack.addWidget(page)
            page.list_wanted.connect(self.show_list)
            page.reply_requested.connect(self.reply_requested)
            page.open_requested.connect(self.open_requested)
            page.card_requested.connect(self.card_requested)
            page.contact_requested.connect(self.contact_requested)
        self.setFocusProxy(self.visits)

    @property
    def shown(self) -> ListPage:
        """The list that is shown."""
        return self.important if self._stack.currentWidget() is self.important else self.visits

    @Slot(str)
    def show_list(self, key: str) -> None:
        """Turn to a list by its key: due, done or important (KeyError for another)."""
        if key != "important":
            self.visits.seg.set_current(key)
        page = self.important if key == "important" else self.visits
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.refresh()
        if self.isVisible():
            page.letter_targets()[0].setFocus()

    def refresh(self) -> None:
        """Read the list that is shown again."""
        self.shown.refresh()

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the list has no use for it."""
        page = self.important if self.shown is self.important else self.visits
        return page.handle(action_id)

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where the shell's bare letters act; the list that is shown comes first."""
        other = self.visits if self.shown is self.important else self.important
        return (*self.shown.letter_targets(), *other.letter_targets())
