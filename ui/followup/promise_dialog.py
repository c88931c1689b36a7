"""承诺 of one ticket: kept, no promise, another time; or one noted that was made elsewhere (mission D17, E3)."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.followup.doing import customer_of
from ui.followup.promise_settling import cancel_promise, keep_promise
from ui.support.context import Context
from ui.support.texts import sentence
from ui.support.when import parse_when
from ui.widgets.button import KeyButton
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import TextBox
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import PromiseId, TicketId
from weibo_operator.domain.promise_record import RecordedPromise
from weibo_operator.services.promise_words import promise_line
from weibo_operator.services.promises import LONGEST
from weibo_operator.services.wording import clock_words, duration_words
from weibo_operator.translation import tr

USUAL = tr("明天 18:00")
NEW_HINT = tr("回复里的承诺会自动记，这里记电话里的")
OPEN_HINT = tr("放进回复框，发出后自动记下新时间")


class PromiseDialog(FormDialog):
    """One open promise to decide about, or the lines for a new one; which of them the ticket decides."""

    told = Signal(object, str)
    """The ticket and the words for its customer about a new time."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("承诺"), tr("告诉客户新时间"), width=620)
        self._context = context
        self._ticket: TicketId | None = None
        self._promise: RecordedPromise | None = None
        theme = context.theme
        self._line = TextLabel(theme, "", "body", weight=600, wrap=True)
        self._more = TextLabel(theme, "", "secondary", "text2")
        self.what = QLineEdit()
        self.what.setAccessibleName(tr("答应了什么"))
        self.what.setPlaceholderText(tr("例如：给他补寄一个杯盖"))
        self.what.setMaxLength(LONGEST)
        self.when = QLineEdit()
        self.when.setAccessibleName(tr("什么时候"))
        self._meant = TextLabel(theme, "", "secondary", "text2")
        self._words = TextBox(theme, tr("写给客户的话"), max_lines=4)
        self._words_title = TextLabel(theme, tr("写给客户的话"), "body", weight=600)
        self.kept_button = KeyButton(theme, tr("已兑现"), icon="check", keys="Alt 1", height="control_32")
        self.cancel_button = KeyButton(theme, tr("不算承诺"), keys="Alt 2", height="control_32")
        self.time_button = KeyButton(theme, tr("只改记录的时间"), keys="Alt 3", height="control_32")
        self._decisions = QWidget()
        self._what_title = TextLabel(theme, tr("答应了什么"), "body", weight=600)
        self._lay_out()
        self._connect()

    @property
    def meant(self) -> str:
        """What the dialog says it understood."""
        return self._meant.text()

    @property
    def words(self) -> str:
        """What would be written to the customer."""
        return self._words.text

    def open_for(self, ticket: TicketId) -> None:
        """F2 on a ticket: its most pressing open promise, or a new one."""
        if not self.isHidden():
            return
        nickname = customer_of(self._context, ticket)
        if nickname is None:
            return
        known = self._context.operator.promises.open_of_ticket(ticket)
        self._begin(ticket, nickname, known[0] if known else None, more=max(0, len(known) - 1))

    def open_promise(self, promise: PromiseId) -> None:
        """A promise chosen in the list."""
        if not self.isHidden():
            return
        try:
            found = self._context.operator.promises.get(promise)
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        self._begin(found.ticket_id, found.nickname, found, more=0)

    @Slot(int)
    def decide(self, number: int) -> None:
        """Alt+1 kept, Alt+2 no promise, Alt+3 only the time of the record."""
        if self._promise is None:
            return
        if number == 3:
            self._move(self._promise)
            return
        decide = {1: keep_promise, 2: cancel_promise}.get(number)
        if decide is not None and decide(self._context, self._promise):
            self.close_over()

    @Slot()
    def _accept(self) -> None:
        due, ticket = self._due(), self._ticket
        if due is None or ticket is None:
            self.say(tr("先写清楚什么时候"), wrong=True)
            return
        service = self._context.operator.promises
        try:
            if self._promise is None:
                outcome = service.note(ticket, self.what.text(), due)
                self._context.news.tell(outcome.changes)
                self._finish(tr("记下了，{0} 前兑现", clock_words(due, self._context.operator.desk.now())))
                return
            words = service.interim(self._promise.id, due)
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        self.close_over()
        self.told.emit(ticket, words)

    @Slot()
    def _reread(self) -> None:
        now, due = self._context.operator.desk.now(), self._due()
        is_good = due is not None and due > now
        if due is None:
            self._meant.setText(tr("没看懂这个时间，试试“明天 18:00”“3 个工作日后”“节后第一天”"))
        elif not is_good:
            self._meant.setText(tr("{0} 已经过了", clock_words(due, now)))
        else:
            self._meant.setText(tr("{0}，还有 {1}", clock_words(due, now), duration_words(due - now)))
        self._meant.set_role("text2" if is_good else "danger_text")
        known = self._promise
        told = self._context.operator.promises.interim(known.id, due) if known and due is not None and is_good else ""
        self._words.show_text(told)
        for part in (self._words, self._words_title):
            part.setVisible(bool(told))
        self._refit()

    @Slot()
    def _decide_clicked(self) -> None:
        buttons = (self.kept_button, self.cancel_button, self.time_button)
        sender = self.sender()
        if isinstance(sender, KeyButton) and sender in buttons:
            self.decide(buttons.index(sender) + 1)

    def _move(self, promise: RecordedPromise) -> None:
        due = self._due()
        if due is None:
            self.say(tr("先写清楚什么时候"), wrong=True)
            return
        try:
            outcome = self._context.operator.promises.move(promise.id, due)
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        self._context.news.tell(outcome.changes)
        self._finish(tr("承诺的时间改为 {0}", clock_words(due, self._context.operator.desk.now())))

    def _finish(self, words: str) -> None:
        self.close_over()
        self._context.news.undoable.emit(words)

    def _begin(self, ticket: TicketId, nickname: str, promise: RecordedPromise | None, *, more: int) -> None:
        self._ticket, self._promise = ticket, promise
        now = self._context.operator.desk.now()
        known = promise is not None
        self.frame.set_title(tr("承诺") if known else tr("记一条承诺"), (f"#{ticket}", f"@{nickname}"))
        self.accept_button.set_content(tr("告诉客户新时间") if known else tr("记下"), keys="Ctrl ↵")
        self._line.setText("" if promise is None else tr("承诺：{0}", promise_line(promise, now)))
        self._more.setText(tr("这张工单还有 {0} 条承诺，在“回访”的“承诺”里", more) if more else "")
        self.what.clear()
        for part in (self._line, self._decisions):
            part.setVisible(known)
        self._more.setVisible(bool(more))
        for part in (self.what, self._what_title):
            part.setVisible(not known)
        self.say(OPEN_HINT if known else NEW_HINT)
        self.when.setText(USUAL)
        self._reread()
        self.open_over()
        (self.when if known else self.what).setFocus(Qt.FocusReason.OtherFocusReason)
        self.when.selectAll()

    def _refit(self) -> None:
        """Lines came or went: the card is as high as its content again."""
        if self.isVisible():
            self._settle()
            self.place_card()

    def _due(self) -> datetime | None:
        operator = self._context.operator
        return parse_when(self.when.text(), operator.desk.now(), day_hour=18, days=operator.follow_ups.work_days)

    def _connect(self) -> None:
        self.when.textChanged.connect(self._reread)
        self.when.returnPressed.connect(self.submitted)
        self.what.returnPressed.connect(self.submitted)
        self.numbered.connect(self.decide)
        self.submitted.connect(self._accept)
        for button in (self.kept_button, self.cancel_button, self.time_button):
            button.clicked.connect(self._decide_clicked)

    def _lay_out(self) -> None:
        theme, body = self._theme, self.frame.body
        body.setSpacing(6)
        body.addWidget(self._line)
        body.addWidget(self._more)
        row = QHBoxLayout(self._decisions)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(6)
        for button in (self.kept_button, self.cancel_button, self.time_button):
            row.addWidget(button)
        row.addStretch()
        body.addWidget(self._decisions)
        body.addWidget(self._what_title)
        body.addWidget(self.what)
        body.addWidget(TextLabel(theme, tr("什么时候"), "body", weight=600))
        body.addWidget(self.when)
        body.addWidget(self._meant)
        body.addWidget(self._words_title)
        body.addWidget(self._words)
