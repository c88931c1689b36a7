"""The running program: practice and back, what a restart brings back, a file that can't be opened."""

import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tests.conftest import Customers
from ui.main import Program
from ui.shell.window import MainWindow
from ui.support.file_claim import FileClaim
from weibo_operator.bootstrap import Language, build
from weibo_operator.domain.errors import DatabaseUnavailableError


def shown(program: Program) -> MainWindow:
    assert program.window is not None
    return program.window


def test_practice_and_back_never_mix(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.open(tmp_path / "desk.db")
    first = shown(program)
    assert "练习" not in first.windowTitle()
    first.practice_wanted.emit()
    qtbot.waitUntil(lambda: "练习" in shown(program).windowTitle(), timeout=20_000)
    assert len(shown(program).pages.inbox.board.panes[0].model.ids) >= 14
    shown(program).real_wanted.emit()
    qtbot.waitUntil(lambda: "练习" not in shown(program).windowTitle())
    assert [len(pane.model.ids) for pane in shown(program).pages.inbox.board.panes] == [0, 0, 0]


def test_collecting_spares_the_first_window_and_no_other(program: Program, tmp_path: Path) -> None:
    program.open(tmp_path / "desk.db")
    assert gc.get_freeze_count() > 0
    program.open_practice()
    assert gc.get_freeze_count() == 0


def test_a_restart_brings_back_ticket_draft_and_place(
    program: Program, customers: Customers, tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "desk.db"
    operator = build(path, language=language)
    ticket = operator.intake.capture(customers.message("发票什么时候能开好")).value
    operator.close()
    assert ticket is not None

    program.open(path)
    window = shown(program)
    window.commands.open_ticket(ticket)
    session = window.pages.inbox.session
    session.composer.editor.insertPlainText("您好，发票今天开")
    window.resize(1200, 650)

    program.open(path)  # closes the first window like a restart does
    window = shown(program)
    assert window.pages.inbox.in_session
    assert window.pages.inbox.session.current_ticket == ticket
    assert window.pages.inbox.session.composer.editor.toPlainText() == "您好，发票今天开"
    assert window.size().height() == 650, "the offscreen screen is narrower than the window"


def test_a_file_that_is_no_desk_is_refused_and_the_old_one_stays(program: Program, tmp_path: Path) -> None:
    program.open(tmp_path / "desk.db")
    foreign = tmp_path / "foreign.db"
    foreign.write_text("not a database at all, but long enough to look like one to a hasty reader " * 20)
    with pytest.raises(DatabaseUnavailableError):
        program.open(foreign)
    assert program.window is not None


def test_practice_that_is_open_elsewhere_is_left_alone(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    program.open(tmp_path / "desk.db")
    elsewhere = FileClaim(tmp_path / "practice.db")
    shown(program).practice_wanted.emit()
    QApplication.processEvents()
    assert [words for words in told if "已经在另一个窗口里打开" in words] == told != []
    assert "练习" not in shown(program).windowTitle()
    assert not (tmp_path / "practice.db").exists()
    elsewhere.release()
    program.practise()
    assert "练习" in shown(program).windowTitle()
    FileClaim(tmp_path / "desk.db").release()  # given back when the window went over to practice


def test_a_second_start_brings_the_window_forward(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    program.open(tmp_path / "desk.db")
    shown(program).showMinimized()
    with pytest.raises(DatabaseUnavailableError):
        FileClaim(tmp_path / "desk.db")
    qtbot.waitUntil(lambda: not shown(program).isMinimized())
