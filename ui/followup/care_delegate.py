"""What the cards of the page 回访 have in common: two lines in a column, and the person's column."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.paint_text import draw_line, draw_parts, one_line
from ui.widgets.verified import verified_mark

CARD = 62
AVATAR = 30


class CareDelegate(CardDelegate):
    """Paints cards of one height; ``paint_record`` is each list's own."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, CARD)
        self._now = now

    def paint_person(
        self, painter: QPainter, span: QRectF, nickname: str, verified: str, below: Sequence[str], *, room: float = 0
    ) -> QRectF:
        """Picture and name with a line below; ``room`` px are left free after the name, whose line is returned."""
        theme, side = self._theme, self._theme.px(AVATAR)
        box = QRectF(span.left(), round(span.center().y() - side / 2), side, side)
        paint_avatar(painter, theme, box, nickname, verified_mark(verified))
        upper, lower = self.two_lines(span.adjusted(side + theme.px(12), 0, 0, 0))
        draw_line(painter, upper.adjusted(0, 0, -room, 0), nickname, theme.font("body", 600), theme.color("text"))
        draw_parts(painter, theme, lower, below, theme.font("meta"), theme.color("text2"))
        return upper

    def paint_pair(
        self, painter: QPainter, span: QRectF, words: tuple[str, str], first: ColorRole, second: ColorRole = "text2"
    ) -> None:
        """Two lines of words in their roles; one alone stands in the middle."""
        theme = self._theme
        upper, lower = self.two_lines(span) if words[1] else (span, span)
        draw_line(painter, upper, one_line(words[0]), theme.font("secondary"), theme.color(first))
        if words[1]:
            draw_line(painter, lower, one_line(words[1]), theme.font("secondary"), theme.color(second))

    def two_lines(self, span: QRectF) -> tuple[QRectF, QRectF]:
        """The upper and the lower line of a column, together in its middle."""
        line = self._theme.line_height("body")
        upper = QRectF(span.left(), round(span.center().y() - line), span.width(), line)
        return upper, upper.translated(0, line)
