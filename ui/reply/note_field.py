"""备注: read as text, edited in place, saved when the operator leaves it."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.reply.wrapped import wrapped_label
from ui.support.theme import Theme
from ui.widgets.button import IconButton
from ui.widgets.label import TextLabel
from ui.widgets.pre_edit import pre_edit
from ui.widgets.writing_field import WritingField
from weibo_operator.translation import tr

EMPTY = tr("还没有备注")


class _NoteEdit(WritingField):
    """Esc gives up, Ctrl+Enter and leaving save."""

    saved = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("备注"))

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Ctrl+Enter from the window while the note is edited."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the edit by Esc or Ctrl+Enter; while letters are being composed both are theirs."""
        if not _ends(event) or pre_edit(self):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            self.saved.emit(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save on leaving."""
        super().focusOutEvent(event)
        if self.isVisible():
            self.saved.emit(self.toPlainText())


class NoteField(QWidget):
    """Title, pencil, and the note as text or as an editor."""

    changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = ""
        self._pencil = IconButton(theme, "pencil", tr("改备注"), height="control_28")
        self._text = wrapped_label(theme)
        self._box = QFrame()
        self._box.setProperty("surface", "quote")
        self._edit = _NoteEdit()
        head = QHBoxLayout()
        head.addWidget(TextLabel(theme, tr("备注"), "body", weight=600), 1)
        head.addWidget(self._pencil)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(10, 7, 10, 7)
        inside.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._box)
        column.addWidget(self._edit)
        self._edit.hide()
        self._edit.setFixedHeight(theme.px(96))
        self._pencil.clicked.connect(self.start_edit)
        self._edit.saved.connect(self._save)
        self._edit.given_up.connect(self._give_up)

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return not self._edit.isHidden()

    def show_note(self, note: str) -> None:
        """Show a customer's note."""
        self._note = note
        self._text.setText(note or EMPTY)
        self._text.set_role("text" if note else "text3")

    def finish_edit(self) -> None:
        """Save what is being edited, before another customer is shown."""
        if self.is_editing:
            self._edit.letters.commit()
            self._save(self._edit.toPlainText())

    @Slot()
    def start_edit(self) -> None:
        """Open the editor with the note."""
        self._edit.setPlainText(self._note)
        self._box.hide()
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _save(self, text: str) -> None:
        if not self.is_editing:
            return
        self._close()
        if text.strip() != self._note:
            self.show_note(text.strip())
            self.changed.emit(text.strip())

    @Slot()
    def _give_up(self) -> None:
        self._close()
        self._pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._edit.hide()
        self._box.show()


def _ends(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Escape or (enter and control)
