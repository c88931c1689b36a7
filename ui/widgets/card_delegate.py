"""Paints a grouped list: titles, the ground of cards, and what a record's own painter puts on them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

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
        rect = QRectF(option.rect)
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
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        fill_box(painter, card, radius, theme.color("selected" if chosen else "hover" if hovered else "surface"))
        if chosen and state & QStyle.StateFlag.State_Active and _has_focus(option):
            paint_focus(painter, theme, card, radius)
            return
        stroke_box(painter, card, radius, theme.color("accent" if chosen else "divider"), theme.line("border"))


def _has_focus(option: QStyleOptionViewItem) -> bool:
    widget = option.widget
    return isinstance(widget, QWidget) and widget.hasFocus()
