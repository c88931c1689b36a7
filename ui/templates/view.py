"""The templates page: what stands where."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.templates.delegate import CARD_ROW, CATEGORY_ROW, CategoryDelegate, TemplateDelegate
from ui.templates.form import TemplateForm
from ui.templates.list_view import PaintedList
from ui.templates.lists import list_seg
from ui.templates.model import CategoryModel, TemplateModel
from ui.templates.search_field import SearchField
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.text_check import Checking
from weibo_operator.domain.template import FORMAL, FRIENDLY

ANY_TONE = "any"
TONES = (SegItem(ANY_TONE, "全部语气"), SegItem(FORMAL, FORMAL), SegItem(FRIENDLY, FRIENDLY))
HEADER = 56
CATEGORIES_WIDTH = 172
LIST_WIDTH = 404
NARROW_LIST_WIDTH = 340
NARROW = 1230


class TemplatesView(QWidget):
    """Head with search and 新建; categories, list and editor side by side."""

    def __init__(
        self, theme: Theme, checking: Checking, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.seg = list_seg(theme, "templates")
        self.count = TextLabel(theme, "", "secondary", "text2")
        self.search = SearchField()
        self.import_button = IconButton(theme, "upload", "从表格导入模板", height="control_34")
        self.export_button = IconButton(theme, "download", "导出成表格", height="control_34")
        self.new = KeyButton(theme, "新建模板", icon="plus", variant="primary", height="control_34")
        self.tone = Seg(theme, TONES, "语气")
        self.earlier = IconButton(theme, "arrow-up", "换到前一个常用键（Alt ↑）", height="control_28")
        self.later = IconButton(theme, "arrow-down", "换到后一个常用键（Alt ↓）", height="control_28")
        self.rename = KeyButton(theme, "改名、合并", icon="pencil", variant="ghost", height="control_30")
        self.starters = KeyButton(theme, "", icon="sparkles", variant="ghost", height="control_30")
        self.categories = PaintedList(theme, "分类", CATEGORY_ROW)
        self.category_rows = CategoryModel(self.categories)
        self.list = PaintedList(theme, "模板", CARD_ROW)
        self.template_rows = TemplateModel(self.list, now)
        self.form = TemplateForm(theme, checking)
        self.delete = KeyButton(theme, "删除", icon="trash-2", height="control_34")
        self.copy = KeyButton(theme, "复制一份", icon="copy", height="control_34")
        self.state = DottedLabel(theme, (), "meta", "text2")
        self.nothing = EmptyState(theme, 72)
        self.none_chosen = EmptyState(theme, 72)
        self._list_stack = QStackedWidget()
        self._editor_stack = QStackedWidget()
        self._middle = QFrame()
        self._left = QFrame()
        self._head = QFrame()
        self._describe()
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    def show_list(self, *, shown: bool) -> None:
        """The list, or why it is empty."""
        self._list_stack.setCurrentWidget(self.list if shown else self.nothing)

    def show_editor(self, *, shown: bool) -> None:
        """The editor, or a hint to choose a template."""
        self._editor_stack.setCurrentIndex(0 if shown else 1)

    def show_category_tools(self, *, renamable: bool, ordered: bool, starters: int) -> None:
        """What can be done with the open category; ``starters`` new starter templates are offered."""
        self.rename.setEnabled(renamable)
        self.earlier.setVisible(ordered)
        self.later.setVisible(ordered)
        self.starters.setText(f"新模板 {starters} 条")
        self.starters.setVisible(starters > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the list in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        narrow = self.width() < NARROW
        self._head.setFixedHeight(self._theme.px(HEADER))
        self.search.setFixedWidth(self._theme.px(200 if narrow else 280))
        self.count.setVisible(not narrow)
        self._left.setFixedWidth(self._theme.px(CATEGORIES_WIDTH))
        self._middle.setFixedWidth(self._theme.px(NARROW_LIST_WIDTH if narrow else LIST_WIDTH))

    def _describe(self) -> None:
        self.rename.setToolTip("给打开的分类改名；写成已有的名字就并进去（在分类里按 Enter）")
        self.starters.setToolTip("程序自带、这里还没有的模板")
        self.categories.setModel(self.category_rows)
        self.categories.setItemDelegate(CategoryDelegate(self._theme, self.categories, self.category_rows))
        self.list.setModel(self.template_rows)
        self.list.setItemDelegate(TemplateDelegate(self._theme, self.list, self.template_rows))

    def _lay_out(self) -> None:
        self._head.setProperty("surface", "bar")
        bar = QHBoxLayout(self._head)
        bar.setContentsMargins(20, 0, 20, 0)
        bar.setSpacing(12)
        bar.addWidget(self.seg)
        bar.addWidget(self.count)
        bar.addStretch()
        for part in (self.search, self.import_button, self.export_button, self.new):
            bar.addWidget(part)
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._left)
        panes.addWidget(self._middle)
        panes.addWidget(self._editor(), 1)
        self._fill_lists()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(panes, 1)

    def _fill_lists(self) -> None:
        self._left.setProperty("surface", "plain")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(12, 12, 12, 12)
        left.addWidget(self.categories, 1)
        left.addWidget(self.starters)
        left.addWidget(self.rename)
        self._list_stack.addWidget(self.list)
        self._list_stack.addWidget(self.nothing)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(16, 14, 8, 0)
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(self.tone)
        tools.addStretch()
        tools.addWidget(self.earlier)
        tools.addWidget(self.later)
        tools.addSpacing(8)
        middle.addLayout(tools)
        middle.addWidget(self._list_stack, 1)

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
        row.addStretch()
        row.addWidget(self.state)
        row.addWidget(self.copy)
        editor = QWidget()
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroller, 1)
        column.addWidget(foot)
        self._editor_stack.addWidget(editor)
        self._editor_stack.addWidget(self.none_chosen)
        frame = QFrame()
        frame.setProperty("surface", "plain")
        outer = QVBoxLayout(frame)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._editor_stack)
        return frame
