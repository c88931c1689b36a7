"""转交部门: the form as a sheet at the right; hands over, then leads on to the customer's holding reply."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from ui.handoff.fields import ForwardFields
from ui.handoff.form_controller import ForwardController
from ui.handoff.handed_over import HandedOver
from ui.handoff.package_pane import PackagePane
from ui.handoff.rows import addressee, earlier_words
from ui.handoff.steps import FourSteps
from ui.support.context import Context
from ui.support.teaching import Teaching
from ui.support.texts import sentence
from ui.widgets.banner import Banner
from ui.widgets.button import KeyButton
from ui.widgets.form_keys import FormKeys, digit_of
from ui.widgets.label import TextLabel
from ui.widgets.sheet import Sheet
from ui.widgets.text_check import Checking, TextCheck
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.findings import Finding
from weibo_operator.domain.handoff import Handoff
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.operations import Changes
from weibo_operator.services.handoffs import FormDefaults
from weibo_operator.translation import label, tr

PAUSE = 150
"""Milliseconds after the last change until package and check are made anew."""
HINT = tr("转交后工单进入“处理中”，部门超期没有答复会在“转交”里标红")


class HandoffForm(Sheet):
    """Opens for a ticket; ``forwarded`` when it is recorded, ``holding_reply`` when the customer is next."""

    forwarded = Signal(object)
    holding_reply = Signal(object, object, str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("转交部门"))
        self._context = context
        self._controller = ForwardController(context)
        self._ticket: TicketId | None = None
        self._nickname = ""
        self._transfer_number = 1
        self._handoff: Handoff | None = None
        self._reply: tuple[TicketId, Audience, str] | None = None
        theme = context.theme
        self.steps = FourSteps(theme)
        self.fields = ForwardFields(theme)
        self.pane = PackagePane(theme)
        self.done_page = HandedOver(theme)
        teaching = Teaching(context, self)
        self.reply_check = TextCheck(theme, self.pane.reply, Checking(self._look_at_reply, teaching))
        self.description_check = TextCheck(
            theme, self.fields.description, Checking(self._look_at_description, teaching)
        )
        self._scroll = QScrollArea()
        self._loop_warning = Banner(theme)
        self._hint = TextLabel(theme, HINT, "secondary", "text2")
        self.cancel = KeyButton(theme, tr("取消"), keys="Esc")
        self.submit_button = KeyButton(theme, "", keys="Ctrl ↵", variant="primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._keys = FormKeys(self)
        self._lay_out()
        self._keys.watch(self.frame)
        self._connect()
        self.closed.connect(self._pause.stop)

    @property
    def message(self) -> str:
        """The line in the foot: the hint, or what is wrong."""
        return self._hint.text()

    @property
    def warning(self) -> str:
        """The loop warning, empty when there is none."""
        return "" if self._loop_warning.isHidden() else self._loop_warning.accessibleName()

    def open_for(self, ticket: TicketId) -> None:
        """Show the form for a ticket; the focus is on the suggested department, so a digit works at once."""
        try:
            opened = self._controller.open(ticket)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._ticket, self._nickname, self._handoff, self._reply = ticket, opened.nickname, None, None
        self.frame.set_title(tr("转交部门"), (f"#{ticket}", opened.nickname))
        self.reply_check.forget()
        self.description_check.forget()
        self.pane.begin(opened.audience)
        self.fields.show_opened(opened, self._context.operator.desk.now())
        self._warn_of_loop(opened.defaults)
        self._show_step(done=False)
        self._say(HINT)
        self._make_texts()
        self._scroll.setMinimumWidth(self.fields.minimumSizeHint().width())
        self.open_over()
        self._pause.start()  # the check may have to read the word lists first: not before the form is seen
        target = self.fields.focus_target
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Make package, suggestion and check anew now."""
        self._make_texts()
        self._pause.stop()
        self.reply_check.check_now()

    @Slot()
    def submit(self) -> None:
        """Ctrl+Enter: hand over, or when that is done go on to the customer."""
        if self._keys.composing:
            self._say(tr("还有字在输入法里没选完，选好再按 Ctrl+Enter"), wrong=True)
        elif self._handoff is not None:
            self._go_on()
        else:
            self._forward()

    @Slot()
    def dismiss(self) -> None:
        """Close; a holding reply that was not handed over stays as the ticket's draft."""
        if self._reply is not None:
            self._controller.keep_holding_reply(*self._reply)
            self._reply = None
        super().dismiss()

    @Slot()
    def _plan_flush(self) -> None:
        if self._handoff is None and self.isVisible():  # a new font also counts as a change of text
            self._name_submit()
            self._pause.start()

    @Slot()
    def _flush_shown(self) -> None:
        """Nothing is made anew for a form nobody sees, as when its window was closed meanwhile."""
        if self.isVisible():
            self.flush()

    @Slot()
    def _show_check(self) -> None:
        text, found = self.pane.reply.toPlainText(), self.reply_check.findings
        self.pane.show_check(self._controller.check_line(text, found, self.pane.audience, self._nickname))

    @Slot()
    def _copy_package(self) -> None:
        if self._handoff is not None:
            self._controller.copy(self._handoff.package)
            self._say(tr("已复制，去企业微信粘贴"))
            return
        self.flush()
        self._controller.copy(self.pane.package)
        self._say(tr("已复制。编号要转交后才有"))

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        """Close when the handoff just recorded was undone: there is nothing to paste or to say any more."""
        if self._handoff is None or self.isHidden() or "handoff" not in changes.tables:
            return
        if not self._controller.exists(self._handoff):
            self._reply = None
            self.close_over()

    @Slot(int)
    def _choose_department(self, number: int) -> None:
        if self._handoff is None:
            self.fields.choose_number(number)

    @Slot()
    def _take_expert(self) -> None:
        if self._handoff is None:
            self.fields.take_expert()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits reach this place when no field takes them as text."""
        if self._keys.take(event):
            event.accept()
        elif not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and digit_of(event):
            self._choose_department(digit_of(event))
            event.accept()
        elif not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.key() == Qt.Key.Key_0:
            self._take_expert()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _look_at_reply(self, text: str) -> Sequence[Finding]:
        return self._controller.look_at_reply(text, self._ticket, self.pane.audience)

    def _look_at_description(self, text: str) -> Sequence[Finding]:
        return self._controller.look_at_description(text, self._ticket)

    def _make_texts(self) -> None:
        form = self.fields.form()
        if form is not None:
            self.pane.show_package(addressee(form), self._controller.package(form))
            self.pane.suggest_reply(self._controller.holding_reply(form))
        self._name_submit()

    def _name_submit(self) -> None:
        if self.pane.toggle.isChecked():
            deed = tr("请求确认并安抚客户") if self.fields.consent else tr("转交并安抚客户")
        else:
            deed = tr("请求确认") if self.fields.consent else tr("转交")
        self.submit_button.set_content(deed, keys="Ctrl ↵")

    def _forward(self) -> None:
        form = self.fields.form()
        if form is None:
            self._say(self.fields.due.meant, wrong=True)
            self.fields.due.box.setFocus()
            return
        if self.pane.toggle.isChecked() and not self.pane.reply_text:
            self._say(tr("安抚客户的话还没有写。不想现在说，就关掉“先安抚客户”"), wrong=True)
            self.pane.reply.setFocus()
            return
        try:
            handoff = self._controller.forward(form)
        except OperatorError as error:
            self._say(sentence(error), wrong=True)
            self._focus_field(str(error.data.get("field", "")))
            return
        self._handoff = handoff
        self._pause.stop()
        text = self.pane.reply_text
        self._reply = (form.ticket_id, self.pane.audience, text) if text else None
        self.done_page.show_handoff(handoff, reassure=bool(text))
        self._show_step(done=True)
        self._say(HINT)
        self.done_page.again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.forwarded.emit(handoff)

    def _go_on(self) -> None:
        reply, self._reply = self._reply, None
        self.close_over()
        if reply is not None:
            self.holding_reply.emit(*reply)

    def _show_step(self, *, done: bool) -> None:
        self.steps.show_step(2 if done else 1)
        self._form_page.setVisible(not done)
        self.done_page.setVisible(done)
        self.cancel.set_content(tr("关闭") if done else tr("取消"), keys="Esc")
        if done:
            self._loop_warning.hide()
            self.submit_button.set_content(tr("贴好了，去安抚客户") if self._reply else tr("贴好了"), keys="Ctrl ↵")

    def _warn_of_loop(self, defaults: FormDefaults) -> None:
        self._transfer_number = defaults.transfer_number
        if defaults.transfer_number < 2:
            self._loop_warning.hide()
            return
        said = earlier_words(defaults.earlier, self._context.operator.desk.now())
        self._loop_warning.show_message(
            tr("这是第 {0} 次转交，别让客户被踢皮球，先问清卡在哪里。", defaults.transfer_number), tr("之前：{0}", said)
        )
        self._loop_warning.setToolTip(
            "\n".join(tr("{0}：{1}", label(found.addressee), found.answer) for found in defaults.earlier)
        )

    @Slot()
    def _switch_asks(self) -> None:
        """A consent is no transfer: it sends nobody from desk to desk."""
        self._loop_warning.setVisible(self._transfer_number > 1 and not self.fields.consent)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._hint.setText(words)
        self._hint.set_role("danger_text" if wrong else "text2")

    def _focus_field(self, field: str) -> None:
        fields = {"description": self.fields.description, "due_at": self.fields.due.box}
        target = fields.get(field, self.fields.focus_target)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._flush_shown)
        self.reply_check.changed.connect(self._show_check)
        self.fields.changed.connect(self._plan_flush)
        self.fields.asks.selected.connect(self._switch_asks)
        self.pane.changed.connect(self._plan_flush)
        self.pane.copy_asked.connect(self._copy_package)
        self.done_page.copy_asked.connect(self._copy_package)
        self._keys.submitted.connect(self.submit)
        self._keys.numbered.connect(self._choose_department)
        self._keys.zero_pressed.connect(self._take_expert)
        self._context.news.changed.connect(self._hear)
        self.submit_button.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.dismiss)

    def _lay_out(self) -> None:
        self.frame.head.addWidget(self.steps)
        body = self.frame.body
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._loop_warning)
        self._form_page = QWidget()
        self._form_page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout(self._form_page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        scroll = self._scroll
        scroll.setWidget(self.fields)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(scroll, 592)  # the shares of PNG 10; where room is short the right pane gives way
        row.addWidget(self.pane, 356)
        body.addWidget(self._form_page, 1)
        body.addWidget(self.done_page, 1)
        self.frame.fill_foot([self._hint], [self.cancel, self.submit_button])
