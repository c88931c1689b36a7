"""设置 › 账号 and the face at the foot of the rail: how each account stands, what can be done with it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from tests.conftest import SetClock
from tests.services.platform_box import PlatformBox
from tests.ui.context_fixture import OpenedPages
from tests.ui.platform_fixture import LastingSecrets, SignIn
from tests.ui.test_nothing_is_cut import told
from tests.ui.window_fixture import OpenWindow
from ui.settings.account_card import AccountCard
from ui.settings.accounts import AccountsSection
from ui.settings.controller import SettingsPage
from ui.support.account_words import desk_standing, standing_of
from ui.support.context import Context
from ui.support.theme import Theme
from weibo_operator.domain.account import Account, AccountRole, AccountState
from weibo_operator.domain.open_platform import Feature, PlatformError, Reaction


@pytest.fixture
def section(platform_context: Context) -> Iterator[AccountsSection]:
    page = SettingsPage(platform_context)
    page.resize(1301, 689)
    page.show()
    page.open_section("accounts")
    made = page.sections["accounts"]
    assert isinstance(made, AccountsSection)
    yield made
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def refused(context: Context, account: Account, reaction: Reaction, code: str = "", path: str = "x", **more) -> None:
    error = PlatformError(reaction, path=path, platform_code=code, **more)
    context.news.tell(context.operator.accounts.refused(account.id, error))


def only(section: AccountsSection) -> AccountCard:
    (card,) = section.cards.values()
    return card


def test_without_accounts_it_says_so_and_offers_the_wizard(section: AccountsSection, qtbot: QtBot) -> None:
    assert section.connect_button.isVisible()
    assert not section.add_button.isVisible()
    with qtbot.waitSignal(section.connect_wanted):
        qtbot.keyClick(section.connect_button, Qt.Key.Key_Space)


def test_an_account_with_its_figures(section: AccountsSection, sign_in: SignIn) -> None:
    sign_in()
    card = only(section)
    assert card.name.text() == "@橙果客服"
    assert card.state.accessibleName() == "已连接"
    assert card.usual.isVisible()
    assert card.life.text() == "授权到 2026 年 12 月 19 日，还有 30 天"
    assert card.figures.text() == ("今天请求 0 / 100 次，这一小时回复 0 / 60 条；本周来了 0 张工单，用它回复了 0 条")
    assert not card.usual_button.isVisible()
    assert section.add_button.isVisible()


def test_the_role_is_changed_by_the_menu(
    section: AccountsSection, sign_in: SignIn, platform_context: Context, qtbot: QtBot
) -> None:
    account = sign_in()
    card = only(section)
    card.role.setFocus()
    qtbot.keyClick(card.role, Qt.Key.Key_Down)
    assert platform_context.operator.accounts.get(account.id).role is AccountRole.BRAND
    assert card.role.currentText() == "品牌"


def test_another_one_becomes_the_default(section: AccountsSection, sign_in: SignIn, platform_context: Context) -> None:
    first, second = sign_in("900"), sign_in("901")
    assert section.cards[first.id].usual.isVisible()
    section.cards[second.id].usual_button.click()
    default = platform_context.operator.accounts.default()
    assert default is not None
    assert default.id == second.id
    assert section.cards[second.id].usual.isVisible()
    assert not section.cards[first.id].usual.isVisible()


def test_signing_out_asks_first(
    section: AccountsSection, sign_in: SignIn, platform_context: Context, keyring: LastingSecrets, qtbot: QtBot
) -> None:
    account = sign_in()
    card = only(section)
    card.leave.click()
    assert card.question.isVisible()
    assert "工单、草稿和待发的回复都留着" in card.question.text()
    assert card.not_sure.hasFocus() or not card.not_sure.window().isActiveWindow()
    card.not_sure.click()
    assert not card.question.isVisible()
    assert keyring.read("token/900") is not None
    card.leave.click()
    card.sure.click()
    accounts = platform_context.operator.accounts
    qtbot.waitUntil(lambda: accounts.get(account.id).state is AccountState.SIGNED_OUT)
    qtbot.waitUntil(lambda: card.state.accessibleName() == "已退出登录")
    assert keyring.read("token/900") is None
    assert not card.leave.isVisible()
    assert card.again.isVisible()


def test_what_was_refused_can_be_tried_again(
    section: AccountsSection, sign_in: SignIn, platform_context: Context
) -> None:
    account = sign_in()
    refused(platform_context, account, Reaction.NO_PERMISSION, "10014", Feature.MENTIONS.value)
    card = only(section)
    (row,) = card.note_rows
    assert "微博没有给这项权限（代码 10014）" in row.note.words
    row.button.click()
    assert platform_context.operator.accounts.features_off(account.id) == ()
    assert card.note_rows == ()


def test_a_rest_names_its_end_and_can_be_lifted(
    section: AccountsSection, sign_in: SignIn, platform_context: Context, clock: SetClock
) -> None:
    account = sign_in()
    until = clock.now() + timedelta(minutes=10)
    refused(platform_context, account, Reaction.RATE_LIMIT, "10023", retry_at=until)
    card = only(section)
    (row,) = card.note_rows
    assert "今天 14:20" in row.note.words
    row.button.click()
    assert platform_context.operator.accounts.pauses(account.id) == ()


def test_the_public_address_is_checked(
    section: AccountsSection, sign_in: SignIn, platform_context: Context, qtbot: QtBot
) -> None:
    account = sign_in()
    card = only(section)
    assert not card.address.isVisible()
    card.more.click()
    assert card.address.isVisible()
    qtbot.keyClicks(card.address, "203.0.113")
    qtbot.keyClick(card.address, Qt.Key.Key_Return)
    assert card.refusal.text().startswith("这不是 IP 地址")
    qtbot.keyClicks(card.address, ".7")
    qtbot.keyClick(card.address, Qt.Key.Key_Return)
    assert card.refusal.text() == ""
    assert platform_context.operator.accounts.get(account.id).public_ip == "203.0.113.7"


def test_an_ended_permission_asks_for_a_new_one(
    section: AccountsSection, sign_in: SignIn, platform_context: Context, qtbot: QtBot
) -> None:
    account = sign_in()
    refused(platform_context, account, Reaction.RELOGIN, "21327")
    card = only(section)
    assert card.state.accessibleName() == "授权已失效"
    assert "重新授权就接上" in card.life.text()
    with qtbot.waitSignal(section.again_wanted) as wanted:
        card.again.click()
    assert wanted.args == [account.id]


@pytest.mark.parametrize("scale", ["standard", "huge"])
def test_nothing_of_it_is_cut_in_a_small_window(
    open_window: OpenWindow, platform_context: Context, sign_in: SignIn, theme: Theme, scale, qtbot: QtBot
) -> None:
    theme.set_scale(scale)
    account = sign_in()
    refused(platform_context, account, Reaction.NO_PERMISSION, "10014", Feature.MENTIONS.value)
    refused(platform_context, account, Reaction.RELOGIN, "21327")
    window = open_window(platform_context)
    window.resize(1120, 600)
    window.run("accounts")
    page = window.pages.settings
    section = page.sections["accounts"]
    assert isinstance(section, AccountsSection)
    card = only(section)
    card.ask()
    card.more.click()
    qtbot.waitUntil(lambda: told(page, "accounts") == [])
    assert (window.width(), window.height()) == (1120, 600)
    face = window._rail.account
    assert window.rect().contains(face.mapTo(window, face.rect().bottomRight()))


def test_the_face_opens_the_wizard_then_the_accounts(
    open_window: OpenWindow, platform_context: Context, sign_in: SignIn, qtbot: QtBot
) -> None:
    window = open_window(platform_context)
    face = window._rail.account
    assert "没有连接微博" in face.toolTip()
    qtbot.mouseClick(face, Qt.MouseButton.LeftButton)
    assert window.connecting.dialog.isVisible()
    window.connecting.dialog.dismiss()
    sign_in()
    assert face.accessibleName() == "@橙果客服 已连接"
    qtbot.mouseClick(face, Qt.MouseButton.LeftButton)
    assert window.page == "settings"
    assert window.pages.settings.view.nav.buttons["accounts"].isChecked()


def test_the_face_tells_what_needs_the_operator(
    open_window: OpenWindow, platform_context: Context, sign_in: SignIn, clock: SetClock
) -> None:
    account = sign_in()
    window = open_window(platform_context)
    face = window._rail.account
    assert face.standing.mark == "ok"
    platform_context.connection.lost(clock.now())
    assert face.standing.mark == "offline"
    assert "连不上微博" in face.toolTip()
    refused(platform_context, account, Reaction.RELOGIN, "21332")
    assert face.standing.mark == "needs_you"
    assert "需要重新授权" in face.accessibleName()
    platform_context.connection.found()
    assert face.standing.mark == "needs_you"


def test_the_account_that_needs_the_operator_stands_for_all(
    sign_in: SignIn, platform_context: Context, clock: SetClock
) -> None:
    first, second = sign_in("900"), sign_in("901")
    accounts = platform_context.operator.accounts
    account, standing = desk_standing(accounts.all(), accounts.default(), clock.now(), None)
    assert account is not None
    assert (account.id, standing.mark) == (first.id, "ok")
    refused(platform_context, second, Reaction.RELOGIN, "21327")
    account, standing = desk_standing(accounts.all(), accounts.default(), clock.now(), None)
    assert account is not None
    assert (account.id, standing.mark) == (second.id, "needs_you")


def test_an_end_that_is_near_is_told(sign_in: SignIn, clock: SetClock) -> None:
    account = sign_in()
    clock.advance(days=24, hours=1)
    near = standing_of(account, clock.now())
    assert (near.mark, near.word) == ("needs_you", "授权还有 5 天 23 小时")
    assert standing_of(account, clock.now() - timedelta(days=5)).word == "已连接"


def test_again_from_the_settings_opens_the_browser(
    open_window: OpenWindow,
    platform_context: Context,
    sign_in: SignIn,
    platform: PlatformBox,
    pages: OpenedPages,
    qtbot: QtBot,
) -> None:
    account = sign_in()
    window = open_window(platform_context)
    window.run("accounts")
    section = window.pages.settings.sections["accounts"]
    assert isinstance(section, AccountsSection)
    section.cards[account.id].again.click()
    qtbot.waitUntil(lambda: len(pages.addresses) == 1)
    assert window.connecting.dialog.isVisible()
