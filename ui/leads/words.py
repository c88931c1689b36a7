"""What the pages of searches and leads say; pure functions."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.chip import ChipSpec
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.clock import china_day, day_start
from weibo_operator.domain.labels import State
from weibo_operator.domain.lead import Lead, LeadEntry, LeadState, LeadWeek
from weibo_operator.domain.saved_search import COUNTED_AT_MOST, SavedSearch, SearchHit, SearchWords
from weibo_operator.services.wording import clock_words, day_words, people_words
from weibo_operator.translation import tr

HIT_COLUMNS = (
    CardColumn(tr("谁"), 136),
    CardColumn(tr("说了什么"), share=1.0),
    CardColumn(tr("时间"), 104),
    CardColumn(tr("现在"), 96),
)
LEAD_COLUMNS = (
    CardColumn(tr("下次联系"), 88),
    CardColumn(tr("线索"), 152),
    CardColumn(tr("从哪来，说了什么"), share=1.1),
    CardColumn(tr("备注"), share=0.7),
    CardColumn(tr("上次联系"), 92, spare=True),
)
LEAD_STATES: Mapping[LeadState, str] = {
    LeadState.WATCHED: tr("观察"),
    LeadState.TOUCHED: tr("已互动"),
    LeadState.INTERESTED: tr("有意向"),
    LeadState.WON: tr("成交"),
    LeadState.DROPPED: tr("放弃"),
}
TICKETS: Mapping[State, str] = {
    State.NEW: tr("还没处理"),
    State.IN_PROGRESS: tr("处理中"),
    State.FOLLOW_UP: tr("待回访"),
    State.CLOSED: tr("已完成"),
}
LEAD_CHIP = ChipSpec((tr("线索"),), "success")


def count_words(count: int) -> str:
    """A counted number; counting stops at a thousand."""
    return f"{count:,}" if count < COUNTED_AT_MOST else f"{COUNTED_AT_MOST:,}+"


def words_line(words: SearchWords) -> str:
    """A search in one line: 橙果家居，有“投诉”或“退款”，没有“抽奖”."""
    parts = [" ".join(words.all_of)] if words.all_of else []
    if words.any_of:
        parts.append(tr("有“{0}”", tr("”或“").join(words.any_of)))
    if words.none_of:
        parts.append(tr("没有“{0}”", "”“".join(words.none_of)))
    return tr("，").join(parts)


def search_spoken(search: SavedSearch) -> str:
    """A search for a screen reader."""
    return tr("{0}，{1} 条没看过，一共 {2} 条", search.name, count_words(search.unseen), count_words(search.found))


def hit_state(hit: SearchHit) -> tuple[str, str]:
    """Whether it was looked at, and where its ticket stands."""
    return tr("看过") if hit.seen else tr("没看过"), TICKETS[hit.state]


def hit_who(hit: SearchHit) -> tuple[str, str]:
    """Who wrote it, and how many follow them."""
    return hit.nickname, "" if hit.followers is None else tr("{0} 粉丝", people_words(hit.followers))


def hit_spoken(hit: SearchHit, now: datetime) -> str:
    """A hit for a screen reader."""
    lead = tr("已记为线索") if hit.lead is not None else ""
    parts = (*hit_who(hit), *hit_state(hit), lead, clock_words(hit.posted_at, now), " ".join(hit.text.split()))
    return tr("，").join(part for part in parts if part)


def grouped_leads(leads: Sequence[Lead]) -> list[object]:
    """Leads by state, in the order of the states."""
    rows: list[object] = []
    for state, name in LEAD_STATES.items():
        held = [lead for lead in leads if lead.state is state]
        role: ColorRole = "accent_text" if state is LeadState.INTERESTED else "text"
        rows += [GroupTitle(name, len(held), role), *held] if held else []
    return rows


def due_words(lead: Lead, now: datetime) -> tuple[str, bool]:
    """When to speak next, and whether that day has passed."""
    if lead.next_contact is None:
        return (tr("没有安排") if lead.state.is_open else ""), False
    late = lead.days_late(china_day(now))
    return (tr("逾期 {0} 天", late), True) if late else (day_words(day_start(lead.next_contact), now), False)


def found_words(lead: Lead) -> tuple[str, str]:
    """Their words, and how they were found."""
    return " ".join(lead.text.split()), tr("搜索“{0}”", lead.found_by) if lead.found_by else tr("从工单记下")


def last_touch_words(lead: Lead, now: datetime) -> str:
    """When we last spoke to them."""
    return tr("还没有") if lead.touches.last is None else day_words(lead.touches.last, now)


def lead_spoken(lead: Lead, now: datetime) -> str:
    """A lead for a screen reader."""
    due, _ = due_words(lead, now)
    parts = (
        lead.nickname,
        LEAD_STATES[lead.state],
        tr("下次联系 {0}", due) if due else "",
        *found_words(lead),
        lead.note,
    )
    return tr("，").join((*(part for part in parts if part), tr("上次联系 {0}", last_touch_words(lead, now))))


def week_parts(week: LeadWeek, today: tuple[int, int]) -> tuple[str, ...]:
    """The week's figures, and how many more may be spoken to for the first time today."""
    done, most = today
    room = tr("今天还能新联系 {0} 位", max(0, most - done)) if most else ""
    parts = (
        tr("今天要联系 {0} 位", week.due) if week.due else "",
        tr("本周新增 {0} 位", week.added),
        tr("第一次联系 {0} 位", week.first_touches),
        tr("成交 {0} 位", week.won),
        room,
    )
    return tuple(part for part in parts if part)


def story_line(entry: LeadEntry, now: datetime) -> tuple[str, str]:
    """One line of a story: the day, and what was done or said."""
    said = [LEAD_STATES[entry.state], tr("联系过") if entry.touch else "", entry.note]
    return day_words(entry.at, now), tr("，").join(part for part in said if part)
