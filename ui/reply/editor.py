"""The editor of a reply: plain text, lines of fixed height, marks under words, safe with input methods."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.reply.finding_marks import Tint, findings_words, marks_of
from ui.support.offsets import to_points, to_units
from ui.support.theme import Theme
from ui.widgets.marks import Mark, boxes_of, difference, moved, paint_dots, paint_wave
from ui.widgets.paint_text import draw_line
from ui.widgets.pre_edit import LettersKept, pre_edit
from weibo_operator.domain.findings import Edit, Finding
from weibo_operator.domain.template import VARIABLE
from weibo_operator.translation import tr

PLACEHOLDER = tr("直接打字，或按 / 选模板")
PICKER_SIGNS = ("/", "、")


class ReplyEditor(QTextEdit):
    """Where the operator writes; ``edited`` tells of committed text only, never of letters still being composed."""

    edited = Signal()
    templates_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letters = LettersKept(self)
        self._known = ""
        self._loading = False
        self._marks: tuple[Mark, ...] = ()
        self._tints: tuple[Tint, ...] = ()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("frame", "none")
        self.setAccessibleName(tr("回复内容"))
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._tell_edit)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """The committed text."""
        return self.toPlainText()

    @property
    def composing(self) -> str:
        """The letters the input method has not turned into words yet."""
        return pre_edit(self)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked now."""
        return self._marks

    @property
    def caret(self) -> int:
        """The caret's place in characters."""
        return to_points(self.text, self.textCursor().position())

    def set_text(self, text: str, caret: int | None = None) -> None:
        """Show another text, without a way back by undo; the caret goes to its end unless told."""
        self._loading = True
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._fix_lines()
        self.document().setUndoRedoEnabled(True)
        self._loading = False
        self._known = text
        self.set_marks((), ())
        self.place_caret(len(text) if caret is None else caret)

    def insert_words(self, text: str) -> int:
        """Put text in at the caret as one undoable step; return where it begins, in characters."""
        cursor = self.textCursor()
        start = min(cursor.selectionStart(), cursor.selectionEnd())
        cursor.insertText(text)
        self.setTextCursor(cursor)
        return to_points(self.text, start)

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace the characters ``start:end`` as one undoable step; the caret stays behind what it stood behind."""
        cursor = self.textCursor()
        edit = QTextCursor(cursor)
        edit.setPosition(to_units(self.text, start))
        edit.setPosition(to_units(self.text, end), QTextCursor.MoveMode.KeepAnchor)
        edit.insertText(text)
        self.setTextCursor(cursor)

    def replace_all(self, edits: Sequence[Edit]) -> None:
        """Replace several stretches (in reading order) as one undoable step."""
        text = self.text
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, words in reversed(edits):
            cursor.setPosition(to_units(text, start))
            cursor.setPosition(to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
        cursor.endEditBlock()

    def place_caret(self, position: int) -> None:
        """Put the caret before the character at ``position``."""
        cursor = self.textCursor()
        cursor.setPosition(to_units(self.text, position))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def select_variable(self, start: int | None = None) -> bool:
        """Select the next unfilled {变量} from ``start`` or the caret on, going round; False when there is none."""
        text = self.text
        places = [match.span() for match in VARIABLE.finditer(text)]
        if not places:
            return False
        cursor = self.textCursor()
        at = to_points(text, cursor.selectionEnd()) if start is None else start
        first, last = next((place for place in places if place[0] >= at), places[0])
        cursor.setPosition(to_units(text, first))
        cursor.setPosition(to_units(text, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def commit_composition(self) -> None:
        """Turn the letters being composed into text, as they stand: nothing typed is lost by going elsewhere."""
        self._letters.commit()

    def show_findings(self, findings: Sequence[Finding], asked: Finding | None) -> None:
        """Mark what was found, and say it to a screen reader."""
        self.set_marks(*marks_of(self.text, findings, asked))
        words = findings_words(findings, self._theme.keys)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def set_marks(self, marks: Sequence[Mark], tints: Sequence[Tint]) -> None:
        """Mark these stretches."""
        self._marks, self._tints = tuple(marks), tuple(tints)
        selections: list[QTextEdit.ExtraSelection] = []
        for start, end, ground, ink in tints:
            style = QTextCharFormat()
            style.setBackground(self._theme.color(ground))
            style.setForeground(self._theme.color(ink))
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, style  # pyright: ignore[reportAttributeAccessIssue] - Qt's fields
            selections.append(selection)
        self.setExtraSelections(selections)
        self.viewport().update()

    def box_of(self, start: int, end: int) -> QRectF:
        """Return where characters ``start:end`` begin to stand, in pixels of the viewport."""
        text = self.text
        boxes = boxes_of(self.document(), to_units(text, start), to_units(text, end))
        box = boxes[0][0] if boxes else QRectF(self.cursorRect())
        return box.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def place_at(self, spot: QPoint) -> int:
        """Return the character at a spot of the viewport."""
        return to_points(self.text, self.cursorForPosition(spot).position())

    def take_focus(self) -> None:
        """Go on writing."""
        self.setFocus()

    @Slot()
    def _tell_edit(self) -> None:
        text = self.toPlainText()
        if self._loading or text == self._known:
            return
        self._marks = moved(self._marks, *difference(self._known, text))
        self._known = text
        self.edited.emit()

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._theme.font("editor"))
        known, caret = self._known, self.caret
        marks, tints = self._marks, self._tints
        self._loading = True
        self._fix_lines()
        self._loading = False
        if known == self.text and caret <= len(known):
            self.set_marks(marks, tints)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window when this text has nothing to take back; while composing, not even Esc.

        A key the input method has no use for comes here all the same: it must not undo a reply, nor leave the words.
        """
        if event.type() == QEvent.Type.FocusAboutToChange:
            self._letters.leave()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.composing and (event.key() == Qt.Key.Key_Escape or _takes_back(event)):
                event.accept()
                return True
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab goes to the next unfilled variable first."""
        if next and not self.composing and self.select_variable():
            return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the operator left the editor."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash as the first character asks for the template picker."""
        if event.text() in PICKER_SIGNS and not self.text and not self.composing:
            self.templates_asked.emit()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A slash of the input method as the first character asks for the template picker too."""
        self._letters.hear(event)
        if event.commitString() in PICKER_SIGNS and not self.text:
            event.setCommitString("")
            super().inputMethodEvent(event)
            self.templates_asked.emit()
            return
        super().inputMethodEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then marks or the placeholder over it."""
        super().paintEvent(event)
        theme = self._theme
        painter = QPainter(self.viewport())
        if not self._known and not self.composing:
            band = QRectF(1, 0, self.viewport().width() - 1, theme.line_height("editor"))
            draw_line(painter, band, PLACEHOLDER, theme.font("editor"), theme.color("text3"))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for mark in self._marks:
            for box, baseline in boxes_of(self.document(), mark.start, mark.end):
                draw = paint_wave if mark.sure else paint_dots
                color = theme.color("typo" if mark.sure else "text3")
                draw(painter, box.left(), box.right(), baseline + theme.px(4), color)
        painter.end()

    def _fix_lines(self) -> None:
        """Give every line the same height in every font."""
        style = QTextBlockFormat()
        height = float(self._theme.line_height("editor"))
        style.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(style)


def _takes_back(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
