"""The panel at the right of a list that tells more about the chosen record: a scrolling body over a foot."""

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box, stroke_box
from ui.widgets.paint_text import draw_lines, wrap_lines
from ui.widgets.whole_words import tells_whole

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
        self._fit_foot()
        self.update()

    def _fit_foot(self) -> None:
        """Buttons too wide for one row stand below one another."""
        items = (self.foot.itemAt(place) for place in range(self.foot.count()))
        buttons = (item.widget() for item in items if item is not None)
        widths = [button.sizeHint().width() for button in buttons if button is not None and button.isVisibleTo(self)]
        room = self.width() - 2 * PAD - (len(widths) - 1) * self.foot.spacing()
        way = QBoxLayout.Direction.LeftToRight if sum(widths) <= room else QBoxLayout.Direction.TopToBottom
        if self.foot.direction() is not way:
            self.foot.setDirection(way)

    def event(self, event: QEvent) -> bool:
        """Other buttons, or other words on them: place them anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_foot()
        return super().event(event)

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
        self._text = ""
        self._max_lines = max_lines
        self._lines: list[str] = []
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleDescription(text)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Break the words anew and be exactly as high as they need at this width."""
        width = max(1, self.width() - 2 * BOX_PAD)
        self._lines = wrap_lines(self._text, self._theme.font("body"), width, self._max_lines)
        self.setFixedHeight(len(self._lines) * self._theme.line_height("body") + 2 * BOX_PAD - 4)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Words beyond the last line are whole in the tooltip."""
        cut = bool(self._lines) and self._lines[-1].endswith("…") and not self._text.endswith("…")
        return tells_whole(self, event, self._text if cut else "") or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the words."""
        theme = self._theme
        painter = QPainter(self)
        radius = theme.size("radius_row")
        fill_box(painter, self.rect(), radius, theme.color("surface"))
        stroke_box(painter, self.rect(), radius, theme.color("divider"))
        area = QRectF(self.rect()).adjusted(BOX_PAD, BOX_PAD - 2, -BOX_PAD, 2 - BOX_PAD)
        line = theme.line_height("body")
        draw_lines(painter, area, self._lines, theme.font("body"), theme.color("text"), line)
        painter.end()
