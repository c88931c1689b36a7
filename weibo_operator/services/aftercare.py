"""After the answer: remedies and their limits, praise kept, what the customer says since, matters that came back."""

from datetime import datetime, timedelta
from typing import Protocol

from weibo_operator.domain.errors import InvalidInputError, NotFoundError
from weibo_operator.domain.followup import FollowUp
from weibo_operator.domain.ids import RemedyId, TestimonialId, TicketId
from weibo_operator.domain.message import Direction
from weibo_operator.domain.operations import OperationKind, Outcome
from weibo_operator.domain.praise import Permission, Testimonial
from weibo_operator.domain.remedy import Remedy, RemedyKind, RemedyTotal, yuan_words
from weibo_operator.domain.settings import RECURRENCE_DAYS, REMEDY_LIMITS
from weibo_operator.domain.verdict import RecentWords, Recurrence, Verdict
from weibo_operator.services.desk import Desk
from weibo_operator.storage import aftercare, customers, messages, tickets
from weibo_operator.storage.journal import Value, changes_of
from weibo_operator.storage.times import to_ms

RECENT_SHOWN = 2
"""So many of the customer's latest words a visit shows."""
LONGEST_PRAISE = 2_000


class ReadVerdict(Protocol):
    """Reads what a customer finds."""

    def verdict(self, text: str) -> Verdict | None:
        """What the words tell, None for nothing."""
        ...


class Aftercare:
    """Keeps what follows an answer, besides visits and promises."""

    def __init__(self, desk: Desk, verdicts: ReadVerdict) -> None:
        self._desk = desk
        self._verdicts = verdicts

    def recent(self, visit: FollowUp) -> tuple[RecentWords, ...]:
        """TA 最近的微博: the customer's latest words since our answer, as far as they were taken in (newest first)."""
        connection = self._desk.connection
        since = aftercare.answered_at(connection, visit.ticket_id)
        if since is None:
            return ()
        return tuple(
            RecentWords(said.ticket_id, said.text, said.posted_at, said.sentiment, self._verdicts.verdict(said.text))
            for said in aftercare.words_since(connection, visit.customer_id, since, RECENT_SHOWN)
        )

    def suggested(self, visit: FollowUp) -> Verdict | None:
        """The outcome that the customer's latest telling words suggest for a visit, with its reason (mission E10)."""
        return next((said.verdict for said in self.recent(visit) if said.verdict is not None), None)

    def limit(self, kind: RemedyKind) -> int:
        """Up to how much, in fen, the front line gives this by itself; an apology costs nothing."""
        setting = REMEDY_LIMITS.get(kind)
        return 0 if setting is None else self._desk.setting(setting) * 100

    def is_over_limit(self, kind: RemedyKind, cents: int) -> bool:
        """True where 负责人 has to agree (mission D18)."""
        return cents > self.limit(kind)

    def give(
        self, ticket: TicketId, kind: RemedyKind, cents: int = 0, *, note: str = "", approved_by: str = ""
    ) -> Outcome[RemedyId]:
        """Record what was given to make good.

        Raises ``InvalidInputError`` (over_limit) for more than the front line may give without somebody who agreed,
        and for an amount that is missing, or given with an apology; ``NotFoundError`` for no such ticket.
        """
        if cents < 0 or bool(cents) != kind.costs:
            raise InvalidInputError(field="amount", reason="amount")
        agreed = approved_by.strip()
        if self.is_over_limit(kind, cents) and not agreed:
            limit = yuan_words(self.limit(kind))
            raise InvalidInputError(field="amount", reason="over_limit", kind=kind.value, limit=limit)
        tickets.get(self._desk.connection, ticket)
        what = f"{kind.value} {yuan_words(cents)} 元" if cents else kind.value
        with self._desk.operation(OperationKind.REMEDY, ticket=ticket, data={"what": what}) as recorder:
            values: dict[str, Value] = {
                "ticket_id": ticket,
                "kind": kind.value,
                "cents": cents,
                "note": note.strip(),
                "limit_cents": self.limit(kind),
                "approved_by": agreed,
                "given_at": to_ms(self._desk.now()),
            }
            given = RemedyId(recorder.insert("remedy", values, ticket=ticket))
        return Outcome(given, changes_of(recorder), recorder.operation)

    def remedies(self, ticket: TicketId) -> tuple[Remedy, ...]:
        """What was given on a ticket, in order."""
        return aftercare.remedies(self._desk.connection, ticket)

    def remedy_totals(self, start: datetime, end: datetime) -> tuple[RemedyTotal, ...]:
        """What was given within a period, by kind (the week's total)."""
        return aftercare.remedy_totals(self._desk.connection, start=start, end=end)

    def recurrence(self, ticket: TicketId) -> Recurrence | None:
        """复发: the same customer's same matter, closed shortly before this ticket was opened (mission E12)."""
        days = self._desk.setting(RECURRENCE_DAYS)
        return aftercare.recurrence(self._desk.connection, ticket, timedelta(days=days)) if days else None

    def recurrences(self, start: datetime, end: datetime) -> int:
        """How many tickets opened within a period are matters that came back."""
        days = self._desk.setting(RECURRENCE_DAYS)
        if not days:
            return 0
        return aftercare.recurrences(self._desk.connection, start=start, end=end, within=timedelta(days=days))

    def praise_of(self, ticket: TicketId) -> str:
        """The words worth keeping: the customer's latest that praise, else their latest."""
        conversation = messages.conversation(self._desk.connection, ticket)
        said = [message.text for message in reversed(conversation) if message.direction is Direction.IN]
        good = (text for text in said if (found := self._verdicts.verdict(text)) and not found.outcome.reopens)
        return next(good, said[0] if said else "")

    def keep_praise(self, ticket: TicketId, text: str, permission: Permission) -> Outcome[TestimonialId]:
        """Keep praise, or change what was kept of this ticket (mission A13, F6).

        Raises ``InvalidInputError`` without words, ``NotFoundError`` for no such ticket.
        """
        said = text.strip()[:LONGEST_PRAISE]
        if not said:
            raise InvalidInputError(field="praise", reason="empty")
        connection = self._desk.connection
        nickname = customers.get(connection, tickets.get(connection, ticket).customer_id).nickname
        kept = aftercare.testimonial_of(connection, ticket)
        with self._desk.operation(OperationKind.PRAISE_KEPT, ticket=ticket, data={"customer": nickname}) as recorder:
            values: dict[str, Value] = {"text": said, "permission": permission.value}
            if kept is None:
                values |= {"ticket_id": ticket, "kept_at": to_ms(self._desk.now())}
                row = TestimonialId(recorder.insert("testimonial", values, ticket=ticket))
            else:
                row = kept.id
                recorder.update("testimonial", row, values, ticket=ticket)
        return Outcome(row, changes_of(recorder), recorder.operation)

    def drop_praise(self, ticket: TicketId) -> Outcome[None]:
        """Keep it no longer; raises ``NotFoundError`` where none is kept."""
        kept = self.testimonial(ticket)
        if kept is None:
            raise NotFoundError(what="testimonial", id=ticket)
        data = {"customer": kept.nickname}
        with self._desk.operation(OperationKind.PRAISE_DROPPED, ticket=ticket, data=data) as recorder:
            recorder.delete("testimonial", kept.id, ticket=ticket)
        return Outcome(None, changes_of(recorder), recorder.operation)

    def testimonial(self, ticket: TicketId) -> Testimonial | None:
        """The praise kept of a ticket."""
        return aftercare.testimonial_of(self._desk.connection, ticket)

    def testimonials(self) -> tuple[Testimonial, ...]:
        """All praise that was kept, newest first."""
        return aftercare.testimonials(self._desk.connection)
