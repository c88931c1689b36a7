"""稍后、安排回访: one line typed as people say it (明天下午, 3天后), or one of five usual answers by Alt+digit."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.support.context import Context
from ui.support.seen import Seen
from ui.support.texts import sentence
from ui.support.when import parse_when
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.followup import FollowUp
from weibo_operator.domain.ids import TicketId
from weibo_operator.services.wording import clock_words, duration_words
from weibo_operator.translation import tr

LATER = (tr("1 小时后"), tr("今天 18:00"), tr("明早 9 点"), tr("明天下午"), tr("下周一"))
VISIT = (tr("明天上午"), tr("明天下午"), tr("3 天后"), tr("下周一"), tr("1 周后"))
LATER_USUAL, VISIT_USUAL = LATER[2], VISIT[2]
LATER_HINT = tr("到时间前不排队；客户再说话会马上回来")
VISIT_HINT = tr("到期会排到“待回访”")


class PlanDialog(FormDialog):
    """Puts a waiting ticket off, or plans the visit of an answered one; which of them the ticket decides."""

    planned = Signal(object)
    """The ticket put off or planned for."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("安排回访"), tr("确定"), width=620)
        self._context = context
        self._ticket: TicketId | None = None
        self._visit = True
        self._seen = Seen(context)
        theme = context.theme
        self.when = QLineEdit()
        self.when.setAccessibleName(tr("什么时候"))
        self._meant = TextLabel(theme, "", "secondary", "text2")
        self.choices = tuple(
            KeyButton(theme, "", keys=str(number), height="control_32") for number in range(1, len(VISIT) + 1)
        )
        self._question_title = TextLabel(theme, tr("这次要问"), "body", weight=600)
        self.question = QLineEdit()
        self.question.setAccessibleName(tr("这次要问"))
        self.question.setPlaceholderText(tr("例如：新机用得怎么样，有没有坏点"))
        self._lay_out()
        self._connect()

    @property
    def meant(self) -> str:
        """What the dialog says it understood."""
        return self._meant.text()

    @property
    def plans_visit(self) -> bool:
        """True for 安排回访, False for 稍后."""
        return self._visit

    def open_for(self, ticket: TicketId) -> None:
        """S on a ticket: 稍后 while the customer waits for us, else 安排回访."""
        try:
            view = self._context.operator.inbox.view(ticket)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        waits = view.ticket.waiting_since is not None
        self._begin(ticket, view.customer.nickname, tr("稍后处理") if waits else tr("安排回访"), visit=not waits)

    def open_visit(self, visit: FollowUp) -> None:
        """延期: another time for a visit, with its question kept."""
        self._begin(
            visit.ticket_id,
            visit.nickname,
            tr("延期回访"),
            visit=True,
            question=visit.question.removeprefix("回访："),
        )

    @Slot(int)
    def choose(self, number: int) -> None:
        """Fill in one of the usual answers."""
        words = self._words()
        if 0 < number <= len(words):
            self.when.setText(words[number - 1])
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _reread(self) -> None:
        now, due = self._context.operator.desk.now(), self._due()
        if due is None:
            self._meant.setText(tr("没看懂这个时间，试试“明天下午”“3天后”“下周一”“11-25 9:00”"))
        elif due <= now:
            self._meant.setText(tr("{0} 已经过了", clock_words(due, now)))
        else:
            self._meant.setText(tr("{0}，还有 {1}", clock_words(due, now), duration_words(due - now)))
        self._meant.set_role("text2" if due is not None and due > now else "danger_text")

    @Slot()
    def _record(self) -> None:
        due, ticket = self._due(), self._ticket
        if due is None or ticket is None:
            self.say(tr("先写清楚什么时候"), wrong=True)
            return
        try:
            done = self._plan(ticket, due)
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            self._seen.look_again(error, (ticket,))
            return
        self.close_over()
        self._context.news.undoable.emit(done)
        self.planned.emit(ticket)

    @Slot()
    def _choose_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton) and sender in self.choices:
            self.choose(self.choices.index(sender) + 1)

    def _plan(self, ticket: TicketId, due: datetime) -> str:
        """Do it; returns the sentence about it."""
        operator = self._context.operator
        words = clock_words(due, operator.desk.now())
        if not self._visit:
            snoozed = operator.inbox.snooze(ticket, until=due, seen_to=self._seen.to)
            self._context.news.tell(snoozed.changes)
            return tr("{0} 前不再排队", words)
        question = self.question.text().strip()
        planned = operator.follow_ups.plan(ticket, due_at=due, question=question, seen_to=self._seen.to)
        self._context.news.tell(planned.changes)
        return tr("已安排 {0} 回访", words)

    def _begin(self, ticket: TicketId, nickname: str, title: str, *, visit: bool, question: str = "") -> None:
        self._ticket, self._visit = ticket, visit
        self._seen.begin()
        self.frame.set_title(title, (f"#{ticket}", nickname))
        for button, words in zip(self.choices, self._words(), strict=True):
            button.set_content(words, keys=button.keys)
        self.question.setText(question)
        for widget in (self._question_title, self.question):
            widget.setVisible(visit)
        self.say(VISIT_HINT if visit else LATER_HINT)
        self.when.setText(VISIT_USUAL if visit else LATER_USUAL)
        self._reread()
        self.open_over()
        self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        self.when.selectAll()

    def _words(self) -> tuple[str, ...]:
        return VISIT if self._visit else LATER

    def _due(self) -> datetime | None:
        operator = self._context.operator
        return parse_when(self.when.text(), operator.desk.now(), days=operator.follow_ups.work_days)

    def _connect(self) -> None:
        self.when.textChanged.connect(self._reread)
        self.when.returnPressed.connect(self.submitted)
        self.question.returnPressed.connect(self.submitted)
        self.numbered.connect(self.choose)
        self.submitted.connect(self._record)
        for button in self.choices:
            button.clicked.connect(self._choose_clicked)

    def _lay_out(self) -> None:
        body = self.frame.body
        body.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(TextLabel(self._theme, tr("什么时候"), "body", weight=600))
        row.addStretch()
        row.addWidget(TextLabel(self._theme, tr("直接写，或按 Alt 加数字选"), "secondary", "text2"))
        body.addLayout(row)
        body.addWidget(self.when)
        body.addWidget(self._meant)
        usual = QWidget()
        flow = FlowLayout(usual)
        for button in self.choices:
            flow.addWidget(button)
        body.addSpacing(4)
        body.addWidget(usual)
        body.addSpacing(6)
        body.addWidget(self._question_title)
        body.addWidget(self.question)
