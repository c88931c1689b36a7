"""The line under the board: six keys to learn, and how the queue is ordered."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.kbd import KeyCap
from ui.widgets.label import TextLabel

HEIGHT = 34
HINTS = (
    ("N", "下一位"),
    ("↑↓←→", "选卡片"),
    ("Enter", "打开"),
    ("F", "转交"),
    ("S", "稍后"),
    ("E", "完成"),
    ("?", "全部快捷键"),
)
RULE = "按“等待时间 + 紧急程度 + 影响力”轮流排队，同一位客户不会连排两次"


class HintBar(QWidget):
    """Teaches the keys; its right side says who is next and why."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(6)
        for keys, words in HINTS:
            label = TextLabel(theme, words, "meta", "text2")
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(KeyCap(theme, keys))
            row.addWidget(label)
            row.addSpacing(10)
        self._why = TextLabel(theme, "", "meta", "text2", align=Qt.AlignmentFlag.AlignRight)
        self._why.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # it gives way to the keys
        self.show_why("")
        row.addWidget(self._why, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_why(self, words: str) -> None:
        """Say who is next and why; empty gives the rule."""
        self._why.setText(words or RULE)
        self._why.setToolTip(words or RULE)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("divider"))
        painter.end()
