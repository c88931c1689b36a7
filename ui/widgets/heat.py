"""Heat strip: how many came in each hour, darker for more, the busiest with their number."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import CENTER, draw_line
from weibo_operator.translation import tr

CELL = 26
GAP = 3
LABELS = 22
NUMBERED = 4
LABEL_EVERY = 3


class HeatCell(Struct, frozen=True):
    """One hour and how many came in it; ``label`` as "6 点"."""

    label: str
    value: int


class HeatStrip(QWidget):
    """One row of cells with every third hour named below; numbers on the busiest four."""

    def __init__(self, theme: Theme, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells: tuple[HeatCell, ...] = ()
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_cells(self, cells: Sequence[HeatCell]) -> None:
        """Show other hours."""
        self._cells = tuple(cells)
        self.setAccessibleDescription(tr("；").join(f"{cell.label} {cell.value}" for cell in cells))
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the strip's size."""
        return QSize(self._theme.px(420), self._theme.px(CELL + LABELS))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest strip whose numbers still fit."""
        return QSize(max(1, len(self._cells)) * self._theme.px(20), self._theme.px(CELL + LABELS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw cells, numbers and hours."""
        theme, gap = self._theme, self._theme.px(GAP)
        painter = QPainter(self)
        step = (self.width() + gap) / max(1, len(self._cells))
        most = max((cell.value for cell in self._cells), default=0)
        busiest = sorted((cell.value for cell in self._cells if cell.value), reverse=True)[:NUMBERED]
        least_numbered = busiest[-1] if busiest else 1
        for number, cell in enumerate(self._cells):
            box = QRectF(number * step, 0, step - gap, theme.px(CELL))
            fill = shade(theme, cell.value / most if most else 0.0)
            fill_box(painter, box, theme.size("radius_key"), fill)
            if cell.value >= least_numbered:
                draw_line(painter, box, str(cell.value), theme.font("meta", 600), ink_on(theme, fill), CENTER)
            if number % LABEL_EVERY == 0:
                band = QRectF(box.left(), theme.px(CELL), step * LABEL_EVERY, theme.px(LABELS))
                draw_line(painter, band, cell.label, theme.font("meta"), theme.color("text3"))
        painter.end()


def shade(theme: Theme, share: float) -> QColor:
    """Mix the quiet ground with the first chart colour; ``share`` is 0 to 1."""
    low, high = theme.color("neutral_subtle"), theme.color("chart1")
    return QColor(
        round(low.red() + (high.red() - low.red()) * share),
        round(low.green() + (high.green() - low.green()) * share),
        round(low.blue() + (high.blue() - low.blue()) * share),
    )


def ink_on(theme: Theme, fill: QColor) -> QColor:
    """Return whichever of the two inks reads better on ``fill``."""
    inks = (theme.color("on_accent"), theme.color("text"))
    return max(inks, key=lambda ink: contrast(ink, fill))


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast ratio of two opaque colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
