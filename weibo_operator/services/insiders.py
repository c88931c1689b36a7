"""The list of our own people and partners: whose messages are no customer's, whose mention is marked (A11, A19)."""

from collections.abc import Mapping

from msgspec import Struct

from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.ids import InsiderId, TicketId
from weibo_operator.domain.operations import Changes, OperationKind, Outcome
from weibo_operator.domain.people import LEAD_SEPARATOR, Insider, InsiderRole, Insiders, NewInsider, read_insiders
from weibo_operator.services.desk import Desk
from weibo_operator.services.inbox import Inbox
from weibo_operator.storage import people
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.people import OpenTicket
from weibo_operator.storage.times import to_ms


class Added(Struct, frozen=True):
    """What became of pasted lines: new people, those whose entry changed, lines that could not be read."""

    new: int = 0
    changed: int = 0
    unread: tuple[str, ...] = ()


class Reach(Struct, frozen=True):
    """Open tickets that the list as it stands would change: those of our own people, and those that name 负责人."""

    inside: tuple[TicketId, ...]
    named: tuple[TicketId, ...]

    @property
    def count(self) -> int:
        """How many tickets in all."""
        return len({*self.inside, *self.named})


class InsiderList:
    """Keeps the list. It holds for messages that come in from then on; ``apply`` uses it on open tickets."""

    def __init__(self, desk: Desk, inbox: Inbox) -> None:
        self._desk = desk
        self._inbox = inbox

    def listed(self) -> tuple[Insider, ...]:
        """Everybody on the list, 负责人 first."""
        return people.insiders(self._desk.connection)

    def add(self, lines: str, role: InsiderRole) -> Outcome[Added]:
        """Take in pasted lines (name, uid or address, perhaps a role); ``role`` where a line names none.

        Somebody known by the same uid or name is changed. Raises ``InvalidInputError`` when no line can be read.
        """
        found, unread = read_insiders(lines, role)
        if not found:
            raise InvalidInputError(field="insiders", reason="unread" if unread else "empty")
        new = changed = 0
        with self._desk.operation(OperationKind.EDIT_INSIDERS) as recorder:
            for person in found:
                known = self._same(person)
                if known is None:
                    values = {**_columns(person), "added_at": to_ms(self._desk.now())}
                    recorder.insert("insider", values)
                    new += 1
                else:
                    changed += self._merge(recorder, known, person)
        return Outcome(Added(new, changed, unread), changes_of(recorder), recorder.operation)

    def set_role(self, insider: InsiderId, role: InsiderRole) -> Outcome[None]:
        """Give somebody another role; raises ``NotFoundError``."""
        self._check_known(insider)
        with self._desk.operation(OperationKind.EDIT_INSIDERS) as recorder:
            recorder.update("insider", insider, {"role": role.value})
        return Outcome(None, changes_of(recorder), recorder.operation)

    def remove(self, insider: InsiderId) -> Outcome[None]:
        """Take somebody off the list; raises ``NotFoundError``."""
        self._check_known(insider)
        with self._desk.operation(OperationKind.EDIT_INSIDERS) as recorder:
            recorder.delete("insider", insider)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def reach(self) -> Reach:
        """What ``apply`` would change now."""
        by_ticket = self._named_by_ticket()
        open_ones = people.open_tickets(self._desk.connection)
        named = tuple(one.ticket for one in open_ones if by_ticket.get(one.ticket, "") != one.leads)
        return Reach(tuple(one.ticket for one, _ in self._inside()), named)

    def apply(self, reason: str) -> Outcome[Reach]:
        """Use the list on open tickets, as one operation: those of our own people are closed, mentions marked.

        ``reason`` is what the closed ones get as the reason of 无需回复.
        """
        reach = self.reach()
        if not reach.count:
            return Outcome(reach, Changes())
        by_ticket = self._named_by_ticket()
        with self._desk.operation(OperationKind.APPLY_INSIDERS) as recorder:
            for ticket in reach.named:
                recorder.update("ticket", ticket, {"leads": by_ticket.get(ticket, "")})
            for one, insider in self._inside():
                recorder.update("customer", one.customer, {"role": insider.role.customer_role})
                self._inbox.close_unanswered(recorder, one.ticket, reason=reason)
        return Outcome(reach, changes_of(recorder), recorder.operation)

    def _inside(self) -> tuple[tuple[OpenTicket, Insider], ...]:
        asked = Insiders(self.listed())
        found = ((one, asked.find(one.uid, one.nickname)) for one in people.open_tickets(self._desk.connection))
        return tuple((one, insider) for one, insider in found if insider is not None)

    def _named_by_ticket(self) -> Mapping[TicketId, str]:
        asked = Insiders(self.listed())
        named: dict[TicketId, dict[str, None]] = {}
        for ticket, text in people.open_texts(self._desk.connection):
            leads = asked.leads_named(text)
            if leads:
                named.setdefault(ticket, {}).update(dict.fromkeys(leads))
        return {ticket: LEAD_SEPARATOR.join(leads) for ticket, leads in named.items()}

    def _same(self, person: NewInsider) -> Insider | None:
        listed = self.listed()
        by_uid = next((known for known in listed if person.uid and known.uid == person.uid), None)
        named = next((known for known in listed if person.nickname and known.nickname == person.nickname), None)
        return by_uid or named

    def _merge(self, recorder: Recorder, known: Insider, person: NewInsider) -> bool:
        taken = {one.nickname for one in self.listed() if one.id != known.id}
        nickname = person.nickname if person.nickname and person.nickname not in taken else known.nickname
        values: dict[str, Value] = {
            "uid": person.uid or known.uid,
            "nickname": nickname,
            "role": person.role.value,
        }
        before = {"uid": known.uid, "nickname": known.nickname, "role": known.role.value}
        recorder.update("insider", known.id, values)
        return values != before

    def _check_known(self, insider: InsiderId) -> None:
        if all(known.id != insider for known in self.listed()):
            raise NotFoundError(what="insider", id=insider)


def _columns(person: NewInsider) -> dict[str, Value]:
    return {"uid": person.uid, "nickname": person.nickname, "role": person.role.value}
