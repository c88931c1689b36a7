"""Turns 互动: opened by a customer's words, closed by a confirmed reply or by 无需回复 (product.md, turn)."""

from datetime import datetime, timedelta

from weibo_operator.domain.ids import MessageId
from weibo_operator.domain.labels import Audience, State
from weibo_operator.domain.queueing import rank_at
from weibo_operator.domain.settings import MINIMUM_GAP
from weibo_operator.domain.ticket import Ticket, WaitsFor
from weibo_operator.storage import rotation, rotation_questions, settings
from weibo_operator.storage.connection import Connection
from weibo_operator.storage.journal import Recorder, Value
from weibo_operator.storage.times import to_ms


def serve_turn(connection: Connection, recorder: Recorder, ticket: Ticket, *, at: datetime) -> None:
    """Count the turn as served in the rotation; its answer may still be on its way."""
    if ticket.waits_for is not WaitsFor.US:
        return
    # A ticket that was put off comes back first: its turn is served, and if need be given back, from its place.
    recorder.update("ticket", ticket.id, {"snoozed": 0})
    rotation.sync_tickets(connection, (ticket.id,))
    gap = timedelta(minutes=settings.read(connection, MINIMUM_GAP))
    rotation.record_served(connection, ticket.id, rotation_questions.buffered_customers(connection, at, gap))


def close_turn(
    connection: Connection,
    recorder: Recorder,
    ticket: Ticket,
    *,
    at: datetime,
    by: str,
    reason: str = "",
    is_served: bool = False,
) -> dict[str, Value]:
    """Close the ticket's open turn, if any, and return the ticket's columns that follow from it.

    ``by`` is ``reply`` or ``no_reply``. The rotation counts the turn as served, unless it ``is_served`` already.
    """
    if not is_served:
        serve_turn(connection, recorder, ticket, at=at)
    if ticket.open_turn_id is not None:
        recorder.update(
            "turn",
            ticket.open_turn_id,
            {"closed_at": to_ms(at), "closed_by": by, "reason": reason},
            ticket=ticket.id,
        )
    return {
        "open_turn_id": None,
        "waits_for": WaitsFor.CUSTOMER.value,
        "waiting_since": None,
        "asked_again": 0,
        "snoozed": 0,
        "last_activity_at": to_ms(at),
    }


def wait_for_us(*, since: datetime, followers: int | None) -> dict[str, Value]:
    """The columns of a ticket whose answer we owe since ``since``."""
    return {
        "waits_for": WaitsFor.US.value,
        "waiting_since": to_ms(since),
        "rank_at": rank_at(to_ms(since), followers),
    }


def add_own_message(
    recorder: Recorder,
    ticket: Ticket,
    *,
    platform: str,
    audience: Audience,
    text: str,
    at: datetime,
    intent_id: str,
    is_ack: bool = False,
    platform_id: str | None = None,
) -> MessageId:
    """Store a reply that was confirmed sent; ``platform_id`` is its own number there, where the platform told it."""
    values: dict[str, Value] = {
        "ticket_id": ticket.id,
        "customer_id": ticket.customer_id,
        "turn_id": ticket.open_turn_id,
        "direction": "out",
        "platform": platform,
        "platform_id": platform_id,
        "source": ticket.source.value,
        "audience": audience.value,
        "text": text,
        "posted_at": to_ms(at),
        "is_ack": int(is_ack),
        "intent_id": intent_id,
    }
    return MessageId(recorder.insert("message", values, ticket=ticket.id))


def state_columns(state: State, *, at: datetime, reason: str = "") -> dict[str, Value]:
    """The columns that go with a state: a closed ticket has a time and waits for nobody."""
    if state is State.CLOSED:
        return {
            "state": state.value,
            "closed_at": to_ms(at),
            "close_reason": reason,
            "waits_for": WaitsFor.NOBODY.value,
            "waiting_since": None,
            "open_turn_id": None,
        }
    return {"state": state.value, "closed_at": None, "close_reason": ""}


def taken_up_again(followers: int | None, at: datetime) -> dict[str, Value]:
    """The columns of a ticket that waits for us without new words of the customer's (no turn: turns are theirs)."""
    return {
        **state_columns(State.IN_PROGRESS, at=at),
        **wait_for_us(since=at, followers=followers),
        "snoozed": 0,
        "last_activity_at": to_ms(at),
    }
