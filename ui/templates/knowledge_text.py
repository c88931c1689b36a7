"""The text of a knowledge card: written, checked as a reply is, its length told for both audiences."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.templates.check_words import finding_words, length_words, remarks
from ui.templates.variables import VariableTint
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.text_check import Checking, TextCheck
from weibo_operator.domain.findings import Finding

HEIGHT = 132


class KnowledgeText(QWidget):
    """``edited`` on every change of the words."""

    edited = Signal()

    def __init__(self, theme: Theme, checking: Checking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = checking.look
        self._known = ""
        self._loading = False
        self._is_checked = False
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("内容")
        self.text.setPlaceholderText("放进回复里的话；要填的地方写成 {退货天数} 这样")
        self._tint = VariableTint(theme, self.text.document())
        self._foot = DottedLabel(theme, (), "meta", "success_text", icon="circle-check")
        self._fix = KeyButton(theme, "改好", variant="ghost", height="control_28")
        self._check = TextCheck(theme, self.text, Checking(self._remarks, checking.teaching))
        self._lay_out()
        self._check.changed.connect(self._note_check)
        self.text.textChanged.connect(self._note_edit)
        self._fix.clicked.connect(self._put_right)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text.toPlainText().strip()

    @property
    def foot(self) -> tuple[str, ...]:
        """What is said under the text."""
        return self._foot.parts

    def load(self, text: str) -> None:
        """Show a text without telling of an edit."""
        self._loading, self._known = True, text
        self.text.setPlainText(text)
        self._loading = False
        self._check.forget()
        self._look_again()

    def insert(self, words: str) -> None:
        """Put words in at the caret."""
        self.text.insertPlainText(words)
        self.text.setFocus()

    @Slot()
    def _note_edit(self) -> None:
        if self._loading or self.text.toPlainText() == self._known:
            return  # a tint of the highlighter, not a change of the words
        self._known = self.text.toPlainText()
        self._look_again()
        self.edited.emit()

    @Slot()
    def _note_check(self) -> None:
        self._is_checked = True
        self._say()

    @Slot()
    def _put_right(self) -> None:
        self._check.put_right()

    @Slot()
    def _restyle(self) -> None:
        self.text.setFont(self._theme.font("editor"))
        self.text.setFixedHeight(self._theme.px(HEIGHT))

    def _look_again(self) -> None:
        self._is_checked = False
        self._check.check_soon()
        self._say()

    def _remarks(self, text: str) -> Sequence[Finding]:
        return remarks(self._look(text))

    def _say(self) -> None:
        text = self.text.toPlainText()
        found = self._check.findings if self._is_checked else ()
        length, over = length_words(text, "both")
        parts = (length, finding_words(found) if self._is_checked else "") if text.strip() else ()
        bad = bool(found) or over
        icon = ("triangle-alert" if bad else "circle-check") if parts else ""
        self._foot.set_parts([part for part in parts if part], icon=icon, role="danger_text" if bad else "success_text")
        self._fix.setVisible(any(finding.is_certain_typo for finding in found))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._fix)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addLayout(foot)
