"""One piece of work with the platform at a time in the background, on a desk of its own that is closed again."""

from collections.abc import Callable
from typing import Any

from ui.support.context import Context
from ui.support.tasks import Handlers, Lane, Task
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import OperatorError


class DeskWork:
    """``unwanted`` is given what a cancelled piece of work brought all the same, on the window's thread or not."""

    def __init__(self, context: Context, unwanted: Callable[[Any], None]) -> None:
        self._context = context
        self._unwanted = unwanted
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """True until the work that was started last has ended or was cancelled."""
        return self._task is not None

    def run(
        self,
        work: Callable[[Operator], Any],
        done: Callable[[Any], None],
        failed: Callable[[OperatorError], None],
    ) -> None:
        """Start ``work`` in place of what runs; anything but an ``OperatorError`` is raised on this thread."""
        self.cancel()
        started: list[Task] = []

        def in_background(task: Task) -> object:
            with self._context.second_desk() as operator:
                return _kept(task, work(operator), self._unwanted)

        def is_current() -> bool:
            return bool(started) and started[0] is self._task

        def on_done(result: object) -> None:
            if is_current():
                self._task = None
                done(result)
            elif result is not None:
                self._unwanted(result)

        def on_failed(error: Exception) -> None:
            if not isinstance(error, OperatorError):
                raise error
            if is_current():
                self._task = None
                failed(error)

        self._task = self._context.runner.run(in_background, Handlers(on_done, on_failed), Lane.NETWORK)
        started.append(self._task)

    def cancel(self) -> None:
        """Hear no more of what runs; it ends by itself."""
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _kept(task: Task, result: object, unwanted: Callable[[Any], None]) -> object:
    """What was brought, or nothing where nobody waits for it any more."""
    if task.cancelled and result is not None:
        unwanted(result)
        return None
    return result
