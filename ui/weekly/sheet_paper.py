"""A stack of A4 pages that is written on with words, lines and boxes, all measures in points."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, Qt, QUuid
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from ui.support.tokens import ColorRole
from ui.weekly.pdf_text import lookalikes
from weibo_operator.services.weekly_drawing import Anchor

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 40.0, 38.0, 46.0
WIDTH = PAGE_WIDTH - 2 * LEFT
_DPI = 1200
_POINT = _DPI / 72
_LINE = 1.42
"""Line height by size, right for Chinese type."""
_FAMILY = QUuid("{6f1d1c0a-2a0b-4d0c-9a43-5b6a7c1de901}")
_PLAIN_GLYPHS = ("locl", "liga")
"""Turned off: digits beside Latin letters and joined letters would get glyphs that no character has, and be lost."""
_NEVER_FIRST = "，。；：、！？）》”’%…—"
"""Signs that begin no line."""


class Paper:
    """Written from the top down: ``y`` is where the page is free."""

    def __init__(
        self,
        device: QIODevice,
        families: Sequence[str],
        colors: Mapping[ColorRole, str],
        title: str,
        foot: Callable[["Paper"], None],
        small: float,
    ) -> None:
        """``foot`` writes what stands at the foot of each page; ``small`` is the type size of tables and notes."""
        self._foot = foot
        self.small = small
        self._families = list(families)
        self._colors = colors
        self._writer = QPdfWriter(device)
        self._writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
        self._writer.setResolution(_DPI)
        self._writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        self._writer.setTitle(title)
        self._writer.setCreator("weibo-operator")
        self._writer.setDocumentId(QUuid.createUuidV5(_FAMILY, title.encode()))
        self._painter = QPainter(self._writer)
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._measures: dict[tuple[float, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}
        self._written: set[str] = set()
        self.page = 1
        self.y = TOP

    def close(self) -> None:
        """Finish the document."""
        self._foot(self)
        self._painter.end()

    @property
    def meant(self) -> Mapping[int, int]:
        """What characters mean that a PDF's reader would take for others (``pdf_text``)."""
        return lookalikes(self._fonts.values(), self._written)

    def turn(self) -> None:
        """Begin the next page."""
        self._foot(self)
        self._writer.newPage()
        self.page += 1
        self.y = TOP

    @property
    def left_over(self) -> float:
        """How much of the page is free below ``y``."""
        return PAGE_HEIGHT - BOTTOM - self.y

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a line of words."""
        key = (text, size, bold)
        if key not in self._widths:
            self._widths[key] = self._measure(size, bold=bold).horizontalAdvance(text) / _POINT
        return self._widths[key]

    def height(self, text: str, size: float, width: float, *, bold: bool = False) -> float:
        """The height of words set into a column."""
        return len(self._lines(text, size, width, bold=bold)) * size * _LINE

    def line(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float,
        anchor: Anchor = Anchor.START,
        *,
        bold: bool = False,
        role: ColorRole = "text",
    ) -> None:
        """One line of words."""
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[anchor] * self.width(text, size, bold=bold)
        self._ink(size, role, bold=bold)
        self._written.update(text)
        self._painter.drawText(QPointF((x - shift) * _POINT, baseline * _POINT), text)

    def words(
        self, x: float, y: float, width: float, text: str, size: float, *, bold: bool = False, role: ColorRole = "text"
    ) -> float:
        """Words set into a column from ``y`` down; returns their height."""
        lines = self._lines(text, size, width, bold=bold)
        for number, part in enumerate(lines):
            self.line(x, y + size * (_LINE * number + 1.06), part, size, bold=bold, role=role)
        return len(lines) * size * _LINE

    def rule(self, x: float, y: float, width: float, thickness: float = 0.5, role: ColorRole = "divider") -> None:
        """A line across."""
        self.stroke(x, y, x + width, y, thickness, role)

    def stroke(self, x1: float, y1: float, x2: float, y2: float, thickness: float, role: ColorRole) -> None:
        """A straight line."""
        pen = QPen(QColor(self._colors[role]), thickness * _POINT)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(x1 * _POINT, y1 * _POINT), QPointF(x2 * _POINT, y2 * _POINT))

    def box(self, x: float, y: float, width: float, height: float, role: ColorRole) -> None:
        """A filled rectangle."""
        self._painter.fillRect(_box(x, y, width, height), QColor(self._colors[role]))

    def frame(self, x: float, y: float, width: float, height: float, thickness: float, role: ColorRole) -> None:
        """The outline of a rectangle."""
        self._painter.setPen(QPen(QColor(self._colors[role]), thickness * _POINT))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(_box(x, y, width, height))

    def hatch(self, x: float, y: float, width: float, height: float, role: ColorRole) -> None:
        """A rectangle of slanting lines with an outline: told from a filled one without colour."""
        self._painter.save()
        self._painter.setClipRect(_box(x, y, width, height))
        offset = -height
        while offset < width:
            self.stroke(x + offset, y + height, x + offset + height, y, 0.6, role)
            offset += 2.6
        self._painter.restore()
        self.frame(x, y, width, height, 0.5, role)

    def _lines(self, text: str, size: float, width: float, *, bold: bool) -> Sequence[str]:
        """The text cut where the column ends."""
        measure = self._measure(size, bold=bold)
        lines: list[str] = []
        for paragraph in text.splitlines() or [""]:
            rest = paragraph
            while len(rest) > 1 and self.width(rest, size, bold=bold) > width:
                cut = _cut(rest, measure, width * _POINT)
                lines.append(rest[:cut])
                rest = rest[cut:].lstrip()
            lines.append(rest)
        return lines

    def _ink(self, size: float, role: ColorRole, *, bold: bool) -> None:
        self._measure(size, bold=bold)
        self._painter.setFont(self._fonts[size, bold])
        self._painter.setPen(QColor(self._colors[role]))

    def _measure(self, size: float, *, bold: bool) -> QFontMetricsF:
        key = (size, bold)
        if key not in self._measures:
            font = QFont(self._families)
            font.setPointSizeF(size)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            for feature in _PLAIN_GLYPHS:
                font.setFeature(QFont.Tag(feature), 0)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[key] = font
            self._measures[key] = QFontMetricsF(font, self._writer)
        return self._measures[key]


def _cut(text: str, measure: QFontMetricsF, most: float) -> int:
    """How many characters fit, not parting a word or number nor beginning a line with a closing sign."""
    low, high = 1, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure.horizontalAdvance(text[:middle]) <= most:
            low = middle
        else:
            high = middle - 1
    cut = low
    while cut > 1 and (text[cut] in _NEVER_FIRST or _inside_word(text[cut - 1], text[cut])):
        cut -= 1
    return cut if cut > 1 else low


def _inside_word(before: str, after: str) -> bool:
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _box(x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(x * _POINT, y * _POINT, width * _POINT, height * _POINT)
