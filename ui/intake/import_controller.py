"""The import's course: reads each file in the background, asks for columns, imports it there, goes on to the next."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.intake.import_words import done_sentence
from ui.intake.import_work import MappingWanted, Preview, import_file, open_table, preview_file, try_rows
from ui.support.context import Context
from ui.support.tasks import Handlers, Task
from ui.support.texts import sentence
from weibo_operator.domain.columns import Table, TableMapping
from weibo_operator.domain.errors import InvalidInputError, OperatorError
from weibo_operator.domain.operations import Outcome
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.intake import ImportReport
from weibo_operator.translation import tr


class ImportController(QObject):
    """One list of files, worked off one after another; the dialog and the line over the pages show what it tells."""

    reading = Signal(object)
    """``Path``: a file is being read."""
    previewed = Signal(object)
    """``Preview``."""
    mapping_wanted = Signal(object)
    """``MappedTable``: the operator must say which column is which, or wants to say so anew."""
    tried = Signal(object)
    """Rows of ``PreviewRow``: what the mapping makes of the first rows."""
    refused = Signal(object, str)
    """``Path`` and the sentence why this file can't be read."""
    progressed = Signal(int, int)
    """Rows done, rows altogether (0 while they are still being counted)."""
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
        self._trial: Task | None = None
        self._importing = False
        self._preview: Preview | None = None
        self._total = ImportReport()

    @property
    def files(self) -> tuple[Path, ...]:
        """The whole list; empty while nothing is at work."""
        return self._files

    @property
    def number(self) -> int:
        """Which file of the list is at work, from 0."""
        return self._number

    @property
    def importing(self) -> bool:
        """True while rows are being written."""
        return self._importing

    @property
    def path(self) -> Path:
        """The file at work."""
        return self._files[self._number]

    @property
    def preview(self) -> Preview | None:
        """What the file at work holds, once it is known."""
        return self._preview

    def refusal(self) -> str:
        """Why nothing can be imported now, or empty: the practice file takes no real messages."""
        if self._context.operator.shop.value(PRACTICE):
            return sentence(InvalidInputError(field="file", reason="practice_database"))
        return ""

    def start(self, files: Sequence[Path]) -> None:
        """Begin with a list of files."""
        self._files, self._number, self._total = tuple(files), 0, ImportReport()
        self._read()

    def add(self, files: Sequence[Path]) -> None:
        """Put files behind those at work; one that is in the list already stays where it is."""
        self._files = tuple(dict.fromkeys((*self._files, *files)))

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
        mapping = None if self._preview is None else self._preview.mapping
        work = partial(import_file, self._context, self.path, mapping=mapping)
        self._task = self._context.runner.run(work, self._handlers(self._take_import))

    def change_mapping(self) -> None:
        """Say anew which column is which."""
        if self._preview is not None and self._preview.mapped is not None:
            self.mapping_wanted.emit(self._preview.mapped)

    def choose_sheet(self, sheet: str) -> None:
        """Another sheet of the workbook."""
        work = partial(open_table, self._context, self.path, sheet)
        self._task = self._context.runner.run(work, self._handlers(self._take_table))

    def try_mapping(self, mapping: TableMapping) -> None:
        """Find out what the mapping makes of the first rows; only the latest question is answered."""
        if self._trial is not None:
            self._trial.cancel()
        handlers = Handlers(self._take_trial, partial(self._take_error, self.path))
        self._trial = self._context.runner.run(partial(_tried, self._context, self.path, mapping), handlers)

    def use_mapping(self, table: Table, mapping: TableMapping) -> None:
        """Remember the mapping for tables with these headers and read the file by it."""
        self._context.operator.tables.remember(table, mapping)
        self._read(mapping)

    def stop(self) -> None:
        """Stop: a running import keeps what came in and says so; a running preview is forgotten."""
        if self._task is not None:
            self._task.cancel()
        if not self._importing:
            self._task = None
            self._end()

    def _read(self, mapping: TableMapping | None = None) -> None:
        self._preview = None
        self.reading.emit(self.path)
        work = partial(preview_file, self._context, self.path, mapping)
        self._task = self._context.runner.run(work, self._handlers(self._take_preview))

    def _handlers(self, done: Callable[[Any], None]) -> Handlers:
        return Handlers(done, partial(self._take_error, self.path), self.progressed.emit)

    def _take_preview(self, found: Preview | MappingWanted | None) -> None:
        if found is None or self._task is None or self._importing or not self._files or self.path != found.path:
            return
        self._task = None
        if isinstance(found, MappingWanted):
            self.mapping_wanted.emit(found.mapped)
        else:
            self._preview = found
            self.previewed.emit(found)

    def _take_table(self, mapped: object) -> None:
        if self._task is not None:
            self._task = None
            self.mapping_wanted.emit(mapped)

    def _take_trial(self, answer: tuple[Task, object]) -> None:
        task, rows = answer
        if task is self._trial and not task.cancelled:
            self._trial = None
            self.tried.emit(rows)

    def _take_import(self, outcome: Outcome[ImportReport]) -> None:
        self._importing, self._task = False, None
        report = outcome.value
        self._total = self._total.plus(report)
        self._context.news.tell(outcome.changes)
        if outcome.operation is None:
            self._context.news.notice.emit(tr("导入停下了，什么都没有进来。"))
        else:
            self._context.news.undoable.emit(done_sentence(report, self._files[: self._number + 1]))
        self.imported.emit(report)
        if report.cancelled:
            self._end()
        else:
            self.go_on()

    def _take_error(self, path: Path, error: Exception) -> None:
        if not isinstance(error, OperatorError):
            raise error
        if not self._files or (self._task is None and self._trial is None):
            return
        self._importing, self._task, self._trial = False, None, None
        self.refused.emit(path, sentence(error))

    def _end(self) -> None:
        self._files = ()
        self._preview = None
        if self._trial is not None:
            self._trial.cancel()
            self._trial = None
        self.finished.emit(self._total)


def _tried(context: Context, path: Path, mapping: TableMapping, task: Task) -> tuple[Task, object]:
    """The answer with the question it belongs to; a question that was overtaken costs nothing."""
    return task, (() if task.cancelled else try_rows(context, path, mapping, task))
