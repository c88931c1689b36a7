"""A customer: a person known only by (platform, uid); names are never identity."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from weibo_operator.domain.ids import CustomerId
from weibo_operator.domain.labels import Platform


def shown_name(nickname: str, uid: str) -> str:
    """What a customer is called: an export without nicknames leaves the name the site itself gives the nameless."""
    return nickname or f"用户{uid}"


class Customer(Struct, frozen=True):
    """One person as the customer panel shows them; ``followers`` is None where no source told it."""

    id: CustomerId
    platform: Platform
    uid: str
    nickname: str
    followers: int | None
    verified: str
    location: str
    role: str
    vip: bool
    notes: str
    profile_url: str
    first_seen_at: datetime
    preferred_way: str = ""
    """How they like to be met (mission G16), one of ``WAYS``; empty: nobody asked."""

    @property
    def known_by_name_only(self) -> bool:
        """True when the export held no uid, so this may be several people or a part of one."""
        return self.uid.startswith("name:")


CUSTOMER = "客户"
ROLES = (CUSTOMER, "供应商", "代理商", "合作伙伴", "员工", "媒体", "名人")
"""Contact roles (mission A6)."""

WAYS = ("微博公开", "微博私信", "电话", "微信", "邮件", "到店")
"""The channels a customer may prefer (mission G16)."""

REACH_BANDS = (
    (100_000, "高影响力"),
    (10_000, "较有影响"),
    (0, ""),
)
"""Follower bands and the word shown for them (mission B3); under 10,000 nothing is said."""


def reach_word(followers: int | None) -> str:
    """The word for a follower count, or empty."""
    if followers is None:
        return ""
    return next(word for floor, word in REACH_BANDS if followers >= floor)


class Importance(StrEnum):
    """A customer's tier, each with its own response target (mission B7)."""

    ORDINARY = "普通"
    IMPORTANT = "重要"
    VIP = "VIP"


class ImportanceReason(StrEnum):
    """Why a customer is in a tier above the ordinary one."""

    NONE = "none"
    ON_LIST = "on_list"
    """On the VIP list."""
    ROLE = "role"
    """A journalist or a celebrity."""
    FOLLOWERS = "followers"
    """At least as many followers as the setting says."""


IMPORTANT_ROLES = ("媒体", "名人")
"""Roles whose complaints are important whatever their followers (mission B5)."""


def importance(
    *, vip: bool, role: str, followers: int | None, followers_from: int
) -> tuple[Importance, ImportanceReason]:
    """The tier and its reason: VIP by list, important by role or by followers (mission B5, B7).

    ``followers_from`` 0 switches the rule by followers off; an unknown count makes nobody important.
    """
    if vip:
        return Importance.VIP, ImportanceReason.ON_LIST
    if role in IMPORTANT_ROLES:
        return Importance.IMPORTANT, ImportanceReason.ROLE
    if followers is not None and 0 < followers_from <= followers:
        return Importance.IMPORTANT, ImportanceReason.FOLLOWERS
    return Importance.ORDINARY, ImportanceReason.NONE
