"""A window whose background is at work, with a platform that answers by itself and can be cut off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Customers, SetClock
from tests.services.platform_box import PlatformBox, add_account
from tests.ui.context_fixture import OpenedPages
from tests.ui.outbox_fixture import Desk
from ui.shell.window import MainWindow
from ui.support.context import Context, News
from ui.support.desktop import Desktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from ui.support.window_state import WindowState
from weibo_operator.bootstrap import Language, build, resources_dir
from weibo_operator.channels.keyring_store import MemorySecrets
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.open_platform import Feature
from weibo_operator.domain.operations import Changes


@dataclass
class Line:
    """The window, its desk and the network between it and Weibo."""

    window: MainWindow
    context: Context
    clock: SetClock
    box: PlatformBox
    desk: Desk
    customers: Customers
    qtbot: QtBot

    @property
    def cause(self) -> str:
        """What the line about Weibo says first; empty while it is hidden."""
        words = self.window.background.banner.words
        return "" if words is None else words.cause

    @property
    def word(self) -> str:
        return self.window.pages.inbox.top_bar.came

    def account(self, uid: str = "900", nickname: str = "橙果客服") -> AccountId:
        operator = self.context.operator
        made = add_account(operator.accounts, operator.desk, uid=uid, nickname=nickname)
        self.context.news.changed.emit(Changes(frozenset(), frozenset({"account"})))
        return made

    def begin(self) -> None:
        self.window.background.begin()

    def later(self, **length: float) -> None:
        """Time goes on, and the window's own timer notices."""
        self.clock.advance(**length)
        self.window.background.courier.tick()

    def rest(self) -> None:
        """Wait until nothing is under way."""
        courier = self.window.background.courier
        self.qtbot.waitUntil(lambda: not courier.is_busy)

    def fetch(self) -> None:
        self.window.run("sync_now")
        self.rest()

    def customer_writes(self, number: int, text: str = "收到的水杯漏水，怎么办") -> None:
        message = self.customers.message(text, uid=f"77{number}", under="4900000000000001", platform_id=str(number))
        self.box.take(Feature.COMMENTS, message)


@pytest.fixture
def line(
    tmp_path: Path,
    clock: SetClock,
    language: Language,
    theme: Theme,
    customers: Customers,
    pages: OpenedPages,
    show_active: Callable[[QWidget], None],
    qtbot: QtBot,
) -> Iterator[Line]:
    """A window on a desk of its own; nothing goes in or out before ``begin``."""
    box = PlatformBox(clock)
    path, secrets = tmp_path / "line.db", MemorySecrets()
    operator = build(path, clock=clock, language=language, platform=box, secrets=secrets)
    runner = TaskRunner()
    context = Context(
        operator=operator,
        theme=theme,
        runner=runner,
        desktop=Desktop(),
        news=News(),
        open_operator=lambda: build(path, clock=clock, language=language, platform=box, beside=operator),
        resources=resources_dir(),
    )
    settings = QSettings(str(tmp_path / "line.ini"), QSettings.Format.IniFormat)
    window = MainWindow(context, WindowState(settings), "line")
    window.resize(1366, 689)
    show_active(window)
    yield Line(window, context, clock, box, Desk(operator, clock, customers), customers, qtbot)
    if box.gate is not None:
        box.gate.set()
    window.background.stop()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    runner.stop()
    operator.close()


@pytest.fixture
def notices(line: Line) -> list[str]:
    """Every passing sentence, in order."""
    heard: list[str] = []
    line.context.news.notice.connect(heard.append)
    return heard
