"""What connecting needs: an app of one's own, its key and secret, how the code comes back, what the account is for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.connect.controller import AppForm
from ui.connect.parts import CopyLine
from ui.connect.words import WHY_OWN
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from ui.widgets.seg import Seg, SegItem
from weibo_operator.domain.account import AccountRole
from weibo_operator.domain.open_platform import DEFAULT_REDIRECT
from weibo_operator.services.signing_in import LOOPBACK_REDIRECT
from weibo_operator.translation import label, tr

AUTOMATIC, PASTED = "automatic", "pasted"
ROADS = (SegItem(AUTOMATIC, tr("自动回到这里")), SegItem(PASTED, tr("自己粘贴授权码")))
ROLES = tuple(SegItem(role.value, label(role.value)) for role in AccountRole)
ENTER_IT = tr("先把这个地址填进应用的“高级信息 > 授权回调页”，一字不差：")
PRACTICE_WORDS = tr("这是练习用的微博，应用已经填好。按下一步，在打开的页面上点“同意”就行。")
PRACTICE_ALONE = tr("现在打开的是练习数据，不会连接真实的微博。要连接自己的账号，请先打开正式数据。")
FIELDS = {"app_key": "App Key", "app_secret": "App Secret"}


class AppPage(QWidget):
    """``form`` is what was typed; the secret is dots, to the eye and read aloud, until 显示 is pressed."""

    console_wanted = Signal()
    copy_wanted = Signal(str)
    edited = Signal()
    real_wanted = Signal()
    """The desk's own data, where accounts can be connected."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._why = TextLabel(theme, WHY_OWN, "body", "text2", wrap=True)
        self.console = KeyButton(theme, tr("打开开放平台的“我的应用”"), icon="external-link", height="control_32")
        self.real = KeyButton(theme, tr("打开正式数据"), icon="folder-open", height="control_32")
        self.key = QLineEdit()
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.reveal = KeyButton(theme, tr("显示"), icon="eye", height="control_34")
        self.reveal.setCheckable(True)
        self.road = Seg(theme, ROADS, tr("授权码怎么回来"))
        self.role = Seg(theme, ROLES, tr("这个账号用来做什么"))
        self.line = CopyLine(theme, tr("授权回调页的地址"))
        self._says = {name: TextLabel(theme, "", "meta", "danger_text", wrap=True) for name in FIELDS}
        self._can_connect = True
        self._hint = TextLabel(theme, ENTER_IT, "secondary", "text2", wrap=True)
        self._lay_out()
        self._wire()
        self._show_road()

    @property
    def can_connect(self) -> bool:
        """False on practice data without a practice Weibo."""
        return self._can_connect

    @property
    def form(self) -> AppForm:
        """What was typed and chosen."""
        return AppForm(
            self.key.text(), self.secret.text(), self.road.current == AUTOMATIC, AccountRole(self.role.current)
        )

    def show_app(self, key: str, *, automatic: bool, role: AccountRole, secret: str = "") -> None:
        """Fill in what is known."""
        self.key.setText(key)
        self.secret.setText(secret)
        self.road.set_current(AUTOMATIC if automatic else PASTED)
        self.role.set_current(role.value)
        self._show_road()

    def show_practice(self, *, server: bool) -> None:
        """Practice data: with a practice Weibo all is filled in, without one nothing can be connected."""
        self._why.setText(PRACTICE_WORDS if server else PRACTICE_ALONE)
        self._why.updateGeometry()
        for widget in (self.console, self._hint, self.line):
            widget.hide()
        self._can_connect = server
        self.real.setVisible(not server)
        for field in (self.key, self.secret, self.reveal, self.road, self.role):
            field.setEnabled(server)

    def refuse(self, name: str, words: str) -> None:
        """Say at a field what is wrong with it; empty words take it away."""
        said = self._says[name]
        said.setText(words)
        said.setVisible(bool(words))
        (self.key if name == "app_key" else self.secret).setAccessibleDescription(words)

    def forget_secret(self) -> None:
        """It is kept elsewhere now, or not at all."""
        self.secret.clear()
        self.reveal.setChecked(False)

    def hide_secret(self) -> None:
        """Dots again: nobody looks at the page any more."""
        self.reveal.setChecked(False)

    def first_stop(self) -> QWidget:
        """The first field that wants something, or the key."""
        return self.secret if self.key.text() and not self.secret.text() else self.key

    @Slot(bool)
    def _reveal(self, on: bool) -> None:
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.reveal.set_content(tr("隐藏") if on else tr("显示"), icon="eye-off" if on else "eye")

    @Slot()
    def _show_road(self) -> None:
        self.line.show_address(LOOPBACK_REDIRECT if self.road.current == AUTOMATIC else DEFAULT_REDIRECT)

    @Slot()
    def _on_edited(self) -> None:
        for name in FIELDS:
            self.refuse(name, "")
        self.edited.emit()

    def _wire(self) -> None:
        self.console.clicked.connect(self.console_wanted)
        self.real.clicked.connect(self.real_wanted)
        self.line.asked.connect(self.copy_wanted)
        self.reveal.toggled.connect(self._reveal)
        self.road.selected.connect(self._show_road)
        self.road.selected.connect(self._on_edited)
        self.role.selected.connect(self._on_edited)
        for line in (self.key, self.secret):
            line.textEdited.connect(self._on_edited)

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TextLabel(theme, tr("准备一个微博应用"), "wizard_title"))
        column.addWidget(self._why)
        for button in (self.console, self.real):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.real.hide()
        column.addSpacing(4)
        fields = QHBoxLayout()
        fields.setSpacing(16)
        fields.addLayout(self._field("app_key", self.key), 2)
        fields.addLayout(self._field("app_secret", self.secret, self.reveal), 3)
        column.addLayout(fields)
        column.addSpacing(4)
        column.addWidget(TextLabel(theme, tr("授权码怎么回来"), "secondary", "text2"))
        column.addWidget(self.road, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        column.addWidget(self.line)
        column.addSpacing(4)
        column.addWidget(TextLabel(theme, tr("这个账号用来做什么"), "secondary", "text2"))
        column.addWidget(self.role, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def _field(self, name: str, line: QLineEdit, *beside: QWidget) -> QVBoxLayout:
        line.setAccessibleName(FIELDS[name])
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(line, 1)
        for widget in beside:
            row.addWidget(widget)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(TextLabel(self._theme, FIELDS[name], "secondary", "text2"))
        column.addLayout(row)
        column.addWidget(self._says[name])
        self._says[name].hide()
        column.addStretch()
        return column
