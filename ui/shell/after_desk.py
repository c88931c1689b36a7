"""What follows an answer, in the window: promises, remedies, praise; their dialogs and their keys (mission D17–D19)."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.followup.pages import FollowUpPages
from ui.followup.praise_dialog import PraiseDialog
from ui.followup.promise_dialog import PromiseDialog
from ui.followup.remedy_dialog import RemedyDialog
from ui.shell.desk import DeskCommands
from ui.shell.dialogs import Dialogs
from ui.shell.pages import Pages
from ui.support.context import Context
from weibo_operator.domain.community import HelpfulUser
from weibo_operator.domain.followup import FollowUp
from weibo_operator.domain.handoff import Asks
from weibo_operator.domain.ids import PromiseId, TicketId
from weibo_operator.domain.praise import Testimonial
from weibo_operator.domain.promise_record import RecordedPromise
from weibo_operator.translation import tr

_OF_A_TICKET = (FollowUp, RecordedPromise, Testimonial, HelpfulUser)
"""What the lists of 回访 hold that belongs to a ticket."""


class AfterDesk(QObject):
    """The keys mean the open or chosen ticket, on the inbox and on the page 回访 alike."""

    page_wanted = Signal(str)
    ticket_chosen = Signal(object)

    def __init__(
        self,
        context: Context,
        window: QWidget,
        pages: Pages,
        commands: DeskCommands,
        dialogs: Dialogs,
    ) -> None:
        """Of ``dialogs`` the form for handing over is used, which also asks whoever is in charge."""
        super().__init__(window)
        self._dialogs = dialogs
        self._context = context
        self._pages = pages
        self._commands = commands
        self._window = window
        pages.when_made(FollowUpPages, self._wire_page)
        pages.inbox.session.panel.owed.promise_asked.connect(self.show_promise)

    @cached_property
    def promise(self) -> PromiseDialog:
        """What was promised, and whether it was kept."""
        made = PromiseDialog(self._context, self._window)
        made.told.connect(self.write)
        return made

    @cached_property
    def remedy(self) -> RemedyDialog:
        """What was given to make good."""
        made = RemedyDialog(self._context, self._window)
        made.handoff_wanted.connect(self._ask_for_remedy)
        return made

    @cached_property
    def praise(self) -> PraiseDialog:
        """Praise that is kept."""
        made = PraiseDialog(self._context, self._window)
        made.thanked.connect(self.write)
        return made

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the keys do."""
        return {
            "promise": self.show_promise,
            "remedy": self.show_remedy,
            "praise": self.show_praise,
            "consent": self.show_consent,
            "page_praise": self.show_praise_list,
            "page_promises": self.show_promises,
            "page_important": self.show_important,
        }

    def due(self) -> int:
        """Visits, promises and contacts that are due by tonight, for the rail."""
        operator = self._context.operator
        return (
            operator.follow_ups.due_by_tonight() + operator.promises.due_by_tonight() + operator.important.due_today()
        )

    @Slot()
    def show_promise(self) -> None:
        """F2: the promise of the open or chosen ticket."""
        chosen = self._chosen_promise()
        if chosen is not None:
            self.promise.open_promise(chosen.id)
        else:
            self.ask(self.promise.open_for)

    @Slot()
    def show_remedy(self) -> None:
        """F3: what was given to make good."""
        self.ask(self.remedy.open_for)

    @Slot()
    def show_praise(self) -> None:
        """Shift+H: keep praise."""
        self.ask(self.praise.open_for)

    @Slot()
    def show_consent(self) -> None:
        """F4: whoever is in charge is asked what to do (mission A4)."""
        self.ask(self._ask_consent)

    def show_praise_list(self) -> None:
        """G H: the praise that was kept."""
        self.page_wanted.emit("followup")
        self._pages.followup.show_list("praise")

    def show_promises(self) -> None:
        """G K: the list of promises."""
        self.page_wanted.emit("followup")
        self._pages.followup.show_list("promises")

    def show_important(self) -> None:
        """G V: the important customers."""
        self.page_wanted.emit("followup")
        self._pages.followup.show_list("important")

    def ask(self, ask: Callable[[TicketId], None]) -> None:
        """Ask something about the open or chosen ticket; where there is none, that is said."""
        ticket = self._ticket()
        if ticket is None:
            self._context.news.notice.emit(tr("先选一张工单。"))
            return
        self._pages.inbox.session.flush()
        ask(ticket)

    def _ticket(self) -> TicketId | None:
        if self._pages.inbox.isVisible():
            return self._commands.current
        chosen = self._chosen()
        return chosen.ticket_id if isinstance(chosen, _OF_A_TICKET) else None

    def _chosen_promise(self) -> RecordedPromise | None:
        chosen = self._chosen()
        return chosen if isinstance(chosen, RecordedPromise) else None

    def _chosen(self) -> object:
        """What is chosen on the page 回访, None while another page is shown."""
        page = self._pages.in_sight(FollowUpPages)
        return None if page is None else page.shown.chosen

    def _wire_page(self, page: FollowUpPages) -> None:
        page.promise_requested.connect(self._open_promise)
        page.praise.thanked.connect(self.write)
        page.praise.edit_requested.connect(self._edit_praise)
        page.reply_requested.connect(self.ticket_chosen)
        page.open_requested.connect(self.ticket_chosen)

    @Slot(object)
    def _edit_praise(self, ticket: TicketId) -> None:
        self.praise.open_for(ticket)

    @Slot(object)
    def _open_promise(self, promise: PromiseId) -> None:
        self.promise.open_promise(promise)

    @Slot(object)
    def _ask_for_remedy(self, ticket: TicketId) -> None:
        """Alt+9 in the dialog of remedies: what was to be given is what is asked for."""
        self._ask_consent(ticket)
        form = self._dialogs.handoff
        if form.isVisible():
            description = form.fields.description
            description.setPlainText(f"请示：{self.remedy.wish}。{description.toPlainText()}")

    def _ask_consent(self, ticket: TicketId) -> None:
        """The form for handing over, turned to whoever is in charge."""
        form = self._dialogs.handoff
        form.open_for(ticket)
        asks = form.fields.asks
        asks.set_current(Asks.CONSENT.value)
        asks.selected.emit(asks.current)

    @Slot(object, str)
    def write(self, ticket: TicketId, words: str) -> None:
        """Put words into the reply to a ticket, after what was begun there."""
        self.ticket_chosen.emit(ticket)
        if not self._pages.inbox.session.insert_words(words):
            self._context.news.notice.emit(tr("上一条还没确认是否发出，先按 1 或 2。"))
