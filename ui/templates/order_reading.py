"""Reading the shop's orders in the background, on a desk of its own, to be stopped at any time."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.support.context import Context
from ui.support.tasks import Handlers, Lane, Task
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.list_file import ListReport
from weibo_operator.domain.operations import Changes


class OrderReading(QObject):
    """One file at a time; ``finished`` carries its name and report, ``failed`` a sentence."""

    started = Signal()
    progressed = Signal(int, int)
    """Orders done, orders altogether (0 while the file is still being read)."""
    finished = Signal(str, object)
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._path = Path()

    @property
    def running(self) -> bool:
        """True while a file is being read in."""
        return self._task is not None

    @property
    def name(self) -> str:
        """Which file it is."""
        return self._path.name

    def read(self, path: Path) -> None:
        """Begin with a file; nothing happens while another one is being read in."""
        if self._task is not None:
            return
        self._path = path

        def work(task: Task) -> tuple[ListReport, Changes]:
            with self._context.second_desk() as operator:
                return operator.orders.import_file(path, progress=task.report, give_way=task.give_way)

        handlers = Handlers(self._finish, self._fail, self.progressed.emit)
        self._task = self._context.runner.run(work, handlers, Lane.FILES)
        self.started.emit()

    def cancel(self) -> None:
        """Ask it to stop; the orders that came in stay."""
        if self._task is not None:
            self._task.cancel()

    def _finish(self, result: tuple[ListReport, Changes]) -> None:
        self._task = None
        report, changes = result
        self._context.news.tell(changes)
        self.finished.emit(self.name, report)

    def _fail(self, error: Exception) -> None:
        self._task = None
        # What came in before the failure is there.
        self._context.news.tell(Changes(tables=frozenset({"shop_order"})))
        if not isinstance(error, OperatorError):
            raise error
        self.failed.emit(sentence(error))
