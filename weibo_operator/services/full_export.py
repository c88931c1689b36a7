"""Everything in the file as CSV and JSON, into a folder of its own, whole or not at all (product.md, Data)."""

import csv
import json
import os
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.labels import Audience, State
from weibo_operator.services.desk import Desk
from weibo_operator.services.full_export_words import MEANINGS, conversation_headers, explanation
from weibo_operator.services.list_cells import inert
from weibo_operator.services.stages import GiveWay, Report, StoppedError, go_on, unwatched
from weibo_operator.services.wording import TICKET_STATES
from weibo_operator.storage import everything
from weibo_operator.storage.connection import environment_errors
from weibo_operator.storage.everything import Row, TableRows, Value
from weibo_operator.storage.times import DamagedValueError, from_ms
from weibo_operator.translation import label, tr

CSV, JSON = "csv", "json"
"""The folders of the tables."""
_TOLD_EVERY = 250


class Exported(Struct, frozen=True):
    """Where it lies, and how many tables and rows there are."""

    folder: Path
    tables: int
    rows: int


class FullExport:
    """Writes the whole file out, as it is at one moment."""

    def __init__(self, desk: Desk, version: Callable[[], str]) -> None:
        self._desk = desk
        self._version = version

    def write(self, folder: Path, *, watch: Report = unwatched, give_way: GiveWay = go_on) -> Exported:
        """Make ``folder``: each table twice, all conversations to read, and a page that says what is what.

        ``watch`` is told rows done and altogether. ``give_way`` is called with it: nobody waits for a reader, so a
        moment is held as long as it takes. Raises ``StoppedError`` where ``watch`` says no, ``InvalidInputError``
        (not_empty) for a folder with something in it, ``DatabaseUnavailableError`` where the file can't be read or
        the folder not be written; nothing is left then.
        """
        with environment_errors(folder):
            folder = folder.resolve()  # "." has no name to put a new one beside it by
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise InvalidInputError(field="path", reason="not_empty", path=str(folder))
            folder.parent.mkdir(parents=True, exist_ok=True)
            # Made beside it, for its owner only, and named when complete.
            with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as made:
                exported = self._fill(Path(made) / folder.name, folder, watch, give_way)
                if folder.exists():
                    folder.rmdir()
                (Path(made) / folder.name).rename(folder)
        return exported

    def _fill(self, made: Path, folder: Path, watch: Report, give_way: GiveWay) -> Exported:
        for place in (made, made / CSV, made / JSON):
            place.mkdir(mode=0o700)
        with everything.at_one_moment(self._desk.connection):
            found = everything.tables(self._desk.connection, MEANINGS)
            count = {table.name: table.count for table in found}
            rows = sum(count.values())
            told = _Told(watch, give_way, rows + count["message"])
            for table in found:
                _write_table(made, table, told)
            _write_conversations(
                made / tr("全部对话.csv"), told.all_of(everything.conversations(self._desk.connection))
            )
        told.finish()
        words = explanation(count, self._desk.path.name, self._desk.now(), self._version())
        with _whole(made / tr("说明.txt"), "utf-8-sig") as page:
            page.write(words)
        return Exported(folder, len(found), rows)


class _Told:
    """Counts rows and says so; raises ``StoppedError`` when nobody wants more."""

    def __init__(self, watch: Report, give_way: GiveWay, total: int) -> None:
        self._watch, self._give_way, self._total, self._done = watch, give_way, total, 0

    def all_of(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, each counted."""
        for row in rows:
            if self._done % _TOLD_EVERY == 0:
                self._tell()
            self._done += 1
            yield row

    def finish(self) -> None:
        """All is written but the last page."""
        self._done = self._total
        self._tell()

    def _tell(self) -> None:
        self._give_way()
        if not self._watch(self._done, self._total):
            raise StoppedError


def _write_table(made: Path, table: TableRows, told: _Told) -> None:
    times = tuple(everything.is_time(table.name, column) for column in table.columns)
    with ExitStack() as files:
        sheet = csv.writer(files.enter_context(_whole(made / CSV / f"{table.name}.csv", "utf-8-sig")))
        objects = files.enter_context(_whole(made / JSON / f"{table.name}.json", "utf-8"))
        sheet.writerow(table.columns)
        objects.write("[")
        between = "\n"
        for row in told.all_of(table.rows):
            values = [_spoken(value, is_time=time) for value, time in zip(row, times, strict=True)]
            sheet.writerow([_cell(value) for value in values])
            objects.write(between + json.dumps(dict(zip(table.columns, values, strict=True)), ensure_ascii=False))
            between = ",\n"
        objects.write("\n]\n")


def _write_conversations(path: Path, rows: Iterable[Row]) -> None:
    with _whole(path, "utf-8-sig") as file:
        sheet = csv.writer(file)
        sheet.writerow(conversation_headers())
        for at, nickname, uid, direction, audience, source, text, link, *ticket in rows:
            way = tr("我们") if direction == "out" else tr("客户")
            seen_by = label(Audience(str(audience)).label)
            said = (_written(at), nickname, uid, way, seen_by, label(str(source)), text, link)
            sheet.writerow([_cell(value) for value in (*said, *_of_ticket(*ticket))])


def _of_ticket(ticket: Value, state: Value, level: Value, kind: Value, department: Value) -> Row:
    """The last columns of a message; empty ones for a message without a ticket."""
    if ticket is None:
        return ("",) * 5
    return f"#{ticket}", TICKET_STATES[State(str(state))], f"P{level}", label(str(kind)), label(str(department))


def _spoken(value: Value, *, is_time: bool) -> Value:
    """A value as it is written: moments as ISO 8601 with their offset."""
    return _moment(value).isoformat(timespec="milliseconds") if is_time and value is not None else value


def _written(value: Value) -> str:
    """A moment as a spreadsheet reads it."""
    return f"{_moment(value):%Y-%m-%d %H:%M:%S}"


def _moment(value: Value) -> datetime:
    if not isinstance(value, int):
        raise DamagedValueError(f"{value!r} is no time")
    return china(from_ms(value))


def _cell(value: Value) -> Value:
    """A value as a cell: words are never a formula, and a number (-1) is none."""
    return inert(value) if isinstance(value, str) else value


@contextmanager
def _whole(path: Path, encoding: str) -> Generator[TextIO]:
    """A new text file, on the disk when it is left."""
    with path.open("x", encoding=encoding, newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
