"""Paints the rows of the list of important customers."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.followup.contact_rows import CONTACT_COLUMNS, is_late, ticket_words, who_parts, why_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_columns import column_spans
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.paint_text import draw_line, draw_parts, one_line, text_width
from ui.widgets.verified import verified_mark
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.contact import ImportantCustomer
from weibo_operator.domain.customer import Importance
from weibo_operator.services.important_words import next_contact_words
from weibo_operator.services.wording import day_words

CARD = 62
AVATAR = 30


class ContactDelegate(CardDelegate):
    """One customer per card: next contact, who, why, tickets, last contact."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, CARD)
        self._now = now

    def paint_record(self, painter: QPainter, card: QRectF, record: object) -> None:
        """Fill the card's columns."""
        if not isinstance(record, ImportantCustomer):
            return
        now = self._now()
        due, person, why, tickets, last = column_spans(self._theme, CONTACT_COLUMNS, card)
        late = is_late(record, now)
        words = next_contact_words(record.next_contact, now)
        today = record.next_contact == china_day(now)
        self._line(painter, due, words, "danger_text" if late else "text2", strong=late or today)
        self._paint_person(painter, person, record)
        self._pair(painter, why, why_words(record))
        self._pair(painter, tickets, ticket_words(record, now), "danger_text" if record.late else "text2")
        if record.last_contact_at is None:
            self._line(painter, last, "还没有联系过", "text3")
        else:
            self._pair(painter, last, (record.last_note or "没有写说了什么", day_words(record.last_contact_at, now)))

    def _paint_person(self, painter: QPainter, span: QRectF, row: ImportantCustomer) -> None:
        theme, side = self._theme, self._theme.px(AVATAR)
        box = QRectF(span.left(), round(span.center().y() - side / 2), side, side)
        paint_avatar(painter, theme, box, row.nickname, verified_mark(row.verified))
        upper, lower = self._two_lines(span.adjusted(side + theme.px(12), 0, 0, 0))
        font = theme.font("body", 600)
        mark = 0.0
        if row.importance is Importance.VIP:
            icon = theme.size("icon_text")
            mark = icon + theme.px(5)
            left = min(upper.left() + text_width(font, row.nickname) + theme.px(5), upper.right() - icon)
            theme.paint_icon(painter, QRectF(left, upper.top(), icon, upper.height()), "star", "accent_text")
        draw_line(painter, upper.adjusted(0, 0, -mark, 0), row.nickname, font, theme.color("text"))
        draw_parts(painter, theme, lower, who_parts(row), theme.font("meta"), theme.color("text2"))

    def _pair(self, painter: QPainter, span: QRectF, words: tuple[str, str], second_role: ColorRole = "text2") -> None:
        theme = self._theme
        first, second = words
        upper, lower = self._two_lines(span) if second else (span, span)
        draw_line(painter, upper, one_line(first), theme.font("secondary"), theme.color("text"))
        if second:
            draw_line(painter, lower, one_line(second), theme.font("secondary"), theme.color(second_role))

    def _line(
        self, painter: QPainter, span: QRectF, words: str, role: ColorRole = "text2", *, strong: bool = False
    ) -> None:
        font = self._theme.font("secondary", 600 if strong else 400)
        draw_line(painter, span, words, font, self._theme.color(role))

    def _two_lines(self, span: QRectF) -> tuple[QRectF, QRectF]:
        line = self._theme.line_height("body")
        upper = QRectF(span.left(), round(span.center().y() - line), span.width(), line)
        return upper, upper.translated(0, line)
