"""收下好评: the customer's words, whether they agreed to be quoted, and thanks (mission A13, F6)."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.followup.doing import customer_of
from ui.followup.praise_rows import told_lines
from ui.followup.praise_words import ONLY_THANKS, THANKS
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from ui.widgets.storing import store
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.praise import Permission
from weibo_operator.translation import Text, label, tr

HEIGHT = 96


class PraiseDialog(FormDialog):
    """``thanked`` carries the ticket and the words of thanks for the customer."""

    thanked = Signal(object, str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("收下好评"), tr("收下"), width=620)
        self._context = context
        self._ticket: TicketId | None = None
        theme = context.theme
        self.words = WritingField()
        self.words.setAccessibleName(tr("客户的原话"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(theme.px(HEIGHT))
        items = [SegItem(choice.value, format(Text(label(choice.label)), "cap")) for choice in Permission]
        self.permission = Seg(theme, items, tr("能不能引用"))
        self.thank_button = KeyButton(theme, tr("收下并道谢"), icon="send", keys="Alt 4", height="control_32")
        self.drop_button = KeyButton(theme, tr("不收了"), icon="trash-2", keys="Alt 5", height="control_32")
        self._lay_out()
        self._connect()

    def open_for(self, ticket: TicketId) -> None:
        """Show what was kept of a ticket, or the words worth keeping."""
        if not self.isHidden():
            return
        aftercare = self._context.operator.aftercare
        nickname = customer_of(self._context, ticket)
        if nickname is None:
            return
        kept = aftercare.testimonial(ticket)
        self._ticket = ticket
        self.frame.set_title(tr("收下好评"), (f"#{ticket}", f"@{nickname}"))
        self.words.setPlainText(aftercare.praise_of(ticket) if kept is None else kept.text)
        self.permission.set_current((Permission.NOT_ASKED if kept is None else kept.permission).value)
        self.drop_button.setVisible(kept is not None)
        told = () if kept is None else told_lines(kept, self._context.operator.desk.now())[1:]
        self.say(
            tr("没征得同意的不要拿去宣传") if kept is None else tr("{0}。没征得同意的不要拿去宣传", tr("，").join(told))
        )
        self.open_over()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Alt+1 to 3 the permission, Alt+4 keep and thank, Alt+5 keep it no longer."""
        choices = tuple(Permission)
        if 0 < number <= len(choices):
            self.permission.set_current(choices[number - 1].value)
        elif number == 4:
            self.thank()
        elif number == 5 and not self.drop_button.isHidden():
            self.drop()

    @Slot()
    def thank(self) -> None:
        """Keep it, and put thanks into the reply."""
        ticket = self._ticket
        asked = self.permission.current == Permission.NOT_ASKED.value
        if ticket is not None and self.keep():
            self.thanked.emit(ticket, THANKS if asked else ONLY_THANKS)

    @Slot()
    def keep(self) -> bool:
        """Keep it; False when it can't be."""
        if self._ticket is None:
            return False
        chosen, words = Permission(self.permission.current), self.words.toPlainText()
        work = partial(self._context.operator.aftercare.keep_praise, self._ticket, words, chosen)
        return store(self, self._context, work, tr("收下了这条好评，{0}", label(chosen.label))) is not None

    @Slot()
    def drop(self) -> None:
        """Keep it no longer."""
        if self._ticket is not None:
            work = partial(self._context.operator.aftercare.drop_praise, self._ticket)
            store(self, self._context, work, tr("不再收着这条好评"))

    def _connect(self) -> None:
        self.numbered.connect(self.choose)
        self.submitted.connect(self.keep)
        self.thank_button.clicked.connect(self.thank)
        self.drop_button.clicked.connect(self.drop)

    def _lay_out(self) -> None:
        theme, body = self._theme, self.frame.body
        body.setSpacing(6)
        body.addWidget(TextLabel(theme, tr("客户的原话"), "body", weight=600))
        body.addWidget(self.words)
        row = QHBoxLayout()
        row.addWidget(TextLabel(theme, tr("能不能引用"), "body", weight=600))
        row.addStretch()
        row.addWidget(TextLabel(theme, tr("按 Alt 加数字选"), "secondary", "text2"))
        body.addLayout(row)
        choices = QHBoxLayout()
        choices.addWidget(self.permission)
        choices.addStretch()
        body.addLayout(choices)
        ways = QHBoxLayout()
        ways.addWidget(self.thank_button)
        ways.addWidget(self.drop_button)
        ways.addStretch()
        body.addLayout(ways)
