"""Who else writes besides customers: our own people, partners, and those who ask for somebody else (A11, A17, A19)."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, InsiderId, MessageId, TicketId
from weibo_operator.domain.labels import Actor, Kind, State

NAME = r"[\w\-·]{1,30}"
"""A nickname as it stands behind an @."""
LEAD_SEPARATOR = "，"
"""Between the names in a ticket's ``leads``."""

_MENTION = re.compile(rf"[@＠]({NAME})")
_PROFILE = re.compile(
    r"(?:https?://)?(?:m\.)?weibo\.(?:com|cn)/(?:u/|profile/)?(\d{5,})\S*|(?:https?://)?weibo\.com/n/([\w\-·]+)"
)
_UID = re.compile(r"\d{5,20}", re.ASCII)
_SEPARATORS = re.compile(r"[\s,，;；、|/（）()：:]+")


class InsiderRole(StrEnum):
    """What somebody on the list is to the shop."""

    STAFF = "员工"
    LEAD = "负责人"
    PARTNER = "合作方"

    @property
    def customer_role(self) -> str:
        """The contact role of mission A6 that such a person has."""
        return "合作伙伴" if self is InsiderRole.PARTNER else "员工"


_ROLE_WORDS: Mapping[str, InsiderRole] = MappingProxyType(
    {
        **dict.fromkeys(("员工", "同事", "客服", "店员", "内部"), InsiderRole.STAFF),
        **dict.fromkeys(("负责人", "老板", "高管", "领导", "总经理", "店长", "创始人", "主管"), InsiderRole.LEAD),
        **dict.fromkeys(("合作方", "合作伙伴", "代理商", "供应商", "伙伴"), InsiderRole.PARTNER),
    }
)


class NewInsider(Struct, frozen=True):
    """One line of a pasted list; either of ``uid`` and ``nickname`` may be empty, never both."""

    uid: str
    nickname: str
    role: InsiderRole


class Insider(Struct, frozen=True):
    """Somebody whose messages are no customer's."""

    id: InsiderId
    uid: str
    nickname: str
    role: InsiderRole

    @property
    def shown(self) -> str:
        """The name to show, or the uid where no name is known."""
        return f"@{self.nickname}" if self.nickname else self.uid


class Meant(Struct, frozen=True):
    """For whom somebody asks: an account's nickname, or a word such as 妈妈 that names no account."""

    name: str
    is_account: bool
    customer: CustomerId | None = None

    @property
    def shown(self) -> str:
        """“@小李” or “妈妈”."""
        return f"@{self.name}" if self.is_account else self.name


class OnBehalf(Struct, frozen=True):
    """A message that asks for somebody else; ``other_ticket`` is the latest ticket of the customer meant."""

    message_id: MessageId
    ticket_id: TicketId
    meant: Meant
    made_by: Actor
    other_ticket: TicketId | None


class Helper(Struct, frozen=True):
    """Somebody who asks for the customer of this ticket, and in which ticket."""

    nickname: str
    ticket_id: TicketId


class EarlierTicket(Struct, frozen=True):
    """Another ticket of the same person, with what we last answered there (empty where nothing was)."""

    ticket_id: TicketId
    opened_at: datetime
    kind: Kind
    state: State
    snippet: str
    answer: str
    answered_at: datetime | None


class PublicAnswer(Struct, frozen=True):
    """What we answered in public to the same question, and where it can be seen (mission A18)."""

    ticket_id: TicketId
    nickname: str
    link: str
    question: str
    text: str
    posted_at: datetime
    is_same_matter: bool
    """False where only the texts are alike."""


class Insiders:
    """The list as it is asked at each message."""

    def __init__(self, listed: Iterable[Insider]) -> None:
        known = tuple(listed)
        self._by_uid = {one.uid: one for one in known if one.uid}
        self._by_name = {one.nickname: one for one in known if one.nickname}

    def find(self, uid: str, nickname: str) -> Insider | None:
        """The person on the list; a real uid that differs makes it somebody else with the same name."""
        found = self._by_uid.get(uid)
        if found is not None:
            return found
        named = self._by_name.get(nickname)
        if named is None or (named.uid and not uid.startswith("name:")):
            return None
        return named

    def leads_named(self, text: str) -> tuple[str, ...]:
        """The 负责人 whom a text @-mentions, each once, in the text's order (mission A11)."""
        named = dict.fromkeys(name for name in mentioned(text) if self._is_lead(name))
        return tuple(named)

    @property
    def names(self) -> frozenset[str]:
        """Every nickname on the list."""
        return frozenset(self._by_name)

    def _is_lead(self, nickname: str) -> bool:
        found = self._by_name.get(nickname)
        return found is not None and found.role is InsiderRole.LEAD


def lead_names(kept: str) -> tuple[str, ...]:
    """The names in a ticket's ``leads``."""
    return tuple(kept.split(LEAD_SEPARATOR)) if kept else ()


def mentioned(text: str) -> tuple[str, ...]:
    """The nicknames behind an @, in order."""
    return tuple(_MENTION.findall(text))


def read_insiders(text: str, role: InsiderRole) -> tuple[tuple[NewInsider, ...], tuple[str, ...]]:
    """Read pasted lines: name, uid or profile address, and perhaps a role; (people, lines that could not be read).

    ``role`` holds where a line names none. A line with two names is not guessed at.
    """
    found: list[NewInsider] = []
    unread: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        person = _read_line(line, role)
        if person is None:
            unread.append(line)
        elif person not in found:
            found.append(person)
    return tuple(found), tuple(unread)


def _read_line(line: str, role: InsiderRole) -> NewInsider | None:
    uid, names = "", list[str]()
    address = _PROFILE.search(line)
    if address is not None:
        uid = address.group(1) or ""
        names += [address.group(2)] if address.group(2) else []
        line = line[: address.start()] + " " + line[address.end() :]
    for word in filter(None, _SEPARATORS.split(line)):
        if word[0] in "@＠":
            names.append(word[1:])
        elif word in _ROLE_WORDS:
            role = _ROLE_WORDS[word]
        elif _UID.fullmatch(word) and not uid:
            uid = word
        else:
            names.append(word)
    if len(names) > 1 or not (uid or names) or any(not re.fullmatch(NAME, name) for name in names):
        return None
    return NewInsider(uid, names[0] if names else "", role)
