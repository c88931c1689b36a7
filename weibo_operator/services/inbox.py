"""The inbox: panes, cards, 下一位, levels and labels, finishing without a reply, putting off."""

from collections.abc import Collection, Generator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from datetime import datetime, timedelta

from msgspec import Struct

from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.customer import Customer
from weibo_operator.domain.errors import InvalidInputError, MoveNotAllowedError, NotFoundError, UndoBarrierError
from weibo_operator.domain.handoff import Handoff, HandoffState
from weibo_operator.domain.ids import CustomerId, MessageId, OperationId, TicketId
from weibo_operator.domain.labels import Actor, Aspect, Kind, Level, Nature, State
from weibo_operator.domain.levels import Judgement
from weibo_operator.domain.lifecycle import check_move
from weibo_operator.domain.matters import Matter, corrected
from weibo_operator.domain.message import Message
from weibo_operator.domain.operations import Changes, Operation, OperationKind, Outcome
from weibo_operator.domain.queueing import Choice, WhyFacts
from weibo_operator.domain.settings import FAIR_PERIOD, MINIMUM_GAP, ROTATION_THRESHOLD, VIP_FOLLOWERS
from weibo_operator.domain.ticket import Card, Ticket, WaitsFor
from weibo_operator.services.decisions import check_seen, decided_at_once
from weibo_operator.services.desk import Desk
from weibo_operator.services.teaching import LEARNED_LABELS, teach, urgency_meant
from weibo_operator.services.ticket_search import search_tickets
from weibo_operator.services.turns import close_turn, state_columns, taken_up_again
from weibo_operator.services.visits import days_before_finishing, put_visit, visit_time
from weibo_operator.storage import (
    customers,
    followups,
    handoffs,
    messages,
    replies,
    rotation,
    rotation_questions,
    tickets,
)
from weibo_operator.storage.connection import what_if
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import optional_ms, to_ms

_LABELS: Mapping[str, frozenset[str]] = {
    "kind": frozenset(Kind),
    "nature": frozenset(Nature),
    "aspect": frozenset(Aspect),
    "department": frozenset(),
    "topic": frozenset(),
}
"""What the operator may correct, and the values each may take (empty: any name)."""

_PATCHED_AT_MOST = 100
"""For more tickets at once a pane is read whole: each costs some seventeen seeks."""
_TRAIL = 5
"""So many public replies back one sees whether topics alternate (mission C4)."""


class NextUp(Struct, frozen=True):
    """Who would be served now, and the facts of the why-line."""

    choice: Choice
    card: Card
    facts: WhyFacts
    judgement: Judgement


class TicketView(Struct, frozen=True):
    """Everything the reply session shows of one ticket, read at one moment."""

    ticket: Ticket
    customer: Customer
    messages: tuple[Message, ...]
    handoffs: tuple[Handoff, ...]
    history: tuple[Operation, ...]
    earlier: tuple[Card, ...]
    """The customer's other tickets, newest first."""


class Progress(Struct, frozen=True):
    """今天已回 n 位，还有 m 位在等; today's skips by reason; the topics of the last public replies, newest first."""

    answered_today: int
    waiting: int
    new_today: int
    skipped_today: Mapping[str, int]
    topics: tuple[str, ...]


class Inbox:
    """Reads the panes and makes the small decisions of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def pane(self, state: State, *, limit: int = -1) -> tuple[TicketId, ...]:
        """The ticket ids of a pane in its order (−1: all)."""
        return tickets.pane(self._desk.connection, state, limit=limit)

    def pane_after(
        self, state: State, before: Sequence[TicketId], changed: AbstractSet[TicketId]
    ) -> Sequence[TicketId]:
        """What ``pane`` would give, from the order before and the tickets that may have changed since.

        ``before`` itself comes back when nothing of it changed. For many tickets, and where the count shows that
        something else has changed as well, the pane is read whole.
        """
        connection = self._desk.connection
        if len(changed) <= _PATCHED_AT_MOST:
            after = tickets.pane_after(connection, state, before, changed)
            if len(after) == self.counts()[state]:
                return after
        return self.pane(state)

    def other_writers(self) -> int:
        """Another number than before as soon as another program or thread has written to the file."""
        return tickets.other_writers(self._desk.connection)

    def cards(self, ids: Sequence[TicketId]) -> tuple[Card, ...]:
        """The rows a list paints, in the order of ``ids``."""
        return tickets.cards(self._desk.connection, ids, self._desk.setting(VIP_FOLLOWERS))

    def counts(self) -> Mapping[State, int]:
        """How many tickets each pane holds."""
        return tickets.counts(self._desk.connection)

    def progress(self) -> Progress:
        """The session's counters, by the Beijing day."""
        today = day_start(china_day(self._desk.now()))
        return Progress(
            answered_today=replies.customers_answered_since(self._desk.connection, today),
            waiting=rotation_questions.waiting_customers(self._desk.connection),
            new_today=messages.inbound_since(self._desk.connection, today),
            skipped_today=self.skips(today, today + timedelta(days=1)),
            topics=rotation_questions.recent_topics(self._desk.connection, _TRAIL),
        )

    def view(self, ticket: TicketId) -> TicketView:
        """One ticket with its conversation; raises ``NotFoundError``."""
        connection = self._desk.connection
        found = tickets.get(connection, ticket)
        others = [other for other in customers.ticket_ids(connection, found.customer_id) if other != ticket]
        return TicketView(
            ticket=found,
            customer=customers.get(connection, found.customer_id),
            messages=messages.conversation(connection, ticket),
            handoffs=handoffs.of_ticket(connection, ticket),
            history=self._desk.journal.history(ticket),
            earlier=tickets.cards(connection, others, self._desk.setting(VIP_FOLLOWERS)),
        )

    def messages(self, ticket: TicketId, *, limit: int = 200, offset: int = 0) -> tuple[Message, ...]:
        """A page of the conversation in reading order; ``offset`` counts from the newest message backwards."""
        return messages.conversation(self._desk.connection, ticket, limit=limit, offset=offset)

    def search(self, query: str, *, limit: int = 200) -> tuple[TicketId, ...]:
        """Tickets by number, customer's name, any words in them, and conditions (类型:投诉 粉丝>1万)."""
        return search_tickets(self._desk.connection, query, limit=limit)

    def next_up(self) -> NextUp | None:
        """下一位: a pure function of the file and the clock; asking changes nothing (invariant 2)."""
        with self._as_of_now():
            return self._choose()

    def next_after(self, ticket: TicketId) -> NextUp | None:
        """Who would be next if ``ticket`` were skipped; None when it would still be this one. Changes nothing.

        Raises ``NotFoundError`` for a ticket that is not in the rotation.
        """
        with self._as_of_now(skipped=ticket):
            found = self._choose()
        return None if found is None or found.card.id == ticket else found

    def next_of_topic(self, topic: str, *, but: TicketId | None = None) -> TicketId | None:
        """The next ticket that followers would see under ``topic``, in the order of the rotation; None without one.

        Never ``but`` (the open ticket). Its customer, the one just served and those 缓冲中 are passed over while
        somebody else has one. Private tickets show no topic and are never given.
        """
        with self._as_of_now():
            return rotation_questions.next_of_topic(self._desk.connection, topic, self.passed_over(but), but)

    def next_important(self, *, but: TicketId | None = None) -> TicketId | None:
        """The next VIP: the next ticket of an important customer (mission B5), otherwise like ``next_of_topic``."""
        with self._as_of_now():
            return rotation_questions.next_important(self._desk.connection, self.passed_over(but), but)

    def buffered_customers(self) -> frozenset[CustomerId]:
        """Who is 缓冲中: passed over while others wait, as their last public reply is younger than the minimum gap.

        Empty while no gap is set (``MINIMUM_GAP``); at most as many as had a public reply within it.
        """
        gap = timedelta(minutes=self._desk.setting(MINIMUM_GAP))
        return rotation_questions.buffered_customers(self._desk.connection, self._desk.now(), gap)

    def skip(self, ticket: TicketId, *, reason: str = "") -> Outcome[None]:
        """跳过: the ticket's turn goes to the end of the round; the next question for 下一位 gives another.

        Undoing it gives the place back. Raises ``NotFoundError`` for a ticket that is not in the rotation.
        """
        with self._desk.operation(OperationKind.SKIP, ticket=ticket, data={"reason": reason.strip()}) as recorder:
            rotation.record_skip(self._desk.connection, ticket, recorder.operation)
            recorder.touch((ticket,))
        return Outcome(None, changes_of(recorder), recorder.operation)

    def explain_skip(self, ticket: TicketId, operation: OperationId, reason: str) -> Changes:
        """Write why a turn was skipped after the skip; its place in the journal stays, undo still takes it back.

        Raises ``InvalidInputError`` without a reason, ``NotFoundError`` for what is no skip.
        """
        if not reason.strip():
            raise InvalidInputError(field="reason", reason="empty")
        with self._desk.bookkeeping() as recorder:
            self._desk.journal.annotate(operation, OperationKind.SKIP, {"reason": reason.strip()})
            recorder.touch((ticket,))
        return changes_of(recorder)

    def skips(self, start: datetime, end: datetime) -> Mapping[str, int]:
        """How many turns were skipped from ``start`` until before ``end``, by reason ('' where none was given)."""
        return rotation_questions.skips_by_reason(self._desk.connection, start, end)

    def skip_undone(self, recorder: Recorder, operation: Operation) -> None:
        """A skip was taken back: the ticket has its place again."""
        rotation.take_back_skip(self._desk.connection, operation.id)
        recorder.touch(_ticket_of(operation))

    def skip_redone(self, recorder: Recorder, operation: Operation) -> None:
        """A skip that was taken back holds again; raises ``UndoBarrierError`` when the ticket no longer waits."""
        chosen = _ticket_of(operation)
        try:
            for ticket in chosen:
                rotation.record_skip(self._desk.connection, ticket, operation.id)
        except NotFoundError as error:
            raise UndoBarrierError(operation=operation.id, reason="changed_since") from error
        recorder.touch(chosen)

    def wake(self) -> Changes:
        """Bring back what was put off until now and judge again what is late by now.

        Answered customers whose visit is due move to 待回访. Due is a query: this runs at start, after sleep and each
        minute, and does nothing when nothing is due.
        """
        now = self._desk.now()
        visits = followups.due_in_progress(self._desk.connection, now)
        due = self._desk.standing.due()
        if visits or tickets.snoozed_due(self._desk.connection, now):
            with self._desk.operation(OperationKind.WAKE, undoable=False) as recorder:
                self._wake_rows(recorder)
                recorder.touch(due)
                # Asked once more: a customer may have written since.
                for ticket in followups.due_in_progress(self._desk.connection, now):
                    recorder.update("ticket", ticket, {"state": State.FOLLOW_UP.value})
            return changes_of(recorder)
        if not due:
            return Changes()
        with self._desk.bookkeeping() as recorder:
            recorder.touch(due)
        return changes_of(recorder)

    def is_behind(self) -> bool:
        """True while more tickets are due to be judged again than one ``wake`` takes; call it again soon."""
        return bool(self._desk.standing.due())

    def set_level(self, ticket: TicketId, level: Level | None) -> Outcome[Level]:
        """Override the level, or with None give it back to the program (自动)."""
        outcome = self.set_levels((ticket,), level)
        return Outcome(outcome.value[0], outcome.changes, outcome.operation)

    def set_levels(self, chosen: Sequence[TicketId], level: Level | None) -> Outcome[tuple[Level, ...]]:
        """``set_level`` for several tickets as one operation; the levels they have now, in order."""
        only = chosen[0] if len(chosen) == 1 else None
        judged = self._desk.standing.judgements(chosen)
        data = {"level": "自动" if level is None else f"P{int(level)}", "count": str(len(chosen))}
        with self._desk.operation(OperationKind.SET_LEVEL, ticket=only, data=data) as recorder:
            for ticket in chosen:
                recorder.update("ticket", ticket, {"level_set": level})
                teach(self._desk, recorder, ticket, urgency_meant(judged[ticket], level))
        levels = tuple(tickets.get(self._desk.connection, ticket).level for ticket in chosen)
        return Outcome(levels, changes_of(recorder), recorder.operation)

    def judgements(self, chosen: Collection[TicketId]) -> Mapping[TicketId, Judgement]:
        """Each ticket's level with the parts that mattered, at this moment (mission B1)."""
        return self._desk.standing.judgements(chosen)

    @decided_at_once
    def set_labels(self, ticket: TicketId, **labels: str) -> Outcome[None]:
        """Correct kind, nature, aspect, department or topic; the correction is kept as the operator's.

        Another nature or topic also makes it another matter, by which crowds form. Triage learns from it at once.

        Raises ``InvalidInputError`` for another label or a value that isn't one of its own.
        """
        for name, value in labels.items():
            if name not in _LABELS or not (value in _LABELS[name] if _LABELS[name] else value.strip()):
                raise InvalidInputError(field=name, reason="unknown")
        found = tickets.get(self._desk.connection, ticket)
        nature, topic = labels.get("nature"), labels.get("topic")
        matter = corrected(
            Matter(found.issue, found.product),
            nature=None if nature == found.nature else nature,
            topic=None if topic == found.topic else topic,
        )
        values: dict[str, Value] = {**labels, "labels_by": Actor.OPERATOR.value}
        values |= {"issue": matter.issue, "product": matter.product}
        if "kind" in labels:
            values["no_reply_advised"] = int(labels["kind"] in (Kind.CHATTER, Kind.SPAM))
        with self._desk.operation(OperationKind.SET_LABELS, ticket=ticket, data=labels) as recorder:
            recorder.update("ticket", ticket, values)
            teach(self._desk, recorder, ticket, {name: labels[name] for name in LEARNED_LABELS if name in labels})
        return Outcome(None, changes_of(recorder), recorder.operation)

    def seen_to(self) -> MessageId:
        """The message stored last: what a decision that begins now has seen."""
        return messages.last(self._desk.connection)

    @decided_at_once
    def no_reply(self, chosen: Sequence[TicketId], *, reason: str, seen_to: MessageId | None = None) -> Outcome[None]:
        """无需回复 for one or several tickets, as one operation; a reason is demanded (mission A5).

        Finished tickets among them stay as they are. Raises ``InvalidInputError`` (wrote_again) when one of the
        customers wrote after ``seen_to``.
        """
        if not reason.strip():
            raise InvalidInputError(field="reason", reason="empty")
        check_seen(self._desk, chosen, seen_to)
        chosen = [ticket for ticket in chosen if not self._is_over(ticket)]
        if not chosen:
            return Outcome(None, Changes())
        only = chosen[0] if len(chosen) == 1 else None
        data = {"reason": reason, "count": str(len(chosen))}
        with self._desk.operation(OperationKind.NO_REPLY, ticket=only, data=data) as recorder:
            for ticket in chosen:
                self._close(recorder, ticket, reason=reason, by="no_reply")
        return Outcome(None, changes_of(recorder), recorder.operation)

    @decided_at_once
    def finish(self, ticket: TicketId) -> Outcome[None]:
        """完成; raises ``InvalidInputError`` while an answer is owed (then 无需回复 with its reason is the way).

        Of a kind that is visited before it is finished (``VISIT_DAYS``) the visit is planned instead; a second press
        finishes it without one. What is finished stays as it is.
        """
        found = tickets.get(self._desk.connection, ticket)
        if found.open_turn_id is not None:
            raise InvalidInputError(field="reason", reason="turn_open")
        if found.state is State.CLOSED:
            return Outcome(None, Changes())
        days = days_before_finishing(self._desk, found)
        if days:
            return self._visit_first(found, days)
        with self._desk.operation(OperationKind.FINISH, ticket=ticket) as recorder:
            self._close(recorder, ticket, reason="", by="no_reply")
        return Outcome(None, changes_of(recorder), recorder.operation)

    @decided_at_once
    def reopen(self, ticket: TicketId) -> Outcome[None]:
        """Take a finished ticket up again: it waits for us from now on.

        Raises ``MoveNotAllowedError`` for a ticket that is not finished.
        """
        found = tickets.get(self._desk.connection, ticket)
        if found.state is not State.CLOSED:
            raise MoveNotAllowedError(ticket=ticket, from_state=found.state.value, to_state=State.IN_PROGRESS.value)
        customer = customers.get(self._desk.connection, found.customer_id)
        now = self._desk.now()
        with self._desk.operation(OperationKind.REOPEN, ticket=ticket) as recorder:
            recorder.update("ticket", ticket, taken_up_again(customer.followers, now))
        return Outcome(None, changes_of(recorder), recorder.operation)

    @decided_at_once
    def snooze(self, ticket: TicketId, *, until: datetime, seen_to: MessageId | None = None) -> Outcome[None]:
        """稍后: out of the rotation until then; the customer's next words bring it back at once.

        Raises ``InvalidInputError`` for a time that has passed, a finished ticket, or words after ``seen_to``.
        """
        if until <= self._desk.now():
            raise InvalidInputError(field="until", reason="past")
        check_seen(self._desk, (ticket,), seen_to)
        if self._is_over(ticket):
            raise InvalidInputError(field="until", reason="closed")
        with self._desk.operation(OperationKind.SNOOZE, ticket=ticket, data={"until": until.isoformat()}) as recorder:
            recorder.update("ticket", ticket, {"snoozed": 1, "follow_up_at": to_ms(until)})
        return Outcome(None, changes_of(recorder), recorder.operation)

    @contextmanager
    def _as_of_now(self, *, skipped: TicketId | None = None) -> Generator[None]:
        """Rehearse what the clock has made due and nobody has written yet, so that asking doesn't depend on it.

        ``skipped`` is a ticket that is skipped in the rehearsal too.
        """
        connection = self._desk.connection
        due = self._desk.standing.due()
        if skipped is None and not due and not tickets.snoozed_due(connection, self._desk.now()):
            yield
            return
        with what_if(connection):
            recorder = Recorder(connection, None)
            self._wake_rows(recorder)
            recorder.touch(due)
            rotation.sync_tickets(connection, recorder.tickets | self._desk.standing.follow(recorder.tickets))
            if skipped is not None:
                rotation.record_skip(connection, skipped)
            yield

    def passed_over(self, open_ticket: TicketId | None) -> frozenset[CustomerId]:
        """Whom a choice passes over while somebody else waits: those 缓冲中, who was served last, who is open now."""
        last = rotation_questions.rotation_state(self._desk.connection).last_customer
        opened = None if open_ticket is None else tickets.get(self._desk.connection, open_ticket).customer_id
        return self.buffered_customers() | {customer for customer in (last, opened) if customer is not None}

    def _choose(self) -> NextUp | None:
        connection = self._desk.connection
        choice = rotation_questions.choose(
            connection,
            fair_period=self._desk.setting(FAIR_PERIOD),
            threshold=self._desk.setting(ROTATION_THRESHOLD),
            buffered=self.buffered_customers(),
        )
        if choice is None:
            return None
        (card,) = tickets.cards(connection, (choice.ticket_id,), self._desk.setting(VIP_FOLLOWERS))
        judgement = self._desk.standing.judgements((choice.ticket_id,))[choice.ticket_id]
        return NextUp(choice, card, rotation_questions.why(connection, choice, self._desk.now()), judgement)

    def _wake_rows(self, recorder: Recorder) -> None:
        for ticket in tickets.snoozed_due(self._desk.connection, self._desk.now()):
            recorder.touch((ticket,))
            visit = followups.due_at_of_ticket(self._desk.connection, ticket)
            values: dict[str, Value] = {"snoozed": 0, "follow_up_at": optional_ms(visit)}
            if recorder.operation is None:
                recorder.bulk_update("ticket", ticket, values)
            else:
                recorder.update("ticket", ticket, values)

    def _is_over(self, ticket: TicketId) -> bool:
        return tickets.get(self._desk.connection, ticket).state is State.CLOSED

    def close_unanswered(self, recorder: Recorder, ticket: TicketId, *, reason: str) -> None:
        """无需回复 as a part of another operation."""
        self._close(recorder, ticket, reason=reason, by="no_reply")

    def _visit_first(self, found: Ticket, days: int) -> Outcome[None]:
        now = self._desk.now()
        due = visit_time(now, days)
        with self._desk.operation(
            OperationKind.FOLLOW_UP_PLAN, ticket=found.id, data={"due": due.isoformat()}
        ) as recorder:
            put_visit(self._desk, recorder, found.id, due)
            close_handoff(recorder, self._desk, found.id)
            recorder.update(
                "ticket",
                found.id,
                {
                    **state_columns(State.FOLLOW_UP, at=now),
                    "waits_for": WaitsFor.CUSTOMER.value,
                    "waiting_since": None,
                    "snoozed": 0,
                    "follow_up_at": to_ms(due),
                    "follow_up_question": "",
                },
            )
        return Outcome(None, changes_of(recorder), recorder.operation)

    def _close(self, recorder: Recorder, ticket: TicketId, *, reason: str, by: str) -> None:
        found = tickets.get(self._desk.connection, ticket)
        check_move(ticket, found.state, State.CLOSED)
        now = self._desk.now()
        values = close_turn(self._desk.connection, recorder, found, at=now, by=by, reason=reason)
        visit = followups.due_of_ticket(self._desk.connection, ticket)
        if visit is not None:
            recorder.update("follow_up", visit, {"state": "cancelled"}, ticket=ticket)
        if found.handoff_id is not None:
            close_handoff(recorder, self._desk, ticket)
        columns = {**values, **state_columns(State.CLOSED, at=now, reason=reason), "follow_up_at": None}
        recorder.update("ticket", ticket, columns)


def _ticket_of(operation: Operation) -> tuple[TicketId, ...]:
    return () if operation.ticket_id is None else (operation.ticket_id,)


def close_handoff(recorder: Recorder, desk: Desk, ticket: TicketId, *, told: bool = False) -> None:
    """End the ticket's open handoffs: done is one whose answer the customer was ``told``, the others are dropped."""
    for handoff in handoffs.of_ticket(desk.connection, ticket):
        if handoff.state.is_open:
            is_done = told and handoff.answered_at is not None
            state = HandoffState.DONE if is_done else HandoffState.WITHDRAWN
            ended: dict[str, Value] = {"state": state.value, "ended_at": to_ms(desk.now())}
            recorder.update("handoff", handoff.id, ended, ticket=ticket)
