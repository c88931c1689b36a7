"""改标签: type, nature, aspect and department of one ticket by digits; says who set them and why."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.option_group import OptionGroup
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import NO_DEPARTMENT, Actor, Aspect, Kind, Nature
from weibo_operator.domain.ticket import Ticket
from weibo_operator.services.reason_words import shown_reason
from weibo_operator.translation import label, tr

WIDTH = 960
MOST_LINES = 3
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
GROUPS: Mapping[str, str] = {"kind": tr("类型"), "nature": tr("性质"), "aspect": tr("属性"), "department": tr("部门")}
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LabelsDialog(DialogFrame):
    """``done`` tells that the labels were changed."""

    done = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("改标签"), WIDTH)
        self._context = context
        self._ticket: Ticket | None = None
        self._active = 0
        self.groups: dict[str, OptionGroup] = {}
        self._reasons = TextLabel(context.theme, "", "secondary", "text2", wrap=True, max_lines=MOST_LINES)
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        self._cancel = KeyButton(context.theme, tr("取消"), keys="Esc")
        self._accept = KeyButton(context.theme, tr("保存"), keys="↵", variant="primary")
        why = QHBoxLayout()
        why.setSpacing(0)
        why.addWidget(DottedLabel(context.theme, icon="sparkles"), 0, Qt.AlignmentFlag.AlignTop)
        why.addWidget(self._reasons, 1)
        self.frame.body.addLayout(why)
        self.frame.body.addLayout(self._body)
        self.frame.body.addStretch()
        hint = TextLabel(context.theme, tr("数字选择，↑↓ 换一组"), "secondary", "text2")
        self.frame.fill_foot([hint], [self._cancel, self._accept])
        self._cancel.clicked.connect(self._give_up)
        self._accept.clicked.connect(self.save)

    @property
    def active(self) -> str:
        """The group whose digits work now."""
        return list(GROUPS)[self._active]

    def open_for(self, ticket: TicketId) -> None:
        """Show the ticket's labels as they are now."""
        if not self.isHidden():
            return
        view = self._context.operator.inbox.view(ticket)
        self._ticket = view.ticket
        who = tr("你改过") if self._ticket.labels_by is Actor.OPERATOR else tr("程序建议")
        self.frame.set_title(tr("改标签"), (f"@{view.customer.nickname}", who))
        reasons = tuple(shown_reason(reason) for reason in self._ticket.reasons)
        self._reasons.setText(tr("；").join(reasons) or tr("没有找到决定性的词"))
        self._fill(self._ticket)
        self.open_over()
        self._activate(0)

    @Slot()
    def save(self) -> None:
        """Store what differs; nothing different only closes."""
        ticket = self._ticket
        if ticket is None:
            return
        labels = self._changed(ticket)
        self.close_over()
        if not labels:
            return
        try:
            outcome = self._context.operator.inbox.set_labels(ticket.id, **labels)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._context.news.tell(outcome.changes)
        shown = tr("，").join(label(value) for key, value in labels.items() if key in GROUPS)
        self._context.news.undoable.emit(tr("标签改成了{0}", shown))
        self.done.emit()

    @Slot()
    def _follow(self) -> None:
        """The group chosen from is the one at work, however it was reached."""
        told = self.sender()
        self._show_active(next(place for place, group in enumerate(self.groups.values()) if group is told))

    @Slot()
    def _give_up(self) -> None:
        self.dismiss()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Each group is one stop of Tab, then the buttons."""
        stops: list[QWidget] = [*self.groups.values(), self._cancel, self._accept, self.frame.close_button]
        focused = QApplication.focusWidget()
        held = [stop is focused or (focused is not None and stop.isAncestorOf(focused)) for stop in stops]
        place = held.index(True) if True in held else -1
        goal = (place + (1 if next else -1)) % len(stops)
        if goal < len(GROUPS):
            self._activate(goal)
        else:
            stops[goal].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose and go on to the next group, arrows change the group, Enter saves."""
        number = event.key() - Qt.Key.Key_0
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.save()
            event.accept()
        elif event.key() in STEPS:
            self._activate((self._active + STEPS[Qt.Key(event.key())]) % len(GROUPS))
            event.accept()
        elif 1 <= number <= 9 and not event.isAutoRepeat():
            if self.groups[self.active].pick(number):
                self._activate(min(self._active + 1, len(GROUPS) - 1))
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fill(self, ticket: Ticket) -> None:
        """Make the groups anew: departments may have changed since."""
        while self._body.count():
            item = self._body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        departments = [*self._context.operator.shop.departments(), NO_DEPARTMENT]
        if ticket.department not in departments:
            departments.insert(0, ticket.department)
        options = {"kind": list(Kind), "nature": list(Nature), "aspect": list(Aspect), "department": departments}
        for key, name in GROUPS.items():
            group = OptionGroup(self._theme, [str(value) for value in options[key]], name)
            group.set_current(_labels(ticket)[key])
            group.picked.connect(self._follow)
            self.groups[key] = group
            self._body.addWidget(TextLabel(self._theme, name, "secondary", "text2"))
            self._body.addWidget(group)
            self._body.addSpacing(6)

    def _activate(self, number: int) -> None:
        self._show_active(number)
        self.groups[self.active].take_focus()

    def _show_active(self, number: int) -> None:
        self._active = number
        for place, group in enumerate(self.groups.values()):
            group.set_keys_working(working=place == number)

    def _changed(self, ticket: Ticket) -> dict[str, str]:
        before = _labels(ticket)
        labels = {key: group.current for key, group in self.groups.items() if group.current != before[key]}
        if "nature" in labels and ticket.topic == before["nature"]:
            labels["topic"] = labels["nature"]  # the public topic followed the nature and goes on doing so
        return labels


def _labels(ticket: Ticket) -> dict[str, str]:
    return {
        "kind": ticket.kind.value,
        "nature": ticket.nature.value,
        "aspect": ticket.aspect.value,
        "department": ticket.department,
    }
