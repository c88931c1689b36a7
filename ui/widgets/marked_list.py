"""A page of one list whose rows may be marked several at a time; what is asked for then means all of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support.context import Context
from ui.support.page_keys import Deed
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.list_page import ListPage
from ui.widgets.marked_delegate import MarkedDelegate
from weibo_operator.domain.ids import TicketId
from weibo_operator.translation import tr

Row = TypeVar("Row")


class RowFacts(Struct, Generic[Row], frozen=True):
    """What the page must know of a row: what stays when it changes, its ticket, its post, its words read aloud."""

    kind: type[Row]
    key: Callable[[Row], object]
    ticket: Callable[[Row], TicketId]
    link: Callable[[Row], str]
    spoken: Callable[[Row, datetime, bool], str]
    """(row, now, whether it is marked)."""


class MarkedListPage(ListPage, Generic[Row]):
    """``read_list``, ``show_row`` and what is done with the chosen rows are each page's own."""

    open_requested = Signal(object)
    """The ticket to be opened."""
    back_requested = Signal()
    """Back to the inbox."""

    def __init__(self, context: Context, facts: RowFacts[Row], parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._facts = facts
        self._shown: Sequence[Row] = ()
        self._marked: set[object] = set()
        self.empty = EmptyState(context.theme)
        self.empty.acted.connect(self.back_requested)

    @property
    def held(self) -> Row | None:
        """The row under the cursor."""
        current = self.list.current
        return current if isinstance(current, self._facts.kind) else None

    @property
    def marked_rows(self) -> tuple[Row, ...]:
        """The marked rows in the order shown."""
        return tuple(row for row in self._shown if self.is_marked(row))

    @property
    def chosen(self) -> tuple[Row, ...]:
        """The marked rows, or the one under the cursor."""
        held = self.held
        return self.marked_rows or (() if held is None else (held,))

    def make_list(self, name: str, delegate: MarkedDelegate) -> CardList:
        """The list, to be arranged by the page."""
        self.list = CardList(self._theme, GroupedRows(self._spoken, self._key), delegate, name)
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self.open_ticket)
        self.list.pressed.connect(self._on_pressed)
        return self.list

    def is_marked(self, record: object) -> bool:
        """Whether a row is marked."""
        return self._key(record) in self._marked

    def show_read(self, rows: Sequence[Row], grouped: list[object]) -> None:
        """Show what was read, grouped under titles; marks stay on what is still there."""
        self._shown = rows
        self._marked &= {self._facts.key(row) for row in rows}
        self.list.show_rows(grouped)
        self.show_filled(filled=bool(rows))

    def show_row(self, row: Row) -> None:
        """Tell more about the row under the cursor; overridden by each page."""

    def show_marks(self) -> None:
        """Other rows are marked: paint the boxes anew; pages add what they say of the selection."""
        self.list.viewport().update()

    def bind_with_usual(self, table: str, deeds: Mapping[str, Deed]) -> None:
        """Bind the page's keys, and those that mean the same on every such page."""
        usual: dict[str, Deed] = {
            "open": self.open_ticket,
            "open_page": self.open_page,
            "select": self.toggle,
            "select_all": self.toggle_all,
            "select_down": self.mark_down,
            "select_up": self.mark_up,
            "back": self.back,
        }
        self.bind(table, {**usual, **deeds})

    @Slot()
    def toggle(self) -> None:
        """X or Space: mark this one, or take the mark off."""
        held = self.held
        if held is not None:
            self._marked ^= {self._facts.key(held)}
            self.show_marks()

    @Slot()
    def toggle_all(self) -> None:
        """Ctrl+A: mark all, or none where all are marked."""
        every = {self._facts.key(row) for row in self._shown}
        self._marked = set() if every <= self._marked else every
        self.show_marks()

    def mark_down(self) -> None:
        """Shift+J: mark this one and the next."""
        self._mark_and_move(1)

    def mark_up(self) -> None:
        """Shift+K: mark this one and the one before."""
        self._mark_and_move(-1)

    @Slot()
    def unmark(self) -> None:
        """Take all marks off."""
        self._marked.clear()
        self.show_marks()

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket."""
        held = self.held
        if held is not None:
            self.open_requested.emit(self._facts.ticket(held))

    @Slot()
    def open_page(self) -> None:
        """O: look at the post."""
        held = self.held
        if held is not None and not self._context.desktop.open_page(self._facts.link(held)):
            self._context.news.notice.emit(tr("这一条没有原帖链接，请自己打开微博。"))

    @Slot()
    def back(self) -> None:
        """Esc: the marks off, then the inbox."""
        if self._marked:
            self.unmark()
        else:
            self.back_requested.emit()

    @Slot(object)
    def _on_picked(self, record: object) -> None:
        if isinstance(record, self._facts.kind):
            self.show_row(record)

    @Slot(object)
    def _on_pressed(self, _record: object) -> None:
        self.toggle()

    def _mark_and_move(self, step: int) -> None:
        for move in (step, 0):
            held = self.held
            if held is not None:
                self._marked.add(self._facts.key(held))
            self.list.move(move)
        self.show_marks()

    def _key(self, record: object) -> object:
        return self._facts.key(record) if isinstance(record, self._facts.kind) else None

    def _spoken(self, record: object) -> str:
        if not isinstance(record, self._facts.kind):
            return ""
        return self._facts.spoken(record, self._context.operator.desk.now(), self.is_marked(record))
