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

MEMBER_COLUMNS = (CardColumn("客户", 150), CardColumn("说了什么", share=1.0), CardColumn("现在", 130))
NOTICE_COLUMNS = (
    CardColumn("同一件事", 190),
    CardColumn("提醒内容", share=1.0),
    CardColumn("状态", 150),
    CardColumn("发给了", 90),
)
STATES = {NoticeState.DRAFT: "草稿", NoticeState.POSTED: "已发布", NoticeState.ENDED: "不再提供"}


def crowd_title(crowd: Crowd) -> str:
    """“同类 12 人：电饭锅，漏电冒烟”."""
    return f"同类 {people_shown(crowd.cluster.people)} 人：{crowd.cluster.matter.words}"


def crowd_parts(crowd: Crowd, now: datetime) -> tuple[str, ...]:
    """How many wait, how many had an answer, since when it goes on."""
    since = clock_words(crowd.cluster.first_at, now)
    parts = (f"{crowd.waiting} 张在等", f"{crowd.answered} 张已回复", f"{since} 开始")
    return parts if crowd.complete else (*parts, f"只列出最近 {len(crowd.members)} 张")


def alarm_words(alarm: Alarm) -> tuple[str, str]:
    """The banner's cause and consequence (mission B13)."""
    people = people_shown(alarm.cluster.recent)
    hours = int(alarm.within.total_seconds() // 3600)
    return f"同类 {people} 人：{alarm.cluster.matter.words}", f"{hours} 小时内 {people} 位客户在说同一件事"


def serving_words(words: str, waiting: int) -> tuple[str, str]:
    """The note while the members of a crowd are answered in rotation."""
    return f"正在轮流回答：{words}", f"还有 {waiting} 张在等，下一位只在这一类里选"


def member_rows(crowd: Crowd) -> list[object]:
    """The members under 在等回复, 等部门 and the rest."""
    groups: dict[str, list[CrowdMember]] = {}
    for member in crowd.members:
        groups.setdefault(_group(member), []).append(member)
    rows: list[object] = []
    for name in ("在等回复", "等部门反馈", "已经回过", "没有回复"):
        held = groups.get(name, [])
        role: ColorRole = "accent_text" if name == "在等回复" else "text"
        rows += [GroupTitle(name, len(held), role), *held] if held else []
    return rows


def state_words(member: CrowdMember, now: datetime) -> tuple[str, str]:
    """What the last column says: the state, and under it since when."""
    if member.waits and member.waiting_since is not None:
        return f"等待 {duration_words(now - member.waiting_since)}", f"工单 #{member.ticket}"
    if member.state is State.CLOSED:
        words = "已完成"
    elif member.waits_for is WaitsFor.DEPARTMENT:
        words = "等部门反馈"
    else:
        words = "已回复" if member.answered else "没有回复"
    return words, f"工单 #{member.ticket}"


def member_spoken(member: CrowdMember, now: datetime) -> str:
    """A member for a screen reader."""
    state, number = state_words(member, now)
    return f"{member.nickname}，{state}，{number}，{' '.join(member.snippet.split())}"


def notice_rows(notices: Sequence[Notice]) -> list[object]:
    """The notices by state."""
    rows: list[object] = []
    for state, name in STATES.items():
        held = [notice for notice in notices if notice.state is state]
        rows += [GroupTitle(name, len(held)), *held] if held else []
    return rows


def notice_state(notice: Notice, now: datetime) -> tuple[str, str]:
    """A notice's state and when it was posted or begun."""
    at = notice.posted_at or notice.created_at
    return STATES[notice.state], f"{day_words(at, now)}{'发布' if notice.posted_at else '写的'}"


def notice_spoken(notice: Notice, now: datetime) -> str:
    """A notice for a screen reader."""
    state, when = notice_state(notice, now)
    return f"{notice.matter.words}，{state}，{when}，{notice.told} 位收到链接，{notice.text}"


def _group(member: CrowdMember) -> str:
    if member.waits:
        return "在等回复"
    if member.waits_for is WaitsFor.DEPARTMENT:
        return "等部门反馈"
    return "已经回过" if member.answered else "没有回复"


def room_words(room: BroadcastRoom) -> str:
    """How many may still be sent to all subscribers; empty without a limit."""
    if room.again_on is not None:
        day = f"{room.again_on.month} 月 {room.again_on.day} 日"
        return f"群发的条数用完了，{day}起可以再群发；现在仍可发成普通微博"
    parts = (("今天", room.today), ("本月", room.this_month))
    left = "，".join(f"{name} {count} 条" for name, count in parts if count is not None)
    return f"还能群发：{left}" if left else ""
