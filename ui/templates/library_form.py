"""The editor of one record of a library: what both forms have, a title, a code, and telling of edits."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.flow_layout import FlowLayout
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
        QTimer.singleShot(0, self, self._keep_height)

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

    def row(self, *fields: tuple[str, QWidget]) -> FlowLayout:
        """Fields beside each other under their names, in several rows where they find no room; "" is no name."""
        row = FlowLayout(gap=self._theme.px(16), row_gap=self._theme.px(8), fills=True, bottom=True)
        for name, field in fields:
            if isinstance(field, QComboBox):
                field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(self._named(name, field) if name else field)
        return row

    def _named(self, name: str, field: QWidget) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label(name))
        column.addWidget(field)
        return both

    def event(self, event: QEvent) -> bool:
        """Ask for the room anew when something came or went."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_height()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the variables and fields into other rows."""
        super().resizeEvent(event)
        self._keep_height()

    @Slot()
    def _keep_height(self) -> None:
        """As high as its rows are at this width: what scrolls it knows nothing of rows that break."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(layout.totalSizeHint().height(), layout.totalHeightForWidth(self.width())))
