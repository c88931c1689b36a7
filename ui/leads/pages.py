"""The page 线索 as the shell sees it: the list of searches and the list of leads, one at a time."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.leads.commands import LeadCommands
from ui.leads.leads_page import LeadsPage
from ui.leads.searches_page import SearchesPage
from ui.support.context import Context


class LeadPages(QWidget):
    """Passes on everything to the list that is shown."""

    reply_requested = Signal(object)
    open_requested = Signal(object)
    search_new_requested = Signal()
    search_edit_requested = Signal(object)
    """The saved search to be changed."""
    note_requested = Signal(object)
    """The lead about whom something is to be written."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.commands = LeadCommands(context, self)
        self.searches = SearchesPage(context, self.commands)
        self.leads = LeadsPage(context, self.commands)
        self._stack = QStackedLayout(self)
        for page in (self.searches, self.leads):
            self._stack.addWidget(page)
            page.list_wanted.connect(self.show_list)
            page.open_requested.connect(self.open_requested)
        self.searches.new_requested.connect(self.search_new_requested)
        self.searches.edit_requested.connect(self.search_edit_requested)
        self.leads.reply_requested.connect(self.reply_requested)
        self.leads.note_requested.connect(self.note_requested)
        self.setFocusProxy(self.searches)

    @property
    def shown(self) -> SearchesPage | LeadsPage:
        """The list that is shown."""
        return self.leads if self._stack.currentWidget() is self.leads else self.searches

    @Slot(str)
    def show_list(self, key: str) -> None:
        """Turn to a list by its key: searches or leads."""
        page = self.leads if key == "leads" else self.searches
        seen = page.isVisible()
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if seen or not self.isVisible():  # else it was read when it was shown
            page.refresh()
        if self.isVisible():
            page.letter_targets()[0].setFocus()

    @Slot(object)
    def show_search(self, search: object) -> None:
        """Show a search that has just been stored."""
        self.show_list("searches")
        self.searches.choose(search)

    def refresh(self) -> None:
        """Read the list that is shown again."""
        self.shown.refresh()

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the list has no use for it."""
        return self.shown.handle(action_id)

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where the shell's bare letters act; the list that is shown comes first."""
        other = self.searches if self.shown is self.leads else self.leads
        return (*self.shown.letter_targets(), *other.letter_targets())
