"""The real desk under a simulated day: tickets, turns and replies in a file that lives in memory, served by 下一位."""

from collections.abc import Mapping
from datetime import datetime

from weibo_operator.domain.ids import TicketId
from weibo_operator.domain.labels import Aspect, Audience, Nature, Platform, Sentiment, Source, State
from weibo_operator.domain.matters import Issue
from weibo_operator.domain.settings import FAIR_PERIOD, ROTATION_THRESHOLD
from weibo_operator.domain.simulation import Ask
from weibo_operator.domain.ticket import WaitsFor
from weibo_operator.services.desk import Desk
from weibo_operator.services.inbox import Inbox
from weibo_operator.services.shop import Shop
from weibo_operator.services.turns import add_own_message, close_turn, state_columns, wait_for_us
from weibo_operator.storage import tickets
from weibo_operator.storage.connection import MEMORY, open_database
from weibo_operator.storage.journal import Recorder, Value
from weibo_operator.storage.times import from_ms

_LABELS: Mapping[str, Value] = {
    "nature": Nature.OTHER.value,
    "aspect": Aspect.SERVICE.value,
    "department": "无",
    "sentiment": Sentiment.NEUTRAL.value,
    "advice": Audience.PUBLIC.value,
    "source": Source.COMMENT.value,
    "thread": "",
}
"""What a ticket needs and neither its level nor its turn depends on."""


class DeskQueue:
    """``domain.simulation.Queue`` by the desk's own rotation, written to as the desk writes to it."""

    def __init__(self, *, opened_at: int, fair_period: int, threshold: int) -> None:
        """Raises ``InvalidInputError`` for a fair period or a threshold out of its bounds."""
        self._clock = _Clock(from_ms(opened_at))
        self._connection = open_database(MEMORY, now=self._clock.now())
        self._desk = Desk(self._connection, self._clock, MEMORY)
        self._inbox = Inbox(self._desk)
        shop = Shop(self._desk)
        shop.change(FAIR_PERIOD, fair_period)
        shop.change(ROTATION_THRESHOLD, threshold)
        self._customers: dict[int, int] = {}
        self._tickets: dict[int, TicketId] = {}
        self._waiting: dict[TicketId, Ask] = {}

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()

    def arrive(self, ask: Ask) -> None:
        """A turn begins to wait: in a new ticket, or once more in the one it belongs to."""
        self._clock.at = from_ms(ask.at)
        with self._desk.bookkeeping() as recorder:
            customer = self._customer(recorder, ask)
            ticket = self._tickets.get(ask.ticket)
            if ticket is None:
                ticket = self._tickets[ask.ticket] = self._open(recorder, customer, ask)
            turn = recorder.insert(
                "turn",
                {"ticket_id": ticket, "customer_id": customer, "number": ask.turn, "opened_at": ask.at},
                ticket=ticket,
            )
            waits = wait_for_us(since=from_ms(ask.at), followers=ask.followers)
            recorder.update("ticket", ticket, {**waits, "open_turn_id": turn, "turn_count": ask.turn})
        self._waiting[ticket] = ask

    def next_up(self, now: int) -> Ask | None:
        """The choice of 下一位, after what the desk does each minute."""
        self._clock.at = from_ms(now)
        self._inbox.wake()
        found = self._inbox.next_up()
        return None if found is None else self._waiting[found.card.id]

    def answered(self, ask: Ask, at: int) -> None:
        """The reply to a turn is out: the turn is closed, and the ticket waits for the customer."""
        moment = self._clock.at = from_ms(at)
        ticket = tickets.get(self._connection, self._tickets[ask.ticket])
        with self._desk.bookkeeping() as recorder:
            add_own_message(
                recorder,
                ticket,
                platform=Platform.WEIBO.value,
                audience=ticket.audience,
                text="您好",
                at=moment,
                intent_id=f"{ask.ticket}/{ask.turn}",
            )
            closed = close_turn(self._connection, recorder, ticket, at=moment, by="reply")
            recorder.update("ticket", ticket.id, {**closed, **state_columns(State.IN_PROGRESS, at=moment)})
        del self._waiting[ticket.id]

    def _customer(self, recorder: Recorder, ask: Ask) -> int:
        if ask.customer not in self._customers:
            values: dict[str, Value] = {
                "platform": Platform.WEIBO.value,
                "uid": str(ask.customer),
                "nickname": f"客户{ask.customer}",
                "followers": ask.followers,
                "first_seen_at": ask.at,
            }
            self._customers[ask.customer] = recorder.insert("customer", values)
        return self._customers[ask.customer]

    def _open(self, recorder: Recorder, customer: int, ask: Ask) -> TicketId:
        values: dict[str, Value] = {
            **_LABELS,
            "customer_id": customer,
            "state": State.NEW.value,
            "kind": ask.kind.value,
            "urgency": ask.urgency.value,
            "topic": ask.topic,
            "issue": Issue.PRICE.value if ask.in_crowd else "",
            "product": ask.topic if ask.in_crowd else "",
            "audience": (Audience.PUBLIC if ask.is_public else Audience.PRIVATE).value,
            "waits_for": WaitsFor.CUSTOMER.value,
            "rank_at": ask.at,
            "opened_at": ask.at,
            "last_activity_at": ask.at,
        }
        return TicketId(recorder.insert("ticket", values))


class _Clock:
    # The simulated present.

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at
