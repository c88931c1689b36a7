"""Paints the rows of a list in which several may be marked: a check box, then the list's own columns."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.support.theme import Theme
from ui.widgets.card_columns import CardColumn, column_spans
from ui.widgets.card_lines import LinesDelegate
from ui.widgets.paint_shape import fill_box, stroke_box

BOX = 16


class MarkedDelegate(LinesDelegate):
    """The check box stands in the first of ``columns``; ``paint_columns`` fills the others."""

    def __init__(
        self, theme: Theme, card_height: int, columns: Sequence[CardColumn], is_marked: Callable[[object], bool]
    ) -> None:
        super().__init__(theme, card_height)
        self._columns = columns
        self._is_marked = is_marked

    def paint_columns(self, painter: QPainter, spans: Sequence[QRectF], record: object) -> None:
        """Fill the columns behind the check box; overridden by each list."""

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Draw the check box and fill the card's columns."""
        box, *spans = column_spans(self._theme, self._columns, card)
        self._paint_box(painter, box, on=self._is_marked(record))
        self.paint_columns(painter, spans, record)

    def button_rect(self, card: QRectF, record: object) -> QRectF | None:  # noqa: ARG002  every row has its box
        """The check box with room around it is what a click presses."""
        box, *_ = column_spans(self._theme, self._columns, card)
        return QRectF(card.left(), card.top(), box.right() - card.left() + self._theme.px(6), card.height())

    def _paint_box(self, painter: QPainter, span: QRectF, *, on: bool) -> None:
        theme, side = self._theme, self._theme.px(BOX)
        box = QRectF(round(span.left()), round(span.center().y() - side / 2), side, side)
        fill_box(painter, box, theme.px(4), theme.color("accent" if on else "surface"))
        if on:
            theme.paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", "on_accent")
        else:
            stroke_box(painter, box, theme.px(4), theme.color("control"))
