"""The panel beside 待发箱: the whole reply, why it has not gone, and what the operator may say about it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.outbox.rows import account_name, looked_words, pressed_words, why_words
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import SidePanel, TextBox
from weibo_operator.domain.reply import Hold, Intent, IntentState
from weibo_operator.translation import tr

WIDTH = 364
_ASK = tr("公开回复发两遍会很难看，所以没有自动重发。先去微博看一眼，再说结果。")


class OutboxPanel(SidePanel):
    """``first_asked`` and ``second_asked`` are what 1 and 2 mean for the reply shown."""

    first_asked = Signal()
    second_asked = Signal()
    third_asked = Signal()
    open_asked = Signal()
    page_asked = Signal()
    look_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这一条"), WIDTH, parent)
        self._name = TextLabel(theme, "", "card_name")
        self._about = DottedLabel(theme, (), "meta")
        self._text = TextBox(theme, tr("回复的内容"), max_lines=7)
        self._why = TextLabel(theme, "", "secondary", "text2", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._why.setSizePolicy(policy)
        self.open_button = KeyButton(theme, tr("打开工单"), keys="↵", height="control_28")
        self.page_button = KeyButton(
            theme, tr("去微博看看"), icon="external-link", keys=in_lists("open_page"), height="control_28"
        )
        self.look_button = KeyButton(theme, tr("再查一次"), icon="search", height="control_28")
        self.third_button = KeyButton(theme, tr("不发了，回去改"), keys=in_lists("level_3"), height="control_28")
        self.second_button = KeyButton(theme, tr("撤回"), icon="undo-2", keys=in_lists("level_2"))
        self.first_button = KeyButton(theme, tr("现在发出"), icon="send", keys=in_lists("level_1"), variant="primary")
        self._lay_out()
        self.first_button.clicked.connect(self.first_asked)
        self.second_button.clicked.connect(self.second_asked)
        self.third_button.clicked.connect(self.third_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.page_button.clicked.connect(self.page_asked)
        self.look_button.clicked.connect(self.look_asked)

    @property
    def words(self) -> str:
        """The reply shown."""
        return self._text.text

    def show_intent(self, intent: Intent, now: datetime) -> None:
        """Show one reply."""
        unknown = intent.state is IntentState.UNKNOWN
        hold = Hold.NONE if intent.sending is None else intent.sending.hold
        self._name.setText(f"@{intent.nickname}")
        self._about.set_parts((account_name(intent), tr("{0} 按下发送", pressed_words(intent, now))))
        self._text.show_text(intent.text)
        lines = (why_words(intent, now), looked_words(intent, now), _ASK if unknown else "")
        self._why.setText(tr("。\n").join(line for line in lines if line).removesuffix(tr("。")) + tr("。"))
        for button in (self.page_button, self.look_button, self.third_button):
            button.setVisible(unknown)
        if unknown:
            self.first_button.set_content(tr("已经发出了"), keys=in_lists("level_1"))
            self.second_button.set_content(tr("没发出，重新发送"), keys=in_lists("level_2"))
        else:
            self.first_button.set_content(
                tr("照发") if hold is Hold.WROTE_AGAIN else tr("现在发出"), "send", in_lists("level_1")
            )
            self.second_button.set_content(tr("撤回"), "undo-2", in_lists("level_2"))
        self.first_button.setVisible(unknown or (intent.is_held and hold is not Hold.RECIPIENT))
        self.second_button.setVisible(intent.state is not IntentState.SENDING)

    def _lay_out(self) -> None:
        body = self.body
        body.addWidget(self._name)
        body.addWidget(self._about)
        body.addWidget(self._text)
        body.addWidget(TextLabel(self._theme, tr("为什么还没发"), "body", weight=600))
        body.addWidget(self._why)
        for button in (self.open_button, self.page_button, self.look_button, self.third_button):
            body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch()
        self.foot.addWidget(self.second_button)
        self.foot.addStretch()
        self.foot.addWidget(self.first_button)
