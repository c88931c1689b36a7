"""Text painting with fixed line heights and elision, the same in every font.

Fonts disagree about their natural height by a quarter, so lines are placed by the middle of the ideographic
square (0.88 em above, 0.12 em below the baseline) and never by the font's own ascent.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.support.theme import Theme

SQUARE_MIDDLE = 0.38  # em above the baseline
DOT = 2  # px, the separator's diameter
DOT_GAP = 6  # px on each side of it
MORE = "…"
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignHCenter


def baseline(font: QFont, top: float, height: float) -> float:
    """Return the y of the baseline that centres a line of text in a band."""
    return round(top + height / 2 + font.pixelSize() * SQUARE_MIDDLE)


def text_width(font: QFont, text: str) -> float:
    """Return the advance of ``text`` in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def one_line(text: str) -> str:
    """Return ``text`` with line breaks and runs of blanks as one space, for previews."""
    return " ".join(text.split())


def elided(text: str, measure: QFontMetricsF, width: float) -> str:
    """Return ``text`` cut at its right end, with an ellipsis, to at most ``width`` pixels; nothing where that is wider.

    Qt adds up single glyphs to find the place: where the ellipsis comes from another face, what it returns is a few
    pixels too wide.
    """
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, width)
    room = width
    while room > 0 and (over := measure.horizontalAdvance(shown) - width) > 0:
        room -= max(1.0, over)
        shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return shown if measure.horizontalAdvance(shown) <= width else ""


def draw_line(
    painter: QPainter,
    rect: QRect | QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Draw one line centred vertically in ``rect``, elided at the right; return its width in pixels."""
    box = QRectF(rect)
    measure = QFontMetricsF(font)
    width = measure.horizontalAdvance(text)
    if width > box.width() + 0.5:
        text = elided(text, measure, box.width())
        width = measure.horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(color)
    left = box.left() + _shift(align, box.width() - width)
    painter.drawText(QPointF(left, baseline(font, box.top(), box.height())), text)
    return width


def wrap_lines(text: str, font: QFont, width: float, max_lines: int | None = None) -> list[str]:
    """Break ``text`` to ``width`` pixels as Chinese is set; the last line allowed is elided."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")  # Qt counts UTF-16 units, Python counts characters
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        start, length = line.textStart(), line.textLength()
        if max_lines is not None and len(lines) == max_lines - 1:
            rest = one_line(_slice(units, start, None))
            lines.append(elided(rest, QFontMetricsF(font), width))
            break
        lines.append(_slice(units, start, start + length).rstrip())  # a blank at the break takes no room
    layout.endLayout()
    return lines or [""]


def draw_lines(
    painter: QPainter,
    rect: QRect | QRectF,
    lines: Sequence[str],
    font: QFont,
    color: QColor,
    line_height: float,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Draw wrapped ``lines`` from the top of ``rect`` with a fixed line height; return the height used."""
    box = QRectF(rect)
    for number, line in enumerate(lines):
        band = QRectF(box.left(), box.top() + number * line_height, box.width(), line_height)
        draw_line(painter, band, line, font, color, align)
    return len(lines) * line_height


def parts_width(theme: Theme, parts: Sequence[str], font: QFont) -> float:
    """Return the width of ``parts`` joined by painted dots."""
    measure = QFontMetricsF(font)
    gaps = max(0, len(parts) - 1) * (theme.px(DOT) + 2 * theme.px(DOT_GAP))  # each rounded, as drawn
    return sum(measure.horizontalAdvance(part) for part in parts) + gaps


def draw_parts(
    painter: QPainter,
    theme: Theme,
    rect: QRect | QRectF,
    parts: Sequence[str],
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Draw ``parts`` on one line joined by painted dots; what does not fit is elided. Return the width."""
    box = QRectF(rect)
    whole = parts_width(theme, parts, font)
    width = min(whole, box.width())
    left = box.left() + _shift(align, box.width() - width)
    end = left + width
    gap, least = theme.px(DOT) + 2 * theme.px(DOT_GAP), 2 * font.pixelSize()
    for number, part in enumerate(parts):
        if number and whole > width and end - left - gap < least:
            # A dot with nothing behind it would look like a slip: here the ellipsis says that there is more.
            draw_line(painter, QRectF(left, box.top(), end - left + 1, box.height()), MORE, font, color)
            break
        if number:
            left = _draw_dot(painter, theme, left, box, color)
        if end - left < 1:
            break
        left += draw_line(painter, QRectF(left, box.top(), end - left + 1, box.height()), part, font, color)
    return width


def _draw_dot(painter: QPainter, theme: Theme, left: float, box: QRectF, color: QColor) -> float:
    """Paint the separator dot with its gaps; return the x after it."""
    gap, dot = theme.px(DOT_GAP), theme.px(DOT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QRectF(round(left + gap), round(box.center().y() - dot / 2 + 0.5), dot, dot))
    painter.restore()
    return left + dot + 2 * gap


def _shift(align: Qt.AlignmentFlag, spare: float) -> float:
    if align & RIGHT:
        return spare
    return spare / 2 if align & CENTER else 0.0


def _slice(units: bytes, start: int, end: int | None) -> str:
    """Return the characters between two UTF-16 positions."""
    return units[start * 2 : None if end is None else end * 2].decode("utf-16-le", "replace")
