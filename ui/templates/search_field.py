"""The search field: letters still being composed by an input method are searched for too."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """``searched`` whenever ``query`` is another one."""

    searched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self._known = ""
        self.setPlaceholderText("搜索：汉字、拼音首字母或代码")
        self.setAccessibleName("搜索模板")
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._tell)

    @property
    def query(self) -> str:
        """The text with what is being composed."""
        return (self.text() + self._composing).strip()

    @Slot()
    def _tell(self) -> None:
        if self.query != self._known:
            self._known = self.query
            self.searched.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search for pinyin before it becomes characters (it never reaches the text)."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()
