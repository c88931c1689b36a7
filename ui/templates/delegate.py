"""Paints the two lists: category rows and template cards."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.support.theme import Theme
from ui.templates.model import CategoryModel, Index, TemplateModel
from ui.widgets.chip import ChipSpec, chip_width, paint_chip
from ui.widgets.kbd import keycap_width, paint_keycap
from ui.widgets.paint_shape import fill_box, paint_box, paint_focus
from ui.widgets.paint_text import RIGHT, draw_line, one_line, text_width
from weibo_operator.domain.template import Template

CATEGORY_ROW = 40
CARD_ROW = 76
CARD_GAP = 8
PAD = 14


def _is_current(option: QStyleOptionViewItem, table: QTableView, index: Index) -> tuple[bool, bool]:
    """Whether the row is the selected one, and whether it shows the focus."""
    state = option.state  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    return chosen, table.hasFocus() and index.row() == table.currentIndex().row()


class CategoryDelegate(QStyledItemDelegate):
    """Name and count; the chosen one tinted and bold."""

    def __init__(self, theme: Theme, table: QTableView, model: CategoryModel) -> None:
        super().__init__(table)
        self._theme, self._table, self._model = theme, table, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme = self._theme
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)  # pyright: ignore[reportAttributeAccessIssue] - Qt's field
        chosen, focused = _is_current(option, self._table, index)
        name, count = self._model.rows[index.row()]
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
        draw_line(painter, inner, name, theme.font("body", 600 if chosen else 400), ink)
        painter.restore()


class TemplateDelegate(QStyledItemDelegate):
    """Title, code and key on the first line, the next wording and the use count on the second."""

    def __init__(self, theme: Theme, table: QTableView, model: TemplateModel) -> None:
        super().__init__(table)
        self._theme, self._table, self._model = theme, table, model

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
        template = self._model.rows[index.row()]
        painter.save()
        radius = theme.size("radius_row")
        ground = theme.color("selected" if chosen else "surface")
        paint_box(painter, card, radius, ground, theme.color("accent" if chosen and not focused else "divider"))
        if focused:
            paint_focus(painter, theme, card, radius)
        inner = card.adjusted(theme.px(PAD), theme.px(8), -theme.px(PAD), -theme.px(8))
        half = inner.height() / 2
        self._paint_head(painter, QRectF(inner.left(), inner.top(), inner.width(), half), template)
        self._paint_text(painter, QRectF(inner.left(), inner.top() + half, inner.width(), half), template)
        painter.restore()

    def _paint_head(self, painter: QPainter, row: QRectF, template: Template) -> None:
        theme = self._theme
        right = row.right()
        told = tuple(part for part in (template.tone, template.code) if part)
        if told:
            code = ChipSpec(told)
            right -= chip_width(theme, code)
            paint_chip(painter, theme, QRectF(right, row.top(), row.right() - right, row.height()), code)
            right -= theme.px(6)
        if template.favourite:
            keys = f"Alt {template.favourite}"
            right -= keycap_width(theme, keys)
            paint_keycap(painter, theme, QRectF(right, row.top(), 1, row.height()), keys)
            right -= theme.px(6)
        title = QRectF(row.left(), row.top(), right - row.left(), row.height())
        draw_line(painter, title, template.title, theme.font("body", 600), theme.color("text"))

    def _paint_text(self, painter: QPainter, row: QRectF, template: Template) -> None:
        theme, font = self._theme, self._theme.font("secondary")
        uses = self._model.uses_words(template)
        width = text_width(font, uses)
        draw_line(painter, row, uses, font, theme.color("text2"), RIGHT)
        text = QRectF(row.left(), row.top(), row.width() - width - theme.px(10), row.height())
        draw_line(painter, text, one_line(template.next_wording.text), font, theme.color("text2"))
