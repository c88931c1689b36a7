"""The top of 待发箱: counts, 全部发出, and what each account has used of its calls."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.page_head import PageHead
from weibo_operator.translation import tr

LINES = 3
"""More accounts than these are told in the last line's tip."""


class OutboxHead(QWidget):
    """A page's head with a line for each account under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.release_button = KeyButton(theme, tr("全部发出"), icon="send", keys=anywhere("send"), height="control_32")
        self.inbox_button = KeyButton(theme, tr("回收件箱"), icon="arrow-left", keys="Esc", height="control_32")
        self._bar = PageHead(theme, tr("待发箱"), [self.release_button, self.inbox_button])
        self._lines = [TextLabel(theme, "", "secondary", "text2") for _ in range(LINES)]
        self._quota = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._quota)
        lines = QVBoxLayout(self._quota)
        lines.setContentsMargins(20, 10, 20, 0)
        lines.setSpacing(2)
        for line in self._lines:
            lines.addWidget(line)
        theme.changed.connect(self._restyle)

    @property
    def counts(self) -> tuple[str, ...]:
        """The parts of the counting line."""
        return self._bar.counts

    @property
    def quota(self) -> tuple[str, ...]:
        """What is said of the accounts."""
        return tuple(line.text() for line in self._lines if line.text())

    def show_counts(self, parts: Sequence[str]) -> None:
        """Show other counts."""
        self._bar.show_counts(parts)

    def show_quota(self, lines: Sequence[str]) -> None:
        """Say what each account has used."""
        shown = list(lines[:LINES])
        for label, words in zip(self._lines, [*shown, *[""] * LINES], strict=False):
            label.setText(words)
            label.setVisible(bool(words))
        self._lines[-1].setToolTip("\n".join(lines[LINES - 1 :]) if len(lines) > LINES else "")
        self._quota.setVisible(bool(shown))

    def show_ready(self, ready: int, marked: int) -> None:
        """How many 全部发出 would take: the marked ones where there are marks."""
        words = tr("发出选中的 {0} 条", marked) if marked else tr("全部发出")
        self.release_button.set_content(words, "send", anywhere("send"))
        self.release_button.setEnabled(bool(ready or marked))

    @Slot()
    def _restyle(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("app"))
        painter.end()
