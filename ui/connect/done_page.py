"""Connected: which account, until when, and the first fetch."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.connect.parts import InfoRow, Strip
from ui.connect.words import FORGETFUL, kept_words, validity_words
from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.domain.account import Account
from weibo_operator.translation import label, tr

ANOTHER = tr("这次同意的是 @{now}，@{wanted} 还没有重新授权。请在浏览器里换成 @{wanted} 再授权一次。")
NEXT = tr("第一次同步取最近 7 天的评论和 @。以后会自己同步，间隔可以在“设置 > 账号”里改。")


class DonePage(QWidget):
    """Shows one account's new permission."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(theme, "", "wizard_title")
        self.strip = Strip(theme)
        self.life = InfoRow(theme, "clock", tr("到什么时候"), "")
        self.role = InfoRow(theme, "user", tr("用来做什么"), "")
        self.kept = InfoRow(theme, "key-round", tr("授权放在哪里"), "")
        self.following = InfoRow(theme, "refresh-cw", tr("接下来"), NEXT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.strip)
        column.addSpacing(2)
        for row in (self.life, self.role, self.kept, self.following):
            column.addWidget(row)
        column.addStretch()

    def show_account(
        self, account: Account, renewed: Account | None, now: datetime, *, lasts: bool, practice: bool
    ) -> None:
        """Say what was reached; ``renewed`` is the account that was meant, if one was."""
        name = account.nickname
        if renewed is not None and renewed.id != account.id:
            self._title.setText(tr("连接的是另一个账号"))
            words = ANOTHER.format(now=name, wanted=renewed.nickname)
            self.strip.tell(tr("已连接 @{0}", name), words, tone="danger", icon="circle-alert")
        else:
            self._title.setText(tr("授权好了") if renewed is not None else tr("连接好了"))
            self.strip.tell(tr("已连接 @{0}", name), "", tone="success", icon="circle-check")
        self.life.set_words(tr("{0}。到期前会提醒。", validity_words(account, now)))
        self.role.set_words(tr("{0}。可以在“设置 > 账号”里改。", label(account.role.value)))
        words = kept_words(lasts=lasts, practice=practice)
        self.kept.set_words(words, warns=words == FORGETFUL)
