"""The whole way over real sockets: a comment on Weibo, F5, the ticket, Ctrl+Enter, the answer there exactly once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import SetClock
from tests.practice_browser import pressed
from tests.practice_weibo import Kind, PracticeWeibo, World
from ui.shell.window import MainWindow
from ui.support.context import Context, News
from ui.support.desktop import PracticeDesktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from weibo_operator.bootstrap import Language, build, resources_dir
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.channels.weibo_api.platform import WeiboPlatform
from weibo_operator.channels.weibo_api.transport import Patience
from weibo_operator.domain.account import AccountRole
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.open_platform import AppKey
from weibo_operator.domain.reply import IntentState

REDIRECT = "http://127.0.0.1:9/weibo"
ANSWER = "您好，非常抱歉让您久等了，我们正在核实。"


@dataclass
class Day:
    """A shop on the practice Weibo, and the window that is signed in there."""

    server: PracticeWeibo
    window: MainWindow
    context: Context
    clock: SetClock
    qtbot: QtBot

    def pass_seconds(self, seconds: float) -> None:
        self.server.world.set_clock(self.clock.advance(seconds=seconds))
        self.window.background.courier.tick()

    def fetch(self) -> None:
        QTest.keyClick(self.window, Qt.Key.Key_F5)
        self.qtbot.waitUntil(lambda: not self.window.background.courier.is_busy)

    def answer(self) -> None:
        """Open the one who waits, write and press."""
        self.window.run("next")
        composer = self.window.pages.inbox.session.composer
        if composer.strip.seg.current != Audience.PUBLIC:
            self.window.run("audience")
        editor = composer.editor
        editor.insertPlainText(ANSWER)
        # Ctrl+Enter as pressed; the check may stop the first press.
        for _ in range(2):
            if not self.context.operator.outbox.listed():
                QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def state(self) -> IntentState:
        (row,) = self.context.operator.desk.connection.execute("SELECT state FROM intent")
        return IntentState(row["state"])


@pytest.fixture
def day(
    tmp_path: Path,
    clock: SetClock,
    language: Language,
    theme: Theme,
    show_active: Callable[[QWidget], None],
    qtbot: QtBot,
) -> Iterator[Day]:
    path, platform = tmp_path / "day.db", WeiboPlatform(clock, patience=Patience(connect=5, read=5, whole=10))
    with PracticeWeibo(World(clock.now())) as server:
        operator = build(path, clock=clock, language=language, platform=platform, secrets=MemorySecrets())
        us = server.world.account("橙果客服")
        app = server.world.app(owner=us)
        key = AppKey(app.key, redirect_uri="", server=server.address)
        begun = operator.accounts.begin(key, app.secret, redirect_uri=REDIRECT)
        operator.accounts.finish(begun, pressed(begun.address, us.uid), role=AccountRole.SERVICE)
        runner = TaskRunner()
        context = Context(
            operator=operator,
            theme=theme,
            runner=runner,
            desktop=PracticeDesktop(),
            news=News(),
            open_operator=lambda: build(path, clock=clock, language=language, platform=platform, beside=operator),
            resources=resources_dir(),
        )
        settings = QSettings(str(tmp_path / "day.ini"), QSettings.Format.IniFormat)
        window = MainWindow(context, WindowState(settings), "day")
        window.resize(1366, 689)
        show_active(window)
        window.background.begin()
        post = server.world.post(us, "新品到货，按下单先后发货")
        server.world.set_clock(clock.advance(minutes=1))
        server.world.comment(server.world.user("北城小满"), post, "下单时写着 48 小时内送到，今天已经第五天了")
        yield Day(server, window, context, clock, qtbot)
        window.background.stop()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        runner.stop()
        operator.close()


def test_a_comment_is_answered_once(day: Day) -> None:
    day.fetch()
    assert day.context.operator.inbox.counts()[State.NEW] == 1
    day.answer()
    assert day.state() is IntentState.QUEUED
    day.pass_seconds(3)
    assert day.server.world.replies() == []
    day.pass_seconds(4)
    day.qtbot.waitUntil(lambda: day.state() is IntentState.SENT)
    day.qtbot.waitUntil(lambda: not day.window.background.courier.is_busy)
    for _ in range(3):
        day.pass_seconds(60)
        day.fetch()
    (reply,) = day.server.world.replies()
    assert reply.given == ANSWER
    assert day.context.operator.outbox.listed() == ()


def test_a_cut_after_the_request_is_found_and_not_repeated(day: Day) -> None:
    day.fetch()
    day.answer()
    day.server.faults.add(Kind.CUT_AFTER, "comments/*", first=1, times=1)
    day.pass_seconds(7)
    day.qtbot.waitUntil(lambda: day.state() is IntentState.SENT)
    day.qtbot.waitUntil(lambda: not day.window.background.courier.is_busy)
    day.pass_seconds(600)
    assert len(day.server.world.writes()) == 1
