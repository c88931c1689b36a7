"""Our accounts in the window: the wizard over it, the face at the foot of the rail, 设置 › 账号."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.connect.dialog import ConnectDialog
from ui.settings.controller import SettingsPage
from ui.shell.account_button import AccountButton
from ui.shell.pages import Pages
from ui.support.account_words import desk_standing
from ui.support.context import Context
from weibo_operator.domain.ids import AccountId


class ConnectDesk(QObject):
    """Public: ``show_sources``, ``show_connect``, ``connect_again``, ``show_accounts``, ``refresh``, ``stop``."""

    page_wanted = Signal(str)
    source_chosen = Signal(str)
    """paste or import."""
    practice_wanted = Signal()
    sync_wanted = Signal(object)
    """The account that was just connected."""

    def __init__(self, context: Context, window: QWidget, face: AccountButton, pages: Pages) -> None:
        super().__init__(window)
        self._context = context
        self._face = face
        self._pages = pages
        self._window = window
        pages.when_made(SettingsPage, self._wire_settings)
        face.clicked.connect(self._on_face)
        context.news.changed.connect(self._on_changed)
        context.connection.changed.connect(self.refresh)
        self.refresh()

    @cached_property
    def dialog(self) -> ConnectDialog:
        """The wizard."""
        made = ConnectDialog(self._context, self._window)
        made.source_chosen.connect(self.source_chosen)
        made.practice_wanted.connect(self.practice_wanted)
        made.sync_wanted.connect(self.sync_wanted)
        return made

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its keys do on every page."""
        return {"sources": self.show_sources, "connect": self.show_connect, "accounts": self.show_accounts}

    @Slot()
    def show_sources(self) -> None:
        """Where messages come from."""
        self.dialog.open_sources()

    @Slot()
    def show_connect(self) -> None:
        """Connect an account, or go on where that was left."""
        self.dialog.open_connect()

    @Slot(object)
    def connect_again(self, account: AccountId) -> None:
        """A new permission for one account."""
        self.dialog.open_again(account)

    @Slot()
    def show_accounts(self) -> None:
        """设置 › 账号."""
        self.page_wanted.emit("settings")
        self._pages.settings.open_section("accounts")

    @Slot()
    def refresh(self) -> None:
        """Show at the rail how the accounts stand."""
        operator = self._context.operator
        accounts = operator.accounts.all()
        offline = self._context.connection.offline_since
        account, standing = desk_standing(accounts, operator.accounts.default(), operator.desk.now(), offline)
        self._face.show_account(account.nickname if account else "", standing)

    def stop(self) -> None:
        """The window closes."""
        if "dialog" in self.__dict__:  # one that was never opened waits for nothing
            self.dialog.stop()

    def _wire_settings(self, page: SettingsPage) -> None:
        page.connect_wanted.connect(self.show_connect)
        page.connect_again_wanted.connect(self.connect_again)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self.refresh()

    @Slot()
    def _on_face(self) -> None:
        """设置 › 账号; without any account the wizard."""
        if self._context.operator.accounts.all():
            self.show_accounts()
        else:
            self.show_connect()
