"""The tracking page's right panel: one handoff's four steps, the department's answer, the text it was given."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.handoff.rows import button_words
from ui.handoff.timeline import Timeline, step_lines
from ui.support.actions import anywhere, in_lists
from ui.support.theme import Theme
from ui.widgets.button import IconButton, KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import SidePanel, TextBox
from weibo_operator.domain.handoff import Handoff, HandoffState
from weibo_operator.services.handoff_cards import may_become_card
from weibo_operator.translation import label, tr

WIDTH = 300


class HandoffPanel(SidePanel):
    """Shows one handoff; its buttons ask the page."""

    copy_asked = Signal()
    reply_asked = Signal()
    nudge_asked = Signal()
    open_asked = Signal()
    interim_asked = Signal()
    export_asked = Signal()
    card_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这张转交的经过"), WIDTH, parent)
        self._code = TextLabel(theme, "", "card_name")
        self._about = DottedLabel(theme)
        self._timeline = Timeline(theme)
        self._answer_title = TextLabel(theme, tr("反馈内容"), "body", weight=600)
        self._answer = TextBox(theme, tr("反馈内容"))
        self._package_title = TextLabel(theme, tr("发给部门的内容"), "body", weight=600)
        self.copy_button = KeyButton(theme, tr("复制"), icon="copy", variant="ghost", height="control_28")
        self._package = TextBox(theme, tr("发给部门的内容"))
        self.reply_button = KeyButton(
            theme, tr("按反馈回复客户"), icon="reply", keys=in_lists("write"), variant="primary"
        )
        self.nudge_button = KeyButton(theme, tr("催一下"), icon="bell", keys="U")
        self.open_button = KeyButton(theme, tr("打开"), keys="↵")
        self.interim_button = KeyButton(
            theme, tr("告诉客户进展"), icon="message-circle", keys=in_lists("audience"), height="control_32"
        )
        self.card_button = KeyButton(
            theme, tr("存为知识卡"), icon="book-open", keys=in_lists("card"), height="control_32"
        )
        self.export_button = IconButton(theme, "printer", tr("打印、导出转交单"), keys=anywhere("export"))
        self._answered_by = TextLabel(theme, "", "secondary", "text2")
        self._line = QFrame()
        self._line.setProperty("surface", "line")
        self._line.setFixedHeight(1)
        self._lay_out()
        self.copy_button.clicked.connect(self.copy_asked)
        self.reply_button.clicked.connect(self.reply_asked)
        self.nudge_button.clicked.connect(self.nudge_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.interim_button.clicked.connect(self.interim_asked)
        self.export_button.clicked.connect(self.export_asked)
        self.card_button.clicked.connect(self.card_asked)

    @property
    def code(self) -> str:
        """The code of the handoff shown."""
        return self._code.text()

    @property
    def answer(self) -> str:
        """The answer shown."""
        return self._answer.text

    def show_handoff(self, handoff: Handoff, now: datetime) -> None:
        """Show one handoff."""
        self._code.setText(handoff.code)
        self._about.set_parts([label(handoff.addressee), handoff.nickname])
        self._timeline.show_steps(step_lines(handoff, now))
        self._answer.show_text(handoff.answer)
        for widget in (self._answer_title, self._answer):
            widget.setVisible(bool(handoff.answer))
        self._answer_title.setText(tr("部分答复") if handoff.answered_at is None else tr("反馈内容"))
        self._answered_by.setText(tr("{0} 答", handoff.expert) if handoff.expert else "")
        self._answered_by.setVisible(bool(handoff.expert and handoff.answer))
        self.interim_button.setVisible(handoff.state is HandoffState.WAITING)
        self.card_button.setVisible(may_become_card(handoff))
        self._package.show_text(handoff.package)
        self.reply_button.setVisible(handoff.state is HandoffState.ANSWERED)
        self.nudge_button.setVisible(handoff.state is HandoffState.WAITING)
        self.nudge_button.set_content(button_words(handoff), "bell", "U")
        self.open_button.setVisible(handoff.state is not HandoffState.ANSWERED)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._code)
        row.addWidget(self._about, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._timeline)
        self.body.addWidget(self._line)
        self.body.addSpacing(2)
        self.body.addWidget(self._answer_title)
        self.body.addWidget(self._answer)
        self.body.addWidget(self._answered_by)
        for button in (self.interim_button, self.card_button):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(self._package_title, 1)
        row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.export_button)
        self.body.addLayout(row)
        self.body.addWidget(self._package)
        self.body.addStretch()
        for button in (self.reply_button, self.nudge_button, self.open_button):
            self.foot.addWidget(button)
        self.foot.addStretch()
