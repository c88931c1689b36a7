"""Crises: the alarms, confirming or turning them down, the checklist, closing, the post-mortem (mission B2, B8–B12)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from weibo_operator.domain.crisis import CrisisPolicy, Signal, SignalCode, risk, signals
from weibo_operator.domain.crisis_case import (
    CaseState,
    CrisisRow,
    CrisisView,
    DoneStep,
    MissedTicket,
    PlaybookStep,
    Review,
    SampledMessage,
)
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import CrisisId, TicketId
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.settings import SIGNATURE, TARGET_MINUTES
from weibo_operator.services import evidence
from weibo_operator.services.crisis_words import signals_line
from weibo_operator.services.desk import Desk
from weibo_operator.services.playbook import read_playbook
from weibo_operator.services.whole_file import replace_file
from weibo_operator.storage import crises, crisis_cases, crisis_evidence, customers, messages, tickets
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import to_ms

REVIEW_LOOKS_BACK = timedelta(days=30)
"""So far back the post-mortem looks for the ticket it began with."""


class Crises:
    """What the desk knows of crises and does about them. Nothing here ever sends anything."""

    def __init__(self, desk: Desk, resources: Path) -> None:
        self._desk = desk
        self.playbook: tuple[PlaybookStep, ...] = read_playbook(resources)

    def active(self) -> tuple[CrisisRow, ...]:
        """Raised and confirmed cases, the gravest first."""
        return crisis_cases.active(self._desk.connection)

    def ended(self) -> tuple[CrisisRow, ...]:
        """Cases that were turned down or are over, the latest first."""
        return crisis_cases.ended(self._desk.connection)

    def undecided(self) -> tuple[CrisisRow, ...]:
        """Alarms that wait for the operator's word, the gravest first; a crowd's size alone has its own banner."""
        return tuple(row for row in self.active() if row.undecided and not row.by_size_alone)

    def row(self, ticket: TicketId) -> CrisisRow | None:
        """The ticket's case or undecided alarm; None where there was never any."""
        return crisis_cases.of_ticket(self._desk.connection, ticket)

    def signals(self, ticket: TicketId) -> tuple[Signal, ...]:
        """The signals of a ticket at this moment."""
        policy = self._policy()
        found = crises.facts(self._desk.connection, (ticket,), policy)
        return signals(found[ticket], policy) if ticket in found else ()

    def signals_lines(self, chosen: Collection[TicketId]) -> Mapping[TicketId, str]:
        """The signals of each ticket in words: “曝光”“12315”，粉丝 12.6万."""
        policy = self._policy()
        found = crises.facts(self._desk.connection, chosen, policy)
        return {ticket: signals_line(signals(facts, policy), policy.repeat_days) for ticket, facts in found.items()}

    def signals_line(self, ticket: TicketId) -> str:
        """``signals_lines`` of one ticket."""
        return self.signals_lines((ticket,)).get(ticket, "")

    def view(self, ticket: TicketId) -> CrisisView | None:
        """Everything about the ticket's case; None where there was never any alarm."""
        connection = self._desk.connection
        row = self.row(ticket)
        if row is None:
            return None
        policy = self._policy()
        facts = crises.facts(connection, (ticket,), policy)[ticket]
        members = len(self._covered(row)) - 1 if row.whole_crowd else 0
        reviewed = None if row.case is None else crisis_cases.review(connection, row.case)
        ticked: Mapping[str, tuple[int, DoneStep]] = {}
        if row.case is not None:
            ticked = crisis_cases.steps(connection, row.case)
        sampled = crises.samples(connection, ticket)
        texts = messages.texts(connection, tuple(sampled))
        return CrisisView(
            row=replace(row, crowd=members),
            facts=facts,
            signals=signals(facts, policy),
            risk=risk(facts, policy),
            steps={key: step for key, (_, step) in ticked.items()},
            sampled=tuple(SampledMessage(key, texts[key], tuple(held)) for key, held in sampled.items()),
            answered_at=crisis_cases.first_public_answer(connection, ticket, row.raised_at),
            review=None if reviewed is None else reviewed[1],
        )

    def confirm(self, ticket: TicketId) -> Outcome[CrisisRow]:
        """确认为危机, also for a ticket that gave no signal; a second press changes nothing."""
        return self._decide(ticket, OperationKind.CRISIS_CONFIRM, CaseState.CONFIRMED, "")

    def dismiss(self, ticket: TicketId, reason: str) -> Outcome[CrisisRow]:
        """不是危机, with a reason: the alarm is given again only for a signal of another sort.

        Raises ``InvalidInputError`` without a reason.
        """
        if not reason.strip():
            raise InvalidInputError(field="reason", reason="empty")
        return self._decide(ticket, OperationKind.CRISIS_DISMISS, CaseState.DISMISSED, reason.strip())

    def close(self, ticket: TicketId) -> Outcome[CrisisRow]:
        """结束: the crisis is over; raises ``InvalidInputError`` for one that was never confirmed."""
        row = self._row(ticket)
        if row.state is not CaseState.CONFIRMED or row.case is None:
            raise InvalidInputError(field="crisis", reason="not_confirmed")
        values: dict[str, Value] = {
            "state": CaseState.CLOSED.value,
            "closed_at": to_ms(self._desk.now()),
            "signals": self._codes(ticket),
        }
        with self._desk.operation(OperationKind.CRISIS_CLOSE, ticket=ticket) as recorder:
            recorder.update("crisis", row.case, values, ticket=ticket)
        return self._outcome(ticket, recorder)

    def tick(self, ticket: TicketId, key: str, *, done: bool, note: str = "") -> Outcome[CrisisRow]:
        """Tick a step of the checklist with the present moment, or take the tick back.

        Raises ``InvalidInputError`` for a step the checklist doesn't have.
        """
        step = next((each for each in self.playbook if each.key == key), None)
        if step is None:
            raise InvalidInputError(field="step", reason="unknown")
        kind = OperationKind.CRISIS_STEP if done else OperationKind.CRISIS_STEP_BACK
        with self._desk.operation(kind, ticket=ticket, data={"step": step.title}) as recorder:
            case = self._case(recorder, ticket)
            ticked = crisis_cases.steps(self._desk.connection, case).get(key)
            if ticked is not None and not done:
                recorder.delete("crisis_step", ticked[0], ticket=ticket)
            elif ticked is not None:
                recorder.update("crisis_step", ticked[0], {"note": note.strip()}, ticket=ticket)
            elif done:
                values: dict[str, Value] = {
                    "crisis_id": case,
                    "phase": step.phase,
                    "key": key,
                    "done_at": to_ms(self._desk.now()),
                    "note": note.strip(),
                }
                recorder.insert("crisis_step", values, ticket=ticket)
        return self._outcome(ticket, recorder)

    def missed(self, ticket: TicketId) -> Sequence[MissedTicket]:
        """Tickets it may have begun with: answered late or never, of this customer or crowd, the earliest first."""
        row = self._row(ticket)
        return crisis_cases.missed(
            self._desk.connection,
            ticket,
            crisis_cases.crowd_of(self._desk.connection, ticket),
            since=row.raised_at - REVIEW_LOOKS_BACK,
            target=timedelta(minutes=self._desk.setting(TARGET_MINUTES)),
            now=self._desk.now(),
        )

    def save_review(self, ticket: TicketId, review: Review) -> Outcome[CrisisRow]:
        """复盘: store the post-mortem; raises ``InvalidInputError`` without a cause."""
        if not review.cause.strip():
            raise InvalidInputError(field="cause", reason="empty")
        values: dict[str, Value] = {
            "missed_ticket_id": review.missed_ticket,
            "cause": review.cause.strip(),
            "done": review.done.strip(),
            "change": review.change.strip(),
            "owner": review.owner.strip(),
            "due_on": "" if review.due_on is None else review.due_on.isoformat(),
            "written_at": to_ms(self._desk.now()),
        }
        with self._desk.operation(OperationKind.CRISIS_REVIEW, ticket=ticket) as recorder:
            case = self._case(recorder, ticket)
            stored = crisis_cases.review(self._desk.connection, case)
            if stored is None:
                recorder.insert("crisis_review", {"crisis_id": case, **values}, ticket=ticket)
            else:
                recorder.update("crisis_review", stored[0], values, ticket=ticket)
        return self._outcome(ticket, recorder)

    def evidence(self, ticket: TicketId) -> bytes:
        """The evidence pack (mission E14) of any ticket as a zip: the same content gives the same bytes.

        Of a crisis that is a whole crowd's it holds all their tickets. Raises ``NotFoundError``.
        """
        connection, row = self._desk.connection, self.row(ticket)
        customer = customers.get(connection, tickets.get(connection, ticket).customer_id)
        found = crisis_evidence.of_tickets(connection, (ticket,) if row is None else self._covered(row))
        return evidence.pack(found, title=f"@{customer.nickname} 的工单 #{ticket}")

    def save_evidence(self, ticket: TicketId, path: Path) -> int:
        """Write the evidence pack whole or not at all; returns its bytes. Raises ``InvalidInputError``."""
        content = self.evidence(ticket)
        replace_file(path, content)
        return len(content)

    def _decide(self, ticket: TicketId, kind: OperationKind, state: CaseState, reason: str) -> Outcome[CrisisRow]:
        tickets.get(self._desk.connection, ticket)
        before = self.row(ticket)
        if before is not None and before.state is state:
            return Outcome(before, Changes())
        with self._desk.operation(kind, ticket=ticket, data={"reason": reason}) as recorder:
            case = self._case(recorder, ticket)
            values: dict[str, Value] = {
                "state": state.value,
                "decided_at": to_ms(self._desk.now()),
                "decided_by": self._desk.setting(SIGNATURE).lstrip("—- "),
                "reason": reason,
                "signals": self._codes(ticket),
                "risk": 0 if before is None else before.risk,
                "closed_at": None,
            }
            recorder.update("crisis", case, values, ticket=ticket)
        return self._outcome(ticket, recorder)

    def _case(self, recorder: Recorder, ticket: TicketId) -> CrisisId:
        """The ticket's case, made now where it was only an alarm."""
        row = self.row(ticket)
        if row is not None and row.case is not None:
            if row.state is CaseState.RAISED:
                # Raised anew for another reason: its time counts from then.
                recorder.update("crisis", row.case, {"raised_at": to_ms(row.raised_at)}, ticket=ticket)
            return row.case
        codes = {signal.code for signal in self.signals(ticket)}
        values: dict[str, Value] = {
            "ticket_id": ticket,
            "whole_crowd": int(SignalCode.CROWD in codes),
            "state": CaseState.RAISED.value,
            "risk": 0 if row is None else row.risk,
            "raised_at": to_ms(self._desk.now() if row is None else row.raised_at),
        }
        return CrisisId(recorder.insert("crisis", values, ticket=ticket))

    def _codes(self, ticket: TicketId) -> str:
        codes = [f'"{signal.code.value}"' for signal in self.signals(ticket)]
        return f"[{', '.join(codes)}]"

    def _covered(self, row: CrisisRow) -> tuple[TicketId, ...]:
        if not row.whole_crowd:
            return (row.ticket,)
        return crisis_cases.crowd_of(self._desk.connection, row.ticket) or (row.ticket,)

    def _row(self, ticket: TicketId) -> CrisisRow:
        row = self.row(ticket)
        if row is None:
            raise NotFoundError(what="crisis", id=ticket)
        return row

    def _outcome(self, ticket: TicketId, recorder: Recorder) -> Outcome[CrisisRow]:
        return Outcome(self._row(ticket), changes_of(recorder), recorder.operation)

    def _policy(self) -> CrisisPolicy:
        return crises.policy_of(self._desk.connection)
