"""Who a message that comes in is from, for whom it asks, whom it names, and whether it came in before without an id."""

import re
from datetime import timedelta

from weibo_operator.domain.channel import IncomingMessage
from weibo_operator.domain.ids import BatchId, CustomerId, MessageId, TicketId
from weibo_operator.domain.labels import Actor, Platform, Source
from weibo_operator.domain.people import LEAD_SEPARATOR, Insiders, Meant, lead_names, mentioned
from weibo_operator.language.clean import split_chain, strip_html
from weibo_operator.language.helpers import asked_for, speaks_for_itself
from weibo_operator.storage import accounts, messages, people
from weibo_operator.storage.connection import Connection
from weibo_operator.storage.journal import Recorder, Value
from weibo_operator.storage.messages import KnownMessage

ALIKE_WITHIN = timedelta(minutes=2)
"""The same words of the same person so close together are one message where an id is missing."""
_CHAIN_NAME = re.compile(r"//\s?[@＠]([^:：\s]{1,40})\s?[:：]")
_PASSED_ON = re.compile(r"帮转|帮顶|帮忙转|扩散|转发|转给|顶一|顶上|求关注|看看|看一下|处理|解决|回应|出来|给个说法")
_BLANKS = re.compile(r"\s+")


class IntakePeople:
    """Reads the list of our own people once; asked at each message of one import."""

    def __init__(self, connection: Connection, own_name: str) -> None:
        self._connection = connection
        self._insiders = Insiders(people.insiders(connection))
        ours = accounts.everyone(connection)
        self._our_uids = frozenset(each.uid for each in ours)
        uids = {own_name: ""} | {each.nickname: each.uid for each in ours}
        self._our_names = {name: uid for name, uid in uids.items() if name}
        """With the uid where it is known."""
        self._own_names = self._insiders.names | self._our_names.keys()

    def is_inside(self, message: IncomingMessage) -> bool:
        """True for the message of somebody on the list (mission A19), or of one of our own accounts."""
        return self._is_ours(message) or self._insiders.find(message.uid, message.nickname) is not None

    def _is_ours(self, message: IncomingMessage) -> bool:
        if message.platform is not Platform.WEIBO:
            return False
        if message.uid in self._our_uids:
            return True
        uid = self._our_names.get(message.nickname)
        return uid is not None and (not uid or message.uid.startswith("name:"))

    def leads(self, own: str, before: str = "") -> str:
        """The 负责人 named so far, those of an earlier message first (mission A11)."""
        return LEAD_SEPARATOR.join(dict.fromkeys((*lead_names(before), *self._insiders.leads_named(own))))

    def meant(self, message: IncomingMessage, own: str, chain: str) -> Meant | None:
        """For whom a message asks: by its words, or because it passes a customer's post on to us (mission A17)."""
        said = asked_for(own, self._own_names | {message.nickname})
        if said is not None:
            if not said.is_account:
                return said
            return Meant(said.name, is_account=True, customer=self._called(message, said.name))
        if speaks_for_itself(own) or not self._is_passed_on(message, own):
            return None
        return self._author_passed_on(message, chain)

    def link(
        self,
        recorder: Recorder,
        meant: Meant,
        message: int,
        ticket: TicketId,
        batch: BatchId | None,
    ) -> None:
        """Store the relation; with a ``batch`` without an image, like the message itself."""
        values = relation(meant, MessageId(message), ticket, Actor.AUTO)
        if batch is None:
            recorder.insert("on_behalf", values, ticket=ticket)
        else:
            recorder.bulk_insert("on_behalf", values)

    def _is_passed_on(self, message: IncomingMessage, own: str) -> bool:
        if message.source is Source.MENTION or not own:
            return True
        return _PASSED_ON.search(own) is not None or any(name in self._own_names for name in mentioned(own))

    def _author_passed_on(self, message: IncomingMessage, chain: str) -> Meant | None:
        if message.parent_platform_id:
            said = people.who_said(self._connection, message.platform, message.parent_platform_id)
            if said is not None and said[1] != message.nickname:
                return Meant(said[1], is_account=True, customer=said[0])
        names = (message.parent_author.lstrip("@＠"), *chain_names(chain))
        for name in names:
            if name and name != message.nickname and name not in self._own_names:
                customer = self._called(message, name)
                if customer is not None:
                    return Meant(name, is_account=True, customer=customer)
        return None

    def _called(self, message: IncomingMessage, name: str) -> CustomerId | None:
        return people.called(self._connection, message.platform, name)


def chain_names(chain: str) -> tuple[str, ...]:
    """Who wrote the parts of a ``//@`` chain, the first author (who stands last) first."""
    return tuple(reversed(_CHAIN_NAME.findall(chain)))


def relation(meant: Meant, message: MessageId, ticket: TicketId, made_by: Actor) -> dict[str, Value]:
    """A relation as its row."""
    return {
        "message_id": message,
        "ticket_id": ticket,
        "customer_id": meant.customer,
        "name": meant.name,
        "is_account": int(meant.is_account),
        "made_by": made_by.value,
    }


def known_or_alike(connection: Connection, message: IncomingMessage) -> KnownMessage | None:
    """The stored message with this id; or, where one of the two has no id of the platform, with the same words.

    The same words are those of the same person within ``ALIKE_WITHIN``, not under two different posts. Two ids of the
    platform that differ are two messages, whatever they say.
    """
    found = messages.known(connection, message.platform, message.platform_id)
    if found is not None:
        return found
    words = _bare("".join(split_chain(strip_html(message.text))))
    if not words:
        return None
    around = people.said_around(
        connection, message.platform, message.uid, message.nickname, message.posted_at, ALIKE_WITHIN
    )
    for said in around:
        without_id = not _has_own_id(said.platform_id) or not _has_own_id(message.platform_id)
        if without_id and _bare(said.words) == words and _can_be_one_post(said.parent_platform_id, message):
            return messages.known(connection, message.platform, said.platform_id)
    return None


def _has_own_id(platform_id: str) -> bool:
    """Stand-ins name their making before a colon (``hash:``, ``manual:``)."""
    return bool(platform_id) and ":" not in platform_id


def _can_be_one_post(parent: str, message: IncomingMessage) -> bool:
    return not parent or not message.parent_platform_id or parent == message.parent_platform_id


def _bare(text: str) -> str:
    return _BLANKS.sub("", text)
