"""Departments and whom to ask there: a list that is edited in place; one change is one undoable edit."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.settings.row import Section
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError


class DepartmentRow(QWidget):
    """Name, contact, up, down, remove."""

    edited = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, context: Context, name: str, contact: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self.name = QLineEdit(name)
        self.name.setAccessibleName("部门名称")
        self.name.setPlaceholderText("部门名称")
        self.contact = QLineEdit(contact)
        self.contact.setAccessibleName(f"{name}的联系人")
        self.contact.setPlaceholderText("联系人、电话或微信")
        self.up = IconButton(theme, "arrow-up", f"把{name}往上移")
        self.down = IconButton(theme, "arrow-down", f"把{name}往下移")
        self.remove = IconButton(theme, "trash-2", f"去掉{name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.name, 2)
        row.addWidget(self.contact, 3)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        self.name.editingFinished.connect(self.edited)
        self.contact.editingFinished.connect(self.edited)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self.removed)

    @property
    def values(self) -> tuple[str, str]:
        """Name and contact as they stand."""
        return self.name.text().strip(), self.contact.text().strip()

    @Slot()
    def _move_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _move_down(self) -> None:
        self.moved.emit(1)


class DepartmentsSection(Section):
    """The whole list."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self.rows: list[DepartmentRow] = []
        card = self.card()
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        card.add(holder)
        self.refusal = TextLabel(context.theme, "", "meta", "danger_text", wrap=True)
        self.refusal.hide()
        self.add = KeyButton(context.theme, "添加部门", icon="plus", height="control_34")
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self.column.addWidget(self.refusal)
        self.column.addLayout(foot)
        hint = "转交时按这个顺序选，1 到 9 是它们的数字键。已经转出去的工单不受影响。"
        self.column.addWidget(TextLabel(context.theme, hint, "meta", "text2", wrap=True))
        self.column.addStretch()
        self.add.clicked.connect(self.add_row)

    def refresh(self) -> None:
        """Show what is stored, unless the operator has something unstored here."""
        stored = list(self._context.operator.shop.departments().items())
        if self.refusal.isHidden() and [row.values for row in self.rows] != stored:
            self._show(stored)

    @Slot()
    def add_row(self) -> None:
        """An empty row; it is stored once it has a name."""
        self._append("", "")
        self._mark_ends()
        self.rows[-1].name.setFocus()

    @Slot()
    def store(self) -> None:
        """Store the list if it changed; what can't be is said below it."""
        wanted = [row.values for row in self.rows if any(row.values)]
        shop = self._context.operator.shop
        if wanted == list(shop.departments().items()):
            self._say("")
            return
        try:
            outcome = shop.set_departments(wanted)
        except OperatorError as error:
            self._say(f"{sentence(error)}没有改动。")
            return
        self._say("")
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit("已修改部门列表")

    @Slot(int)
    def _move(self, direction: int) -> None:
        row = self.sender()
        if not isinstance(row, DepartmentRow):
            return
        place = self.rows.index(row)
        target = place + direction
        if 0 <= target < len(self.rows):
            self.rows.insert(target, self.rows.pop(place))
            self._list.removeWidget(row)
            self._list.insertWidget(target, row)
            self._mark_ends()
            self.store()

    @Slot()
    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, DepartmentRow):
            self._take_out(row)
            self._mark_ends()
            self.store()

    def _show(self, stored: list[tuple[str, str]]) -> None:
        while self.rows:
            self._take_out(self.rows[-1])
        for name, contact in stored:
            self._append(name, contact)
        self._mark_ends()

    def _append(self, name: str, contact: str) -> None:
        row = DepartmentRow(self._context, name, contact, self)
        row.edited.connect(self.store)
        row.moved.connect(self._move)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._list.addWidget(row)

    def _take_out(self, row: DepartmentRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.blockSignals(True)  # its fields lose the focus while they go
        row.hide()
        row.deleteLater()

    def _mark_ends(self) -> None:
        for place, row in enumerate(self.rows):
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self.rows) - 1)

    def _say(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
