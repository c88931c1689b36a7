"""What is said of a crowd, its members and its notices; pure functions."""

from collections.abc import Sequence
from datetime import datetime

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.crowd import Alarm, BroadcastRoom, Crowd, CrowdMember, Notice, NoticeState
from weibo_operator.domain.labels import State
from weibo_operator.domain.matters import people_shown
from weibo_operator.domain.ticket import WaitsFor
from weibo_operator.services.wording import clock_words, day_words, duration_words
from weibo_operator.translation import tr

MEMBER_COLUMNS = (CardColumn(tr("客户"), 150), CardColumn(tr("说了什么"), share=1.0), CardColumn(tr("现在"), 130))
NOTICE_COLUMNS = (
    CardColumn(tr("同一件事"), 190),
    CardColumn(tr("提醒内容"), share=1.0),
    CardColumn(tr("状态"), 150),
    CardColumn(tr("发给了"), 90),
)
_GROUPS: Sequence[tuple[str, ColorRole]] = (
    (tr("在等回复"), "accent_text"),
    (tr("等部门反馈"), "text"),
    (tr("已经回过"), "text"),
    (tr("没有回复"), "text"),
)
STATES = {NoticeState.DRAFT: tr("草稿"), NoticeState.POSTED: tr("已发布"), NoticeState.ENDED: tr("不再提供")}


def crowd_title(crowd: Crowd) -> str:
    """“同类 12 人：电饭锅，漏电冒烟”."""
    return tr("同类 {0} 人：{1}", people_shown(crowd.cluster.people), crowd.cluster.matter.shown)


def crowd_parts(crowd: Crowd, now: datetime) -> tuple[str, ...]:
    """How many wait, how many had an answer, since when it goes on."""
    since = clock_words(crowd.cluster.first_at, now)
    parts = (tr("{0} 张在等", crowd.waiting), tr("{0} 张已回复", crowd.answered), tr("{0} 开始", since))
    return parts if crowd.complete else (*parts, tr("只列出最近 {0} 张", len(crowd.members)))


def alarm_words(alarm: Alarm) -> tuple[str, str]:
    """The banner's cause and consequence (mission B13)."""
    people = people_shown(alarm.cluster.recent)
    hours = int(alarm.within.total_seconds() // 3600)
    return tr("同类 {0} 人：{1}", people, alarm.cluster.matter.shown), tr(
        "{0} 小时内 {1} 位客户在说同一件事", hours, people
    )


def serving_words(words: str, waiting: int) -> tuple[str, str]:
    """The note while the members of a crowd are answered in rotation."""
    return tr("正在轮流回答：{0}", words), tr("还有 {0} 张在等，下一位只在这一类里选", waiting)


def member_rows(crowd: Crowd) -> list[object]:
    """The members under 在等回复, 等部门 and the rest."""
    groups: list[list[CrowdMember]] = [[] for _ in _GROUPS]
    for member in crowd.members:
        groups[_group(member)].append(member)
    rows: list[object] = []
    for (name, role), held in zip(_GROUPS, groups, strict=True):
        rows += [GroupTitle(name, len(held), role), *held] if held else []
    return rows


def state_words(member: CrowdMember, now: datetime) -> tuple[str, str]:
    """What the last column says: the state, and under it since when."""
    if member.waits and member.waiting_since is not None:
        return tr("等待 {0}", duration_words(now - member.waiting_since)), tr("工单 #{0}", member.ticket)
    if member.state is State.CLOSED:
        words = tr("已完成")
    elif member.waits_for is WaitsFor.DEPARTMENT:
        words = tr("等部门反馈")
    else:
        words = tr("已回复") if member.answered else tr("没有回复")
    return words, tr("工单 #{0}", member.ticket)


def member_spoken(member: CrowdMember, now: datetime) -> str:
    """A member for a screen reader."""
    state, number = state_words(member, now)
    return tr("{0}，{1}，{2}，{3}", member.nickname, state, number, " ".join(member.snippet.split()))


def notice_rows(notices: Sequence[Notice]) -> list[object]:
    """The notices by state."""
    rows: list[object] = []
    for state, name in STATES.items():
        held = [notice for notice in notices if notice.state is state]
        rows += [GroupTitle(name, len(held)), *held] if held else []
    return rows


def notice_state(notice: Notice, now: datetime) -> tuple[str, str]:
    """A notice's state and when it was posted or begun."""
    day = day_words(notice.posted_at or notice.created_at, now)
    return STATES[notice.state], tr("{0}发布", day) if notice.posted_at else tr("{0}写的", day)


def notice_spoken(notice: Notice, now: datetime) -> str:
    """A notice for a screen reader."""
    state, when = notice_state(notice, now)
    return tr("{0}，{1}，{2}，{3} 位收到链接，{4}", notice.matter.shown, state, when, notice.told, notice.text)


def _group(member: CrowdMember) -> int:
    """The place in ``_GROUPS``."""
    if member.waits:
        return 0
    if member.waits_for is WaitsFor.DEPARTMENT:
        return 1
    return 2 if member.answered else 3


def room_words(room: BroadcastRoom) -> str:
    """How many may still be sent to all subscribers; empty without a limit."""
    if room.again_on is not None:
        day = tr("{0} 月 {1} 日", room.again_on.month, room.again_on.day)
        return tr("群发的条数用完了，{0}起可以再群发；现在仍可发成普通微博", day)
    parts = ((tr("今天"), room.today), (tr("本月"), room.this_month))
    left = tr("，").join(tr("{0} {1} 条", name, count) for name, count in parts if count is not None)
    return tr("还能群发：{0}", left) if left else ""
