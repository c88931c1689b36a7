"""The week by weekday and hour: how many came in each cell, and how many of them nobody has answered yet."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.heat import ink_on, shade
from ui.widgets.paint_shape import fill_box, paint_focus, stroke_box
from ui.widgets.paint_text import CENTER, RIGHT, draw_line
from weibo_operator.services.wording import WEEKDAYS
from weibo_operator.translation import label, tr

ROW = 26
HEAD = 20
LABEL = 40
LEAST_COLUMN = 24
GAP = 2
DAYS = 7


class GridCell(Struct, frozen=True):
    """How many turns were opened, and how many of them still wait."""

    count: int
    waiting: int

    @property
    def text(self) -> str:
        """The number inside the cell, those that wait in brackets; empty where nobody came."""
        if not self.count:
            return ""
        return f"{self.count}({self.waiting})" if self.waiting else str(self.count)


class HeatGrid(QWidget):
    """Seven rows of hours, darker for more, framed and with brackets where somebody waits; each cell opens.

    A click or Enter opens a cell in which anybody came: ``opened`` carries the day (0 is Monday) and the hour. The
    arrows go from cell to cell.
    """

    opened = Signal(int, int)

    def __init__(self, theme: Theme, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hours = range(24)
        self._days: tuple[tuple[GridCell, ...], ...] = ()
        self.day, self.hour = 0, 0
        """Of the cell that the keyboard is in."""
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_cells(self, hours: range, days: Sequence[Sequence[GridCell]]) -> None:
        """Show another week: ``days`` have 24 cells each, of which ``hours`` are drawn."""
        self._hours, self._days = hours, tuple(tuple(day) for day in days)
        self.hour = min(max(self.hour, hours.start), hours.stop - 1)
        self._describe()
        self._restyle()

    def cell_box(self, day: int, hour: int) -> QRectF:
        """Where a cell is drawn."""
        px = self._theme.px
        step = (self.width() - px(LABEL)) / len(self._hours)
        left, top = px(LABEL) + (hour - self._hours.start) * step, px(HEAD) + day * px(ROW)
        return QRectF(left, top, step - px(GAP), px(ROW) - px(GAP))

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for seven days and the names of the hours."""
        px = self._theme.px
        return QSize(px(LABEL) + 24 * px(LEAST_COLUMN), px(HEAD) + DAYS * px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest grid whose numbers still fit."""
        px = self._theme.px
        return QSize(px(LABEL) + len(self._hours) * px(LEAST_COLUMN), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names of days and hours, and the cells."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        for hour in self._hours:
            box = self.cell_box(0, hour)
            head = QRectF(box.left(), 0, box.width(), px(HEAD))
            draw_line(painter, head, str(hour), theme.font("meta"), theme.color("text2"), CENTER)
        most = max((cell.count for day in self._days for cell in day), default=0) or 1
        for day, cells in enumerate(self._days):
            row = self.cell_box(day, self._hours.start)
            name = QRectF(0, row.top(), px(LABEL - 8), row.height())
            draw_line(painter, name, tr("周{0}", label(WEEKDAYS[day])), theme.font("meta"), theme.color("text2"), RIGHT)
            for hour in self._hours:
                self._paint_cell(painter, self.cell_box(day, hour), cells[hour], most)
        if self.hasFocus() and self._days:
            paint_focus(painter, theme, self.cell_box(self.day, self.hour), theme.size("radius_key"))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what a cell holds, and point at what opens."""
        place = self._place_at(event.position())
        filled = place is not None and self._days[place[0]][place[1]].count
        self.setCursor(Qt.CursorShape.PointingHandCursor if filled else Qt.CursorShape.ArrowCursor)
        self.setToolTip("" if place is None else self._said(*place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the cell under a click."""
        place = self._place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(*place)
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell, Enter opens."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() in steps:
            down, right = steps[Qt.Key(event.key())]
            hour = min(max(self.hour + right, self._hours.start), self._hours.stop - 1)
            self._go_to(min(max(self.day + down, 0), DAYS - 1), hour)
        else:
            super().keyPressEvent(event)

    def _go_to(self, day: int, hour: int) -> None:
        self.day, self.hour = day, hour
        self._describe()
        self.update()

    def _open(self) -> None:
        if self._days and self._days[self.day][self.hour].count:
            self.opened.emit(self.day, self.hour)

    def _place_at(self, at: QPointF) -> tuple[int, int] | None:
        places = ((day, hour) for day in range(len(self._days)) for hour in self._hours)
        return next((place for place in places if self.cell_box(*place).contains(at)), None)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._said(self.day, self.hour) if self._days else "")

    def _said(self, day: int, hour: int) -> str:
        cell = self._days[day][hour]
        waiting = tr("，其中 {0} 次还没回复", cell.waiting) if cell.waiting else ""
        return tr("周{0} {1} 点到 {2} 点：{3} 次{4}", label(WEEKDAYS[day]), hour, hour + 1, cell.count, waiting)

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: GridCell, most: int) -> None:
        theme = self._theme
        fill, radius = shade(theme, cell.count / most), theme.size("radius_key")
        fill_box(painter, box, radius, fill)
        if cell.waiting:
            stroke_box(painter, box, radius, theme.color("text"), theme.line("focus"))
        weight = 600 if cell.waiting else 400
        draw_line(painter, box, cell.text, theme.font("meta", weight), ink_on(theme, fill), CENTER)
