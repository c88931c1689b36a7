"""What a reply that was sent does to promises: those it keeps, those it puts off, those it makes (mission D17)."""

from collections.abc import Callable
from datetime import datetime

from weibo_operator.domain.promise_record import (
    PromiseState,
    RecordedPromise,
    is_confirmed_by,
    is_kept_by,
    is_put_off,
    worth_recording,
)
from weibo_operator.domain.promises import Promise
from weibo_operator.domain.reply import Intent
from weibo_operator.domain.ticket import Ticket
from weibo_operator.services.desk import Desk
from weibo_operator.storage import messages, promises
from weibo_operator.storage.journal import Recorder, Value
from weibo_operator.storage.times import to_ms

Promised = Callable[[str, datetime], tuple[Promise, ...]]
"""What a text promises and by when, as of a moment."""


def nothing_promised(_text: str, _at: datetime) -> tuple[Promise, ...]:
    """For a desk that sends without reading what it says."""
    return ()


def note_sent(desk: Desk, recorder: Recorder, found: Ticket, intent: Intent, promised: Promised, at: datetime) -> None:
    """Settle what the reply keeps or puts off, and record what it promises; all of it is undone with the reply.

    ``found`` is the ticket before the reply: what its customer says has come was done by then. A new time for a thing
    promised before is a new promise linked to the old one. 信息已收到 keeps nothing.
    """
    known = [each for each in promises.of_ticket(desk.connection, intent.ticket_id) if each.state is PromiseState.OPEN]
    new = worth_recording(promised(intent.text, at), at)
    said_again = {(each.kind, each.due_at) for each in known} & {(each.kind, each.due) for each in new}
    confirmed_at = _confirmed_at(desk, found)
    put_off: list[RecordedPromise] = []
    for each in known:
        if (each.kind, each.due_at) in said_again:
            continue
        if confirmed_at is not None and each.made_at < confirmed_at:
            settle(recorder, each, confirmed_at, in_time=PromiseState.KEPT)
        elif is_put_off(each.kind, [promise.kind for promise in new]):
            put_off.append(each)
            settle(recorder, each, at, in_time=PromiseState.CANCELLED)
        elif not intent.is_ack and is_kept_by(each.kind, intent.text):
            settle(recorder, each, at, in_time=PromiseState.KEPT)
    for promise in new:
        before = next((each for each in put_off if is_put_off(each.kind, [promise.kind])), None)
        if promise.due is None or (promise.kind, promise.due) in said_again:
            continue
        values: dict[str, Value] = {
            "ticket_id": intent.ticket_id,
            "intent_id": intent.id,
            "kind": promise.kind.value,
            "text": promise.text.strip(),
            "made_at": to_ms(at),
            "due_at": to_ms(promise.due),
            "state": PromiseState.OPEN.value,
            "previous_id": None if before is None else before.id,
        }
        recorder.insert("promise", values, ticket=intent.ticket_id)


def _confirmed_at(desk: Desk, found: Ticket) -> datetime | None:
    """When the customer said in the turn that is answered that it has come, None where they did not."""
    if found.open_turn_id is None or found.waiting_since is None:
        return None
    said = messages.texts_of_turn(desk.connection, found.id, found.open_turn_id)
    return found.waiting_since if is_confirmed_by(said) else None


def settle(recorder: Recorder, promise: RecordedPromise, at: datetime, *, in_time: PromiseState) -> None:
    """Close a promise: with ``in_time`` before its time has passed, else as late."""
    state = in_time if at <= promise.due_at else PromiseState.LATE
    recorder.update("promise", promise.id, {"state": state.value, "settled_at": to_ms(at)}, ticket=promise.ticket_id)
