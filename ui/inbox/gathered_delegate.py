"""Paints the rows of 闲聊与广告: a check box, who, the words, the reason, on one line each."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.inbox.gathered_rows import GATHERED_COLUMNS, why_words
from ui.support.theme import Theme
from ui.widgets.card_columns import column_spans
from ui.widgets.card_lines import LinesDelegate
from ui.widgets.paint_shape import fill_box, stroke_box
from weibo_operator.domain.gathered import GatheredRow
from weibo_operator.domain.ids import TicketId

CARD = 38
BOX = 16


class GatheredDelegate(LinesDelegate):
    """``marked`` says of a ticket whether it is chosen."""

    def __init__(self, theme: Theme, marked: Callable[[TicketId], bool]) -> None:
        super().__init__(theme, CARD)
        self._marked = marked

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, GatheredRow):
            return
        box, person, words, why = column_spans(self._theme, GATHERED_COLUMNS, card)
        self._paint_box(painter, box, on=self._marked(record.ticket))
        self.line(painter, person, record.nickname, strong=True)
        self.line(painter, words, record.text)
        self.line(painter, why, why_words(record), "text2")

    def button_rect(self, card: QRectF, record: object) -> QRectF | None:
        """The check box with room around it is what a click presses."""
        if not isinstance(record, GatheredRow):
            return None
        box, *_ = column_spans(self._theme, GATHERED_COLUMNS, card)
        return QRectF(card.left(), card.top(), box.right() - card.left() + self._theme.px(6), card.height())

    def _paint_box(self, painter: QPainter, span: QRectF, *, on: bool) -> None:
        theme, side = self._theme, self._theme.px(BOX)
        box = QRectF(round(span.left()), round(span.center().y() - side / 2), side, side)
        fill_box(painter, box, theme.px(4), theme.color("accent" if on else "surface"))
        if on:
            theme.paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", "on_accent")
        else:
            stroke_box(painter, box, theme.px(4), theme.color("control"))
