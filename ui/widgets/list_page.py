"""The frame of a page that is a list: head, column heads, cards or the empty state, and a panel at the right."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.support.context import Context
from ui.support.theme import Theme
from ui.widgets.card_columns import CardColumn, ColumnHeads
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.card_list import CardList
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_rows import GroupedRows
from ui.widgets.keyed_page import KeyedPage
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.operations import Changes


class ListPage(KeyedPage):
    """A page of one list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._stack = QStackedLayout()
        self._cards: CardList | None = None
        self._empty: QWidget | None = None

    def arrange(self, head: QWidget, heads: ColumnHeads, cards: CardList, empty: QWidget, panel: QWidget) -> None:
        """Put the parts in their places; the list gets the page's focus."""
        self._cards, self._empty = cards, empty
        self.setFocusProxy(cards)
        cards.widened.connect(heads.set_room)
        lists = QWidget()
        column = _tight(QVBoxLayout(lists))
        column.addWidget(heads)
        column.addWidget(cards, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._stack, 1)
        row.addWidget(panel)
        whole = _tight(QVBoxLayout(self))
        whole.addWidget(head)
        whole.addLayout(row, 1)
        # Last: a stack shows its first widget at once, which without the page around it would be a window.
        self._stack.addWidget(lists)
        self._stack.addWidget(empty)

    def show_filled(self, *, filled: bool) -> None:
        """Show the list, or the empty state where there is nothing to list; the keys go where the eyes go."""
        shown, other = (self._cards, self._empty) if filled else (self._empty, self._cards)
        had_keys = other is not None and other.hasFocus()
        self._stack.setCurrentIndex(0 if filled else 1)
        if shown is not None:
            self.setFocusProxy(shown)
        if had_keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def letter_targets(self) -> tuple[QWidget, ...]:
        """Where the shell's bare letters act, what is shown first."""
        targets = (self._cards, self._empty) if self._stack.currentIndex() == 0 else (self._empty, self._cards)
        return tuple(target for target in targets if target is not None)

    def step(self, by: int) -> None:
        """Go on by so many rows."""
        if self._cards is not None:
            self._cards.move(by)


class TicketRecord(Protocol):
    """What a list knows of every record: who it is, and its ticket where it has one."""

    @property
    def id(self) -> object:
        """What stays when the record changes."""
        ...

    @property
    def ticket_id(self) -> TicketId | None:
        """The ticket to open, None where there is none."""
        ...


Record = TypeVar("Record", bound=TicketRecord)


class RecordList(Struct, Generic[Record], frozen=True):
    """What a page lists: the kind of record, the list's name, its columns, who paints it, and how it is read out."""

    kind: type[Record]
    name: str
    columns: Sequence[CardColumn]
    delegate: Callable[[Theme, Callable[[], datetime]], CardDelegate]
    spoken: Callable[[Record, datetime], str]


class RecordPage(ListPage, Generic[Record]):
    """A list of records that belong to tickets; ``read_list``, ``show_record`` and ``write_to`` are each page's own."""

    reply_requested = Signal(object)
    """The ticket whose customer gets a message."""
    open_requested = Signal(object)
    """The ticket to be opened."""

    def __init__(self, context: Context, listed: RecordList[Record], parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._listed = listed
        theme = context.theme
        self._heads = ColumnHeads(theme, listed.columns)
        self._rows = GroupedRows(self._spoken, self._key)
        self.list = CardList(theme, self._rows, listed.delegate(theme, context.operator.desk.now), listed.name)
        self.empty = EmptyState(theme)
        self._panel: QWidget | None = None
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self.open_ticket)
        context.news.changed.connect(self._hear)

    def put_together(self, head: QWidget, panel: QWidget) -> None:
        """Put head and panel around the list; the panel is there only while there are rows."""
        self._panel = panel
        self.arrange(head, self._heads, self.list, self.empty, panel)

    @property
    def chosen(self) -> Record | None:
        """The record chosen in the list."""
        held = self.list.current
        return held if isinstance(held, self._listed.kind) else None

    def show_rows(self, rows: list[object]) -> None:
        """Show other rows; without any the empty state stands in their place."""
        self.list.show_rows(rows)
        self.show_filled(filled=bool(rows))
        if self._panel is not None:
            self._panel.setVisible(bool(rows))

    def show_record(self, record: Record) -> None:
        """Tell the chosen record in full; overridden by each page."""

    def write_to(self, record: Record) -> None:
        """Open the ticket to write to its customer; overridden where the words are prepared."""
        if record.ticket_id is not None:
            self.reply_requested.emit(record.ticket_id)

    @Slot()
    def reply(self) -> None:
        """R: write to the customer."""
        if self.chosen is not None:
            self.write_to(self.chosen)

    @Slot()
    def open_ticket(self) -> None:
        """Enter: open the ticket."""
        if self.chosen is not None and self.chosen.ticket_id is not None:
            self.open_requested.emit(self.chosen.ticket_id)

    @Slot(object)
    def _on_picked(self, record: object) -> None:
        if isinstance(record, self._listed.kind):
            self.show_record(record)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tickets or changes.tables):
            self.refresh()

    def _key(self, record: object) -> object:
        return record.id if isinstance(record, self._listed.kind) else None

    def _spoken(self, record: object) -> str:
        if not isinstance(record, self._listed.kind):
            return ""
        return self._listed.spoken(record, self._context.operator.desk.now())


def _tight(layout: QVBoxLayout) -> QVBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
