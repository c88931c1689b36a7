"""Paints the rows of the list of kept praise."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.followup.care_delegate import CareDelegate
from ui.followup.praise_rows import PRAISE_COLUMNS, permission_role, permission_words, praise_person, thanked_words
from ui.widgets.card_columns import column_spans
from ui.widgets.paint_text import draw_line, draw_lines, one_line, wrap_lines
from weibo_operator.domain.praise import Testimonial
from weibo_operator.services.wording import day_words


class PraiseDelegate(CareDelegate):
    """One piece of praise per card: when kept, who, their words, whether it may be quoted, whether thanked."""

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, Testimonial):
            return
        theme, now = self._theme, self._now()
        day, person, said, permission, thanks = column_spans(theme, PRAISE_COLUMNS, card)
        draw_line(painter, day, day_words(record.kept_at, now), theme.font("secondary"), theme.color("text2"))
        self.paint_person(painter, person, record.nickname, record.verified, praise_person(record))
        self._paint_words(painter, said, record.text)
        self.paint_pair(painter, permission, permission_words(record, now), permission_role(record))
        role = "text2" if record.thanked else "text"
        draw_line(painter, thanks, thanked_words(record, now), theme.font("secondary"), theme.color(role))

    def _paint_words(self, painter: QPainter, span: QRectF, text: str) -> None:
        theme = self._theme
        font, line = theme.font("body"), theme.line_height("body")
        lines = wrap_lines(one_line(text), font, span.width(), 2)
        top = round(span.center().y() - len(lines) * line / 2)
        draw_lines(painter, QRectF(span.left(), top, span.width(), 0), lines, font, theme.color("text"), line)
