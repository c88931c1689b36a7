"""The question after copying: was it sent? Digits answer, as no text field has the focus."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.reply.wrapped import wrapped_label
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.chip import Chip, ChipSpec
from ui.widgets.label import TextLabel
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.reply import Intent

SENT = {"next": "已发出，下一位", "stay": "已发出", "finish": "已发出，完成"}


class ConfirmStrip(QWidget):
    """1 sent, 2 not sent, O open again, C copy again."""

    sent = Signal()
    not_sent = Signal()
    open_again = Signal()
    copy_again = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel()
        self._icon_name = "circle-check"
        self._title = TextLabel(theme, "", "person")
        self._where = Chip(theme, ChipSpec(("公开回复",), icon="globe"))
        self._hint = TextLabel(theme, "", "body")
        self._text = wrapped_label(theme, "body")
        self._open = KeyButton(theme, "再打开一次", icon="external-link", keys="O")
        self._copy = KeyButton(theme, "再复制一次", icon="copy", keys="C")
        self._back = KeyButton(theme, "没发，回去改", keys="2")
        self._done = KeyButton(theme, SENT["next"], icon="check", keys="1", variant="primary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._lay_out()
        self._wire()
        theme.changed.connect(self._restyle)
        self._restyle()

    def ask(self, intent: Intent, *, opened: bool, then: str, reminder: bool = False) -> None:
        """Show the question; ``reminder`` when the answer was never given before the program ended."""
        private = intent.audience is Audience.PRIVATE
        page = "私信页面" if private else "微博页面"
        if reminder:
            title, hint = "这条复制过，还没说发出去没有", "去微博看一眼：发出了按 1，没发按 2。"
        elif opened:
            title, hint = f"已复制，{page}也打开了", "在微博里按 Ctrl V 粘贴并发送，再切回这里按 1。"
        else:
            title = "已复制"
            missing = "没有私信链接" if private else "没有原帖链接"
            hint = f"{missing}，请自己打开微博，粘贴并发送，再切回这里按 1。"
        self._icon_name = "circle-check" if opened or not reminder else "circle-help"
        self._title.setText(title)
        self._hint.setText(hint)
        self._text.setText(intent.text)
        where = f"发给 {intent.nickname}" if private else f"到{intent.nickname}的评论"
        self._where.set_spec(
            ChipSpec(("私信", where), "info", "lock") if private else ChipSpec(("公开回复", where), icon="globe")
        )
        self._done.set_content("已发出" if intent.is_ack else SENT[then], "check", "1")
        self._open.setVisible(bool(intent.link))
        self.setAccessibleName(f"{title}。{hint}")
        self._restyle()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> str:
        """Title and hint, as shown."""
        return f"{self._title.text()}。{self._hint.text()}"

    @Slot()
    def _restyle(self) -> None:
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, "success_text", self._theme.px(20)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digit or letter, once per press."""
        answers = {
            Qt.Key.Key_1: self.sent,
            Qt.Key.Key_2: self.not_sent,
            Qt.Key.Key_O: self.open_again,
            Qt.Key.Key_C: self.copy_again,
        }
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        answer = answers.get(Qt.Key(event.key()))
        if answer is None or not plain or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        answer.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the keys again when the operator comes back from the browser."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._where)
        box = QFrame()
        box.setProperty("surface", "quote")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(11, 7, 11, 7)
        column.addWidget(self._text)
        column.addStretch()
        area.setWidget(holder)
        inside.addWidget(area)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self._open, self._copy):
            foot.addWidget(button)
        foot.addStretch()
        for button in (self._back, self._done):
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 14, 18, 14)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self._hint)
        outer.addWidget(box, 1)
        outer.addLayout(foot)

    def _wire(self) -> None:
        self._done.clicked.connect(self.sent)
        self._back.clicked.connect(self.not_sent)
        self._open.clicked.connect(self.open_again)
        self._copy.clicked.connect(self.copy_again)
