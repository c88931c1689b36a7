"""承诺: what we told customers we would do by a time, by that time; kept, put off, taken off (mission D17)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.followup.lists import list_seg
from ui.followup.promise_delegate import PromiseDelegate
from ui.followup.promise_panel import PromisePanel
from ui.followup.promise_rows import PROMISE_COLUMNS, grouped_promises, rate_words, settled_rows, spoken_promise
from ui.followup.promise_settling import cancel_promise, keep_promise
from ui.support.context import Context
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage, carry_out
from ui.widgets.page_head import PageHead
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.promise_record import PromiseState, RecordedPromise


class PromisePage(ListPage):
    """Lists promises by their time, and below them what became of the latest; the chosen one stands at the right."""

    list_wanted = Signal(str)
    """Another of the lists, by its key."""
    reply_requested = Signal(object)
    open_requested = Signal(object)
    card_requested = Signal(object)
    contact_requested = Signal(object)
    promise_requested = Signal(object)
    """The promise whose dialog is to be opened."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        theme = context.theme
        self.seg = list_seg(theme, "promises")
        self.head = PageHead(theme, "回访", [self.seg])
        self._heads = ColumnHeads(theme, PROMISE_COLUMNS)
        self._rows = GroupedRows(self._spoken, _key)
        self.list = CardList(theme, self._rows, PromiseDelegate(theme, context.operator.desk.now), "承诺列表")
        self.panel = PromisePanel(theme)
        self.empty = EmptyState(theme)
        self.empty.show_message(
            "calendar-clock", "没有要兑现的承诺", "回复里说“明天 18:00 前给您答复”，发出后会自动记在这里"
        )
        self.arrange(self.head, self._heads, self.list, self.empty, self.panel)
        self._connect()

    @property
    def chosen(self) -> RecordedPromise | None:
        """The promise chosen in the list."""
        held = self.list.current
        return held if isinstance(held, RecordedPromise) else None

    @Slot()
    def refresh(self) -> None:
        """Read the list again: what is due is a question of the moment."""
        service, now = self._context.operator.promises, self._context.operator.desk.now()
        rows = [*grouped_promises(service.due_list(), now), *settled_rows(service.settled_list())]
        self.list.show_rows(rows)
        self.head.show_counts(rate_words(service.this_week()))
        self.show_filled(filled=bool(rows))
        self.panel.setVisible(bool(rows))

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the page has no use for it."""
        actions = {
            "level_1": self.keep,
            "level_2": self.cancel,
            "snooze": self.change,
            "write": self.change,
            "promise": self.change,
            "open": self.open_ticket,
            "card": self.edit_card,
            "contact": self.record_contact,
            "down": self.down,
            "up": self.up,
        }
        return carry_out(actions, action_id)

    @Slot()
    def keep(self) -> None:
        """1: what was promised has been done."""
        self._settle(keep_promise)

    @Slot()
    def cancel(self) -> None:
        """2: it was no promise."""
        self._settle(cancel_promise)

    @Slot()
    def change(self) -> None:
        """S, R: another time, told to the customer."""
        if self._is_open() and self.chosen is not None:
            self.promise_requested.emit(self.chosen.id)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket."""
        if self.chosen is not None:
            self.open_requested.emit(self.chosen.ticket_id)

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
        self.seg.set_current("promises")
        self.list_wanted.emit(key)

    @Slot(object)
    def _show_chosen(self, record: object) -> None:
        if isinstance(record, RecordedPromise):
            self.panel.show_promise(record, self._context.operator.desk.now())

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that are nobody else's: 1, 2 and Enter."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat()
        keys = {
            Qt.Key.Key_1: self.keep,
            Qt.Key.Key_2: self.cancel,
            Qt.Key.Key_Return: self.open_ticket,
            Qt.Key.Key_Enter: self.open_ticket,
        }
        action = keys.get(Qt.Key(event.key())) if plain else None
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _is_open(self) -> bool:
        return self.chosen is not None and self.chosen.state is PromiseState.OPEN

    def _settle(self, settle: Callable[[Context, RecordedPromise], bool]) -> None:
        """Do it with the chosen one if it is open; the next open one is chosen after it."""
        chosen = self.chosen
        if chosen is None or not self._is_open():
            return
        open_ones = [each.id for each in self._context.operator.promises.due_list()]
        place = open_ones.index(chosen.id)
        if not settle(self._context, chosen):
            return
        self.refresh()
        rest = [*open_ones[place + 1 :], *reversed(open_ones[:place])]
        if rest:
            self.list.choose(rest[0])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _spoken(self, record: object) -> str:
        return spoken_promise(record, self._context.operator.desk.now()) if isinstance(record, RecordedPromise) else ""

    def _connect(self) -> None:
        self.seg.selected.connect(self._choose_list)
        self.list.picked.connect(self._show_chosen)
        self.list.opened.connect(self.open_ticket)
        self.panel.kept_asked.connect(self.keep)
        self.panel.cancel_asked.connect(self.cancel)
        self.panel.change_asked.connect(self.change)
        self.panel.open_asked.connect(self.open_ticket)
        self._context.news.changed.connect(self._hear)


def _key(record: object) -> object:
    return record.id if isinstance(record, RecordedPromise) else None
