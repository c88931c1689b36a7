"""Work in the background gives way to the window, and goes on when the window has nothing to do."""

import sys
from threading import Event

from pytestqt.qtbot import QtBot

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


def test_stopping_lets_waiting_work_end(qtbot: QtBot) -> None:
    runner = TaskRunner()

    def work(task: Task) -> None:
        while not task.cancelled:
            task.give_way()

    runner.run(work, Handlers(print, print))
    runner.stop()
    assert sys.getswitchinterval() > 0.001
