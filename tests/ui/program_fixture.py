"""The whole program on files of the test's own, gone with all it has read when the test ends."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from ui.main import Program
from ui.shell.damage import Asking
from ui.support.theme import Theme
from weibo_operator.bootstrap import Language

MakeProgram = Callable[..., Program]


@pytest.fixture
def make_program(qapp: QApplication, tmp_path: Path, language: Language, theme: Theme) -> Iterator[MakeProgram]:
    """Makes a program that has opened nothing yet, with its own settings."""
    made: list[Program] = []

    def make(asking: Asking | None = None, practice_weibo: str = "") -> Program:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        program = Program(
            qapp,
            settings,
            database=tmp_path / "desk.db",
            practice=tmp_path / "practice.db",
            practice_weibo=practice_weibo,
            asking=asking,
            language=language,
        )
        made.append(program)
        return program

    yield make
    for program in made:
        program.close()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(program, QEvent.Type.DeferredDelete)
    theme.apply(qapp)  # a program dresses the application in its own, whose pictures are gone with it


@pytest.fixture
def program(make_program: MakeProgram) -> Program:
    """One that asks nobody."""
    return make_program()
