"""Makes the rows or cells of a painted chart open by a click; the keyboard opens them by the card's button."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class Pointing(QObject):
    """``chosen`` carries the place of what was clicked; ``count`` parts of equal size stand below one another."""

    chosen = Signal(int)

    def __init__(self, chart: QWidget, *, beside: bool = False) -> None:
        """``beside``: the parts stand side by side."""
        super().__init__(chart)
        self._chart = chart
        self._beside = beside
        self._count = 0
        chart.installEventFilter(self)

    def set_count(self, count: int) -> None:
        """How many parts there are now."""
        self._count = count
        self._chart.setCursor(Qt.CursorShape.PointingHandCursor if count else Qt.CursorShape.ArrowCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which part lies under a click."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and self._count
            and self._chart.rect().contains(event.position().toPoint())
        ):
            at = event.position()
            place = at.x() / self._chart.width() if self._beside else at.y() / self._chart.height()
            self.chosen.emit(min(int(place * self._count), self._count - 1))
            return True
        return super().eventFilter(watched, event)
