"""The form's fields in the columns of mission A9, then contact, due time and attachments."""

from datetime import UTC, datetime

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.handoff.department_tiles import DepartmentTiles
from ui.handoff.due_field import DueField
from ui.handoff.expert_line import ExpertLine
from ui.handoff.form_controller import OpenedForm
from ui.support.theme import Theme
from ui.widgets.dotted import DottedLabel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.experts import Expert
from weibo_operator.domain.handoff import Asks
from weibo_operator.domain.labels import Aspect, Kind, Level
from weibo_operator.services.department_choice import Suggested
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.handoffs import filled_by_hand
from weibo_operator.services.wording import quoted
from weibo_operator.translation import label, tr

KINDS = (Kind.COMPLAINT.on_form, Kind.QUESTION.on_form, Kind.SUGGESTION.on_form)
ASPECTS = {Aspect.SERVICE: tr("服务"), Aspect.PRODUCT: tr("产品"), Aspect.WEBSITE: tr("网站")}
ASKS = (SegItem(Asks.ANSWER.value, tr("转给部门")), SegItem(Asks.CONSENT.value, tr("请负责人确认")))
NOBODY = tr("还没有设负责人：在设置的“部门”里把一位联系人设为负责人")
LEVELS = (
    SegItem("1", tr("紧急"), "triangle-alert", "danger"),
    SegItem("2", tr("较急")),
    SegItem("3", tr("普通")),
)


class ForwardFields(QWidget):
    """Everything the operator may change about a handoff; ``changed`` after each change."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opened: OpenedForm | None = None
        self._due_typed = False
        self._now = datetime.fromtimestamp(0, UTC)
        self._contact_typed = False
        self.description = WritingField()
        self.description.setAccessibleName(tr("问题描述"))
        self.description.setTabChangesFocus(True)
        self.kind = Seg(theme, [SegItem(kind, label(kind)) for kind in KINDS], tr("问题类型"))
        self.aspect = Seg(theme, [SegItem(aspect.value, words) for aspect, words in ASPECTS.items()], tr("关于"))
        self.level = Seg(theme, LEVELS, tr("级别"))
        self.asks = Seg(theme, ASKS, tr("请谁处理"))
        self.departments = DepartmentTiles(theme)
        self.people = DepartmentTiles(theme, tr("请谁确认"))
        self._why = DottedLabel(theme, (), icon="sparkles")
        self.contact_box = QComboBox()
        self.contact_box.setEditable(True)
        self.contact_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.contact_box.setCompleter(None)  # pyright: ignore[reportArgumentType] - None switches completion off
        self.contact_box.setAccessibleName(tr("联系人"))
        self.contact = self.contact_box.lineEdit() or QLineEdit(self)
        self.expert = ExpertLine(theme)
        self.due = DueField(theme)
        self.conversation = QCheckBox(tr("对话原文"))
        self.customer = QCheckBox(tr("客户资料（粉丝数、认证）"))
        self._lay_out()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def why(self) -> str:
        """The line that says why this department is suggested."""
        return tr("，").join(self._why.parts)

    @property
    def consent(self) -> bool:
        """True when the person in charge is asked instead of a department (mission A4)."""
        return self.asks.current == Asks.CONSENT.value

    @property
    def focus_target(self) -> QWidget | None:
        """What takes the focus first: the tile that is chosen."""
        return (self.people if self.consent else self.departments).focus_target

    def show_opened(self, opened: OpenedForm, now: datetime) -> None:
        """Fill the form."""
        self._opened = None  # the fields' own signals must not see half a form
        form = opened.defaults.form
        self.description.setPlainText(form.description)
        self.kind.set_current(kind_on_form(form.kind))
        self.aspect.set_current(form.aspect.value)
        self.level.set_current(str(min(int(form.level), int(Level.P3))))
        self.departments.show_departments(tuple(opened.choices), form.department)
        self.people.show_departments(tuple(opened.in_charge), next(iter(opened.in_charge), ""))
        self.asks.set_current(form.asks.value)
        self._contact_typed, self._due_typed = False, False
        self._now = now
        self.conversation.setText(tr("对话原文（{0} 条）", opened.messages))
        self.conversation.setChecked(form.with_conversation)
        self.customer.setChecked(form.with_customer)
        self._show_contacts(opened, form.department, form.contact)
        self.due.show_due(form.due_at, now)
        self._opened = opened
        self._show_asks()
        self._tell()

    def form(self) -> HandoffForm | None:
        """The form as it stands; None while the due time is not understood."""
        due = self.due.due
        if self._opened is None or due is None:
            return None
        first = self._opened.defaults.form
        level = Level(int(self.level.current))
        person = self.people.current
        form = replace(
            first,
            description=self.description.toPlainText(),
            kind=self.kind.current,
            aspect=Aspect(self.aspect.current),
            level=first.level if level == Level.P3 and first.level > Level.P3 else level,
            department=self._opened.in_charge.get(person, first.department)
            if self.consent
            else self.departments.current,
            contact=person if self.consent else self.contact.text().strip(),
            due_at=due,
            with_conversation=self.conversation.isChecked(),
            with_customer=self.customer.isChecked(),
            asks=Asks(self.asks.current),
        )
        return filled_by_hand(form, replace(first, kind=kind_on_form(first.kind)))

    def choose_number(self, number: int) -> None:
        """Choose a tile by its digit."""
        (self.people if self.consent else self.departments).choose_number(number)

    @Slot()
    def take_expert(self) -> None:
        """Ask the person who knows the matter, at their department."""
        expert = self._best_expert
        if expert is None or self.consent or self._is_asked(expert):
            return
        if self.departments.current != expert.department:
            self.departments.show_departments(self.departments.names, expert.department)
            self._take_department(expert.department)
        self.contact.setText(expert.contact.words)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self._opened is not None:
            self._show_why(self._opened)
            self._show_expert()
            self.changed.emit()

    @Slot()
    def _note_contact(self) -> None:
        self._contact_typed = True
        self._tell()

    @Slot()
    def _note_due(self) -> None:
        self._due_typed = True

    @Slot(str)
    def _take_department(self, name: str) -> None:
        """Another department has other people and another target, unless the operator typed them."""
        opened = self._opened
        if opened is not None and name in opened.choices:
            choice = opened.choices[name]
            if not self._contact_typed:
                known = (each.contact.words for each in opened.defaults.experts if each.department == name)
                self._show_contacts(opened, name, next(known, next(iter(choice.contacts), "")))
            if not self._due_typed:
                self.due.show_due(choice.due, self._now)
        self._tell()

    @Slot()
    def _switch_asks(self) -> None:
        self._show_asks()
        target = self.focus_target
        if target is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _show_asks(self) -> None:
        self.departments.setVisible(not self.consent)
        self.people.setVisible(self.consent)
        self._contact_column.setVisible(not self.consent)

    def _show_contacts(self, opened: OpenedForm, department: str, chosen: str) -> None:
        choice = opened.choices.get(department)
        self.contact_box.clear()
        self.contact_box.addItems(list(choice.contacts) if choice is not None else [])
        self.contact_box.setEditText(chosen)

    @property
    def _best_expert(self) -> Expert | None:
        return None if self._opened is None else next(iter(self._opened.defaults.experts), None)

    def _is_asked(self, expert: Expert) -> bool:
        return self.departments.current == expert.department and self.contact.text() == expert.contact.words

    def _show_expert(self) -> None:
        expert = None if self.consent else self._best_expert
        self.expert.show_expert(expert, taken=expert is not None and self._is_asked(expert))

    @Slot()
    def _restyle(self) -> None:
        self.description.setFixedHeight(self._theme.px(88))

    def _show_why(self, opened: OpenedForm) -> None:
        suggested, chosen = opened.defaults.suggested, self.departments.current
        if self.consent:
            words = tr("请 TA 回“确认”或“不同意”加原因") if opened.in_charge else NOBODY
            self._why.set_parts([words], icon="user")
            return
        parts: list[str] = []
        if chosen == suggested.department and suggested.words:
            parts.append(tr("按{0}推荐{1}", quoted(suggested.words), label(chosen)) + past_words(suggested))
        self._why.set_parts(parts or [tr("这个部门是你选的")], icon="sparkles" if parts else "user")

    def _connect(self) -> None:
        self.description.textChanged.connect(self._tell)
        for seg in (self.kind, self.aspect, self.level):
            seg.selected.connect(self._tell)
        self.departments.selected.connect(self._take_department)
        self.people.selected.connect(self._tell)
        self.asks.selected.connect(self._switch_asks)
        self.contact_box.activated.connect(self._note_contact)
        self.expert.take_asked.connect(self.take_expert)
        self.due.typed.connect(self._note_due)
        self.contact.textEdited.connect(self._note_contact)
        self.due.changed.connect(self._tell)
        for box in (self.conversation, self.customer):
            box.toggled.connect(self._tell)

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 20, 16)
        column.setSpacing(6)
        column.addLayout(_title(theme, tr("问题描述"), tr("必填"), tr("已从对话自动整理，可以改")))
        column.addWidget(self.description)
        column.addSpacing(6)
        sorts = FlowLayout(gap=16)  # in large letters the third goes below the others
        for name, seg in ((tr("问题类型"), self.kind), (tr("关于"), self.aspect), (tr("级别"), self.level)):
            sort = QWidget()
            sort.setLayout(_under(theme, name, seg))
            sorts.addWidget(sort)
        column.addLayout(sorts)
        column.addSpacing(6)
        row = _title(theme, tr("请谁处理"), tr("必填"), tr("打字时按 Alt 加数字"))
        row.insertWidget(2, self.asks)
        column.addLayout(row)
        column.addWidget(self.departments)
        column.addWidget(self.people)
        column.addWidget(self._why)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._contact_column = QWidget()
        self._contact_column.setLayout(_under(theme, tr("联系人"), self.contact_box))
        row.addWidget(self._contact_column, 1)
        row.addLayout(_under(theme, tr("希望几点前答复"), self.due), 1)
        column.addLayout(row)
        column.addWidget(self.expert)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(TextLabel(theme, tr("附上"), "body", weight=600))
        row.addWidget(self.conversation)
        row.addWidget(self.customer)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()


def kind_on_form(kind: str) -> str:
    """The slide knows three types; abuse is a complaint, praise a suggestion, anything else a problem."""
    complaint, problem, suggestion = KINDS
    return {Kind.ABUSE.value: complaint, Kind.PRAISE.value: suggestion}.get(kind, kind if kind in KINDS else problem)


def past_words(suggested: Suggested) -> str:
    """What was done with similar tickets before: all of them, or so many of so many."""
    if not suggested.same:
        return ""
    if suggested.same == suggested.similar:
        return tr("，过去 {0} 张同类工单都转给了{1}", suggested.same, label(suggested.department))
    return tr("，过去 {0} 张同类工单有 {1} 张转给了{2}", suggested.similar, suggested.same, label(suggested.department))


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
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(TextLabel(theme, name, "body", weight=600))
    column.addWidget(field)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column
