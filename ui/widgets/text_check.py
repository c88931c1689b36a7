"""The desk check in any plain text field: waves under sure typos, F7 and the context menu open the popup."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSizeF, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.support.offsets import to_points, to_units
from ui.support.teaching import Teaching
from ui.support.theme import Theme
from ui.widgets.finding_walk import Check, FindingWalk
from ui.widgets.overlay import Overlay
from ui.widgets.pre_edit import pre_edit
from ui.widgets.typo_popup import TypoPopup, finding_step
from weibo_operator.domain.findings import Edit, Finding


class Checking(Struct, frozen=True):
    """What a field needs to be checked: what looks at a text, and who is taught."""

    look: Check
    teaching: Teaching


class PlainPlace(QObject):
    """A ``QPlainTextEdit`` as the walk sees it."""

    def __init__(self, theme: Theme, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._theme = theme
        self._field = field

    @property
    def text(self) -> str:
        """The committed text."""
        return self._field.toPlainText()

    @property
    def composing(self) -> str:
        """The letters the input method has not turned into words yet."""
        return pre_edit(self._field)

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace a stretch as one undoable step."""
        self.replace_all([(start, end, text)])

    def replace_all(self, edits: Sequence[Edit]) -> None:
        """Replace several stretches (in reading order) as one undoable step."""
        cursor = QTextCursor(self._field.document())
        text = self.text
        cursor.beginEditBlock()
        for start, end, words in reversed(edits):
            self._select(cursor, text, start, end)
            cursor.insertText(words)
        cursor.endEditBlock()

    def place_caret(self, position: int) -> None:
        """Put the caret before a character."""
        cursor = self._field.textCursor()
        cursor.setPosition(to_units(self.text, position))
        self._field.setTextCursor(cursor)
        self._field.ensureCursorVisible()

    def textCursor(self) -> QTextCursor:
        """The caret, Qt's own: it moves along with the text."""
        return self._field.textCursor()

    def setTextCursor(self, cursor: QTextCursor, /) -> None:
        """Put the caret back."""
        self._field.setTextCursor(cursor)

    def box_of(self, start: int, end: int) -> QRectF:  # noqa: ARG002 - the popup stands at the beginning
        """Where a stretch begins to stand, in pixels of the viewport."""
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(to_units(self.text, start))
        box = self._field.cursorRect(cursor)
        return QRectF(QPointF(box.topLeft()), QSizeF(1, box.height()))

    def place_at(self, spot: QPoint) -> int:
        """The character at a spot of the viewport."""
        return to_points(self.text, self._field.cursorForPosition(spot).position())

    def show_findings(self, findings: Sequence[Finding], asked: Finding | None) -> None:
        """Draw waves under sure typos, dots under the rest while something is asked; Qt moves them with the text."""
        text = self.text
        marks: list[QTextEdit.ExtraSelection] = []
        for finding in findings:
            if finding.is_sure_slip or asked is not None:
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self._field.document())
                self._select(cursor, text, finding.start, finding.end)
                style = self._style(finding, asked=finding is asked)
                mark.cursor, mark.format = cursor, style  # pyright: ignore[reportAttributeAccessIssue] - Qt's fields
                marks.append(mark)
        self._field.setExtraSelections(marks)

    def viewport(self) -> QWidget:
        """The widget that shows the text."""
        return self._field.viewport()

    def take_focus(self) -> None:
        """Go on writing."""
        if self._field.isVisible():
            self._field.setFocus()

    def _select(self, cursor: QTextCursor, text: str, start: int, end: int) -> None:
        cursor.setPosition(to_units(text, start))
        cursor.setPosition(to_units(text, end), QTextCursor.MoveMode.KeepAnchor)

    def _style(self, finding: Finding, *, asked: bool) -> QTextCharFormat:
        style, sure = QTextCharFormat(), finding.is_sure_slip
        line = QTextCharFormat.UnderlineStyle
        style.setUnderlineStyle(line.WaveUnderline if sure else line.DotLine)
        style.setUnderlineColor(self._theme.color("typo" if sure else "text3"))
        if asked:
            style.setBackground(self._theme.color("danger_subtle" if sure else "info_subtle"))
        return style


class TextCheck(FindingWalk):
    """Checks one field after each pause; what is said of the findings is left to the form (``changed``).

    It belongs to the field with its timer. The popup stands in the window (or dialog) only while the field is to be
    seen there: moved to another window, the field takes it along.
    """

    _watched: QObject | None = None
    """Of the class: Qt still asks the filter while Python takes the object apart."""

    def __init__(self, theme: Theme, field: QPlainTextEdit, checking: Checking) -> None:
        popup = TypoPopup(theme, field)
        super().__init__(PlainPlace(theme, field), popup, checking.look, checking.teaching, field)
        self._theme = theme
        self._field = self._watched = field
        # It may stand in a dialog by then.
        field.destroyed.connect(popup.deleteLater)
        self._known = ""
        field.textChanged.connect(self._note_edit)
        field.installEventFilter(self)
        theme.changed.connect(self._mark)

    @property
    def is_seen(self) -> bool:
        """A field that is out of sight is checked when it is written in again."""
        return self._field.isVisible()

    def forget(self) -> None:
        """Another text stands in the field: nothing was waved through there, nothing is marked."""
        self._waved.clear()
        self._findings = ()
        self._popup.dismiss()
        self._mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F7 and Shift+F7 walk while the field has the keys, not the window's own F7; out of sight, no popup."""
        if watched is not self._watched:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._popup.dismiss()
            self._popup.stand_in(self._field)
        if isinstance(event, QKeyEvent) and (by := finding_step(self._theme, event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.step(by)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _note_edit(self) -> None:
        """A highlighter's tint also counts as a change of text for Qt, but not of words."""
        text = self._field.toPlainText()
        if text != self._known:
            self._known = text
            self.check_soon()

    def _ask(self) -> None:
        self._popup.stand_in(_overlay_of(self._field))
        super()._ask()


def _overlay_of(field: QWidget) -> QWidget:
    """The dialog the field stands in, whose keys are its own, or else the window."""
    above = field.parentWidget()
    while above is not None and not isinstance(above, Overlay):
        above = above.parentWidget()
    return above if above is not None else field.window()
