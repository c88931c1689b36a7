"""Paints the rows of the list of promises."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.followup.care_delegate import CareDelegate
from ui.followup.promise_rows import PROMISE_COLUMNS, is_pressing, promised_person, when_words
from ui.support.tokens import ColorRole
from ui.widgets.card_columns import column_spans
from ui.widgets.paint_text import draw_line, one_line
from weibo_operator.domain.promise_record import RecordedPromise
from weibo_operator.services.promise_words import deed_words


class PromiseDelegate(CareDelegate):
    """One promise per card: by when, to whom, what, and what it was about."""

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, RecordedPromise):
            return
        theme, now = self._theme, self._now()
        due, person, said, problem = column_spans(theme, PROMISE_COLUMNS, card)
        first, second = when_words(record, now)
        pressing = is_pressing(record, now)
        role: ColorRole = "danger_text" if pressing else "text2"
        upper, lower = self.two_lines(due)
        draw_line(painter, upper, first, theme.font("secondary", 600 if pressing else 400), theme.color(role))
        draw_line(painter, lower, second, theme.font("meta"), theme.color(role))
        self.paint_person(painter, person, record.nickname, record.verified, promised_person(record))
        upper, lower = self.two_lines(said)
        draw_line(painter, upper, one_line(deed_words(record)), theme.font("body"), theme.color("text"))
        draw_line(painter, lower, one_line(record.text), theme.font("secondary"), theme.color("text2"))
        draw_line(painter, problem, one_line(record.problem), theme.font("secondary"), theme.color("text"))
