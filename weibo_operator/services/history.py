"""撤销, 重做 and a ticket's history: three views of the one journal."""

from collections.abc import Callable, Mapping

from weibo_operator.domain.ids import BatchId, TicketId
from weibo_operator.domain.operations import Operation, OperationKind, Outcome
from weibo_operator.services.desk import Desk
from weibo_operator.storage.journal import Recorder

Also = Callable[[Recorder, Operation], None]


class History:
    """Takes operations back and does them again; what keeps no images is handed to its own service."""

    def __init__(
        self, desk: Desk, *, undone: Mapping[OperationKind, Also], redone: Mapping[OperationKind, Also]
    ) -> None:
        self._desk = desk
        self._undone = undone
        self._redone = redone

    def last(self) -> Operation | None:
        """What 撤销 would take back now."""
        return self._desk.journal.last_undoable()

    def next(self) -> Operation | None:
        """What 重做 would do again now."""
        return self._desk.journal.next_redoable()

    def undo(self) -> Outcome[Operation]:
        """Take back the last operation; raises ``NothingToUndoError`` or ``UndoBarrierError``."""
        operation, changes = self._desk.journal.undo(self._desk.now(), self._also(self._undone))
        return Outcome(operation, changes, operation.id)

    def redo(self) -> Outcome[Operation]:
        """Do again what was last taken back; raises like ``undo``."""
        operation, changes = self._desk.journal.redo(self._also(self._redone))
        return Outcome(operation, changes, operation.id)

    def of_ticket(self, ticket: TicketId) -> tuple[Operation, ...]:
        """Every operation that touched the ticket, oldest first."""
        return self._desk.journal.history(ticket)

    def _also(self, handlers: Mapping[OperationKind, Also]) -> Also:
        def apply(recorder: Recorder, operation: Operation) -> None:
            handler = handlers.get(operation.kind)
            if handler is not None:
                handler(recorder, operation)

        return apply


def batch_of(operation: Operation) -> BatchId:
    """The import a journal entry stands for."""
    return BatchId(int(operation.data["batch"]))
