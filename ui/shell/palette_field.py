"""The palette's field: text and letters still being composed count as one; its keys move the list."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteField(QLineEdit):
    """``wanted`` carries what to look for after each key."""

    wanted = Signal(str)
    moved = Signal(int)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self.setFrame(False)
        self.setPlaceholderText("搜命令、客户、内容和模板")
        self.setAccessibleName("搜命令、客户、内容和模板，汉字和拼音首字母都可以")
        self.textChanged.connect(self._tell)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search while pinyin is still being composed: the text does not hold it yet."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter belong to the list; while composing they belong to the input method."""
        if self._composing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in ENTER:
            if not event.isAutoRepeat():
                self.accepted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self.text() + self._composing)
