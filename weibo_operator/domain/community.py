"""博友解答: another user answered the customer, who that was, and whether we thanked them (mission F8, F9)."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId, PeerAnswerId, TicketId

COMMUNITY_REASON = "由博友解答"
"""Why a ticket that another user answered is finished without a reply of ours."""


class PeerCandidate(Struct, frozen=True):
    """Somebody who may have answered, with their words where they came in (else empty)."""

    nickname: str
    said: str = ""
    link: str = ""


class PeerAnswer(Struct, frozen=True):
    """One ticket that another user answered."""

    id: PeerAnswerId
    ticket_id: TicketId
    asker: str
    """The nickname of the ticket's customer."""
    nickname: str
    said: str
    link: str
    marked_at: datetime
    thanked_at: datetime | None
    """When we first wrote their name into a reply on this ticket, else when thanks given elsewhere were noted."""
    thanks: str
    """That reply; empty where the thanks were given elsewhere."""

    @property
    def thanked(self) -> bool:
        """We thanked them for it."""
        return self.thanked_at is not None


class HelpfulUser(Struct, frozen=True):
    """热心博友: one who answered others, with every answer, the latest first (at least one)."""

    nickname: str
    customer_id: CustomerId | None
    """None where they never wrote to us themselves."""
    followers: int | None
    verified: str
    profile_url: str
    answers: Sequence[PeerAnswer]

    @property
    def id(self) -> str:
        """Their name, by which the list knows them."""
        return self.nickname

    @property
    def to_thank(self) -> PeerAnswer | None:
        """The latest answer that we have not thanked for."""
        return next((each for each in self.answers if not each.thanked), None)

    @property
    def ticket_id(self) -> TicketId:
        """The ticket to open: the one to thank for, else the latest."""
        return (self.to_thank or self.answers[0]).ticket_id

    @property
    def unthanked(self) -> int:
        """For how many answers we still owe thanks."""
        return sum(not each.thanked for each in self.answers)

    @property
    def last_thanked_at(self) -> datetime | None:
        """When we thanked them last."""
        return max((each.thanked_at for each in self.answers if each.thanked_at is not None), default=None)
