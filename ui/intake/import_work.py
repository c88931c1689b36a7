"""The import's work in the background: plain functions with a desk of their own, closed again."""

from pathlib import Path

from msgspec import Struct

from ui.intake.import_words import PreviewRow, problem_row, sample_row
from ui.support.context import Context
from ui.support.tasks import Task
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.channel import FileFormat, IncomingMessage, RowProblem
from weibo_operator.domain.columns import TableMapping
from weibo_operator.domain.errors import FileUnreadableError
from weibo_operator.domain.operations import Outcome
from weibo_operator.services.intake import ImportReport
from weibo_operator.services.own_tables import MappedTable
from weibo_operator.services.watched_folder import print_of

SAMPLES = 12
SAMPLES_BEFORE_PROBLEMS = 3
PROBLEMS_SHOWN = 200
OWN_TABLE = "own_table"
OWN_LAYOUTS = ("plain_posts", "plain_comments")
"""Layouts that are recognised by common headers; the operator may know better."""
_ASK_COLUMNS = ("unknown_format", "missing_column", "missing_author")
"""Why a table isn't recognised, where saying which column is which helps."""


class Preview(Struct, frozen=True):
    """What one file holds, read without changing anything; ``mapped`` where its columns can be said otherwise."""

    path: Path
    size: int
    format: FileFormat
    report: ImportReport
    rows: tuple[PreviewRow, ...]
    mapping: TableMapping | None = None
    mapped: MappedTable | None = None


class MappingWanted(Struct, frozen=True):
    """A table whose columns the operator must name."""

    path: Path
    mapped: MappedTable


def preview_file(
    context: Context, path: Path, mapping: TableMapping | None, task: Task
) -> Preview | MappingWanted | None:
    """What an import would do, by the mapping given, the one of last time, or as recognised; None when cancelled."""
    with context.second_desk() as operator:
        mapped = _mapped(operator, path)
        if mapped is not None and mapping is None:
            if not mapped.remembered and mapped.table.format not in OWN_LAYOUTS:
                return MappingWanted(path, mapped)
            mapping = mapped.mapping if mapped.remembered else None
        return _preview(operator, path, mapping, mapped, task)


def _mapped(operator: Operator, path: Path) -> MappedTable | None:
    """The table when it is one of the operator's own; None for a file that is read by its own layout."""
    try:
        found = operator.intake.recognise(path)
    except FileUnreadableError as error:
        if error.data["reason"] not in _ASK_COLUMNS:
            raise
        try:
            return operator.tables.open(path)
        except FileUnreadableError:
            raise error from None
    return operator.tables.open(path) if found.key in OWN_LAYOUTS else None


def _preview(
    operator: Operator, path: Path, mapping: TableMapping | None, mapped: MappedTable | None, task: Task
) -> Preview | None:
    report = operator.intake.preview(
        path, mapping=mapping, samples=SAMPLES, progress=task.report, give_way=task.give_way
    )
    if report.cancelled:
        return None
    if mapping is not None and mapped is not None:
        found = FileFormat(OWN_TABLE, mapped.table.encoding, mapped.table.headers, mapped.table.notes)
    else:
        found = operator.intake.recognise(path)
    return Preview(path, path.stat().st_size, found, report, _rows(operator, report), mapping, mapped)


def open_table(context: Context, path: Path, sheet: str, _task: Task) -> MappedTable:
    """The beginning of a table, or of another sheet."""
    with context.second_desk() as operator:
        return operator.tables.open(path, sheet)


def try_rows(context: Context, path: Path, mapping: TableMapping, _task: Task) -> tuple[PreviewRow, ...]:
    """What would become of the first rows."""
    with context.second_desk() as operator:
        return tuple(_row(operator, found) for found in operator.tables.try_rows(path, mapping))


def import_file(context: Context, path: Path, task: Task, mapping: TableMapping | None = None) -> Outcome[ImportReport]:
    """The import itself; a file that came in whole is not offered again by the watched folder."""
    with context.second_desk() as operator:
        outcome = operator.intake.import_file(path, mapping=mapping, progress=task.report, give_way=task.give_way)
        seen = print_of(path)
        if seen is not None and not outcome.value.cancelled:
            operator.watched.note((seen,))
        return outcome


def _rows(operator: Operator, report: ImportReport) -> tuple[PreviewRow, ...]:
    """A few readable rows, then every problem, so that those are seen without scrolling far."""
    shown = report.samples[: SAMPLES_BEFORE_PROBLEMS if report.problems else SAMPLES]
    return tuple(_row(operator, each) for each in (*shown, *report.problems[:PROBLEMS_SHOWN]))


def _row(operator: Operator, found: IncomingMessage | RowProblem) -> PreviewRow:
    if isinstance(found, RowProblem):
        return problem_row(found)
    return sample_row(found, operator.triage.triage(found.text, source=found.source, followers=found.followers))
