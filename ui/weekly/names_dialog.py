"""Asked before customers' names leave the program unmasked."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

WIDTH = 520
SAID = tr("导出的内容会写出客户的完整昵称、UID 和原话里的号码。发给别人、打印或放在公用电脑上，请先打码。")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesDialog(DialogFrame):
    """``answered`` carries True for whole names; turned away, it carries nothing."""

    answered = Signal(bool)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, tr("写出完整昵称？"), WIDTH)
        self.masked = KeyButton(theme, tr("打码后导出"), keys="1", variant="primary")
        self.whole = KeyButton(theme, tr("写出完整昵称"), keys="2")
        self._cancel = KeyButton(theme, tr("取消"), keys="Esc")
        self.frame.body.addWidget(TextLabel(theme, SAID, "body", wrap=True))
        self.frame.fill_foot([], [self._cancel, self.whole, self.masked])
        self.masked.clicked.connect(self._take_masked)
        self.whole.clicked.connect(self._take_whole)
        self._cancel.clicked.connect(self.dismiss)

    def ask(self) -> None:
        """Ask; Enter is the careful answer."""
        self.open_over()
        self.masked.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _take_masked(self) -> None:
        self._answer(whole=False)

    @Slot()
    def _take_whole(self) -> None:
        self._answer(whole=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 answer, Enter takes the button that has the focus; a held key counts once."""
        if event.isAutoRepeat():
            event.accept()
        elif event.key() == Qt.Key.Key_2 or (event.key() in ENTER and self.whole.hasFocus()):
            self._answer(whole=True)
        elif event.key() == Qt.Key.Key_1 or (event.key() in ENTER and not self._cancel.hasFocus()):
            self._answer(whole=False)
        elif event.key() in ENTER:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _answer(self, *, whole: bool) -> None:
        self.close_over()
        self.answered.emit(whole)
