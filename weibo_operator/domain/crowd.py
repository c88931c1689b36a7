"""A crowd as the operator works through it: its members, its alarm, the public notice about it (mission B13, G4)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from weibo_operator.domain.ids import NoticeId, TicketId
from weibo_operator.domain.labels import Level, State
from weibo_operator.domain.matters import Cluster, Matter
from weibo_operator.domain.ticket import WaitsFor

NOTICE_REACH = timedelta(days=30)
"""So long after it was posted a notice is offered to those who come with the same matter."""


class CrowdMember(NamedTuple):
    """One ticket of a crowd: who, since when they wait for us (None: they don't), in which words.

    ``answered`` holds when a reply of ours is known, acknowledgements aside. A thousand are made when a crowd is
    opened, hence the plain tuple.
    """

    ticket: TicketId
    nickname: str
    followers: int | None
    snippet: str
    level: Level
    state: State
    waits_for: WaitsFor
    waiting_since: datetime | None
    answered: bool

    @property
    def waits(self) -> bool:
        """True while an answer is owed."""
        return self.waits_for is WaitsFor.US


class Crowd(Struct, frozen=True):
    """A cluster with its members: first those who wait, in the order of the rotation, then the latest.

    ``complete`` is False where only the latest of very many are listed.
    """

    cluster: Cluster
    members: tuple[CrowdMember, ...]
    complete: bool

    @property
    def waiting(self) -> int:
        """How many of the members listed wait for an answer."""
        return sum(member.waits for member in self.members)

    @property
    def answered(self) -> int:
        """How many of the members listed had an answer."""
        return sum(member.answered for member in self.members)


class Alarm(Struct, frozen=True):
    """A crowd that grew beyond the threshold and that nobody has put away."""

    cluster: Cluster
    within: timedelta


class NoticeState(StrEnum):
    """草稿 → 已发布 → 不再提供."""

    DRAFT = "draft"
    POSTED = "posted"
    ENDED = "ended"


class Notice(Struct, frozen=True):
    """A public notice about a matter. ``since`` is when its crowd began, ``told`` how many customers got the link."""

    id: NoticeId
    matter: Matter
    since: datetime
    people: int
    text: str
    link: str
    state: NoticeState
    created_at: datetime
    posted_at: datetime | None
    told: int


class BroadcastRoom(Struct, frozen=True):
    """How many notices may still be sent to all subscribers (mission G10); None: no limit of that kind."""

    today: int | None
    this_month: int | None
    again_on: date | None
    """The day from which on there is room again, None while there is."""

    @property
    def left(self) -> int | None:
        """How many may be sent now, None without any limit."""
        return min((each for each in (self.today, self.this_month) if each is not None), default=None)


def broadcast_room(today: date, sent: Sequence[date], *, a_day: int, a_month: int) -> BroadcastRoom:
    """What is left of the quota after what was ``sent`` on these days; a limit of 0 is none.

    Weibo's subscription accounts send one a day, its service accounts so many a month (mission G10).
    """
    tomorrow = today + timedelta(days=1)
    next_month = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    same_month = sum((day.year, day.month) == (today.year, today.month) for day in sent)
    days = max(0, a_day - sum(day == today for day in sent)) if a_day else None
    months = max(0, a_month - same_month) if a_month else None
    again = next_month if months == 0 else tomorrow if days == 0 else None
    return BroadcastRoom(days, months, again)
