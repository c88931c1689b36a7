"""What the customer asked, one line each, with a tick where the reply seems to answer it (mission C9)."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.paint_text import draw_parts
from weibo_operator.domain.asked import AskedPart

LINE = 20
MOST_LINES = 4
"""So many lines at most, that the editor keeps room; the last one then counts the rest."""


class AskedList(QWidget):
    """Hidden for fewer than two questions; a click goes on writing where the answer is missing, F7 names it."""

    asked = Signal()
    resized = Signal()
    """The number of lines has changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[AskedPart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("客户问到的每一件事，回复里说到了就打勾（F7 看漏答）")
        self.hide()
        theme.changed.connect(self._restyle)

    @property
    def lines(self) -> tuple[tuple[str, bool], ...]:
        """The words of each line and whether it is ticked; unanswered questions come before the rest is counted."""
        if len(self._parts) <= MOST_LINES:
            return tuple((part.question, part.is_answered) for part in self._parts)
        shown = sorted(self._parts, key=lambda part: part.is_answered)[: MOST_LINES - 1]
        rest = [part for part in self._parts if part not in shown]
        more = (f"还问了 {len(rest)} 件", all(part.is_answered for part in rest))
        return (*((part.question, part.is_answered) for part in self._parts if part in shown), more)

    @property
    def height_wanted(self) -> int:
        """What the lines take, in px of the design; 0 while there are none."""
        return LINE * len(self.lines)

    def show_parts(self, parts: Sequence[AskedPart]) -> None:
        """Show other questions, or none."""
        before = self.height_wanted
        self._parts = tuple(parts)
        said = (f"{question}，{'已答' if done else '还没答'}" for question, done in self.lines)
        self.setAccessibleName("客户问了：" + "；".join(said) if self._parts else "")
        self.setVisible(bool(self._parts))
        self._restyle()
        if self.height_wanted != before:
            self.resized.emit()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(self.height_wanted))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(0, self._theme.px(self.height_wanted))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go on writing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a tick or an empty circle and the question on each line."""
        theme, line = self._theme, self._theme.px(LINE)
        side, font = theme.size("icon_text"), theme.font("secondary")
        painter = QPainter(self)
        for number, (question, done) in enumerate(self.lines):
            top = number * line
            icon, role = ("circle-check", "success_text") if done else ("circle-help", "info_text")
            theme.paint_icon(painter, QRectF(0, top, side, line), icon, role)
            band = QRectF(side + theme.px(6), top, self.width() - side - theme.px(6), line)
            words = (question,) if done else (question, "还没答")
            draw_parts(painter, theme, band, words, font, theme.color("text2" if done else "text"))
        painter.end()
