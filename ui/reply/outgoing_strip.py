"""The strip of a reply on its way (PNG 25): why it waits, its text, and what can be done about it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.reply.decision_strip import DecisionStrip
from ui.reply.outgoing_words import Answer, StripWords
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel


class OutgoingStrip(DecisionStrip):
    """``answered`` carries the ``Answer`` the operator chose."""

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._aside = TextLabel(theme, "", "secondary", "text2")
        self._by_answer = {answer: KeyButton(theme, "") for answer in Answer}
        back, again = self._by_answer[Answer.RECALL], self._by_answer[Answer.AGAIN]
        super().__init__(
            theme,
            aside=(self._aside, self._by_answer[Answer.LOOK]),
            left=(self._by_answer[Answer.PAGE],),
            right=(back, again, self._by_answer[Answer.RELEASE], self._by_answer[Answer.SENT]),
            parent=parent,
        )
        self.alarming = False
        for answer, button in self._by_answer.items():
            button.clicked.connect(partial(self._answer, answer))

    def show_words(self, words: StripWords, text: str) -> None:
        """Show what is to be said of the reply ``text``."""
        for answer, button in self._by_answer.items():
            offer = words.offers.get(answer)
            button.setVisible(offer is not None)
            if offer is not None and (button.text(), button.keys) != (offer.text, offer.keys):
                button.set_variant(offer.variant)
                button.set_content(offer.text, offer.icon, offer.keys)
        self._aside.setText(words.aside)
        self._aside.setToolTip(words.aside)
        self._aside.setVisible(bool(words.aside))
        self.alarming = words.alarming
        self.tell(words.title, words.hint, text, icon=words.icon, role=words.role)

    def _answer(self, answer: Answer, *_checked: bool) -> None:
        self.answered.emit(answer.value)
