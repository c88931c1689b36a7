"""The form's fields in the columns of mission A9, then contact, due time and attachments."""

import re
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.handoff.department_tiles import DepartmentTiles
from ui.handoff.due_field import DueField
from ui.support.theme import Theme
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.labels import Aspect, Level
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.handoffs import FormDefaults

KINDS = ("投诉", "问题", "建议")
ASPECTS = {Aspect.SERVICE: "服务", Aspect.PRODUCT: "产品", Aspect.WEBSITE: "网站"}
MOST_WORDS = 2
LEVELS = (
    SegItem("1", "紧急", "triangle-alert", "danger"),
    SegItem("2", "较急"),
    SegItem("3", "普通"),
)


class ForwardFields(QWidget):
    """Everything the operator may change about a handoff; ``changed`` after each change."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._defaults: FormDefaults | None = None
        self._contact_typed = False
        self.description = QPlainTextEdit()
        self.description.setAccessibleName("问题描述")
        self.description.setTabChangesFocus(True)
        self.kind = Seg(theme, [SegItem(kind, kind) for kind in KINDS], "问题类型")
        self.aspect = Seg(theme, [SegItem(aspect.value, words) for aspect, words in ASPECTS.items()], "关于")
        self.level = Seg(theme, LEVELS, "级别")
        self.departments = DepartmentTiles(theme)
        self._why = DottedLabel(theme, (), icon="sparkles")
        self.contact = QLineEdit()
        self.contact.setAccessibleName("联系人")
        self.due = DueField(theme)
        self.conversation = QCheckBox("对话原文")
        self.customer = QCheckBox("客户资料（粉丝数、认证）")
        self._lay_out()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def why(self) -> str:
        """The line that says why this department is suggested."""
        return "，".join(self._why.parts)

    def show_defaults(self, defaults: FormDefaults, now: datetime, messages: int) -> None:
        """Fill the form; ``messages`` is the conversation's length."""
        self._defaults = None  # the fields' own signals must not see half a form
        form = defaults.form
        self.description.setPlainText(form.description)
        self.kind.set_current(kind_on_form(form.kind))
        self.aspect.set_current(form.aspect.value)
        self.level.set_current(str(min(int(form.level), int(Level.P3))))
        self.departments.show_departments(tuple(defaults.departments), form.department)
        self.contact.setText(form.contact)
        self._contact_typed = False
        self.due.show_due(form.due_at, now)
        self.conversation.setText(f"对话原文（{messages} 条）")
        self.conversation.setChecked(form.with_conversation)
        self.customer.setChecked(form.with_customer)
        self._defaults = defaults
        self._tell()

    def form(self) -> HandoffForm | None:
        """The form as it stands; None while the due time is not understood."""
        due = self.due.due
        if self._defaults is None or due is None:
            return None
        first = self._defaults.form
        level = Level(int(self.level.current))
        return replace(
            first,
            description=self.description.toPlainText(),
            kind=self.kind.current,
            aspect=Aspect(self.aspect.current),
            level=first.level if level == Level.P3 and first.level > Level.P3 else level,
            department=self.departments.current,
            contact=self.contact.text().strip(),
            due_at=due,
            with_conversation=self.conversation.isChecked(),
            with_customer=self.customer.isChecked(),
        )

    @Slot()
    def _tell(self) -> None:
        if self._defaults is not None:
            self._show_why(self._defaults)
            self.changed.emit()

    @Slot()
    def _note_contact(self) -> None:
        self._contact_typed = True
        self._tell()

    @Slot(str)
    def _take_department(self, name: str) -> None:
        """Another department has another contact, unless the operator typed one."""
        if self._defaults is not None and not self._contact_typed:
            self.contact.setText(self._defaults.departments.get(name, ""))
        self._tell()

    @Slot()
    def _restyle(self) -> None:
        self.description.setFixedHeight(self._theme.px(88))

    def _show_why(self, defaults: FormDefaults) -> None:
        department = self.departments.current
        parts: list[str] = []
        if department == defaults.form.department and defaults.deciding_words:
            parts.append(f"按{deciding_part(defaults.deciding_words)}推荐{department}")
            if defaults.similar:
                parts[0] += f"，过去 {defaults.similar} 张同类工单都转给了{department}"
        self._why.set_parts(parts or ["这个部门是你选的"], icon="sparkles" if parts else "user")

    def _connect(self) -> None:
        self.description.textChanged.connect(self._tell)
        for seg in (self.kind, self.aspect, self.level):
            seg.selected.connect(self._tell)
        self.departments.selected.connect(self._take_department)
        self.contact.textEdited.connect(self._note_contact)
        self.due.changed.connect(self._tell)
        for box in (self.conversation, self.customer):
            box.toggled.connect(self._tell)

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 20, 16)
        column.setSpacing(6)
        column.addLayout(_title(theme, "问题描述", "必填", "已从对话自动整理，可以改"))
        column.addWidget(self.description)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, seg in (("问题类型", self.kind), ("关于", self.aspect), ("级别", self.level)):
            row.addLayout(_under(theme, name, seg))
        row.addStretch()
        column.addLayout(row)
        column.addSpacing(6)
        column.addLayout(_title(theme, "转给哪个部门", "必填", "打字时按 Alt 加数字"))
        column.addWidget(self.departments)
        column.addWidget(self._why)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(_under(theme, "联系人", self.contact), 1)
        row.addLayout(_under(theme, "希望几点前答复", self.due), 1)
        column.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(TextLabel(theme, "附上", "body", weight=600))
        row.addWidget(self.conversation)
        row.addWidget(self.customer)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()


def kind_on_form(kind: str) -> str:
    """The slide knows three types; abuse is a complaint, praise a suggestion, anything else a problem."""
    return {"谩骂": "投诉", "表扬": "建议"}.get(kind, kind if kind in KINDS else "问题")


def deciding_part(reason: str) -> str:
    """The customer's words a reason quotes (“没有收到”→物流部 gives “没有收到”), else the whole reason in quotes."""
    words = re.findall("“[^”]+”", reason)
    return "".join(words[:MOST_WORDS]) or f"“{reason}”"


def _title(theme: Theme, name: str, need: str, hint: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(TextLabel(theme, name, "body", weight=600))
    row.addWidget(TextLabel(theme, need, "secondary", "text2"))
    row.addStretch()
    row.addWidget(TextLabel(theme, hint, "secondary", "text2"))
    return row


def _under(theme: Theme, name: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(TextLabel(theme, name, "body", weight=600))
    column.addWidget(field)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column
