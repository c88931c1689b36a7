"""What a card says: pure functions from a ticket's row to words, icons and chips (design README §6)."""

from datetime import datetime, timedelta

from msgspec import Struct

from ui.support.tokens import ColorRole
from ui.widgets.chip import ChipSpec, level_chip
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.customer import Importance
from weibo_operator.domain.handoff import HandoffState
from weibo_operator.domain.labels import NO_DEPARTMENT, Level, Platform, Source, State
from weibo_operator.domain.matters import people_shown
from weibo_operator.domain.ticket import Card, Outgoing, WaitsFor
from weibo_operator.services.important_words import badge_words
from weibo_operator.services.wording import CHANNELS, clock_words, day_words, duration_words, people_words
from weibo_operator.translation import label, tr

_SOURCES: dict[Source, tuple[str, str]] = {
    Source.COMMENT: ("message-circle", tr("评论")),
    Source.MENTION: ("at-sign", tr("@我")),
    Source.PRIVATE: ("mail", tr("私信")),
    Source.SEARCH: ("search", tr("搜索到")),
    Source.OTHER: ("pencil", tr("手工录入")),
}

_CHANNELS: dict[Platform, tuple[str, str]] = {
    Platform.WECHAT: ("message-circle", label(CHANNELS[Platform.WECHAT])),
    Platform.PHONE: ("phone", label(CHANNELS[Platform.PHONE])),
    Platform.SHOP: ("shopping-cart", label(CHANNELS[Platform.SHOP])),
    Platform.EMAIL: ("mail", label(CHANNELS[Platform.EMAIL])),
}

BUFFERED_CHIP = ChipSpec((tr("缓冲中"),), "neutral", "hourglass")
"""On the cards of a customer within the minimum gap after our last public reply (mission C5)."""


_ON_THE_WAY = ChipSpec((tr("待发"),), "info", "send")
OUTGOING_CHIPS: dict[Outgoing, ChipSpec] = {
    Outgoing.QUEUED: _ON_THE_WAY,
    Outgoing.SENDING: _ON_THE_WAY,
    Outgoing.HELD: ChipSpec((tr("待发"),), "soon", "circle-alert"),
    Outgoing.UNKNOWN: ChipSpec((tr("待核实"),), "soon", "circle-help"),
}
"""On the cards whose reply is on its way; the red ones wait for the operator's decision."""


class Mark(Struct, frozen=True):
    """An icon with words in one colour; ``strong`` sets it in bold."""

    icon: str
    parts: tuple[str, ...]
    role: ColorRole = "text2"
    strong: bool = False


def source_mark(card: Card) -> Mark:
    """Where the customer spoke, how many follow them, which turn this is."""
    icon, word = _CHANNELS.get(card.platform) or _SOURCES[card.source]
    parts = [word]
    if card.followers is not None:
        parts.append(tr("{0} 粉丝", people_words(card.followers)))
    if card.turn_count > 1:
        parts.append(tr("第 {0} 轮", card.turn_count))
    return Mark(icon, tuple(parts))


def time_mark(card: Card, now: datetime, *, short: bool = False) -> Mark:
    """The upper right corner: how long we have been owing an answer, or when the visit is due."""
    if card.waits_for is WaitsFor.US and card.waiting_since is not None:
        waited = now - card.waiting_since
        words = _short_duration(waited) if short else duration_words(waited)
        if card.target_at is not None and now >= card.target_at:
            return Mark("alarm-clock", (tr("超时"), words), "danger_text", strong=True)
        return Mark("clock", (words,))
    if card.state is State.FOLLOW_UP and card.follow_up_at is not None:
        late = (china_day(now) - china_day(card.follow_up_at)).days
        if late > 0:
            return Mark("alarm-clock", (tr("逾期 {0} 天", late),), "danger_text", strong=True)
        return Mark("calendar-clock", (day_words(card.follow_up_at, now),))
    return Mark("check", (tr("已回复"),))


def _short_duration(length: timedelta) -> str:
    """As ``duration_words``, without its blanks: 3时12分, 2天5小时 as 2天5时; a bare day keeps its blank."""
    minutes = max(0, int(length.total_seconds() // 60))
    days, hours = divmod(minutes // 60, 24)
    if days:
        return tr("{0}天{1}时", days, hours) if hours and days < 10 else duration_words(length)
    if hours:
        return tr("{0}时{1}分", hours, minutes % 60) if minutes % 60 else tr("{0}时", hours)
    return tr("{0}分", minutes)


def note_mark(card: Card, now: datetime) -> Mark | None:
    """The state in words where it says more than the labels: handed over, answered, asked again, to visit."""
    if card.state is State.FOLLOW_UP:
        return Mark("calendar-clock", (tr("回访：{0}", card.follow_up_question or tr("问问解决得怎么样")),))
    if card.handoff_state == HandoffState.ANSWERED:
        return Mark("circle-check", (tr("{0}已反馈，等你回复", label(card.handoff_department)),), "success_text")
    if card.handoff_state == HandoffState.WAITING and card.handoff_due_at is not None:
        to = tr("已转{0}", label(card.handoff_department))
        due = clock_words(card.handoff_due_at, now)
        if card.handoff_due_at < now:
            late = duration_words(now - card.handoff_due_at)
            return Mark("corner-up-right", (to, tr("超期 {0}", late)), "danger_text")
        return Mark("corner-up-right", (to, tr("期限 {0}", due)))
    if card.asked_again:
        return Mark("reply", (tr("客户追问了 {0} 次", card.asked_again),))
    return None


def label_chips(card: Card) -> tuple[ChipSpec, ...]:
    """The level (only when it presses) and what it is about."""
    level = level_chip(card.level) if card.waits_for is WaitsFor.US else None
    kind = label(card.kind.value)
    about = (kind,) if card.department == NO_DEPARTMENT else (kind, label(card.department))
    chips = (level,) if level is not None else ()
    chips += (ChipSpec((tr("@负责人"),), "info", "at-sign"),) if card.leads else ()
    chips += (OUTGOING_CHIPS[card.outgoing],) if card.outgoing is not Outgoing.NONE else ()
    return (*chips, ChipSpec(about, icon="tag"))


def importance_chip(card: Card) -> ChipSpec | None:
    """The mark after the name of an important customer (mission B5)."""
    if card.importance is Importance.ORDINARY:
        return None
    return ChipSpec((label(card.importance.value),), "accent", "star")


def crowd_chip(card: Card, shown_from: int) -> ChipSpec | None:
    """“同类 12 人” from so many people on (mission A12)."""
    if card.crowd is None or card.crowd.people < shown_from:
        return None
    return ChipSpec((tr("同类 {0} 人", people_shown(card.crowd.people)),), "info", "users")


def is_urgent(card: Card) -> bool:
    """True for the red edge."""
    return card.level is Level.P1 and card.waits_for is WaitsFor.US


def spoken(card: Card, now: datetime, crowd_from: int, *, buffered: bool = False) -> str:
    """The whole card for a screen reader: who, where, how long, how urgent, about what, in which words."""
    when = " ".join(time_mark(card, now).parts)
    parts = [card.nickname, badge_words(card.importance), *source_mark(card).parts, when]
    parts += [" ".join(chip.parts) for chip in label_chips(card)]
    crowd = crowd_chip(card, crowd_from)
    parts += [] if crowd is None else crowd.parts
    parts += BUFFERED_CHIP.parts if buffered else ()
    note = note_mark(card, now)
    if note is not None:
        parts.append(" ".join(note.parts))
    return tr("，").join(part for part in (*parts, card.snippet) if part)
