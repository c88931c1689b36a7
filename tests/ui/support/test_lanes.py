"""Work of one lane never waits for another's, and every lane's thread puts its own things away."""

import threading

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.support.tasks import Handlers, Lane, Task, TaskRunner


def nothing(_result: object) -> None:
    """Nobody asks."""


def test_a_reply_does_not_wait_for_an_import_or_a_list(qapp: QApplication, qtbot: QtBot) -> None:
    runner, may_end, done = TaskRunner(), threading.Event(), list[object]()

    def long_work(task: Task) -> bool:
        may_end.wait()
        return task.cancelled

    for lane in (Lane.FILES, Lane.FETCHING):
        runner.run(long_work, Handlers(nothing, done.append), lane)
    runner.run(lambda _task: threading.current_thread().name, Handlers(done.append, done.append), Lane.NETWORK)
    qtbot.waitUntil(lambda: bool(done))
    may_end.set()
    runner.stop()
    assert done == ["desk-network_0"]


def test_the_thread_that_opened_something_puts_it_away_last(qapp: QApplication) -> None:
    runner, order, may_end = TaskRunner(), list[str](), threading.Event()

    def note(what: str) -> None:
        order.append(f"{what} in {threading.current_thread().name}")

    def running(task: Task) -> None:
        may_end.wait()
        note(f"asked to stop {task.cancelled}")

    runner.at_end(lambda: note("put away"), Lane.NETWORK)
    runner.run(running, Handlers(nothing, nothing), Lane.NETWORK)
    runner.run(lambda _task: note("never begun"), Handlers(nothing, nothing), Lane.NETWORK)
    threading.Timer(0.05, may_end.set).start()
    runner.stop()
    assert order == ["asked to stop True in desk-network_0", "put away in desk-network_0"]
