"""The editor of one record of a library: what both forms have, a title, a code, and telling of edits."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr


class Written(Protocol):
    """What stands in a form, as a value."""

    @property
    def title(self) -> str:
        """The title."""
        ...

    @property
    def code(self) -> str:
        """The pinyin code, empty for the program's own choice."""
        ...


Edit = TypeVar("Edit", bound=Written)


class LibraryForm(QWidget, Generic[Edit]):
    """``edited`` on every change the operator makes, never when a record is loaded."""

    edited = Signal()

    def __init__(self, theme: Theme, example: str) -> None:
        super().__init__()
        self._theme = theme
        self._loading = False
        self.title = QLineEdit()
        self.code = QLineEdit()
        self.title.setAccessibleName(tr("标题"))
        self.title.setPlaceholderText(tr("例如：{0}", example))
        self.code.setAccessibleName(tr("代码"))
        self.code.setPlaceholderText(tr("拼音首字母"))
        self.code.setToolTip(tr("打字时按 / 再输代码就能找到；留空由程序取标题的拼音首字母"))
        self.title.textEdited.connect(self.note_edit)
        self.code.textEdited.connect(self.note_edit)

    def load(self, edit: Edit) -> None:
        """Show a record."""
        self._loading = True
        self.title.setText(edit.title)
        self.code.setText(edit.code)
        self.show_further(edit)
        self._loading = False

    def fill(self, edit: Edit) -> None:
        """Write a record into the form as if the operator had: it counts as an edit."""
        self.load(edit)
        self.note_edit()

    def edit(self) -> Edit:
        """What stands in the form."""
        raise NotImplementedError

    def show_further(self, edit: Edit) -> None:
        """Show what a record has besides title and code."""
        raise NotImplementedError

    @Slot()
    def note_edit(self) -> None:
        """Tell of a change, unless it comes from loading."""
        if not self._loading:
            self.edited.emit()

    def label(self, words: str) -> TextLabel:
        """The name over a field."""
        return TextLabel(self._theme, words, "secondary", "text2")
