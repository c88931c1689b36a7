"""Which visit a ticket wants before it is finished, and putting a visit on a ticket (mission E8)."""

from datetime import datetime, timedelta

from weibo_operator.domain.clock import china
from weibo_operator.domain.followup import FollowUpState
from weibo_operator.domain.ids import FollowUpId, TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.settings import VISIT_DAYS
from weibo_operator.domain.ticket import Ticket, WaitsFor
from weibo_operator.services.desk import Desk
from weibo_operator.services.turns import state_columns
from weibo_operator.storage import aftercare, followups
from weibo_operator.storage.journal import Recorder, Value
from weibo_operator.storage.times import to_ms

VISIT_HOUR = 10
"""Visits are made during the day, not at the minute of the reply."""


def days_before_finishing(desk: Desk, ticket: Ticket) -> int:
    """After how many days a ticket of this kind is visited before it is finished; 0 where it need not be.

    A ticket that was visited, or has a visit planned, is finished at the operator's word.
    """
    setting = VISIT_DAYS.get(ticket.kind)
    days = 0 if setting is None else desk.setting(setting)
    return 0 if not days or aftercare.has_visit(desk.connection, ticket.id) else days


def visit_time(at: datetime, days: int) -> datetime:
    """The time of a visit ``days`` after ``at``."""
    return china(at + timedelta(days=days)).replace(hour=VISIT_HOUR, minute=0, second=0, microsecond=0)


def put_visit(
    desk: Desk,
    recorder: Recorder,
    ticket: TicketId,
    due_at: datetime,
    *,
    question: str = "",
    made_by: str = "operator",
    at: datetime | None = None,
) -> FollowUpId:
    """Plan a visit; the one planned before, if any, is cancelled (there is never more than one)."""
    cancel_visit(desk, recorder, ticket)
    values: dict[str, Value] = {
        "ticket_id": ticket,
        "due_at": to_ms(due_at),
        "question": question,
        "made_by": made_by,
        "state": FollowUpState.DUE.value,
        "created_at": to_ms(at or desk.now()),
    }
    return FollowUpId(recorder.insert("follow_up", values, ticket=ticket))


def plan_visit(desk: Desk, recorder: Recorder, found: Ticket, due_at: datetime, *, question: str) -> FollowUpId:
    """Plan a visit that the operator wants; an answered or finished ticket goes to 待回访."""
    visit = put_visit(desk, recorder, found.id, due_at, question=question)
    values: dict[str, Value] = {"follow_up_at": to_ms(due_at), "follow_up_question": question}
    if found.waiting_since is None:
        values |= state_columns(State.FOLLOW_UP, at=desk.now())
    if found.state is State.CLOSED:
        # A finished ticket with a visit planned is not finished (nothing due ever stands on a closed one).
        values["waits_for"] = WaitsFor.CUSTOMER.value
    recorder.update("ticket", found.id, values)
    return visit


def cancel_visit(desk: Desk, recorder: Recorder, ticket: TicketId) -> None:
    """Take the planned visit off, if there is one."""
    planned = followups.due_of_ticket(desk.connection, ticket)
    if planned is not None:
        recorder.update("follow_up", planned, {"state": FollowUpState.CANCELLED.value}, ticket=ticket)
