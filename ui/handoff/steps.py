"""The four steps of a complex problem (mission E2), as a line of marks in the form's head."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box, stroke_box
from ui.widgets.paint_text import CENTER, draw_line, text_width
from weibo_operator.translation import tr

STEPS = (tr("收集问题"), tr("问题分类"), tr("转交部门"), tr("等待反馈"))
MARK = 22
GAP = 7
LINE = 20


class FourSteps(QWidget):
    """Shows which step is reached: earlier ones ticked, the present one filled, later ones outlined."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.show_step(1)

    @property
    def step(self) -> int:
        """The present step, counted from 0."""
        return self._now

    def show_step(self, step: int) -> None:
        """Reach a step, counted from 0."""
        self._now = step
        self.setAccessibleName(tr("第 {0} 步，共 {1} 步：{2}", step + 1, len(STEPS), STEPS[step]))
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All four with the lines between."""
        px, font = self._theme.px, self._theme.font("body", 600)
        words = sum(text_width(font, step) + 1 for step in STEPS)
        marks = len(STEPS) * px(MARK + GAP) + (len(STEPS) - 1) * px(LINE + 2 * GAP)
        return QSize(round(words + marks), px(28))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw marks, words and lines."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        left = 0.0
        for number, step in enumerate(STEPS):
            if number:
                line = QRectF(left + px(GAP), round(self.height() / 2), px(LINE), 1)
                painter.fillRect(line, theme.color("control"))
                left = line.right() + px(GAP)
            self._paint_mark(painter, QRectF(round(left), (self.height() - px(MARK)) / 2, px(MARK), px(MARK)), number)
            left += px(MARK + GAP)
            font = theme.font("body", 600 if number <= self._now else 400)
            color = theme.color("text" if number <= self._now else "text2")
            width = text_width(theme.font("body", 600), step) + 1
            draw_line(painter, QRectF(left, 0, width, self.height()), step, font, color)
            left += width
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: QRectF, number: int) -> None:
        theme, radius = self._theme, mark.height() / 2
        if number < self._now:
            fill_box(painter, mark, radius, theme.color("success"))
            inset = mark.height() * 0.2
            theme.paint_icon(painter, mark.adjusted(inset, inset, -inset, -inset), "check", "on_success")
            return
        if number == self._now:
            fill_box(painter, mark, radius, theme.color("accent"))
        else:
            stroke_box(painter, mark, radius, theme.color("control"))
        ink = theme.color("on_accent" if number == self._now else "text2")
        draw_line(painter, mark, str(number + 1), theme.font("secondary", 600), ink, CENTER)
