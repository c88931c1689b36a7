"""Writing the week out in the background, with its own connection to the file."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.support.context import Context
from ui.support.tasks import Handlers, Task
from ui.support.texts import sentence
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.week import Week
from weibo_operator.services.whole_file import replace_file


class Exporter(QObject):
    """One export at a time; ``finished`` carries the path, ``failed`` a sentence."""

    started = Signal()
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._running = False

    @property
    def running(self) -> bool:
        """True while a file is being written."""
        return self._running

    def export(self, week: Week, path: Path, *, unmasked: bool) -> None:
        """Write the week to ``path``; its suffix decides between workbook, CSV and text."""
        if self._running:
            return
        self._running = True
        self.started.emit()

        def work(_task: Task) -> Path:
            operator = self._context.open_operator()
            try:
                return write_week(operator, week, path, unmasked=unmasked)
            finally:
                operator.close()

        self._context.runner.run(work, Handlers(done=self._finish, failed=self._fail))

    def _finish(self, path: Path) -> None:
        self._running = False
        self.finished.emit(path)

    def _fail(self, error: Exception) -> None:
        self._running = False
        if not isinstance(error, OperatorError):
            raise error
        self.failed.emit(sentence(error))


def write_week(operator: Operator, week: Week, path: Path, *, unmasked: bool) -> Path:
    """Write the week in the format of the path's suffix; raises ``InvalidInputError`` where it can't be written."""
    if path.suffix == ".csv":
        replace_file(path, operator.weekly.csv(week).encode("utf-8"))
        return path
    if path.suffix == ".txt":
        replace_file(path, operator.weekly.text(week, unmasked=unmasked).encode("utf-8"))
        return path
    return operator.weekly.export_xlsx(week, path, unmasked=unmasked)
