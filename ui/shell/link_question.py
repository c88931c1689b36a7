"""The question before a page opens that is not Weibo's: where a link leads stands there in full."""

from urllib.parse import urlsplit

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.support.context import Context
from ui.widgets.form_dialog import FormDialog
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

WIDTH = 560
_LINES = 5
_SHORT = "t.cn"
SHORT_WORDS = tr("这是短链接，打开以前看不出会到哪里。")
OTHER_WORDS = tr("这个网站不是微博的。链接可能是别人写的，确认认得它再打开。")


class LinkQuestion(FormDialog):
    """``ask`` shows an address; Ctrl+Enter opens it, Esc leaves it closed."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.theme, host, tr("要打开这个链接吗"), tr("打开"), width=WIDTH)
        self._context = context
        self._address = ""
        self.site = TextLabel(context.theme, "", "body", weight=600, wrap=True, max_lines=2)
        self.address = TextLabel(context.theme, "", "secondary", "text2", wrap=True, max_lines=_LINES)
        self.why = TextLabel(context.theme, "", "body", wrap=True)
        for label in (self.site, self.address, self.why):
            self.frame.body.addWidget(label)
        self.submitted.connect(self._open)

    @Slot(str)
    def ask(self, address: str) -> None:
        """Show where ``address`` leads: its host in the letters of the net, so that none passes for another."""
        self._address = address
        site = urlsplit(address).hostname or ""
        self.site.setText(site)
        self.address.setText(address)
        self.why.setText(SHORT_WORDS if site == _SHORT else OTHER_WORDS)
        self.open_over()

    @Slot()
    def _open(self) -> None:
        self.close_over()
        if not self._context.desktop.open_confirmed(self._address):
            self._context.news.notice.emit(tr("这个链接打不开"))
