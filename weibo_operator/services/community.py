"""博友解答: marks tickets that another user answered, and keeps who is to be thanked (mission A17, F8, F9)."""

from datetime import timedelta

from weibo_operator.domain.addresses import written_post
from weibo_operator.domain.community import COMMUNITY_REASON, HelpfulUser, PeerAnswer, PeerCandidate
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import PeerAnswerId, TicketId
from weibo_operator.domain.labels import State
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.services.desk import Desk
from weibo_operator.services.inbox import Inbox
from weibo_operator.services.people import People
from weibo_operator.storage import community, customers, tickets
from weibo_operator.storage.journal import Value, changes_of
from weibo_operator.storage.times import to_ms

CANDIDATES = 3
LONGEST_WORDS = 2_000
_LONGEST_NAME = 30
_LOOKED_FOR = timedelta(days=14)
"""Answers to a question come soon; so many days of other tickets are looked through."""


class Community:
    """Reads and changes which tickets other users answered."""

    def __init__(self, desk: Desk, inbox: Inbox, people: People) -> None:
        self._desk = desk
        self._inbox = inbox
        self._people = people

    def candidates(self, ticket: TicketId) -> tuple[PeerCandidate, ...]:
        """Who may have answered: those who wrote to the customer under the post, who ask for them, who are named."""
        connection = self._desk.connection
        found = tickets.get(connection, ticket)
        until = found.opened_at + _LOOKED_FOR
        wrote = community.answered_under_the_same(connection, ticket, until, CANDIDATES)
        spoke = (PeerCandidate(each.nickname) for each in self._people.helpers(ticket))
        named = (PeerCandidate(name.lstrip("@")) for name in self._people.candidates(ticket))
        by_name: dict[str, PeerCandidate] = {}
        for each in (*wrote, *spoke, *named):
            by_name.setdefault(each.nickname, each)
        return tuple(by_name.values())[:CANDIDATES]

    def of_ticket(self, ticket: TicketId) -> PeerAnswer | None:
        """Who answered this ticket's customer, None where nobody is marked."""
        return community.of_ticket(self._desk.connection, ticket)

    def helpful_users(self) -> tuple[HelpfulUser, ...]:
        """热心博友: everybody who answered others, who did so last first."""
        return community.helpful_users(self._desk.connection)

    def mark(
        self, ticket: TicketId, nickname: str, *, said: str = "", link: str = "", finish: bool = True
    ) -> Outcome[PeerAnswerId]:
        """Another user answered this ticket's customer; with ``finish`` it is finished for that reason.

        Marking again changes who and what. Raises ``InvalidInputError`` for a name that is missing, too long or the
        customer's own and for a link that is no post, ``NotFoundError`` for no such ticket.
        """
        connection = self._desk.connection
        name, address = self._checked_name(ticket, nickname), _checked_link(link)
        values: dict[str, Value] = {"nickname": name, "said": said.strip()[:LONGEST_WORDS], "link": address}
        before = self.of_ticket(ticket)
        with self._desk.operation(OperationKind.PEER_ANSWER, ticket=ticket, data={"name": name}) as recorder:
            if before is None:
                values |= {"ticket_id": ticket, "marked_at": to_ms(self._desk.now())}
                number = PeerAnswerId(recorder.insert("peer_answer", values, ticket=ticket))
            else:
                number = before.id
                other = {"thanked_at": None} if name != before.nickname else {}
                recorder.update("peer_answer", number, {**values, **other}, ticket=ticket)
            if finish and tickets.get(connection, ticket).state is not State.CLOSED:
                self._inbox.close_unanswered(recorder, ticket, reason=COMMUNITY_REASON)
        return Outcome(number, changes_of(recorder), recorder.operation)

    def drop(self, ticket: TicketId) -> Outcome[None]:
        """It was nobody else's answer after all; raises ``NotFoundError`` where none is marked."""
        before = self.of_ticket(ticket)
        if before is None:
            raise NotFoundError(what="peer_answer", id=ticket)
        data = {"name": before.nickname}
        with self._desk.operation(OperationKind.PEER_ANSWER_DROPPED, ticket=ticket, data=data) as recorder:
            recorder.delete("peer_answer", before.id, ticket=ticket)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def note_thanked(self, number: PeerAnswerId) -> Outcome[None]:
        """We thanked them elsewhere, by a private message say; raises ``NotFoundError`` for no such answer."""
        found = community.get(self._desk.connection, number)
        if found is None:
            raise NotFoundError(what="peer_answer", id=number)
        data = {"name": found.nickname}
        with self._desk.operation(OperationKind.PEER_THANKED, ticket=found.ticket_id, data=data) as recorder:
            values: dict[str, Value] = {"thanked_at": to_ms(self._desk.now())}
            recorder.update("peer_answer", number, values, ticket=found.ticket_id)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def _checked_name(self, ticket: TicketId, nickname: str) -> str:
        name = nickname.strip().lstrip("@＠").strip()
        if not name:
            raise InvalidInputError(field="helper", reason="empty")
        if len(name) > _LONGEST_NAME:
            raise InvalidInputError(field="helper", reason="name")
        asker = customers.get(self._desk.connection, tickets.get(self._desk.connection, ticket).customer_id)
        if name == asker.nickname:
            raise InvalidInputError(field="helper", reason="own_answer", name=name)
        return name


def _checked_link(text: str) -> str:
    """The address of a post in what was pasted, "" for nothing at all."""
    pasted = text.strip()
    address = written_post(pasted)
    if pasted and not address:
        raise InvalidInputError(field="link", reason="not_a_post", value=pasted)
    return address
