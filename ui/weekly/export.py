"""Writing the week out in the background, with its own connection to the file, to be stopped at any time."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from ui.support.context import Context
from ui.support.tasks import Handlers, Task
from ui.support.texts import sentence
from ui.weekly.paper import draw_report
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.week import Week
from weibo_operator.services.weekly_export import WeekFormat, write_week


class Wanted(Struct, frozen=True):
    """One export: which week, in which format, where to, and whether names are written whole."""

    week: Week
    kind: WeekFormat
    path: Path
    unmasked: bool
    against: Week | None = None


class Exporter(QObject):
    """One export at a time; ``finished`` carries what was wanted, ``failed`` a sentence."""

    started = Signal()
    progressed = Signal(int)
    """Per cent."""
    finished = Signal(object)
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._wanted: Wanted | None = None

    @property
    def running(self) -> bool:
        """True while a file is being written."""
        return self._task is not None

    def export(self, wanted: Wanted) -> None:
        """Write a week; nothing happens while another one is being written."""
        if self._task is not None:
            return
        self._wanted = wanted
        resources = self._context.resources

        def work(task: Task) -> bool:
            with self._context.second_desk() as operator:
                return write_week(
                    operator.weekly,
                    wanted.week,
                    wanted.path,
                    wanted.kind,
                    unmasked=wanted.unmasked,
                    against=wanted.against,
                    watch=task.report,
                    draw_pdf=lambda report: draw_report(report, resources),
                )

        self._task = self._context.runner.run(work, Handlers(self._finish, self._fail, self._tell_progress))
        self.started.emit()

    def cancel(self) -> None:
        """Ask the running export to stop; it leaves no file."""
        if self._task is not None:
            self._task.cancel()

    def _tell_progress(self, done: int, total: int) -> None:
        self.progressed.emit(100 * done // max(total, 1))

    def _finish(self, written: bool) -> None:
        self._task = None
        if written:
            self.finished.emit(self._wanted)
        else:
            self.stopped.emit()

    def _fail(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, OperatorError):
            raise error
        self.failed.emit(sentence(error))
