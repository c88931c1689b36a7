"""转交: the form's defaults, handing over, answers that come back, nudging (mission E1–E7, A4)."""

from collections.abc import Collection, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.experts import Expert, experts_for
from weibo_operator.domain.handoff import Asks, Handoff, HandoffState, Verdict, code_of, name_of
from weibo_operator.domain.handoff_steps import check_next
from weibo_operator.domain.ids import HandoffId, MessageId, TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.message import Direction
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.pasted_answer import PastedAnswer, codes_in, numbers_in, read_answers
from weibo_operator.domain.settings import HOTLINE, SIGNATURE
from weibo_operator.domain.ticket import Ticket, WaitsFor
from weibo_operator.services.decisions import check_seen, decided_at_once
from weibo_operator.services.department_choice import Suggested, suggest_department
from weibo_operator.services.departments import Departments
from weibo_operator.services.desk import Desk
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.package import PackageSheet, PackageText
from weibo_operator.services.turns import state_columns, wait_for_us
from weibo_operator.storage import customers, handoffs, messages, tickets
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import to_ms

MESSAGES_IN_FORM = 5
"""So many of the customer's latest messages prefill the problem's description."""
MOST_PASTED = 100_000
"""Characters of a paste that are looked at."""


class FormDefaults(Struct, frozen=True):
    """What the form opens with, and why this department; ``earlier`` are the ticket's handoffs before, oldest first.

    ``experts`` know the matter, the best first (mission E6).
    """

    form: HandoffForm
    departments: Mapping[str, str]
    suggested: Suggested
    transfer_number: int
    earlier: tuple[Handoff, ...] = ()
    experts: tuple[Expert, ...] = ()


class PastedReading(Struct, frozen=True):
    """What a paste holds: answers to open handoffs, codes of handoffs that are over, codes nobody gave."""

    answers: tuple[tuple[Handoff, PastedAnswer], ...] = ()
    over: tuple[Handoff, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def has_code(self) -> bool:
        """True when any code stands in it."""
        return bool(self.answers or self.over or self.unknown)


class GivenAnswer(Struct, frozen=True):
    """What came back: ``partial`` leaves the rest awaited, ``verdict`` is the person's in charge."""

    text: str
    expert: str = ""
    partial: bool = False
    verdict: Verdict = Verdict.NONE


class Handoffs:
    """Gives complex problems to departments and takes their answers."""

    def __init__(self, desk: Desk, package: PackageText, departments: Departments) -> None:
        self._desk = desk
        self._package = package
        self._departments = departments

    def defaults(self, ticket: TicketId) -> FormDefaults:
        """The form prefilled from the conversation and the labels (forward in ≤ 4 keys, mission E5)."""
        connection = self._desk.connection
        found = tickets.get(connection, ticket)
        departments = handoffs.departments(connection)
        suggested = suggest_department(self._desk, found, tuple(departments))
        said = [message for message in messages.conversation(connection, ticket) if message.direction is Direction.IN]
        description = "\n".join(message.text for message in said[-MESSAGES_IN_FORM:])
        matter = f"{description}\n{found.issue}\n{found.topic}\n{found.product}\n{found.nature.value}"
        experts = experts_for(self._departments.every(), matter, suggested.department)
        own = [expert.contact.words for expert in experts if expert.department == suggested.department]
        form = HandoffForm(
            ticket_id=ticket,
            description=description,
            kind=found.kind.on_form,
            aspect=found.aspect,
            level=found.level,
            department=suggested.department,
            contact=next(iter(own), departments.get(suggested.department, "")),
            due_at=self.default_due(suggested.department),
            collected_at=self._desk.now(),
        )
        return FormDefaults(
            form=form,
            departments=departments,
            suggested=suggested,
            transfer_number=handoffs.transfers(connection, ticket) + 1,
            earlier=handoffs.of_ticket(connection, ticket),
            experts=experts,
        )

    def default_due(self, department: str) -> datetime:
        """The usual answer-by: the department's target in its own working hours."""
        return self._departments.answer_by(department)

    def package(self, form: HandoffForm, code: str = "") -> str:
        """The plain text for WeChat, DingTalk or mail; ``code`` is known once the handoff is recorded."""
        connection = self._desk.connection
        found = tickets.get(connection, form.ticket_id)
        customer = customers.get(connection, found.customer_id)
        conversation = messages.conversation(connection, form.ticket_id) if form.with_conversation else ()
        return self._package.text(
            form, code=code, customer=customer, link=found.link, conversation=conversation, now=self._desk.now()
        )

    def sheet(self, handoff: Handoff, *, masked: bool) -> PackageSheet:
        """The package as a page with columns, to be printed or written to a file."""
        connection = self._desk.connection
        customer = customers.get(connection, handoff.customer_id)
        conversation = messages.conversation(connection, handoff.ticket_id)
        return self._package.sheet(handoff, customer, conversation, now=self._desk.now(), is_masked=masked)

    @decided_at_once
    def forward(self, form: HandoffForm, *, seen_to: MessageId | None = None) -> Outcome[Handoff]:
        """Record the handoff; the ticket goes to 处理中 and waits for the department, or for a person's consent.

        An open turn stays open until the customer gets the holding reply: nobody is lost between two desks. Raises
        ``InvalidInputError`` for an empty description or department, nobody to ask, an answer-by in the past, or words
        of the customer after ``seen_to``.
        """
        self._validate(form)
        check_seen(self._desk, (form.ticket_id,), seen_to)
        connection = self._desk.connection
        found = tickets.get(connection, form.ticket_id)
        asked = form.department if form.asks is Asks.ANSWER else form.contact
        kind = OperationKind.FORWARD if form.asks is Asks.ANSWER else OperationKind.ASK_CONSENT
        with self._desk.operation(kind, ticket=form.ticket_id, data={"department": asked}) as recorder:
            for earlier in handoffs.of_ticket(connection, form.ticket_id):
                if earlier.state.is_open:
                    # An answer that leads to another desk is done with, but the customer never got it.
                    ended: dict[str, Value] = {"state": HandoffState.DONE.value}
                    if earlier.answered_at is None:
                        ended = {"state": HandoffState.WITHDRAWN.value, "ended_at": to_ms(self._desk.now())}
                    recorder.update("handoff", earlier.id, ended, ticket=form.ticket_id)
            handoff = HandoffId(recorder.insert("handoff", self._columns(form), ticket=form.ticket_id))
            package = self.package(form, code_of(handoff))
            recorder.update("handoff", handoff, {"package": package}, ticket=form.ticket_id)
            recorder.update("ticket", form.ticket_id, self._forwarded(found, handoff, form))
        return Outcome(handoffs.get(connection, handoff), changes_of(recorder), recorder.operation)

    def open_ones(self) -> tuple[Handoff, ...]:
        """Answered ones first, then the waiting ones by due time."""
        return handoffs.open_ones(self._desk.connection)

    def ended(self) -> tuple[Handoff, ...]:
        """The latest handoffs that are over."""
        return handoffs.ended(self._desk.connection)

    def get(self, handoff: HandoffId) -> Handoff:
        """One handoff; raises ``NotFoundError``."""
        return handoffs.get(self._desk.connection, handoff)

    def attention(self) -> int:
        """How many were answered or are overdue (the rail's badge)."""
        return handoffs.needing_attention(self._desk.connection, self._desk.now())

    def departments(self) -> Mapping[str, str]:
        """Department → contact, in the operator's order."""
        return handoffs.departments(self._desk.connection)

    @decided_at_once
    def answer(
        self, handoff: HandoffId, text: str, *, expert: str = "", partial: bool = False, verdict: Verdict = Verdict.NONE
    ) -> Outcome[Handoff]:
        """录入部门反馈: kept with who gave it; the ticket waits for us again, unless it is only a part.

        A part is put before what comes later. Raises ``InvalidInputError`` if empty, or for a 不同意 without reason.
        """
        found = handoffs.get(self._desk.connection, handoff)
        given = GivenAnswer(text.strip(), expert.strip(), partial, verdict)
        _check_answer(found, given)
        ticket = tickets.get(self._desk.connection, found.ticket_id)
        data = {"department": found.addressee, "code": found.code}
        kind = OperationKind.HANDOFF_PART if partial else OperationKind.HANDOFF_ANSWER
        over = ticket.state is State.CLOSED
        state = found.state if partial else HandoffState.DONE if over else HandoffState.ANSWERED
        check_next(found, state)
        with self._desk.operation(kind, ticket=ticket.id, data=data) as recorder:
            recorder.update("handoff", handoff, self._answered(found, given, state), ticket=ticket.id)
            if partial:
                recorder.update("ticket", ticket.id, {"last_activity_at": to_ms(self._desk.now())})
            elif not over:
                self._ours_again(recorder, ticket, handoff)
        return Outcome(handoffs.get(self._desk.connection, handoff), changes_of(recorder), recorder.operation)

    def read(self, text: str) -> PastedReading:
        """The answers in a pasted text, recognised by their codes (mission E7); changes nothing."""
        text = text[:MOST_PASTED]
        known = handoffs.by_numbers(self._desk.connection, numbers_in(text))
        packages = {number: (found.package, self.reminder(found)) for number, found in known.items()}
        given = read_answers(text, packages, self._names(known.values()))
        unknown = (code_of(HandoffId(code.number)) for code in codes_in(text, known) if code.number not in known)
        read = {known[each.number]: each for each in given}
        return PastedReading(
            answers=tuple((found, each) for found, each in read.items() if found.state.is_open),
            over=tuple(found for found in read if not found.state.is_open),
            unknown=tuple(dict.fromkeys(unknown)),
        )

    def nudge(self, handoff: HandoffId) -> Outcome[Handoff]:
        """催一下: counted and dated; the reminder's text is ``reminder``."""
        found = handoffs.get(self._desk.connection, handoff)
        data = {"department": found.addressee, "code": found.code}
        with self._desk.operation(OperationKind.HANDOFF_NUDGE, ticket=found.ticket_id, data=data) as recorder:
            values: dict[str, Value] = {
                "nudges": found.nudges + 1,
                "last_nudged_at": to_ms(self._desk.now()),
            }
            recorder.update("handoff", handoff, values, ticket=found.ticket_id)
        return Outcome(handoffs.get(self._desk.connection, handoff), changes_of(recorder), recorder.operation)

    def reminder(self, handoff: Handoff) -> str:
        """The text that nudges a department."""
        return self._package.reminder(handoff, now=self._desk.now())

    def holding_reply(self, form: HandoffForm) -> str:
        """The first words to the customer: sincere, forwarded, when to expect an answer (mission E1)."""
        return self._package.holding(form, hotline=self._desk.setting(HOTLINE), now=self._desk.now())

    def interim(self, handoff: Handoff) -> str:
        """What the customer is told while the answer is late or only a part of it is known (mission E3)."""
        late = handoff.due_at <= self._desk.now()
        due = self._departments.answer_by(handoff.department) if late else handoff.due_at
        hotline = self._desk.setting(HOTLINE)
        return self._package.interim(handoff, due=due, hotline=hotline, now=self._desk.now())

    def _names(self, found: Collection[Handoff]) -> frozenset[str]:
        people = {each.name for department in self._departments.every() for each in department.contacts}
        return frozenset(people | {name_of(handoff.contact) for handoff in found} - {""})

    def _ours_again(self, recorder: Recorder, ticket: Ticket, handoff: HandoffId) -> None:
        now = self._desk.now()
        followers = customers.get(self._desk.connection, ticket.customer_id).followers
        columns: dict[str, Value] = {
            **wait_for_us(since=ticket.waiting_since or now, followers=followers),
            "handoff_id": handoff,
            "state": State.IN_PROGRESS.value,
            "snoozed": 0,
            "last_activity_at": to_ms(now),
        }
        recorder.update("ticket", ticket.id, columns)

    def _answered(self, found: Handoff, given: GivenAnswer, state: HandoffState) -> dict[str, Value]:
        # What came in parts is kept before the rest; an answer that is put right replaces the old one.
        parts = [found.answer if found.partial_at and found.answered_at is None else "", given.text]
        experts = [*found.expert.split("、"), given.expert] if found.partial_at else [given.expert]
        values: dict[str, Value] = {
            "state": state.value,
            "answer": "\n".join(filter(None, parts)),
            "expert": "、".join(dict.fromkeys(filter(None, experts))),
            "verdict": given.verdict.value,
        }
        if state.is_open:
            values["ended_at"] = None
        if found.was_told and not state.is_open:
            return values  # Put right after the customer was told: that stays when it was.
        return values | {"partial_at" if given.partial else "answered_at": to_ms(self._desk.now())}

    def _columns(self, form: HandoffForm) -> dict[str, Value]:
        return {
            "ticket_id": form.ticket_id,
            "description": form.description.strip(),
            "kind": form.kind,
            "aspect": form.aspect.value,
            "level": int(form.level),
            "department": form.department,
            "contact": form.contact,
            "package": "",
            "state": HandoffState.WAITING.value,
            "sent_at": to_ms(self._desk.now()),
            "due_at": to_ms(form.due_at),
            "transfer_number": handoffs.transfers(self._desk.connection, form.ticket_id) + 1,
            "asks": form.asks.value,
            "collected_at": to_ms(form.collected_at or self._desk.now()),
            "classified_by": "operator" if form.by_hand else "auto",
            "sent_by": self._desk.setting(SIGNATURE).strip("—-– "),
        }

    def _validate(self, form: HandoffForm) -> None:
        for name, value in (("description", form.description), ("department", form.department)):
            if not value.strip():
                raise InvalidInputError(field=name, reason="empty")
        if form.asks is Asks.CONSENT and not form.contact.strip():
            raise InvalidInputError(field="contact", reason="nobody_in_charge")
        if form.due_at <= self._desk.now():
            raise InvalidInputError(field="due_at", reason="past")

    def _forwarded(self, found: Ticket, handoff: HandoffId, form: HandoffForm) -> dict[str, Value]:
        values: dict[str, Value] = {
            **state_columns(State.IN_PROGRESS, at=self._desk.now()),
            "handoff_id": handoff,
            "aspect": form.aspect.value,
            "level": int(form.level),
            "last_activity_at": to_ms(self._desk.now()),
        }
        if form.asks is Asks.ANSWER:
            values |= {"department": form.department}
        if found.open_turn_id is None:
            values |= {"waits_for": WaitsFor.DEPARTMENT.value, "waiting_since": None}
        return values


def filled_by_hand(form: HandoffForm, proposed: HandoffForm) -> HandoffForm:
    """The form with the note whether the operator changed what was proposed (who classified it, mission E2)."""
    columns = [(each.kind, each.aspect, each.level, each.department) for each in (form, proposed)]
    return replace(form, by_hand=columns[0] != columns[1])


def _check_answer(found: Handoff, given: GivenAnswer) -> None:
    if found.asks is Asks.CONSENT and given.verdict is Verdict.DECLINED and not given.text:
        raise InvalidInputError(field="answer", reason="no_reason")
    if not given.text and given.verdict is not Verdict.AGREED:
        raise InvalidInputError(field="answer", reason="empty")
