"""Leads: people who may become customers, how far each has come, and when they may be spoken to (mission F1–F5)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.clock import china_day
from weibo_operator.domain.ids import CustomerId, LeadId, TicketId


class LeadState(StrEnum):
    """How far a lead has come (mission F1)."""

    WATCHED = "watched"
    TOUCHED = "touched"
    INTERESTED = "interested"
    WON = "won"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self not in (LeadState.WON, LeadState.DROPPED)


class TouchLimit(StrEnum):
    """Why somebody may not be spoken to now."""

    FREE = "free"
    TOO_SOON = "too_soon"
    ENOUGH_TODAY = "enough_today"


class TouchRules(Struct, frozen=True):
    """At most one touch within ``gap`` while the other says nothing; at most ``first_a_day`` first touches a day."""

    gap: timedelta
    first_a_day: int


class Touches(Struct, frozen=True):
    """When we spoke to somebody first and last, and when they last wrote; None for never."""

    first: datetime | None = None
    last: datetime | None = None
    heard: datetime | None = None


class Lead(Struct, frozen=True):
    """A row of the list of leads.

    ``state`` counts a touch after the state was set: whoever was watched and has been spoken to is 已互动.
    """

    id: LeadId
    customer: CustomerId
    nickname: str
    followers: int | None
    verified: str
    profile_url: str
    ticket: TicketId | None
    found_by: str
    text: str
    """The post by which they were found, or their latest words."""
    link: str
    state: LeadState
    state_at: datetime
    note: str
    next_contact: date | None
    touches: Touches
    created_at: datetime

    def days_late(self, today: date) -> int:
        """By how many days the planned contact is overdue; 0 on its own day and before."""
        return 0 if self.next_contact is None else max(0, (today - self.next_contact).days)


class LeadEntry(Struct, frozen=True):
    """One line of a lead's story: a state that was set, a note, or a touch outside this program."""

    at: datetime
    state: LeadState
    note: str
    touch: bool


class LeadEdit(Struct, frozen=True):
    """What the operator writes about a lead; ``touch`` says that they were spoken to outside this program."""

    state: LeadState
    note: str = ""
    next_contact: date | None = None
    touch: bool = False


class LeadWeek(Struct, frozen=True):
    """The week's figures: leads by state as they are, and what the week brought."""

    states: Mapping[LeadState, int]
    added: int
    first_touches: int
    won: int
    due: int


def limit(touches: Touches, first_today: int, rules: TouchRules, now: datetime) -> TouchLimit:
    """Whether somebody may be spoken to now (mission F5): whoever has written since our last touch always may.

    A touch on the same calendar day as the end of the gap is allowed: days are counted in Beijing.
    """
    if touches.last is None:
        return TouchLimit.ENOUGH_TODAY if first_today >= rules.first_a_day > 0 else TouchLimit.FREE
    if touches.heard is not None and touches.heard > touches.last:
        return TouchLimit.FREE
    too_soon = china_day(now) < china_day(touches.last) + rules.gap
    return TouchLimit.TOO_SOON if too_soon else TouchLimit.FREE


def state_now(stored: LeadState, set_at: datetime, last_touch: datetime | None) -> LeadState:
    """The state shown: a touch after it was set makes a watched lead a touched one."""
    touched = last_touch is not None and last_touch >= set_at
    return LeadState.TOUCHED if stored is LeadState.WATCHED and touched else stored
