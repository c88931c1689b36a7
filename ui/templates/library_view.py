"""A page of a library (templates, knowledge cards): what stands where."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.templates.delegate import CARD_ROW, SHELF_ROW, ShelfDelegate
from ui.templates.list_view import PaintedList
from ui.templates.lists import Library, list_seg
from ui.templates.model import Record, RecordModel, ShelfModel
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.composing_field import ComposingField
from ui.widgets.dotted import DottedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

HEADER = 56
SHELVES_WIDTH = 172
LIST_WIDTH, NARROW_LIST_WIDTH = 404, 340
SEARCH_WIDTH, NARROW_SEARCH_WIDTH, LEAST_SEARCH_WIDTH = 270, 200, 90
NARROW = 1230
SIDE, GAP = 20, 12
Pane = TypeVar("Pane", QHBoxLayout, QVBoxLayout)


class LibraryView(QWidget, Generic[Record]):
    """Head with search, files and 新建; shelves, list and editor side by side."""

    def __init__(self, theme: Theme, library: Library, rows: RecordModel[Record]) -> None:
        super().__init__()
        self._theme = theme
        said = library.said
        self.seg = list_seg(theme, library)
        self.count = TextLabel(theme, "", "secondary", "text2")
        self.search = ComposingField(tr("汉字、拼音首字母或代码"), said.search)
        self.search.setFrame(True)
        self.search.setClearButtonEnabled(True)
        self.import_button = IconButton(theme, "upload", said.from_table, height="control_34")
        self.export_button = IconButton(theme, "download", said.write_out, height="control_34")
        self.new = KeyButton(theme, said.new, icon="plus", variant="primary", height="control_34")
        self.shelves = PaintedList(theme, library.shelves, SHELF_ROW)
        self.shelf_rows = ShelfModel(library, self.shelves)
        self.list = PaintedList(theme, library.name, CARD_ROW)
        self.rows = rows
        self.delete = KeyButton(theme, tr("删除"), icon="trash-2", height="control_34")
        self.state = DottedLabel(theme, (), "meta", "text2")
        self.nothing = EmptyState(theme, 72)
        self.none_chosen = EmptyState(theme, 72)
        self._list_stack = QStackedWidget()
        self._editor_stack = QStackedWidget()
        self._left, self._middle, self._head = QFrame(), QFrame(), QFrame()
        rows.setParent(self)
        self.shelves.setModel(self.shelf_rows)
        self.shelves.setItemDelegate(ShelfDelegate(theme, self.shelves, self.shelf_rows))
        self.list.setModel(rows)
        self.none_chosen.show_message(library.icon, said.none_open, said.choose_one)

    def show_list(self, *, shown: bool) -> None:
        """The list, or why it is empty."""
        self._list_stack.setCurrentWidget(self.list if shown else self.nothing)

    def show_editor(self, *, shown: bool) -> None:
        """The editor, or a hint to choose something."""
        self._editor_stack.setCurrentIndex(0 if shown else 1)

    def say_state(self, said: str, *, late: bool = False) -> None:
        """Tell about the saving; ``late`` when something is not stored yet."""
        self.state.set_parts((said,) if said else (), role="danger_text" if late else "text2")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the list in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def lay_out(
        self,
        form: QWidget,
        *,
        head: Sequence[QWidget] = (),
        left: Sequence[QWidget] = (),
        tools: Sequence[QWidget] = (),
        foot: Sequence[QWidget] = (),
    ) -> None:
        """Put everything in its place.

        The library's own parts: ``head`` after the search, ``left`` under the shelves, ``tools`` over the list (the
        first at the left, the others at the right), ``foot`` at the right under the form.
        """
        self._fill_head(head)
        self._fill_lists(left, tools)
        panes = _tight(QHBoxLayout())
        panes.addWidget(self._left)
        panes.addWidget(self._middle)
        panes.addWidget(self._editor(form, foot), 1)
        column = _tight(QVBoxLayout(self))
        column.addWidget(self._head)
        column.addLayout(panes, 1)
        self._theme.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        narrow, px = self.width() < NARROW, self._theme.px
        self._head.setFixedHeight(px(HEADER))
        self.search.setMinimumWidth(px(LEAST_SEARCH_WIDTH))  # before any words beside it are cut
        self.search.setMaximumWidth(px(NARROW_SEARCH_WIDTH if narrow else SEARCH_WIDTH))
        self.count.setVisible(not narrow)
        self._left.setFixedWidth(px(SHELVES_WIDTH))
        self._middle.setFixedWidth(px(NARROW_LIST_WIDTH if narrow else LIST_WIDTH))

    def _fill_head(self, own: Sequence[QWidget]) -> None:
        self._head.setProperty("surface", "bar")
        bar = QHBoxLayout(self._head)
        bar.setContentsMargins(SIDE, 0, SIDE, 0)
        bar.setSpacing(GAP)
        bar.addWidget(self.seg)
        bar.addWidget(self.count)
        bar.addStretch()
        bar.addWidget(self.search, 1)
        for part in (*own, self.import_button, self.export_button, self.new):
            bar.addWidget(part)

    def _fill_lists(self, under: Sequence[QWidget], over: Sequence[QWidget]) -> None:
        self._left.setProperty("surface", "plain")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(GAP, GAP, GAP, GAP)
        left.addWidget(self.shelves, 1)
        for part in under:
            left.addWidget(part)
        self._list_stack.addWidget(self.list)
        self._list_stack.addWidget(self.nothing)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(16, 14, 8, 0)
        if over:
            tools = QHBoxLayout()
            tools.setContentsMargins(0, 0, 8, 0)
            tools.setSpacing(6)
            tools.addWidget(over[0])
            tools.addStretch()
            for part in over[1:]:
                tools.addWidget(part)
            middle.addLayout(tools)
        middle.addWidget(self._list_stack, 1)

    def _editor(self, form: QWidget, own: Sequence[QWidget]) -> QWidget:
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(SIDE, 14, SIDE, 14)
        inner.addWidget(form)
        scroller.setWidget(holder)
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(SIDE, 8, SIDE, 8)
        row.setSpacing(GAP)
        row.addWidget(self.delete)
        row.addWidget(self.state, 1)
        for part in own:
            row.addWidget(part)
        editor = QWidget()
        column = _tight(QVBoxLayout(editor))
        column.addWidget(scroller, 1)
        column.addWidget(foot)
        self._editor_stack.addWidget(editor)
        self._editor_stack.addWidget(self.none_chosen)
        frame = QFrame()
        frame.setProperty("surface", "plain")
        _tight(QVBoxLayout(frame)).addWidget(self._editor_stack)
        return frame


def _tight(layout: Pane) -> Pane:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
