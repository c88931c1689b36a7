"""A field of the settings that Esc sets back: the window, where Esc goes back, gets the key when nothing was typed."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.paint_text import text_width


class EscLine(QLineEdit):
    """A field whose typed text can be given up; who made it brings the stored text back."""

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while something typed here can be given up."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._gives_up(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what was typed here."""
        if self._gives_up(event):
            self.give_up()
            return
        super().keyPressEvent(event)

    def give_up(self) -> None:
        """Ask for the stored text."""
        self.given_up.emit()

    def _gives_up(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.isModified()


class ListLine(EscLine):
    """A field in a row of a list: as wide as the words that must be read in it, wider where there is room."""

    def __init__(
        self, text: str, accessible_name: str, placeholder: str, holds: str, parent: QWidget | None = None
    ) -> None:
        """``holds`` is the longest text that the field must show whole."""
        super().__init__(text, parent)
        self._holds = holds
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)

    def sizeHint(self) -> QSize:
        """Room for what it holds, with the frame that the style draws around an empty one."""
        usual = super().sizeHint()
        frame = usual.width() - 17 * self.fontMetrics().horizontalAdvance("x")  # Qt's own hint: seventeen of them
        return QSize(round(text_width(self.font(), self._holds)) + frame, usual.height())

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut."""
        return self.sizeHint()
