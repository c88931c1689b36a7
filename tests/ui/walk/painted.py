"""What a widget truly paints: its lines of text with place and ink, read back from an SVG drawing of it alone."""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

GROUP = re.compile(r'transform="matrix\(([^)]*)\)"|<text ([^>]*)>([^<]*)</text>')
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
ASCENT, DESCENT = 0.86, 0.12
"""How far a glyph of a Chinese face reaches above and below its line, in parts of its size."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour and how large and heavy it is written with."""

    color: str
    opacity: float
    size: float
    weight: int


@dataclass(frozen=True, slots=True)
class Line:
    """Words painted on one line, in the widget's own coordinates."""

    text: str
    box: QRectF
    ink: Ink


def painted_lines(widget: QWidget) -> list[Line]:
    """The lines ``widget`` paints itself, its children not."""
    lines: list[Line] = []
    left, top = 0.0, 0.0
    for found in GROUP.finditer(_drawing(widget)):
        matrix, attributes, text = found.groups()
        if matrix is not None:
            *_, left, top = (float(number) for number in matrix.split(","))
        elif text.strip():
            _join(lines, _line(dict(ATTRIBUTE.findall(attributes)), unescape(text), left, top))
    return lines


def _drawing(widget: QWidget) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page = QSvgGenerator()
    page.setOutputDevice(buffer)
    page.setSize(widget.size())
    painter = QPainter(page)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    return bytes(buffer.data().data()).decode()


def _line(attributes: dict[str, str], text: str, left: float, top: float) -> Line:
    size, weight = float(attributes["font-size"]), int(attributes["font-weight"])
    ink = Ink(QColor(attributes["fill"]).name(), float(attributes["fill-opacity"]), size, weight)
    x, y = float(attributes["x"]) + left, float(attributes["y"]) + top
    width = _metrics(size, weight).horizontalAdvance(text.rstrip())
    return Line(text, QRectF(x, y - ASCENT * size, width, (ASCENT + DESCENT) * size), ink)


@cache
def _metrics(size: float, weight: int) -> QFontMetricsF:
    font = QFont(QApplication.font())
    font.setPixelSize(round(size))
    font.setWeight(QFont.Weight(weight))
    return QFontMetricsF(font)


def _join(lines: list[Line], more: Line) -> None:
    """Qt hands a line over in pieces, a new one wherever letters of another script begin."""
    last = lines[-1] if lines else None
    follows = last is not None and last.ink == more.ink and abs(last.box.top() - more.box.top()) < 1
    if last is not None and follows and -2 < more.box.left() - _end(last) < 2:
        lines[-1] = Line(last.text + more.text, last.box.united(more.box), last.ink)
    else:
        lines.append(more)


def _end(line: Line) -> float:
    spaces = line.text[len(line.text.rstrip()) :]
    return line.box.right() + _metrics(line.ink.size, line.ink.weight).horizontalAdvance(spaces)
