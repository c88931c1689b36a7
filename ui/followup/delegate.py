"""Paints the rows of the visits' page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.followup.care_delegate import CareDelegate
from ui.followup.rows import COLUMNS, days_late, due_words, outcome_words, person_parts, question_words
from ui.support.tokens import ColorRole
from ui.widgets.card_columns import column_spans
from ui.widgets.paint_text import draw_line, one_line
from weibo_operator.domain.followup import FollowUp


class VisitDelegate(CareDelegate):
    """One visit per card: due, customer, problem over handling, what to ask or what was found."""

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, FollowUp):
            return
        theme = self._theme
        due, person, matter, last = column_spans(theme, COLUMNS, card)
        self._paint_due(painter, due, record)
        self.paint_person(painter, person, record.nickname, record.verified, person_parts(record))
        upper, lower = self.two_lines(matter)
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

    def _paint_outcome(self, painter: QPainter, span: QRectF, visit: FollowUp) -> None:
        theme = self._theme
        upper, lower = self.two_lines(span) if visit.note else (span, span)
        role: ColorRole = "danger_text" if visit.outcome is not None and visit.outcome.reopens else "text"
        draw_line(painter, upper, outcome_words(visit), theme.font("secondary", 600), theme.color(role))
        if visit.note:
            draw_line(painter, lower, one_line(visit.note), theme.font("secondary"), theme.color("text2"))
