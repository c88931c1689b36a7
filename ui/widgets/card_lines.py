"""A card delegate that writes one or two lines of words into the columns of its cards."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.support.tokens import ColorRole
from ui.widgets.card_delegate import CardDelegate
from ui.widgets.paint_text import draw_line, draw_lines, one_line, wrap_lines


class LinesDelegate(CardDelegate):
    """Adds the ways to write words; each list says what stands where."""

    def line(
        self, painter: QPainter, span: QRectF, words: str, role: ColorRole = "text", *, strong: bool = False
    ) -> None:
        """One line in the middle of a span."""
        font = self._theme.font("secondary", 600 if strong else 400)
        draw_line(painter, span, one_line(words), font, self._theme.color(role))

    def pair(
        self,
        painter: QPainter,
        span: QRectF,
        words: tuple[str, str],
        role: ColorRole = "text",
        below: ColorRole = "text2",
        *,
        strong: bool = False,
    ) -> None:
        """Two lines, the lower one quieter; without it the upper stands in the middle."""
        upper, lower = words
        if not lower:
            self.line(painter, span, upper, role, strong=strong)
            return
        theme, height = self._theme, self._theme.line_height("body")
        band = QRectF(span.left(), round(span.center().y() - height), span.width(), height)
        self.line(painter, band, upper, role, strong=strong)
        draw_line(painter, band.translated(0, height), one_line(lower), theme.font("meta"), theme.color(below))

    def wrapped(self, painter: QPainter, span: QRectF, words: str, role: ColorRole = "text") -> None:
        """Up to two lines of somebody's words."""
        theme, height = self._theme, self._theme.line_height("body")
        lines = wrap_lines(one_line(words), theme.font("body"), span.width(), 2)
        top = span.center().y() - height * len(lines) / 2
        box = QRectF(span.left(), round(top), span.width(), height * len(lines))
        draw_lines(painter, box, lines, theme.font("body"), theme.color(role), height)
