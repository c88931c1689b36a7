"""The one button of a toast, made for its dark ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.support.theme import Theme
from ui.widgets.kbd import keycap_width, told_keys
from ui.widgets.paint_shape import stroke_box
from ui.widgets.paint_text import CENTER, draw_line, text_width


class ToastAction(QPushButton):
    """Coloured words and an outlined keycap."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = ""
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_content(self, text: str, keys: str) -> None:
        """Show other words and key; no words hide the button."""
        self._keys = self._theme.keys.words(keys)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(told_keys(self._theme, keys))
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Return words and keycap with room for the focus ring."""
        theme = self._theme
        cap = keycap_width(theme, self._keys)
        words = text_width(theme.font("body", 600), self.text()) + 1
        return QSize(round(words) + (cap + theme.px(10) if cap else 0) + 12, theme.size("control_28"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words, cap and ring."""
        theme = self._theme
        painter = QPainter(self)
        font = theme.font("body", 600)
        if self.underMouse() or self.isDown():
            painter.setOpacity(0.85)
        words = draw_line(
            painter, QRectF(6, 0, self.width(), self.height()), self.text(), font, theme.color("toast_action")
        )
        if self._keys:
            height = theme.size("keycap")
            width = keycap_width(theme, self._keys)
            cap = QRectF(round(6 + words + theme.px(10)), (self.height() - height) / 2, width, height)
            stroke_box(painter, cap, theme.size("radius_key"), theme.color("on_toast"))
            draw_line(painter, cap, self._keys, theme.font("meta"), theme.color("on_toast"), CENTER)
        if self.hasFocus():
            stroke_box(painter, self.rect(), theme.size("radius_key"), theme.color("toast_action"), theme.line("focus"))
        painter.end()
