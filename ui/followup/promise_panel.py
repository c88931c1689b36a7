"""The right panel of the list of promises: to whom, what was said, what it was about, and what became of it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.followup.customer_head import CustomerHead
from ui.followup.promise_rows import said_words, when_words
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import SidePanel, TextBox
from weibo_operator.domain.promise_record import BY_WORDS, PromiseState, RecordedPromise
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import tr

WIDTH = 332


def hint_words(promise: RecordedPromise) -> str:
    """How the promise comes to be kept by itself."""
    if promise.by_hand or promise.kind in BY_WORDS:
        return tr("再回复这位客户，就自动算兑现")
    return tr("回复里说已经办好，或客户说收到了，就自动算兑现")


class PromisePanel(SidePanel):
    """Shows one promise."""

    kept_asked = Signal()
    cancel_asked = Signal()
    change_asked = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这条承诺"), WIDTH, parent)
        self.open_button = KeyButton(theme, tr("看工单"), keys="↵", height="control_32")
        self._head = CustomerHead(theme, self.open_button)
        self._said = TextLabel(theme, "", "body", weight=600, wrap=True, max_lines=3)
        self._when = TextLabel(theme, "", "secondary", "text2")
        self._words = TextBox(theme, tr("我们的原话"), max_lines=4)
        self._problem = TextBox(theme, tr("当初的问题"), max_lines=3)
        self.kept_button = KeyButton(theme, tr("已兑现"), icon="check", keys=in_lists("level_1"), height="control_34")
        self.cancel_button = KeyButton(theme, tr("不算承诺"), keys=in_lists("level_2"), height="control_34")
        self._decisions = QWidget()
        self._hint = TextLabel(theme, "", "meta", "text2")
        self.time_button = KeyButton(theme, tr("改时间"), icon="clock", keys=in_lists("snooze"))
        self.tell_button = KeyButton(theme, tr("告诉客户会晚"), icon="send", keys=in_lists("write"), variant="primary")
        self._lay_out(theme)
        self.open_button.clicked.connect(self.open_asked)
        self.kept_button.clicked.connect(self.kept_asked)
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.time_button.clicked.connect(self.change_asked)
        self.tell_button.clicked.connect(self.change_asked)

    @property
    def said(self) -> str:
        """What the panel says was promised."""
        return self._said.text()

    def show_promise(self, promise: RecordedPromise, now: datetime) -> None:
        """Show one promise."""
        self._head.show_person(
            promise.nickname, promise.verified, promise.followers, (tr("工单 #{0}", promise.ticket_id),)
        )
        self._said.setText(said_words(promise, now))
        first, second = when_words(promise, now)
        self._when.setText(second if promise.state is PromiseState.OPEN else tr("{0}，{1}", first, second))
        self._when.set_role("danger_text" if promise.is_overdue(now) else "text2")
        self._words.show_text(tr("{0}\n{1} 说的", promise.text, clock_words(promise.made_at, now)))
        self._problem.show_text(promise.problem or tr("没有记录"))
        is_open = promise.state is PromiseState.OPEN
        for part in (self._decisions, self._hint, self.time_button, self.tell_button):
            part.setVisible(is_open)
        self._hint.setText(hint_words(promise))

    def _lay_out(self, theme: Theme) -> None:
        body = self.body
        body.setSpacing(6)
        body.addWidget(self._head)
        body.addSpacing(4)
        body.addWidget(self._said)
        body.addWidget(self._when)
        for title, box in ((tr("我们的原话"), self._words), (tr("当初的问题"), self._problem)):
            body.addWidget(TextLabel(theme, title, "secondary", "text2"))
            body.addWidget(box)
        body.addSpacing(6)
        row = QHBoxLayout(self._decisions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.kept_button)
        row.addWidget(self.cancel_button)
        body.addWidget(self._decisions)
        body.addWidget(self._hint)
        body.addStretch()
        self.foot.addWidget(self.time_button)
        self.foot.addStretch()
        self.foot.addWidget(self.tell_button)
