"""博友解答: who answered the customer in our place, what they said, and thanks (mission F8, F9)."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.followup.doing import customer_of
from ui.followup.peer_words import thanks_to
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.storing import store
from ui.widgets.writing_field import WritingField
from weibo_operator.domain.community import PeerCandidate
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import TicketId
from weibo_operator.services.community import CANDIDATES
from weibo_operator.translation import tr

HEIGHT = 72
THANK, DROP = 4, 5
"""Alt and these digits: mark and thank, not an answer after all."""


class PeerDialog(FormDialog):
    """``thanked`` carries the ticket and the words of thanks for the reply."""

    thanked = Signal(object, str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("博友解答"), tr("记下并完成"), width=620)
        self._context = context
        self._ticket: TicketId | None = None
        self._candidates: tuple[PeerCandidate, ...] = ()
        theme = context.theme
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("哪位博友"))
        self.name.setPlaceholderText(tr("博友的昵称"))
        self.name.setMaxLength(31)
        self._offers = QWidget()
        self.offer_buttons = tuple(
            KeyButton(theme, "", icon="user", keys=f"Alt {number}", height="control_28")
            for number in range(1, CANDIDATES + 1)
        )
        self.words = WritingField()
        self.words.setAccessibleName(tr("TA 的回答"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(theme.px(HEIGHT))
        self.link = QLineEdit()
        self.link.setAccessibleName(tr("TA 那条回答的链接"))
        self.link.setPlaceholderText(tr("https://weibo.com/……（可以不填）"))
        self.thank_button = KeyButton(theme, tr("记下并道谢"), icon="send", keys=f"Alt {THANK}", height="control_32")
        self.drop_button = KeyButton(theme, tr("不算博友解答"), icon="trash-2", keys=f"Alt {DROP}", height="control_32")
        self._lay_out()
        self._connect()

    def open_for(self, ticket: TicketId) -> None:
        """Show who answered a ticket's customer, or who may have."""
        if not self.isHidden():
            return
        nickname = customer_of(self._context, ticket)
        if nickname is None:
            return
        community = self._context.operator.community
        marked = community.of_ticket(ticket)
        self._ticket = ticket
        self._candidates = community.candidates(ticket) if marked is None else ()
        self.frame.set_title(tr("博友解答"), (f"#{ticket}", f"@{nickname}"))
        self.name.setText("" if marked is None else marked.nickname)
        self.words.setPlainText("" if marked is None else marked.said)
        self.link.setText("" if marked is None else marked.link)
        if len(self._candidates) == 1:
            self._fill(self._candidates[0])
        self._show_offers()
        self.drop_button.setVisible(marked is not None)
        self.say(tr("完成的原因写“由博友解答”，周报另外数"))
        self.open_over()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Alt+1 to 3 one of those who may have answered, Alt+4 mark and thank, Alt+5 not an answer after all."""
        if 0 < number <= len(self._candidates):
            self._fill(self._candidates[number - 1])
        elif number == THANK:
            self.thank()
        elif number == DROP and not self.drop_button.isHidden():
            self.drop()

    @Slot()
    def thank(self) -> None:
        """Mark it, leave the ticket open, and put thanks into the reply."""
        ticket, name = self._ticket, self.name.text().strip().lstrip("@＠")
        if ticket is not None and self._mark(finish=False):
            self.thanked.emit(ticket, thanks_to(name))

    @Slot()
    def finish(self) -> None:
        """Mark it; the ticket is finished."""
        self._mark(finish=True)

    @Slot()
    def drop(self) -> None:
        """Nobody else answered after all."""
        if self._ticket is not None:
            work = partial(self._context.operator.community.drop, self._ticket)
            store(self, self._context, work, tr("不算博友解答"))

    def _mark(self, *, finish: bool) -> bool:
        if self._ticket is None:
            return False
        said, link = self.words.toPlainText(), self.link.text()
        mark = self._context.operator.community.mark
        work = partial(mark, self._ticket, self.name.text(), said=said, link=link, finish=finish)
        told = tr("由博友解答，已完成") if finish else tr("记下了由博友解答")
        return store(self, self._context, work, told, refused=self._show_where) is not None

    def _show_where(self, error: OperatorError) -> None:
        (self.link if error.data.get("field") == "link" else self.name).setFocus()

    def _fill(self, candidate: PeerCandidate) -> None:
        self.name.setText(candidate.nickname)
        self.words.setPlainText(candidate.said)
        self.link.setText(candidate.link)

    def _show_offers(self) -> None:
        self._offers.setVisible(bool(self._candidates))
        for number, button in enumerate(self.offer_buttons):
            button.setVisible(number < len(self._candidates))
            if number < len(self._candidates):
                button.set_content(f"@{self._candidates[number].nickname}", "user", button.keys)

    @Slot()
    def _offer(self) -> None:
        sender = self.sender()
        if isinstance(sender, KeyButton) and sender in self.offer_buttons:
            self.choose(self.offer_buttons.index(sender) + 1)

    def _connect(self) -> None:
        self.numbered.connect(self.choose)
        self.submitted.connect(self.finish)
        self.thank_button.clicked.connect(self.thank)
        self.drop_button.clicked.connect(self.drop)
        for button in self.offer_buttons:
            button.clicked.connect(self._offer)
        for field in (self.name, self.link):
            field.returnPressed.connect(self.submitted)

    def _lay_out(self) -> None:
        theme, body = self._theme, self.frame.body
        body.setSpacing(6)
        body.addWidget(TextLabel(theme, tr("哪位博友"), "body", weight=600))
        body.addWidget(self.name)
        offers = FlowLayout(self._offers)
        for button in self.offer_buttons:
            offers.addWidget(button)
        body.addWidget(self._offers)
        body.addWidget(TextLabel(theme, tr("TA 的回答（可以不填）"), "body", weight=600))
        body.addWidget(self.words)
        body.addWidget(TextLabel(theme, tr("TA 那条回答的链接"), "body", weight=600))
        body.addWidget(self.link)
        ways = QHBoxLayout()
        ways.addWidget(self.thank_button)
        ways.addWidget(self.drop_button)
        ways.addStretch()
        body.addLayout(ways)
