"""Paints the rows of 待发箱: a check box, who, the words, why, when."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.outbox.rows import COLUMNS, account_name, pressed_words, why_words
from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.marked_delegate import MarkedDelegate
from weibo_operator.domain.reply import Intent, IntentState

CARD = 54


class OutboxDelegate(MarkedDelegate):
    """``is_marked`` says of a reply whether it is chosen."""

    def __init__(self, theme: Theme, is_marked: Callable[[object], bool], now: Callable[[], datetime]) -> None:
        super().__init__(theme, CARD, COLUMNS, is_marked)
        self._now = now

    def paint_columns(self, painter: QPainter, spans: Sequence[QRectF], record: object) -> None:
        """Fill the columns behind the check box."""
        if not isinstance(record, Intent):
            return
        now = self._now()
        person, words, why, when = spans
        self.pair(painter, person, (f"@{record.nickname}", account_name(record)), strong=True)
        self.wrapped(painter, words, record.text)
        unknown: ColorRole = "danger_text" if record.state is IntentState.UNKNOWN else "text2"
        self.line(painter, why, why_words(record, now), unknown, strong=record.state is IntentState.UNKNOWN)
        if when.width() > 0:
            self.line(painter, when, pressed_words(record, now), "text2")
