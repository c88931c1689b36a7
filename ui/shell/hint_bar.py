"""The line under the board: six keys to learn, how the queue is ordered, how the public topics follow."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.kbd import KeyCap
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

HEIGHT = 34
HINTS = (
    (in_lists("next"), tr("下一位")),
    ("↑↓←→", tr("选卡片")),
    ("Enter", tr("打开")),
    (in_lists("forward"), tr("转交")),
    (in_lists("snooze"), tr("稍后")),
    (in_lists("finish"), tr("完成")),
    (in_lists("help"), tr("全部快捷键")),
)


class HintBar(QWidget):
    """Teaches the keys; its right side tells of the queue."""

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
        self.order = FittingLabel(theme, align=Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.order, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_order(self, wordings: Sequence[str], more: str) -> None:
        """Say how the queue is ordered or how topics followed (longest first); ``more`` only in the tooltip."""
        self.order.show_wordings(wordings, more=more)

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
