"""Empty states: what would be here, and the one thing to do about it."""

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box
from weibo_operator.translation import tr

CIRCLE = 64
ICON = 28


class EmptyState(QWidget):
    """A 64 px circle with an icon, a title, at most two lines and at most one button."""

    acted = Signal()

    def __init__(self, theme: Theme, top_space: int = 96, parent: QWidget | None = None) -> None:
        """``top_space`` is the height above the circle, the same in neighbouring panes."""
        super().__init__(parent)
        self._theme = theme
        self._circle = _IconCircle(theme, self)
        self._title = TextLabel(theme, "", "card_name", align=Qt.AlignmentFlag.AlignHCenter)
        self._lines = TextLabel(
            theme, "", "secondary", "text2", wrap=True, max_lines=2, align=Qt.AlignmentFlag.AlignHCenter
        )
        self._button = KeyButton(theme, "", height="control_34")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, top_space, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._circle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lines)
        column.addSpacing(4)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self._button.clicked.connect(self._act)

    def show_message(
        self,
        icon: str,
        title: str,
        lines: str = "",
        *,
        role: ColorRole = "text3",
        action: str = "",
        action_icon: str = "",
        keys: str = "",
    ) -> None:
        """Say what is (not) here; ``lines`` may hold one line break, an empty ``action`` shows no button."""
        self._circle.show_icon(icon, role)
        self._title.setText(title)
        self._lines.setText(lines)
        self._lines.setVisible(bool(lines))
        self._button.set_content(action, action_icon, keys)
        self._button.setVisible(bool(action))
        self.setAccessibleName(tr("{0}。{1}", title, re.sub(r"[，,]?\n", tr("，"), lines)))

    def add_button(self, button: KeyButton) -> None:
        """One more way on, below the others (a page nobody has used yet offers several)."""
        self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)

    @Slot()
    def _act(self) -> None:
        self.acted.emit()


class _IconCircle(QWidget):
    """The round ground and the icon on it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = "inbox"
        self._role: ColorRole = "text3"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_icon(self, icon: str, role: ColorRole) -> None:
        """Show another icon."""
        self._icon, self._role = icon, role
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the circle's square."""
        return QSize(self._theme.px(CIRCLE), self._theme.px(CIRCLE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and icon."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill_box(painter, box, box.height() / 2, self._theme.color("neutral_subtle"))
        inset = (box.height() - self._theme.px(ICON)) / 2
        self._theme.paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), self._icon, self._role)
        painter.end()
