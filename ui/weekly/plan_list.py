"""改进计划 on the weekly page: the week before's items to tick, then this week's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.button import IconButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.week_plan import PlanItem
from weibo_operator.translation import tr

NONE = tr("还没有写。写上要做的事、负责人和日期，下周打勾。")


class PlanList(QWidget):
    """``ticked`` carries an item and whether it is done, ``edited`` and ``deleted`` an item."""

    ticked = Signal(object, bool)
    edited = Signal(object)
    deleted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.boxes: tuple[QCheckBox, ...] = ()
        self._items: dict[QWidget, PlanItem] = {}

    def set_items(self, last: Sequence[PlanItem], now: Sequence[PlanItem]) -> None:
        """Show the plans of two weeks; the keyboard stays where it was."""
        place = next((place for place, box in enumerate(self.boxes) if box.hasFocus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._items = [], {}
        for title, items in ((tr("上周定的"), last), (tr("本周定的"), now)):
            if items:
                self._rows.append(TextLabel(self._theme, title, "meta", "text2", parent=self))
                self._rows += [self._row(item) for item in items]
        if not self._rows:
            self._rows = [TextLabel(self._theme, NONE, "secondary", "text2", parent=self)]
        for row in self._rows:
            self._column.addWidget(row)
        self.boxes = tuple(widget for widget in self._items if isinstance(widget, QCheckBox))
        if place is not None and self.boxes:
            self.boxes[min(place, len(self.boxes) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _tick(self, done: bool) -> None:
        item = self._sent()
        if item is not None:
            self.ticked.emit(item, done)

    @Slot()
    def _edit(self) -> None:
        self.edited.emit(self._sent())

    @Slot()
    def _delete(self) -> None:
        self.deleted.emit(self._sent())

    def _sent(self) -> PlanItem | None:
        sender = self.sender()
        return self._items.get(sender) if isinstance(sender, QWidget) else None

    def _row(self, item: PlanItem) -> QWidget:
        theme = self._theme
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        box = QCheckBox()
        box.setChecked(item.done)
        box.setAccessibleName(tr("做完了：{0}", item.action))
        text = TextLabel(theme, item.action, "body", "text2" if item.done else "text", wrap=True)
        about = tr("，").join(filter(None, (item.owner, tr("{0:%m-%d} 前", item.due) if item.due else "")))
        edit = IconButton(theme, "pencil", tr("修改：{0}", item.action), height="control_28")
        delete = IconButton(theme, "trash-2", tr("删除：{0}", item.action), height="control_28")
        line.addWidget(box)
        line.addWidget(text, 1)
        line.addWidget(TextLabel(theme, about, "secondary", "text2"))
        line.addWidget(edit)
        line.addWidget(delete)
        self._items |= {box: item, edit: item, delete: item}
        box.toggled.connect(self._tick)
        edit.clicked.connect(self._edit)
        delete.clicked.connect(self._delete)
        return row
