"""The question after copying: was it sent? Digits answer, as no text field has the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.reply.decision_strip import DecisionStrip
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.chip import Chip, ChipSpec
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.reply import Intent
from weibo_operator.translation import tr

SENT = {"next": tr("已发出，下一位"), "stay": tr("已发出"), "finish": tr("已发出，完成")}


class ConfirmStrip(DecisionStrip):
    """1 sent, 2 not sent, O open again, C copy again."""

    sent = Signal()
    not_sent = Signal()
    open_again = Signal()
    copy_again = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._where = Chip(theme, ChipSpec((tr("公开回复"),), icon="globe"))
        self._open = KeyButton(theme, tr("再打开一次"), icon="external-link", keys="O")
        self._copy = KeyButton(theme, tr("再复制一次"), icon="copy", keys="C")
        self._back = KeyButton(theme, tr("没发，回去改"), keys="2")
        self._done = KeyButton(theme, SENT["next"], icon="check", keys="1", variant="primary")
        super().__init__(
            theme, aside=(self._where,), left=(self._open, self._copy), right=(self._back, self._done), parent=parent
        )
        self._done.clicked.connect(self.sent)
        self._back.clicked.connect(self.not_sent)
        self._open.clicked.connect(self.open_again)
        self._copy.clicked.connect(self.copy_again)

    def ask(self, intent: Intent, *, opened: bool, then: str, reminder: bool = False) -> None:
        """Show the question; ``reminder`` when the answer was never given before the program ended."""
        private = intent.audience is Audience.PRIVATE
        page = tr("私信页面") if private else tr("微博页面")
        if reminder:
            title, hint = tr("这条复制过，还没说发出去没有"), tr("去微博看一眼：发出了按 1，没发按 2。")
        elif opened:
            title, hint = tr("已复制，{0}也打开了", page), tr("在微博里按 Ctrl+V 粘贴并发送，再切回这里按 1。")
        else:
            title = tr("已复制")
            missing = tr("没有私信链接") if private else tr("没有原帖链接")
            hint = tr("{0}，请自己打开微博，粘贴并发送，再切回这里按 1。", missing)
        where = tr("发给 {0}", intent.nickname) if private else tr("到{0}的评论", intent.nickname)
        self._where.set_spec(
            ChipSpec((tr("私信"), where), "info", "lock")
            if private
            else ChipSpec((tr("公开回复"), where), icon="globe")
        )
        self._done.set_content(tr("已发出") if intent.is_ack else SENT[then], "check", "1")
        self._open.setVisible(bool(intent.link))
        icon = "circle-check" if opened or not reminder else "circle-help"
        self.tell(title, hint, intent.text, icon=icon, role="success_text")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
