"""Keys that belong to a whole form: Ctrl+Enter accepts, Alt+digit chooses; neither disturbs the input method."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget


def digit_of(event: QKeyEvent) -> int:
    """The digit of a key from 1 to 9, or 0."""
    number = event.key() - Qt.Key.Key_0
    return number if 1 <= number <= 9 else 0


class FormKeys(QObject):
    """Watches the text fields: what the whole form owns never reaches them as text."""

    submitted = Signal()
    numbered = Signal(int)
    zero_pressed = Signal()
    """Alt+0: what the form offers besides its choices."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._composing: QObject | None = None

    @property
    def composing(self) -> bool:
        """True while the input method holds words that are not in the field yet."""
        return self._composing is not None

    def watch(self, root: QWidget) -> None:
        """Watch everything inside ``root``."""
        for widget in root.findChildren(QWidget):
            widget.installEventFilter(self)

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key of the form; False when it is none. While words are composed Esc does not close the form."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.submitted.emit()
            return True
        if modifiers == Qt.KeyboardModifier.AltModifier and digit_of(event):
            if not self.composing:  # what a choice fills in anew would drop the words being composed
                self.numbered.emit(digit_of(event))
            return True
        if modifiers == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_0:
            if not self.composing:
                self.zero_pressed.emit()
            return True
        return self.composing and event.key() == Qt.Key.Key_Escape

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch the form's keys before a field types them."""
        if isinstance(event, QInputMethodEvent):
            self._composing = watched if event.preeditString() else None
        elif event.type() == QEvent.Type.FocusOut and watched is self._composing:
            self._composing = None
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take(event)
        return super().eventFilter(watched, event)
