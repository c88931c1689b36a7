"""Work in the background: plain functions run in a few worker threads and come back on the window's own thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from threading import Event
from time import monotonic
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.support.garbage import WindowThreadGarbage
from ui.support.rest import WindowRest

BETWEEN_REPORTS = 0.1
"""Seconds."""
FIRST_PICTURE = 2.0
"""Seconds for which work begun with the window waits for it to be made and painted: both need the interpreter."""


class Lane(Enum):
    """Work of one lane runs one after another, in one thread; no lane waits for another."""

    FILES = "files"
    NETWORK = "network"
    """What the operator waits for: replies, signing in."""
    FIGURES = "figures"
    """What a page counts: it waits for no import."""
    WORDS = "words"
    """What a page looks for in all that customers wrote: no figure and no list waits for that."""
    FETCHING = "fetching"
    """Reading the platform's lists, which may take many requests: no reply waits for that."""


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

    def wait_for_rest(self, seconds: float) -> None:
        """In the worker, before long work: wait for so long at most until the window has nothing to do."""
        self._rest.wait(seconds)

    def report(self, done: int, total: int) -> bool:
        """Tell how far the work is; False when it should stop (the shape services expect).

        The window hears of it a few times a second: each time costs it a picture.
        """
        now = monotonic()
        if now - self._told_at >= BETWEEN_REPORTS or done == total:
            self._told_at = now
            self._tell(self, done, total)
        return not self.cancelled


class Handlers(Struct, frozen=True):
    """Where a task's result, failure and progress go, on the window's thread."""

    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    progress: Callable[[int, int], None] | None = None


class TaskRunner(QObject):
    """Runs each lane's tasks in a thread of its own; the window's thread hears of them by one signal each."""

    _finished = Signal(object, object)
    _progressed = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = WindowThreadGarbage(self)
        self._rest = WindowRest(self)
        self._pools = {lane: ThreadPoolExecutor(1, thread_name_prefix=f"desk-{lane.value}") for lane in Lane}
        self._handlers: dict[Task, Handlers] = {}
        self._futures: dict[Task, Future[object]] = {}
        self._endings: list[tuple[Lane, Callable[[], object]]] = []
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def garbage(self) -> WindowThreadGarbage:
        """When Python collects while there are threads."""
        return self._garbage

    @property
    def rest(self) -> WindowRest:
        """Tells work in the background when the window has nothing to do."""
        return self._rest

    def run(self, work: Callable[[Task], object], handlers: Handlers, lane: Lane = Lane.FILES) -> Task:
        """Start ``work(task)``; its result or exception reaches ``handlers`` on this thread."""
        task = Task(self._progressed.emit, self._rest)
        self._handlers[task] = handlers
        self._rest.watch()
        future = self._pools[lane].submit(work, task)
        self._futures[task] = future
        future.add_done_callback(lambda result: self._finished.emit(task, result))
        return task

    def at_end(self, ending: Callable[[], object], lane: Lane) -> None:
        """Have a lane's own thread put something away when everything else has ended."""
        self._endings.append((lane, ending))

    def stop(self) -> None:
        """Ask everything to stop and wait for it; what has not begun never does."""
        for task, future in self._futures.items():
            task.cancel()
            future.cancel()
        self._handlers.clear()
        self._futures.clear()
        self._rest.leave()
        for lane, ending in self._endings:
            self._pools[lane].submit(ending)
        self._endings.clear()
        for pool in self._pools.values():
            pool.shutdown(wait=True)
        self._garbage.stop()

    @Slot(object, object)
    def _on_finished(self, task: Task, future: "Future[object]") -> None:
        handlers = self._handlers.pop(task, None)
        self._futures.pop(task, None)
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
