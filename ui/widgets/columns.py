"""Paired columns per day: a solid and a hatched series with their numbers, for the weekly page."""

from collections.abc import Sequence
from math import ceil, log10

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.paint_text import CENTER, RIGHT, draw_line, text_width
from weibo_operator.translation import tr

HEAD = 30  # px: title and legend
FOOT = 28  # px: day names
AXIS = 30  # px: tick numbers
COLUMN = 16
COLUMN_GAP = 6
MOST_TICKS = 5
HATCH_STEP = 5


class Column(Struct, frozen=True):
    """One day: None is a day that has not come, which is not the same as 0."""

    label: str
    first: int | None
    second: int | None
    emphasised: bool = False


def tick_step(highest: int, most: int = MOST_TICKS) -> int:
    """Return a round step (1, 2, 5, 10, 20…) so that at most ``most`` steps cover ``highest``."""
    rough = max(1, ceil(highest / most))
    power = 10 ** int(log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)


class ColumnsChart(QWidget):
    """Title, legend, grid and paired columns; the second series is hatched, not only coloured otherwise."""

    def __init__(self, theme: Theme, title: str, legend: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._legend = legend
        self._columns: tuple[Column, ...] = ()
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other days."""
        self._columns = tuple(columns)
        self.setAccessibleDescription(tr("；").join(self._spoken(column) for column in columns))
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(self._theme.px(560), self._theme.px(230))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which days would touch."""
        return QSize(self._theme.px(AXIS + 7 * 52), self._theme.px(160))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything."""
        painter = QPainter(self)
        px = self._theme.px
        self._paint_head(painter)
        plot = QRectF(self.rect()).adjusted(px(AXIS), px(HEAD) + px(20), 0, -px(FOOT))
        highest = max((max(column.first or 0, column.second or 0) for column in self._columns), default=0)
        step = tick_step(highest)
        top = step * max(1, ceil(highest / step))
        self._paint_grid(painter, plot, step, top)
        for number, column in enumerate(self._columns):
            slot = QRectF(plot.left() + number * self._slot(plot), plot.top(), self._slot(plot), plot.height())
            self._paint_day(painter, slot, column, top)
        painter.end()

    def _slot(self, plot: QRectF) -> float:
        return plot.width() / max(1, len(self._columns))

    def _paint_head(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        band = QRectF(0, 0, self.width(), px(22))
        draw_line(painter, band, self._title, theme.font("card_name"), theme.color("text"))
        font, side, right = theme.font("meta"), px(12), float(self.width())
        for hatched, name in ((True, self._legend[1]), (False, self._legend[0])):
            right -= text_width(font, name)
            draw_line(painter, QRectF(right, 0, 200, px(22)), name, font, theme.color("text2"))
            right -= side + px(6)
            square = QRectF(right, (px(22) - side) / 2, side, side)
            self._fill(painter, square, px(3), hatched=hatched)
            right -= px(14)

    def _paint_grid(self, painter: QPainter, plot: QRectF, step: int, top: int) -> None:
        theme = self._theme
        font = theme.font("meta")
        line = theme.line_height("meta")
        for value in range(0, top + 1, step):
            y = round(plot.bottom() - plot.height() * value / top)
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), theme.color("divider"))
            band = QRectF(0, y - line / 2, plot.left() - theme.px(8), line)
            draw_line(painter, band, str(value), font, theme.color("text3"), RIGHT)

    def _paint_day(self, painter: QPainter, slot: QRectF, column: Column, top: int) -> None:
        theme, px = self._theme, self._theme.px
        middle = slot.center().x()
        self._paint_column(painter, slot, middle - px(COLUMN_GAP) / 2 - px(COLUMN), column.first, top, hatched=False)
        self._paint_column(painter, slot, middle + px(COLUMN_GAP) / 2, column.second, top, hatched=True)
        font = theme.font("meta", 600 if column.emphasised else 400)
        color = theme.color("text" if column.emphasised else "text2")
        band = QRectF(slot.left(), slot.bottom() + px(4), slot.width(), px(FOOT) - px(6))
        draw_line(painter, band, column.label, font, color, CENTER)

    def _paint_column(
        self, painter: QPainter, slot: QRectF, left: float, value: int | None, top: int, *, hatched: bool
    ) -> None:
        if value is None:
            return
        theme, width = self._theme, self._theme.px(COLUMN)
        height = slot.height() * value / top
        bar = QRectF(round(left), slot.bottom() - height, width, height)
        if value:
            self._fill(painter, bar, theme.px(3), hatched=hatched)
        line = theme.line_height("meta")
        band = QRectF(bar.center().x() - 20, bar.top() - line, 40, line)
        color = theme.color("text3" if hatched else "text2")
        draw_line(painter, band, str(value), theme.font("meta"), color, CENTER)

    def _fill(self, painter: QPainter, bar: QRectF, radius: float, *, hatched: bool) -> None:
        """Fill one column, rounded at the top only; hatching is drawn by hand to look the same everywhere."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(bar, radius, radius)
        if bar.height() > 2 * radius and bar.height() != bar.width():
            path.addRect(bar.adjusted(0, radius, 0, 0))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, self._theme.color("chart2" if hatched else "chart1"))
        if hatched:
            painter.setClipPath(path)
            _draw_hatching(painter, bar, self._theme.color("surface"))
        painter.restore()

    def _spoken(self, column: Column) -> str:
        if column.first is None:
            return tr("{0}：还没到", column.label)
        return tr(
            "{0}：{1} {2}，{3} {4}", column.label, self._legend[0], column.first, self._legend[1], column.second or 0
        )


def _draw_hatching(painter: QPainter, bar: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, 1))
    y = bar.top()
    while y < bar.bottom() + bar.width():
        painter.drawLine(round(bar.left()), round(y), round(bar.right()), round(y - bar.width() / 2))
        y += HATCH_STEP
