"""One department in the settings: name, hours, target, and its people below."""

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.settings.esc_line import ListLine
from ui.settings.focus import let_tab_follow
from ui.support.context import Context
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from weibo_operator.domain.department import Department, DepartmentContact, OfficeHours
from weibo_operator.translation import label, tr

_HOURS = re.compile(r"\s*(\d{1,2})[:：](\d{2})\s*(?:[-–—~～－至到])\s*(\d{1,2})[:：](\d{2})\s*")
_WRONG_HOURS = OfficeHours(0, 0)
"""What can't be read as hours: the service refuses it with a sentence."""
_USUAL_HOURS = "09:00-18:00"
INDENT = 16
MOST_DIGITS = 9


class ContactRow(QWidget):
    """One person: name, how to reach them, what they know, 负责人, remove."""

    edited = Signal()
    given_up = Signal()
    removed = Signal()

    def __init__(self, context: Context, contact: DepartmentContact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        called, reached, knows = tr("姓名或称呼"), tr("电话、微信或邮箱"), tr("懂什么，如 物流、退款")
        self.name = ListLine(contact.name, tr("联系人"), called, called)
        self.reach = ListLine(contact.reach, tr("怎么联系"), reached, reached)
        self.topics = ListLine(contact.topics, tr("{0}懂什么", contact.name), knows, knows)
        self.topics.setToolTip(tr("写问题或产品，用顿号隔开；转交时客户说到了，就推荐 TA"))
        self.in_charge = QCheckBox(tr("负责人"))
        self.in_charge.setChecked(contact.in_charge)
        self.remove = IconButton(context.theme, "x", tr("去掉联系人{0}", contact.name))
        row = FlowLayout(self, fills=True)
        row.setContentsMargins(INDENT, 0, 0, 0)
        for line in (self.name, self.reach, self.topics):
            row.addWidget(line)
            line.editingFinished.connect(self.edited)
            line.given_up.connect(self.given_up)
        row.addWidget(_group(self.in_charge, self.remove))
        self.in_charge.clicked.connect(self._tell)
        self.remove.clicked.connect(self.removed)

    @property
    def contact(self) -> DepartmentContact:
        """The person as they stand."""
        return DepartmentContact(
            self.name.text(), self.reach.text(), self.in_charge.isChecked(), self.topics.text()
        ).tidied()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class DepartmentRow(QWidget):
    """Everything of one department; ``edited`` when it may be stored, ``given_up`` when it is not to be."""

    edited = Signal()
    given_up = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, context: Context, department: Department, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = department.id
        self._stored = department.name
        theme, name = context.theme, label(department.name)
        self.people: list[ContactRow] = []
        self.name = ListLine(name, tr("部门名称"), tr("部门名称"), tr("部门名称"))
        self.hours = ListLine(hours_words(department.hours), tr("{0}的工作时间", name), _USUAL_HOURS, _USUAL_HOURS)
        self.every_day = QCheckBox(tr("周末节假日也上班"))
        self.every_day.setChecked(department.hours.every_day)
        target = str(department.answer_hours or "")
        self.target = ListLine(target, tr("{0}几个工作小时答复", name), tr("默认"), tr("默认"))
        self.up = IconButton(theme, "arrow-up", tr("把{0}往上移", name))
        self.down = IconButton(theme, "arrow-down", tr("把{0}往下移", name))
        self.remove = IconButton(theme, "trash-2", tr("去掉{0}", name))
        self.add_person = KeyButton(theme, tr("加一位联系人"), icon="plus", variant="ghost", height="control_28")
        self._people = QVBoxLayout()
        self._people.setSpacing(6)
        self._lay_out()
        for contact in department.contacts:
            self._append(contact)
        for field in (self.name, self.hours, self.target):
            field.editingFinished.connect(self.edited)
            field.given_up.connect(self.given_up)
        self.every_day.clicked.connect(self._tell)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self.removed)
        self.add_person.clicked.connect(self.add_contact)

    @property
    def department(self) -> Department:
        """The department as it stands; a target that is no number is 0, which the service refuses."""
        target, shown = self.target.text().strip(), self.name.text()
        return Department(
            name=self._stored if shown == label(self._stored) else shown,
            contacts=tuple(row.contact for row in self.people),
            hours=read_hours(self.hours.text(), every_day=self.every_day.isChecked()),
            answer_hours=_hours_read(target) if target else None,
            id=self._id,
        )

    @Slot()
    def add_contact(self) -> None:
        """A further person; stored once there is a name."""
        self._append(DepartmentContact("", in_charge=not self.people))
        let_tab_follow(self)
        self.people[-1].name.setFocus()

    @Slot()
    def _remove_contact(self) -> None:
        row = self.sender()
        if isinstance(row, ContactRow):
            self.people.remove(row)
            self._people.removeWidget(row)
            row.blockSignals(True)  # its fields lose the focus while they go
            row.hide()
            row.deleteLater()
            self.edited.emit()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()

    @Slot()
    def _move_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _move_down(self) -> None:
        self.moved.emit(1)

    def _append(self, contact: DepartmentContact) -> None:
        row = ContactRow(self._context, contact, self)
        row.edited.connect(self.edited)
        row.given_up.connect(self.given_up)
        row.removed.connect(self._remove_contact)
        self.people.append(row)
        self._people.addWidget(row)
        row.show()  # at once: it may be given the focus

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        column.addLayout(row)
        for field in (self.hours, self.target):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        terms = FlowLayout(gap=16)
        terms.setContentsMargins(INDENT, 0, 0, 0)
        terms.addWidget(_group(self._said(tr("工作时间")), self.hours, self.every_day))
        terms.addWidget(_group(self._said(tr("答复期限")), self.target, self._said(tr("工作小时"))))
        column.addLayout(terms)
        column.addLayout(self._people)
        row = QHBoxLayout()
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.addWidget(self.add_person)
        row.addStretch()
        column.addLayout(row)

    def _said(self, words: str) -> TextLabel:
        return TextLabel(self._context.theme, words, "secondary", "text2")


def hours_words(hours: OfficeHours) -> str:
    """The hours as they are typed: 09:00-18:00."""
    return "-".join(f"{minute // 60:02d}:{minute % 60:02d}" for minute in (hours.opens, hours.closes))


def read_hours(text: str, *, every_day: bool) -> OfficeHours:
    """The hours typed; what can't be read is none that is valid."""
    found = _HOURS.fullmatch(text)
    if found is None:
        return _WRONG_HOURS
    first, second, third, fourth = (int(number) for number in found.groups())
    if second > 59 or fourth > 59:
        return _WRONG_HOURS
    return OfficeHours(first * 60 + second, third * 60 + fourth, every_day)


def _hours_read(text: str) -> int:
    """A target typed; 0 for what is no number, or longer than one that could be meant."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0


def _group(*parts: QWidget) -> QWidget:
    """Parts that stay side by side."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return holder
