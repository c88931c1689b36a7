"""The rows of the knowledge page: cards as they are in the file, and how one is painted."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.support.theme import Theme
from ui.widgets.chip import ChipSpec, chip_width, paint_chip
from ui.widgets.paint_shape import paint_box, paint_focus
from ui.widgets.paint_text import RIGHT, draw_line, one_line, text_width
from weibo_operator.domain.ids import CardId
from weibo_operator.domain.knowledge import KnowledgeCard

Index = QModelIndex | QPersistentModelIndex
CARD_ROW = 76
CARD_GAP = 8
PAD = 14
CheckedWords = Callable[[KnowledgeCard], tuple[str, bool]]
"""What is said of a card's checking, and whether it is stale."""


class KnowledgeModel(QAbstractTableModel):
    """Cards in the order found."""

    def __init__(self, checked: CheckedWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._checked = checked
        self.rows: tuple[KnowledgeCard, ...] = ()

    def set_rows(self, rows: Sequence[KnowledgeCard]) -> None:
        """Show other cards; the same ones in the same order are only repainted."""
        same = [each.id for each in rows] == [each.id for each in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def row_of(self, card: CardId | None) -> int:
        """The card's row, -1 when it isn't listed."""
        return next((row for row, each in enumerate(self.rows) if each.id == card), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many cards are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The title; the rest to the screen reader."""
        card = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{card.kind.value}，{self._checked(card)[0]}，用过 {card.uses} 次，{card.text}"
        return None


class KnowledgeDelegate(QStyledItemDelegate):
    """Title and kind on the first line; the text and when it was checked on the second, stale ones in red."""

    def __init__(self, theme: Theme, table: QTableView, model: KnowledgeModel, checked: CheckedWords) -> None:
        super().__init__(table)
        self._theme, self._table, self._model, self._checked = theme, table, model, checked

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one card's height."""
        del option, index
        return QSize(0, self._theme.px(CARD_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        theme = self._theme
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        box = rect.adjusted(1, 0, -1, -theme.px(CARD_GAP))
        state = option.state  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = self._table.hasFocus() and index.row() == self._table.currentIndex().row()
        card = self._model.rows[index.row()]
        painter.save()
        radius = theme.size("radius_row")
        ground = theme.color("selected" if chosen else "surface")
        paint_box(painter, box, radius, ground, theme.color("accent" if chosen and not focused else "divider"))
        if focused:
            paint_focus(painter, theme, box, radius)
        inner = box.adjusted(theme.px(PAD), theme.px(8), -theme.px(PAD), -theme.px(8))
        half = inner.height() / 2
        self._paint_head(painter, QRectF(inner.left(), inner.top(), inner.width(), half), card)
        self._paint_text(painter, QRectF(inner.left(), inner.top() + half, inner.width(), half), card)
        painter.restore()

    def _paint_head(self, painter: QPainter, row: QRectF, card: KnowledgeCard) -> None:
        theme = self._theme
        kind = ChipSpec((card.kind.value,))
        right = row.right() - chip_width(theme, kind)
        paint_chip(painter, theme, QRectF(right, row.top(), row.right() - right, row.height()), kind)
        right -= theme.px(6)
        if card.favourite:
            side = theme.size("icon_text")
            right -= side
            theme.paint_icon(painter, QRectF(right, row.top(), side, row.height()), "star", "accent_text")
            right -= theme.px(6)
        title = QRectF(row.left(), row.top(), right - row.left(), row.height())
        draw_line(painter, title, card.title, theme.font("body", 600), theme.color("text"))

    def _paint_text(self, painter: QPainter, row: QRectF, card: KnowledgeCard) -> None:
        theme, font = self._theme, self._theme.font("secondary")
        words, stale = self._checked(card)
        width = text_width(font, words)
        draw_line(painter, row, words, font, theme.color("danger_text" if stale else "text2"), RIGHT)
        if stale:
            side = theme.size("icon_text")
            width += side + theme.px(4)
            icon = QRectF(row.right() - width, row.top(), side, row.height())
            theme.paint_icon(painter, icon, "triangle-alert", "danger_text")
        text = QRectF(row.left(), row.top(), row.width() - width - theme.px(10), row.height())
        draw_line(painter, text, one_line(card.text), font, theme.color("text2"))
