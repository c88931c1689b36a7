"""The wizard: what it needs, the waiting for the browser, a pasted code, done; and leaving it at any step."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import force_setattr
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import SetClock
from tests.practice_browser import pressed, visited
from tests.practice_weibo import PracticeWeibo
from tests.practice_weibo.story import SHOP_UID, shop_world
from tests.services.platform_box import PlatformBox
from tests.ui.context_fixture import OpenedPages
from tests.ui.keys import press
from tests.ui.platform_fixture import LastingSecrets, SignIn
from tests.ui.window_fixture import OpenWindow
from ui.connect.dialog import ConnectDialog
from ui.connect.words import FORGETFUL, countdown_words, kept_words
from ui.support.context import Context, News
from ui.support.desktop import PracticeDesktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from weibo_operator.bootstrap import Language, build, make_practice, resources_dir
from weibo_operator.domain.account import AccountRole, AccountState
from weibo_operator.domain.open_platform import DEFAULT_REDIRECT, PlatformError, Reaction
from weibo_operator.services.signing_in import LOOPBACK_REDIRECT

KEY, WORD = "1352200061", "0123456789abcdef0123456789abcdef"
CODE = "code-12345678"


@pytest.fixture
def host(platform_context: Context, show_active: Callable[[QWidget], None]) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1366, 689)
    show_active(made)
    yield made
    for dialog in made.findChildren(ConnectDialog):
        dialog.stop()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture
def dialog(platform_context: Context, host: QWidget) -> ConnectDialog:
    return ConnectDialog(platform_context, host)


def fill(dialog: ConnectDialog, *, automatic: bool = False, key: str = KEY, word: str = WORD) -> None:
    dialog.open_connect()
    dialog.app.key.setText(key)
    dialog.app.secret.setText(word)
    dialog.app.road.set_current("automatic" if automatic else "pasted")


def begun(dialog: ConnectDialog, qtbot: QtBot, *, automatic: bool = False) -> None:
    fill(dialog, automatic=automatic)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: dialog.controller.attempt is not None)


def connected(dialog: ConnectDialog, qtbot: QtBot) -> None:
    begun(dialog, qtbot)
    dialog.permit.code.setText(CODE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.page is dialog.done)


def test_by_keys_from_the_sources_to_connected(
    dialog: ConnectDialog, platform_context: Context, pages: OpenedPages, qtbot: QtBot
) -> None:
    dialog.open_sources()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert dialog.page is dialog.app
    assert dialog.app.key.hasFocus()
    QTest.keyClicks(dialog.app.key, KEY)
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.app.secret, WORD)
    dialog.app.road.set_current("pasted")
    press(Qt.Key.Key_Return)
    assert dialog.page is dialog.permit
    qtbot.waitUntil(lambda: len(pages.addresses) == 1)
    assert dialog.permit.code.hasFocus()
    QTest.keyClicks(dialog.permit.code, CODE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.page is dialog.done)
    (account,) = platform_context.operator.accounts.all()
    assert account.state is AccountState.ACTIVE
    assert dialog.done.strip.told == "已连接 @橙果客服"
    assert "2026 年 12 月 19 日" in dialog.done.life.words
    assert dialog.app.secret.text() == ""
    assert dialog.main_button.hasFocus()
    with qtbot.waitSignal(dialog.sync_wanted) as wanted:
        press(Qt.Key.Key_Return)
    assert wanted.args == [account.id]
    assert dialog.isHidden()


@pytest.mark.parametrize(("key", "word", "name"), [("", WORD, "App Key"), (KEY, "", "App Secret")])
def test_an_empty_field_says_so(dialog: ConnectDialog, qtbot: QtBot, key: str, word: str, name: str) -> None:
    fill(dialog, key=key, word=word)
    dialog.main_button.click()
    line = dialog.app.key if name == "App Key" else dialog.app.secret
    qtbot.waitUntil(lambda: line.accessibleDescription() != "")
    assert line.accessibleDescription() == f"“{name}”还没有填。"
    assert dialog.page is dialog.app
    assert line.hasFocus()


def test_each_road_names_its_address_and_copies_it(dialog: ConnectDialog, qtbot: QtBot) -> None:
    dialog.open_connect()
    assert dialog.app.line.address == LOOPBACK_REDIRECT
    dialog.app.line.button.click()
    assert QGuiApplication.clipboard().text() == LOOPBACK_REDIRECT
    automatic = dialog.app.road.findChildren(QRadioButton)[0]
    automatic.setFocus()
    qtbot.keyClick(automatic, Qt.Key.Key_Right)
    assert dialog.app.line.address == DEFAULT_REDIRECT


def test_the_secret_is_dots_until_shown_and_again_when_left(dialog: ConnectDialog) -> None:
    fill(dialog)
    line = dialog.app.secret
    spoken = QAccessible.queryAccessibleInterface(line)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    for kind in QAccessible.Text:
        assert WORD not in spoken.text(kind)
    dialog.app.reveal.click()
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    dialog.dismiss()
    dialog.open_connect()
    assert (line.text(), line.echoMode()) == (WORD, QLineEdit.EchoMode.Password)
    dialog.app.forget_secret()
    assert (line.text(), line.echoMode()) == ("", QLineEdit.EchoMode.Password)


def test_a_wrong_code_stays_with_its_sentence(dialog: ConnectDialog, platform_context: Context, qtbot: QtBot) -> None:
    begun(dialog, qtbot)
    old = f"{DEFAULT_REDIRECT}?code={CODE}&state=old"
    dialog.permit.code.setText(old)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.permit.said != "")
    assert "另一次授权" in dialog.permit.said
    assert dialog.permit.code.text() == old
    assert dialog.permit.code.hasFocus()
    assert platform_context.operator.accounts.all() == ()
    dialog.permit.code.setText(CODE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.page is dialog.done)


def test_what_the_platform_refuses_is_said_and_a_new_page_opens(
    dialog: ConnectDialog, platform: PlatformBox, pages: OpenedPages, platform_context: Context, qtbot: QtBot
) -> None:
    platform.exchange_error = PlatformError(Reaction.SETUP, path="oauth2/access_token", platform_code="21325")
    begun(dialog, qtbot)
    dialog.permit.code.setText(CODE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.controller.trouble != "")
    assert "授权码用过了或者过期了" in dialog.permit.strip.told
    assert platform_context.operator.accounts.all() == ()
    before = dialog.controller.attempt
    dialog.main_button.click()
    qtbot.waitUntil(lambda: dialog.controller.attempt not in (None, before))
    assert len(pages.addresses) == 2
    assert pages.addresses[0] != pages.addresses[1]


def test_offline_is_told_to_the_window(
    dialog: ConnectDialog, platform: PlatformBox, platform_context: Context, clock: SetClock, qtbot: QtBot
) -> None:
    platform.exchange_error = PlatformError(Reaction.OFFLINE, path="oauth2/access_token")
    begun(dialog, qtbot)
    dialog.permit.code.setText(CODE)
    dialog.permit.submit()
    qtbot.waitUntil(lambda: dialog.controller.trouble != "")
    assert platform_context.connection.offline_since == clock.now()
    platform.exchange_error = None
    dialog.permit.submit()
    qtbot.waitUntil(lambda: dialog.page is dialog.done)
    assert platform_context.connection.offline_since is None


def test_the_time_runs_out(dialog: ConnectDialog, clock: SetClock, qtbot: QtBot) -> None:
    begun(dialog, qtbot)
    clock.advance(seconds=18)
    dialog.controller.note_time()
    assert "剩 9:42" in dialog.permit.strip.told
    clock.advance(minutes=10)
    dialog.controller.note_time()
    assert "10 分钟已经过了" in dialog.permit.strip.told
    assert dialog.permit.code.isReadOnly()
    assert dialog.main_button.isEnabled()


def test_esc_leaves_and_the_next_time_goes_on(dialog: ConnectDialog, pages: OpenedPages, qtbot: QtBot) -> None:
    begun(dialog, qtbot)
    attempt = dialog.controller.attempt
    press(Qt.Key.Key_Escape)
    assert dialog.isHidden()
    dialog.open_connect()
    assert dialog.page is dialog.permit
    assert dialog.controller.attempt is attempt
    dialog.back_button.click()
    assert dialog.page is dialog.app
    assert dialog.controller.attempt is None
    assert (dialog.app.key.text(), dialog.app.secret.text()) == (KEY, WORD)


def test_the_browser_comes_back_while_the_card_is_closed(
    dialog: ConnectDialog, platform_context: Context, qtbot: QtBot
) -> None:
    begun(dialog, qtbot)
    dialog.dismiss()
    with qtbot.waitSignal(platform_context.news.notice) as notice:
        dialog.controller.take(CODE)
    assert notice.args[0].startswith("已连接 @橙果客服")
    assert dialog.isHidden()
    assert [account.state for account in platform_context.operator.accounts.all()] == [AccountState.ACTIVE]


def test_a_port_that_is_taken_is_said(dialog: ConnectDialog, platform_context: Context, qtbot: QtBot) -> None:
    error = PlatformError(Reaction.SETUP, path="oauth2/authorize", platform_code="port")

    def taken(_address: str):
        raise error

    dialog.open_connect()
    again = platform_context.open_operator

    def with_a_taken_port():
        operator = again()
        operator.signing_in._listen = taken
        return operator

    force_setattr(platform_context, "open_operator", with_a_taken_port)
    fill(dialog, automatic=True)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: dialog.controller.trouble != "")
    assert "端口被别的程序占用" in dialog.permit.strip.told


def test_again_asks_for_nothing_where_the_secret_is_kept(
    dialog: ConnectDialog, sign_in: SignIn, pages: OpenedPages, qtbot: QtBot
) -> None:
    account = sign_in(role=AccountRole.BRAND)
    dialog.open_again(account.id)
    qtbot.waitUntil(lambda: len(pages.addresses) == 1)
    assert dialog.page is dialog.permit
    dialog.permit.code.setText(CODE)
    dialog.permit.submit()
    qtbot.waitUntil(lambda: dialog.page is dialog.done)
    assert dialog.done.strip.told == "已连接 @橙果客服"
    assert "品牌" in dialog.done.role.words


def test_again_asks_for_the_secret_where_it_is_not_kept(
    dialog: ConnectDialog, sign_in: SignIn, keyring: LastingSecrets, pages: OpenedPages, qtbot: QtBot
) -> None:
    account = sign_in(role=AccountRole.BRAND)
    keyring.forget("app/2005")
    dialog.open_again(account.id)
    qtbot.waitUntil(lambda: dialog.page is dialog.app)
    assert pages.addresses == []
    assert dialog.app.key.text() == "2005"
    assert dialog.app.role.current == "品牌"
    assert dialog.app.secret.hasFocus()


def test_another_account_than_the_one_that_was_meant(
    dialog: ConnectDialog, sign_in: SignIn, platform: PlatformBox, qtbot: QtBot
) -> None:
    account = sign_in()
    platform.uid = "901"
    dialog.open_again(account.id)
    qtbot.waitUntil(lambda: dialog.controller.attempt is not None)
    dialog.controller.take(CODE)
    qtbot.waitUntil(lambda: dialog.page is dialog.done)
    assert "还没有重新授权" in dialog.done.strip.told


def test_without_a_keyring_that_is_said_before(dialog: ConnectDialog, keyring: LastingSecrets, qtbot: QtBot) -> None:
    keyring.is_usable = False
    begun(dialog, qtbot)
    assert dialog.permit.kept.words == FORGETFUL


def test_where_it_is_kept_by_system() -> None:
    assert kept_words(lasts=True, practice=False, system="win32").startswith("存进 Windows 凭据管理器，")
    assert kept_words(lasts=None, practice=False, system="darwin").startswith("存进 macOS 钥匙串，")
    assert kept_words(lasts=True, practice=False, system="linux").startswith("存进系统密钥环，")
    assert kept_words(lasts=False, practice=False) == FORGETFUL
    assert "练习" in kept_words(lasts=False, practice=True)


def test_the_countdown(clock: SetClock) -> None:
    ends_at = clock.now()
    assert countdown_words(ends_at, ends_at).endswith("剩 0:00")
    clock.advance(seconds=5)
    assert countdown_words(ends_at, clock.now()).endswith("剩 0:00")


def test_the_palette_and_the_first_page_open_it(
    open_window: OpenWindow, platform_context: Context, qtbot: QtBot
) -> None:
    window = open_window(platform_context)
    press(Qt.Key.Key_3)
    dialog = window.connecting.dialog
    assert dialog.isVisible()
    assert dialog.page is dialog.app
    dialog.back_button.click()
    assert dialog.page is dialog.sources
    with qtbot.waitSignal(dialog.source_chosen) as chosen:
        QGuiApplication.clipboard().setText("北城小满：什么时候到货")
        press(Qt.Key.Key_1)
    assert chosen.args == ["paste"]
    assert window.dialogs.pasting.isVisible()
    window.dialogs.pasting.dismiss()
    for action in ("sources", "connect"):
        window.run(action)
        assert dialog.isVisible()
        dialog.dismiss()


@pytest.fixture
def weibo() -> Iterator[PracticeWeibo]:
    with PracticeWeibo(shop_world()) as server:
        yield server


@pytest.fixture
def practice(weibo: PracticeWeibo, tmp_path, language: Language, theme: Theme, pages: OpenedPages) -> Iterator[Context]:
    """Practice data with the real client and a practice Weibo beside it."""
    path = tmp_path / "practice.db"
    make_practice(path, language=language)
    operator = build(path, language=language)
    runner = TaskRunner()
    yield Context(
        operator=operator,
        theme=theme,
        runner=runner,
        desktop=PracticeDesktop(weibo.address),
        news=News(),
        open_operator=lambda: build(path, language=language, beside=operator),
        resources=resources_dir(),
        practice_weibo=weibo.address,
    )
    runner.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    operator.close()


def test_in_practice_only_the_page_wants_a_press(
    practice: Context, open_window: OpenWindow, pages: OpenedPages, qtbot: QtBot
) -> None:
    window = open_window(practice)
    window.run("connect")
    dialog = window.connecting.dialog
    assert dialog.main_button.hasFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(pages.addresses) == 1)
    assert "这是练习" in dialog.permit.kept.words
    assert "已经授权" in visited(pressed(pages.addresses[0], SHOP_UID)).body.decode()
    qtbot.waitUntil(lambda: dialog.page is dialog.done, timeout=20_000)
    (account,) = practice.operator.accounts.all()
    assert account.uid == SHOP_UID
    assert "约 5 年" in dialog.done.life.words


def test_practice_without_its_weibo_connects_nothing(
    open_window: OpenWindow, practice: Context, pages: OpenedPages
) -> None:
    force_setattr(practice, "practice_weibo", "")
    window = open_window(practice)
    window.run("connect")
    dialog = window.connecting.dialog
    assert not dialog.main_button.isEnabled()
    assert dialog.leave_button.hasFocus()
    assert pages.addresses == []


def test_practice_without_its_weibo_says_why_and_leads_to_the_real_data(
    open_window: OpenWindow, practice: Context, qtbot: QtBot
) -> None:
    force_setattr(practice, "practice_weibo", "")
    window = open_window(practice)
    window.run("connect")
    dialog = window.connecting.dialog
    page = dialog.app
    assert page._why.isEnabled()
    assert "请先打开正式数据" in page._why.text()
    assert [field.isEnabled() for field in (page.key, page.secret, page.reveal, page.road, page.role)] == [False] * 5
    with qtbot.waitSignal(window.real_wanted):
        page.real.click()
    assert not dialog.isVisible()


def test_on_the_real_data_nothing_leads_there(platform_context: Context, open_window: OpenWindow) -> None:
    window = open_window(platform_context)
    window.run("connect")
    assert window.connecting.dialog.app.real.isHidden()
    assert window.connecting.dialog.app.key.isEnabled()
