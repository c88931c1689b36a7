"""Counts presses that are not typed text: what the table of keys counts (ARCHITECTURE.md)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyCount(QObject):
    """A filter on every event costs something: it is there only between ``begin`` and ``end``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0

    def begin(self) -> None:
        """Count from nothing."""
        self.count = 0
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def end(self) -> None:
        """Count no more."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count; nothing is ever held back. Each press is first offered to the focused widget, as an override."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focused = QApplication.focusWidget()
            if focused is not None and watched is focused:
                self.count += _counts(focused, event)
        return False


def _counts(focused: QWidget, event: QKeyEvent) -> bool:
    if event.isAutoRepeat() or event.key() in MODIFIERS:
        return False
    writes = focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    typed = writes and not event.modifiers() & HELD and event.text().isprintable() and bool(event.text())
    return not typed
