"""The bar at the top of a page: its title, what it counts, and its controls at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel

HEIGHT = 56


class PageHead(QWidget):
    """Title and counts at the left, ``controls`` at the right."""

    def __init__(
        self, theme: Theme, title: str, controls: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = DottedLabel(theme, (), "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(TextLabel(theme, title, "page_title"))
        row.addWidget(self._counts, 1)
        for control in controls:
            row.addWidget(control)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def counts(self) -> tuple[str, ...]:
        """The parts of the counting line."""
        return self._counts.parts

    def show_counts(self, parts: Sequence[str]) -> None:
        """Show other counts, joined by dots."""
        self._counts.set_parts(parts)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self._theme.color("divider"))
        painter.end()
