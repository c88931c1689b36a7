"""Work in the background gives way to the window, and goes on when the window has nothing to do."""

import sys
from threading import Event
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.support.rest import LONGEST_WAIT
from ui.support.tasks import Handlers, Task, TaskRunner


def test_work_waits_for_a_busy_window_no_longer_than_it_must(qtbot: QtBot) -> None:
    runner, began, passed = TaskRunner(), Event(), []

    def work(task: Task) -> int:
        began.set()
        while not task.cancelled:
            task.give_way()
            passed.append(1)
        return len(passed)

    done: list[object] = []
    usual = sys.getswitchinterval()
    task = runner.run(work, Handlers(done.append, done.append))
    assert sys.getswitchinterval() < usual
    began.wait(5)
    qtbot.wait(50)
    at_rest = len(passed)
    assert at_rest > 50  # a resting window holds nothing up
    task.cancel()
    qtbot.waitUntil(lambda: bool(done))
    assert isinstance(done[0], int)
    assert sys.getswitchinterval() == usual
    runner.stop()


def test_work_begun_in_the_middle_of_a_key_waits_for_its_end(qtbot: QtBot) -> None:
    runner, passed, busy = TaskRunner(), [], []

    def work(task: Task) -> None:
        while not task.cancelled:
            task.give_way()
            passed.append(1)

    def on_key() -> None:
        task = runner.run(work, Handlers(print, print))
        until = monotonic() + 5 * LONGEST_WAIT
        while monotonic() < until:
            pass
        busy.append(len(passed))
        task.cancel()

    QTimer.singleShot(0, on_key)
    qtbot.waitUntil(lambda: bool(busy))
    assert busy[0] <= 6
    runner.stop()


def test_stopping_lets_waiting_work_end(qtbot: QtBot) -> None:
    runner = TaskRunner()

    def work(task: Task) -> None:
        while not task.cancelled:
            task.give_way()

    runner.run(work, Handlers(print, print))
    runner.stop()
    assert sys.getswitchinterval() > 0.001


def test_work_stops_from_the_key_on_unless_it_is_waited_for(qtbot: QtBot) -> None:
    runner, over = TaskRunner(), Event()
    waits: list[float] = []

    def on_key() -> None:
        for is_waited_for in (True, False):
            began = monotonic()
            runner.rest.wait_holding(lambda found=is_waited_for: found)
            waits.append(monotonic() - began)

    field = QLineEdit()
    qtbot.addWidget(field)
    field.textEdited.connect(on_key)
    field.show()
    field.setFocus()
    runner.run(lambda _task: over.wait(5), Handlers(print, print))  # so that the loop is followed
    # As the system delivers it: the loop was about to block, and handles the key before it says that it is awake.
    QTimer.singleShot(20, lambda: QTest.keyClick(field.windowHandle(), Qt.Key.Key_A))
    qtbot.waitUntil(lambda: len(waits) == 2)
    over.set()
    at_once, patient = waits
    assert at_once < LONGEST_WAIT <= patient
    runner.stop()
