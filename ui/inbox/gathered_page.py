"""闲聊与广告: what most likely needs no answer, in one list for one look; one key closes the selection."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.inbox.gathered_delegate import GatheredDelegate
from ui.inbox.gathered_panel import GatheredPanel
from ui.inbox.gathered_rows import GATHERED_COLUMNS, gathered_spoken, grouped_chatter
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage, carry_out
from ui.widgets.page_head import PageHead
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.gathered import GatheredRow
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import Changes
from weibo_operator.services.gathered import SHOWN_AT_MOST

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GatheredPage(ListPage):
    """Nothing is closed by itself, and the rotation serves none of these before."""

    open_requested = Signal(object)
    """The ticket to be opened."""
    labels_requested = Signal(object)
    """The ticket whose labels are to be corrected."""
    back_requested = Signal()
    """Back to the inbox."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._marked: set[TicketId] = set()
        self._shown: Sequence[GatheredRow] = ()
        theme = context.theme
        self.all_button = KeyButton(theme, "全选", keys="Ctrl A", height="control_32")
        self.inbox_button = KeyButton(theme, "回收件箱", icon="arrow-left", keys="Esc", height="control_32")
        self.head = PageHead(theme, "闲聊与广告", [self.all_button, self.inbox_button])
        rows = GroupedRows(self._spoken, _key)
        self.list = CardList(theme, rows, GatheredDelegate(theme, self._marked.__contains__), "闲聊与广告")
        self.panel = GatheredPanel(theme)
        self.empty = EmptyState(theme)
        self.arrange(self.head, ColumnHeads(theme, GATHERED_COLUMNS), self.list, self.empty, self.panel)
        self._connect()

    @property
    def chosen(self) -> tuple[TicketId, ...]:
        """The marked tickets in the order shown, or the one under the cursor."""
        marked = tuple(row.ticket for row in self._shown if row.ticket in self._marked)
        held = self.list.current
        return marked or ((held.ticket,) if isinstance(held, GatheredRow) else ())

    @Slot()
    def refresh(self) -> None:
        """Read the list again; marks stay on what is still there."""
        gathered = self._context.operator.gathered
        self._shown = gathered.listed()
        self._marked &= {row.ticket for row in self._shown}
        self.list.show_rows(grouped_chatter(self._shown))
        count = gathered.count()
        many = f"{count} 条" if count <= SHOWN_AT_MOST else f"{count} 条，先看前 {SHOWN_AT_MOST} 条"
        self.head.show_counts((many, "看过再关，轮流时不会轮到它们"))
        self.empty.show_message(
            "check-check",
            "没有要看的闲聊与广告",
            "分拣认为不用回的新消息会集中到这里\n客户还有别的事没完，就不放进来",
            action="回收件箱",
            keys="Esc",
        )
        self.show_filled(filled=bool(self._shown))
        self.panel.setVisible(bool(self._shown))
        self._show_marks()

    def handle(self, action_id: str) -> bool:
        """Act on one of the shell's list actions; False when the page has no use for it."""
        actions = {
            "no_reply": self.close_chosen,
            "finish": self.close_chosen,
            "write": self.put_back,
            "labels": self.ask_labels,
            "open": self.open_ticket,
            "open_page": self.open_page,
            "select": self.toggle,
            "select_all": self.toggle_all,
            "select_down": self.mark_down,
            "select_up": self.mark_up,
            "down": self.down,
            "up": self.up,
            "back": self.back,
        }
        return carry_out(actions, action_id)

    @Slot()
    def toggle(self) -> None:
        """Space: mark this one, or take the mark off."""
        held = self.list.current
        if isinstance(held, GatheredRow):
            self._marked ^= {held.ticket}
            self._show_marks()

    @Slot()
    def toggle_all(self) -> None:
        """Ctrl+A: mark all, or none where all are marked."""
        every = {row.ticket for row in self._shown}
        whole = every <= self._marked
        self._marked.clear()
        self._marked |= set[TicketId]() if whole else every
        self._show_marks()

    def mark_down(self) -> None:
        """Shift+J: mark this one and the next."""
        self._mark_and_move(1)

    def mark_up(self) -> None:
        """Shift+K: mark this one and the one before."""
        self._mark_and_move(-1)

    @Slot()
    def close_chosen(self) -> None:
        """M: the selection needs no answer, as one operation however many there are."""
        chosen = self.chosen
        if not chosen:
            return
        try:
            outcome = self._context.operator.gathered.close(chosen)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._marked.clear()
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(f"{len(chosen)} 条记为无需回复")

    @Slot()
    def put_back(self) -> None:
        """R: the one under the cursor is to be answered after all."""
        held = self.list.current
        if not isinstance(held, GatheredRow):
            return
        try:
            outcome = self._context.operator.gathered.put_back(held.ticket)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(f"@{held.nickname} 放回轮流，按咨询处理")

    @Slot()
    def ask_labels(self) -> None:
        """L: say what it is instead."""
        held = self.list.current
        if isinstance(held, GatheredRow):
            self.labels_requested.emit(held.ticket)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket."""
        held = self.list.current
        if isinstance(held, GatheredRow):
            self.open_requested.emit(held.ticket)

    def open_page(self) -> None:
        """O: look at the post."""
        held = self.list.current
        if isinstance(held, GatheredRow) and not self._context.desktop.open_page(held.link):
            self._context.news.notice.emit("这一条没有原帖链接。")

    @Slot()
    def back(self) -> None:
        """Esc: the marks off, then the inbox."""
        if self._marked:
            self._marked.clear()
            self._show_marks()
        else:
            self.back_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks, Enter opens."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not event.isAutoRepeat()
        if plain and event.key() == Qt.Key.Key_Space:
            self.toggle()
        elif plain and event.key() in ENTER:
            self.open_ticket()
        else:
            super().keyPressEvent(event)

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where the shell's bare letters act."""
        return (self.list,)

    @Slot(object)
    def _on_picked(self, record: object) -> None:
        if isinstance(record, GatheredRow):
            self.panel.show_row(record, self._context.operator.desk.now())

    @Slot(object)
    def _on_pressed(self, _record: object) -> None:
        self.toggle()

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def _mark_and_move(self, step: int) -> None:
        for move in (step, 0):
            held = self.list.current
            if isinstance(held, GatheredRow):
                self._marked.add(held.ticket)
            self.list.move(move)
        self._show_marks()

    def _show_marks(self) -> None:
        self.panel.show_marked(len(self._marked))
        self.list.viewport().update()

    def _spoken(self, record: object) -> str:
        if not isinstance(record, GatheredRow):
            return ""
        return gathered_spoken(record, self._context.operator.desk.now(), marked=record.ticket in self._marked)

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self.open_ticket)
        self.list.pressed.connect(self._on_pressed)
        self.panel.close_asked.connect(self.close_chosen)
        self.panel.back_asked.connect(self.put_back)
        self.panel.open_asked.connect(self.open_ticket)
        self.all_button.clicked.connect(self.toggle_all)
        self.inbox_button.clicked.connect(self.back_requested)
        self.empty.acted.connect(self.back_requested)
        self._context.news.changed.connect(self._hear)


def _key(record: object) -> object:
    return record.ticket if isinstance(record, GatheredRow) else None
