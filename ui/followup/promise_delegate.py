"""Paints the rows of the list of promises."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.followup.promise_rows import PROMISE_COLUMNS, is_pressing, promised_person, when_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_columns import column_spans
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.paint_text import draw_line, draw_parts, one_line
from ui.widgets.verified import verified_mark
from weibo_operator.domain.promise_record import RecordedPromise
from weibo_operator.services.promise_words import deed_words

CARD = 62
AVATAR = 30


class PromiseDelegate(CardDelegate):
    """One promise per card: by when, to whom, what, and what it was about."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, CARD)
        self._now = now

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, RecordedPromise):
            return
        theme, now = self._theme, self._now()
        due, person, said, problem = column_spans(theme, PROMISE_COLUMNS, card)
        first, second = when_words(record, now)
        pressing = is_pressing(record, now)
        role: ColorRole = "danger_text" if pressing else "text2"
        upper, lower = self._two_lines(due)
        draw_line(painter, upper, first, theme.font("secondary", 600 if pressing else 400), theme.color(role))
        draw_line(painter, lower, second, theme.font("meta"), theme.color(role))
        self._paint_person(painter, person, record)
        upper, lower = self._two_lines(said)
        deed = deed_words(record).removeprefix("：")
        draw_line(painter, upper, one_line(deed), theme.font("body"), theme.color("text"))
        draw_line(painter, lower, one_line(record.text), theme.font("secondary"), theme.color("text2"))
        draw_line(painter, problem, one_line(record.problem), theme.font("secondary"), theme.color("text"))

    def _paint_person(self, painter: QPainter, span: QRectF, promise: RecordedPromise) -> None:
        theme, side = self._theme, self._theme.px(AVATAR)
        box = QRectF(span.left(), round(span.center().y() - side / 2), side, side)
        paint_avatar(painter, theme, box, promise.nickname, verified_mark(promise.verified))
        upper, lower = self._two_lines(span.adjusted(side + theme.px(12), 0, 0, 0))
        draw_line(painter, upper, promise.nickname, theme.font("body", 600), theme.color("text"))
        draw_parts(painter, theme, lower, promised_person(promise), theme.font("meta"), theme.color("text2"))

    def _two_lines(self, span: QRectF) -> tuple[QRectF, QRectF]:
        line = self._theme.line_height("body")
        upper = QRectF(span.left(), round(span.center().y() - line), span.width(), line)
        return upper, upper.translated(0, line)
