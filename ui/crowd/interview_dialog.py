"""开一场问答: under which of our posts, who answers, for when it was announced (mission G14)."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.support.context import Context
from ui.support.when import parse_when
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.storing import store
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.interview import WHO_LONGEST
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

HINT = tr("这条微博下面的提问都归这一场，早来的也算")
NOT_UNDERSTOOD = tr("没看懂这个时间，可以写“今天 19:30”或“11-25 20:00”")


class InterviewDialog(FormDialog):
    """``begun`` carries the session."""

    begun = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("开一场问答"), tr("开始"), width=620)
        self._context = context
        self.link = _line(tr("在哪条微博下面问答"), tr("我们自己发的那条微博的链接，https://weibo.com/……"))
        self.who = _line(tr("谁来回答"), tr("例如：产品总监王敏"))
        self.who.setMaxLength(WHO_LONGEST)
        self.planned = _line(tr("预定几点"), tr("今天 19:30、明天下午、11-25 20:00；不填就是现在"))
        self._meant = TextLabel(context.theme, "", "meta", "text2")
        self._lay_out()
        self.submitted.connect(self.begin)
        for line in (self.link, self.who, self.planned):
            line.returnPressed.connect(self.submitted)
        self.planned.textChanged.connect(self._say_time)

    @property
    def meant(self) -> str:
        """What the time was understood as."""
        return self._meant.text()

    def open_for(self, ticket: TicketId | None) -> None:
        """Ask for it; the post of the ticket's thread is filled in where it is known."""
        link = "" if ticket is None else self._context.operator.interviews.link_of(ticket)
        self.link.setText(link)
        self.who.clear()
        self.planned.clear()
        self._say_time()
        self.say(HINT)
        self.open_over()
        (self.who if link else self.link).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def begin(self) -> None:
        """Begin it; what can't be is said in the foot."""
        operator = self._context.operator
        now = operator.desk.now()
        planned = parse_when(self.planned.text(), now) if self.planned.text().strip() else now
        if planned is None:
            self.say(NOT_UNDERSTOOD, wrong=True)
            self.planned.setFocus()
            return
        work = partial(operator.interviews.begin, self.who.text(), planned, link=self.link.text())
        told = tr("{0}的问答场开始了", self.who.text().strip())
        outcome = store(self, self._context, work, told, refused=self._show_refused)
        if outcome is not None:
            self.begun.emit(outcome.value)

    def _show_refused(self, error: OperatorError) -> None:
        (self.who if error.data.get("field") == "who" else self.link).setFocus()

    @Slot()
    def _say_time(self) -> None:
        now = self._context.operator.desk.now()
        words = self.planned.text().strip()
        found = parse_when(words, now) if words else now
        self._meant.setText(NOT_UNDERSTOOD if found is None else clock_words(found, now) if words else tr("现在"))

    def _lay_out(self) -> None:
        body = self.frame.body
        body.setSpacing(6)
        for line in (self.link, self.who, self.planned):
            body.addWidget(TextLabel(self._theme, line.accessibleName(), "body", weight=600))
            body.addWidget(line)
        body.addWidget(self._meant)


def _line(name: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    line.setMaxLength(500)
    return line
