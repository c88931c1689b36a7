"""What a row of the list of important customers says: groups by due day, who, why, tickets, contacts."""

from collections.abc import Sequence
from datetime import datetime

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.contact import ImportantCustomer
from weibo_operator.domain.customer import ROLES, Importance
from weibo_operator.services.important_words import (
    badge_words,
    last_contact_words,
    next_contact_words,
    reason_words,
)
from weibo_operator.services.wording import duration_words, people_words
from weibo_operator.translation import label, tr

CONTACT_COLUMNS = (
    CardColumn(tr("下次联系"), 84),
    CardColumn(tr("客户"), 212),
    CardColumn(tr("为什么重要"), share=1.0),
    CardColumn(tr("工单"), 120),
    CardColumn(tr("上次联系"), share=1.0),
)
_TITLES = {-1: tr("已逾期"), 0: tr("今天要联系"), 1: tr("以后"), None: tr("没有安排联系")}


def grouped_contacts(rows: Sequence[ImportantCustomer], now: datetime) -> list[object]:
    """Important customers under 已逾期, 今天要联系, 以后 and 没有安排."""
    groups: dict[int | None, list[ImportantCustomer]] = {}
    for row in rows:
        groups.setdefault(_days_off(row, now), []).append(row)
    shown: list[object] = []
    for days, held in groups.items():
        role: ColorRole = "danger_text" if days == -1 else "text"
        shown += [GroupTitle(_TITLES[days], len(held), role), *held]
    return shown


def is_late(row: ImportantCustomer, now: datetime) -> bool:
    """True when the planned contact is overdue."""
    return row.days_late(china_day(now)) > 0


def who_parts(row: ImportantCustomer) -> tuple[str, ...]:
    """The line under the name: how close they are, how many follow them, and their role unless it says nothing."""
    reach = "" if row.followers is None else tr("{0} 粉丝", people_words(row.followers))
    role = "" if row.role == ROLES[0] else label(row.role)
    return tuple(part for part in (label(row.standing.level.value), reach, role) if part)


def why_words(row: ImportantCustomer) -> tuple[str, str]:
    """Why somebody stands in the list, and who looks after them."""
    why = reason_words(row.reason, role=row.role, followers=row.followers)
    upper = why or tr("安排过联系")
    return upper, tr("客户经理 {0}", row.manager) if row.manager else ""


def ticket_words(row: ImportantCustomer, now: datetime) -> tuple[str, str]:
    """How many tickets are open, and how long the oldest has been waiting for us."""
    upper = tr("{0} 张未完成", row.open_tickets) if row.open_tickets else tr("没有未完成的工单")
    if row.waiting_since is None:
        return upper, ""
    waited = duration_words(now - row.waiting_since)
    return upper, tr("超时 {0}", waited) if row.late else tr("等待 {0}", waited)


def spoken_contact(row: ImportantCustomer, now: datetime) -> str:
    """The whole row for a screen reader."""
    badge = badge_words(row.importance) if row.importance is not Importance.ORDINARY else ""
    parts = [row.nickname, badge, *who_parts(row), tr("下次联系 {0}", next_contact_words(row.next_contact, now))]
    parts += [*why_words(row), *ticket_words(row, now), tr("上次联系 {0}", last_contact_words(row, now))]
    return tr("，").join(part for part in parts if part)


def _days_off(row: ImportantCustomer, now: datetime) -> int | None:
    """-1 for all that is overdue, 0 today, 1 for all that is later, None for nothing planned."""
    if row.next_contact is None:
        return None
    return min(max((row.next_contact - china_day(now)).days, -1), 1)
