"""One of our accounts on the settings page: who, what for, how it stands, what it did, and what can be done."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.settings.account_notes import Note, NoteRow, growing
from ui.settings.fields import SettingLine
from ui.settings.row import SettingCard
from ui.support.account_words import Standing
from ui.support.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import KeyButton
from ui.widgets.chip import Chip, ChipSpec, ChipTone
from ui.widgets.label import TextLabel
from weibo_operator.domain.account import Account, AccountRole, AccountState
from weibo_operator.translation import label, tr

TONES: dict[str, ChipTone] = {"ok": "success", "needs_you": "urgent", "offline": "neutral", "none": "neutral"}
ASK = tr(
    "退出后不再收 @{name} 的消息，也不能用它发送，授权会从微博和这台电脑上去掉。"
    "工单、草稿和待发的回复都留着，重新授权就接上。"
)
IP_HINT = tr("微博要求每条回复带上电脑的公网地址时才填，例如 203.0.113.7；不填就不带")


class AccountFacts(Struct, frozen=True):
    """What one card shows; ``figures`` and ``notes`` are words already."""

    account: Account
    standing: Standing
    life: str
    figures: str
    notes: tuple[Note, ...]


class AccountCard(SettingCard):
    """Each signal carries nothing but its own value: the card knows its ``account``."""

    role_chosen = Signal(str)
    again_wanted = Signal()
    default_wanted = Signal()
    sign_out_wanted = Signal()
    address_given = Signal(str)
    note_acted = Signal(object)
    """The ``Note`` whose button was pressed."""

    def __init__(self, theme: Theme, facts: AccountFacts, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        name = facts.account.nickname
        self._theme = theme
        self._notes: tuple[Note, ...] | None = None
        self.account = facts.account
        self.avatar = Avatar(theme, name, 36)
        self.name = TextLabel(theme, f"@{name}", "card_name")
        self.state = Chip(theme, ChipSpec((facts.standing.word,)))
        self.usual = Chip(theme, ChipSpec((tr("默认"),), "accent"))
        self.life = growing(TextLabel(theme, "", "secondary", "text2", wrap=True))
        self.figures = growing(TextLabel(theme, "", "secondary", "text2", wrap=True))
        self.role = QComboBox()
        self.again = KeyButton(theme, tr("重新授权"), icon="key-round", height="control_32")
        self.usual_button = KeyButton(theme, tr("设为默认"), height="control_32")
        self.more = KeyButton(theme, tr("更多"), icon="chevron-down", variant="ghost", height="control_32")
        self.leave = KeyButton(theme, tr("退出登录"), variant="ghost", height="control_32")
        self.address = SettingLine(theme, tr("@{0} 的公网 IP", name), 200)
        self.refusal = TextLabel(theme, "", "meta", "danger_text", wrap=True)
        self.question = growing(TextLabel(theme, "", "secondary", "text", wrap=True))
        self.sure = KeyButton(theme, tr("退出登录"), variant="danger", height="control_32")
        self.not_sure = KeyButton(theme, tr("不退出"), height="control_32")
        self._more = QWidget()
        self._asking = QWidget()
        self._list = QVBoxLayout()
        self._lay_out()
        self._wire()
        self.show_facts(facts)

    @property
    def note_rows(self) -> tuple[NoteRow, ...]:
        """The lines about what is switched off or rests."""
        return tuple(self.findChildren(NoteRow))

    def show_facts(self, facts: AccountFacts) -> None:
        """Show how the account stands now."""
        account = self.account = facts.account
        signed_out = account.state is AccountState.SIGNED_OUT
        self.avatar.show_person(account.nickname)
        self.name.setText(f"@{account.nickname}")
        standing = facts.standing
        self.state.set_spec(ChipSpec((standing.word,), TONES[standing.mark], standing.icon))
        self.usual.setVisible(account.is_default and not signed_out)
        self.life.setText(facts.life)
        self.figures.setText(facts.figures)
        if not self.role.view().isVisible():
            self.role.setCurrentIndex(self.role.findData(account.role.value))
        self.role.setAccessibleName(tr("@{0} 用来做什么", account.nickname))
        self.again.set_variant("primary" if account.state is AccountState.EXPIRED else "secondary")
        self.usual_button.setVisible(not account.is_default and not signed_out)
        self.leave.setVisible(not signed_out)
        self.address.show_stored(account.public_ip)
        self._show_notes(facts.notes)

    def refuse(self, words: str) -> None:
        """Say what is wrong with the address; empty words take it away."""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def set_busy(self, *, on: bool) -> None:
        """While it is being signed out nothing else is done with it."""
        for button in (self.sure, self.not_sure, self.again, self.leave):
            button.setEnabled(not on)
        self.sure.set_content(tr("正在退出……") if on else tr("退出登录"))

    @Slot()
    def ask(self) -> None:
        """Ask before signing out."""
        self.question.setText(ASK.format(name=self.account.nickname))
        self._asking.show()
        self.not_sure.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def stop_asking(self) -> None:
        """It stays signed in, or is out by now."""
        had = self._asking.isAncestorOf(self.focusWidget() or self)
        self._asking.hide()
        if had:
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _toggle_more(self) -> None:
        show = self._more.isHidden()
        self._more.setVisible(show)
        self.more.set_content(tr("收起") if show else tr("更多"), icon="chevron-up" if show else "chevron-down")
        if show:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _choose_role(self, _place: int) -> None:
        self.role_chosen.emit(str(self.role.currentData()))

    @Slot()
    def _give_address(self) -> None:
        self.address_given.emit(self.address.text().strip())

    @Slot()
    def _bring_back(self) -> None:
        self.refuse("")
        self.address.setText(self.account.public_ip)

    @Slot()
    def _act(self) -> None:
        sender = self.sender()
        if isinstance(sender, NoteRow):
            self.note_acted.emit(sender.note)

    def _show_notes(self, notes: Sequence[Note]) -> None:
        if tuple(notes) == self._notes:
            return
        self._notes = tuple(notes)
        for row in self.note_rows:
            self._list.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        for note in notes:
            row = NoteRow(self._theme, note)
            row.acted.connect(self._act)
            self._list.addWidget(row)

    def _wire(self) -> None:
        self.role.activated.connect(self._choose_role)
        self.again.clicked.connect(self.again_wanted)
        self.usual_button.clicked.connect(self.default_wanted)
        self.leave.clicked.connect(self.ask)
        self.sure.clicked.connect(self.sign_out_wanted)
        self.not_sure.clicked.connect(self.stop_asking)
        self.more.clicked.connect(self._toggle_more)
        self.address.commit_asked.connect(self._give_address)
        self.address.given_up.connect(self._bring_back)

    def _lay_out(self) -> None:
        for role in AccountRole:
            self.role.addItem(label(role.value), role.value)
        self.add(self._head())
        notes = QWidget()
        notes.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(6)
        column.addWidget(self.figures)
        column.addWidget(notes)
        column.addLayout(self._buttons())
        column.addWidget(self._question())
        column.addWidget(self._address())
        self.add(box)

    def _head(self) -> QWidget:
        head = QWidget()
        first = QHBoxLayout()
        first.setSpacing(8)
        for widget in (self.name, self.state, self.usual):
            first.addWidget(widget)
        first.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addWidget(self.life)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        row.addWidget(self.avatar)
        row.addLayout(words, 1)
        row.addWidget(self.role)
        return head

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.usual_button)
        row.addStretch()
        row.addWidget(self.more)
        row.addWidget(self.leave)
        return row

    def _question(self) -> QWidget:
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.question)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.not_sure)
        row.addWidget(self.sure)
        column.addLayout(row)
        self._asking.hide()
        return self._asking

    def _address(self) -> QWidget:
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(TextLabel(self._theme, tr("公网 IP"), "body"), 1)
        row.addWidget(self.address)
        column.addLayout(row)
        column.addWidget(TextLabel(self._theme, IP_HINT, "secondary", "text2", wrap=True))
        column.addWidget(self.refusal)
        self.refusal.hide()
        self._more.hide()
        return self._more
