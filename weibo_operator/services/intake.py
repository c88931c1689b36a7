"""Importing files, capturing by hand, and taking an import back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from weibo_operator.domain.channel import ChannelName, FileFormat, IncomingMessage, MessageReader, RowProblem
from weibo_operator.domain.columns import TableMapping
from weibo_operator.domain.errors import FileUnreadableError, InvalidInputError, UndoBarrierError
from weibo_operator.domain.ids import BatchId, TicketId
from weibo_operator.domain.operations import Changes, Operation, OperationKind, Outcome
from weibo_operator.domain.settings import OWN_NICKNAME, PRACTICE, REOPEN_DAYS, SAME_MATTER_HOURS
from weibo_operator.services.desk import Desk
from weibo_operator.services.history import batch_of
from weibo_operator.services.intake_people import known_or_alike
from weibo_operator.services.intake_rows import Arrival, Fate, IntakeRows, IntakeRules, ReadMessage, TriageText
from weibo_operator.services.recounts import brings_counts
from weibo_operator.services.stages import GiveWay, Report, go_on
from weibo_operator.storage import intake
from weibo_operator.storage.connection import what_if, without_waiting_for_the_disk
from weibo_operator.storage.intake import LastBatch
from weibo_operator.storage.journal import Recorder, Row, changes_of
from weibo_operator.storage.times import to_ms

CHUNK = 25
"""Messages per transaction while the window is open: a click's own write then waits a few milliseconds at most."""
_TOLD_EVERY = 500
LABELLED_IN_PREVIEW = 1000
"""Of more new messages than this a preview labels so many, evenly spread, and says that it is an estimate."""


class _How(Struct, frozen=True):
    """How a file is to be read, whatever is done with it then."""

    file_format: str = "auto"
    captured_at: datetime | None = None
    account: str = ""
    mapping: TableMapping | None = None
    progress: Report | None = None
    give_way: GiveWay = go_on

    @property
    def format_name(self) -> str:
        """What the list of imports says."""
        return self.file_format if self.mapping is None else "own_table"

    def stops(self, done: int, total: int = 0) -> bool:
        """Tell how far it is; True when it should stop."""
        return self.progress is not None and not self.progress(done, total)


class ImportReport(Struct, frozen=True):
    """What an import did (command line contract: rows, new, duplicates, skipped, tickets, problems)."""

    rows: int = 0
    new: int = 0
    duplicates: int = 0
    skipped: int = 0
    tickets: int = 0
    inside: int = 0
    """Messages of our own people, left out (mission A19)."""
    likely_no_reply: int = 0
    is_estimate: bool = False
    """``likely_no_reply`` follows from a part of the messages."""
    cancelled: bool = False
    problems: tuple[RowProblem, ...] = ()
    samples: tuple[IncomingMessage, ...] = ()

    def plus(self, other: "ImportReport") -> "ImportReport":
        """Two files' reports added up."""
        return ImportReport(
            rows=self.rows + other.rows,
            new=self.new + other.new,
            duplicates=self.duplicates + other.duplicates,
            skipped=self.skipped + other.skipped,
            tickets=self.tickets + other.tickets,
            inside=self.inside + other.inside,
            likely_no_reply=self.likely_no_reply + other.likely_no_reply,
            is_estimate=self.is_estimate or other.is_estimate,
            cancelled=self.cancelled or other.cancelled,
            problems=self.problems + other.problems,
            samples=self.samples + other.samples,
        )


class _Tally(Struct):
    new: int = 0
    duplicates: int = 0
    tickets: int = 0
    inside: int = 0
    touched: set[TicketId] = field(default_factory=set[TicketId])

    def count(self, arrival: Arrival) -> None:
        self.duplicates += arrival.fate is Fate.DUPLICATE
        self.inside += arrival.fate is Fate.INSIDE
        self.new += arrival.fate in (Fate.OPENED, Fate.JOINED)
        self.tickets += arrival.fate is Fate.OPENED


class Intake:
    """Brings messages in; ``reader`` gives a reader that knows our nickname (empty: the one that is set)."""

    def __init__(self, desk: Desk, reader: Callable[[str], MessageReader], triage: TriageText) -> None:
        self._desk = desk
        self._reader = reader
        self._triage = triage

    def recognise(self, path: Path) -> FileFormat:
        """Which export this is and how its text is encoded; raises ``FileUnreadableError``."""
        self._refuse_own_file(path)
        return self._reader("").sniff(path)

    def preview(
        self,
        path: Path,
        *,
        file_format: str = "auto",
        captured_at: datetime | None = None,
        mapping: TableMapping | None = None,
        samples: int = 5,
        progress: Report | None = None,
        give_way: GiveWay = go_on,
    ) -> ImportReport:
        """What an import of this file would do; changes nothing. Raises ``FileUnreadableError``.

        Stopped half-way it says so (``cancelled``) and counts only what was read.
        """
        how = _How(file_format, captured_at, mapping=mapping, progress=progress, give_way=give_way)
        found, problems, stopped = self._read(path, how)
        known, inside, new = 0, 0, dict[tuple[str, str], IncomingMessage]()
        rows = self._rows(captured_at)
        for number, message in enumerate(found):
            give_way()
            if stopped or (number % _TOLD_EVERY == 0 and how.stops(number, len(found))):
                stopped = True
                break
            key = (message.platform.value, message.platform_id)
            if key in new or known_or_alike(self._desk.connection, message) is not None:
                known += 1
                continue
            if rows.is_inside(message):
                inside += 1
                continue
            new[key] = message
        no_reply = 0 if stopped else self._likely_no_reply(tuple(new.values()), give_way)
        return ImportReport(
            rows=len(found) + len(problems),
            new=len(new),
            duplicates=known,
            skipped=len(problems),
            inside=inside,
            likely_no_reply=no_reply,
            is_estimate=len(new) > LABELLED_IN_PREVIEW,
            cancelled=stopped,
            problems=tuple(problems),
            samples=tuple(found[:samples]),
        )

    def rehearse(
        self, path: Path, *, file_format: str = "auto", captured_at: datetime | None = None, account: str = ""
    ) -> ImportReport:
        """A whole import in a transaction that is rolled back: the exact counts, nothing changed."""
        found, problems, _ = self._read(path, _How(file_format, captured_at, account))
        tally = _Tally()
        rows = self._rows(captured_at, account)
        with what_if(self._desk.connection):
            recorder = Recorder(self._desk.connection, None)
            batch = self._start_batch(recorder, _shown_name(path), file_format)
            for message in found:
                tally.count(rows.accept(recorder, rows.read(message), batch))
        return _report(found, problems, tally, cancelled=False)

    def import_file(
        self,
        path: Path,
        *,
        file_format: str = "auto",
        captured_at: datetime | None = None,
        account: str = "",
        mapping: TableMapping | None = None,
        chunk: int = CHUNK,
        progress: Report | None = None,
        give_way: GiveWay = go_on,
    ) -> Outcome[ImportReport]:
        """Import one file: good rows stay, bad ones are named, a known message changes nothing.

        ``account`` is our own nickname where it is not the one that is set.

        Cancelled half-way it keeps what came in (each chunk is whole) and can be undone like any import. Raises
        ``FileUnreadableError`` before anything is written, and ``InvalidInputError`` in the practice database.
        """
        if self._desk.setting(PRACTICE):
            raise InvalidInputError(field="file", reason="practice_database")
        how = _How(file_format, captured_at, account, mapping, progress, give_way)
        found, problems, stopped = self._read(path, how)
        if stopped:
            return Outcome(replace(_report((), problems, _Tally(), cancelled=True), skipped=0), Changes())
        return self._store(found, problems, _shown_name(path), how, chunk)

    def capture(self, message: IncomingMessage, *, undoable: bool = True) -> Outcome[TicketId | None]:
        """A message taken down by hand (phone, WeChat, shop counter …); None when it is known already.

        Of a known one other counts are taken over, as from a file. Undo passes over one that is not ``undoable``.

        Raises ``InvalidInputError`` when name or text is empty.
        """
        for name, value in (("nickname", message.nickname), ("text", message.text)):
            if not value.strip():
                raise InvalidInputError(field=name, reason="empty")
        known = known_or_alike(self._desk.connection, message)
        if known is not None and not brings_counts(known, message):
            return Outcome(None, Changes())
        rows = self._rows()
        read = rows.read(message)
        said = {"customer": message.nickname}
        with self._desk.operation(OperationKind.CAPTURE, data=said, undoable=undoable) as recorder:
            arrival = rows.accept(recorder, read, None)
        return Outcome(arrival.ticket, changes_of(recorder), recorder.operation)

    def last_import(self) -> LastBatch | None:
        """The latest finished import, for the top bar."""
        return intake.last_batch(self._desk.connection)

    def undone(self, recorder: Recorder, operation: Operation) -> None:
        """Take out everything an import made; raises ``UndoBarrierError`` when its tickets have been worked on.

        It can't be done again from the journal, which holds no images of an import: import the file once more.
        """
        batch = batch_of(operation)
        connection = self._desk.connection
        worked_on = intake.worked_on(connection, batch, operation.id)
        if worked_on:
            raise UndoBarrierError(operation=batch, reason="import_worked_on", tickets=worked_on)
        tickets = intake.own_rows(connection, "ticket", batch)
        for ticket in tickets:
            recorder.bulk_update("ticket", ticket, {"open_turn_id": None, "previous_ticket_id": None})
            for table in ("draft", "intent"):
                recorder.discard(table, ticket_id=ticket)
        for table in ("on_behalf", "message", "turn", "ticket", "customer"):
            for row_id in intake.own_rows(connection, table, batch):
                recorder.bulk_delete(table, row_id)
        recorder.touch(TicketId(ticket) for ticket in tickets)
        recorder.amend("import_batch", batch, {"state": "undone"})
        self._desk.journal.close_for_redo(operation.id)

    def _store(
        self,
        found: Sequence[IncomingMessage],
        problems: Sequence[RowProblem],
        name: str,
        how: _How,
        chunk: int,
    ) -> Outcome[ImportReport]:
        rows = self._rows(how.captured_at, how.account)
        with self._desk.bookkeeping() as recorder:
            batch = self._start_batch(recorder, name, how.format_name)
        with self._desk.operation(OperationKind.IMPORT, data={"file": name, "batch": str(batch)}) as recorder:
            operation = recorder.operation
        tally, tables = _Tally(), set[str]()
        done, cancelled = 0, False
        for part in _chunks(found, chunk):
            read: list[ReadMessage] = []
            for message in part:
                how.give_way()
                read.append(rows.read(message))
            with (
                without_waiting_for_the_disk(self._desk.connection),
                self._desk.journal.continue_operation(operation) as recorder,
            ):
                for each in read:
                    tally.count(rows.accept(recorder, each, batch))
            tally.touched |= recorder.tickets
            tables |= recorder.tables
            done += len(part)
            if how.stops(done, len(found)):
                cancelled = done < len(found)
                break
        report = _report(found, problems, tally, cancelled=cancelled)
        self._finish_batch(batch, report)
        return Outcome(report, Changes(frozenset(tally.touched), frozenset(tables)), operation)

    def _likely_no_reply(self, new: Sequence[IncomingMessage], give_way: GiveWay) -> int:
        labelled = new
        if len(new) > LABELLED_IN_PREVIEW:
            labelled = [new[number * len(new) // LABELLED_IN_PREVIEW] for number in range(LABELLED_IN_PREVIEW)]
        found = 0
        for message in labelled:
            give_way()
            found += self._triage(message.text, message.source, message.followers, message.parent_text).no_reply
        return round(found * len(new) / max(1, len(labelled)))

    def _read(self, path: Path, how: _How) -> tuple[list[IncomingMessage], list[RowProblem], bool]:
        """Messages in the order they were posted, rows left out, and whether reading was stopped."""
        self._refuse_own_file(path)
        found: list[IncomingMessage] = []
        problems: list[RowProblem] = []
        reader = self._reader(how.account)
        read = reader.read(path, file_format=how.file_format, captured_at=how.captured_at, mapping=how.mapping)
        for number, item in enumerate(read):
            how.give_way()
            if number % _TOLD_EVERY == 0 and number and how.stops(number):
                return found, problems, True
            if isinstance(item, RowProblem):
                problems.append(item)
            else:
                found.append(item)
        # Turns are runs of messages in the customer's own order, whatever order the export has.
        found.sort(key=lambda message: message.posted_at)
        return found, problems, False

    def _refuse_own_file(self, path: Path) -> None:
        """Never look into the open data file: closing it again would give up our own locks on it (POSIX)."""
        own = self._desk.path
        if path.resolve() in {own.resolve().with_name(own.name + suffix) for suffix in ("", "-wal", "-shm")}:
            raise FileUnreadableError(file=str(path), line=0, reason="own_file", detail="")

    def _rows(self, captured_at: datetime | None = None, account: str = "") -> IntakeRows:
        now = self._desk.now()
        rules = IntakeRules(
            seen_at=now if captured_at is None else min(captured_at, now),
            reopen=timedelta(days=self._desk.setting(REOPEN_DAYS)),
            same_matter=timedelta(hours=self._desk.setting(SAME_MATTER_HOURS)),
            own_name=account or self._desk.setting(OWN_NICKNAME),
        )
        return IntakeRows(self._desk.connection, self._triage, rules)

    def _start_batch(self, recorder: Recorder, name: str, file_format: str) -> BatchId:
        values: Row = {
            "channel": ChannelName.FILE_IMPORT.value,
            "file": name,
            "format": file_format,
            "started_at": to_ms(self._desk.now()),
            "state": "running",
        }
        return BatchId(recorder.add("import_batch", values))

    def _finish_batch(self, batch: BatchId, report: ImportReport) -> None:
        values: Row = {
            "state": "cancelled" if report.cancelled else "done",
            "finished_at": to_ms(self._desk.now()),
            "rows": report.rows,
            "new": report.new,
            "duplicates": report.duplicates,
            "skipped": report.skipped,
            "tickets": report.tickets,
        }
        with self._desk.bookkeeping() as recorder:
            recorder.amend("import_batch", batch, values)


def _report(
    found: Sequence[IncomingMessage], problems: Sequence[RowProblem], tally: _Tally, *, cancelled: bool
) -> ImportReport:
    return ImportReport(
        rows=len(found) + len(problems),
        new=tally.new,
        duplicates=tally.duplicates,
        skipped=len(problems),
        tickets=tally.tickets,
        inside=tally.inside,
        cancelled=cancelled,
        problems=tuple(problems),
    )


def _shown_name(path: Path) -> str:
    # A name in another encoding (from an old archive) holds bytes that no text can: the file is found, the name shown.
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _chunks(found: Sequence[IncomingMessage], size: int) -> Iterable[Sequence[IncomingMessage]]:
    return (found[start : start + size] for start in range(0, len(found), size))
