"""回访: the page of visits to be made and of those made (mission E8, E9)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.followup.controller import VisitController
from ui.followup.delegate import VisitDelegate
from ui.followup.lists import list_seg
from ui.followup.panel import OUTCOMES, VisitPanel
from ui.followup.plan_dialog import PlanDialog
from ui.followup.rows import COLUMNS, DONE_COLUMNS, done_rows, grouped, spoken
from ui.support.context import Context
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage, carry_out
from ui.widgets.page_head import PageHead
from weibo_operator.domain.followup import FollowUp, VisitOutcome
from weibo_operator.domain.operations import Changes


class FollowUpPage(ListPage):
    """Lists visits by their day; the chosen one is told in full at the right."""

    reply_requested = Signal(object)
    """The ticket whose customer gets a message."""
    open_requested = Signal(object)
    """The ticket to be opened."""
    list_wanted = Signal(str)
    """Another of the lists that this page does not hold, by its key."""
    card_requested = Signal(object)
    """The customer whose card is to be written."""
    contact_requested = Signal(object)
    """The customer with whom we spoke."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._controller = VisitController(context, self)
        theme = context.theme
        self.seg = list_seg(theme, "due")
        self._shown_list = "due"
        self.head = PageHead(theme, "回访", [self.seg])
        self._heads = ColumnHeads(theme, COLUMNS)
        self._rows = GroupedRows(self._spoken, _key)
        self.list = CardList(theme, self._rows, VisitDelegate(theme, context.operator.desk.now), "回访列表")
        self.panel = VisitPanel(theme)
        self.empty = EmptyState(theme)
        self.dialog = PlanDialog(context, self)
        self._shown: object = None
        self.arrange(self.head, self._heads, self.list, self.empty, self.panel)
        self._connect()

    @property
    def chosen(self) -> FollowUp | None:
        """The visit chosen in the list."""
        held = self.list.current
        return held if isinstance(held, FollowUp) else None

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        done = self.seg.current == "done"
        visits = self._controller.visits(done=done)
        now = self._context.operator.desk.now()
        self.list.show_rows(done_rows(visits) if done else grouped(visits, now))
        self._heads.show_columns(DONE_COLUMNS if done else COLUMNS)
        self._shown_list = self.seg.current
        self.head.show_counts(self._controller.week_parts())
        self._show_empty(done=done)
        self.show_filled(filled=bool(visits))
        self.panel.setVisible(bool(visits))

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the page has no use for it."""
        if action_id.startswith("level_") and action_id.removeprefix("level_").isdigit():
            self.record_number(int(action_id.removeprefix("level_")))
            return True
        actions = {
            "level_auto": self.accept_suggestion,
            "snooze": self.postpone,
            "write": self.reply,
            "open": self.open_ticket,
            "open_page": self.open_page,
            "card": self.edit_card,
            "contact": self.record_contact,
            "down": self.down,
            "up": self.up,
        }
        return carry_out(actions, action_id)

    def record_number(self, number: int) -> None:
        """A digit from 1 to 6: record what the chosen visit found; the next one is chosen after it."""
        if 0 < number <= len(OUTCOMES):
            self.record(OUTCOMES[number - 1])

    @Slot(object)
    def record(self, outcome: VisitOutcome) -> None:
        """Record what the chosen visit found, with the note as it stands."""
        chosen = self.chosen
        if chosen is None or chosen.outcome is not None:
            return
        note = self.panel.note.text()
        if self._controller.record(chosen, outcome, note):
            self.panel.note.clear()
            self.refresh()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def accept_suggestion(self) -> None:
        """0: record the outcome that the customer's own words suggest."""
        chosen = self.chosen
        suggested = None if chosen is None else self._controller.since(chosen)[1]
        if suggested is not None:
            self.record(suggested.outcome)

    @Slot()
    def postpone(self) -> None:
        """S: another day for the chosen visit."""
        chosen = self.chosen
        if chosen is not None and chosen.outcome is None:
            self.dialog.open_visit(chosen)

    @Slot()
    def reply(self) -> None:
        """R: write to the customer."""
        chosen = self.chosen
        if chosen is not None:
            self.reply_requested.emit(chosen.ticket_id)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket."""
        chosen = self.chosen
        if chosen is not None:
            self.open_requested.emit(chosen.ticket_id)

    @Slot()
    def open_page(self) -> None:
        """O: look what the customer has posted since."""
        chosen = self.chosen
        if chosen is not None:
            self._controller.open_page(chosen)

    @Slot()
    def edit_card(self) -> None:
        """V: the customer's card."""
        if self.chosen is not None:
            self.card_requested.emit(self.chosen.customer_id)

    @Slot()
    def record_contact(self) -> None:
        """H: note that we spoke with the customer."""
        if self.chosen is not None:
            self.contact_requested.emit(self.chosen.customer_id)

    @Slot(str)
    def _choose_list(self, key: str) -> None:
        if key not in ("due", "done"):
            self.seg.set_current(self._shown_list)
            self.list_wanted.emit(key)
        else:
            self.refresh()

    @Slot(object)
    def _show_chosen(self, record: object) -> None:
        if not isinstance(record, FollowUp):
            return
        if record.id != self._shown:
            self._shown = record.id
            self.panel.note.clear()
        recent, suggested = self._controller.since(record)
        self.panel.show_visit(record, recent, suggested, self._context.operator.desk.now())

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that are nobody else's: the digits of outcomes, 0 for the one suggested, and Enter."""
        number = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat()
        if plain and number == 0:
            self.accept_suggestion()
        elif plain and 1 <= number <= len(OUTCOMES):
            self.record_number(number)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_ticket()
        else:
            super().keyPressEvent(event)

    def _spoken(self, record: object) -> str:
        return spoken(record, self._context.operator.desk.now()) if isinstance(record, FollowUp) else ""

    def _show_empty(self, *, done: bool) -> None:
        if done:
            self.empty.show_message("archive", "还没有回访过", "回访以后记下结果，就会出现在这里")
            return
        self.empty.show_message("calendar-clock", "没有要回访的客户", "发送回复时选“3 天后回访”，到期会自动排到这里")

    def _connect(self) -> None:
        self.seg.selected.connect(self._choose_list)
        self.list.picked.connect(self._show_chosen)
        self.list.opened.connect(self.open_ticket)
        self.panel.outcome_asked.connect(self.record)
        self.panel.suggestion_accepted.connect(self.accept_suggestion)
        self.panel.page_asked.connect(self.open_page)
        self.panel.postpone_asked.connect(self.postpone)
        self.panel.reply_asked.connect(self.reply)
        self._context.news.changed.connect(self._hear)


def _key(record: object) -> object:
    return record.id if isinstance(record, FollowUp) else None
