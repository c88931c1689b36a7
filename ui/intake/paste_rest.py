"""The lines nobody's message was made of: kept in sight, to be taken down by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.pasted import RestLine
from weibo_operator.translation import tr

WIDTH = 268
ALL, SELECTED = tr("全部手工录入"), tr("手工录入选中的")


class PasteRest(QWidget):
    """``capture_wanted`` carries the words chosen: the selected lines, or all of them where nothing is selected."""

    capture_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked: tuple[int, int] = (0, 0)
        self._hidden = 0
        self.heading = TextLabel(theme, "", "secondary", "text2")
        self.words = QPlainTextEdit()
        self.note = TextLabel(theme, "", "meta", "text3", wrap=True)
        self.capture = KeyButton(theme, ALL, icon="pencil", keys="C")
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("没认出来的内容"))
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.words.setTextInteractionFlags(flags)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.words, 1)
        column.addWidget(self.note)
        column.addWidget(self.capture)
        self.capture.clicked.connect(self.ask)
        self.words.selectionChanged.connect(self._name_button)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def count(self) -> int:
        """How many lines are left."""
        return self.words.document().blockCount() if self.words.toPlainText() else 0

    def show_lines(self, lines: Sequence[RestLine]) -> None:
        """Show the rest; a page's own buttons are only counted."""
        self._hidden = sum(line.furniture for line in lines)
        self.words.setPlainText("\n".join(line.text for line in lines if not line.furniture))
        self._count()

    @Slot()
    def ask(self) -> None:
        """Ask to take the chosen lines down by hand."""
        if not self.count:
            return
        cursor = self.words.textCursor()
        document = self.words.document()
        if cursor.hasSelection():
            first = document.findBlock(cursor.selectionStart()).blockNumber()
            last = document.findBlock(cursor.selectionEnd()).blockNumber()
        else:
            first, last = 0, document.blockCount() - 1
        self._asked = (first, last)
        lines = self.words.toPlainText().split("\n")
        self.capture_wanted.emit("\n".join(lines[first : last + 1]))

    @Slot()
    def drop_asked(self) -> None:
        """The lines asked about have become a ticket."""
        first, last = self._asked
        lines = self.words.toPlainText().split("\n")
        self.words.setPlainText("\n".join(lines[:first] + lines[last + 1 :]))
        self.words.moveCursor(QTextCursor.MoveOperation.Start)
        self._count()

    @Slot()
    def _name_button(self) -> None:
        chosen = self.words.textCursor().hasSelection()
        self.capture.set_content(SELECTED if chosen else ALL, "pencil", "C")

    @Slot()
    def _restyle(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self.words.setFont(self._theme.font("body"))

    def _count(self) -> None:
        self.heading.setText(tr("没认出来的 {0} 行", self.count) if self.count else tr("每一行都认出来了"))
        self.note.setText(tr("另有 {0} 行是页面上的按钮和标题，不用管", self._hidden) if self._hidden else "")
        self.note.setVisible(bool(self._hidden))
        self.capture.setVisible(bool(self.count))
