"""The result of a rush: figures in rows, what to try next, and one more or back to work."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.shell.rush_words import advice_words, result_facts
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.fact_table import FactTable
from ui.widgets.label import TextLabel
from weibo_operator.domain.rush import MOST_ADVICE, RushResult, advice
from weibo_operator.translation import tr

TITLE = tr("这场高峰")
WIDTH, ROW = 620, 30


class RushSheet(DialogFrame):
    """Esc leaves the rush's desk open to be looked at."""

    again_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        theme = context.theme
        super().__init__(theme, host, TITLE, WIDTH)
        self.facts = FactTable(theme, tr("成绩"), ROW)
        self.next = [TextLabel(theme, "", "body", wrap=True) for _ in range(MOST_ADVICE)]
        self.back_button = KeyButton(theme, tr("回到工作"), icon="inbox")
        self.again_button = KeyButton(theme, tr("再来一场"), icon="refresh-cw", variant="primary")
        body = self.frame.body
        body.addWidget(self.facts)
        body.addWidget(TextLabel(theme, tr("下次试试"), "body", weight=600))
        for line in self.next:
            body.addWidget(line)
        self.frame.fill_foot([], [self.back_button, self.again_button])
        self.again_button.clicked.connect(self._again)
        self.back_button.clicked.connect(self._back)

    @property
    def advice(self) -> tuple[str, ...]:
        """The sentences shown."""
        return tuple(line.text() for line in self.next if line.text())

    def open_for(self, result: RushResult, speed: int) -> None:
        """Show a result."""
        said = [advice_words(code, self._theme.keys.rows) for code in advice(result)]
        for line, words in zip(self.next, said + [""] * (MOST_ADVICE - len(said)), strict=True):
            line.setText(words)
            line.setVisible(bool(words))
        self.frame.set_title(TITLE, (tr("时钟 {0} 倍", speed),))
        self.facts.set_facts(result_facts(result))
        self.open_over()
        self.again_button.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _again(self) -> None:
        self.close_over()
        self.again_wanted.emit()

    @Slot()
    def _back(self) -> None:
        self.close_over()
        self.back_wanted.emit()
