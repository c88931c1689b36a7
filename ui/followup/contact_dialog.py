"""记一次联系: what was said, on which day, and when to speak next; Enter stores it (mission B6)."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.day_field import DayField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.storing import store
from ui.widgets.usual_days import UsualDays
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import CustomerId
from weibo_operator.services.important_words import cadence_words
from weibo_operator.translation import tr

AGO = {"today": 0, "yesterday": 1, "before": 2}
USUAL = (tr("1 周后"), tr("2 周后"), tr("30 天后"), tr("90 天后"), "")
NO_MORE = tr("不再安排")


class ContactDialog(FormDialog):
    """``recorded`` carries the customer we spoke with."""

    recorded = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("记一次联系"), tr("记下"), width=620)
        self._context = context
        self._customer: CustomerId | None = None
        self._nickname = ""
        self._cadence = 0
        theme = context.theme
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("说了什么"))
        self.note.setPlaceholderText(tr("例如：寄了新品，下周听反馈（可以不填）"))
        self.note.setMaxLength(2_000)
        days = [SegItem("today", tr("今天")), SegItem("yesterday", tr("昨天")), SegItem("before", tr("前天"))]
        self.day = Seg(theme, days, tr("哪天联系的"))
        self.next_contact = DayField(theme, context.operator.desk.now, tr("下次联系"), tr("不再安排下次"))
        self.usual = UsualDays(theme, self.next_contact, tr("下次联系"), USUAL, NO_MORE)
        self._lay_out()
        self._connect()

    def open_for(self, customer: CustomerId) -> None:
        """Begin a new contact; the next date follows from the cadence."""
        if not self.isHidden():
            return
        try:
            card = self._context.operator.important.card(customer)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._customer, self._nickname, self._cadence = customer, card.customer.nickname, card.text.contact_days
        self.frame.set_title(tr("记一次联系"), (f"@{card.customer.nickname}", cadence_words(card.text.contact_days)))
        self.note.clear()
        self.day.set_current("today")
        self.next_contact.show_words(tr("{0} 天后", self._cadence) if self._cadence else "")
        self.say("")
        self.open_over()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def record(self) -> None:
        """Store the contact; what can't be is said in the foot."""
        if self._customer is None:
            return
        if self.next_contact.is_wrong:
            self.say(tr("下次联系要写以后的一天"), wrong=True)
            self.next_contact.setFocus()
            return
        spoken = self._context.operator.desk.now() - timedelta(days=AGO[self.day.current])
        then = self.next_contact.day
        record = partial(
            self._context.operator.important.record_contact,
            self._customer,
            note=self.note.text(),
            at=spoken,
            then=then,
            plan_next=then is not None,
        )
        if store(self, self._context, record, tr("已记下和 @{0} 的联系", self._nickname)):
            self.recorded.emit(self._customer)

    def _connect(self) -> None:
        self.numbered.connect(self.usual.choose)
        self.submitted.connect(self.record)
        self.note.returnPressed.connect(self.record)
        self.next_contact.line.returnPressed.connect(self.record)

    def _lay_out(self) -> None:
        theme, body = self._theme, self.frame.body
        body.setSpacing(6)
        body.addWidget(TextLabel(theme, tr("说了什么"), "body", weight=600))
        body.addWidget(self.note)
        body.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(TextLabel(theme, tr("哪天联系的"), "body", weight=600))
        row.addStretch()
        row.addWidget(self.day)
        body.addLayout(row)
        body.addSpacing(6)
        body.addWidget(self.usual)
