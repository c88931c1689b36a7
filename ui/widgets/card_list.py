"""A grouped list whose records are painted as cards: keyboard movement, choosing, one painted button per card."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from ui.support.theme import Theme
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.grouped_rows import GroupedRows, GroupTitle

AnyIndex = QModelIndex | QPersistentModelIndex


class CardList(QTableView):
    """A list of cards; letters and digits are left to the page, titles are stepped over."""

    picked = Signal(object)
    """The record now chosen, or None."""
    opened = Signal(object)
    """A record was double-clicked."""
    pressed = Signal(object)
    """The painted button of a record was clicked."""
    widened = Signal(int)
    """The room for cards has another width, as when the scroll bar comes or goes."""

    def __init__(self, theme: Theme, rows: GroupedRows, delegate: CardDelegate, accessible_name: str) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self._delegate = delegate
        self._titles: frozenset[int] = frozenset()
        delegate.setParent(self)
        rows.setParent(self)  # the list outlives neither: Python must not collect a model a view still asks
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setAccessibleName(accessible_name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        rows.modelReset.connect(self._measure)
        theme.changed.connect(self._measure)

    @property
    def current(self) -> object | None:
        """The record chosen, None when there is none."""
        held = self._rows.row_at(self.currentIndex().row())
        return None if isinstance(held, GroupTitle) else held

    def show_rows(self, rows: list[object]) -> None:
        """Show other rows; the chosen record stays chosen, or else the one that took its place."""
        place, chosen = self._place(), self._rows.key_at(self.currentIndex().row())
        self._rows.show_rows(rows)
        records = self._rows.record_rows()
        row = next((row for row in records if self._rows.key_at(row) == chosen), -1)
        if row < 0 and records:
            row = records[min(place, len(records) - 1)]
        self._choose_row(row)

    def choose(self, key: object) -> None:
        """Choose the record with ``key``, if it is shown."""
        row = next((row for row in self._rows.record_rows() if self._rows.key_at(row) == key), -1)
        if row >= 0:
            self._choose_row(row)

    def move(self, steps: int) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - a list is placed by layouts
        """Choose the record ``steps`` further down."""
        records = self._rows.record_rows()
        if records:
            place = min(max(0, self._place() + steps), len(records) - 1)
            self.setCurrentIndex(self._rows.index(records[place], 0))

    @Slot()
    def _measure(self) -> None:
        # One call for thousands of cards, which are all as high; rows sized before, as titles are, are left out by Qt.
        titles = dict(self._rows.titles())
        first = next(row for row in range(len(titles) + 1) if row not in titles)
        card = self._delegate.row_height(self._rows.row_at(first))
        self.verticalHeader().setDefaultSectionSize(card)
        for row in self._titles - titles.keys():
            self.setRowHeight(row, card)
        for row, title in titles.items():
            self.setRowHeight(row, self._delegate.row_height(title))
        self._titles = frozenset(titles)
        self.viewport().update()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which record is chosen now."""
        super().currentChanged(current, previous)
        self.picked.emit(self.current)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """The chosen card shows itself: no band across the row."""
        super().initViewItemOption(option)
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        option.palette = palette

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the column names."""
        super().resizeEvent(event)
        self.widened.emit(self.viewport().width())

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the actions, not to a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, page keys and ends move; all else goes to the page."""
        moving = (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        )
        if event.key() not in moving:
            event.ignore()
        elif event.key() == Qt.Key.Key_Home:
            self.move(-len(self._rows.record_rows()))
        elif event.key() == Qt.Key.Key_End:
            self.move(len(self._rows.record_rows()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a card's painted button presses it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        held = self._rows.row_at(index.row())
        if event.button() != Qt.MouseButton.LeftButton or held is None or isinstance(held, GroupTitle):
            return
        card = self._delegate.card_of(QRectF(self.visualRect(index)))
        button = self._delegate.button_rect(card, held)
        if button is not None and button.contains(event.position()):
            self.pressed.emit(held)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a record."""
        super().mouseDoubleClickEvent(event)
        if self.current is not None and self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(self.current)

    def _choose_row(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row, 0))
        else:
            self.picked.emit(None)

    def _place(self) -> int:
        """How many records stand above the chosen one."""
        row = self.currentIndex().row()
        return sum(1 for record in self._rows.record_rows() if record < row)
