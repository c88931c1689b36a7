"""这是替谁问的: names the person meant; an empty field says the customer asks for themselves (mission A17)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.reply.behalf_words import noted_words
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.translation import tr

USUAL = (tr("家人"), tr("朋友"))
ITSELF = tr("TA 自己")
MOST = 9
LONGEST = 31


class BehalfDialog(FormDialog):
    """``done`` carries the ticket whose relation was changed."""

    done = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("这是替谁问的"), tr("保存"), width=560)
        self._context = context
        self._ticket: TicketId | None = None
        self.choices: dict[KeyButton, str] = {}
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("替谁问的"))
        self.name.setPlaceholderText(tr("@昵称，或者写妈妈、朋友；空着就是 TA 自己"))
        self.name.setMaxLength(LONGEST)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        body = self.frame.body
        body.setSpacing(8)
        body.addWidget(TextLabel(context.theme, tr("真正遇到问题的是谁"), "body", weight=600))
        body.addWidget(self.name)
        body.addWidget(self._holder)
        hint = tr("写 @昵称 会连到那位客户的工单，两边都看得到。直接写，或按 Alt 加数字选。")
        body.addWidget(TextLabel(context.theme, hint, "secondary", "text2", wrap=True))
        self.submitted.connect(self.save)
        self.numbered.connect(self.choose)
        self.name.returnPressed.connect(self.save)

    def open_for(self, ticket: TicketId) -> None:
        """Show what is known now and who is named in the message."""
        if not self.isHidden():
            return
        people = self._context.operator.people
        try:
            names = people.candidates(ticket)
            nickname = self._context.operator.inbox.view(ticket).customer.nickname
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
            return
        behalf = people.on_behalf(ticket)
        self._ticket = ticket
        self.frame.set_title(tr("这是替谁问的"), (f"@{nickname}", f"#{ticket}"))
        self._offer((*names[: MOST - len(USUAL) - 1], *USUAL, ITSELF))
        self.name.setText("" if behalf is None else behalf.meant.shown)
        self.say("")
        self.open_over()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    @Slot(int)
    def choose(self, number: int) -> None:
        """Alt+digit: one of the names offered."""
        if 0 < number <= len(self.choices):
            self._take(tuple(self.choices.values())[number - 1])

    @Slot()
    def save(self) -> None:
        """Store whom the customer asks for; what can't be is said in the foot."""
        if self._ticket is None:
            return
        name = self.name.text().strip()
        try:
            outcome = self._context.operator.people.set_on_behalf(self._ticket, "" if name == ITSELF else name)
        except OperatorError as error:
            self.say(sentence(error), wrong=True)
            return
        self.close_over()
        if outcome.operation is not None:
            self._context.news.tell(outcome.changes)
            words = noted_words(name) if name and name != ITSELF else tr("记下了：TA 替自己问")
            self._context.news.undoable.emit(words)
        self.done.emit(self._ticket)

    @Slot()
    def _choose_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton) and sender in self.choices:
            self._take(self.choices[sender])

    def _take(self, name: str) -> None:
        self.name.setText("" if name == ITSELF else name)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, names: tuple[str, ...]) -> None:
        for button in self.choices:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.choices = {}
        for number, name in enumerate(names, start=1):
            button = KeyButton(self._theme, name, keys=f"Alt {number}", height="control_32", parent=self._holder)
            button.clicked.connect(self._choose_clicked)
            self.choices[button] = name
            self._flow.addWidget(button)
            button.show()
