"""Our own Weibo accounts (mission G5): who they are, how long the platform's permission lasts, what is switched off."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.labels import Kind, Nature
from weibo_operator.domain.open_platform import AppKey, Feature

WARN_SHARE = 0.2
"""The permission's end is announced when this share of its time is left (issue 6, point 2)."""


class AccountRole(StrEnum):
    """What an account is there for (mission G5, G6)."""

    SERVICE = "客服"
    BRAND = "品牌"
    PROMOTION = "促销"
    TECHNICAL = "技术支持"
    OTHER = "其他"


class AccountState(StrEnum):
    """Whether the platform lets the program in: expired needs one new permission, signed out was wished."""

    ACTIVE = "active"
    EXPIRED = "expired"
    SIGNED_OUT = "signed_out"


class PauseScope(StrEnum):
    """What rests until a moment: only what we write, or every call."""

    WRITES = "writes"
    ALL = "all"


class Account(Struct, frozen=True):
    """One of our own accounts. ``state_since``, ``authorised_at`` and ``expires_at`` are aware UTC."""

    id: AccountId
    uid: str
    nickname: str
    role: AccountRole
    app: AppKey
    public_ip: str
    state: AccountState
    state_since: datetime
    authorised_at: datetime | None
    expires_at: datetime | None
    is_default: bool

    def ends_soon(self, now: datetime) -> bool:
        """True when no more than a fifth of the permission's time is left (issue 6, point 2)."""
        if self.state is not AccountState.ACTIVE or self.expires_at is None or self.authorised_at is None:
            return False
        left = (self.expires_at - now).total_seconds()
        whole = (self.expires_at - self.authorised_at).total_seconds()
        return left <= whole * WARN_SHARE


class FeatureOff(Struct, frozen=True):
    """A feature the platform refused this app: not called again until the operator asks for it."""

    feature: Feature
    since: datetime
    code: str
    detail: str


class Pause(Struct, frozen=True):
    """The platform asked for rest: nothing of ``scope`` is called before ``until``."""

    scope: PauseScope
    until: datetime
    code: str


class AccountWeek(Struct, frozen=True):
    """What an account had to do in a week: tickets that came to it, replies it sent (mission G5)."""

    account: AccountId
    tickets: int
    replies: int


_ROLE_FOR_KIND = {
    Kind.COMPLAINT: AccountRole.SERVICE,
    Kind.QUESTION: AccountRole.SERVICE,
    Kind.PRESALE: AccountRole.PROMOTION,
    Kind.PRAISE: AccountRole.BRAND,
}


def advised_account(accounts: tuple[Account, ...], *, came_to: Account, kind: Kind, nature: Nature) -> Account:
    """该由 @… 回答: the account whose role fits the matter, else the one it came to (mission G5).

    Operating questions go to 技术支持 where there is one; nothing is advised away from an account whose role fits.
    """
    wanted = ([AccountRole.TECHNICAL] if nature is Nature.USAGE and kind is not Kind.PRAISE else []) + [
        _ROLE_FOR_KIND.get(kind, came_to.role)
    ]
    for role in wanted:
        if came_to.role is role:
            return came_to
        fitting = [account for account in accounts if account.role is role and account.state is AccountState.ACTIVE]
        if fitting:
            return fitting[0]
    return came_to
