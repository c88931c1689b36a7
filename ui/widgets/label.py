"""Labels in a type style and a colour role, with the style's fixed line height in every font."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole, TypeStyle
from ui.widgets.paint_text import draw_lines, text_width, wrap_lines
from ui.widgets.whole_words import tells_whole


class TextLabel(QLabel):
    """Plain text: one line elided at its end, or wrapped lines of fixed height with ``wrap``."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: TypeStyle = "body",
        role: ColorRole = "text",
        *,
        weight: int | None = None,
        wrap: bool = False,
        max_lines: int | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._style: TypeStyle = style
        self._role: ColorRole = role
        self._weight = weight
        self._max_lines = max_lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        # Fixed would cap wrapped words at their preferred height: fewer lines than a narrow column needs.
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_role(self, role: ColorRole) -> None:
        """Change the colour."""
        self._role = role
        self.update()

    def set_weight(self, weight: int | None) -> None:
        """Change the weight: 400, 600, or None for the style's own."""
        self._weight = weight
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._style, self._weight))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line's size; a wrapped label prefers at most 40 characters' width."""
        font = self._theme.font(self._style, self._weight)
        width = max((text_width(font, line) for line in self.text().split("\n")), default=0.0)
        line = self._theme.line_height(self._style)
        if not self.wordWrap():
            return QSize(round(width) + 1, line)
        width = min(width, 40.0 * font.pixelSize())
        return QSize(round(width) + 1, self.heightForWidth(round(width) + 1))

    def minimumSizeHint(self) -> QSize:
        """One-line labels may shrink to an ellipsis, wrapped ones to four characters."""
        em = self._theme.font(self._style).pixelSize()
        full = self.sizeHint()
        least = min(full.width(), em * (4 if self.wordWrap() else 2))
        return QSize(least, self._theme.line_height(self._style) if self.wordWrap() else full.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped lines; -1 for one-line labels."""
        if not self.wordWrap():
            return -1
        return len(self._lines(width)) * self._theme.line_height(self._style)

    def event(self, event: QEvent) -> bool:
        """Words that had to be cut are whole in the tooltip."""
        asked = event.type() is QEvent.Type.ToolTip and self._is_cut()
        return (asked and tells_whole(self, event, self.text())) or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, centred vertically."""
        theme, line = self._theme, self._theme.line_height(self._style)
        lines = self._lines(self.width()) if self.wordWrap() else [self.text()]
        top = max(0, (self.height() - len(lines) * line) // 2)
        painter = QPainter(self)
        color = theme.color(self._role if self.isEnabled() else "disabled")
        area = QRect(0, top, self.width(), len(lines) * line)
        font = theme.font(self._style, self._weight)
        draw_lines(painter, area, lines, font, color, line, self.alignment())
        painter.end()

    def _is_cut(self) -> bool:
        font = self._theme.font(self._style, self._weight)
        if self.wordWrap():
            return len(wrap_lines(self.text(), font, self.width())) > len(self._lines(self.width()))
        return text_width(font, self.text()) > self.width() + 0.5

    def _lines(self, width: int) -> list[str]:
        return wrap_lines(self.text(), self._theme.font(self._style, self._weight), width, self._max_lines)
