"""Paints the rows of 待发箱: a check box, who, the words, why, when."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.outbox.rows import COLUMNS, account_name, pressed_words, why_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.card_columns import column_spans
from ui.widgets.card_lines import LinesDelegate
from ui.widgets.paint_shape import fill_box, stroke_box
from weibo_operator.domain.ids import IntentId
from weibo_operator.domain.reply import Intent, IntentState

CARD = 54
BOX = 16


class OutboxDelegate(LinesDelegate):
    """``marked`` says of a reply whether it is chosen."""

    def __init__(self, theme: Theme, marked: Callable[[IntentId], bool], now: Callable[[], datetime]) -> None:
        super().__init__(theme, CARD)
        self._marked = marked
        self._now = now

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, Intent):
            return
        now = self._now()
        box, person, words, why, when = column_spans(self._theme, COLUMNS, card)
        self._paint_box(painter, box, on=self._marked(record.id))
        self.pair(painter, person, (f"@{record.nickname}", account_name(record)), strong=True)
        self.wrapped(painter, words, record.text)
        unknown: ColorRole = "danger_text" if record.state is IntentState.UNKNOWN else "text2"
        self.line(painter, why, why_words(record, now), unknown, strong=record.state is IntentState.UNKNOWN)
        if when.width() > 0:
            self.line(painter, when, pressed_words(record, now), "text2")

    def button_rect(self, card: QRectF, record: object) -> QRectF | None:
        """The check box with room around it is what a click presses."""
        if not isinstance(record, Intent):
            return None
        box, *_ = column_spans(self._theme, COLUMNS, card)
        return QRectF(card.left(), card.top(), box.right() - card.left() + self._theme.px(6), card.height())

    def _paint_box(self, painter: QPainter, span: QRectF, *, on: bool) -> None:
        theme, side = self._theme, self._theme.px(BOX)
        box = QRectF(round(span.left()), round(span.center().y() - side / 2), side, side)
        fill_box(painter, box, theme.px(4), theme.color("accent" if on else "surface"))
        if on:
            theme.paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", "on_accent")
        else:
            stroke_box(painter, box, theme.px(4), theme.color("control"))
