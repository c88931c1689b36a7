"""A field for several lines of one's own words."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.pre_edit import LettersKept


class WritingField(QPlainTextEdit):
    """Plain text in which no letter being composed is lost by going elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = LettersKept(self)

    def event(self, event: QEvent) -> bool:
        """Keep the letters when the focus is about to go."""
        if event.type() == QEvent.Type.FocusAboutToChange:
            self.letters.leave()
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note letters that an input method drops in silence."""
        self.letters.hear(event)
        super().inputMethodEvent(event)
