"""One inbound message into the file: dedupe → customer → ticket → turn → labels (product.md, Intake and triage)."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.customer import shown_name
from weibo_operator.domain.ids import AccountId, BatchId, CustomerId, TicketId
from weibo_operator.domain.labels import Audience, Nature, Source, State
from weibo_operator.domain.levels import text_points
from weibo_operator.domain.lifecycle import state_on_message
from weibo_operator.domain.queueing import rank_at
from weibo_operator.domain.ticket import WaitsFor
from weibo_operator.domain.triage import Triage
from weibo_operator.language.clean import split_chain, strip_html
from weibo_operator.services.intake_people import IntakePeople, known_or_alike
from weibo_operator.services.recounts import brings_counts, take_counts
from weibo_operator.storage import customers, intake, messages
from weibo_operator.storage.connection import Connection
from weibo_operator.storage.intake import TicketPlace
from weibo_operator.storage.journal import Recorder, Row, Value
from weibo_operator.storage.times import to_ms

TriageText = Callable[[str, Source, int | None, str], Triage]
"""Labels of a text by its source, its author's followers and the text of the post it stands under."""


class Fate(StrEnum):
    """What became of a message."""

    DUPLICATE = "duplicate"
    INSIDE = "inside"
    """Of one of our own people: no customer's (mission A19)."""
    OPENED = "opened"
    JOINED = "joined"


class Arrival(Struct, frozen=True):
    """What became of one message, and the ticket it is in now (None for what was not taken in)."""

    fate: Fate
    ticket: TicketId | None = None


class IntakeRules(Struct, frozen=True):
    """The settings that decide where a message belongs."""

    reopen: timedelta
    same_matter: timedelta
    seen_at: datetime
    """When the messages were taken from the platform, as far as is known."""
    own_name: str = ""
    """Our own nickname."""
    account: AccountId | None = None
    """Our account to which the messages came, where that is known (mission G5)."""


class _Sender(Struct, frozen=True):
    id: CustomerId
    followers: int | None
    is_new: bool


class _Words(Struct, frozen=True):
    own: str
    chain: str
    triage: Triage


class ReadMessage(Struct, frozen=True):
    """A message with its cleaned words and labels; ``words`` is None where it was known when it was read."""

    message: IncomingMessage
    words: _Words | None


class IntakeRows:
    """Puts messages into the file, one at a time, inside the caller's transaction.

    ``read`` does what takes long, the labels, and can be called before the transaction begins: nobody else who wants
    to write waits for it.
    """

    def __init__(self, connection: Connection, triage: TriageText, rules: IntakeRules) -> None:
        self._connection = connection
        self._triage = triage
        self._rules = rules
        self._people = IntakePeople(connection, rules.own_name)

    def is_inside(self, message: IncomingMessage) -> bool:
        """True for a message of one of our own people, which a batch leaves out."""
        return self._people.is_inside(message)

    def read(self, message: IncomingMessage) -> ReadMessage:
        """Clean and label a message that isn't known yet."""
        if messages.is_known(self._connection, message.platform, message.platform_id):
            return ReadMessage(message, None)
        return ReadMessage(message, self._words(message))

    def accept(self, recorder: Recorder, read: ReadMessage, batch: BatchId | None) -> Arrival:
        """Store one message; of a known one only other counts are taken over (services/recounts.py).

        Rows that the batch itself makes keep no image (the whole import is undone by its id); rows that were there
        before it are journalled. What one of our own people wrote is left out of a batch; taken down by hand, it is
        meant to be a ticket.
        """
        message = read.message
        known = known_or_alike(self._connection, message)
        if known is not None:
            if brings_counts(known, message):
                take_counts(self._connection, recorder, known, message, at=self._rules.seen_at, batch=batch)
            return Arrival(Fate.DUPLICATE)
        if batch is not None and self._people.is_inside(message):
            return Arrival(Fate.INSIDE)
        words = read.words or self._words(message)
        customer = self._customer(recorder, message, batch)
        place = self._place(customer, message, words.triage)
        if place is None or place.is_new_ticket:
            ticket = self._open_ticket(recorder, message, words, customer, batch, place)
            return Arrival(Fate.OPENED, ticket)
        self._join(recorder, message, words, customer, batch, place)
        return Arrival(Fate.JOINED, place.ticket)

    def _words(self, message: IncomingMessage) -> _Words:
        own, chain = split_chain(strip_html(message.text))
        suggested = self._triage(own or chain, message.source, message.followers, message.parent_text)
        return _Words(own, chain, suggested)

    def _customer(self, recorder: Recorder, message: IncomingMessage, batch: BatchId | None) -> _Sender:
        known = customers.find(self._connection, message.platform, message.uid)
        if known is None:
            values: dict[str, Value] = {
                "platform": message.platform.value,
                "uid": message.uid,
                "nickname": shown_name(message.nickname, message.uid),
                "followers": message.followers,
                "verified": message.verified,
                "location": message.location,
                "profile_url": message.profile_url,
                "first_seen_at": to_ms(message.posted_at),
                "import_id": batch,
            }
            return _Sender(CustomerId(_insert(recorder, "customer", values, batch)), message.followers, is_new=True)
        newer = replace(
            known,
            nickname=message.nickname or known.nickname,
            followers=known.followers if message.followers is None else message.followers,
            verified=message.verified or known.verified,
            location=message.location or known.location,
            profile_url=message.profile_url or known.profile_url,
        )
        if newer != known:
            columns = ("nickname", "followers", "verified", "location", "profile_url")
            recorder.update("customer", known.id, {column: getattr(newer, column) for column in columns})
        return _Sender(known.id, newer.followers, is_new=False)

    def _place(self, customer: _Sender, message: IncomingMessage, triage: Triage) -> "_Place | None":
        """Where the message belongs: an open ticket of the same thread or matter, or a closed one within reach."""
        if customer.is_new:
            return None
        thread = thread_of(message)
        open_ones = intake.open_tickets_of(self._connection, customer.id)
        if len(open_ones) == 1 and message.audience is Audience.PRIVATE:
            # Whoever goes on in private goes on with the one thing that is open.
            return _Place(open_ones[0], is_new_ticket=False)
        same_thread = (row for row in open_ones if row.thread == thread)
        same_matter = (row for row in open_ones if self._same_matter(row, message, triage.nature))
        joined = next(chain(same_thread, same_matter), None)
        if joined is not None:
            return _Place(joined, is_new_ticket=False)
        finished = intake.finished_ticket_of(self._connection, customer.id, thread)
        if finished is None or finished.closed_at is None:
            return None
        return _Place(finished, is_new_ticket=message.posted_at - finished.closed_at > self._rules.reopen)

    def _same_matter(self, row: TicketPlace, message: IncomingMessage, nature: Nature) -> bool:
        near = abs(message.posted_at - row.last_activity_at) <= self._rules.same_matter
        return row.nature is nature and near

    def _open_ticket(
        self,
        recorder: Recorder,
        message: IncomingMessage,
        words: _Words,
        customer: _Sender,
        batch: BatchId | None,
        place: "_Place | None",
    ) -> TicketId:
        at = to_ms(message.posted_at)
        values: dict[str, Value] = {
            "customer_id": customer.id,
            "state": State.NEW.value,
            **label_columns(words.triage),
            "source": message.source.value,
            "audience": (Audience.PRIVATE if message.audience is Audience.PRIVATE else words.triage.audience).value,
            "thread": thread_of(message),
            "link": message.link,
            "snippet": words.own or words.chain,
            "waits_for": WaitsFor.US.value,
            "waiting_since": at,
            "rank_at": rank_at(at, customer.followers),
            "turn_count": 1,
            "opened_at": at,
            "last_activity_at": at,
            "previous_ticket_id": None if place is None else place.ticket,
            "leads": self._people.leads(words.own or words.chain),
            "account_id": self._rules.account,
            "import_id": batch,
        }
        ticket = TicketId(_insert(recorder, "ticket", values, batch))
        turn = _insert(recorder, "turn", _turn(ticket, customer.id, 1, at, batch), batch, ticket)
        self._message(recorder, message, words, ticket, customer.id, turn, batch)
        _update(recorder, "ticket", ticket, {"open_turn_id": turn}, batch)
        return ticket

    def _join(
        self,
        recorder: Recorder,
        message: IncomingMessage,
        words: _Words,
        customer: _Sender,
        batch: BatchId | None,
        place: "_Place",
    ) -> None:
        row = place.row
        at = to_ms(message.posted_at)
        made_here = batch if row.import_id == batch and row.state is not State.CLOSED else None
        values: dict[str, Value] = {
            "state": state_on_message(row.state).value,
            "last_activity_at": max(at, to_ms(row.last_activity_at)),
            "closed_at": None,
            "close_reason": "",
            "snoozed": 0,
        }
        if at >= to_ms(row.last_activity_at) or intake.is_newest_inbound(
            self._connection, row.ticket, message.posted_at
        ):
            # What comes in late is not what the card shows and the page that is answered on.
            values |= {"snippet": words.own or words.chain, "link": message.link or row.link}
        if row.open_turn_id is None:
            turn_values = _turn(row.ticket, customer.id, row.turn_count + 1, at, batch)
            turn = _insert(recorder, "turn", turn_values, made_here, row.ticket)
            since = at
            values |= {"open_turn_id": turn, "turn_count": row.turn_count + 1, "asked_again": 0}
        else:
            turn = row.open_turn_id
            waiting = None if row.waiting_since is None else to_ms(row.waiting_since)
            since = at if waiting is None else min(at, waiting)
            if since != waiting:
                _update(recorder, "turn", turn, {"opened_at": since}, made_here, row.ticket)
            values |= {"asked_again": row.asked_again + 1}
        values |= {
            "waits_for": WaitsFor.US.value,
            "waiting_since": since,
            "rank_at": rank_at(since, customer.followers),
            "opened_at": min(at, to_ms(row.opened_at)),
            "leads": self._people.leads(words.own or words.chain, row.leads),
            "account_id": row.account or self._rules.account,
            **_joined_labels(row, words.triage),
        }
        self._message(recorder, message, words, row.ticket, customer.id, turn, batch, journalled=made_here is None)
        _update(recorder, "ticket", row.ticket, values, made_here)

    def _message(
        self,
        recorder: Recorder,
        message: IncomingMessage,
        words: _Words,
        ticket: TicketId,
        customer: CustomerId,
        turn: int,
        batch: BatchId | None,
        *,
        journalled: bool = False,
    ) -> None:
        values: dict[str, Value] = {
            "ticket_id": ticket,
            "customer_id": customer,
            "turn_id": turn,
            "direction": "in",
            "platform": message.platform.value,
            "platform_id": message.platform_id,
            "source": message.source.value,
            "audience": message.audience.value,
            "text": words.own or words.chain,
            "chain": words.chain if words.own else "",
            "posted_at": to_ms(message.posted_at),
            "time_is_approximate": int(message.time_is_approximate),
            "link": message.link,
            "parent_platform_id": message.parent_platform_id,
            "parent_author": message.parent_author,
            "parent_text": message.parent_text,
            "reposts": message.reposts,
            "comments": message.comments,
            "likes": message.likes,
            "kind": words.triage.kind.value,
            "sentiment": int(words.triage.sentiment),
            "import_id": batch,
        }
        kept_by = None if journalled else batch
        stored = _insert(recorder, "message", values, kept_by, ticket)
        meant = self._people.meant(message, words.own, words.chain)
        if meant is not None and meant.customer != customer:
            self._people.link(recorder, meant, stored, ticket, kept_by)


class _Place(Struct, frozen=True):
    row: TicketPlace
    is_new_ticket: bool

    @property
    def ticket(self) -> TicketId:
        return self.row.ticket


def thread_of(message: IncomingMessage) -> str:
    """The thread a message belongs to: the private conversation, the post it stands under, or itself."""
    if message.audience is Audience.PRIVATE:
        return "private"
    if message.parent_platform_id:
        return f"under:{message.parent_platform_id}"
    if message.parent_text:
        return f"under:{message.parent_author}:{message.parent_text[:40]}"
    return f"post:{message.platform_id}"


def label_columns(triage: Triage) -> dict[str, Value]:
    """A suggestion as the ticket's columns."""
    return {
        "urgency": triage.urgency.value,
        "urgent_words": triage.urgent_words,
        "kind": triage.kind.value,
        "nature": triage.nature.value,
        "aspect": triage.aspect.value,
        "department": triage.department,
        "topic": triage.topic,
        "issue": triage.issue,
        "product": triage.product,
        "sentiment": int(triage.sentiment),
        "advice": triage.audience.value,
        "no_reply_advised": int(triage.no_reply),
        "reasons": json.dumps(triage.reasons, ensure_ascii=False),
        "crisis": int(triage.crisis),
    }


def _joined_labels(row: TicketPlace, triage: Triage) -> dict[str, Value]:
    """A further message may raise a ticket, never lower it, and never touches what the operator set."""
    columns = label_columns(triage)
    before = text_points(row.kind, row.urgency, in_crisis=row.crisis)
    if text_points(triage.kind, triage.urgency, in_crisis=triage.crisis) <= before:
        return {"crisis": int(row.crisis or triage.crisis), **_matter_told_later(row, triage)}
    columns |= {"issue": triage.issue or row.issue, "product": triage.product or row.product}
    pressing = ("urgency", "urgent_words", "crisis")
    return {key: columns[key] for key in columns if key in pressing or not row.labels_by_operator}


def _matter_told_later(row: TicketPlace, triage: Triage) -> dict[str, Value]:
    """What the first words left open: “在吗”, then what it is about."""
    if row.labels_by_operator or (row.issue and row.product):
        return {}
    if not row.issue:
        return {"issue": triage.issue, "product": row.product or triage.product}
    return {"product": triage.product} if triage.issue == row.issue or not triage.issue else {}


def _turn(ticket: TicketId, customer: CustomerId, number: int, at: int, batch: BatchId | None) -> Row:
    return {
        "ticket_id": ticket,
        "customer_id": customer,
        "number": number,
        "opened_at": at,
        "import_id": batch,
    }


def _insert(recorder: Recorder, table: str, values: Row, batch: BatchId | None, ticket: TicketId | None = None) -> int:
    return recorder.insert(table, values, ticket=ticket) if batch is None else recorder.bulk_insert(table, values)


def _update(
    recorder: Recorder,
    table: str,
    row_id: int,
    values: Row,
    batch: BatchId | None,
    ticket: TicketId | None = None,
) -> None:
    if batch is None:
        recorder.update(table, row_id, values, ticket=ticket)
    else:
        recorder.bulk_update(table, row_id, values)
