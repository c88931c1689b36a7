"""练一场高峰 before it begins: what will happen, and how fast its clock runs."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.support.context import Context
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from weibo_operator.services.rush import ARRIVE_WITHIN, CUSTOMERS, SPEEDS
from weibo_operator.translation import tr

TITLE = tr("练一场高峰")
WIDTH = 600
MINUTES = round(ARRIVE_WITHIN.total_seconds() / 60)
WORDS = tr(
    "{0} 位客户在 {1} 分钟里陆续来，有急的，有闲聊的。用平时的看板、模板和检查去回，"
    "都回完了出一张成绩单。数据单独放，用完就删，什么也不会发到微博；正式数据一个字也不动。",
    sum(CUSTOMERS.values()),
    MINUTES,
)


class RushDialog(FormDialog):
    """Arrow keys choose the speed, Ctrl+Enter begins."""

    chosen = Signal(int)

    def __init__(self, context: Context, host: QWidget) -> None:
        theme = context.theme
        super().__init__(theme, host, TITLE, tr("开始"), WIDTH)
        self.speed = Seg(theme, [SegItem(str(speed), tr("{0} 倍", speed)) for speed in SPEEDS], tr("时钟快几倍"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(TextLabel(theme, tr("时钟"), "body"))
        row.addWidget(self.speed)
        row.addWidget(TextLabel(theme, tr("4 倍时 1 分多钟就来齐"), "secondary", "text2"), 1)
        self.frame.body.addWidget(TextLabel(theme, WORDS, "body", "text2", wrap=True))
        self.frame.body.addLayout(row)
        self.submitted.connect(self._begin)

    def open_asking(self) -> None:
        """Show with the accept button focused: Enter begins at the speed chosen last."""
        self.open_over()
        self.accept_button.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _begin(self) -> None:
        self.close_over()
        self.chosen.emit(int(self.speed.current))
