"""The operator's own words: never typos, always put right, always waved through, said in plain words."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.settings.focus import let_tab_follow
from ui.settings.row import Section
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.own_words import OwnWord
from weibo_operator.translation import tr

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
        self.field.setAccessibleName(tr("加到{0}", name))
        self.field.setPlaceholderText(tr("输一个词，按 Enter"))
        self.field.setMaxLength(LONGEST)
        self.add = KeyButton(context.theme, tr("添加"), icon="plus", height="control_34")
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
        entries = self.stored()
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
        let_tab_follow(self)

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

    def stored(self) -> tuple[OwnWord, ...]:
        """What is in the list, in order."""
        return self._context.operator.words.entries(self._purpose)

    def store(self, word: str) -> None:
        """Remember a word; raises ``OperatorError``."""
        self._context.operator.words.remember(word, self._purpose)

    def forget(self, entry: OwnWord) -> None:
        """Take an entry out; raises ``OperatorError``."""
        self._context.operator.words.forget(entry.word, self._purpose, entry.replacement)

    @Slot()
    def _take_out(self) -> None:
        sender = self.sender()
        if not isinstance(sender, KeyButton):
            return
        entry = self.entries[self.buttons.index(sender)]
        try:
            self.forget(entry)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(LEARNT)
        self.refresh()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, entry: OwnWord) -> KeyButton:
        word = entry_words(entry)
        button = KeyButton(self._context.theme, word, icon="x", height="control_28", parent=self._holder)
        button.setAccessibleName(tr("去掉“{0}”", word))
        button.setToolTip(tr("从“{0}”里去掉“{1}”", self._name, word))
        button.clicked.connect(self._take_out)
        self._flow.addWidget(button)
        button.show()
        return button


class PairList(WordList):
    """Corrections always made: a second field for what is written instead."""

    wrong_words, right_words = tr("写错的词"), tr("总是改成")

    def __init__(
        self, context: Context, name: str, empty: str, purpose: str = "always", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, purpose, name, empty, parent)
        self.right = QLineEdit()
        self.right.setAccessibleName(self.right_words)
        self.right.setPlaceholderText(self.right_words)
        self.right.setMaxLength(LONGEST)
        self.field.setAccessibleName(self.wrong_words)
        self.field.setPlaceholderText(self.wrong_words)
        self.top.insertWidget(1, self.right, 1)
        let_tab_follow(self)
        self.right.returnPressed.connect(self.add_word)

    def asks_more(self) -> bool:
        """What is written instead: Enter in the first field goes on to the second."""
        if self.right.text().strip():
            return False
        self.right.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def store(self, word: str) -> None:
        """Remember the pair; raises ``OperatorError``."""
        self.store_pair(word, self.right.text().strip())
        self.right.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def store_pair(self, word: str, right: str) -> None:
        """Remember what is written instead; raises ``OperatorError``."""
        self._context.operator.words.put_right_always(word, right)


class PlainList(PairList):
    """Words of the trade and the plain ones (mission D10): the program's own pairs and the operator's."""

    wrong_words, right_words = tr("行话"), tr("大白话")

    def __init__(self, context: Context, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(context, name, empty, "plain", parent)

    def stored(self) -> tuple[OwnWord, ...]:
        """Every pair that is in force."""
        return self._context.operator.words.plain_pairs(self._context.operator.check.plain_words)

    def store_pair(self, word: str, right: str) -> None:
        """Offer other plain words; raises ``OperatorError``."""
        self._context.operator.words.say_plainly(word, right)

    def forget(self, entry: OwnWord) -> None:
        """Offer nothing for these words any more; raises ``OperatorError``."""
        self._context.operator.words.say_as_before(entry.word, self._context.operator.check.plain_words)


class DictionarySection(Section):
    """The four lists."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self.terms = WordList(
            context, "term", tr("我的词"), tr("还没有自己的词。型号、人名、活动名加进来，就不会被当成错字。")
        )
        self.always = PairList(
            context, tr("总是这样改"), tr("还没有总是这样改的词。写回复时在错字框里按 Shift+Enter，就会记到这里。")
        )
        self.ignored = WordList(
            context,
            "ignore",
            tr("总是忽略"),
            tr("还没有总是忽略的提醒。写回复时在提醒框里按 Shift+I，或同一处改法忽略 3 次，就会记到这里。"),
        )
        self.plain = PlainList(context, tr("行话换大白话"), tr("没有要换的行话。写上行业里的说法和客户听得懂的说法。"))
        lists = (
            (tr("我的词（不算错字）"), self.terms),
            (tr("总是这样改（一定算错字）"), self.always),
            (tr("总是忽略的提醒"), self.ignored),
        )
        for name, words in lists:
            self.heading(name)
            self.card().add(words)
        self._plain_heading = self.heading(self._plain_name())
        self.card().add(self.plain)
        self.column.addStretch()

    def refresh(self) -> None:
        """Show what is stored."""
        self._plain_heading.setText(self._plain_name())
        self.terms.refresh()
        self.always.refresh()
        self.ignored.refresh()
        self.plain.refresh()

    def _plain_name(self) -> str:
        keys = self.theme.keys.said(anywhere("next_finding"))
        return tr("行话换大白话（写回复时按 {0} 看到，按 Enter 换掉）", keys)
