"""What the form asks of the services: defaults, the two texts, the desk check, the handing over."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.handoff_words import asked_words
from ui.support.seen import Seen
from weibo_operator.domain.department import Department
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.domain.handoff import Handoff
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.length import length_limit, reply_length
from weibo_operator.domain.message import Direction
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.handoffs import FormDefaults
from weibo_operator.translation import tr

NEW_CODE = "F-…"
"""Stands for the code until the handoff is recorded."""


class Choice(Struct, frozen=True):
    """What goes with a department: whom to address, the usual answer-by."""

    contacts: tuple[str, ...]
    due: datetime


class OpenedForm(Struct, frozen=True):
    """What the form opens with; ``in_charge``: who may give a consent, with the department."""

    defaults: FormDefaults
    choices: Mapping[str, Choice]
    in_charge: Mapping[str, str]
    nickname: str
    messages: int
    audience: Audience


class CheckLine(Struct, frozen=True):
    """The desk check of the holding reply in words; ``good`` when nothing was found."""

    parts: tuple[str, ...]
    good: bool


class ForwardController:
    """Stands between the form and the desk; remembers up to which message the operator has seen."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._seen = Seen(context)

    def open(self, ticket: TicketId) -> OpenedForm:
        """Read what the form needs; raises ``NotFoundError``."""
        view = self._context.operator.inbox.view(ticket)
        self._seen.begin()
        departments = self._context.operator.departments
        return OpenedForm(
            defaults=self._context.operator.handoffs.defaults(ticket),
            choices={found.name: self._choice(found) for found in departments.every()},
            in_charge={contact.words: name for name, contact in departments.in_charge()},
            nickname=view.customer.nickname,
            messages=sum(1 for message in view.messages if message.direction is Direction.IN),
            audience=view.ticket.audience,
        )

    def package(self, form: HandoffForm) -> str:
        """The text for the department, before its code is known."""
        return self._context.operator.handoffs.package(form, NEW_CODE)

    def holding_reply(self, form: HandoffForm) -> str:
        """The suggested first words to the customer."""
        return self._context.operator.handoffs.holding_reply(form)

    def look_at_reply(self, text: str, ticket: TicketId | None, audience: Audience) -> Sequence[Finding]:
        """The desk check of the holding reply."""
        return self._context.operator.replies.check(text, ticket=ticket, audience=audience)

    def look_at_description(self, text: str, ticket: TicketId | None) -> Sequence[Finding]:
        """Typos only: the department needs the customer's data, and no kind words."""
        found = self._context.operator.replies.check(text, ticket=ticket, audience=Audience.PRIVATE)
        return [finding for finding in found if finding.kind in (FindingKind.TYPO, FindingKind.PUNCTUATION)]

    def check_line(self, text: str, findings: Sequence[Finding], audience: Audience, nickname: str) -> CheckLine:
        """The line under the holding reply: typos or another remark, then its length."""
        typos = sum(finding.is_sure_slip for finding in findings)
        length = reply_length(text, audience, nickname if audience is Audience.PUBLIC else "")
        limit = length_limit(audience)
        other = next((finding.reason for finding in findings if finding.must_fix), "")
        if not text.strip():
            return CheckLine((tr("还没有写内容"),), good=False)
        if length > limit:
            return CheckLine((tr("超出 {0} 字", length - limit), tr("{0} / {1} 字", length, limit)), good=False)
        keys = self._context.theme.keys.said(anywhere("next_finding"))
        said = other or (tr("{0} 处疑似错字，按 {1} 改", typos, keys) if typos else "")
        return CheckLine((said or tr("未发现错字"), tr("{0} 字", length)), good=not said)

    def forward(self, form: HandoffForm) -> Handoff:
        """Record the handoff, copy its text and tell everybody; raises ``InvalidInputError``."""
        try:
            outcome = self._context.operator.handoffs.forward(form, seen_to=self._seen.to)
        except InvalidInputError as error:
            self._seen.look_again(error, (form.ticket_id,))
            raise
        handoff = outcome.value
        self.copy(handoff.package)
        self._context.news.tell(outcome.changes)
        self._context.news.undoable.emit(asked_words(handoff))
        return handoff

    def _choice(self, department: Department) -> Choice:
        contacts = sorted(department.contacts, key=lambda contact: not contact.in_charge)
        due = self._context.operator.departments.answer_by(department.name)
        return Choice(tuple(contact.words for contact in contacts), due)

    def exists(self, handoff: Handoff) -> bool:
        """False once the handing over was undone."""
        try:
            self._context.operator.handoffs.get(handoff.id)
        except NotFoundError:
            return False
        return True

    def copy(self, text: str) -> None:
        """Put a text into the clipboard."""
        self._context.desktop.copy(text)

    def keep_holding_reply(self, ticket: TicketId, audience: Audience, text: str) -> None:
        """Keep a holding reply that was not handed over as the ticket's draft, unless one stands there."""
        if not self._context.operator.replies.drafts(ticket).get(audience):
            self._context.operator.replies.save_draft(ticket, audience, text)
