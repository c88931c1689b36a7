"""Small parts of the wizard's pages: a fact with its icon, an address to copy, the strip that tells how it goes."""

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box
from weibo_operator.translation import tr

StripTone = Literal["info", "danger", "success"]
INKS: dict[StripTone, tuple[ColorRole, ColorRole]] = {
    "info": ("info_subtle", "info_text"),
    "danger": ("danger_subtle", "danger_text"),
    "success": ("success_subtle", "success_text"),
}


class InfoRow(QWidget):
    """An icon, a bold word, and what it means."""

    def __init__(self, theme: Theme, icon: str, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._icon = QLabel()
        self._words = TextLabel(theme, words, "secondary", "text2", wrap=True)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(TextLabel(theme, title, "body", weight=600))
        lines.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """What it means."""
        return self._words.text()

    def set_words(self, words: str, *, warns: bool = False) -> None:
        """Say something else."""
        self._words.setText(words)
        self._words.set_role("danger_text" if warns else "text2")
        self._words.updateGeometry()

    @Slot()
    def _restyle(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, "text2", self._theme.px(18)))


class CopyLine(QWidget):
    """An address that must stand elsewhere exactly so, with a button that copies it."""

    asked = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._address = TextLabel(theme, "", "body")
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.button = KeyButton(theme, tr("复制"), icon="copy", height="control_30")
        self.button.setAccessibleName(tr("复制{0}", name))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self._address, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._ask)
        theme.changed.connect(self.update)

    @property
    def address(self) -> str:
        """What would be copied."""
        return self._address.text()

    def show_address(self, address: str) -> None:
        """Show another one."""
        self._address.setText(address)
        self._address.setToolTip(address)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.address)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        fill_box(painter, self.rect(), self._theme.size("radius_row"), self._theme.color("neutral_subtle"))
        painter.end()


class Strip(QWidget):
    """How it goes: an icon, a bold word, a line, and at most one button."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone: StripTone = "info"
        self._icon_name = "hourglass"
        self._icon = QLabel()
        self._title = TextLabel(theme, "", "body", weight=600)
        self._line = TextLabel(theme, "", "secondary", wrap=True)
        self.button = KeyButton(theme, "", height="control_32")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 14, 10)
        row.setSpacing(14)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._act)
        theme.changed.connect(self._restyle)

    @property
    def told(self) -> str:
        """Word and line."""
        return f"{self._title.text()} {self._line.text()}".strip()

    def tell(
        self, title: str, line: str, *, tone: StripTone = "info", icon: str = "hourglass", action: str = ""
    ) -> None:
        """Say how it goes; an empty ``action`` shows no button."""
        self._tone, self._icon_name = tone, icon
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._line.updateGeometry()
        self.button.setVisible(bool(action))
        if action and self.button.text() != action:
            self.button.set_content(action, icon="copy")
        self.setAccessibleName(self.told)
        self._restyle()

    @Slot()
    def _act(self) -> None:
        self.acted.emit()

    @Slot()
    def _restyle(self) -> None:
        ink = INKS[self._tone][1]
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, ink, self._theme.size("icon_nav")))
        self._title.set_role(ink)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tinted ground."""
        painter = QPainter(self)
        fill_box(painter, self.rect(), self._theme.size("radius_card"), self._theme.color(INKS[self._tone][0]))
        painter.end()
