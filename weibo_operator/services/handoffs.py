"""转交: the form's defaults, the package to paste, the department's answer, nudging (mission E1–E7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from weibo_operator.domain.clock import china
from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.handoff import Handoff, HandoffState, code_of, mentions_code
from weibo_operator.domain.ids import HandoffId, TicketId
from weibo_operator.domain.labels import NO_DEPARTMENT, State
from weibo_operator.domain.message import Direction
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.settings import HANDOFF_HOURS, HOTLINE
from weibo_operator.domain.ticket import Ticket, WaitsFor
from weibo_operator.services.desk import Desk
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.package import PackageText
from weibo_operator.services.turns import state_columns, wait_for_us
from weibo_operator.storage import customers, handoffs, messages, tickets
from weibo_operator.storage.journal import Value, changes_of
from weibo_operator.storage.times import to_ms

MESSAGES_IN_FORM = 5
"""So many of the customer's latest messages prefill the problem's description."""


@dataclass(frozen=True, slots=True)
class FormDefaults:
    """What the form opens with, and why this department."""

    form: HandoffForm
    departments: Mapping[str, str]
    deciding_words: str
    similar: int
    """Earlier handoffs of the same kind and aspect that went to this department."""
    transfer_number: int


class Handoffs:
    """Gives complex problems to departments and takes their answers."""

    def __init__(self, desk: Desk, package: PackageText) -> None:
        self._desk = desk
        self._package = package

    def defaults(self, ticket: TicketId) -> FormDefaults:
        """The form prefilled from the conversation and the labels (forward in ≤ 4 keys, mission E5)."""
        connection = self._desk.connection
        found = tickets.get(connection, ticket)
        departments = handoffs.departments(connection)
        department = found.department if found.department != NO_DEPARTMENT else next(iter(departments), "")
        said = [message for message in messages.conversation(connection, ticket) if message.direction is Direction.IN]
        form = HandoffForm(
            ticket_id=ticket,
            description="\n".join(message.text for message in said[-MESSAGES_IN_FORM:]),
            kind=found.kind.on_form,
            aspect=found.aspect,
            level=found.level,
            department=department,
            contact=departments.get(department, ""),
            due_at=self.default_due(),
        )
        return FormDefaults(
            form=form,
            departments=departments,
            deciding_words="，".join(found.reasons[:1]),
            similar=handoffs.similar(connection, department=department, kind=form.kind, aspect=form.aspect.value),
            transfer_number=handoffs.transfers(connection, ticket) + 1,
        )

    def default_due(self) -> datetime:
        """The usual answer-by: the setting's hours from now, on the full hour."""
        due = china(self._desk.now()) + timedelta(hours=self._desk.setting(HANDOFF_HOURS))
        return due.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1 if due.minute else 0)

    def package(self, form: HandoffForm, code: str = "") -> str:
        """The plain text for WeChat, DingTalk or mail; ``code`` is known once the handoff is recorded."""
        connection = self._desk.connection
        found = tickets.get(connection, form.ticket_id)
        customer = customers.get(connection, found.customer_id)
        conversation = messages.conversation(connection, form.ticket_id) if form.with_conversation else ()
        return self._package.text(
            form, code=code, customer=customer, link=found.link, conversation=conversation, now=self._desk.now()
        )

    def forward(self, form: HandoffForm) -> Outcome[Handoff]:
        """Record the handoff; the ticket goes to 处理中 and waits for the department.

        An open turn stays open until the customer gets the holding reply: nobody is lost between two desks. Raises
        ``InvalidInputError`` for an empty description or department, or an answer-by in the past.
        """
        self._validate(form)
        connection = self._desk.connection
        found = tickets.get(connection, form.ticket_id)
        number = handoffs.transfers(connection, form.ticket_id) + 1
        data = {"department": form.department}
        with self._desk.operation(OperationKind.FORWARD, ticket=form.ticket_id, data=data) as recorder:
            for earlier in handoffs.of_ticket(connection, form.ticket_id):
                if earlier.state.is_open:
                    state = HandoffState.DONE if earlier.answered_at else HandoffState.WITHDRAWN
                    recorder.update("handoff", earlier.id, {"state": state.value}, ticket=form.ticket_id)
            values: dict[str, Value] = {
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
                "transfer_number": number,
            }
            handoff = HandoffId(recorder.insert("handoff", values, ticket=form.ticket_id))
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

    def answer(self, handoff: HandoffId, text: str) -> Outcome[Handoff]:
        """录入部门反馈: the answer is kept and the ticket waits for us again. Raises ``InvalidInputError`` if empty."""
        if not text.strip():
            raise InvalidInputError(field="answer", reason="empty")
        found = handoffs.get(self._desk.connection, handoff)
        ticket = tickets.get(self._desk.connection, found.ticket_id)
        customer = customers.get(self._desk.connection, found.customer_id)
        now = self._desk.now()
        data = {"department": found.department, "code": found.code}
        with self._desk.operation(OperationKind.HANDOFF_ANSWER, ticket=ticket.id, data=data) as recorder:
            over = ticket.state is State.CLOSED
            values: dict[str, Value] = {
                "state": (HandoffState.DONE if over else HandoffState.ANSWERED).value,
                "answered_at": to_ms(now),
                "answer": text.strip(),
            }
            recorder.update("handoff", handoff, values, ticket=ticket.id)
            since = ticket.waiting_since or now
            if not over:
                columns: dict[str, Value] = {
                    **wait_for_us(since=since, followers=customer.followers),
                    "handoff_id": handoff,
                    "state": State.IN_PROGRESS.value,
                    "snoozed": 0,
                    "last_activity_at": to_ms(now),
                }
                recorder.update("ticket", ticket.id, columns)
        return Outcome(handoffs.get(self._desk.connection, handoff), changes_of(recorder), recorder.operation)

    def recognise(self, text: str) -> Handoff | None:
        """The open handoff whose code stands in a pasted answer (mission E7), or None."""
        return next((found for found in self.open_ones() if mentions_code(text, found.code)), None)

    def nudge(self, handoff: HandoffId) -> Outcome[Handoff]:
        """催一下: counted and dated; the reminder's text is ``reminder``."""
        found = handoffs.get(self._desk.connection, handoff)
        data = {"department": found.department, "code": found.code}
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

    def _validate(self, form: HandoffForm) -> None:
        for name, value in (("description", form.description), ("department", form.department)):
            if not value.strip():
                raise InvalidInputError(field=name, reason="empty")
        if form.due_at <= self._desk.now():
            raise InvalidInputError(field="due_at", reason="past")

    def _forwarded(self, found: Ticket, handoff: HandoffId, form: HandoffForm) -> dict[str, Value]:
        values: dict[str, Value] = {
            **state_columns(State.IN_PROGRESS, at=self._desk.now()),
            "handoff_id": handoff,
            "department": form.department,
            "aspect": form.aspect.value,
            "level": int(form.level),
            "last_activity_at": to_ms(self._desk.now()),
        }
        if found.open_turn_id is None:
            values |= {"waits_for": WaitsFor.DEPARTMENT.value, "waiting_since": None}
        return values
