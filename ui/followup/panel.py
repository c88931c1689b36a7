"""The right panel of the visits' page: the customer, what was, what to ask, and what the visit found."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.followup.choice_buttons import ChoiceButtons
from ui.followup.customer_head import CustomerHead, page_button
from ui.followup.rows import question_words, recent_words
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import SidePanel, TextBox
from weibo_operator.domain.followup import FollowUp, VisitOutcome
from weibo_operator.domain.verdict import RecentWords, Verdict
from weibo_operator.translation import label, tr

WIDTH = 332
OUTCOMES = tuple(VisitOutcome)
"""In the order of their digits 1 to 6."""


class VisitPanel(SidePanel):
    """Shows one visit; ``outcome_asked`` carries what was found."""

    outcome_asked = Signal(object)
    suggestion_accepted = Signal()
    page_asked = Signal()
    postpone_asked = Signal()
    reply_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这位客户的回访"), WIDTH, parent)
        self.page_button = page_button(theme)
        self._head = CustomerHead(theme, self.page_button)
        self._question = TextLabel(theme, "", "body", wrap=True, max_lines=2)
        self._recent = tuple(
            (TextLabel(theme, "", "meta", "text2"), TextBox(theme, tr("TA 最近的微博"), max_lines=2)) for _ in range(2)
        )
        self._none = TextLabel(theme, tr("答复以后还没有收到 TA 的新内容"), "secondary", "text3")
        self._suggested = TextLabel(theme, "", "secondary", "text2")
        self._reopening = TextLabel(theme, tr("新问题、不满会放回“处理中”"), "meta", "text2")
        self.accept_button = KeyButton(
            theme, tr("采纳"), icon="check", keys=in_lists("level_auto"), height="control_28"
        )
        self._problem = TextBox(theme, tr("当初的问题"), max_lines=2)
        self._handling = TextBox(theme, tr("我们的处理"), max_lines=2)
        self.outcomes = ChoiceButtons(theme, {outcome: label(outcome.value) for outcome in OUTCOMES}, 2)
        self._found = TextLabel(theme, "", "body", wrap=True)
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("回访备注"))
        self.note.setPlaceholderText(tr("备注（可以不填）"))
        self.postpone_button = KeyButton(theme, tr("延期"), icon="clock", keys=in_lists("snooze"))
        self.reply_button = KeyButton(theme, tr("写回访消息"), icon="send", keys=in_lists("write"), variant="primary")
        self.page_button.setToolTip(tr("在微博打开 TA 的主页，看看有没有新问题或好评"))
        self._lay_out(theme)
        self._connect()

    @property
    def name(self) -> str:
        """Whose visit is shown."""
        return self._head.name

    @property
    def suggestion(self) -> str:
        """The outcome that is suggested, and why."""
        return self._suggested.text()

    def show_visit(
        self, visit: FollowUp, recent: Sequence[RecentWords], suggested: Verdict | None, now: datetime
    ) -> None:
        """Show one visit with what the customer said since; a note begun for another one is dropped."""
        self._head.show_person(
            visit.nickname, visit.verified, visit.followers, (tr("第 {0} 轮", max(1, visit.turn_count)),)
        )
        self._question.setText(question_words(visit))
        self._problem.show_text(visit.problem or tr("没有记录"))
        self._handling.show_text(visit.handling or tr("还没有回复过"))
        self.page_button.setEnabled(bool(visit.profile_url))
        self._show_recent(recent, now)
        due = visit.outcome is None
        self._suggested.setText(
            "" if suggested is None else tr("建议“{0}”：TA 说“{1}”", label(suggested.outcome.value), suggested.words)
        )
        self.accept_button.setVisible(due and suggested is not None)
        self._suggested.setVisible(due and suggested is not None)
        self._reopening.setVisible(self.accept_button.isHidden())
        self.outcomes.setVisible(due)
        self._found.setVisible(not due)
        self.postpone_button.setVisible(due)
        self.reply_button.setVisible(due)
        if visit.outcome is not None:
            self._found.setText(label(visit.outcome.value) + (tr("。{0}", visit.note) if visit.note else ""))

    def _show_recent(self, recent: Sequence[RecentWords], now: datetime) -> None:
        self._none.setVisible(not recent)
        for number, (head, box) in enumerate(self._recent):
            shown = number < len(recent)
            head.setVisible(shown)
            box.setVisible(shown)
            if shown:
                head.setText(recent_words(recent[number], now))
                box.show_text(recent[number].text)

    def _connect(self) -> None:
        self.outcomes.picked.connect(self.outcome_asked)
        self.page_button.clicked.connect(self.page_asked)
        self.accept_button.clicked.connect(self.suggestion_accepted)
        self.postpone_button.clicked.connect(self.postpone_asked)
        self.reply_button.clicked.connect(self.reply_asked)

    def _lay_out(self, theme: Theme) -> None:
        body = self.body
        body.setSpacing(6)
        body.addWidget(self._head)
        body.addSpacing(4)
        body.addWidget(TextLabel(theme, tr("这次要问"), "secondary", "text2"))
        body.addWidget(self._question)
        body.addWidget(TextLabel(theme, tr("TA 最近的微博"), "secondary", "text2"))
        body.addWidget(self._none)
        for head, box in self._recent:
            body.addWidget(head)
            body.addWidget(box)
        body.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(TextLabel(theme, tr("回访结果"), "body", weight=600))
        row.addStretch()
        row.addWidget(self._reopening)
        row.addWidget(self.accept_button)
        body.addLayout(row)
        body.addWidget(self._suggested)
        body.addWidget(self._found)
        body.addWidget(self.outcomes)
        body.addSpacing(4)
        for title, widget in ((tr("当初的问题"), self._problem), (tr("我们的处理"), self._handling)):
            body.addWidget(TextLabel(theme, title, "secondary", "text2"))
            body.addWidget(widget)
        body.addStretch()
        self.outcomes.grid.addWidget(self.note, 3, 0, 1, 2)
        self.foot.addWidget(self.postpone_button)
        self.foot.addStretch()
        self.foot.addWidget(self.reply_button)
