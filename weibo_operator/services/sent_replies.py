"""What follows from a reply that has left: it is stored, the turn closed, the ticket moved, a visit planned."""

from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.errors import ReplyBlockedError
from weibo_operator.domain.handoff import Handoff
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience, Platform, State
from weibo_operator.domain.lifecycle import check_move, state_on_message
from weibo_operator.domain.reply import AfterSend, Intent, IntentState
from weibo_operator.domain.ticket import Ticket, WaitsFor
from weibo_operator.services.desk import Desk
from weibo_operator.services.inbox import close_handoff
from weibo_operator.services.promise_keeping import Promised, note_sent, nothing_promised
from weibo_operator.services.teaching import audience_meant, teach
from weibo_operator.services.turns import add_own_message, close_turn, state_columns, wait_for_us
from weibo_operator.services.visits import cancel_visit, days_before_finishing, put_visit, visit_time
from weibo_operator.storage import customers, handoffs, messages, replies, tickets
from weibo_operator.storage.journal import Recorder, Value
from weibo_operator.storage.messages import LaterWords
from weibo_operator.storage.times import to_ms


class SentReplies:
    """Carries out, within a transaction, what a confirmed reply means, and keeps the drafts beside it."""

    def __init__(self, desk: Desk, promised: Promised = nothing_promised) -> None:
        """``promised`` reads what a text promises, to be recorded with it."""
        self._desk = desk
        self._promised = promised

    def store(self, recorder: Recorder, intent: Intent, *, platform_id: str = "", at: datetime | None = None) -> None:
        """The reply was sent, at ``at`` (default: now). Its turn was served already when the program sent it itself."""
        found = tickets.get(self._desk.connection, intent.ticket_id)
        at = at or self._desk.now()
        self._add_message(recorder, found, intent, platform_id, at)
        if intent.is_ack:
            self._acknowledge(recorder, found, at)
        elif intent.part:
            self._stay_open(recorder, found, at)
        else:
            self._answer(recorder, found, intent, at)
        note_sent(self._desk, recorder, found, intent, self._promised, at)
        teach(self._desk, recorder, intent.ticket_id, audience_meant(found, intent))
        self.drop_draft(recorder, intent)

    def drafts(self, ticket: TicketId) -> Mapping[Audience, str]:
        """The unfinished texts of a ticket by audience."""
        return replies.drafts(self._desk.connection, ticket)

    def drop_draft(self, recorder: Recorder, intent: Intent) -> None:
        """What was sent is no draft any more; another text that was begun meanwhile stays."""
        self.forget_draft(recorder, intent.ticket_id, intent.audience, intent.text)

    def keep_as_draft(self, recorder: Recorder, intent: Intent) -> None:
        """Give the text back to the editor, before whatever else was begun there."""
        if intent.is_ack:
            return
        begun = self.drafts(intent.ticket_id).get(intent.audience, "")
        text = intent.text if begun in ("", intent.text) else f"{intent.text}\n{begun}"
        self.put_draft(recorder, intent.ticket_id, intent.audience, text)

    def forget_draft(self, recorder: Recorder, ticket: TicketId, audience: Audience, text: str) -> None:
        """This very text is no draft any more; another one that was begun meanwhile stays."""
        if self.drafts(ticket).get(audience) == text:
            recorder.discard("draft", ticket_id=ticket, audience=audience.value)

    def put_draft(self, recorder: Recorder, ticket: TicketId, audience: Audience, text: str) -> None:
        """Keep an unfinished text."""
        values: dict[str, Value] = {
            "ticket_id": ticket,
            "audience": audience.value,
            "text": text,
            "saved_at": to_ms(self._desk.now()),
        }
        recorder.put("draft", values)

    def _add_message(self, recorder: Recorder, found: Ticket, intent: Intent, platform_id: str, at: datetime) -> None:
        platform = customers.get(self._desk.connection, found.customer_id).platform
        add_own_message(
            recorder,
            found,
            platform=platform.value,
            audience=intent.audience,
            text=intent.text,
            at=at,
            intent_id=intent.id,
            is_ack=intent.is_ack,
            platform_id=self._own_number(platform, platform_id),
        )

    def _own_number(self, platform: Platform, platform_id: str) -> str | None:
        # A comment of ours may have come in by another route before the platform's answer did.
        if not platform_id or messages.is_known(self._desk.connection, platform, platform_id):
            return None
        return platform_id

    def _acknowledge(self, recorder: Recorder, found: Ticket, at: datetime) -> None:
        if found.open_turn_id is not None:
            recorder.update("turn", found.open_turn_id, {"acked_at": to_ms(at)}, ticket=found.id)
        self._stay_open(recorder, found, at)

    def _stay_open(self, recorder: Recorder, found: Ticket, at: datetime) -> None:
        """Something was said, but the customer still waits for the answer, or the rest of it (mission C9)."""
        state = State.IN_PROGRESS if found.state is State.NEW else found.state
        recorder.update("ticket", found.id, {"state": state.value, "last_activity_at": to_ms(at)})

    def _answer(self, recorder: Recorder, found: Ticket, intent: Intent, at: datetime) -> None:
        after = self._after(found, intent)
        check_move(found.id, found.state, after.state)
        connection = self._desk.connection
        later = messages.written_after(connection, found.id, found.open_turn_id, intent.seen)
        # One that the program sent was served at the press; of unknown outcome it stood in the queue again.
        is_served = intent.sending is not None and intent.state is not IntentState.UNKNOWN
        values = close_turn(connection, recorder, found, at=at, by="reply", is_served=is_served)
        waiting_handoff = any(handoff.answered_at is None for handoff in self._open_handoffs(found.id))
        if waiting_handoff and after.state is not State.CLOSED:
            values["waits_for"] = WaitsFor.DEPARTMENT.value
        else:
            close_handoff(recorder, self._desk, found.id, told=True)
        values |= {"audience": intent.audience.value, **state_columns(after.state, at=at)}
        values |= self._plan_visit(recorder, found, after, at)
        if later is not None:
            values |= self._begin_next_turn(recorder, found, after, later)
        recorder.update("ticket", found.id, values)

    def _begin_next_turn(
        self, recorder: Recorder, found: Ticket, after: AfterSend, later: LaterWords
    ) -> dict[str, Value]:
        """What the customer wrote while the reply was on its way was not answered by it: it is the next turn's."""
        values: dict[str, Value] = {
            "ticket_id": found.id,
            "customer_id": found.customer_id,
            "number": found.turn_count + 1,
            "opened_at": to_ms(later.since),
        }
        turn = recorder.insert("turn", values, ticket=found.id)
        for message in later.messages:
            recorder.update("message", message, {"turn_id": turn}, ticket=found.id)
        followers = customers.get(self._desk.connection, found.customer_id).followers
        return {
            **state_columns(state_on_message(after.state), at=later.since),
            **wait_for_us(since=later.since, followers=followers),
            "open_turn_id": turn,
            "turn_count": found.turn_count + 1,
        }

    def _after(self, found: Ticket, intent: Intent) -> AfterSend:
        """发送后 as chosen; what is finished without the visit its kind wants is visited first (mission E8)."""
        days = days_before_finishing(self._desk, found) if intent.after.state is State.CLOSED else 0
        return AfterSend(State.FOLLOW_UP, days) if days else intent.after

    def _plan_visit(self, recorder: Recorder, found: Ticket, after: AfterSend, at: datetime) -> dict[str, Value]:
        cancel_visit(self._desk, recorder, found.id)
        if after.state is State.CLOSED or after.follow_up_days is None:
            return {"follow_up_at": None, "follow_up_question": ""}
        due = visit_time(at, after.follow_up_days)
        put_visit(self._desk, recorder, found.id, due, at=at)
        return {"follow_up_at": to_ms(due), "follow_up_question": ""}

    def _open_handoffs(self, ticket: TicketId) -> tuple[Handoff, ...]:
        return tuple(handoff for handoff in handoffs.of_ticket(self._desk.connection, ticket) if handoff.state.is_open)


def check_acknowledgeable(ticket: Ticket) -> None:
    """Raise ``ReplyBlockedError`` for a ticket without an open turn, or whose turn was acknowledged already."""
    if ticket.open_turn_id is None:
        raise ReplyBlockedError(reason="no_turn", detail="")
    if ticket.acked:
        raise ReplyBlockedError(reason="already_acknowledged", detail="")
