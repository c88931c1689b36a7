"""The import's work: reads each file in the background, imports it there, goes on to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.intake.import_words import PreviewRow, done_sentence, problem_row, sample_row
from ui.support.context import Context
from ui.support.tasks import Handlers, Task
from ui.support.texts import sentence
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import FileFormat
from weibo_operator.domain.errors import InvalidInputError, OperatorError
from weibo_operator.domain.operations import Outcome
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.intake import ImportReport

SAMPLES = 12
SAMPLES_BEFORE_PROBLEMS = 3
PROBLEMS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Preview:
    """What one file holds, read without changing anything."""

    path: Path
    size: int
    format: FileFormat
    report: ImportReport
    rows: tuple[PreviewRow, ...]


class ImportController(QObject):
    """One list of files, worked off one after another; the dialog shows what it tells."""

    reading = Signal(object)
    """``Path``: a file is being read."""
    previewed = Signal(object)
    """``Preview``."""
    refused = Signal(object, str)
    """``Path`` and the sentence why this file can't be read."""
    progressed = Signal(int, int)
    """Rows done, rows altogether."""
    imported = Signal(object)
    """``ImportReport`` of one file."""
    finished = Signal(object)
    """``ImportReport`` of all files; nothing is left to do."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._files: tuple[Path, ...] = ()
        self._number = 0
        self._task: Task | None = None
        self._importing = False
        self._total = ImportReport()

    @property
    def files(self) -> tuple[Path, ...]:
        """The whole list."""
        return self._files

    @property
    def number(self) -> int:
        """Which file of the list is at work, from 0."""
        return self._number

    @property
    def importing(self) -> bool:
        """True while rows are being written."""
        return self._importing

    def refusal(self) -> str:
        """Why nothing can be imported now, or empty: the practice file takes no real messages."""
        if self._context.operator.shop.value(PRACTICE):
            return sentence(InvalidInputError(field="file", reason="practice_database"))
        return ""

    def start(self, files: Sequence[Path]) -> None:
        """Begin with a list of files."""
        self._files, self._number, self._total = tuple(files), 0, ImportReport()
        self._read()

    def go_on(self) -> None:
        """Leave this file and read the next, or finish."""
        self._number += 1
        if self._number < len(self._files):
            self._read()
        else:
            self._end()

    def import_now(self) -> None:
        """Import the file shown."""
        self._importing = True
        path = self._files[self._number]
        handlers = Handlers(self._take_import, partial(self._take_error, path), self.progressed.emit)
        self._task = self._context.runner.run(partial(_import, self._context, path), handlers)

    def stop(self) -> None:
        """Stop: a running import keeps what came in and says so; a running preview is forgotten."""
        if self._task is not None:
            self._task.cancel()
        if not self._importing:
            self._task = None
            self._end()

    def _read(self) -> None:
        path = self._files[self._number]
        self.reading.emit(path)
        handlers = Handlers(self._take_preview, partial(self._take_error, path))
        self._task = self._context.runner.run(partial(_preview, self._context, path), handlers)

    def _take_preview(self, preview: Preview) -> None:
        if self._task is not None and not self._importing and self._files[self._number] == preview.path:
            self._task = None
            self.previewed.emit(preview)

    def _take_import(self, outcome: Outcome[ImportReport]) -> None:
        self._importing, self._task = False, None
        report = outcome.value
        self._total = self._total.plus(report)
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(done_sentence(report, self._files[: self._number + 1]))
        self.imported.emit(report)
        if report.cancelled:
            self._end()
        else:
            self.go_on()

    def _take_error(self, path: Path, error: Exception) -> None:
        if not isinstance(error, OperatorError):
            raise error
        if self._task is None:
            return
        self._importing, self._task = False, None
        self.refused.emit(path, sentence(error))

    def _end(self) -> None:
        self._files = ()
        self.finished.emit(self._total)


def _preview(context: Context, path: Path, _task: Task) -> Preview:
    """In the worker thread: a desk of its own, closed again."""
    operator = context.open_operator()
    try:
        found = operator.intake.recognise(path)
        report = operator.intake.preview(path, samples=SAMPLES)
        return Preview(path, path.stat().st_size, found, report, _rows(operator, report))
    finally:
        operator.close()


def _rows(operator: Operator, report: ImportReport) -> tuple[PreviewRow, ...]:
    """A few readable rows, then every problem, so that those are seen without scrolling far."""
    shown = report.samples[: SAMPLES_BEFORE_PROBLEMS if report.problems else SAMPLES]
    good = [
        sample_row(message, operator.triage.triage(message.text, source=message.source, followers=message.followers))
        for message in shown
    ]
    return (*good, *(problem_row(problem) for problem in report.problems[:PROBLEMS_SHOWN]))


def _import(context: Context, path: Path, task: Task) -> Outcome[ImportReport]:
    operator = context.open_operator()
    try:
        return operator.intake.import_file(path, progress=task.report, give_way=task.give_way)
    finally:
        operator.close()
