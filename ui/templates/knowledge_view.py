"""The knowledge page: what stands where."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.templates.delegate import CATEGORY_ROW, CategoryDelegate
from ui.templates.knowledge_form import KnowledgeForm
from ui.templates.knowledge_rows import CARD_ROW, CheckedWords, KnowledgeDelegate, KnowledgeModel
from ui.templates.list_view import PaintedList
from ui.templates.lists import list_seg
from ui.templates.model import CategoryModel
from ui.templates.search_field import SearchField
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import TextLabel
from ui.widgets.text_check import Checking

HEADER = 56
KINDS_WIDTH = 148
LIST_WIDTH = 420
NARROW_LIST_WIDTH = 340
NARROW = 1230


class KnowledgeView(QWidget):
    """Head with search, files and 新建; kinds, list and editor side by side."""

    def __init__(self, theme: Theme, checking: Checking, checked: CheckedWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.seg = list_seg(theme, "knowledge")
        self.count = TextLabel(theme, "", "secondary", "text2")
        self.search = SearchField()
        self.orders = KeyButton(theme, "订单", icon="shopping-cart", height="control_34")
        self.import_button = IconButton(theme, "upload", "从表格导入知识卡", height="control_34")
        self.export_button = IconButton(theme, "download", "导出成表格", height="control_34")
        self.new = KeyButton(theme, "新建", icon="plus", variant="primary", height="control_34")
        self.kinds = PaintedList(theme, "类型", CATEGORY_ROW)
        self.kind_rows = CategoryModel(self.kinds)
        self.list = PaintedList(theme, "知识卡", CARD_ROW)
        self.card_rows = KnowledgeModel(checked, self.list)
        self.form = KnowledgeForm(theme, checking)
        self.delete = KeyButton(theme, "删除", icon="trash-2", height="control_34")
        self.state = DottedLabel(theme, (), "meta", "text2")
        self.nothing = EmptyState(theme, 72)
        self.none_chosen = EmptyState(theme, 72)
        self._list_stack = QStackedWidget()
        self._editor_stack = QStackedWidget()
        self._left, self._middle, self._head = QFrame(), QFrame(), QFrame()
        self.search.setAccessibleName("搜索知识卡")
        self.kinds.setModel(self.kind_rows)
        self.kinds.setItemDelegate(CategoryDelegate(theme, self.kinds, self.kind_rows))
        self.list.setModel(self.card_rows)
        self.list.setItemDelegate(KnowledgeDelegate(theme, self.list, self.card_rows, checked))
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    def show_list(self, *, shown: bool) -> None:
        """The list, or why it is empty."""
        self._list_stack.setCurrentWidget(self.list if shown else self.nothing)

    def show_editor(self, *, shown: bool) -> None:
        """The editor, or a hint to choose a card."""
        self._editor_stack.setCurrentIndex(0 if shown else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the list in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        narrow = self.width() < NARROW
        self._head.setFixedHeight(self._theme.px(HEADER))
        self.search.setFixedWidth(self._theme.px(200 if narrow else 260))
        self.count.setVisible(not narrow)
        self._left.setFixedWidth(self._theme.px(KINDS_WIDTH))
        self._middle.setFixedWidth(self._theme.px(NARROW_LIST_WIDTH if narrow else LIST_WIDTH))

    def _lay_out(self) -> None:
        self._head.setProperty("surface", "bar")
        bar = QHBoxLayout(self._head)
        bar.setContentsMargins(20, 0, 20, 0)
        bar.setSpacing(10)
        bar.addWidget(self.seg)
        bar.addWidget(self.count)
        bar.addStretch()
        for part in (self.search, self.orders, self.import_button, self.export_button, self.new):
            bar.addWidget(part)
        self._left.setProperty("surface", "plain")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(12, 12, 12, 12)
        left.addWidget(self.kinds)
        self._list_stack.addWidget(self.list)
        self._list_stack.addWidget(self.nothing)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(16, 14, 8, 0)
        middle.addWidget(self._list_stack)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._left)
        panes.addWidget(self._middle)
        panes.addWidget(self._editor(), 1)
        column = _tight(QVBoxLayout(self))
        column.addWidget(self._head)
        column.addLayout(panes, 1)

    def _editor(self) -> QWidget:
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(20, 14, 20, 14)
        inner.addWidget(self.form)
        scroller.setWidget(holder)
        foot = QFrame()
        foot.setProperty("surface", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(12)
        row.addWidget(self.delete)
        row.addWidget(self.state, 1)
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


def _tight(layout: QVBoxLayout) -> QVBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
