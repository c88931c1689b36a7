"""A text that goes into replies: written, checked as a reply is, its length told for whom it is meant."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.templates.check_words import finding_words, length_words, remarks
from ui.templates.variables import VariableTint
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.text_check import Checking, TextCheck
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.findings import Finding
from weibo_operator.translation import tr

MOST_LINES = 6


class _Text(WritingField):
    """Tab leaves it; it tells when it gets the focus."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that variables go here now."""
        super().focusInEvent(event)
        self.focused.emit()


class CheckedText(QWidget):
    """``edited`` on every change of the words, ``focused`` when it becomes the place for variables."""

    edited = Signal()
    focused = Signal()

    def __init__(
        self, theme: Theme, checking: Checking, tint: type[VariableTint], *, fewest_lines: int, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fewest_lines = fewest_lines
        self._audience = "both"
        self._known = ""
        self._loading = False
        self._is_checked = False
        self._look = checking.look
        self.text = _Text()
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.font("editor"))
        self._tint = tint(theme, self.text.document())
        self._foot = DottedLabel(theme, (), "meta", "success_text", icon="circle-check")
        self._fix = KeyButton(theme, tr("改好"), variant="ghost", height="control_28")
        self._check = TextCheck(theme, self.text, Checking(self._remarks, checking.teaching))
        self.column = QVBoxLayout(self)
        self._lay_out()
        self._check.changed.connect(self._note_check)
        self.text.textChanged.connect(self._note_edit)
        self.text.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.text.focused.connect(self.focused)
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

    def load(self, text: str, audience: str = "both") -> None:
        """Show a text without telling of an edit; ``audience`` is public, private or both."""
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

    def say(self) -> None:
        """Tell the length, and what was found since the last change."""
        text = self.text.toPlainText()
        found = self._check.findings if self._is_checked else ()
        length, over = length_words(text, self._audience)
        bad = bool(found) or over
        checked = finding_words(found) if self._is_checked else ""
        parts = [part for part in (length, checked) if part] if text.strip() else []
        icon = ("triangle-alert" if bad else "circle-check") if parts else ""
        self._foot.set_parts(parts, icon=icon, role="danger_text" if bad else "success_text")
        self._fix.setVisible(any(finding.is_certain_typo for finding in found))

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
        self.say()

    @Slot()
    def _put_right(self) -> None:
        self._check.put_right()

    @Slot()
    def _restyle(self) -> None:
        self.text.setFont(self._theme.font("editor"))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """As high as the text, within bounds; a plain text document is measured in lines."""
        lines = round(self.text.document().size().height())
        spacing = self.text.fontMetrics().lineSpacing()
        self.text.setFixedHeight(min(max(lines, self._fewest_lines), MOST_LINES) * spacing + self._theme.px(30))
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
        self.say()

    def _remarks(self, text: str) -> Sequence[Finding]:
        return remarks(self._look(text))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._fix)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(self.text)
        self.column.addLayout(foot)
