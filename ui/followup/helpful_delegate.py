"""Paints the rows of the list 热心博友."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.followup.care_delegate import CareDelegate
from ui.followup.helpful_rows import HELPFUL_COLUMNS, helpful_person, latest_words, thanks_role, thanks_words
from ui.widgets.card_columns import column_spans
from ui.widgets.paint_text import draw_line
from weibo_operator.domain.community import HelpfulUser
from weibo_operator.services.wording import day_words
from weibo_operator.translation import tr


class HelpfulDelegate(CareDelegate):
    """One helpful user per card: the last day, who, the latest answer, how many, thanks."""

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, HelpfulUser):
            return
        theme, now = self._theme, self._now()
        day, person, latest, count, thanks = column_spans(theme, HELPFUL_COLUMNS, card)
        font = theme.font("secondary")
        draw_line(painter, day, day_words(record.answers[0].marked_at, now), font, theme.color("text2"))
        self.paint_person(painter, person, record.nickname, record.verified, helpful_person(record))
        self.paint_pair(painter, latest, latest_words(record), "text2", "text")
        draw_line(painter, count, tr("{0} 次", len(record.answers)), theme.font("body", 600), theme.color("text"))
        self.paint_pair(painter, thanks, thanks_words(record, now), thanks_role(record))
