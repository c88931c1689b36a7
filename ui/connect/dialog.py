"""The wizard over the window: where messages come from, the app, the browser, done; Esc leaves, and it goes on."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.connect.app_page import AppPage
from ui.connect.controller import ConnectController
from ui.connect.done_page import DonePage
from ui.connect.permit_page import PermitPage
from ui.connect.sources_page import SourcesPage
from ui.connect.wizard_card import WizardCard
from ui.connect.wizard_dialog import WizardDialog
from ui.connect.words import CONSOLE
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.widgets.button import KeyButton
from weibo_operator.domain.account import Account, AccountRole, AccountState
from weibo_operator.domain.ids import AccountId
from weibo_operator.services.signing_in import PRACTICE_KEY, practice_secret
from weibo_operator.translation import tr

SECOND = 1000
STEPS = (tr("消息来源"), tr("准备应用"), tr("浏览器授权"))


class ConnectDialog(WizardDialog):
    """Public: ``open_sources``, ``open_connect``, ``open_again``, ``stop``."""

    source_chosen = Signal(str)
    """The window's action that leads there: paste, import, or from practice to the desk's own data."""
    practice_wanted = Signal()
    sync_wanted = Signal(object)
    """The account that was just connected."""

    def __init__(self, context: Context, host: QWidget) -> None:
        theme = context.theme
        self._context = context
        super().__init__(theme, host, WizardCard(theme, STEPS))
        self.controller = ConnectController(context, self)
        self.sources = SourcesPage(theme)
        self.app = AppPage(theme)
        self.permit = PermitPage(context, self.controller)
        self.done = DonePage(theme)
        self.try_button = KeyButton(theme, tr("先用练习数据试试"), variant="ghost")
        self.leave_button = KeyButton(theme, tr("离开"), keys="Esc", variant="ghost")
        self.back_button = KeyButton(theme, tr("上一步"))
        self.main_button = KeyButton(theme, tr("下一步"), variant="primary")
        self._account: Account | None = None
        self._page: QWidget = self.sources
        self._focus_waits = False
        self._second = QTimer(self)
        self._second.setInterval(SECOND)
        for page in (self.sources, self.app, self.permit, self.done):
            self.card.add_page(page)
        for button in (self.try_button, self.leave_button):
            self.card.foot.addWidget(button)
        self.card.foot.addStretch()
        for button in (self.back_button, self.main_button):
            self.card.foot.addWidget(button)
        self._wire()
        self._fill_practice()

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._page

    @Slot()
    def open_sources(self) -> None:
        """Where messages come from."""
        connected = self._context.operator.accounts.default()
        known = connected is not None and connected.state is not AccountState.SIGNED_OUT
        self.sources.cards.show_account(
            tr("已连接 @{0}", connected.nickname) if connected is not None and known else ""
        )
        self._open(self.sources)

    @Slot()
    def open_connect(self) -> None:
        """Connect an account; an attempt that was left goes on where it was."""
        controller = self.controller
        going_on = controller.attempt is not None or controller.is_busy or bool(controller.trouble)
        self._open(self.permit if going_on else self.app)

    def open_again(self, account: AccountId) -> None:
        """A new permission for an account, with one page where its app's secret is kept."""
        wanted = self._context.operator.accounts.get(account)
        self.permit.begin()
        self.controller.begin_again(wanted)
        self._open(self.permit)

    def stop(self) -> None:
        """The window closes: wait for nothing more."""
        self._second.stop()
        self.controller.stop()

    def close_over(self) -> None:
        """Keep what was typed and what waits for the next time."""
        super().close_over()
        self.app.hide_secret()
        if self._page is self.done:
            self._page = self.sources
        self._keep_time()

    @Slot()
    def go_on(self) -> None:
        """The main button of each page."""
        if self._page is self.sources:
            focused = QApplication.focusWidget()
            chosen = next((key for key, card in self.sources.cards.cards.items() if card is focused), "paste")
            self._take_source(chosen)
        elif self._page is self.app:
            self.permit.begin()
            self.controller.begin(self.app.form)
            self._turn(self.permit)
        elif self._page is self.permit:
            self.permit.begin()
            self.controller.reopen()
            self._place_focus()
        else:
            account = self._account
            self.close_over()
            if account is not None:
                self.sync_wanted.emit(account.id)

    @Slot()
    def go_back(self) -> None:
        """One page back; going back from the browser gives the attempt up."""
        if self._page is self.permit:
            again = self.controller.again
            self.controller.cancel()
            if again is not None:
                self._show_known(again)
            self._turn(self.app)
        elif self._page is self.app:
            self.open_sources()
        else:
            self.dismiss()

    @Slot(str)
    def _take_source(self, source: str) -> None:
        if source == "connect":
            self.open_connect()
            return
        self.close_over()
        self.source_chosen.emit(source)

    @Slot(object, object)
    def _on_connected(self, account: Account, renewed: Account | None) -> None:
        self._account = account
        self.app.forget_secret()
        self._fill_practice()
        accounts = self._context.operator.accounts
        now, practice = self._context.operator.desk.now(), self.controller.is_practice
        self.done.show_account(account, renewed, now, lasts=accounts.lasts, practice=practice)
        if self.isHidden():
            keys = self._context.theme.keys.said(anywhere("sync_now"))
            self._context.news.notice.emit(tr("已连接 @{0}，按 {1} 同步。", account.nickname, keys))
            self._page = self.sources
        else:
            self._turn(self.done)

    @Slot()
    def _on_secret_wanted(self) -> None:
        again = self.controller.again
        if again is not None:
            self._show_known(again)
            self.app.refuse("app_secret", tr("这台电脑上没有存着它，请从“我的应用”里再复制一次。"))
        if not self.isHidden():
            self._turn(self.app)

    @Slot(str, str)
    def _on_refused(self, name: str, words: str) -> None:
        if name == "code":
            self.permit.refresh()
            self.permit.refuse(words)
            self.permit.code.setFocus(Qt.FocusReason.OtherFocusReason)
            self.card.show_widget(self.permit.use)
            return
        self.app.refuse(name, words)
        self._turn(self.app)

    @Slot()
    def _refresh(self) -> None:
        """Follow the controller."""
        if self._page is self.permit:
            self.permit.refresh()
            self._show_buttons()
            if self._focus_waits and not self.controller.is_busy and not self.isHidden():
                self._place_focus()
        self._keep_time()

    @Slot()
    def _on_second(self) -> None:
        self.controller.note_time()

    @Slot(str)
    def _copy(self, text: str) -> None:
        self._context.desktop.copy(text)
        self._context.news.notice.emit(tr("已复制。"))

    @Slot()
    def _copy_page(self) -> None:
        self.controller.copy_address()
        self._context.news.notice.emit(tr("链接已复制，粘贴到浏览器里打开。"))

    @Slot()
    def _open_console(self) -> None:
        self._context.desktop.open_page(CONSOLE)

    @Slot()
    def _open_real(self) -> None:
        self._take_source("real_data")

    @Slot()
    def _practise(self) -> None:
        self.close_over()
        self.practice_wanted.emit()

    def enter(self) -> None:
        """Press the focused button, use a pasted code, or go on."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif focused is self.permit.code and self.permit.code.text().strip():
            self.permit.submit()
        elif self.main_button.isEnabled():
            self.main_button.click()

    def _open(self, page: QWidget) -> None:
        self._turn(page)
        if self.isHidden():
            self.open_over()
        self._turn(page)

    def _turn(self, page: QWidget) -> None:
        self._page = page
        places = (self.sources, self.app, self.permit, self.done)
        self.card.show_page(page, places.index(page))
        if page is self.permit:
            self.permit.refresh()
        if page is not self.app:
            self.app.hide_secret()
        self._show_buttons()
        self._keep_time()
        if not self.isHidden():
            self._place_focus()

    def _place_focus(self) -> None:
        """Put the keys where the page begins; while something is asked in the background that is not known yet."""
        self._focus_waits = self._page is self.permit and self.controller.is_busy
        self._first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_stop(self) -> QWidget:
        """Where the keys begin on the page that is shown."""
        stops = {
            self.sources: self.sources.first_stop(),
            self.app: self.app.first_stop() if self.app.can_connect and not self._is_filled() else None,
            self.permit: self.permit.first_stop(),
        }
        return stops.get(self._page) or (self.main_button if self.main_button.isEnabled() else self.leave_button)

    def _is_filled(self) -> bool:
        return bool(self.app.key.text() and self.app.secret.text())

    def _show_buttons(self) -> None:
        page, controller = self._page, self.controller
        self.try_button.setVisible(page is self.sources and not controller.is_practice)
        self.leave_button.setVisible(page is not self.done)
        self.back_button.set_content(
            tr("完成") if page is self.done else tr("上一步"), keys="Esc" if page is self.done else ""
        )
        self.back_button.setVisible(page is not self.sources)
        self.back_button.setEnabled(not controller.is_finishing)
        if page is self.permit:
            begun = controller.attempt is not None or bool(controller.trouble)
            words = tr("重新打开浏览器") if begun else tr("打开浏览器授权")
            self.main_button.set_content(words, icon="external-link")
            self.main_button.setEnabled(not controller.is_busy)
        elif page is self.done:
            self.main_button.set_content(tr("第一次同步"), icon="refresh-cw", keys="↵")
            self.main_button.setEnabled(True)
        else:
            self.main_button.set_content(tr("下一步"), icon="arrow-right", keys="↵")
            self.main_button.setEnabled(page is self.sources or self.app.can_connect)

    def _show_known(self, account: Account) -> None:
        self.app.show_app(account.app.key, automatic=not account.app.redirect_uri, role=account.role)

    def _fill_practice(self) -> None:
        if not self.controller.is_practice:
            return
        server = bool(self._context.practice_weibo)
        self.app.show_practice(server=server)
        if server:
            self.app.show_app(PRACTICE_KEY, automatic=True, role=AccountRole.SERVICE, secret=practice_secret())

    def _keep_time(self) -> None:
        """Count the seconds only while somebody sees them or the attempt may end."""
        if self.controller.is_waiting:
            if not self._second.isActive():
                self._second.start()
        else:
            self._second.stop()

    def _wire(self) -> None:
        controller = self.controller
        self.sources.cards.chosen.connect(self._take_source)
        self.app.console_wanted.connect(self._open_console)
        self.app.copy_wanted.connect(self._copy)
        self.app.real_wanted.connect(self._open_real)
        self.permit.copy_wanted.connect(self._copy_page)
        self.permit.pasted.connect(controller.take)
        controller.changed.connect(self._refresh)
        controller.connected.connect(self._on_connected)
        controller.secret_wanted.connect(self._on_secret_wanted)
        controller.field_refused.connect(self._on_refused)
        self.main_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        self.leave_button.clicked.connect(self.dismiss)
        self.try_button.clicked.connect(self._practise)
        self._second.timeout.connect(self._on_second)
