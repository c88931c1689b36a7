"""One wording of a template: a checked text that knows its variables, and a way to drop it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.support.theme import Theme
from ui.templates.check_words import likely_variable, unknown_words
from ui.templates.checked_text import CheckedText
from ui.templates.variables import KnownVariableTint
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.text_check import Checking
from weibo_operator.translation import tr


class WordingBox(CheckedText):
    """Tells of variables that the program doesn't know; ``drop_asked`` to be rid of the wording."""

    drop_asked = Signal()

    def __init__(self, theme: Theme, number: int, checking: Checking, parent: QWidget | None = None) -> None:
        super().__init__(theme, checking, KnownVariableTint, fewest_lines=2, parent=parent)
        self._name = TextLabel(theme, "", "meta", "text2")
        self._drop = IconButton(theme, "x", tr("去掉这种说法"), height="control_28")
        self._unknown = TextLabel(theme, "", "meta", "danger_text", wrap=True)
        self.rename_button = KeyButton(theme, "", variant="ghost", height="control_28")
        """Writes a known variable for one that goes by another name."""
        self.number(number, only=True)
        self._put_around()
        self._drop.clicked.connect(self._ask_drop)
        self.rename_button.clicked.connect(self._rename_variable)
        self.say()

    @property
    def unknown(self) -> str:
        """What is said of variables that the program doesn't know."""
        return self._unknown.text()

    def number(self, number: int, *, only: bool) -> None:
        """Name the wording by its place; the only one can't be dropped."""
        self._name.setText(tr("说法 {0}", number))
        self.text.setAccessibleName(tr("说法 {0}", number))
        self.text.setPlaceholderText(
            tr("写一种说法，{客户} 这样的变量发送前会填上") if number == 1 else tr("同一个意思，换一种说法")
        )
        self._drop.setVisible(not only)

    def say(self) -> None:
        """Tell of the variables too."""
        super().say()
        text = self.text.toPlainText()
        unknown, likely = unknown_words(text), likely_variable(text)
        self._unknown.setText(unknown)
        self._unknown.setVisible(bool(unknown))
        self.rename_button.setText("" if likely is None else tr("改成 {{{0}}}", likely[1]))
        self.rename_button.setVisible(likely is not None)

    @Slot()
    def _rename_variable(self) -> None:
        text = self.text.toPlainText()
        found = likely_variable(text)
        if found is not None:
            cursor = self.text.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            old, new = found
            cursor.insertText(text.replace(f"{{{old}}}", f"{{{new}}}").replace(f"{{{old}|", f"{{{new}|"))
            self.text.setFocus()

    @Slot()
    def _ask_drop(self) -> None:
        self.drop_asked.emit()

    def _put_around(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addStretch()
        head.addWidget(self._drop)
        told = QHBoxLayout()
        told.addWidget(self.rename_button)
        told.addStretch()
        self.column.insertLayout(0, head)
        self.column.addWidget(self._unknown)
        self.column.addLayout(told)
