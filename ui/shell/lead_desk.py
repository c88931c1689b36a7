"""Searches, leads and gathered chatter in the window: their dialogs, and the keys that work on the inbox too."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.inbox.gathered_page import GatheredPage
from ui.leads.lead_dialog import LeadDialog
from ui.leads.pages import LeadPages
from ui.leads.search_dialog import SearchDialog
from ui.shell.desk import DeskCommands
from ui.shell.pages import Pages
from ui.support.context import Context
from weibo_operator.domain.lead import Lead
from weibo_operator.domain.saved_search import SavedSearch


class LeadDesk(QObject):
    """``page_wanted`` names the page that a search just stored, or a list, is on."""

    page_wanted = Signal(str)
    ticket_chosen = Signal(object)

    def __init__(self, context: Context, window: QWidget, pages: Pages, commands: DeskCommands) -> None:
        super().__init__(window)
        self._context = context
        self._pages = pages
        self._desk = commands
        self._window = window
        pages.when_made(LeadPages, self._wire_leads)
        pages.when_made(GatheredPage, self._wire_gathered)
        pages.inbox.board.gathered_asked.connect(self.show_gathered)

    @cached_property
    def search_dialog(self) -> SearchDialog:
        """What a saved search looks for."""
        made = SearchDialog(self._context, self._window)
        made.saved.connect(self._show_search)
        return made

    @cached_property
    def lead_dialog(self) -> LeadDialog:
        """What is noted of a lead."""
        return LeadDialog(self._context, self._window)

    @property
    def attention(self) -> int:
        """What the rail says of the page 线索: hits nobody has looked at, and contacts that are due."""
        operator = self._context.operator
        return operator.searches.unseen() + operator.leads.due_today()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its keys do on the inbox."""
        return {"lead": self.add_lead}

    def page_handlers(self) -> Mapping[str, Callable[[], object]]:
        """The keys that mean the same from everywhere: its lists, and a new search."""
        return {
            "page_leads": self.show_leads,
            "page_searches": self.show_searches,
            "search_new": self.new_search,
        }

    @Slot()
    def new_search(self) -> None:
        """Shift+S: a new saved search, from whatever page."""
        self._pages.inbox.session.flush()
        self.search_dialog.open_new()

    @Slot()
    def show_gathered(self) -> None:
        """G X: chatter and advertising for one look."""
        self.page_wanted.emit("gathered")

    def show_searches(self) -> None:
        """G S: the saved searches."""
        self._show_list("searches")

    def show_leads(self) -> None:
        """G L: the leads."""
        self._show_list("leads")

    def add_lead(self) -> None:
        """Shift+L: the open or chosen ticket's customer is a lead from now on."""
        ticket = self._desk.current
        if ticket is not None:
            self._pages.inbox.session.flush()
            customer = self._context.operator.inbox.view(ticket).customer.id
            self._pages.leads.commands.add_lead(customer)

    def _show_list(self, key: str) -> None:
        self.page_wanted.emit("leads")
        self._pages.leads.show_list(key)

    @Slot(object)
    def _reply(self, ticket: object) -> None:
        self.ticket_chosen.emit(ticket)
        self._pages.inbox.session.focus_editor()

    @Slot(object)
    def _edit_search(self, search: SavedSearch) -> None:
        self.search_dialog.open_for(search)

    @Slot(object)
    def _note(self, lead: Lead) -> None:
        self.lead_dialog.open_for(lead)

    @Slot(object)
    def _show_search(self, search: object) -> None:
        self.page_wanted.emit("leads")
        self._pages.leads.show_search(search)

    def _wire_leads(self, page: LeadPages) -> None:
        page.search_new_requested.connect(self.new_search)
        page.search_edit_requested.connect(self._edit_search)
        page.note_requested.connect(self._note)
        page.open_requested.connect(self.ticket_chosen)
        page.reply_requested.connect(self._reply)

    def _wire_gathered(self, page: GatheredPage) -> None:
        page.open_requested.connect(self.ticket_chosen)
        page.labels_requested.connect(self._desk.labels_wanted)
        page.back_requested.connect(self._to_inbox)

    @Slot()
    def _to_inbox(self) -> None:
        self.page_wanted.emit("inbox")
