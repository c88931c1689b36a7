"""Who is important and why (mission B5, B7), and when the next contact is due (B6)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from weibo_operator.domain.contact import contact_after, first_contact
from weibo_operator.domain.customer import IMPORTANT_ROLES, ROLES, Importance, ImportanceReason, importance

FOLLOWERS = st.none() | st.integers(0, 10**9)
FLOORS = st.integers(0, 10**9)
DAYS = st.dates(date(2020, 1, 1), date(2100, 1, 1))


def test_each_reason_by_itself() -> None:
    def judged(*, vip: bool = False, role: str = "客户", followers: int | None = 9_999) -> tuple[str, str]:
        tier, reason = importance(vip=vip, role=role, followers=followers, followers_from=10_000)
        return tier.value, reason.value

    assert judged() == ("普通", "none")
    assert judged(followers=10_000) == ("重要", "followers")
    assert judged(role="媒体") == ("重要", "role")
    assert judged(role="名人", followers=None) == ("重要", "role")
    assert judged(vip=True, role="媒体", followers=10**7) == ("VIP", "on_list")
    assert judged(role="员工", followers=None) == ("普通", "none")


@given(vip=st.booleans(), role=st.sampled_from(ROLES), followers=FOLLOWERS, floor=FLOORS)
def test_there_is_a_reason_exactly_for_the_important(vip: bool, role: str, followers: int | None, floor: int) -> None:
    tier, reason = importance(vip=vip, role=role, followers=followers, followers_from=floor)
    by_followers = followers is not None and floor > 0 and followers >= floor
    assert (tier is Importance.ORDINARY) == (reason is ImportanceReason.NONE)
    assert (tier is not Importance.ORDINARY) == (vip or role in IMPORTANT_ROLES or by_followers)
    assert (tier is Importance.VIP) == vip


@given(role=st.sampled_from(ROLES), followers=FOLLOWERS, more=st.integers(0, 10**6), floor=st.integers(1, 10**9))
def test_more_followers_never_make_less_important(role: str, followers: int | None, more: int, floor: int) -> None:
    tiers = list(Importance)
    before, _ = importance(vip=False, role=role, followers=followers, followers_from=floor)
    after, _ = importance(vip=False, role=role, followers=(followers or 0) + more, followers_from=floor)
    assert tiers.index(after) >= tiers.index(before)


@given(day=DAYS, cadence=st.integers(0, 730))
def test_a_contact_moves_the_next_by_the_cadence(day: date, cadence: int) -> None:
    following = contact_after(day, cadence)
    assert following == (day + timedelta(days=cadence) if cadence else None)


@given(today=DAYS, ago=st.none() | st.integers(0, 2000), cadence=st.integers(1, 730))
def test_a_new_cadence_never_begins_in_the_past(today: date, ago: int | None, cadence: int) -> None:
    last = None if ago is None else today - timedelta(days=ago)
    following = first_contact(today=today, last=last, cadence=cadence)
    assert following is not None
    assert following >= today
    assert following <= today + timedelta(days=cadence)
