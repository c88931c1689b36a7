"""The operator's own words: never typos, always put right, always waved through."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.settings.row import Section
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.own_words import OwnWord

LONGEST = 20
LEARNT = Changes(tables=frozenset({"user_word"}))


def entry_words(entry: OwnWord) -> str:
    """An entry as its button shows it: the word, or the word and what is written instead."""
    return f"{entry.word} → {entry.replacement}" if entry.replacement else entry.word


class WordList(QWidget):
    """One list: a field to add, and a button per word that takes it out."""

    def __init__(self, context: Context, purpose: str, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._purpose = purpose
        self._name = name
        self.entries: tuple[OwnWord, ...] = ()
        self.buttons: list[KeyButton] = []
        self.field = QLineEdit()
        self.field.setAccessibleName(f"加到{name}")
        self.field.setPlaceholderText("输一个词，按 Enter")
        self.field.setMaxLength(LONGEST)
        self.add = KeyButton(context.theme, "添加", icon="plus", height="control_34")
        self._empty = TextLabel(context.theme, empty, "secondary", "text2", wrap=True)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self.top = QHBoxLayout()
        self.top.addWidget(self.field, 1)
        self.top.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(10)
        column.addLayout(self.top)
        column.addWidget(self._empty)
        column.addWidget(self._holder)
        self.add.clicked.connect(self.add_word)
        self.field.returnPressed.connect(self.add_word)

    @property
    def words(self) -> tuple[str, ...]:
        """What is shown, in words."""
        return tuple(entry_words(entry) for entry in self.entries)

    def refresh(self) -> None:
        """Show what is stored."""
        entries = self._context.operator.words.entries(self._purpose)
        if entries == self.entries and (entries or not self._empty.isHidden()):
            return
        self.entries = entries
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(entry) for entry in entries]
        self._empty.setVisible(not entries)
        self._holder.setVisible(bool(entries))

    @Slot()
    def add_word(self) -> None:
        """Store what stands in the field."""
        word = self.field.text().strip()
        if not word or self.asks_more():
            return
        try:
            self.store(word)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self.field.clear()
        self._context.news.tell(LEARNT)
        self.refresh()

    def asks_more(self) -> bool:
        """Whether something besides the word is wanted first; where that is so, it is asked for."""
        return False

    def store(self, word: str) -> None:
        """Remember a word; raises ``OperatorError``."""
        self._context.operator.words.remember(word, self._purpose)

    @Slot()
    def _take_out(self) -> None:
        sender = self.sender()
        if not isinstance(sender, KeyButton):
            return
        entry = self.entries[self.buttons.index(sender)]
        try:
            self._context.operator.words.forget(entry.word, self._purpose, entry.replacement)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(LEARNT)
        self.refresh()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, entry: OwnWord) -> KeyButton:
        word = entry_words(entry)
        button = KeyButton(self._context.theme, word, icon="x", height="control_28", parent=self._holder)
        button.setAccessibleName(f"去掉“{word}”")
        button.setToolTip(f"从“{self._name}”里去掉“{word}”")
        button.clicked.connect(self._take_out)
        self._flow.addWidget(button)
        button.show()
        return button


class PairList(WordList):
    """Corrections always made: a second field for what is written instead."""

    def __init__(self, context: Context, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(context, "always", name, empty, parent)
        self.right = QLineEdit()
        self.right.setAccessibleName("总是改成")
        self.right.setPlaceholderText("总是改成")
        self.right.setMaxLength(LONGEST)
        self.field.setAccessibleName("写错的词")
        self.field.setPlaceholderText("写错的词")
        self.top.insertWidget(1, self.right, 1)
        self.right.returnPressed.connect(self.add_word)

    def asks_more(self) -> bool:
        """What is written instead: Enter in the first field goes on to the second."""
        if self.right.text().strip():
            return False
        self.right.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def store(self, word: str) -> None:
        """Remember the pair; raises ``OperatorError``."""
        self._context.operator.words.put_right_always(word, self.right.text().strip())
        self.right.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class DictionarySection(Section):
    """The three lists."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self.terms = WordList(context, "term", "我的词", "还没有自己的词。型号、人名、活动名加进来，就不会被当成错字。")
        self.always = PairList(
            context, "总是这样改", "还没有总是这样改的词。写回复时在错字框里按 Shift+Enter，就会记到这里。"
        )
        self.ignored = WordList(
            context,
            "ignore",
            "总是忽略",
            "还没有总是忽略的提醒。写回复时在提醒框里按 Shift+I，或同一处改法忽略 3 次，就会记到这里。",
        )
        lists = (
            ("我的词（不算错字）", self.terms),
            ("总是这样改（一定算错字）", self.always),
            ("总是忽略的提醒", self.ignored),
        )
        for name, words in lists:
            self.heading(name)
            self.card().add(words)
        self.column.addStretch()

    def refresh(self) -> None:
        """Show what is stored."""
        self.terms.refresh()
        self.always.refresh()
        self.ignored.refresh()
