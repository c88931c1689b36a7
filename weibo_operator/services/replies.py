"""Replies: drafts, the desk check, copy mode's intent and its confirmation, 信息已收到 (product.md, Reply)."""

from collections.abc import Mapping

from msgspec import Struct

from weibo_operator.domain.asked import AskedPart
from weibo_operator.domain.errors import ReplyBlockedError
from weibo_operator.domain.findings import Finding, FindingKind
from weibo_operator.domain.ids import IntentId, MessageId, TicketId
from weibo_operator.domain.labels import Audience
from weibo_operator.domain.operations import Changes, Operation, OperationKind, Outcome
from weibo_operator.domain.promises import Promise
from weibo_operator.domain.reply import AfterSend, Intent, IntentState
from weibo_operator.domain.reply_points import ReplyPoint
from weibo_operator.domain.settings import ADDRESS, CHECKS, HOTLINE, OWN_NICKNAME, SHOP_NAME, SIGNATURE
from weibo_operator.domain.ticket import Ticket
from weibo_operator.language.addressing import called_names
from weibo_operator.language.deskcheck import DeskCheck
from weibo_operator.language.own_pairs import with_own_pairs
from weibo_operator.language.reply_points import points_met
from weibo_operator.language.spans import protected
from weibo_operator.services.desk import Desk
from weibo_operator.services.leads import Leads
from weibo_operator.services.new_intents import NewId, intent_values, random_id
from weibo_operator.services.sent_replies import SentReplies, check_acknowledgeable
from weibo_operator.services.word_book import WordBook
from weibo_operator.storage import (
    customers,
    handoffs,
    intents,
    messages,
    outbox,
    own_public,
    replies,
    templates,
    tickets,
)
from weibo_operator.storage.journal import Recorder, Value, changes_of
from weibo_operator.storage.times import to_ms


class Opened(Struct, frozen=True):
    """What the operator saw when the ticket was opened, for the fresh-view check before sending."""

    ticket: TicketId
    newest_inbound: MessageId | None
    newest: MessageId | None
    """The latest message of whichever direction, which a reply that the program sends must still find there."""


class Replies:
    """Writes, checks, hands over and confirms replies."""

    def __init__(self, desk: Desk, check: DeskCheck, book: WordBook, new_id: NewId | None = None) -> None:
        self._desk = desk
        self._check = check
        self._book = book
        self._leads = Leads(desk)
        self._sent = SentReplies(desk, check.promises)
        self._new_id = new_id or random_id

    def drafts(self, ticket: TicketId) -> Mapping[Audience, str]:
        """The unfinished texts of a ticket by audience."""
        return self._sent.drafts(ticket)

    def save_draft(self, ticket: TicketId, audience: Audience, text: str) -> None:
        """Keep an unfinished text; an empty one is forgotten."""
        with self._desk.bookkeeping() as recorder:
            if text:
                self._sent.put_draft(recorder, ticket, audience, text)
            else:
                recorder.discard("draft", ticket_id=ticket, audience=audience.value)

    def opened(self, ticket: TicketId) -> Opened:
        """Remember what the operator sees now."""
        connection = self._desk.connection
        return Opened(ticket, messages.newest_inbound(connection, ticket), messages.newest(connection, ticket))

    def is_stale(self, opened: Opened) -> bool:
        """True when the customer wrote again since ``opened``."""
        return messages.newest_inbound(self._desk.connection, opened.ticket) != opened.newest_inbound

    def check(self, text: str, *, ticket: TicketId | None, audience: Audience) -> tuple[Finding, ...]:
        """The desk check with this ticket's facts (names, our last comment, the operator's own words).

        What is always ignored is left out, what is always put right is a sure typo.
        """
        connection = self._desk.connection
        nickname = ""
        asked: tuple[str, ...] = ()
        parts: tuple[str, ...] = ()
        others: tuple[str, ...] = ()
        restraint: Finding | None = None
        first_touch = False
        if ticket is not None:
            found = tickets.get(connection, ticket)
            nickname = customers.get(connection, found.customer_id).nickname
            if found.open_turn_id is not None:
                asked = messages.texts_of_turn(connection, ticket, found.open_turn_id)
                parts = intents.answered_parts(connection, found.open_turn_id)
            others = customers.waiting_among(connection, called_names(text))
            restraint = self._leads.remark(found.customer_id, text)
            first_touch = self._leads.is_first_touch(found.customer_id)
        known_words = self._known_words()
        pairs = self._book.entries("always")
        off = frozenset(kind for kind, switch in CHECKS.items() if not self._desk.setting(switch))
        found = self._check.check(
            text,
            audience=audience,
            prefix_nickname=nickname if audience is Audience.PUBLIC else "",
            # Weibo refuses what is the same as one's last comment, which may be leaving at this moment.
            last_own_texts=own_public.latest(connection)[:1],
            customer_nickname=nickname,
            other_nicknames=others,
            customer_texts=asked,
            answered_parts=parts,
            values={} if ticket is None else self.variables(ticket),
            own_contacts=(self._desk.setting(HOTLINE), self._desk.setting(ADDRESS)),
            plain_words=self._book.plain_pairs(self._check.plain_words),
            user_words=(*known_words, *(pair.replacement for pair in pairs)),
            now=self._desk.now(),
            first_touch=first_touch,
            off=off,
        )
        if restraint is not None and restraint.kind not in off:
            found = (*found, restraint)
        if pairs and FindingKind.TYPO not in off:
            found = with_own_pairs(text, found, pairs, protected(text, (nickname,), known_words))
        return tuple(finding for finding in found if finding.must_fix or not self._book.silences(finding))

    def asked(self, text: str, ticket: TicketId) -> tuple[AskedPart, ...]:
        """The customer's questions since our last answer, each with whether ``text`` answers it.

        Empty for fewer than two, and while the check for unanswered questions is switched off.
        """
        connection = self._desk.connection
        found = tickets.get(connection, ticket)
        if found.open_turn_id is None or not self._desk.setting(CHECKS[FindingKind.UNANSWERED]):
            return ()
        said = messages.texts_of_turn(connection, ticket, found.open_turn_id)
        return self._check.asked(text, said, intents.answered_parts(connection, found.open_turn_id))

    def points(self, text: str, ticket: TicketId) -> frozenset[ReplyPoint]:
        """The points of the training mode that ``text`` meets as an answer on this ticket (mission D14)."""
        connection = self._desk.connection
        turn = tickets.get(connection, ticket).open_turn_id
        said = () if turn is None else messages.texts_of_turn(connection, ticket, turn)
        sent = () if turn is None else intents.answered_parts(connection, turn)
        return points_met(text, said, self._check.asked(text, said, sent))

    def own_texts(self, limit: int = 1000) -> tuple[str, ...]:
        """What the check learns from: our latest replies (none with a sure typo) and the wordings of the templates."""
        connection = self._desk.connection
        sent = messages.clean_own_texts(connection, limit=limit)
        return tuple(dict.fromkeys((*sent, *templates.wording_texts(connection))))

    def promises(self, text: str) -> tuple[Promise, ...]:
        """What a reply promises and by when, as of now, for recording it (mission D17)."""
        return self._check.promises(text, self._desk.now())

    def _known_words(self) -> tuple[str, ...]:
        """What is never a slip: the words of the dictionary, the shop's own names and its departments'."""
        departments = handoffs.departments(self._desk.connection)
        names = (self._desk.setting(SHOP_NAME), self._desk.setting(OWN_NICKNAME), *departments)
        return (*self._book.words("term"), *(name for name in names if name))

    def variables(self, ticket: TicketId) -> Mapping[str, str]:
        """The values the program knows for a template's variables on this ticket."""
        found = tickets.get(self._desk.connection, ticket)
        customer = customers.get(self._desk.connection, found.customer_id)
        return {
            "客户": customer.nickname,
            "店铺": self._desk.setting(SHOP_NAME) or self._desk.setting(OWN_NICKNAME),
            "热线": self._desk.setting(HOTLINE),
            "署名": self._desk.setting(SIGNATURE),
            "地址": self._desk.setting(ADDRESS),
            "部门": "" if found.department == "无" else found.department,
        }

    def copy(
        self,
        ticket: TicketId,
        *,
        audience: Audience,
        text: str,
        after: AfterSend,
        is_ack: bool = False,
        open_typos: int = 0,
        part: str = "",
        seen: MessageId | None = None,
    ) -> Intent:
        """Write the intent before anything leaves the machine (copy mode); the face then copies and opens the page.

        ``open_typos`` sure typos were let stand: the check does not learn from such a text. ``part`` is the one
        question of several that it answers: the turn stays open for the others (mission C9).
        ``seen`` is the ticket's newest message as the operator saw it (None: not asked). A second press gives the
        same intent back. Raises ``ReplyBlockedError`` for an empty text, when another text of this ticket still waits
        for its confirmation or is on its way (on_its_way), when there is a newer message (wrote_again), and like
        ``acknowledgement`` for one too many of those.
        """
        if not text.strip():
            raise ReplyBlockedError(reason="empty", detail="")
        with self._desk.bookkeeping() as recorder:
            # Asked inside the transaction: a second window may be pressing the same key.
            waiting = replies.undecided(self._desk.connection, ticket)
            if not waiting:
                self._check_free(ticket, seen)
                found = tickets.get(self._desk.connection, ticket)
                if is_ack:
                    check_acknowledgeable(found)
                values = intent_values(
                    IntentId(self._new_id()),
                    ticket,
                    audience=audience,
                    text=text,
                    after=after,
                    is_ack=is_ack,
                    open_typos=open_typos,
                    part=part,
                )
                return self._write_intent(recorder, found, values)
        if (waiting[0].text, waiting[0].part) == (text, part) and waiting[0].audience is audience:
            return waiting[0]
        raise ReplyBlockedError(reason="undecided", detail=waiting[0].text)

    def undecided(self, ticket: TicketId | None = None) -> tuple[Intent, ...]:
        """Copied replies nobody has confirmed: shown again after a restart, never sent by themselves."""
        return replies.undecided(self._desk.connection, ticket)

    def confirm(self, intent_id: IntentId) -> Outcome[Intent]:
        """1 已发出: the reply is stored, the turn closed, the state moved on; a second press changes nothing.

        Raises ``ReplyBlockedError`` when another window decided at the same instant.
        """
        intent = self._intent(intent_id)
        if intent.state is not IntentState.COPIED:
            return Outcome(intent, Changes())
        kind = OperationKind.ACKNOWLEDGE if intent.is_ack else OperationKind.REPLY
        data = {"intent": intent_id, "customer": intent.nickname, "audience": intent.audience.value}
        with self._desk.operation(kind, ticket=intent.ticket_id, data=data) as recorder:
            self._check_undecided(intent_id)
            self._decide(recorder, intent, IntentState.SENT)
            self._sent.store(recorder, intent)
        return Outcome(self._intent(intent_id), changes_of(recorder), recorder.operation)

    def withdraw(self, intent_id: IntentId) -> Intent:
        """2 没发: the intent is given up, and its text is the draft again."""
        intent = self._intent(intent_id)
        if intent.state is IntentState.COPIED:
            with self._desk.bookkeeping() as recorder:
                self._check_undecided(intent_id)
                self._decide(recorder, intent, IntentState.WITHDRAWN)
                self._sent.keep_as_draft(recorder, intent)
        return self._intent(intent_id)

    def acknowledgement(self, ticket: TicketId, wordings: tuple[str, ...]) -> str:
        """The next wording of 信息已收到, another each time; raises ``ReplyBlockedError`` the second time in a turn."""
        check_acknowledgeable(tickets.get(self._desk.connection, ticket))
        return wordings[messages.acknowledgements(self._desk.connection) % len(wordings)]

    def note_wording(self, wording: int) -> None:
        """Count a template wording's use, so that another is offered next time (mission D8)."""
        with self._desk.bookkeeping() as recorder:
            used = templates.wording_uses(self._desk.connection, wording)
            recorder.bulk_update("wording", wording, {"uses": used + 1, "last_used_at": to_ms(self._desk.now())})

    def undone(self, recorder: Recorder, operation: Operation) -> None:
        """A confirmed reply was taken back: the text is the draft again and the intent is given up."""
        intent = self._intent(IntentId(operation.data["intent"]))
        self._decide(recorder, intent, IntentState.WITHDRAWN)
        self._sent.keep_as_draft(recorder, intent)

    def redone(self, recorder: Recorder, operation: Operation) -> None:
        """A taken-back confirmation holds again."""
        intent = self._intent(IntentId(operation.data["intent"]))
        self._decide(recorder, intent, IntentState.SENT)
        self._sent.drop_draft(recorder, intent)
        begun = self.drafts(intent.ticket_id).get(intent.audience, "")
        if begun.startswith(f"{intent.text}\n"):
            # 撤销 had put the text before what was begun; it goes again, the rest stays.
            self._sent.put_draft(recorder, intent.ticket_id, intent.audience, begun.removeprefix(f"{intent.text}\n"))

    def _check_free(self, ticket: TicketId, seen: MessageId | None) -> None:
        if outbox.of_ticket(self._desk.connection, ticket) is not None:
            raise ReplyBlockedError(reason="on_its_way", detail="")
        if seen is not None and messages.newest(self._desk.connection, ticket) != seen:
            raise ReplyBlockedError(reason="wrote_again", detail="")

    def _write_intent(self, recorder: Recorder, found: Ticket, values: dict[str, Value]) -> Intent:
        copied: dict[str, Value] = {
            "turn_id": found.open_turn_id,
            "seen_message_id": messages.newest(self._desk.connection, found.id),
            "state": IntentState.COPIED.value,
            "created_at": to_ms(self._desk.now()),
        }
        recorder.add("intent", values | copied)
        # A reply that was taken back must not be done again beside the one that now goes out instead.
        self._desk.journal.drop_redo()
        return self._intent(IntentId(str(values["id"])))

    def _intent(self, intent_id: IntentId) -> Intent:
        return intents.get(self._desk.connection, intent_id)

    def _check_undecided(self, intent_id: IntentId) -> None:
        # Asked once more inside the transaction: a second window may have been quicker.
        if self._intent(intent_id).state is not IntentState.COPIED:
            raise ReplyBlockedError(reason="decided", detail="")

    def _decide(self, recorder: Recorder, intent: Intent, state: IntentState) -> None:
        recorder.amend("intent", intent.id, {"state": state.value, "decided_at": to_ms(self._desk.now())})
