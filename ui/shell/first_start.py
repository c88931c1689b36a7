"""The board of a desk that has never had a ticket: bring messages in, or look around in the practice data first."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.empty_state import EmptyState

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PRACTICE = Qt.Key.Key_P
WORDS = (
    "导入从微博导出的文件，粘贴在微博上复制的评论和私信，或手工录入。\n想先看看怎么用，就打开练习数据，随便试都不要紧"
)


class FirstStart(QWidget):
    """Four ways to begin; 导入文件 has the focus at first, P opens the practice data."""

    import_wanted = Signal()
    practice_wanted = Signal()
    capture_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = EmptyState(theme, top_space=72)
        self._empty.show_message("inbox", "先收几条消息进来", WORDS)
        self.import_button = KeyButton(theme, "导入文件", icon="upload", keys="Ctrl I", variant="primary")
        self.paste_button = KeyButton(theme, "粘贴进来", icon="clipboard-paste", keys="Ctrl V")
        self.practice_button = KeyButton(theme, "先用练习数据试试", keys="P")
        self.capture_button = KeyButton(theme, "手工录入一位客户", keys="C", variant="ghost")
        for button in (self.import_button, self.paste_button, self.practice_button, self.capture_button):
            self._empty.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        self.import_button.clicked.connect(self._import)
        self.practice_button.clicked.connect(self._practice)
        self.capture_button.clicked.connect(self._capture)
        self.paste_button.clicked.connect(self._paste)
        self.setFocusProxy(self.import_button)

    @Slot()
    def _import(self) -> None:
        self.import_wanted.emit()

    @Slot()
    def _practice(self) -> None:
        self.practice_wanted.emit()

    @Slot()
    def _paste(self) -> None:
        self.paste_wanted.emit()

    @Slot()
    def _capture(self) -> None:
        self.capture_wanted.emit()

    def event(self, event: QEvent) -> bool:
        """Enter and P are keys of this page, not commands of the lists."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus, P opens the practice data."""
        if not _is_own(event):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif event.key() == PRACTICE:
            self.practice_button.click()
        else:
            focused = QApplication.focusWidget()
            if isinstance(focused, QAbstractButton):
                focused.click()


def _is_own(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return plain and event.key() in (*ENTER, PRACTICE)
