"""回访: the due list, planning, putting off, outcomes, silence (mission E8, E9)."""

from datetime import datetime, timedelta

from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.followup import FollowUp, FollowUpState, VisitOutcome
from weibo_operator.domain.ids import FollowUpId, MessageId, TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.lifecycle import check_move
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.promise_record import PromiseState
from weibo_operator.domain.settings import SILENCE_DAYS
from weibo_operator.domain.week import Week
from weibo_operator.domain.work_days import WorkDays
from weibo_operator.services.decisions import check_seen, decided_at_once
from weibo_operator.services.desk import Desk
from weibo_operator.services.inbox import close_handoff
from weibo_operator.services.promise_keeping import settle
from weibo_operator.services.turns import state_columns, taken_up_again
from weibo_operator.services.visits import plan_visit, put_visit
from weibo_operator.storage import customers, followups, promises, tickets
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import to_ms

_CONTENT = (VisitOutcome.SATISFIED, VisitOutcome.PRAISE_SHARED)


class FollowUps:
    """Plans and records visits; ``work_days`` is the calendar by which dates are read."""

    def __init__(self, desk: Desk, work_days: WorkDays) -> None:
        self._desk = desk
        self.work_days = work_days

    def due_list(self) -> tuple[FollowUp, ...]:
        """All visits still to be made, by due time."""
        return followups.due_list(self._desk.connection)

    def done_list(self) -> tuple[FollowUp, ...]:
        """The latest visits made."""
        return followups.done_list(self._desk.connection)

    def get(self, follow_up: FollowUpId) -> FollowUp:
        """One visit; raises ``NotFoundError``."""
        return followups.get(self._desk.connection, follow_up)

    def due_by_tonight(self) -> int:
        """Overdue visits and today's (the rail's badge)."""
        tonight = day_start(china_day(self._desk.now()) + timedelta(days=1))
        return followups.due_count(self._desk.connection, tonight)

    def this_week(self) -> tuple[int, int]:
        """Visits due this week (Monday to Sunday in Beijing), and how many of them were made."""
        week = Week.of(self._desk.now())
        return followups.due_and_done(self._desk.connection, start=week.start, end=week.end)

    @decided_at_once
    def plan(
        self, ticket: TicketId, *, due_at: datetime, question: str = "", seen_to: MessageId | None = None
    ) -> Outcome[FollowUpId]:
        """Plan a visit; an answered or finished ticket goes to 待回访.

        Raises ``InvalidInputError`` for a time that has passed or words of the customer after ``seen_to``.
        """
        if due_at <= self._desk.now():
            raise InvalidInputError(field="due_at", reason="past")
        check_seen(self._desk, (ticket,), seen_to)
        found = tickets.get(self._desk.connection, ticket)
        with self._desk.operation(
            OperationKind.FOLLOW_UP_PLAN, ticket=ticket, data={"due": due_at.isoformat()}
        ) as recorder:
            visit = plan_visit(self._desk, recorder, found, due_at, question=question)
        return Outcome(visit, changes_of(recorder), recorder.operation)

    @decided_at_once
    def done(self, follow_up: FollowUpId, outcome: VisitOutcome, *, note: str = "") -> Outcome[None]:
        """Record what the visit found; a new problem or displeasure brings the ticket back to 处理中, else 完成."""
        visit = followups.get(self._desk.connection, follow_up)
        if visit.state is not FollowUpState.DUE:
            return Outcome(None, Changes())
        now = self._desk.now()
        data = {"outcome": outcome.value}
        with self._desk.operation(OperationKind.FOLLOW_UP_DONE, ticket=visit.ticket_id, data=data) as recorder:
            values: dict[str, Value] = {
                "state": FollowUpState.DONE.value,
                "outcome": outcome.value,
                "note": note,
                "done_at": to_ms(now),
            }
            recorder.update("follow_up", follow_up, values, ticket=visit.ticket_id)
            self._after_visit(recorder, visit, outcome)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def make_for_silence(self) -> Changes:
        """Where a customer has said nothing for the set number of days after our answer, plan a visit (mission E9)."""
        days = self._desk.setting(SILENCE_DAYS)
        if not days:
            return Changes()
        now = self._desk.now()
        if not followups.silent_tickets(self._desk.connection, now - timedelta(days=days)):
            return Changes()
        with self._desk.operation(OperationKind.SILENCE_FOLLOW_UP, undoable=False) as recorder:
            # Asked once more: a customer may have written since.
            for ticket in followups.silent_tickets(self._desk.connection, now - timedelta(days=days)):
                put_visit(self._desk, recorder, ticket, now, made_by="silence")
                columns: dict[str, Value] = {"state": State.FOLLOW_UP.value, "follow_up_at": to_ms(now)}
                recorder.update("ticket", ticket, columns)
        return changes_of(recorder)

    def _after_visit(self, recorder: Recorder, visit: FollowUp, outcome: VisitOutcome) -> None:
        found = tickets.get(self._desk.connection, visit.ticket_id)
        now = self._desk.now()
        values: dict[str, Value] = {"follow_up_at": None, "last_activity_at": to_ms(now)}
        if found.open_turn_id is not None:
            # The customer wrote in the meantime: that turn goes on whatever the visit found.
            recorder.update("ticket", found.id, values)
            return
        if outcome in _CONTENT:
            # Whoever says that all is well has got what was promised.
            for promise in promises.of_ticket(self._desk.connection, found.id):
                if promise.state is PromiseState.OPEN:
                    settle(recorder, promise, now, in_time=PromiseState.KEPT)
        if outcome.reopens:
            check_move(found.id, found.state, State.IN_PROGRESS)
            customer = customers.get(self._desk.connection, found.customer_id)
            values |= taken_up_again(customer.followers, now)
        else:
            check_move(found.id, found.state, State.CLOSED)
            close_handoff(recorder, self._desk, found.id)
            values |= {"snoozed": 0, **state_columns(State.CLOSED, at=now, reason=outcome.value)}
        recorder.update("ticket", found.id, values)
