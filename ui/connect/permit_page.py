"""The page that waits for the browser: what is read and sent, where the permission lies, how it goes (PNG 16)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.connect.controller import ConnectController
from ui.connect.parts import InfoRow, Strip
from ui.connect.words import FORGETFUL, READS, SENDS, countdown_words, kept_words
from ui.support.context import Context
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

NOT_BACK = tr("没有自己回来？把授权后那一页的地址粘贴在这里")
PASTE_IT = tr("同意之后，把页面上的授权码粘贴在这里")
INTRO = tr("会打开浏览器，由微博官方页面确认授权。我们拿不到你的密码。")


class PermitPage(QWidget):
    """Shows the controller's attempt; ``pasted`` carries what was put into the field."""

    pasted = Signal(str)
    copy_wanted = Signal()

    def __init__(self, context: Context, controller: ConnectController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._controller = controller
        theme = context.theme
        self._title = TextLabel(theme, "", "wizard_title")
        self.kept = InfoRow(theme, "key-round", tr("授权放在哪里"), "")
        self.strip = Strip(theme)
        self.code = QLineEdit()
        self.code.setAccessibleName(tr("授权码，或者授权后那一页的地址"))
        self.code.setPlaceholderText(tr("授权码，或者那一页的整个地址"))
        self.use = KeyButton(theme, tr("用这个授权码"), height="control_34")
        self._ask = TextLabel(theme, "", "secondary", "text2", wrap=True)
        self._said = TextLabel(theme, "", "meta", "danger_text", wrap=True)
        self._lay_out()
        self.strip.acted.connect(self.copy_wanted)
        self.use.clicked.connect(self._paste)
        self.code.textEdited.connect(self._clear)

    @property
    def said(self) -> str:
        """What is wrong with the pasted code, empty when nothing is."""
        return self._said.text()

    def begin(self) -> None:
        """A new attempt: nothing pasted, nothing wrong yet."""
        self.code.clear()
        self.refuse("")

    def refuse(self, words: str) -> None:
        """Say what is wrong with the pasted code; it stays in its field."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self.code.setAccessibleDescription(words)

    def refresh(self) -> None:
        """Show how the attempt goes."""
        controller = self._controller
        again, attempt = controller.again, controller.attempt
        self._title.setText(tr("重新授权 @{0}", again.nickname) if again else tr("连接你的微博账号"))
        lasts = None if attempt is None else attempt.lasts
        words = kept_words(lasts=lasts, practice=controller.is_practice)
        self.kept.set_words(words, warns=words == FORGETFUL)
        automatic = attempt is None or attempt.is_automatic
        self._ask.setText(NOT_BACK if automatic else PASTE_IT)
        self._ask.updateGeometry()
        waiting = controller.is_waiting
        self.code.setReadOnly(not waiting)  # disabled it would lose the focus
        self.use.setEnabled(waiting)
        self._show_strip()

    def first_stop(self) -> QWidget | None:
        """The field where a code must be pasted; else the wizard's main button."""
        attempt = self._controller.attempt
        return self.code if attempt is not None and not attempt.is_automatic and self._controller.is_waiting else None

    @Slot()
    def submit(self) -> None:
        """Use what was pasted."""
        self._paste()

    @Slot()
    def _paste(self) -> None:
        self.refuse("")
        self.pasted.emit(self.code.text())

    @Slot()
    def _clear(self) -> None:
        self.refuse("")

    def _show_strip(self) -> None:
        controller, strip = self._controller, self.strip
        attempt = controller.attempt
        copy = tr("复制链接")
        if controller.is_finishing:
            strip.tell(tr("正在向微博换取授权……"), tr("已经收到授权码，马上就好。"), icon="loader")
        elif controller.is_busy:
            strip.tell(tr("正在准备授权页……"), tr("准备好了就会打开浏览器。"), icon="loader")
        elif controller.trouble:
            strip.tell(tr("还没有连接上"), controller.trouble, tone="danger", icon="circle-alert")
        elif attempt is None:
            strip.tell(tr("还没有打开授权页"), tr("按下面的按钮打开浏览器。"), icon="info")
        elif controller.is_over:
            strip.tell(
                tr("这次授权的 10 分钟已经过了"), tr("什么都没有改变。重新打开浏览器，再来一次。"), tone="danger"
            )
        else:
            left = countdown_words(attempt.ends_at, self._context.operator.desk.now())
            what = (
                tr("没弹出来？复制链接到浏览器打开。{0}", left)
                if controller.opened
                else tr("没能打开浏览器，请复制链接自己打开。{0}", left)
            )
            title = tr("正在等浏览器里的授权……") if attempt.is_automatic else tr("正在等你粘贴授权码……")
            strip.tell(title, what, action=copy)

    def _lay_out(self) -> None:
        theme = self._context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(TextLabel(theme, INTRO, "body", "text2", wrap=True))
        column.addSpacing(2)
        column.addWidget(InfoRow(theme, "eye", tr("会读取"), READS))
        column.addWidget(InfoRow(theme, "send", tr("会发送"), SENDS))
        column.addWidget(self.kept)
        column.addSpacing(2)
        column.addWidget(self.strip)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.code, 1)
        row.addWidget(self.use)
        below.addLayout(row)
        below.addWidget(self._said)
        self._said.hide()
        column.addLayout(below)
        column.addStretch()
