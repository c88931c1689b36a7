"""检查新版本 in the window: the line, its three buttons, the commands, and a server that is silent, false or gone."""

import json
import ssl
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.channels.own_certificate import own_certificate, proved_by
from tests.channels.weibo_api_server import ScriptedServer, answer
from tests.conftest import Customers, SetClock
from tests.ui.context_fixture import OpenedPages
from tests.ui.window_fixture import OpenWindow
from ui.settings.about import AboutSection
from ui.shell.window import MainWindow
from ui.support.context import Context
from weibo_operator.domain.settings import VERSION_ADDRESS, VERSION_CHECK

TOLD = {"version": "99.2.0", "date": "2026-12-01", "notes": "周报更快", "page": "https://weibo.com/desk/99"}


def body(**changes: object) -> bytes:
    return answer(json.dumps({**TOLD, **changes}))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def tls(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return proved_by(certificate)


@pytest.fixture
def said(context: Context) -> list[str]:
    notices: list[str] = []
    context.news.notice.connect(notices.append)
    return notices


@pytest.fixture
def window(context: Context, open_window: OpenWindow) -> MainWindow:
    return open_window(context)


def switch_on(context: Context, server: ScriptedServer) -> None:
    context.operator.shop.change(VERSION_ADDRESS, f"{server.address}/newest.json")
    context.operator.shop.change(VERSION_CHECK, 1)


def test_by_itself_nothing_is_asked(window: MainWindow, context: Context, tls: ssl.SSLContext):
    with ScriptedServer([body()], tls=tls) as server:
        context.operator.shop.change(VERSION_ADDRESS, f"{server.address}/newest.json")
        window.versions.look()
        context.runner.stop()
        assert server.callers == 0
    assert not window.versions.banner.is_wanted


def test_the_line_and_its_buttons(
    window: MainWindow, context: Context, tls: ssl.SSLContext, qtbot: QtBot, pages: OpenedPages, clock: SetClock
):
    banner = window.versions.banner
    with ScriptedServer([body(), body(), body(version="99.3.0")], tls=tls) as server:
        switch_on(context, server)
        window.versions.look()
        qtbot.waitUntil(banner.isVisible)
        assert banner.accessibleName() == "有新版本 99.2.0 周报更快"
        window.versions.look()
        assert server.callers == 1, "once a day"
        banner.acted.emit()
        assert pages.addresses == ["https://weibo.com/desk/99"]
        banner.second_acted.emit()
        assert not banner.isVisible()
        clock.advance(days=1)
        window.versions.look()
        qtbot.waitUntil(lambda: server.callers == 2 and not window.versions.is_asking)
        assert not banner.isVisible(), "passed over"
        clock.advance(days=1)
        window.versions.look()
        qtbot.waitUntil(banner.isVisible)
        qtbot.mouseClick(banner.stop, Qt.MouseButton.LeftButton)
        assert not banner.isVisible()
        clock.advance(days=1)
        window.versions.look()
        assert not window.versions.is_asking
    assert context.operator.shop.value(VERSION_CHECK) == 0


def test_by_hand_it_says_what_came_of_it(
    window: MainWindow, context: Context, tls: ssl.SSLContext, qtbot: QtBot, said: list[str]
):
    window.run("version_check")
    qtbot.waitUntil(lambda: bool(said))
    assert said.pop() == "还没有填检查新版本的地址，所以没有去看。请在“设置 > 关于”里填上。"
    with ScriptedServer([body(version="0.0.1"), answer("<html>"), body()], tls=tls) as server:
        context.operator.shop.change(VERSION_ADDRESS, f"{server.address}/newest.json")
        for words in ("就是最新的", "读不懂"):
            window.run("version_check")
            qtbot.waitUntil(lambda: bool(said))
            assert words in said.pop()
        assert not window.versions.banner.isVisible()
        window.run("version_check")
        qtbot.waitUntil(window.versions.banner.isVisible)
        window.run("version_skip")
        assert not window.versions.banner.isVisible()
    window.run("version_check")
    qtbot.waitUntil(lambda: any("没有问到新版本" in each for each in said))


def test_a_false_certificate_is_silent_by_itself_and_told_by_hand(
    window: MainWindow, context: Context, certificate: Path, qtbot: QtBot, said: list[str]
):
    with ScriptedServer([body()], tls=proved_by(certificate)) as server:
        switch_on(context, server)
        window.versions.look()
        qtbot.waitUntil(lambda: not window.versions.is_asking)
        assert said == []
        window.run("version_check")
        qtbot.waitUntil(lambda: bool(said))
        assert "证书不对" in said[0]
        assert server.heard == []


def test_keys_go_on_while_the_server_says_nothing(
    window: MainWindow, context: Context, customers: Customers, tls: ssl.SSLContext, qtbot: QtBot
):
    """The answer is held back until the key was answered: waiting for it would stand still for ever."""
    ticket = context.operator.intake.capture(customers.message("还没收到货")).value
    context.news.tell(context.operator.intake.capture(customers.message("在吗", uid="2")).changes)
    with ScriptedServer([], tls=tls) as server:
        server.say(lambda connection: connection.sendall(body()) if server.closing.wait(4) else None)
        switch_on(context, server)
        window.versions.look()
        qtbot.waitUntil(lambda: server.callers == 1)
        window.run("next")
        assert window.pages.inbox.session.current_ticket == ticket
        assert window.versions.is_asking
    qtbot.waitUntil(lambda: not window.versions.is_asking)


def test_the_page_says_that_there_is_no_address(context: Context, window: MainWindow, qtbot: QtBot):
    window.show_page("settings")
    window.pages.settings.open_section("about")
    about = window.pages.settings.sections["about"]
    assert isinstance(about, AboutSection)
    assert about.known.text() == "还没有填地址，程序不会去问。"
    assert not about.check_button.isEnabled()
    (_, address) = about.fields
    address.line.setFocus()
    qtbot.keyClicks(address.line, "http://desk.example")
    qtbot.keyClick(address.line, Qt.Key.Key_Return)
    assert "https://" in address.refusal
    assert context.operator.shop.value(VERSION_ADDRESS) == ""
    address.line.clear()
    qtbot.keyClicks(address.line, "https://desk.example/newest.json")
    qtbot.keyClick(address.line, Qt.Key.Key_Return)
    assert about.known.text() == "还没有检查过。"
    assert about.check_button.isEnabled()
