"""Paints the two lists of a library: shelf rows, and the frame of a record's card."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.support.theme import Theme
from ui.templates.model import Index, ShelfModel
from ui.widgets.paint_shape import fill_box, paint_box, paint_focus
from ui.widgets.paint_text import RIGHT, draw_line, text_width

SHELF_ROW = 40
CARD_ROW = 76
CARD_GAP = 8
PAD = 14
GAP = 6
"""Between what stands at the right end of a card's first line."""


def _is_current(option: QStyleOptionViewItem, table: QTableView, index: Index) -> tuple[bool, bool]:
    """Whether the row is the selected one, and whether it shows the focus."""
    state = option.state  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    return chosen, table.hasFocus() and index.row() == table.currentIndex().row()


class ShelfDelegate(QStyledItemDelegate):
    """Name and count; the chosen one tinted and bold."""

    def __init__(self, theme: Theme, table: QTableView, model: ShelfModel) -> None:
        super().__init__(table)
        self._theme, self._table, self._model = theme, table, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme = self._theme
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        chosen, focused = _is_current(option, self._table, index)
        _, count = self._model.rows[index.row()]
        painter.save()
        if chosen:
            fill_box(painter, box, theme.size("radius_row"), theme.color("accent_subtle"))
        if focused:
            paint_focus(painter, theme, box, theme.size("radius_row"))
        inner = box.adjusted(theme.px(12), 0, -theme.px(12), 0)
        ink = theme.color("accent_text" if chosen else "text")
        number = str(count)
        draw_line(painter, inner, number, theme.font("secondary"), theme.color("text2"), RIGHT)
        inner.setRight(inner.right() - text_width(theme.font("secondary"), number) - theme.px(8))
        draw_line(painter, inner, str(index.data()), theme.font("body", 600 if chosen else 400), ink)
        painter.restore()


class CardDelegate(QStyledItemDelegate):
    """A card of two lines; what stands on them is the library's own."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one card's height."""
        del option, index
        return QSize(0, self._theme.px(CARD_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        theme = self._theme
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        card = rect.adjusted(1, 0, -1, -theme.px(CARD_GAP))
        chosen, focused = _is_current(option, self._table, index)
        painter.save()
        radius = theme.size("radius_row")
        ground = theme.color("selected" if chosen else "surface")
        paint_box(painter, card, radius, ground, theme.color("accent" if chosen and not focused else "divider"))
        if focused:
            paint_focus(painter, theme, card, radius)
        inner = card.adjusted(theme.px(PAD), theme.px(8), -theme.px(PAD), -theme.px(8))
        half = inner.height() / 2
        title = QRectF(inner.left(), inner.top(), inner.width(), half)
        title.setRight(self.paint_marks(painter, title, index.row()))
        draw_line(painter, title, str(index.data()), theme.font("body", 600), theme.color("text"))
        self.paint_text(painter, QRectF(inner.left(), inner.top() + half, inner.width(), half), index.row())
        painter.restore()

    def paint_marks(self, painter: QPainter, box: QRectF, row: int) -> float:
        """Draw what stands at the right end of the first line; returns where the title has to end."""
        raise NotImplementedError

    def paint_text(self, painter: QPainter, box: QRectF, row: int) -> None:
        """Draw the second line."""
        raise NotImplementedError
