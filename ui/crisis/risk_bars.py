"""Risk as three bars of three fields each, with the figures behind them (mission B10)."""

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import draw_line, text_width
from ui.widgets.painted_rows import PaintedRows
from weibo_operator.translation import tr

ROW = 28
FIELD, FIELD_HEIGHT, FIELDS = 22, 10, 3
GAP = 12


class RiskLine(Struct, frozen=True):
    """One bar: its name, 1 to 3, and the figures."""

    name: str
    grade: int
    figures: str


class RiskBars(PaintedRows):
    """传播速度, 波及范围, 曝光程度."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, ROW, (300, 220), parent)
        self._lines: tuple[RiskLine, ...] = ()
        self.setAccessibleName(tr("风险"))

    def show_lines(self, lines: tuple[RiskLine, ...]) -> None:
        """Show other bars."""
        self._lines = lines
        words = tr("；").join(tr("{0} {1} / {2}，{3}", line.name, line.grade, FIELDS, line.figures) for line in lines)
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join(tr("{0}：{1}", line.name, line.figures) for line in lines))
        self._set_rows(len(lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        font = theme.font("secondary")
        name_width = max((text_width(font, line.name) for line in self._lines), default=0.0)
        for number, line in enumerate(self._lines):
            band = QRectF(0, number * px(ROW), self.width(), px(ROW))
            draw_line(
                painter, QRectF(0, band.top(), name_width + 1, band.height()), line.name, font, theme.color("text")
            )
            left = name_width + px(GAP)
            role: ColorRole = (
                "danger" if line.grade == FIELDS else "danger_text" if line.grade == 2 else "neutral_subtle"
            )
            for field in range(FIELDS):
                box = QRectF(
                    left + field * (px(FIELD) + 3),
                    band.center().y() - px(FIELD_HEIGHT) / 2,
                    px(FIELD),
                    px(FIELD_HEIGHT),
                )
                on = field < line.grade
                quiet: ColorRole = "chart2" if line.grade == 1 else role
                fill_box(painter, box, 3, theme.color(quiet if on else "neutral_subtle"))
            left += FIELDS * (px(FIELD) + 3) + px(GAP) - 3
            grade = QRectF(left, band.top(), px(14), band.height())
            draw_line(painter, grade, str(line.grade), theme.font("secondary", 600), theme.color("text"))
            left += px(14) + px(6)
            figures = QRectF(left, band.top(), self.width() - left, band.height())
            draw_line(painter, figures, line.figures, font, theme.color("text2"))
        painter.end()
