"""危机清单 of one ticket as a sheet over the window, opened from the session, the banner or a key."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.crisis.commands import CrisisCommands
from ui.crisis.detail import CrisisDetail
from ui.support.actions import in_lists
from ui.support.context import Context
from ui.support.crisis_steps import shown_steps
from ui.widgets.sheet import Sheet
from weibo_operator.domain.crisis_case import PlaybookStep
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import Changes
from weibo_operator.translation import tr

WIDTH = 560


class CrisisSheet(Sheet):
    """Shows one case; Y confirms, B turns down, ↑ ↓ Space tick, T takes a step's words, Z takes back."""

    open_requested = Signal(object)
    words_requested = Signal(object, object)
    undo_requested = Signal()

    def __init__(self, context: Context, commands: CrisisCommands, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("危机清单"), WIDTH)
        self._context = context
        self._commands = commands
        self._ticket: TicketId | None = None
        self.detail = CrisisDetail(context.theme, shown_steps(context))
        self.frame.body.setContentsMargins(8, 0, 8, 0)
        self.frame.body.addWidget(self.detail)
        self._say_keys()
        self._connect()

    @property
    def ticket(self) -> TicketId | None:
        """Whose case is shown."""
        return None if self.isHidden() else self._ticket

    def open_for(self, ticket: TicketId) -> None:
        """Show a ticket's case with the first open step in focus; without one say how to make it."""
        self._ticket = ticket
        if not self._show():
            keys = self._theme.keys.said(in_lists("crisis_confirm"))
            self._context.news.notice.emit(tr("这张工单没有危机信号。真是危机的话，按 {0} 确认。", keys))
            return
        if self.isHidden():
            self.open_over()
        self.detail.checklist.focus_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The case's own letters."""
        is_key = self._theme.keys.is_list_key_of
        actions = {"crisis_confirm": self._confirm, "crisis_dismiss": self._dismiss, "undo": self.undo_requested.emit}
        act = next((act for action, act in actions.items() if is_key(action, event)), None)
        if act is None or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        act()
        event.accept()

    @Slot()
    def _say_keys(self) -> None:
        undo = self._theme.keys.said(in_lists("undo"))
        self.frame.set_title(tr("危机清单"), (tr("空格打勾，T 用说法，{0} 撤销", undo),))

    @Slot()
    def _confirm(self) -> None:
        if self._ticket is not None:
            self._commands.confirm(self._ticket)

    @Slot()
    def _dismiss(self) -> None:
        if self._ticket is not None:
            self._commands.ask_dismiss(self._ticket)

    @Slot()
    def _close_case(self) -> None:
        if self._ticket is not None:
            self._commands.close(self._ticket)

    @Slot()
    def _evidence(self) -> None:
        if self._ticket is not None:
            self._commands.save_evidence(self._ticket)

    @Slot()
    def _review(self) -> None:
        if self._ticket is not None:
            self._commands.review_wanted.emit(self._ticket)

    @Slot()
    def _open(self) -> None:
        if self._ticket is not None:
            self.close_over()
            self.open_requested.emit(self._ticket)

    @Slot(str, bool)
    def _tick(self, key: str, done: bool) -> None:
        if self._ticket is not None:
            self._commands.tick(self._ticket, key, done=done)

    @Slot(object)
    def _ask_words(self, step: PlaybookStep) -> None:
        if self._ticket is not None:
            self.close_over()
            self.words_requested.emit(self._ticket, step)

    @Slot(object)
    def _hear(self, _changes: Changes) -> None:
        if not self.isHidden() and not self._show():
            self.close_over()

    def _show(self) -> bool:
        crises = self._context.operator.crises
        view = None if self._ticket is None else crises.view(self._ticket)
        if view is None:
            return False
        self.detail.show_view(view, crises.signals_line(view.row.ticket), self._context.operator.desk.now())
        return True

    def _connect(self) -> None:
        self._theme.keys.changed.connect(self._say_keys)
        detail = self.detail
        detail.confirm_asked.connect(self._confirm)
        detail.dismiss_asked.connect(self._dismiss)
        detail.close_asked.connect(self._close_case)
        detail.open_asked.connect(self._open)
        detail.evidence_asked.connect(self._evidence)
        detail.review_asked.connect(self._review)
        detail.ticked.connect(self._tick)
        detail.words_asked.connect(self._ask_words)
        self._context.news.changed.connect(self._hear)
