"""Horizontal bars with their number, one row each, for the weekly page."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import RIGHT, draw_line, text_width
from ui.widgets.painted_rows import PaintedRows
from weibo_operator.translation import tr

ROW = 30
BAR = 10
GAP = 16


class Bar(Struct, frozen=True):
    """One row: ``value`` gives the length, ``text`` is shown at its end ("54 张")."""

    label: str
    value: int
    text: str
    role: ColorRole = "chart1"
    late: bool = False


class BarsChart(PaintedRows):
    """Rows of label, bar and number; the longest bar spans the room times its share of ``full``."""

    def __init__(
        self, theme: Theme, accessible_name: str, row_height: int = ROW, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, row_height, (320, 0), parent)
        self._bars: tuple[Bar, ...] = ()
        self._full = 1
        self.setAccessibleName(accessible_name)

    def set_bars(self, bars: Sequence[Bar], full: int = 0) -> None:
        """Show other rows; ``full`` is the value of a bar across the room (0: a little over the largest)."""
        self._bars = tuple(bars)
        largest = max((bar.value for bar in bars), default=0)
        self._full = full or max(1, round(largest * 1.15))
        self.setAccessibleDescription(tr("；").join(f"{bar.label} {bar.text}" for bar in bars))
        self._set_rows(len(self._bars))

    def minimumSizeHint(self) -> QSize:
        """Return room for labels, numbers and a short bar."""
        return QSize(
            self._label_width() + self._number_width() + self._theme.px(2 * GAP + 40),
            self.sizeHint().height(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        height = self._theme.px(self._row_height)
        for number, bar in enumerate(self._bars):
            self._paint_row(painter, QRectF(0, number * height, self.width(), height), bar)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, bar: Bar) -> None:
        theme, gap, thick = self._theme, self._theme.px(GAP), self._theme.px(BAR)
        font = theme.font("secondary")
        label, number = self._label_width(), self._number_width()
        ink = theme.color("danger_text" if bar.late else "text")
        draw_line(painter, QRectF(0, row.top(), label, row.height()), bar.label, font, ink)
        room = row.width() - label - number - 2 * gap
        track = QRectF(label + gap, round(row.center().y() - thick / 2), room, thick)
        fill_box(painter, track, theme.size("radius_key"), theme.color("neutral_subtle"))
        if bar.value:
            share = min(1.0, bar.value / self._full)
            filled = QRectF(track.left(), track.top(), max(thick, room * share), thick)
            fill_box(painter, filled, theme.size("radius_key"), theme.color("danger" if bar.late else bar.role))
        band = QRectF(row.right() - number, row.top(), number, row.height())
        draw_line(painter, band, bar.text, font, theme.color("text2"), RIGHT)

    def _label_width(self) -> int:
        font = self._theme.font("secondary")
        return round(max((text_width(font, bar.label) for bar in self._bars), default=0)) + 1

    def _number_width(self) -> int:
        font = self._theme.font("secondary")
        return round(max((text_width(font, bar.text) for bar in self._bars), default=0)) + 1
