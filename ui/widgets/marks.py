"""Marks under the words of an editor: red waves for sure typos, dotted lines for the quiet class."""

from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextBlock, QTextDocument, QTextLine

from ui.support.offsets import to_units

WAVE_STEP = 3.0
WAVE_HEIGHT = 1.4


class Mark(Struct, frozen=True):
    """A stretch of the text in UTF-16 units; ``sure`` draws the wave, else dots."""

    start: int
    end: int
    sure: bool = True


def difference(before: str, after: str) -> tuple[int, int, int]:
    """Return where two texts differ: place, length before and length after, in UTF-16 units.

    Qt's own account of a change names the whole paragraph at every letter of a composition.
    """
    start = _alike(before, after)
    same = _alike(before[start:][::-1], after[start:][::-1])
    removed, added = before[start : len(before) - same], after[start : len(after) - same]
    return to_units(before, start), to_units(removed, len(removed)), to_units(added, len(added))


def moved(marks: tuple[Mark, ...], position: int, removed: int, added: int) -> tuple[Mark, ...]:
    """Return marks after an edit: those behind it move along, those it touches go."""
    kept = []
    for mark in marks:
        if mark.end <= position:
            kept.append(mark)
        elif mark.start >= position + removed:
            kept.append(replace(mark, start=mark.start + added - removed, end=mark.end + added - removed))
    return tuple(kept)


def boxes_of(document: QTextDocument, start: int, end: int) -> list[tuple[QRectF, float]]:
    """Return where a stretch lies, one box for each line it runs over, with the line's baseline (document pixels)."""
    found: list[tuple[QRectF, float]] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        layout = block.layout()
        origin = layout.position()
        first = _in_layout(block, max(0, start - block.position()))
        last = _in_layout(block, min(block.length() - 1, end - block.position()))
        for line in (layout.lineAt(number) for number in range(layout.lineCount())):
            left, right = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if left < right:
                x, to = _x(line, left), _x(line, right)
                box = QRectF(origin.x() + x, origin.y() + line.y(), to - x, line.height())
                found.append((box, origin.y() + line.y() + line.ascent()))
        block = block.next()
    return found


def paint_wave(painter: QPainter, left: float, right: float, y: float, color: QColor) -> None:
    """Draw a wave from ``left`` to ``right`` around ``y``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(left, y))
    x, side = left, -1
    while x < right - 0.5:
        step = min(WAVE_STEP, right - x)
        path.quadTo(QPointF(x + step / 2, y + side * 2 * WAVE_HEIGHT), QPointF(x + step, y))
        x, side = x + step, -side
    painter.drawPath(path)


def paint_dots(painter: QPainter, left: float, right: float, y: float, color: QColor) -> None:
    """Draw the quiet dotted line."""
    pen = QPen(color, 1.6)
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _in_layout(block: QTextBlock, position: int) -> int:
    """Letters of a running composition stand in the layout but not in the text: what lies behind them is shifted."""
    layout = block.layout()
    at = layout.preeditAreaPosition()
    return position + len(layout.preeditAreaText()) if 0 <= at < position else position


def _x(line: QTextLine, position: int) -> float:
    """PySide gives the x together with the position it belongs to, its annotations say neither."""
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else 0.0
