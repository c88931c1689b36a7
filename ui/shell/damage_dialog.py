"""The question when the data file can't be used: open with a backup, with another file, or leave."""

from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

WIDTH = 640


class Answer(Enum):
    """What the operator wants."""

    LEAVE = auto()
    """Quit; the files stay as they are."""
    BACKUP = auto()
    FILE = auto()
    ANEW = auto()
    """Begin an empty file; what is left of the old one is kept."""
    AGAIN = auto()
    """Try once more: the machine was put right meanwhile."""
    LATER = auto()
    """Go on looking at what can still be read."""


class Question(Struct, frozen=True):
    """What happened, what came of the last answer (empty at first), and the answers offered, the likely one first."""

    words: str
    refusal: str
    answers: Sequence[tuple[Answer, str]]


class DamageDialog(QDialog):
    """A window of its own: there may be no other. Esc leaves, or goes on where that is offered."""

    def __init__(self, theme: Theme, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("微博客服台"))
        self.setMinimumWidth(theme.px(WIDTH))
        self.answer = Answer.LEAVE
        self._offered = tuple(answer for answer, _ in question.answers)
        self.words = TextLabel(theme, question.words, "body", wrap=True)
        self.refusal = TextLabel(theme, question.refusal, "body", "danger_text", wrap=True)
        self.refusal.setVisible(bool(question.refusal))
        kept = TextLabel(theme, tr("原来的文件不会改动，会留在旁边。"), "secondary", "text2", wrap=True)
        kept.setVisible(Answer.BACKUP in self._offered or Answer.FILE in self._offered)
        self.buttons: dict[Answer, KeyButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self.words, self.refusal, kept):
            column.addWidget(widget)
        column.addLayout(self._row(theme, question.answers))

    @Slot()
    def reject(self) -> None:
        """Esc and the window's cross."""
        self.answer = Answer.LATER if Answer.LATER in self._offered else Answer.LEAVE
        super().reject()

    def _row(self, theme: Theme, answers: Sequence[tuple[Answer, str]]) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for place, (answer, words) in enumerate(answers):
            button = KeyButton(theme, words, variant="secondary" if place else "primary")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setDefault(place == 0)
            button.setProperty("answer", answer)
            button.clicked.connect(self._choose)
            self.buttons[answer] = button
            row.addWidget(button)
        return row

    @Slot()
    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton):
            self.answer = sender.property("answer")
            self.accept()
