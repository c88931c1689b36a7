"""记一笔: what happened with a lead, how far it is, and when to speak next; Enter stores it (mission F5)."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.leads.words import LEAD_STATES
from ui.support.context import Context
from ui.widgets.day_field import DayField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.storing import store
from ui.widgets.toggle import Toggle
from ui.widgets.usual_days import UsualDays
from weibo_operator.domain.lead import Lead, LeadEdit, LeadState
from weibo_operator.translation import tr

USUAL = (tr("3 天后"), tr("1 周后"), tr("2 周后"), tr("30 天后"), "")
NO_MORE = tr("不安排")


class LeadDialog(FormDialog):
    """Notes, state and next contact of one lead."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("记一笔"), tr("记下"), width=620)
        self._context = context
        self._lead: Lead | None = None
        theme = context.theme
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("备注"))
        self.note.setPlaceholderText(tr("例如：在比较我们和别家，下周定（可以不填）"))
        self.note.setMaxLength(2_000)
        self.touched = Toggle(theme, tr("我在别处和 TA 联系过了"), tr("在别处联系过"))
        items = [SegItem(state.value, name) for state, name in LEAD_STATES.items()]
        self.states = Seg(theme, items, tr("走到哪一步"))
        self.next_contact = DayField(theme, context.operator.desk.now, tr("下次联系"), tr("不安排下次"))
        self.usual = UsualDays(theme, self.next_contact, tr("下次联系"), USUAL, NO_MORE)
        self._lay_out()
        self._connect()

    def open_for(self, lead: Lead) -> None:
        """Write about this lead."""
        if not self.isHidden():
            return
        self._lead = lead
        self.frame.set_title(tr("记一笔"), (f"@{lead.nickname}", LEAD_STATES[lead.state]))
        self.note.clear()
        self.touched.setChecked(False)
        self.states.set_current(lead.state.value)
        self.next_contact.show_day(lead.next_contact)
        self.say("")
        self.open_over()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def record(self) -> None:
        """Store it; what can't be is said in the foot."""
        if self._lead is None:
            return
        if self.next_contact.is_wrong:
            self.say(tr("下次联系要写以后的一天"), wrong=True)
            self.next_contact.setFocus()
            return
        state = LeadState(self.states.current)
        edit = LeadEdit(state, self.note.text(), self.next_contact.day, touch=self.touched.isChecked())
        work = partial(self._context.operator.leads.edit, self._lead.id, edit)
        store(self, self._context, work, tr("记下了 @{0}", self._lead.nickname))

    def _connect(self) -> None:
        self.numbered.connect(self.usual.choose)
        self.submitted.connect(self.record)
        self.note.returnPressed.connect(self.record)
        self.next_contact.line.returnPressed.connect(self.record)

    def _lay_out(self) -> None:
        theme, body = self._theme, self.frame.body
        body.setSpacing(6)
        body.addWidget(TextLabel(theme, tr("备注"), "body", weight=600))
        body.addWidget(self.note)
        body.addWidget(self.touched)
        body.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(TextLabel(theme, tr("走到哪一步"), "body", weight=600))
        row.addStretch()
        row.addWidget(self.states)
        body.addLayout(row)
        body.addSpacing(6)
        body.addWidget(self.usual)
