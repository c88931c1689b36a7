"""A line of parts joined by painted dots: nobody types the separator, its width differs per font."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole, TypeStyle
from ui.widgets.paint_text import draw_parts, parts_width
from ui.widgets.whole_words import tells_whole
from weibo_operator.translation import tr

GAP = 6


class DottedLabel(QLabel):
    """An optional icon and parts joined by dots on one line, elided at the end."""

    def __init__(
        self,
        theme: Theme,
        parts: Sequence[str] = (),
        style: TypeStyle = "secondary",
        role: ColorRole = "text2",
        *,
        icon: str = "",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style: TypeStyle = style
        self._role: ColorRole = role
        self._icon = icon
        self._weight = weight
        self._parts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.set_parts(parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts shown."""
        return self._parts

    def set_parts(self, parts: Sequence[str], *, icon: str | None = None, role: ColorRole | None = None) -> None:
        """Show other parts (empty ones are left out), and another icon or colour if given."""
        self._parts = tuple(part for part in parts if part)
        self._icon = self._icon if icon is None else icon
        self._role = role or self._role
        self.setAccessibleName(tr("，").join(self._parts))
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the uncut size."""
        words = parts_width(self._theme, self._parts, self._theme.font(self._style, self._weight))
        return QSize(round(words + 1) + self._icon_room(), self._theme.line_height(self._style))

    def minimumSizeHint(self) -> QSize:
        """It may shrink to an ellipsis."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._icon_room() + self._theme.px(28)), hint.height())

    def event(self, event: QEvent) -> bool:
        """Parts that had to be cut are whole in the tooltip."""
        asked = event.type() is QEvent.Type.ToolTip and self.width() < self.sizeHint().width()
        return (asked and tells_whole(self, event, tr("，").join(self._parts))) or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, parts and dots."""
        theme, room = self._theme, self._icon_room()
        painter = QPainter(self)
        if self._icon:
            side = theme.size("icon_text")
            theme.paint_icon(painter, QRectF(0, 0, side, self.height()), self._icon, self._role)
        band = QRectF(room, 0, self.width() - room, self.height())
        font = theme.font(self._style, self._weight)
        draw_parts(painter, theme, band, self._parts, font, theme.color(self._role))
        painter.end()

    def _icon_room(self) -> int:
        return self._theme.size("icon_text") + self._theme.px(GAP) if self._icon else 0
