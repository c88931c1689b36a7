"""Paints the rows of 闲聊与广告: a check box, who, the words, the reason, on one line each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.inbox.gathered_rows import GATHERED_COLUMNS, why_words
from ui.support.theme import Theme
from ui.widgets.marked_delegate import MarkedDelegate
from weibo_operator.domain.gathered import GatheredRow

CARD = 38


class GatheredDelegate(MarkedDelegate):
    """``is_marked`` says of a ticket whether it is chosen."""

    def __init__(self, theme: Theme, is_marked: Callable[[object], bool]) -> None:
        super().__init__(theme, CARD, GATHERED_COLUMNS, is_marked)

    def paint_columns(self, painter: QPainter, spans: Sequence[QRectF], record: object) -> None:
        """Fill the columns behind the check box."""
        if not isinstance(record, GatheredRow):
            return
        person, words, why = spans
        self.line(painter, person, record.nickname, strong=True)
        self.line(painter, words, record.text)
        self.line(painter, why, why_words(record), "text2")
