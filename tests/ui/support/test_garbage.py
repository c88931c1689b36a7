"""Widgets in a reference cycle are taken apart on the window's thread, whoever runs out of memory first."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.support.tasks import Handlers, Task, TaskRunner


class Knot(QWidget):
    """A widget that holds itself, and notes on which thread it went away."""

    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self.itself = self
        self.end = weakref.finalize(self, lambda: gone.append(threading.current_thread().name))


def allocate(_task: Task) -> int:
    """Enough containers to set off an automatic collection many times over."""
    return len([[number] for number in range(200_000)])


def test_the_worker_never_collects(qapp: QApplication, qtbot: QtBot) -> None:
    gone: list[str] = []
    done: list[object] = []
    gc.collect()
    runner = TaskRunner()
    for _ in range(20):
        Knot(gone)
    runner.run(allocate, Handlers(done=done.append, failed=done.append))
    qtbot.waitUntil(lambda: bool(done))
    runner.stop()
    gc.collect()
    assert done == [200_000]
    assert len(gone) == 20
    assert set(gone) == {threading.main_thread().name}
    assert gc.isenabled()


def test_what_the_start_made_is_spared_until_the_end(qapp: QApplication) -> None:
    runner = TaskRunner()
    runner.garbage.spare_what_is()
    assert gc.get_freeze_count() > 1000
    runner.stop()
    assert gc.get_freeze_count() == 0
