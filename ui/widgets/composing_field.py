"""A search field that counts the letters still being composed by the input method as typed."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class ComposingField(QLineEdit):
    """``wanted`` carries what to look for after each key: the text with the pre-edit (w'l'y'c) behind it."""

    wanted = Signal(str)

    def __init__(self, placeholder: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = ""
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(accessible_name)
        self.textChanged.connect(self._tell)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search while pinyin is still being composed: the text does not hold it yet."""
        self.composing = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while words are composed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_theirs(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc while composing gives up the letters at most: it does not close what the field stands in."""
        if not self._is_theirs(event):
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self.text() + self.composing)

    def _is_theirs(self, event: QKeyEvent) -> bool:
        return bool(self.composing) and event.key() == Qt.Key.Key_Escape
