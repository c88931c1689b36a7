"""One case told in full: reasons, risk, spread, checklist, evidence, post-mortem; on the page and over the session."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.crisis.checklist import Checklist
from ui.crisis.risk_bars import RiskBars, RiskLine
from ui.crisis.rows import MOST_RISK, STATES, crowd_words
from ui.crisis.sparkline import Sparkline
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import KeyButton
from ui.widgets.chip import Chip
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.person_row import person_row
from ui.widgets.side_panel import TextBox
from ui.widgets.verified import verified_mark
from weibo_operator.domain.crisis_case import CaseState, CrisisView, PlaybookStep
from weibo_operator.services.crisis_words import exposure_words, range_words, speed_words
from weibo_operator.services.wording import clock_words, duration_words, people_words
from weibo_operator.translation import label, tr

PAD = 16
IN_SIGHT = 40
"""So much of what stands beside the step in focus is shown too."""
NOT_SAMPLED = tr("同一条微博再导入一次，就能看到转评赞涨得多快")


class CrisisDetail(QWidget):
    """Shows one case; its buttons tell what is asked, nothing is done here."""

    confirm_asked = Signal()
    dismiss_asked = Signal()
    close_asked = Signal()
    open_asked = Signal()
    evidence_asked = Signal()
    review_asked = Signal()
    ticked = Signal(str, bool)
    words_asked = Signal(object)

    def __init__(
        self, theme: Theme, steps: Sequence[PlaybookStep], *, width: int = 0, parent: QWidget | None = None
    ) -> None:
        """``width`` in px at 100 % for a panel; 0 takes what room there is."""
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._avatar = Avatar(theme, "", 36)
        self._name = TextLabel(theme, "", "card_name")
        self._facts = DottedLabel(theme, (), "meta")
        self._state = Chip(theme, STATES[CaseState.RAISED])
        self._signals = TextLabel(theme, "", "body", "danger_text", weight=600, wrap=True)
        self._text = TextBox(theme, tr("客户的话"), max_lines=2)
        self.confirm_button = KeyButton(
            theme, tr("确认为危机"), keys=in_lists("crisis_confirm"), variant="danger", height="control_32"
        )
        self.dismiss_button = KeyButton(theme, tr("不是危机"), keys=in_lists("crisis_dismiss"), height="control_32")
        self.close_button = KeyButton(theme, tr("危机结束"), icon="check", height="control_32")
        self.open_button = KeyButton(theme, tr("打开工单"), keys=in_lists("open"), height="control_32")
        self._risk_title = TextLabel(theme, "", "body", weight=600)
        self.risk = RiskBars(theme)
        self._spread_title = TextLabel(theme, tr("传播"), "body", weight=600)
        self._spread = TextLabel(theme, NOT_SAMPLED, "secondary", "text2", wrap=True)
        self.sparkline = Sparkline(theme)
        self._answered = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self._list_title = TextLabel(theme, "", "body", weight=600)
        self.checklist = Checklist(theme, steps)
        self._review = TextLabel(theme, "", "secondary", "text2", wrap=True, max_lines=6)
        self.evidence_button = KeyButton(theme, tr("导出证据包"), icon="archive", height="control_34")
        self.review_button = KeyButton(theme, tr("写复盘"), icon="file-text", height="control_34")
        self._lay_out()
        self._wire()
        self._restyle()

    @property
    def name(self) -> str:
        """Whose case is shown."""
        return self._name.text()

    @property
    def signals_words(self) -> str:
        """The reasons as shown."""
        return self._signals.text()

    def show_view(self, view: CrisisView, line: str, now: datetime) -> None:
        """Show one case; ``line`` are its reasons in words."""
        row = view.row
        self._avatar.show_person(row.nickname, verified_mark(row.verified))
        self._name.setText(row.nickname)
        reach = "" if row.followers is None else tr("{0} 粉丝", people_words(row.followers))
        self._facts.set_parts(
            (tr("工单 #{0}", row.ticket), reach, crowd_words(row), tr("{0} 报警", clock_words(row.raised_at, now)))
        )
        self._state.set_spec(STATES[row.state])
        over = row.state in (CaseState.DISMISSED, CaseState.CLOSED)
        said = tr("不是危机：{0}", label(row.reason)) if row.state is CaseState.DISMISSED else line
        self._signals.setText(said)
        self._signals.set_role("text2" if over else "danger_text")
        self._text.show_text(row.text)
        self.confirm_button.setVisible(row.state is not CaseState.CONFIRMED)
        self.confirm_button.set_variant("secondary" if over else "danger")
        self.dismiss_button.setVisible(not over)
        self.close_button.setVisible(row.state is CaseState.CONFIRMED)
        self._show_risk(view)
        self._show_spread(view, now)
        self._answered.setText(_answered_words(view, now))
        self._list_title.setText(tr("危机清单  {0} / {1}", len(view.steps), len(self.checklist.rows)))
        self.checklist.show_done(view.steps, now)
        self.review_button.set_content(tr("改复盘") if view.review else tr("写复盘"), icon="file-text")
        self._review.setVisible(view.review is not None)
        self._review.setText("" if view.review is None else tr("复盘：{0}", view.review.cause))

    def _show_risk(self, view: CrisisView) -> None:
        risk, facts = view.risk, view.facts
        self._risk_title.setText(tr("风险  {0} / {1}", risk.product, MOST_RISK))
        self.risk.show_lines(
            (
                RiskLine(tr("传播速度"), risk.speed, speed_words(facts)),
                RiskLine(tr("波及范围"), risk.range, range_words(facts)),
                RiskLine(tr("曝光程度"), risk.exposure, exposure_words(facts)),
            )
        )

    def _show_spread(self, view: CrisisView, now: datetime) -> None:
        """The message that gained most stands for all."""
        held = max(view.sampled, key=lambda each: each.samples[-1].total - each.samples[0].total, default=None)
        enough = held is not None and len(held.samples) > 1
        self.sparkline.setVisible(enough)
        self._spread.setVisible(not enough)
        if held is not None and enough:
            self.sparkline.show_samples(held.samples, now)

    @Slot(object)
    def _bring_into_sight(self, row: QWidget) -> None:
        self._area.ensureWidgetVisible(row, 0, self._theme.px(IN_SIGHT))

    @Slot()
    def _restyle(self) -> None:
        if self._width:
            self.setFixedWidth(self._theme.px(self._width))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and beside a list the hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        if self._width:
            painter.fillRect(0, 0, 1, self.height(), self._theme.color("divider"))
        painter.end()

    def _wire(self) -> None:
        self.confirm_button.clicked.connect(self.confirm_asked)
        self.dismiss_button.clicked.connect(self.dismiss_asked)
        self.close_button.clicked.connect(self.close_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.evidence_button.clicked.connect(self.evidence_asked)
        self.review_button.clicked.connect(self.review_asked)
        self.checklist.ticked.connect(self.ticked)
        self.checklist.words_asked.connect(self.words_asked)
        self.checklist.entered.connect(self._bring_into_sight)
        self._theme.changed.connect(self._restyle)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(PAD, 12, PAD, 12)
        column.setSpacing(6)
        column.addLayout(person_row(self._avatar, self._name, self._facts, self._state, spacing=1))
        column.addWidget(self._signals)
        column.addWidget(self._text)
        column.addLayout(self._buttons())
        column.addSpacing(6)
        for widget in (self._risk_title, self.risk, self._spread_title, self._spread, self.sparkline, self._answered):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self._list_title)
        column.addWidget(self.checklist)
        column.addWidget(self._review)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        foot = QHBoxLayout()
        foot.setContentsMargins(PAD, 10, PAD, 12)
        foot.setSpacing(8)
        foot.addWidget(self.evidence_button)
        foot.addWidget(self.review_button)
        foot.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1 if self._width else 0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.confirm_button, self.dismiss_button, self.close_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.open_button)
        return row


def _answered_words(view: CrisisView, now: datetime) -> str:
    if view.answered_at is None:
        return tr("报警 {0}，还没有公开回应", duration_words(now - view.row.raised_at))
    return tr("报警后 {0} 公开回应", duration_words(view.answered_at - view.row.raised_at))
