"""The panel beside 闲聊与广告: the chosen message in full, every reason, and the two answers to it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.inbox.gathered_rows import NO_REASON, marked_words
from ui.support.actions import in_lists
from ui.support.source_words import source_words
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.side_panel import SidePanel, TextBox
from weibo_operator.domain.gathered import GatheredRow
from weibo_operator.services.reason_words import shown_reason
from weibo_operator.services.wording import clock_words
from weibo_operator.translation import label, tr

WIDTH = 312


class GatheredPanel(SidePanel):
    """Shows one gathered ticket."""

    close_asked = Signal()
    back_asked = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("这一条"), WIDTH, parent)
        self._name = TextLabel(theme, "", "card_name")
        self._about = DottedLabel(theme, (), "meta")
        self._text = TextBox(theme, tr("原话"), max_lines=9)
        self._why = TextLabel(theme, "", "secondary", "text2", wrap=True, max_lines=6)
        self._hints = tuple(TextLabel(theme, "", "meta", "text2") for _ in range(3))
        self._chosen = TextLabel(theme, "", "secondary", "text2")
        self.open_button = KeyButton(theme, tr("打开工单"), keys="↵", height="control_28")
        self.back_button = KeyButton(theme, tr("其实要回"), icon="reply", keys=in_lists("write"))
        self.close_button = KeyButton(theme, tr("无需回复"), keys=in_lists("no_reply"), variant="primary")
        self._lay_out()
        self._say_keys()
        theme.keys.changed.connect(self._say_keys)
        self.close_button.clicked.connect(self.close_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.open_button.clicked.connect(self.open_asked)

    @property
    def words(self) -> str:
        """The message shown."""
        return self._text.text

    def show_row(self, row: GatheredRow, now: datetime) -> None:
        """Show one message."""
        self._name.setText(row.nickname)
        self._about.set_parts((label(row.kind.value), source_words(row.source), clock_words(row.at, now)))
        self._text.show_text(row.text)
        self._why.setText("\n".join(shown_reason(reason) for reason in row.reasons) or NO_REASON)

    def show_marked(self, marked: int) -> None:
        """Say how many are chosen, on the button too."""
        self._chosen.setText(marked_words(marked))
        self.close_button.set_content(
            tr("{0} 条无需回复", marked) if marked > 1 else tr("无需回复"), keys=in_lists("no_reply")
        )

    @Slot()
    def _say_keys(self) -> None:
        keys = self._theme.keys
        everything, close = keys.said(in_lists("select_all")), keys.said(in_lists("no_reply"))
        words = (
            tr("空格选一条，{0} 全选，{1} 一次关掉", everything, close),
            tr("{0} 放回轮流，按咨询处理，程序会记住", keys.said(in_lists("write"))),
            tr("是投诉、表扬或别的，按 {0} 改", keys.said(in_lists("labels"))),
        )
        for hint, said in zip(self._hints, words, strict=True):
            hint.setText(said)

    def _lay_out(self) -> None:
        body, theme = self.body, self._theme
        body.addWidget(self._name)
        body.addWidget(self._about)
        body.addWidget(self._text)
        body.addWidget(TextLabel(theme, tr("为什么"), "body", weight=600))
        body.addWidget(self._why)
        body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch()
        for hint in self._hints:
            body.addWidget(hint)
        body.addWidget(self._chosen)
        self.foot.addWidget(self.back_button)
        self.foot.addStretch()
        self.foot.addWidget(self.close_button)
