"""The one writer: every change of the desk with its before and after image, hence history and undo after a restart."""

import json
import sqlite3
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime

from weibo_operator.domain.errors import NotFoundError, NothingToUndoError, UndoBarrierError
from weibo_operator.domain.ids import OperationId, TicketId
from weibo_operator.domain.operations import Changes, Operation, OperationKind
from weibo_operator.storage import rotation, search, time_passed
from weibo_operator.storage.connection import write
from weibo_operator.storage.outgoing import OPEN_INTENTS
from weibo_operator.storage.time_passed import Row, Value, image, only_time_passed
from weibo_operator.storage.times import from_ms, to_ms

JOURNALLED = frozenset(
    {
        "contact",
        "count_sample",
        "crisis",
        "crisis_review",
        "crisis_step",
        "customer",
        "insider",
        "interview",
        "on_behalf",
        "plan_item",
        "ticket",
        "triage_lesson",
        "turn",
        "message",
        "notice",
        "handoff",
        "follow_up",
        "template",
        "template_file",
        "wording",
        "knowledge_card",
        "department",
        "department_contact",
        "lead",
        "lead_entry",
        "promise",
        "remedy",
        "saved_search",
        "testimonial",
        "peer_answer",
        "offline_solution",
        "search_seen",
        "week_note",
    }
)
"""Tables whose rows have images; each has an integer ``id``."""

UNJOURNALLED = frozenset(
    {
        "account",
        "account_feature",
        "account_pause",
        "call_day",
        "caught",
        "cluster_seen",
        "draft",
        "feed_cursor",
        "handling",
        "ignored_pair",
        "import_batch",
        "intent",
        "knowledge_use",
        "seen_file",
        "setting",
        "shop_order",
        "table_mapping",
        "user_word",
    }
)
"""Tables written without images: typing, a reply's own life, settings, and what importing remembers."""

_INSERT_OPERATION = "INSERT INTO operation (kind, at, ticket_id, data, barrier, undoable) VALUES (?, ?, ?, ?, ?, ?)"
_INSERT_CHANGE = """
INSERT INTO change (operation_id, table_name, row_id, ticket_id, before, after) VALUES (?, ?, ?, ?, ?, ?)
"""
_ANNOTATE = "UPDATE operation SET data = json_patch(data, ?) WHERE id = ? AND kind = ?"
_DROP_REDO_TAIL = """
UPDATE operation INDEXED BY operation_undone SET undoable = 0 WHERE undone_at IS NOT NULL AND undoable = 1
"""
_CHANGES = """
SELECT change.*, undone_at FROM change JOIN operation ON operation.id = operation_id
WHERE operation_id = ? ORDER BY change.id
"""
_LAST_DONE = """
SELECT * FROM operation INDEXED BY operation_done WHERE undone_at IS NULL AND undoable = 1 ORDER BY id DESC LIMIT 1
"""
# What is undone is always the tail of the journal, so the next to do again is its first, whatever the clock said.
_FIRST_UNDONE = """
SELECT * FROM operation INDEXED BY operation_undone WHERE undone_at IS NOT NULL AND undoable = 1 ORDER BY id LIMIT 1
"""
_OF_TICKET = """
SELECT * FROM operation WHERE id IN (
    SELECT id FROM operation WHERE ticket_id = :ticket UNION SELECT operation_id FROM change WHERE ticket_id = :ticket
) ORDER BY id
"""
_MAY_STAND = f"""
SELECT 1 FROM intent WHERE ticket_id = :ticket AND state IN {OPEN_INTENTS} UNION ALL
SELECT 1 FROM operation CROSS JOIN intent ON intent.id = json_extract(operation.data, '$.intent')
WHERE operation.ticket_id = :ticket AND intent.state = 'withdrawn' AND reaction IN ('unknown', 'maybe_sent') LIMIT 1
"""
"""A reply without an end, or one that was given up while nobody knew whether it had arrived."""


Follow = Callable[[AbstractSet[TicketId]], AbstractSet[TicketId]]
"""Derives what follows from the facts of the tickets given, without images; returns further tickets it changed."""


class Recorder:
    """Writes rows inside one transaction and keeps their images; without an operation (a rehearsal) it keeps none."""

    def __init__(
        self, connection: sqlite3.Connection, operation: OperationId | None, follow: Follow | None = None
    ) -> None:
        self._connection = connection
        self._follow = follow
        self.operation = operation
        self.tickets: set[TicketId] = set()
        self.tables: set[str] = set()
        self._unindexed: dict[int, str] = {}

    def insert(self, table: str, values: Row, *, ticket: TicketId | None = None) -> int:
        """Insert a row and return its id; ``ticket`` files the change under that ticket's history."""
        row_id = self._insert(table, values)
        self._note(table, row_id, ticket or (TicketId(row_id) if table == "ticket" else None), None, values)
        return row_id

    def update(self, table: str, row_id: int, values: Row, *, ticket: TicketId | None = None) -> None:
        """Update some columns of one row; only those that differ are written and kept."""
        columns = tuple(values)
        before = self._connection.execute(
            f"SELECT {', '.join(columns)} FROM {_known(table)} WHERE id = ?", (row_id,)
        ).fetchone()
        changed = {column: values[column] for column in columns if values[column] != before[column]}
        if not changed:
            return
        self._update(table, row_id, changed)
        owner = ticket or (TicketId(row_id) if table == "ticket" else None)
        self._note(table, row_id, owner, {column: before[column] for column in changed}, changed)

    def delete(self, table: str, row_id: int, *, ticket: TicketId | None = None) -> None:
        """Delete one row, keeping it whole in its before image."""
        before = self._connection.execute(f"SELECT * FROM {_known(table)} WHERE id = ?", (row_id,)).fetchone()
        self._delete(table, row_id)
        self._note(table, row_id, ticket, dict(before), None)

    def add(self, table: str, values: Row) -> int:
        """Insert a row of a table that keeps no images; one with the same key is an error."""
        cursor = self._connection.execute(
            f"INSERT INTO {_imageless(table)} ({', '.join(values)}) VALUES ({_marks(values)})", tuple(values.values())
        )
        self.tables.add(table)
        return int(cursor.lastrowid or 0)

    def put(self, table: str, values: Row) -> None:
        """Insert a row of a table that keeps no images, or overwrite the one with the same key."""
        columns = ", ".join(values)
        overwrite = ", ".join(f"{column} = excluded.{column}" for column in values)
        self._connection.execute(
            f"INSERT INTO {_imageless(table)} ({columns}) VALUES ({_marks(values)})"
            f" ON CONFLICT DO UPDATE SET {overwrite}",
            tuple(values.values()),
        )
        self.tables.add(table)

    def amend(self, table: str, row_id: int | str, values: Row) -> None:
        """Update some columns, by ``id``, in a table that keeps no images."""
        assignments = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute(
            f"UPDATE {_imageless(table)} SET {assignments} WHERE id = ?", (*values.values(), row_id)
        )
        self.tables.add(table)

    def discard(self, table: str, **key: Value) -> None:
        """Delete rows by key from a table that keeps no images."""
        condition = " AND ".join(f"{column} = ?" for column in key)
        self._connection.execute(f"DELETE FROM {_imageless(table)} WHERE {condition}", tuple(key.values()))
        self.tables.add(table)

    def discard_all(self, table: str) -> None:
        """Empty a table that keeps no images, whole: no row is looked up."""
        self._connection.execute(f"DELETE FROM {_imageless(table)}")
        self.tables.add(table)

    def revert(self, change: sqlite3.Row) -> None:
        """Put one change back to its before image; raises ``UndoBarrierError`` if the row is no longer its after."""
        self._swap(change, image(change["after"]), image(change["before"]))

    def repeat(self, change: sqlite3.Row) -> None:
        """Apply one change's after image again; raises ``UndoBarrierError`` if the row is no longer its before."""
        self._swap(change, image(change["before"]), image(change["after"]))

    def put_to_sleep(self) -> None:
        """Put back what waking changed beside this operation's columns; its tickets are looked at anew afterwards."""
        if self.operation is not None:
            for ticket, values in time_passed.before_waking(self._connection, self.operation).items():
                self._update("ticket", ticket, values)

    def touch(self, tickets: Iterable[TicketId]) -> None:
        """Name tickets that changed by other means (an import), so that views and the rotation look again."""
        self.tickets.update(tickets)

    def bulk_insert(self, table: str, values: Row) -> int:
        """Insert without an image, for imports of thousands of rows, which are undone by their batch id."""
        row_id = self._insert(table, values)
        self.tables.add(table)
        if table == "ticket":
            self.tickets.add(TicketId(row_id))
        return row_id

    def bulk_update(self, table: str, row_id: int, values: Row) -> None:
        """Update without an image a row that the same import made."""
        self._update(table, row_id, values)
        self.tables.add(table)
        if table == "ticket":
            self.tickets.add(TicketId(row_id))

    def bulk_delete(self, table: str, row_id: int) -> None:
        """Delete without an image a row that the import being undone had made."""
        self._delete(table, row_id)
        self.tables.add(table)

    def complete(self) -> None:
        """Bring what is derived, the rotation and the search index up to date, as the transaction's last step.

        The index comes last and at once: every other statement in between would make it write what it has gathered
        (four fifths of an import's time, and an index in thousands of pieces).
        """
        if self._follow is not None:
            self.tickets |= self._follow(self.tickets)
        rotation.sync_tickets(self._connection, self.tickets)
        search.index_messages(self._connection, self._unindexed)
        self._unindexed.clear()

    def _swap(self, change: sqlite3.Row, expected: Row | None, wanted: Row | None) -> None:
        table, row_id = _known(change["table_name"]), int(change["row_id"])
        now = self._connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
        if (now is None) != (expected is None) or not only_time_passed(self._connection, change, expected or {}, now):
            raise UndoBarrierError(operation=change["operation_id"], reason="changed_since")
        if wanted is None:
            if table == "ticket":
                self._check_none_may_stand(row_id)
            self._delete(table, row_id)
        elif expected is None:
            self._insert(table, {"id": row_id, **wanted})
        else:
            self._update(table, row_id, wanted)
        self.tables.add(table)
        if change["ticket_id"] is not None:
            self.tickets.add(TicketId(change["ticket_id"]))

    def _check_none_may_stand(self, ticket: int) -> None:
        # A reply that may be on Weibo by now keeps its ticket.
        if self._connection.execute(_MAY_STAND, {"ticket": ticket}).fetchone():
            raise UndoBarrierError(operation=self.operation, reason="changed_since")

    def _insert(self, table: str, values: Row) -> int:
        cursor = self._connection.execute(
            f"INSERT INTO {_known(table)} ({', '.join(values)}) VALUES ({_marks(values)})",
            tuple(values.values()),
        )
        row_id = int(cursor.lastrowid or 0)
        if table == "message":
            self._unindexed[row_id] = str(values["text"])
        return row_id

    def _update(self, table: str, row_id: int, values: Row) -> None:
        assignments = ", ".join(f"{column} = ?" for column in values)
        self._connection.execute(f"UPDATE {_known(table)} SET {assignments} WHERE id = ?", (*values.values(), row_id))

    def _delete(self, table: str, row_id: int) -> None:
        if table == "message" and self._unindexed.pop(row_id, None) is None:
            search.forget_message(self._connection, row_id)
        self._connection.execute(f"DELETE FROM {_known(table)} WHERE id = ?", (row_id,))

    def _note(self, table: str, row_id: int, ticket: TicketId | None, before: Row | None, after: Row | None) -> None:
        if self.operation is not None:
            images = (None if image is None else json.dumps(image, ensure_ascii=False) for image in (before, after))
            self._connection.execute(_INSERT_CHANGE, (self.operation, table, row_id, ticket, *images))
        self.tables.add(table)
        if ticket is not None:
            self.tickets.add(ticket)


Also = Callable[[Recorder, Operation], None]
"""What else belongs to undoing or redoing an operation: drafts, intents, a whole import."""


class Journal:
    """Opens operations and takes them back; ``follow`` derives what follows from them."""

    def __init__(self, connection: sqlite3.Connection, follow: Follow | None = None) -> None:
        self._connection = connection
        self._follow = follow
        self._deciding = False

    @contextmanager
    def decision(self) -> Generator[None]:
        """One transaction for what is read and the operations that follow from it; one within another joins it."""
        if self._deciding:
            yield
            return
        with write(self._connection):
            self._deciding = True
            try:
                yield
            finally:
                self._deciding = False

    @contextmanager
    def operation(
        self,
        kind: OperationKind,
        at: datetime,
        *,
        ticket: TicketId | None = None,
        data: Mapping[str, str] | None = None,
        barrier: bool = False,
        undoable: bool = True,
    ) -> Generator[Recorder]:
        """One transaction that is one operation of the operator; drops what could have been redone.

        ``barrier`` marks what left the machine; ``undoable=False`` keeps bookkeeping out of the undo chain.
        """
        with self._transaction():
            if undoable:
                self.drop_redo()
            cursor = self._connection.execute(
                _INSERT_OPERATION,
                (
                    kind.value,
                    to_ms(at),
                    ticket,
                    json.dumps(data or {}, ensure_ascii=False),
                    barrier,
                    undoable,
                ),
            )
            recorder = Recorder(self._connection, OperationId(int(cursor.lastrowid or 0)), self._follow)
            yield recorder
            recorder.complete()

    @contextmanager
    def continue_operation(self, operation: OperationId | None) -> Generator[Recorder]:
        """A further transaction of a long operation (an import's next chunk), or, with None, a write without one."""
        with self._transaction():
            recorder = Recorder(self._connection, operation, self._follow)
            yield recorder
            recorder.complete()

    def annotate(self, operation: OperationId, kind: OperationKind, words: Mapping[str, str]) -> None:
        """Add words to what the journal says of an operation of this kind; called within a transaction.

        Raises ``NotFoundError`` when there is none.
        """
        written = json.dumps(words, ensure_ascii=False)
        if not self._connection.execute(_ANNOTATE, (written, operation, kind.value)).rowcount:
            raise NotFoundError(what="operation", id=operation)

    def last_undoable(self) -> Operation | None:
        """What 撤销 would take back now."""
        row = self._connection.execute(_LAST_DONE).fetchone()
        return None if row is None else _operation(row)

    def next_redoable(self) -> Operation | None:
        """What 重做 would do again now."""
        row = self._connection.execute(_FIRST_UNDONE).fetchone()
        return None if row is None else _operation(row)

    def undo(self, at: datetime, also: Also) -> tuple[Operation, Changes]:
        """Take back the last operation, whole or not at all; ``also`` undoes what keeps no images, in the same breath.

        Raises ``NothingToUndoError``, and ``UndoBarrierError`` when it has left the machine or its rows have changed.
        """
        with write(self._connection):
            operation = self.last_undoable()
            if operation is None:
                raise NothingToUndoError
            if operation.barrier:
                raise UndoBarrierError(operation=operation.id, reason="left_the_machine", kind=operation.kind.value)
            recorder = Recorder(self._connection, operation.id, self._follow)
            self._adopt_silences(operation.id)
            with _rows_in_use(operation):
                recorder.put_to_sleep()
                for change in reversed(self._changes(operation.id)):
                    recorder.revert(change)
                also(recorder, operation)
            self._connection.execute("UPDATE operation SET undone_at = ? WHERE id = ?", (to_ms(at), operation.id))
            recorder.complete()
        return operation, changes_of(recorder)

    def redo(self, also: Also) -> tuple[Operation, Changes]:
        """Do again what was last taken back; raises like ``undo``."""
        with write(self._connection):
            operation = self.next_redoable()
            if operation is None:
                raise NothingToUndoError
            recorder = Recorder(self._connection, operation.id, self._follow)
            changes = self._changes(operation.id)
            with _rows_in_use(operation):
                self._drop_silences(recorder, operation.id)
                recorder.put_to_sleep()
                for change in changes:
                    recorder.repeat(change)
                also(recorder, operation)
            self._connection.execute("UPDATE operation SET undone_at = NULL WHERE id = ?", (operation.id,))
            recorder.complete()
            rotation.serve_again(self._connection, (row["row_id"] for row in changes if row["table_name"] == "turn"))
        return operation, changes_of(recorder)

    def close_for_redo(self, operation: OperationId) -> None:
        """Keep an undone operation, and what came after it, from being done again (an import is imported anew)."""
        self._connection.execute("UPDATE operation SET undoable = 0 WHERE id = ?", (operation,))
        self.drop_redo()

    def bar(self, operation: OperationId, *, barred: bool) -> None:
        """What the operation stands for begins to leave the machine, or did not leave after all."""
        self._connection.execute("UPDATE operation SET barrier = ? WHERE id = ?", (barred, operation))

    def drop_redo(self) -> None:
        """Nothing that was undone can be done again from here on; called within a transaction."""
        self._connection.execute(_DROP_REDO_TAIL)

    def seal(self) -> None:
        """Begin undo anew: nothing done so far can be taken back (practice data is a given, not the operator's)."""
        with write(self._connection):
            self._connection.execute("UPDATE operation SET undoable = 0 WHERE undoable = 1")

    def history(self, ticket: TicketId) -> tuple[Operation, ...]:
        """Every operation that touched the ticket, oldest first, the undone ones marked."""
        return tuple(_operation(row) for row in self._connection.execute(_OF_TICKET, {"ticket": ticket}))

    def _transaction(self) -> AbstractContextManager[None]:
        return nullcontext() if self._deciding else write(self._connection)

    def _adopt_silences(self, operation: OperationId) -> None:
        # What the program planned because of an operation goes and comes back with it.
        for change in time_passed.visits_for_silence(self._connection, operation):
            self._connection.execute("UPDATE change SET operation_id = ? WHERE id = ?", (operation, change["id"]))

    def _drop_silences(self, recorder: Recorder, operation: OperationId) -> None:
        # What the program planned only as long as an operation was taken back is gone for good.
        for change in time_passed.visits_for_silence(self._connection, operation):
            recorder.revert(change)
            self._connection.execute("DELETE FROM change WHERE id = ?", (change["id"],))

    def _changes(self, operation: OperationId) -> Sequence[sqlite3.Row]:
        return self._connection.execute(_CHANGES, (operation,)).fetchall()


def changes_of(recorder: Recorder) -> Changes:
    """What a finished recorder touched."""
    return Changes(tickets=frozenset(recorder.tickets), tables=frozenset(recorder.tables))


def _operation(row: sqlite3.Row) -> Operation:
    return Operation(
        id=OperationId(row["id"]),
        kind=OperationKind(row["kind"]),
        at=from_ms(row["at"]),
        ticket_id=None if row["ticket_id"] is None else TicketId(row["ticket_id"]),
        data=json.loads(row["data"]),
        undone=row["undone_at"] is not None,
        barrier=bool(row["barrier"]),
    )


@contextmanager
def _rows_in_use(operation: Operation) -> Generator[None]:
    """A row that other rows point at by now, or whose name is taken again, is one that changed since."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise UndoBarrierError(operation=operation.id, reason="changed_since") from error


def _known(table: str) -> str:
    if table not in JOURNALLED:
        raise ValueError(table)
    return table


def _imageless(table: str) -> str:
    if table not in UNJOURNALLED:
        raise ValueError(table)
    return table


def _marks(values: Row) -> str:
    return ", ".join("?" * len(values))
