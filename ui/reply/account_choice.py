"""Which of our accounts answers: a button in the composer's strip with a menu; not there while we have but one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ui.support.actions import anywhere
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from weibo_operator.domain.account import Account
from weibo_operator.domain.ids import AccountId
from weibo_operator.services.wording import shortened
from weibo_operator.translation import label, tr

KEYS = anywhere("account")
LONGEST, SHORT = 8, 5
"""Characters of a name on the button; the menu and the tooltip have all of it."""


class AccountChoice(KeyButton):
    """“以 @橙果客服 回复”."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", icon="user", variant="ghost", height="control_32", parent=parent)
        self._accounts: tuple[Account, ...] = ()
        self._current: AccountId | None = None
        self._menu: QMenu | None = None
        self._nickname = ""
        self._narrow = False
        self.clicked.connect(self.open_menu)
        self.hide()

    @property
    def menu_shown(self) -> QMenu | None:
        """The menu while it is open."""
        return self._menu

    def show_accounts(self, accounts: Sequence[Account], current: Account | None) -> None:
        """Offer the accounts that can answer; hidden where there is nothing to choose."""
        self._accounts = tuple(accounts)
        self._current = None if current is None else current.id
        self.setVisible(current is not None and len(accounts) > 1)
        if current is not None:
            self._nickname = current.nickname
            self._describe_choice()

    @Slot()
    def open_menu(self) -> None:
        """Offer every account; the arrow keys and Enter choose."""
        if self.isHidden():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, account in enumerate(self._accounts, 1):
            action = menu.addAction(tr("&{0}  @{1}（{2}）", number, account.nickname, label(account.role.value)))
            action.setCheckable(True)
            action.setChecked(account.id == self._current)
            action.triggered.connect(partial(self._choose, account.id))
            if account.id == self._current:
                menu.setActiveAction(action)
        menu.aboutToHide.connect(self._forget_menu)
        self._menu = menu
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def set_narrow(self, *, on: bool) -> None:
        """Only the beginning of the name where room is short."""
        if on != self._narrow:
            self._narrow = on
            self._describe_choice()

    def _describe_choice(self) -> None:
        words = f"@{shortened(self._nickname, SHORT)}"
        if not self._narrow:
            words = tr("以 @{0} 回复", shortened(self._nickname, LONGEST))
        self.set_content(words, "user", "" if self._narrow else KEYS)
        self.setToolTip(tr("用 @{0} 回复，按 {1} 换一个账号", self._nickname, self._theme.keys.said(KEYS)))
        self.setAccessibleName(tr("用 @{0} 回复，可以换一个账号", self._nickname))

    @Slot()
    def _forget_menu(self) -> None:
        self._menu = None

    def _choose(self, account: AccountId, *_checked: bool) -> None:
        self.chosen.emit(account)
