"""A dialog with fields: Ctrl+Enter accepts, Esc turns it away, the line in the foot says what is wrong."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.form_keys import FormKeys
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr


class FormDialog(DialogFrame):
    """Fill ``frame.body``; ``submitted`` when the operator accepts, ``numbered`` on Alt+digit."""

    submitted = Signal()
    numbered = Signal(int)

    def __init__(self, theme: Theme, host: QWidget, title: str, accept: str, width: int = 560) -> None:
        super().__init__(theme, host, title, width)
        self._hint = TextLabel(theme, "", "secondary", "text2")
        self.cancel_button = KeyButton(theme, tr("取消"), keys="Esc")
        self.accept_button = KeyButton(theme, accept, keys="Ctrl ↵", variant="primary")
        self._keys = FormKeys(self)
        self.frame.fill_foot([self._hint], [self.cancel_button, self.accept_button])
        self._keys.submitted.connect(self._submit)
        self._keys.numbered.connect(self.numbered)
        self.accept_button.clicked.connect(self._submit)
        self.cancel_button.clicked.connect(self.dismiss)

    @property
    def message(self) -> str:
        """The line in the foot."""
        return self._hint.text()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Show a line in the foot."""
        self._hint.setText(words)
        self._hint.set_role("danger_text" if wrong else "text2")

    def open_over(self) -> None:
        """Show over the host; the keys of the form are watched from now on."""
        self._keys.watch(self.frame)
        super().open_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the form's keys from buttons and the like."""
        if not self._keys.take(event):
            super().keyPressEvent(event)

    @Slot()
    def _submit(self) -> None:
        if self._keys.composing:
            self.say(tr("还有字在输入法里没选完"), wrong=True)
        else:
            self.submitted.emit()
