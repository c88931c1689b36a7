"""补救: what was given to make good, and how much; above the limit somebody has to agree (mission D18, D19)."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.followup.doing import customer_of
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.storing import store
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.remedy import RemedyKind, parse_yuan, yuan_words
from weibo_operator.translation import label, tr

KINDS = tuple(RemedyKind)
ASK = 9
"""Alt and this digit hands the question to whoever may decide."""


class RemedyDialog(FormDialog):
    """``handoff_wanted`` carries the ticket whose remedy somebody else is to allow."""

    handoff_wanted = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("补救"), tr("记下"), width=620)
        self._context = context
        self._ticket: TicketId | None = None
        theme = context.theme
        items = [SegItem(str(number), label(kind.value)) for number, kind in enumerate(KINDS, start=1)]
        self.kind = Seg(theme, items, tr("给了什么"))
        self.amount = QLineEdit()
        self.amount.setAccessibleName(tr("金额（元）"))
        self.amount.setPlaceholderText(tr("多少元，例如 29.9"))
        self._amount_title = TextLabel(theme, tr("金额（元）"), "body", weight=600)
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("备注"))
        self.note.setPlaceholderText(tr("例如：原路退回，杯盖另寄（可以不填）"))
        self.note.setMaxLength(500)
        self._approval = QWidget()
        self.approved_by = QLineEdit()
        self.approved_by.setAccessibleName(tr("谁同意的"))
        self.approved_by.setPlaceholderText(tr("负责人的名字"))
        self.approved_by.setMaxLength(40)
        self._over = TextLabel(theme, "", "secondary", "danger_text", wrap=True)
        self.ask_button = KeyButton(theme, tr("请负责人确认"), icon="user", keys=f"Alt {ASK}", height="control_32")
        self._given = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> RemedyKind:
        """What is to be recorded."""
        return KINDS[int(self.kind.current) - 1]

    @property
    def is_over(self) -> bool:
        """Whether somebody has to agree to the amount as typed."""
        return not self._approval.isHidden()

    @property
    def wish(self) -> str:
        """What was to be given, for whoever may allow it: 退款 500 元，两次没修好."""
        cents = self._cents()
        what = f"{self.chosen.value} {yuan_words(cents)} 元" if cents else self.chosen.value
        return "，".join(part for part in (what, self.note.text().strip()) if part)

    def open_for(self, ticket: TicketId) -> None:
        """Begin a new remedy on a ticket; what was given before is shown."""
        if not self.isHidden():
            return
        nickname = customer_of(self._context, ticket)
        if nickname is None:
            return
        self._ticket = ticket
        self.frame.set_title(tr("补救"), (f"#{ticket}", f"@{nickname}"))
        for field in (self.amount, self.note, self.approved_by):
            field.clear()
        self.kind.set_current("1")
        given = self._context.operator.aftercare.remedies(ticket)
        words = tr("、").join(
            tr("{0} {1} 元", label(each.kind.value), yuan_words(each.cents)) if each.cents else label(each.kind.value)
            for each in given
        )
        self._given.setText(tr("已给过：{0}", words) if given else "")
        self._given.setVisible(bool(given))
        self._reread()
        self.open_over()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Alt+digit: what was given, or the way to whoever may decide."""
        if number == ASK and self.is_over:
            self._ask()
        elif 0 < number <= len(KINDS):
            self.kind.set_current(str(number))
            self._reread()
            (self.amount if self.chosen.costs else self.note).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _reread(self) -> None:
        kind = self.chosen
        for part in (self.amount, self._amount_title):
            part.setVisible(kind.costs)
        aftercare, cents = self._context.operator.aftercare, self._cents()
        over = kind.costs and cents is not None and aftercare.is_over_limit(kind, cents)
        self._approval.setVisible(over)
        limit = yuan_words(aftercare.limit(kind))
        self._over.setText(
            tr("{0}超过 {1} 元，需负责人确认：写上谁同意的，或请 TA 确认。", label(kind.value), limit) if over else ""
        )
        self.say(tr("{0} 元以内可以自己决定", limit) if kind.costs else "")
        self._refit()

    @Slot()
    def _record(self) -> None:
        kind, cents, ticket = self.chosen, self._cents(), self._ticket
        if ticket is None:
            return
        if cents is None:
            self.say(tr("金额写成 29.9 这样，最多到分"), wrong=True)
            self.amount.setFocus()
            return
        note, approved_by = self.note.text(), self.approved_by.text()
        give = self._context.operator.aftercare.give
        work = partial(give, ticket, kind, cents, note=note, approved_by=approved_by)
        told = tr("记下补救：{0}{1}", label(kind.value), tr(" {0} 元", yuan_words(cents)) if cents else "")
        store(self, self._context, work, told, refused=self._show_where)

    def _show_where(self, _error: OperatorError) -> None:
        (self.approved_by if self.is_over else self.amount).setFocus()

    @Slot()
    def _ask(self) -> None:
        if self._ticket is not None:
            ticket = self._ticket
            self.close_over()
            self.handoff_wanted.emit(ticket)

    @Slot(str)
    def _choose_kind(self, key: str) -> None:
        self.choose(int(key))

    def _refit(self) -> None:
        """Lines came or went: the card is as high as its content again."""
        if self.isVisible():
            self._settle()
            self.place_card()

    def _cents(self) -> int | None:
        return parse_yuan(self.amount.text()) if self.chosen.costs else 0

    def _connect(self) -> None:
        self.kind.selected.connect(self._choose_kind)
        self.amount.textChanged.connect(self._reread)
        self.numbered.connect(self.choose)
        self.submitted.connect(self._record)
        self.ask_button.clicked.connect(self._ask)
        for field in (self.amount, self.note, self.approved_by):
            field.returnPressed.connect(self.submitted)

    def _lay_out(self) -> None:
        theme, body = self._theme, self.frame.body
        body.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(TextLabel(theme, tr("给了什么"), "body", weight=600))
        row.addStretch()
        row.addWidget(TextLabel(theme, tr("按 Alt 加数字选"), "secondary", "text2"))
        body.addLayout(row)
        kinds = QHBoxLayout()
        kinds.addWidget(self.kind)
        kinds.addStretch()
        body.addLayout(kinds)
        body.addWidget(self._amount_title)
        body.addWidget(self.amount)
        body.addWidget(TextLabel(theme, tr("备注"), "body", weight=600))
        body.addWidget(self.note)
        approval = QHBoxLayout(self._approval)
        approval.setContentsMargins(0, 0, 0, 0)
        approval.addWidget(TextLabel(theme, tr("谁同意的"), "body", weight=600))
        approval.addWidget(self.approved_by, 1)
        approval.addWidget(self.ask_button)
        body.addWidget(self._over)
        body.addWidget(self._approval)
        body.addWidget(self._given)
