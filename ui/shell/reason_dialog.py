"""无需回复: why a customer gets no answer, by one digit; a reason is demanded so that nothing vanishes silently."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.shell.option_group import OptionGroup
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.label import TextLabel
from weibo_operator.domain.labels import Kind
from weibo_operator.translation import tr

WIDTH = 480
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoReply(StrEnum):
    """Why nothing is answered, as it is stored."""

    CHATTER = "闲聊、打招呼"
    SPAM = "广告、刷屏"
    EMPTY = "转发无内容"
    ELSEWHERE = "已在别处答复"
    ABUSE = "谩骂无具体问题"
    OTHER = "其他……"


OTHER = NoReply.OTHER.value
REASONS = tuple(reason.value for reason in NoReply)
BY_KIND = {Kind.CHATTER: NoReply.CHATTER.value, Kind.SPAM: NoReply.SPAM.value, Kind.ABUSE: NoReply.ABUSE.value}
"""The reason that goes with a kind of message."""


class ReasonDialog(DialogFrame):
    """``chosen`` carries the reason; the last one is remembered and Enter takes it again."""

    chosen = Signal(str)

    def __init__(
        self, context: Context, host: QWidget, title: str = tr("无需回复"), reasons: Sequence[str] = REASONS
    ) -> None:
        """``reasons`` end with ``OTHER``, which asks for words of the operator's own."""
        super().__init__(context.theme, host, title, WIDTH)
        theme = context.theme
        self._title = title
        self._reasons = tuple(reasons)
        self._last = self._reasons[0]
        self.options = OptionGroup(theme, self._reasons, tr("原因"), down=True)
        self.field = QLineEdit()
        self.field.setFont(theme.font("body"))
        self.field.setPlaceholderText(tr("写一句原因，以后查得到"))
        self.field.setAccessibleName(tr("其他原因"))
        self.error = TextLabel(theme, "", "secondary", "danger_text")
        self._cancel = KeyButton(theme, tr("取消"), keys="Esc")
        self._accept = KeyButton(theme, tr("就这样"), keys="↵", variant="primary")
        self.frame.body.addWidget(self.options)
        self.frame.body.addWidget(self.field)
        self.frame.body.addWidget(self.error)
        self.frame.body.addStretch()
        hint = TextLabel(theme, tr("按数字直接选"), "secondary", "text2")
        self.frame.fill_foot([hint], [self._cancel, self._accept])
        self.options.picked.connect(self._take)
        self.field.textChanged.connect(self._forget_error)
        self._cancel.clicked.connect(self._give_up)
        self._accept.clicked.connect(self.confirm)

    def open_for(self, count: int, whom: str = tr("这位客户"), *, suggested: str = "") -> None:
        """Ask for the reason of ``count`` tickets, the ``suggested`` or else the last one chosen beforehand."""
        if not self.isHidden():
            return
        self.frame.set_title(self._title, (tr("{0} 张工单一起", count) if count > 1 else whom, tr("可以撤销")))
        chosen = suggested or self._last
        self.options.set_current(chosen)
        self._show_field(chosen == OTHER)
        self.open_over()
        if chosen == OTHER:
            self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.options.take_focus()

    @Slot()
    def confirm(self) -> None:
        """Take what is chosen; 其他 needs its words."""
        reason = self.options.current
        if reason == OTHER:
            reason = self.field.text().strip()
            if not reason:
                self.error.setText(tr("“原因”还没有填。"))
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._last = self.options.current
        self.close_over()
        self.chosen.emit(reason)

    @Slot(str)
    def _take(self, reason: str) -> None:
        self._show_field(reason == OTHER)
        if reason == OTHER:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _forget_error(self) -> None:
        self.error.setText("")

    @Slot()
    def _give_up(self) -> None:
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses and closes at once, Enter takes the one marked; a held key counts once."""
        number = event.key() - Qt.Key.Key_0
        if event.isAutoRepeat():
            event.accept()
        elif event.key() in ENTER:
            self.confirm()
            event.accept()
        elif 1 <= number <= len(self._reasons):
            self.options.pick(number)
            if self.options.current != OTHER:
                self.confirm()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _show_field(self, shown: bool) -> None:
        self.field.setEnabled(shown)
        self.error.setText("")
