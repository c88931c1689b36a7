"""The letters an input method holds: they stand in a text field's layout, not in its text yet."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


def pre_edit(field: QTextEdit | QPlainTextEdit) -> str:
    """The letters not turned into words yet; read where Qt keeps them, as an input method may drop them in silence."""
    return field.textCursor().block().layout().preeditAreaText()


class LettersKept(QObject):
    """Nothing typed is lost by going elsewhere: the letters become text as they stand.

    When the focus goes Qt asks the input method to commit, and its plugin for ibus (so fcitx too) drops them instead.
    The field calls ``hear`` before it takes an event of the input method, and ``leave`` on ``FocusAboutToChange``.
    """

    def __init__(self, field: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._dropped = ""

    def hear(self, event: QInputMethodEvent) -> None:
        """Note letters that vanish without a word, for this turn of the event loop: given up by Esc they stay gone."""
        held = pre_edit(self._field)
        vanish = bool(held) and not event.preeditString() and not event.commitString()
        self._dropped = held if vanish else ""
        if vanish:
            QTimer.singleShot(0, self._forget)

    def leave(self) -> None:
        """The focus is about to go: what was dropped for it becomes text."""
        if self._dropped:
            self._put(self._dropped)

    def commit(self) -> None:
        """Turn the letters being composed into text: the field is to show something else."""
        held, before = pre_edit(self._field), self._field.toPlainText()
        if not held:
            return
        QGuiApplication.inputMethod().commit()
        if self._field.toPlainText() == before:
            self._put(held)

    @Slot()
    def _forget(self) -> None:
        self._dropped = ""

    def _put(self, words: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(words)
        QCoreApplication.sendEvent(self._field, event)
