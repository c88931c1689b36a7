"""Work in the background: plain functions run in one worker thread and come back on the window's own thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.support.garbage import WindowThreadGarbage
from ui.support.rest import WindowRest

BETWEEN_REPORTS = 0.1
"""Seconds."""


class Task:
    """One running piece of work; ``cancel`` asks it to stop, ``report`` tells how far it is."""

    def __init__(self, tell: Callable[["Task", int, int], None], rest: WindowRest) -> None:
        self._stop = Event()
        self._tell = tell
        self._rest = rest
        self._told_at = 0.0

    @property
    def cancelled(self) -> bool:
        """True when the work was asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at the next good moment."""
        self._stop.set()

    def give_way(self) -> None:
        """Let the window go first while it has something to do; never to be called with anything held."""
        self._rest.wait()

    def report(self, done: int, total: int) -> bool:
        """Tell how far the work is; False when it should stop (the shape services expect).

        The window hears of it a few times a second: each time costs it a picture.
        """
        now = monotonic()
        if now - self._told_at >= BETWEEN_REPORTS or done == total:
            self._told_at = now
            self._tell(self, done, total)
        return not self.cancelled


@dataclass(frozen=True, slots=True)
class Handlers:
    """Where a task's result, failure and progress go, on the window's thread."""

    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    progress: Callable[[int, int], None] | None = None


class TaskRunner(QObject):
    """Runs one task after another in a worker thread; the window's thread hears of them by one signal each."""

    _finished = Signal(object, object)
    _progressed = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = WindowThreadGarbage(self)
        self._rest = WindowRest(self)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._handlers: dict[Task, Handlers] = {}
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[Task], object], handlers: Handlers) -> Task:
        """Start ``work(task)``; its result or exception reaches ``handlers`` on this thread."""
        task = Task(self._progressed.emit, self._rest)
        self._handlers[task] = handlers
        self._rest.watch()
        future = self._pool.submit(work, task)
        future.add_done_callback(lambda result: self._finished.emit(task, result))
        return task

    def stop(self) -> None:
        """Ask everything to stop and wait for it."""
        for task in self._handlers:
            task.cancel()
        self._handlers.clear()
        self._rest.leave()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._garbage.stop()

    @Slot(object, object)
    def _on_finished(self, task: Task, future: "Future[object]") -> None:
        handlers = self._handlers.pop(task, None)
        if not self._handlers:
            self._rest.leave()
        if handlers is None or future.cancelled():
            return
        error = future.exception()
        if error is None:
            handlers.done(future.result())
        elif isinstance(error, Exception):
            handlers.failed(error)

    @Slot(object, int, int)
    def _on_progressed(self, task: Task, done: int, total: int) -> None:
        handlers = self._handlers.get(task)
        if handlers is not None and handlers.progress is not None:
            handlers.progress(done, total)
