"""线下已解决 → 线上反馈: how it was solved outside, and the link to what the customer said about it (mission E11)."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.followup.doing import customer_of
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.storing import store
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

ASKING = "很高兴问题已经解决。方便的话，想请您在这条微博下说一句处理的结果，让有同样问题的朋友也放心，谢谢您。"
HINT = tr("没有链接就排进回访，提醒你请 TA 说一句")
ASK, LOOK, DROP = 1, 2, 3
"""Alt and these digits: ask the customer, look at the public result, not solved outside after all."""


class OfflineDialog(FormDialog):
    """``asked`` carries the ticket and the words that ask the customer for a public word."""

    asked = Signal(object, str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("线下已解决"), tr("记下"), width=620)
        self._context = context
        self._ticket: TicketId | None = None
        theme = context.theme
        self.how = QLineEdit()
        self.how.setAccessibleName(tr("怎么解决的"))
        self.how.setPlaceholderText(tr("例如：电话里讲好，门店换了新的"))
        self.how.setMaxLength(500)
        self.link = QLineEdit()
        self.link.setAccessibleName(tr("线上反馈的链接"))
        self.link.setPlaceholderText(tr("客户在微博上说结果的那一条，https://weibo.com/……"))
        self._told = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self.ask_button = KeyButton(
            theme, tr("记下并请 TA 说一句"), icon="send", keys=f"Alt {ASK}", height="control_32"
        )
        self.look_button = KeyButton(
            theme, tr("打开链接"), icon="external-link", keys=f"Alt {LOOK}", height="control_32"
        )
        self.drop_button = KeyButton(theme, tr("不算"), icon="trash-2", keys=f"Alt {DROP}", height="control_32")
        self._lay_out()
        self._connect()

    def open_for(self, ticket: TicketId) -> None:
        """Show how a ticket was solved outside, or ask for it."""
        if not self.isHidden():
            return
        nickname = customer_of(self._context, ticket)
        if nickname is None:
            return
        noted = self._context.operator.offline.of_ticket(ticket)
        now = self._context.operator.desk.now()
        self._ticket = ticket
        self.frame.set_title(tr("线下已解决"), (f"#{ticket}", f"@{nickname}"))
        self.how.setText("" if noted is None else noted.how)
        self.link.setText("" if noted is None else noted.link)
        told = "" if noted is None else tr("{0} 记下", clock_words(noted.solved_at, now))
        if noted is not None and noted.linked_at is not None:
            told = tr("{0}，{1} 有了线上反馈", told, clock_words(noted.linked_at, now))
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self.look_button.setVisible(noted is not None and noted.is_fed_back)
        self.drop_button.setVisible(noted is not None)
        self.say(HINT)
        self.open_over()
        (self.how if noted is None else self.link).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Alt+1 note it and ask the customer, Alt+2 look at the result, Alt+3 not solved outside after all."""
        if number == ASK:
            self.ask()
        elif number == LOOK and not self.look_button.isHidden():
            self.look()
        elif number == DROP and not self.drop_button.isHidden():
            self.drop()

    @Slot()
    def ask(self) -> None:
        """Note it, and put the question for a public word into the reply."""
        ticket = self._ticket
        if ticket is not None and self.record():
            self.asked.emit(ticket, ASKING)

    @Slot()
    def look(self) -> None:
        """Open the public result."""
        if not self._context.desktop.open_page(self.link.text().strip()):
            self.say(tr("这里还没有能打开的链接"), wrong=True)

    @Slot()
    def record(self) -> bool:
        """Note it; False when it can't be."""
        if self._ticket is None:
            return False
        how, link = self.how.text(), self.link.text()
        work = partial(self._context.operator.offline.record, self._ticket, how, link=link)
        told = tr("线下已解决，线上反馈记下了") if link.strip() else tr("线下已解决，还等线上反馈")
        return store(self, self._context, work, told, refused=self._show_where) is not None

    @Slot()
    def drop(self) -> None:
        """It was not solved outside after all."""
        if self._ticket is not None:
            work = partial(self._context.operator.offline.drop, self._ticket)
            store(self, self._context, work, tr("不算线下解决"))

    def _show_where(self, error: OperatorError) -> None:
        (self.link if error.data.get("field") == "link" else self.how).setFocus()

    def _connect(self) -> None:
        self.numbered.connect(self.choose)
        self.submitted.connect(self.record)
        self.ask_button.clicked.connect(self.ask)
        self.look_button.clicked.connect(self.look)
        self.drop_button.clicked.connect(self.drop)
        for field in (self.how, self.link):
            field.returnPressed.connect(self.submitted)

    def _lay_out(self) -> None:
        theme, body = self._theme, self.frame.body
        body.setSpacing(6)
        body.addWidget(TextLabel(theme, tr("怎么解决的"), "body", weight=600))
        body.addWidget(self.how)
        body.addWidget(TextLabel(theme, tr("线上反馈的链接（还没有就空着）"), "body", weight=600))
        body.addWidget(self.link)
        body.addWidget(self._told)
        ways = QHBoxLayout()
        for button in (self.ask_button, self.look_button, self.drop_button):
            ways.addWidget(button)
        ways.addStretch()
        body.addLayout(ways)
