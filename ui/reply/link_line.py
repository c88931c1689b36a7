"""A line to click in the customer panel: parts side by side, the last one cut where room ends."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import fill_box, paint_focus
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.domain.ids import TicketId
from weibo_operator.translation import tr

GAP = 8

Part = tuple[str, ColorRole]


class LinkLine(QPushButton):
    """Leads to ``ticket``; the whole of it stands in its tooltip."""

    def __init__(
        self, theme: Theme, ticket: TicketId, parts: Sequence[Part], tip: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = tuple(parts)
        self.ticket = ticket
        self.setProperty("painted", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("，").join(text for text, _ in parts))
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return one line's size."""
        return QSize(120, self._theme.size("control_28"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts."""
        theme = self._theme
        painter = QPainter(self)
        radius = theme.size("radius_button")
        if self.underMouse() or self.isDown():
            fill_box(painter, self.rect().adjusted(-6, 0, 6, 0), radius, theme.color("hover"))
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        font, left = theme.font("secondary"), 0.0
        for text, role in self._parts:
            room = self.width() - left
            draw_line(painter, QRectF(left, 0, room, self.height()), text, font, theme.color(role))
            left += text_width(font, text) + 1 + theme.px(GAP)
        painter.end()
