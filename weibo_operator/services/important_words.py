"""Words about important customers that both faces say alike."""

from datetime import date, datetime

from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.contact import ImportantCustomer
from weibo_operator.domain.customer import Importance, ImportanceReason
from weibo_operator.domain.relation import Standing
from weibo_operator.services.wording import day_words, people_words
from weibo_operator.translation import label, tr


def badge_words(importance: Importance) -> str:
    """The mark beside a name: VIP, 重要客户, or nothing for an ordinary customer."""
    return {Importance.VIP: "VIP", Importance.IMPORTANT: tr("重要客户"), Importance.ORDINARY: ""}[importance]


def reason_words(reason: ImportanceReason, *, role: str, followers: int | None) -> str:
    """Why somebody is important (mission B5); empty for an ordinary customer."""
    if reason is ImportanceReason.ON_LIST:
        return tr("在 VIP 名单上")
    if reason is ImportanceReason.ROLE:
        return tr("角色是{0}", label(role))
    if reason is ImportanceReason.FOLLOWERS and followers is not None:
        return tr("粉丝 {0}", people_words(followers))
    return ""


def next_contact_words(planned: date | None, now: datetime) -> str:
    """When the next contact is due: 逾期 3 天, 今天, 11-25 周三, 没有安排."""
    if planned is None:
        return tr("没有安排")
    late = (china_day(now) - planned).days
    return tr("逾期 {0} 天", late) if late > 0 else day_words(day_start(planned), now)


def last_contact_words(customer: ImportantCustomer, now: datetime) -> str:
    """When we last spoke, and what was said: 昨天，聊了新品试用."""
    if customer.last_contact_at is None:
        return tr("还没有联系过")
    when = day_words(customer.last_contact_at, now)
    return tr("{0}，{1}", when, customer.last_note) if customer.last_note else when


def cadence_words(days: int) -> str:
    """How often somebody is to be spoken to."""
    return tr("每 {0} 天", days) if days else tr("不定期")


def standing_words(standing: Standing) -> str:
    """By what somebody is as close as they are: 来过 5 天（3 个月）、表扬 1 次、替博友解答 2 次; or set by hand."""
    history = standing.history
    months = tr("（{0} 个月）", history.months) if history.months > 1 else ""
    parts = (
        tr("来过 {0} 天{1}", history.days, months) if history.days else "",
        tr("表扬 {0} 次", history.praise) if history.praise else "",
        tr("替博友解答 {0} 次", history.helped) if history.helped else "",
    )
    done = tr("、").join(part for part in parts if part) or tr("还没有来往")
    return tr("手工设的；{0}", done) if standing.by_hand else done
