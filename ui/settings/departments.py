"""Departments, their people, hours and targets: edited in place; one change is one undoable edit."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.settings.department_row import DepartmentRow
from ui.settings.esc_line import ListLine
from ui.settings.focus import focused_place, give_focus, let_tab_follow
from ui.settings.holidays import holiday_words
from ui.settings.move_dialog import MoveDialog
from ui.settings.row import Section
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.domain.department import Department, gone_names
from weibo_operator.domain.errors import OperatorError
from weibo_operator.translation import tr

HINT = tr(
    "转交时按这个顺序选，1 到 9 是它们的数字键。负责人可以在转交时请 TA 确认；写了懂什么的，客户说到就推荐 TA。"
    "答复期限按工作时间算。{0}"
)


class DepartmentsSection(Section):
    """The whole list."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self.rows: list[DepartmentRow] = []
        self._stored: tuple[Department, ...] = ()
        self._moves: dict[str, str] = {}
        self._dialog: MoveDialog | None = None
        card = self.card()
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        card.add(holder)
        self.refusal = TextLabel(context.theme, "", "meta", "danger_text", wrap=True)
        self.refusal.hide()
        self.add = KeyButton(context.theme, tr("添加部门"), icon="plus", height="control_34")
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self.column.addWidget(self.refusal)
        self.column.addLayout(foot)
        holidays = holiday_words(context.operator.follow_ups.work_days)
        self.column.addWidget(TextLabel(context.theme, HINT.format(holidays), "meta", "text2", wrap=True))
        self.column.addStretch()
        self.add.clicked.connect(self.add_row)

    @property
    def dialog(self) -> MoveDialog:
        """The question where open handoffs go, made when it is first needed, over the whole window."""
        if self._dialog is None:
            self._dialog = MoveDialog(self._context.theme, self.window())
            self._dialog.chosen.connect(self._take_move)
            self._dialog.given_up.connect(self._give_up)
        return self._dialog

    def refresh(self) -> None:
        """Show what is stored where that is something else than before, unless something here could not be stored."""
        stored = self._context.operator.departments.every()
        if self.refusal.isHidden() and stored != self._stored:
            self._stored = stored
            if self._wanted() != list(stored):
                self._show(stored)

    @Slot()
    def add_row(self) -> None:
        """An empty row; it is stored once it has a name."""
        self._append(Department(""))
        self._settle()
        self.rows[-1].name.setFocus()

    @Slot()
    def store(self) -> None:
        """Store the list if it changed; what can't be is said below it, open handoffs are asked for."""
        departments = self._context.operator.departments
        wanted = self._wanted()
        if wanted == list(departments.every()):
            self._rest()
            return
        open_ones = {name: n for name, n in departments.in_the_way(wanted).items() if name not in self._moves}
        if open_ones and all(department.name for department in wanted):
            name, count = next(iter(open_ones.items()))
            renamed = gone_names(departments.every(), wanted).get(name, "")
            self.dialog.ask(name, count, [department.name for department in wanted], renamed)
            return
        try:
            outcome = departments.save(wanted, self._moves)
        except OperatorError as error:
            self._say(tr("{0}没有改动。", sentence(error)))
            return
        finally:
            self._moves = {}
        self._rest()
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("已修改部门列表"))
        self.refresh()

    @Slot(str, str)
    def _take_move(self, name: str, to: str) -> None:
        self._moves[name] = to
        self.store()

    @Slot()
    def _give_up(self) -> None:
        self._moves = {}
        self._say("")
        self._show(self._context.operator.departments.every())

    def _wanted(self) -> list[Department]:
        rows = (row.department.tidied() for row in self.rows)
        return [department for department in rows if department.name or department.contacts or department.id]

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
            self._settle()
            self.store()

    @Slot()
    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, DepartmentRow):
            self._take_out(row)
            self._settle()
            self.store()

    def _show(self, stored: Sequence[Department]) -> None:
        focused = focused_place(self.rows)
        while self.rows:
            self._take_out(self.rows[-1])
        for department in stored:
            self._append(department)
        self._settle()
        if focused is not None and self.rows:
            place, part = focused
            give_focus(self.rows[min(place, len(self.rows) - 1)], part)

    def _append(self, department: Department) -> None:
        row = DepartmentRow(self._context, department, self)
        row.edited.connect(self.store)
        row.given_up.connect(self._give_up)
        row.moved.connect(self._move)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()  # at once: it may be given the focus

    def _take_out(self, row: DepartmentRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.blockSignals(True)  # its fields lose the focus while they go
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        let_tab_follow(self)
        for place, row in enumerate(self.rows):
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self.rows) - 1)

    def _rest(self) -> None:
        """All is as stored: nothing is refused, and nothing typed is left to be given up."""
        self._say("")
        for line in self.findChildren(ListLine):
            line.setModified(False)

    def _say(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
