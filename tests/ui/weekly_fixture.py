"""A weekly page on the practice data, its file dialog and its settings, for the tests of page and exports."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import START
from ui.support.context import Context
from ui.support.desktop import Desktop
from ui.weekly.controller import WeeklyPage
from weibo_operator.bootstrap import Language, build


class Chosen:
    """Stands where the file dialog would: notes what is offered, answers with its own path."""

    def __init__(self, folder: Path) -> None:
        self.offered: list[str] = []
        self.answer: Path | None = folder

    def __call__(self, _parent: QWidget, offered: Path) -> Path | None:
        self.offered.append(offered.name)
        return None if self.answer is None else self.answer / offered.name


class NotedDesktop(Desktop):
    """Opens nothing; notes the folders that were to be opened."""

    __slots__ = ("folders",)

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[Path] = []

    def open_folder(self, folder: Path) -> bool:
        self.folders.append(folder)
        return True


def settle(page: WeeklyPage, qtbot: QtBot) -> None:
    """Wait until the figures asked for are shown."""
    qtbot.waitUntil(lambda: not page.reading, timeout=20_000)


def listed(page: WeeklyPage, qtbot: QtBot) -> None:
    """Wait until the tickets asked for are listed."""
    qtbot.waitUntil(lambda: not page.listing, timeout=20_000)


@pytest.fixture(name="chosen")
def weekly_chosen(tmp_path: Path) -> Chosen:
    return Chosen(tmp_path)


@pytest.fixture(name="settings")
def weekly_settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture(name="practised")
def weekly_practised(
    context: Context, tmp_path: Path, clock, language: Language, practice_file: Path
) -> Iterator[Context]:
    """A screen's context on the practice data."""
    path = Path(shutil.copy(practice_file, tmp_path / "practice.db"))
    clock.at = START

    def open_again():
        return build(path, clock=clock, language=language)

    operator = open_again()
    yield replace(context, operator=operator, open_operator=open_again, desktop=NotedDesktop())
    operator.close()


@pytest.fixture(name="page")
def weekly_page(practised: Context, qtbot: QtBot, chosen: Chosen, settings: QSettings) -> Iterator[WeeklyPage]:
    page = WeeklyPage(practised, choose_path=chosen, settings=settings)
    page.resize(1301, 689)
    page.show()
    settle(page, qtbot)
    yield page
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
