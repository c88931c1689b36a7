"""承诺: the due list, keeping, taking off, another time, and how many are kept (mission D17, E3)."""

from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import PromiseId, TicketId
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.promise_record import PromiseRate, PromiseState, RecordedPromise
from weibo_operator.domain.promises import PromiseKind
from weibo_operator.domain.week import Week
from weibo_operator.services.desk import Desk
from weibo_operator.services.promise_keeping import settle
from weibo_operator.services.promise_words import interim_words
from weibo_operator.storage import promises, tickets
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import to_ms

LONGEST = 200
"""So many characters a promise noted by hand may have."""


class Promises:
    """Reads the promises that replies made, and takes the operator's word on them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def due_list(self) -> tuple[RecordedPromise, ...]:
        """All promises still to be kept, by their time; what is overdue is a question of the moment."""
        return promises.due_list(self._desk.connection)

    def settled_list(self) -> tuple[RecordedPromise, ...]:
        """The promises settled last, newest first."""
        return promises.settled_list(self._desk.connection)

    def of_ticket(self, ticket: TicketId) -> tuple[RecordedPromise, ...]:
        """A ticket's promises, by their time, settled ones among them."""
        return promises.of_ticket(self._desk.connection, ticket)

    def open_of_ticket(self, ticket: TicketId) -> tuple[RecordedPromise, ...]:
        """A ticket's promises that are still to be kept, by their time."""
        return tuple(each for each in self.of_ticket(ticket) if each.state is PromiseState.OPEN)

    def get(self, promise: PromiseId) -> RecordedPromise:
        """One promise; raises ``NotFoundError``."""
        return promises.get(self._desk.connection, promise)

    def due_by_tonight(self) -> int:
        """Overdue promises and today's (the rail's badge)."""
        tonight = day_start(china_day(self._desk.now()) + timedelta(days=1))
        return promises.due_count(self._desk.connection, tonight)

    def rate(self, start: datetime, end: datetime) -> PromiseRate:
        """What became of the promises due from ``start`` until before ``end``, as of now."""
        return promises.rate(self._desk.connection, start=start, end=end, now=self._desk.now())

    def this_week(self) -> PromiseRate:
        """The promises due this week (Monday to Sunday in Beijing)."""
        week = Week.of(self._desk.now())
        return self.rate(week.start, week.end)

    def keep(self, promise: PromiseId) -> Outcome[None]:
        """承诺已兑现, by hand; after its time it counts as late. A second press changes nothing."""
        return self._settle(promise, OperationKind.PROMISE_KEPT, PromiseState.KEPT)

    def cancel(self, promise: PromiseId) -> Outcome[None]:
        """不算承诺: take it off the list; it is not counted."""
        return self._settle(promise, OperationKind.PROMISE_CANCEL, PromiseState.CANCELLED)

    def move(self, promise: PromiseId, due_at: datetime) -> Outcome[None]:
        """Put right the time of an open promise; raises ``InvalidInputError`` for one that has passed.

        The customer was told this time: a new one is told with ``interim``, and is recorded when it is sent.
        """
        self._check_coming(due_at)
        found = self.get(promise)
        if found.state is not PromiseState.OPEN:
            return Outcome(None, Changes())
        with self._operation(OperationKind.PROMISE_MOVE, found) as recorder:
            recorder.update("promise", promise, {"due_at": to_ms(due_at)}, ticket=found.ticket_id)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def note(self, ticket: TicketId, text: str, due_at: datetime) -> Outcome[PromiseId]:
        """Record a promise made elsewhere, by telephone for instance.

        Raises ``InvalidInputError`` for no words or a time that has passed, ``NotFoundError`` for no such ticket.
        """
        said = text.strip()
        if not said:
            raise InvalidInputError(field="promise", reason="empty")
        self._check_coming(due_at)
        tickets.get(self._desk.connection, ticket)
        data = {"what": said[:LONGEST]}
        with self._desk.operation(OperationKind.PROMISE_NOTE, ticket=ticket, data=data) as recorder:
            values: dict[str, Value] = {
                "ticket_id": ticket,
                "kind": PromiseKind.RESOLVE.value,
                "text": said[:LONGEST],
                "made_at": to_ms(self._desk.now()),
                "due_at": to_ms(due_at),
                "state": PromiseState.OPEN.value,
            }
            made = PromiseId(recorder.insert("promise", values, ticket=ticket))
        return Outcome(made, changes_of(recorder), recorder.operation)

    def interim(self, promise: PromiseId, new_due: datetime) -> str:
        """What to write to the customer when it will be late (mission E3); the sending records the new time."""
        self._check_coming(new_due)
        return interim_words(self.get(promise), new_due, self._desk.now())

    def _settle(self, promise: PromiseId, kind: OperationKind, in_time: PromiseState) -> Outcome[None]:
        found = self.get(promise)
        if found.state is not PromiseState.OPEN:
            return Outcome(None, Changes())
        now = self._desk.now()
        with self._operation(kind, found) as recorder:
            if in_time is PromiseState.CANCELLED:
                values: dict[str, Value] = {"state": in_time.value, "settled_at": to_ms(now)}
                recorder.update("promise", promise, values, ticket=found.ticket_id)
            else:
                settle(recorder, found, now, in_time=in_time)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def _operation(self, kind: OperationKind, promise: RecordedPromise) -> AbstractContextManager[Recorder]:
        return self._desk.operation(kind, ticket=promise.ticket_id, data={"what": promise.text})

    def _check_coming(self, due_at: datetime) -> None:
        if due_at <= self._desk.now():
            raise InvalidInputError(field="due_at", reason="past")
