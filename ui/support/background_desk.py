"""The file opened a second time for one lane's thread, kept open until the window is put away."""

from collections.abc import Callable

from ui.support.context import Context
from ui.support.tasks import Handlers, Lane, Task
from weibo_operator.bootstrap import Operator


class BackgroundDesk:
    """Opened by its own thread with the first piece of work, as a connection belongs to one thread."""

    def __init__(self, context: Context, lane: Lane) -> None:
        self._context = context
        self._lane = lane
        self._operator: Operator | None = None
        context.runner.at_end(self._close, lane)

    def run(self, work: Callable[[Operator, Task], object], handlers: Handlers) -> Task:
        """Start ``work`` on the second desk; what comes of it is told on the window's thread."""

        def on_desk(task: Task) -> object:
            if self._operator is None:
                self._operator = self._context.open_second_desk()
            return work(self._operator, task)

        return self._context.runner.run(on_desk, handlers, self._lane)

    def _close(self) -> None:
        if self._operator is not None:
            self._operator.close()
            self._operator = None
