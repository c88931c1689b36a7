"""The right panel of the list 热心博友: every answer with our thanks, and the ways to thank."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.followup.customer_head import CustomerHead, page_button
from ui.followup.helpful_rows import NO_WORDS, helpful_person, log_line
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import SidePanel, TextBox
from weibo_operator.domain.community import HelpfulUser
from weibo_operator.translation import tr

WIDTH = 332
LOGGED = 8
"""So many answers are told, the latest first."""


class HelpfulPanel(SidePanel):
    """Shows one helpful user; the signals carry what was pressed."""

    noted = Signal()
    edit_asked = Signal()
    answer_asked = Signal()
    open_asked = Signal()
    page_asked = Signal()
    thanks_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这位博友"), WIDTH, parent)
        self.page_button = page_button(theme)
        self._head = CustomerHead(theme, self.page_button)
        self._about = TextLabel(theme, "", "secondary", "text2")
        self._words = TextBox(theme, tr("TA 的回答"), max_lines=6)
        self.answer_button = KeyButton(
            theme, tr("看回答"), icon="external-link", keys=in_lists("insert_notice"), height="control_28"
        )
        self.open_button = KeyButton(theme, tr("看工单"), keys="↵", height="control_28")
        self.edit_button = KeyButton(theme, tr("改"), icon="pencil", keys=in_lists("peer_answer"), height="control_28")
        self.note_button = KeyButton(
            theme, tr("在别处道过谢"), icon="check", keys=in_lists("level_1"), height="control_28"
        )
        self._log = TextBox(theme, tr("解答和道谢"), max_lines=16)
        self.thank_button = KeyButton(theme, tr("写一句道谢"), icon="send", keys=in_lists("write"), variant="primary")
        self._lay_out(theme)
        self._connect()

    @property
    def log(self) -> str:
        """Every answer and its thanks."""
        return self._log.text

    @property
    def words(self) -> str:
        """The answer that is shown."""
        return self._words.text

    def show_user(self, user: HelpfulUser, now: datetime) -> None:
        """Show one helpful user, and the answer to thank for."""
        answer = user.to_thank or user.answers[0]
        self._head.show_person(
            user.nickname, user.verified, None, (tr("{0} 次解答", len(user.answers)), *helpful_person(user))
        )
        self.page_button.setEnabled(bool(user.profile_url))
        self._about.setText(tr("答 @{0}（#{1}）", answer.asker, answer.ticket_id))
        self._words.show_text(answer.said or NO_WORDS)
        self.answer_button.setEnabled(bool(answer.link))
        self.note_button.setVisible(user.to_thank is not None)
        self.thank_button.setEnabled(user.to_thank is not None)
        self._log.show_text("\n".join(log_line(each, now) for each in user.answers[:LOGGED]))

    def _connect(self) -> None:
        self.note_button.clicked.connect(self.noted)
        self.edit_button.clicked.connect(self.edit_asked)
        self.answer_button.clicked.connect(self.answer_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.page_button.clicked.connect(self.page_asked)
        self.thank_button.clicked.connect(self.thanks_asked)

    def _lay_out(self, theme: Theme) -> None:
        body = self.body
        body.setSpacing(6)
        body.addWidget(self._head)
        body.addSpacing(4)
        body.addWidget(self._about)
        body.addWidget(self._words)
        ways = QWidget()
        flow = FlowLayout(ways)
        for button in (self.answer_button, self.open_button, self.edit_button, self.note_button):
            flow.addWidget(button)
        body.addWidget(ways)
        body.addSpacing(6)
        body.addWidget(TextLabel(theme, tr("解答和道谢"), "body", weight=600))
        body.addWidget(self._log)
        body.addStretch()
        self.foot.addStretch()
        self.foot.addWidget(self.thank_button)
