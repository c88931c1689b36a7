"""A grouped list whose records are painted as cards: keyboard movement, choosing, one painted button per card."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.support.theme import Theme
from ui.widgets.grouped_rows import GroupedRows, GroupTitle
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import draw_line, text_width

GAP = 8
TITLE = 34
MARGIN = 20
AnyIndex = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints titles and the ground of cards; ``paint_record`` fills a card."""

    def __init__(self, theme: Theme, card_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card_height = card_height

    def row_height(self, held: object) -> int:
        """The height of a row in pixels, with the gap below a card."""
        return self._theme.px(TITLE if isinstance(held, GroupTitle) else self._card_height + GAP)

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill a card with one record; overridden by each list."""

    def button_rect(self, card: QRectF, record: object) -> QRectF | None:
        """Where a card's painted button lies; None, as here, for a card without one."""

    def card_of(self, rect: QRectF) -> QRectF:
        """The card within a row."""
        side = self._theme.px(MARGIN)
        return rect.adjusted(side, 0, -side, -self._theme.px(GAP))

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As wide as there is room, as high as the row's kind demands."""
        model = index.model()
        held = model.row_at(index.row()) if isinstance(model, GroupedRows) else None
        return QSize(0, self.row_height(held))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a title, or a card with its record."""
        model = index.model()
        if not isinstance(model, GroupedRows):
            return
        rect = QRectF(_rect(option))
        held = model.row_at(index.row())
        painter.save()
        if isinstance(held, GroupTitle):
            self._paint_title(painter, rect, held)
        else:
            card = self.card_of(rect)
            self._paint_ground(painter, card, option)
            self.paint_record(painter, card, held)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRectF, title: GroupTitle) -> None:
        theme = self._theme
        font = theme.font("body", 600)
        left = rect.left() + theme.px(MARGIN + 2)
        band = QRectF(
            left, rect.top() + theme.px(4), rect.width() - left - theme.px(MARGIN), rect.height() - theme.px(8)
        )
        draw_line(painter, band, title.text, font, theme.color(title.role))
        after = band.adjusted(text_width(font, title.text) + theme.px(8), 0, 0, 0)
        draw_line(painter, after, str(title.count), theme.font("body"), theme.color("text2"))

    def _paint_ground(self, painter: QPainter, card: QRectF, option: QStyleOptionViewItem) -> None:
        theme, radius = self._theme, self._theme.size("radius_card")
        state = _state(option)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        fill_box(painter, card, radius, theme.color("selected" if chosen else "hover" if hovered else "surface"))
        if chosen and state & QStyle.StateFlag.State_Active and _has_focus(option):
            paint_focus(painter, theme, card, radius)
            return
        stroke_box(painter, card, radius, theme.color("accent" if chosen else "divider"), theme.line("border"))


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
        delegate.setParent(self)
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
        for row in range(self._rows.rowCount()):
            self.setRowHeight(row, self._delegate.row_height(self._rows.row_at(row)))
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


def _rect(option: QStyleOptionViewItem) -> QRectF:
    return QRectF(option.rect)


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state


def _has_focus(option: QStyleOptionViewItem) -> bool:
    widget = option.widget
    return isinstance(widget, QWidget) and widget.hasFocus()
