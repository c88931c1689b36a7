"""One pane: its heading, its list of cards, and what it says when it is empty."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.inbox.delegate import CardDelegate
from ui.inbox.model import PaneModel
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import TextLabel
from weibo_operator.domain.ids import CustomerId, TicketId
from weibo_operator.domain.labels import State

HEADER = 40


class PaneLook(Struct, frozen=True):
    """A pane's words and sign."""

    state: State
    title: str
    icon: str
    role: ColorRole
    order: str
    empty_title: str
    empty_lines: str


class CardList(QTableView):
    """A list of cards: letters are commands, never a search; the arrows at the edge leave the pane."""

    edge_left = Signal()
    edge_right = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ground: ColorRole = "app"
        self.setProperty("cards", True)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is behind the cards as well: only then does scrolling move what was painted before."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color(self.ground))
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right change the pane; Enter opens; the rest moves within the list."""
        key = event.key()
        if key == Qt.Key.Key_Left:
            self.edge_left.emit()
        elif key == Qt.Key.Key_Right:
            self.edge_right.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            index = self.currentIndex()
            if index.isValid():
                self.activated.emit(index)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters never move the selection."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever arrives by key finds a card chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.entered.emit()


class Pane(QWidget):
    """新, 处理中 or 待回访."""

    opened = Signal(object)
    current_changed = Signal(object)
    entered = Signal(object)

    def __init__(
        self, theme: Theme, look: PaneLook, model: PaneModel, delegate: CardDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.look = look
        self.model = model
        self._delegate = delegate
        self.list = CardList(theme, self)
        self.list.setModel(model)
        self.list.setItemDelegate(delegate)
        self.list.setAccessibleName(look.title)
        delegate.setParent(self.list)
        self._icon = QLabel()
        self._title = TextLabel(theme, look.title, "card_name", weight=600)
        self._count = TextLabel(theme, "0", "secondary", "text2")
        self._order = TextLabel(theme, look.order, "meta", "text2")
        self._empty = EmptyState(theme, top_space=40)
        self._empty.show_message(look.icon, look.empty_title, look.empty_lines)
        # The stack is lower than the words: they may be cut, the window may not grow for them.
        self._empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._layout()
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_clicked)
        self.list.doubleClicked.connect(self._on_activated)
        self.list.entered.connect(self._on_entered)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def current(self) -> TicketId | None:
        """The ticket under the cursor."""
        index = self.list.currentIndex()
        return self.model.ticket(index.row()) if index.isValid() else None

    @property
    def order(self) -> str:
        """What the order is called now."""
        return self._order.text()

    def show_ids(self, ids: Sequence[TicketId], changed: AbstractSet[TicketId] | None = None) -> None:
        """Show a new order; the cursor stays on its ticket, or at its place when that is gone.

        ``changed`` names the tickets to be read again (None: all).
        """
        kept, row = self.current, self.list.currentIndex().row()
        scroll = self.list.verticalScrollBar().value()
        if self.model.show(ids, changed):
            wanted = None if kept is None else self.model.row_of(kept)
            if wanted is None and row >= 0 and ids:
                wanted = min(row, len(ids) - 1)
            if wanted is not None:
                self._set_row(wanted)
            self.list.verticalScrollBar().setValue(scroll)
        self._count.setText(str(len(ids)))
        self._stack.setCurrentIndex(0 if ids else 1)

    def point(self, *, open_ticket: TicketId | None, next_ticket: TicketId | None) -> None:
        """Say which ticket is open and which is next; only the cards concerned are painted again."""
        before = {self.model.open_ticket, self.model.next_ticket}
        self.model.open_ticket, self.model.next_ticket = open_ticket, next_ticket
        concerned = before ^ {open_ticket, next_ticket}
        if concerned:
            self._repaint_tickets(concerned)

    def mark_buffered(self, customers: AbstractSet[CustomerId]) -> None:
        """Say which customers are 缓冲中."""
        if customers != self.model.buffered:
            self.model.buffered = customers
            self.repaint_cards()

    def say_order(self, words: str = "") -> None:
        """Name another order than the pane's own; empty names that again."""
        self._order.setText(words or self.look.order)

    def show_order(self, *, shown: bool) -> None:
        """Whether the name of the order stands in the heading."""
        self._order.setVisible(shown)

    def put_in_head(self, widget: QWidget) -> None:
        """Put a control into the heading, before the name of the order."""
        self._head.insertWidget(self._head.indexOf(self._order), widget)

    def say_empty(self, title: str, lines: str) -> None:
        """Say something else while the pane is empty."""
        self._empty.show_message(self.look.icon, title, lines)

    def select(self, ticket: TicketId) -> bool:
        """Put the cursor on a ticket and bring it into view; False when the pane has it not."""
        row = self.model.row_of(ticket)
        if row is None:
            return False
        self._set_row(row)
        self.list.scrollTo(self.model.index(row, 0))
        return True

    def step(self, step: int) -> None:
        """Move the cursor down or up."""
        row = self.list.currentIndex().row() + step
        if 0 <= row < len(self.model.ids):
            self._set_row(row)

    def set_stacked(self, *, stacked: bool) -> None:
        """Small cards in the stack, large ones on the board."""
        if stacked != self._delegate.stacked:
            self._delegate.stacked = stacked
            self._restyle()

    def lie_on(self, ground: ColorRole) -> None:
        """Say what is behind the list."""
        self.list.ground = ground
        self.list.viewport().update()

    def repaint_cards(self) -> None:
        """Paint again: a minute has passed, another ticket is open."""
        self.list.viewport().update()

    @Slot()
    def _restyle(self) -> None:
        side = self._theme.px(16 if self._delegate.stacked else 6)
        self._head.setContentsMargins(side, 0, side, 0)
        self.list.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self._icon.setPixmap(self._theme.pixmap(self.look.icon, self.look.role, self._theme.px(18)))
        self.list.viewport().update()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.ticket(index.row()))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if self._delegate.stacked:
            self.opened.emit(self.model.ticket(index.row()))

    @Slot()
    def _on_entered(self) -> None:
        self.entered.emit(self)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self.model.ticket(index.row()) if index.isValid() else None)

    def _set_row(self, row: int) -> None:
        self.list.selectionModel().setCurrentIndex(
            self.model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _repaint_tickets(self, tickets: AbstractSet[TicketId | None]) -> None:
        first, last = self.list.rowAt(0), self.list.rowAt(self.list.viewport().height() - 1)
        for row in range(max(0, first), (last if last >= 0 else len(self.model.ids) - 1) + 1):
            if self.model.ticket(row) in tickets:
                self.list.update(self.model.index(row, 0))

    def _layout(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(6)
        for widget in (self._icon, self._title, self._count):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self._order)
        header = QWidget()
        header.setFixedHeight(HEADER)
        header.setLayout(head)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(body, 1)
