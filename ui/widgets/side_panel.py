"""The panel at the right of a list that tells more about the chosen record: a scrolling body over a foot."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box, stroke_box

PAD = 16
BOX_PAD = 12


class SidePanel(QWidget):
    """Fill ``body`` from the top and ``foot`` from the left; ``width`` is in px at 100 %."""

    def __init__(self, theme: Theme, accessible_name: str, width: int = 300, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.foot = QHBoxLayout()
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setContentsMargins(PAD, PAD, PAD, PAD)
        self.body.setSpacing(8)
        self.foot.setContentsMargins(PAD, 12, PAD, 16)
        self.foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.foot)
        self.setAccessibleName(accessible_name)
        theme.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedWidth(self._theme.px(self._width))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and the hairline at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("subtle"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._theme.color("divider"))
        painter.end()


class TextBox(QWidget):
    """Somebody's words in a box, wrapped; plain text only."""

    def __init__(self, theme: Theme, accessible_name: str, max_lines: int | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._name = accessible_name
        self._words = TextLabel(theme, "", "body", wrap=True, max_lines=max_lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(BOX_PAD, BOX_PAD - 2, BOX_PAD, BOX_PAD - 2)
        column.addWidget(self._words)
        theme.changed.connect(self._fit)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._words.setText(text)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(text)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Be exactly as high as the words need at this width."""
        lines = self._words.heightForWidth(max(1, self.width() - 2 * BOX_PAD))
        self.setFixedHeight(lines + 2 * BOX_PAD - 4)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = QPainter(self)
        radius = self._theme.size("radius_row")
        fill_box(painter, self.rect(), radius, self._theme.color("surface"))
        stroke_box(painter, self.rect(), radius, self._theme.color("divider"))
        painter.end()
