"""线下已解决 → 线上反馈: notes what was solved outside the platform and asks for its public result (mission E11)."""

from weibo_operator.domain.addresses import written_post
from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.offline import OfflineSolution
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.settings import VISIT_DAYS
from weibo_operator.domain.ticket import Ticket
from weibo_operator.services.decisions import decided_at_once
from weibo_operator.services.desk import Desk
from weibo_operator.services.visits import plan_visit, visit_time
from weibo_operator.storage import followups, offline, tickets
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import to_ms

QUESTION = "线下已解决，请 TA 在微博上说一句，把链接记下来"
"""What the visit that reminds of the public result asks."""
USUAL_DAYS = 3
"""After so many days for kinds that are not visited by themselves."""


class OfflineSolutions:
    """Reads and changes what was solved outside the platform."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_ticket(self, ticket: TicketId) -> OfflineSolution | None:
        """How a ticket was solved outside the platform, None where it was not."""
        return offline.of_ticket(self._desk.connection, ticket)

    def waiting(self) -> int:
        """How many tickets solved outside have no public result yet."""
        return offline.waiting(self._desk.connection)

    @decided_at_once
    def record(self, ticket: TicketId, how: str, *, link: str = "") -> Outcome[None]:
        """Solved by telephone, at the counter …; without the ``link`` to the public result a visit reminds of it.

        Recording again changes the words or brings the link. Raises ``InvalidInputError`` without words or for a link
        that is no post of Weibo, ``NotFoundError`` for no such ticket.
        """
        words, address = how.strip(), written_post(link)
        if not words:
            raise InvalidInputError(field="how", reason="empty")
        if link.strip() and not address:
            raise InvalidInputError(field="link", reason="not_a_post", value=link.strip())
        found, before = tickets.get(self._desk.connection, ticket), self.of_ticket(ticket)
        now = to_ms(self._desk.now())
        values: dict[str, Value] = {"how": words, "link": address}
        if before is None or address != before.link:
            values["linked_at"] = now if address else None
        is_news = bool(address) and before is not None and not before.is_fed_back
        kind = OperationKind.OFFLINE_FED_BACK if is_news else OperationKind.OFFLINE_SOLVED
        with self._desk.operation(kind, ticket=ticket, data={"how": words}) as recorder:
            if before is None:
                values |= {"ticket_id": ticket, "solved_at": now}
                recorder.insert("offline_solution", values, ticket=ticket)
            else:
                recorder.update("offline_solution", before.id, values, ticket=ticket)
            if before is None and not address:
                self._remind(recorder, found)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def drop(self, ticket: TicketId) -> Outcome[None]:
        """It was not solved outside after all; raises ``NotFoundError`` where nothing is noted."""
        before = self.of_ticket(ticket)
        if before is None:
            raise NotFoundError(what="offline_solution", id=ticket)
        with self._desk.operation(OperationKind.OFFLINE_DROPPED, ticket=ticket) as recorder:
            recorder.delete("offline_solution", before.id, ticket=ticket)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def _remind(self, recorder: Recorder, found: Ticket) -> None:
        """A visit that asks for the public words, unless one is planned anyway."""
        if followups.due_of_ticket(self._desk.connection, found.id) is not None:
            return
        setting = VISIT_DAYS.get(found.kind)
        days = (0 if setting is None else self._desk.setting(setting)) or USUAL_DAYS
        plan_visit(self._desk, recorder, found, visit_time(self._desk.now(), days), question=QUESTION)
