"""A turning sign for work whose length is not known; it stands still when motion is reduced."""

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme

STEP = 30  # degrees
BEAT = 80  # ms
SIDE = 24


class Spinner(QWidget):
    """Turns while it is visible."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @Slot()
    def _turn(self) -> None:
        self._angle = (self._angle + STEP) % 360
        self.update()

    def sizeHint(self) -> QSize:
        """Return a small square."""
        return QSize(self._theme.px(SIDE), self._theme.px(SIDE))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to turn, unless motion is reduced."""
        super().showEvent(event)
        if self._theme.duration("toast"):
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign at its angle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        half = self.width() / 2
        painter.translate(half, half)
        painter.rotate(self._angle)
        self._theme.paint_icon(painter, QRectF(-half, -half, 2 * half, 2 * half), "loader", "text2")
        painter.end()
