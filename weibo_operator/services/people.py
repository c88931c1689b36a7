"""For whom somebody asks, what this person asked before, and what was answered in public to the same (A17, A18)."""

from collections.abc import Iterable
from datetime import timedelta

from weibo_operator.domain.errors import InvalidInputError
from weibo_operator.domain.ids import CustomerId, MessageId, TicketId
from weibo_operator.domain.labels import Actor, Kind
from weibo_operator.domain.matters import LONELY_KINDS, matter_of
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.people import EarlierTicket, Helper, Meant, OnBehalf, PublicAnswer, mentioned
from weibo_operator.domain.settings import OWN_NICKNAME
from weibo_operator.domain.ticket import Ticket
from weibo_operator.language.likeness import likeness, pairs
from weibo_operator.services.desk import Desk
from weibo_operator.services.intake_people import chain_names, relation
from weibo_operator.storage import customers, people, tickets
from weibo_operator.storage.journal import changes_of

EARLIER_SHOWN = 5
HELPERS_SHOWN = 3
PUBLIC_FOR = timedelta(days=30)
"""A public answer is offered again for so long (mission A18)."""
_COMPARED = 300
"""So many of the latest public answers are looked at: some milliseconds at most."""
_ALIKE_FROM = 0.5
_LONGEST_NAME = 30


class People:
    """Reads and changes what is known about who asks for whom."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def on_behalf(self, ticket: TicketId) -> OnBehalf | None:
        """For whom the ticket's customer asks, None where they ask for themselves."""
        return people.on_behalf(self._desk.connection, ticket)

    def helpers(self, ticket: TicketId) -> tuple[Helper, ...]:
        """Who asks for this ticket's customer."""
        found = tickets.get(self._desk.connection, ticket)
        customer = customers.get(self._desk.connection, found.customer_id)
        return people.helpers(self._desk.connection, customer.id, customer.nickname, HELPERS_SHOWN)

    def candidates(self, ticket: TicketId) -> tuple[str, ...]:
        """Names that may be meant, as ``set_on_behalf`` takes them: whom the message mentions, then its chain."""
        said = people.last_said(self._desk.connection, ticket)
        found = tickets.get(self._desk.connection, ticket)
        author = customers.get(self._desk.connection, found.customer_id).nickname
        own = {author, self._desk.setting(OWN_NICKNAME), *self._insider_names()}
        names = (*mentioned(said.text), *chain_names(said.chain), said.parent_author.lstrip("@＠"))
        return tuple(dict.fromkeys(f"@{name}" for name in names if name and name not in own))

    def set_on_behalf(self, ticket: TicketId, name: str) -> Outcome[None]:
        """这其实是替谁问的: “@小李” an account, other words a person without one; empty: for themselves.

        It is the latest message that the relation is kept with. Raises ``InvalidInputError`` for a name that is too
        long or the author's own.
        """
        connection = self._desk.connection
        said = people.last_said(connection, ticket)
        before = self.on_behalf(ticket)
        meant = self._meant(ticket, name.strip())
        if meant is None and before is None:
            return Outcome(None, Changes())
        data = {"name": "TA 自己" if meant is None else meant.shown}
        with self._desk.operation(OperationKind.ON_BEHALF, ticket=ticket, data=data) as recorder:
            if before is not None:
                kept = people.on_behalf_row(connection, before.message_id)
                if kept is not None:
                    recorder.delete("on_behalf", kept, ticket=ticket)
            if meant is not None:
                recorder.insert("on_behalf", relation(meant, said.id, ticket, Actor.OPERATOR), ticket=ticket)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def tickets_of(self, customer: CustomerId) -> tuple[TicketId, ...]:
        """The customer's latest tickets, newest first."""
        return customers.ticket_ids(self._desk.connection, customer)

    def earlier(self, ticket: TicketId) -> tuple[EarlierTicket, ...]:
        """TA 以前问过: the customer's latest other tickets, each with our last answer."""
        found = tickets.get(self._desk.connection, ticket)
        return people.earlier(self._desk.connection, found.customer_id, ticket, EARLIER_SHOWN)

    def public_answer(self, ticket: TicketId) -> PublicAnswer | None:
        """同类问题已有公开答复: the newest one of the same matter within 30 days, else the one to the likest text."""
        found = tickets.get(self._desk.connection, ticket)
        if found.kind in LONELY_KINDS:
            return None
        since = self._desk.now() - PUBLIC_FOR
        answered = people.public_answers(self._desk.connection, ticket, since, _COMPARED)
        matter = matter_of(found.kind, found.issue, found.product)
        for message, _, kind, issue, product in answered:
            # The issue first: it rules out most of them for nothing.
            if matter is not None and issue == matter.issue and matter_of(Kind(kind), issue, product) == matter:
                return people.public_answer(self._desk.connection, message, is_same_matter=True)
        questions = ((message, question) for message, question, *_ in answered)
        likest = self._likest(found, questions)
        return None if likest is None else people.public_answer(self._desk.connection, likest, is_same_matter=False)

    def _likest(self, ticket: Ticket, questions: Iterable[tuple[MessageId, str]]) -> MessageId | None:
        asked = pairs(people.last_said(self._desk.connection, ticket.id).text)
        if not asked:
            return None
        best, found = _ALIKE_FROM, None
        for message, question in questions:
            measure = likeness(asked, pairs(question))
            if measure > best or (found is None and measure == best):
                best, found = measure, message
        return found

    def _meant(self, ticket: TicketId, name: str) -> Meant | None:
        if not name:
            return None
        bare = name.lstrip("@＠").strip()
        if not bare or len(bare) > _LONGEST_NAME:
            raise InvalidInputError(field="on_behalf", reason="name")
        found = tickets.get(self._desk.connection, ticket)
        author = customers.get(self._desk.connection, found.customer_id)
        if bare == author.nickname:
            raise InvalidInputError(field="on_behalf", reason="own_name")
        if bare == name:
            return Meant(bare, is_account=False)
        return Meant(bare, is_account=True, customer=people.called(self._desk.connection, author.platform, bare))

    def _insider_names(self) -> tuple[str, ...]:
        return tuple(known.nickname for known in people.insiders(self._desk.connection) if known.nickname)
