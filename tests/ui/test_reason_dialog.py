"""无需回复: a digit gives the reason; nothing vanishes without one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shell.reason_dialog import OTHER, REASONS, ReasonDialog
from ui.support.context import Context


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> ReasonDialog:
    host = QWidget()
    host.resize(1280, 641)
    qtbot.addWidget(host)
    host.show()
    made = ReasonDialog(context, host)
    made.setProperty("host", host)
    return made


@pytest.mark.parametrize(("digit", "reason"), list(enumerate(REASONS[:-1], start=1)))
def test_a_digit_chooses_and_closes(qtbot: QtBot, dialog: ReasonDialog, digit: int, reason: str) -> None:
    dialog.open_for(1)
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog, Qt.Key(Qt.Key.Key_0 + digit))
    assert told.args == [reason]
    assert dialog.isHidden()


def test_the_last_reason_waits_for_enter(qtbot: QtBot, dialog: ReasonDialog) -> None:
    dialog.open_for(1)
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    dialog.open_for(4)
    assert dialog.options.current == REASONS[2]
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == [REASONS[2]]


def test_another_reason_needs_its_words(qtbot: QtBot, dialog: ReasonDialog) -> None:
    told = QSignalSpy(dialog.chosen)
    dialog.open_for(1)
    qtbot.keyClick(dialog, Qt.Key.Key_6)
    assert dialog.options.current == OTHER
    assert dialog.field.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert told.count() == 0
    assert dialog.error.text() == "“原因”还没有填。"
    qtbot.keyClicks(dialog.field, "12315")
    assert dialog.error.text() == ""
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert told.at(0) == ["12315"]


def test_escape_gives_no_reason(qtbot: QtBot, dialog: ReasonDialog) -> None:
    told = QSignalSpy(dialog.chosen)
    dialog.open_for(2)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert told.count() == 0


def test_a_click_on_a_reason_only_marks_it(qtbot: QtBot, dialog: ReasonDialog) -> None:
    told = QSignalSpy(dialog.chosen)
    dialog.open_for(1)
    dialog.options.pick(2)
    assert dialog.options.current == REASONS[1]
    assert told.count() == 0
    dialog.confirm()
    assert told.at(0) == [REASONS[1]]
