"""Paints the rows of the visits' page."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.followup.rows import COLUMNS, days_late, due_words, outcome_words, person_parts, question_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_columns import column_spans
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.paint_text import draw_line, draw_parts, one_line
from ui.widgets.verified import verified_mark
from weibo_operator.domain.followup import FollowUp

CARD = 62
AVATAR = 30


class VisitDelegate(CardDelegate):
    """One visit per card: due, customer, problem over handling, what to ask or what was found."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, CARD)
        self._now = now

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, FollowUp):
            return
        theme = self._theme
        due, person, matter, last = column_spans(theme, COLUMNS, card)
        self._paint_due(painter, due, record)
        self._paint_person(painter, person, record)
        upper, lower = self._two_lines(matter)
        draw_line(painter, upper, one_line(record.problem), theme.font("body"), theme.color("text"))
        draw_line(painter, lower, one_line(record.handling), theme.font("secondary"), theme.color("text2"))
        if record.outcome is None:
            draw_line(painter, last, question_words(record), theme.font("secondary"), theme.color("text"))
        else:
            self._paint_outcome(painter, last, record)

    def _paint_due(self, painter: QPainter, span: QRectF, visit: FollowUp) -> None:
        late = visit.done_at is None and days_late(visit, self._now()) > 0
        font = self._theme.font("secondary", 600 if late else 400)
        color = self._theme.color("danger_text" if late else "text2")
        draw_line(painter, span, due_words(visit, self._now()), font, color)

    def _paint_person(self, painter: QPainter, span: QRectF, visit: FollowUp) -> None:
        theme, side = self._theme, self._theme.px(AVATAR)
        box = QRectF(span.left(), round(span.center().y() - side / 2), side, side)
        paint_avatar(painter, theme, box, visit.nickname, verified_mark(visit.verified))
        upper, lower = self._two_lines(span.adjusted(side + theme.px(12), 0, 0, 0))
        draw_line(painter, upper, visit.nickname, theme.font("body", 600), theme.color("text"))
        draw_parts(painter, theme, lower, person_parts(visit), theme.font("meta"), theme.color("text2"))

    def _paint_outcome(self, painter: QPainter, span: QRectF, visit: FollowUp) -> None:
        theme = self._theme
        upper, lower = self._two_lines(span) if visit.note else (span, span)
        role: ColorRole = "danger_text" if visit.outcome is not None and visit.outcome.reopens else "text"
        draw_line(painter, upper, outcome_words(visit), theme.font("secondary", 600), theme.color(role))
        if visit.note:
            draw_line(painter, lower, one_line(visit.note), theme.font("secondary"), theme.color("text2"))

    def _two_lines(self, span: QRectF) -> tuple[QRectF, QRectF]:
        line = self._theme.line_height("body")
        top = span.center().y() - line
        upper = QRectF(span.left(), round(top), span.width(), line)
        return upper, upper.translated(0, line)
