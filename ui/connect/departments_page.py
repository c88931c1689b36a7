"""To whom complex problems go, as a page of the first wizard: the departments there are, and the templates at hand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.connect.parts import InfoRow
from ui.support.actions import anywhere, in_lists
from ui.support.context import Context
from ui.support.key_map import KeyMap
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from ui.widgets.toggle import Toggle
from weibo_operator.domain.department import Department
from weibo_operator.domain.errors import OperatorError
from weibo_operator.translation import label, tr


def department_words(keys: KeyMap) -> str:
    """What this page is for, with the key that hands off."""
    return tr(
        "复杂的问题按 {0} 转交给部门。没有的部门关掉（空格），缺的写在下面；"
        "负责人和时限以后在“设置 > 部门与联系人”里填。",
        keys.said(in_lists("forward")),
    )


class DepartmentsPage(QWidget):
    """``store`` keeps the departments that are switched on, in the operator's order."""

    refused = Signal(str)
    """Why it could not be stored."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._known: dict[str, Department] = {}
        self.toggles: dict[str, Toggle] = {}
        theme = context.theme
        self._words = TextLabel(theme, department_words(theme.keys), "body", "text2", wrap=True)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=18, row_gap=8)
        self.more = QLineEdit()
        self.more.setAccessibleName(tr("再加一个部门"))
        self.more.setPlaceholderText(tr("再加一个部门，例如 售后部"))
        self.add_button = KeyButton(theme, tr("添加"), icon="plus", height="control_34")
        self.templates = InfoRow(theme, "message-square-quote", tr("回复模板"), "")
        self._lay_out()
        self.add_button.clicked.connect(self.add)

    def show_stored(self) -> None:
        """Show the departments and templates there are."""
        operator, keys = self._context.operator, self._context.theme.keys
        self._words.setText(department_words(keys))
        for toggle in self.toggles.values():
            self._flow.removeWidget(toggle)
            toggle.deleteLater()
        self.toggles = {}
        self._known = {each.name: each for each in operator.departments.every()}
        for name in self._known:
            self._append(name)
        count = len(operator.templates.all())
        shown = keys.said(anywhere("templates"))
        words = tr("已经放好 {0} 条，写回复时按 {1} 或 / 打拼音首字母就能插入。在“模板”页里改。", count, shown)
        self.templates.set_words(words)

    @Slot()
    def add(self) -> None:
        """One more department, switched on."""
        name = self.more.text().strip()
        there = next((toggle for known, toggle in self.toggles.items() if name in (known, label(known))), None)
        if there is not None:
            there.setChecked(True)
        elif name:
            self._append(name)
        self.more.clear()

    def store(self) -> bool:
        """Keep the list; False where it can't be, and tells the reason."""
        self.add()
        departments = self._context.operator.departments
        wanted = [
            self._known.get(name, Department(name)) for name, toggle in self.toggles.items() if toggle.isChecked()
        ]
        if wanted == list(departments.every()):
            return True
        try:
            outcome = departments.save(wanted)
        except OperatorError as error:
            self.refused.emit(tr("{0}没有改动。", sentence(error)))
            return False
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(tr("已修改部门列表"))
        self.show_stored()
        return True

    def first_stop(self) -> QWidget:
        """Where the keys begin."""
        return next(iter(self.toggles.values()), self.more)

    def _append(self, name: str) -> None:
        toggle = self.toggles[name] = Toggle(self._context.theme, label(name))
        toggle.setChecked(True)
        self._flow.addWidget(toggle)

    def _lay_out(self) -> None:
        theme = self._context.theme
        field = QHBoxLayout()
        field.setSpacing(8)
        field.addWidget(self.more, 1)
        field.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(theme, tr("部门与模板"), "wizard_title"))
        column.addWidget(self._words)
        column.addSpacing(6)
        column.addWidget(self._holder)
        column.addLayout(field)
        column.addSpacing(10)
        column.addWidget(self.templates, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch()
