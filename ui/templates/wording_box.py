"""One wording of a template: its text, its length, what the check found, and a way to drop it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.templates.check_words import finding_words, length_words, likely_variable, remarks, unknown_words
from ui.templates.variables import VariableTint
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.text_check import Checking, TextCheck
from weibo_operator.domain.findings import Finding

FEWEST_LINES, MOST_LINES = 2, 6


class _Text(QPlainTextEdit):
    """Tab leaves it; it tells when it gets the focus."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that variables go here now."""
        super().focusInEvent(event)
        self.focused.emit()


class WordingBox(QWidget):
    """``edited`` on every change of the text, ``focused`` when it becomes the place for variables."""

    edited = Signal()
    focused = Signal()
    drop_asked = Signal()

    def __init__(self, theme: Theme, number: int, checking: Checking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._audience = "both"
        self._known = ""
        self._loading = False
        self._is_checked = False
        self._look = checking.look
        self._name = TextLabel(theme, "", "meta", "text2")
        self._drop = IconButton(theme, "x", "去掉这种说法", height="control_28")
        self.text = _Text()
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.font("editor"))
        self._tint = VariableTint(theme, self.text.document())
        self._foot = DottedLabel(theme, (), "meta", "success_text", icon="circle-check")
        self._fix = KeyButton(theme, "改好", variant="ghost", height="control_28")
        self._unknown = TextLabel(theme, "", "meta", "danger_text", wrap=True)
        self._rename = KeyButton(theme, "", variant="ghost", height="control_28")
        self._check = TextCheck(theme, self.text, Checking(self._remarks, checking.teaching))
        self.number(number, only=True)
        self._lay_out()
        self._check.changed.connect(self._note_check)
        self.text.textChanged.connect(self._note_edit)
        self.text.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.text.focused.connect(self.focused)
        self._drop.clicked.connect(self._ask_drop)
        self._fix.clicked.connect(self._put_right)
        self._rename.clicked.connect(self._rename_variable)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def foot(self) -> tuple[str, ...]:
        """What is said under the text."""
        return self._foot.parts

    @property
    def unknown(self) -> str:
        """What is said of variables that the program doesn't know."""
        return self._unknown.text()

    @property
    def rename_button(self) -> KeyButton:
        """Writes a known variable for one that goes by another name."""
        return self._rename

    def number(self, number: int, *, only: bool) -> None:
        """Name the wording by its place; the only one can't be dropped."""
        self._name.setText(f"说法 {number}")
        self.text.setAccessibleName(f"说法 {number}")
        self.text.setPlaceholderText(
            "写一种说法，{客户} 这样的变量发送前会填上" if number == 1 else "同一个意思，换一种说法"
        )
        self._drop.setVisible(not only)

    def load(self, text: str, audience: str) -> None:
        """Show a text without telling of an edit."""
        self._audience = audience
        self._loading, self._known = True, text
        self.text.setPlainText(text)
        self._loading = False
        self._check.forget()
        self._forget_findings()

    def set_audience(self, audience: str) -> None:
        """Judge the length for another audience."""
        self._audience = audience
        self._forget_findings()

    def insert(self, words: str) -> None:
        """Put words in at the caret, as one undoable step of the text."""
        self.text.insertPlainText(words)
        self.text.setFocus()

    @Slot()
    def _note_edit(self) -> None:
        if self._loading or self.text.toPlainText() == self._known:
            return  # a tint of the highlighter, not a change of the words
        self._known = self.text.toPlainText()
        self._forget_findings()
        self.edited.emit()

    @Slot()
    def _note_check(self) -> None:
        self._is_checked = True
        self._say()

    @Slot()
    def _put_right(self) -> None:
        self._check.put_right()

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

    @Slot()
    def _restyle(self) -> None:
        self.text.setFont(self._theme.font("editor"))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """As high as the text, within bounds; a plain text document is measured in lines."""
        lines = round(self.text.document().size().height())
        spacing = self.text.fontMetrics().lineSpacing()
        self.text.setFixedHeight(min(max(lines, FEWEST_LINES), MOST_LINES) * spacing + self._theme.px(30))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.text.setVerticalScrollBarPolicy(policy)

    def showEvent(self, event: QShowEvent) -> None:
        """Check what nobody has seen yet."""
        super().showEvent(event)
        if not self._is_checked:
            self._check.check_soon()

    def sizeHint(self) -> QSize:
        """As wide as the column lets it be."""
        return QSize(self._theme.px(360), super().sizeHint().height())

    def _forget_findings(self) -> None:
        """What was found belongs to another text; look again after a pause (the word lists may load first)."""
        self._is_checked = False
        self._check.check_soon()
        self._say()

    def _remarks(self, text: str) -> Sequence[Finding]:
        return remarks(self._look(text))

    def _say(self) -> None:
        text = self.text.toPlainText()
        found = self._check.findings if self._is_checked else ()
        length, over = length_words(text, self._audience)
        bad = bool(found) or over
        checked = finding_words(found) if self._is_checked else ""
        parts = (length, checked) if text.strip() else ()
        self._foot.set_parts(
            parts, icon=("triangle-alert" if bad else "circle-check") if parts else "", role=_role(bad=bad)
        )
        unknown, likely = unknown_words(text), likely_variable(text)
        self._unknown.setText(unknown)
        self._unknown.setVisible(bool(unknown))
        self._rename.setText("" if likely is None else f"改成 {{{likely[1]}}}")
        self._rename.setVisible(likely is not None)
        self._fix.setVisible(any(finding.is_certain_typo for finding in found))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addStretch()
        head.addWidget(self._drop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._fix)
        told = QHBoxLayout()
        told.addWidget(self._rename)
        told.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(foot)
        column.addWidget(self._unknown)
        column.addLayout(told)


def _role(*, bad: bool) -> ColorRole:
    return "danger_text" if bad else "success_text"
