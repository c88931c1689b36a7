"""Paints the rows of the tracking page."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.handoff.department_tiles import department_icon
from ui.handoff.rows import COLUMNS, Word, button_words, due_word, state_word
from ui.support.theme import Theme
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_columns import column_spans
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.paint_shape import paint_box
from ui.widgets.paint_text import CENTER, draw_line, one_line
from ui.widgets.verified import verified_mark
from weibo_operator.domain.handoff import Handoff
from weibo_operator.translation import label

CARD = 54
AVATAR = 30


class HandoffDelegate(CardDelegate):
    """One handoff per card: code, customer, problem, department, due, state, button."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, CARD)
        self._now = now

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, Handoff):
            return
        theme, now = self._theme, self._now()
        code, person, problem, department, due, state, _ = column_spans(theme, COLUMNS, card)
        self._paint_word(painter, code, Word(record.code))
        self._paint_person(painter, person, record)
        draw_line(painter, problem, one_line(record.description), theme.font("body"), theme.color("text"))
        self._paint_word(painter, department, Word(label(record.addressee), "text", department_icon(record.addressee)))
        self._paint_word(painter, due, due_word(record, now))
        self._paint_word(painter, state, state_word(record, now))
        self._paint_button(painter, card, record)

    def button_rect(self, card: QRectF, record: object) -> QRectF | None:
        """The last column, as high as a button."""
        if not isinstance(record, Handoff) or not button_words(record):
            return None
        span = column_spans(self._theme, COLUMNS, card)[-1]
        if not span.width():
            return None
        height = self._theme.size("control_30")
        return QRectF(span.left(), round(card.center().y() - height / 2), span.width(), height)

    def _paint_person(self, painter: QPainter, span: QRectF, handoff: Handoff) -> None:
        theme, side = self._theme, self._theme.px(AVATAR)
        box = QRectF(span.left(), round(span.center().y() - side / 2), side, side)
        paint_avatar(painter, theme, box, handoff.nickname, verified_mark(handoff.verified))
        name = span.adjusted(side + theme.px(10), 0, 0, 0)
        draw_line(painter, name, handoff.nickname, theme.font("body", 600), theme.color("text"))

    def _paint_word(self, painter: QPainter, span: QRectF, word: Word) -> None:
        theme = self._theme
        if not span.width():
            return
        if word.icon:
            side = theme.size("icon_text")
            theme.paint_icon(painter, QRectF(span.left(), span.top(), side, span.height()), word.icon, word.role)
            span = span.adjusted(side + theme.px(6), 0, 0, 0)
        draw_line(
            painter, span, word.text, theme.font("secondary", 600 if word.strong else 400), theme.color(word.role)
        )

    def _paint_button(self, painter: QPainter, card: QRectF, handoff: Handoff) -> None:
        box, theme = self.button_rect(card, handoff), self._theme
        if box is not None:
            paint_box(painter, box, theme.size("radius_button"), theme.color("surface"), theme.color("control"))
            draw_line(painter, box, button_words(handoff), theme.font("secondary"), theme.color("text"), CENTER)
