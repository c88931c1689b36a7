"""Every page with practice data, at every size of window and letters: no words are cut, no control covers another."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPushButton, QWidget

from tests.ui.walk.checks import cut, look_at, overlaps
from ui.reply.conversation import ConversationView
from ui.shell.window import MainWindow
from ui.support.context import Context, News
from ui.support.desktop import PracticeDesktop
from ui.support.tasks import TaskRunner
from ui.support.theme import Theme
from ui.support.tokens import ScaleName
from ui.support.window_state import WindowState
from ui.widgets.overlay import Overlay
from weibo_operator.bootstrap import Language, build, make_practice, resources_dir
from weibo_operator.domain.labels import State

SIZES = ((1120, 600), (1280, 641), (1366, 689), (1920, 1001))
SCALES: tuple[ScaleName, ...] = ("standard", "huge")
PAGES = ("inbox", "followup", "handoff", "templates", "knowledge", "weekly", "crisis", "outbox", "settings")
DIALOGS = (
    "promise",
    "remedy",
    "praise",
    *("peer_answer", "offline"),
    *("card", "contact"),
    *("snooze", "labels", "no_reply", "capture", "forward", "palette", "help"),
    *("crisis", "crisis_dismiss", "crisis_review", "sources", "connect", "orders", "search_new"),
)
MOMENT = datetime(2026, 11, 19, 1, 40, tzinfo=UTC)


class StillClock:
    """The morning of the practice data."""

    def now(self) -> datetime:
        return MOMENT


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Path:
    """The practice data, made once."""
    path = tmp_path_factory.mktemp("practice") / "practice.db"
    make_practice(path, now=MOMENT, language=language)
    return path


@pytest.fixture
def window(practice: Path, language: Language, theme: Theme, tmp_path: Path) -> Iterator[MainWindow]:
    operator = build(practice, clock=StillClock(), language=language)
    runner = TaskRunner()
    context = Context(
        operator=operator,
        theme=theme,
        runner=runner,
        desktop=PracticeDesktop(),
        news=News(),
        open_operator=lambda: build(practice, clock=StillClock(), language=language),
        resources=resources_dir(),
    )
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(context, WindowState(settings), "practice")
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    runner.stop()
    operator.close()


def settle(window: MainWindow) -> None:
    """Let every layout that was asked for happen."""
    for _ in range(3):
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.UpdateRequest, QEvent.Type.Timer):
            QCoreApplication.sendPostedEvents(None, kind)
    window.ensurePolished()


def told(root: QWidget, where: str) -> list[str]:
    """What in ``root`` is cut or lies on something else."""
    screen = look_at(root)
    return [f"{where}: {found}" for found in (*cut(screen), *overlaps(screen))]


def outside(window: MainWindow, where: str) -> list[str]:
    """Buttons that stick out of the window, and fields of which a part is beyond their pane."""
    found: list[str] = []
    for field in window.findChildren(QWidget):
        if isinstance(field, QLineEdit | QComboBox | QAbstractButton) and field.isVisible():
            seen = field.visibleRegion().boundingRect().width()
            if 0 < seen < field.width():
                found.append(f"{where}: {field.accessibleName()!r} shows {seen} of {field.width()} px")
    for button in window.findChildren(QPushButton):
        if button.isVisible() and not button.visibleRegion().isEmpty():
            right = button.mapTo(window, button.rect().bottomRight())
            if right.x() >= window.width() or right.y() >= window.height():
                found.append(f"{where}: {button.text()!r} ends at {right}")
    return found


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_words_are_cut(window: MainWindow, theme: Theme, size: tuple[int, int], scale: ScaleName) -> None:
    theme.set_scale(scale)
    window.resize(*size)
    wrong: list[str] = []
    for page in PAGES:
        window.show_page(page)
        settle(window)
        assert (window.width(), window.height()) == size, f"{page} makes the window larger"
        wrong += told(window, page) + outside(window, page)
    window.run("page_promises")
    settle(window)
    wrong += told(window, "promises") + outside(window, "promises")
    window.run("page_important")
    settle(window)
    wrong += told(window, "important") + outside(window, "important")
    window.run("page_helpful")
    settle(window)
    wrong += told(window, "helpful") + outside(window, "helpful")
    window.show_page("inbox")
    window.run("next")
    settle(window)
    assert (window.width(), window.height()) == size, "the session makes the window larger"
    wrong += told(window, "session") + outside(window, "session")
    for action in DIALOGS:
        window.run(action)
        settle(window)
        (dialog,) = [overlay for overlay in window.findChildren(Overlay) if overlay.isVisible()]
        wrong += told(dialog, action) + outside(window, action)
        dialog.dismiss()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("action", DIALOGS)
def test_a_dialog_looks_from_the_first_time_on_as_it_always_does(
    window: MainWindow, theme: Theme, scale: ScaleName, action: str
) -> None:
    """It is made with its first use: what it is measured by must be there before it is shown."""
    theme.set_scale(scale)
    window.resize(1120, 600)
    window.run("next")
    settle(window)
    pictures: list[QImage] = []
    for _ in range(2):
        window.run(action)
        settle(window)
        (dialog,) = [overlay for overlay in window.findChildren(Overlay) if overlay.isVisible()]
        pictures.append(dialog.grab().toImage())
        dialog.dismiss()
    assert pictures[0] == pictures[1]


def test_a_ticket_opens_at_the_customers_last_words(window: MainWindow) -> None:
    window.resize(1366, 689)
    bar = window.findChildren(ConversationView)[0].verticalScrollBar()
    opened, short = 0, list[str]()
    for state in (State.NEW, State.IN_PROGRESS, State.FOLLOW_UP):
        for ticket in window._context.operator.inbox.pane(state):
            window.show_ticket(ticket)
            settle(window)
            opened += bar.maximum() > 0
            if bar.value() < bar.maximum():
                short.append(f"#{ticket}: {bar.maximum() - bar.value()} px")
    assert opened
    assert short == []
