"""Fixtures for tests of the window: no screen needed, one theme for all."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.context_fixture import context, pages  # noqa: F401  fixtures of every screen
from tests.ui.network_fixture import line, notices  # noqa: F401  a window whose background is at work
from tests.ui.outbox_fixture import desk  # noqa: F401  a desk with accounts of our own
from tests.ui.patient_bot import PatientBot
from tests.ui.platform_fixture import keyring, platform, platform_context, sign_in  # noqa: F401  a desk to connect
from tests.ui.program_fixture import make_program, program  # noqa: F401  the whole program
from tests.ui.session_fixture import capture, session  # noqa: F401  a reply session
from tests.ui.window_fixture import open_window  # noqa: F401  the whole window
from ui.support.theme import Theme

PROJECT = Path(__file__).resolve().parents[2]
OFFSCREEN = r"This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ignore what the offscreen platform says about every window, and about menus."""
    for item in items:
        if item.path.is_relative_to(PROJECT / "tests" / "ui"):
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN, extend=True))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's own, with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The project's theme, light, applied to the application; nothing moves."""
    theme = Theme(PROJECT / "resources", qapp)
    theme.set_mode("light")
    theme.set_reduced_motion(on=True)
    theme.apply(qapp)
    return theme


@pytest.fixture
def show_active(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a window and wait until it is the active one, as focus needs."""

    def show(window: QWidget) -> None:
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return show


@pytest.fixture
def host(qtbot: QtBot, show_active: Callable[[QWidget], None]) -> QWidget:
    """A window for dialogs to open over, the active one."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 641)
    show_active(window)
    return window


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """Forget what windows remember: a folder exported to by one test would spare the next the question where."""
    yield
    QSettings().clear()


@pytest.fixture(autouse=True)
def _theme_as_found(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give the theme back as it was: a test may switch it freely."""
    yield
    if "theme" in request.fixturenames:
        theme = request.getfixturevalue("theme")
        theme.set_mode("light")
        theme.set_high_contrast(on=False)
        theme.set_scale("standard")
        theme.keys.put({})
        theme.set_reduced_motion(on=True)
