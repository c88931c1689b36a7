"""The palette's field: its arrows and Enter move and choose in the list below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.composing_field import ComposingField
from weibo_operator.translation import tr

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteField(ComposingField):
    """``moved`` by one row, ``accepted`` the chosen one."""

    moved = Signal(int)
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("搜命令、客户、内容和模板"), tr("搜命令、客户、内容和模板，汉字和拼音首字母都可以"), parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter belong to the list; while composing they belong to the input method."""
        if self.composing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in ENTER:
            if not event.isAutoRepeat():
                self.accepted.emit()
        else:
            super().keyPressEvent(event)
