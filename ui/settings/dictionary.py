"""The operator's own words: never typos, and remarks that are always waved through."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.settings.row import Section
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError

LONGEST = 20


class WordList(QWidget):
    """One list: a field to add, and a button per word that takes it out."""

    def __init__(self, context: Context, purpose: str, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._purpose = purpose
        self._name = name
        self.words: tuple[str, ...] = ()
        self.buttons: list[KeyButton] = []
        self.field = QLineEdit()
        self.field.setAccessibleName(f"加到{name}")
        self.field.setPlaceholderText("输一个词，按 Enter")
        self.field.setMaxLength(LONGEST)
        self.add = KeyButton(context.theme, "添加", icon="plus", height="control_34")
        self._empty = TextLabel(context.theme, empty, "secondary", "text2", wrap=True)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._empty)
        column.addWidget(self._holder)
        self.add.clicked.connect(self.add_word)
        self.field.returnPressed.connect(self.add_word)

    def refresh(self) -> None:
        """Show what is stored."""
        words = self._context.operator.replies.words(self._purpose)
        if words == self.words and (words or not self._empty.isHidden()):
            return
        self.words = words
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(word) for word in words]
        self._empty.setVisible(not words)
        self._holder.setVisible(bool(words))

    @Slot()
    def add_word(self) -> None:
        """Store what stands in the field."""
        word = self.field.text().strip()
        if not word:
            return
        try:
            self._context.operator.replies.remember_word(word, purpose=self._purpose)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self.field.clear()
        self.refresh()

    @Slot()
    def _take_out(self) -> None:
        sender = self.sender()
        if not isinstance(sender, KeyButton):
            return
        try:
            self._context.operator.replies.forget_word(sender.text(), self._purpose)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self.refresh()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, word: str) -> KeyButton:
        button = KeyButton(self._context.theme, word, icon="x", height="control_28", parent=self._holder)
        button.setAccessibleName(f"去掉“{word}”")
        button.setToolTip(f"从“{self._name}”里去掉“{word}”")
        button.clicked.connect(self._take_out)
        self._flow.addWidget(button)
        button.show()
        return button


class DictionarySection(Section):
    """Both lists."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self.terms = WordList(context, "term", "我的词", "还没有自己的词。型号、人名、活动名加进来，就不会被当成错字。")
        self.ignored = WordList(
            context, "ignore", "总是忽略", "还没有总是忽略的提醒。写回复时对一处提醒选“忽略”，就会记到这里。"
        )
        for name, words in (("我的词（不算错字）", self.terms), ("总是忽略的提醒", self.ignored)):
            self.heading(name)
            self.card().add(words)
        self.column.addStretch()

    def refresh(self) -> None:
        """Show what is stored."""
        self.terms.refresh()
        self.ignored.refresh()
