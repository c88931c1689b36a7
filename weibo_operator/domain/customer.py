"""A customer: a person known only by (platform, uid); names are never identity."""

from dataclasses import dataclass
from datetime import datetime

from weibo_operator.domain.ids import CustomerId
from weibo_operator.domain.labels import Platform


@dataclass(frozen=True, slots=True)
class Customer:
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

    @property
    def known_by_name_only(self) -> bool:
        """True when the export held no uid, so this may be several people or a part of one."""
        return self.uid.startswith("name:")


ROLES = ("客户", "供应商", "代理商", "合作伙伴", "员工", "媒体", "名人")
"""Contact roles (mission A6)."""

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
