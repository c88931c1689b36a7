"""Paints the rows of the list of important customers."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.followup.care_delegate import CareDelegate
from ui.followup.contact_rows import CONTACT_COLUMNS, is_late, ticket_words, who_parts, why_words
from ui.support.tokens import ColorRole
from ui.widgets.card_columns import column_spans
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.contact import ImportantCustomer
from weibo_operator.domain.customer import Importance
from weibo_operator.services.important_words import next_contact_words
from weibo_operator.services.wording import day_words
from weibo_operator.translation import tr


class ContactDelegate(CareDelegate):
    """One customer per card: next contact, who, why, tickets, last contact."""

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
        self.paint_pair(painter, why, why_words(record), "text")
        self.paint_pair(painter, tickets, ticket_words(record, now), "text", "danger_text" if record.late else "text2")
        if record.last_contact_at is None:
            self._line(painter, last, tr("还没有联系过"), "text3")
        else:
            said = (record.last_note or tr("没有写说了什么"), day_words(record.last_contact_at, now))
            self.paint_pair(painter, last, said, "text")

    def _paint_person(self, painter: QPainter, span: QRectF, row: ImportantCustomer) -> None:
        theme = self._theme
        is_vip, icon, gap = row.importance is Importance.VIP, theme.size("icon_text"), theme.px(5)
        room = icon + gap if is_vip else 0
        name = self.paint_person(painter, span, row.nickname, row.verified, who_parts(row), room=room)
        if is_vip:
            left = min(name.left() + text_width(theme.font("body", 600), row.nickname) + gap, name.right() - icon)
            theme.paint_icon(painter, QRectF(left, name.top(), icon, name.height()), "star", "accent_text")

    def _line(
        self, painter: QPainter, span: QRectF, words: str, role: ColorRole = "text2", *, strong: bool = False
    ) -> None:
        font = self._theme.font("secondary", 600 if strong else 400)
        draw_line(painter, span, words, font, self._theme.color(role))
