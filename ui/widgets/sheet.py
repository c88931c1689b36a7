"""A sheet from the right edge over a scrim, for the one deliberate form that covers the desk."""

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.card_frame import CardFrame
from ui.widgets.overlay import Overlay

BESIDE = 64  # px of the host that stay visible when the window is narrow


class Sheet(Overlay):
    """Full height at the right of ``host``, sliding in; fill ``frame``."""

    def __init__(self, theme: Theme, host: QWidget, title: str, width: int = 948) -> None:
        self.frame = CardFrame(theme, title, radius=0)
        super().__init__(theme, host, self.frame, self.frame.close_button)
        self._width = width
        self._slide = QPropertyAnimation(self.frame, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.frame.close_asked.connect(self.dismiss)

    def open_over(self) -> None:
        """Slide in over the host."""
        super().open_over()
        length = self._theme.duration("sheet")
        if length:
            goal = self.frame.pos()
            self._slide.setDuration(length)
            self._slide.setStartValue(QPoint(self.width(), 0))
            self._slide.setEndValue(goal)
            self._slide.start()

    def place_card(self) -> None:
        """Keep the sheet at the right edge."""
        self._slide.stop()
        width = min(self._theme.px(self._width), self.width() - BESIDE)
        self._card.setGeometry(QRect(self.width() - width, 0, width, self.height()))
