"""What a row of the tracking page says: groups, due words, state words, the words of its button."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from ui.support.tokens import ColorRole
from ui.widgets.card_columns import CardColumn
from ui.widgets.grouped_rows import GroupTitle
from weibo_operator.domain.handoff import Asks, Handoff, HandoffState, Verdict, name_of
from weibo_operator.services.forms import HandoffForm
from weibo_operator.services.wording import clock_words, day_words, duration_words, shortened
from weibo_operator.translation import label, tr

MOST_EARLIER = 2
ANSWER_SHOWN = 14

COLUMNS = (
    CardColumn(tr("编号"), 46),
    CardColumn(tr("客户"), 142),
    CardColumn(tr("问题"), share=1.0),
    CardColumn(tr("部门"), 104),
    CardColumn(tr("答复期限"), 132),
    CardColumn(tr("状态"), 92, spare=True),
    CardColumn("", 82, spare=True),
)


class Word(Struct, frozen=True):
    """A few words in a colour, with an icon; ``strong`` sets them in bold."""

    text: str
    role: ColorRole = "text2"
    icon: str = ""
    strong: bool = False


def grouped(handoffs: Sequence[Handoff], now: datetime) -> list[object]:
    """Open handoffs under their titles: answered ones first, as it is our move there; then who is late, by name."""
    groups: dict[tuple[str, ColorRole], list[Handoff]] = {}
    for rank in (_answered, _late, _consent, _waiting, _over):
        for handoff in handoffs:
            title = rank(handoff, now)
            if title is not None:
                groups.setdefault(title, []).append(handoff)
    rows: list[object] = []
    for (words, role), held in groups.items():
        rows += [GroupTitle(words, len(held), role), *held]
    return rows


Title = tuple[str, ColorRole] | None


def _answered(handoff: Handoff, _now: datetime) -> Title:
    return (tr("已反馈，等你回复客户"), "success_text") if handoff.state is HandoffState.ANSWERED else None


def _late(handoff: Handoff, now: datetime) -> Title:
    return (tr("{0}超期", label(handoff.addressee)), "danger_text") if is_overdue(handoff, now) else None


def _consent(handoff: Handoff, now: datetime) -> Title:
    waits = handoff.state is HandoffState.WAITING and handoff.asks is Asks.CONSENT
    return (tr("待负责人确认"), "text") if waits and not is_overdue(handoff, now) else None


def _waiting(handoff: Handoff, now: datetime) -> Title:
    waits = handoff.state is HandoffState.WAITING and handoff.asks is Asks.ANSWER
    return (tr("等待反馈"), "text") if waits and not is_overdue(handoff, now) else None


def _over(handoff: Handoff, _now: datetime) -> Title:
    return None if handoff.state.is_open else (tr("最近结束的"), "text")


def is_overdue(handoff: Handoff, now: datetime) -> bool:
    """True while the department owes an answer past its time."""
    return handoff.state is HandoffState.WAITING and handoff.due_at < now


def due_word(handoff: Handoff, now: datetime) -> Word:
    """The answer-by time, or by how much it has passed."""
    if is_overdue(handoff, now):
        return Word(tr("超期 {0}", duration_words(now - handoff.due_at)), "danger_text", strong=True)
    return Word(clock_words(handoff.due_at, now))


def state_word(handoff: Handoff, now: datetime) -> Word:
    """Where it stands."""
    if handoff.state is HandoffState.ANSWERED:
        if handoff.verdict is Verdict.DECLINED:
            return Word(tr("不同意"), "danger_text", "ban")
        return Word(tr("已确认") if handoff.verdict is Verdict.AGREED else tr("已反馈"), "success_text", "circle-check")
    if handoff.state is HandoffState.DONE:
        return Word(tr("已结"), "text2", "check")
    if handoff.state is HandoffState.WITHDRAWN:
        return Word(tr("不用了"), "text3", "ban")
    late = is_overdue(handoff, now)
    if handoff.partial_at is not None:
        return Word(tr("部分答复"), "danger_text" if late else "success_text", "loader")
    if handoff.nudges:
        return Word(tr("催过 {0} 次", handoff.nudges), "danger_text" if late else "text2", "alarm-clock")
    return Word(tr("等待中"), "danger_text" if late else "text2", "hourglass")


def button_words(handoff: Handoff) -> str:
    """What the row's button does; empty for a handoff that is over."""
    if handoff.state is HandoffState.ANSWERED:
        return tr("去回复")
    if handoff.state is HandoffState.WAITING:
        return tr("再催一次") if handoff.nudges else tr("催一下")
    return ""


def count_parts(handoffs: Sequence[Handoff], now: datetime) -> tuple[str, ...]:
    """The page's counting line."""
    answered = sum(1 for handoff in handoffs if handoff.state is HandoffState.ANSWERED)
    waiting = sum(1 for handoff in handoffs if handoff.state is HandoffState.WAITING)
    late = sum(1 for handoff in handoffs if is_overdue(handoff, now))
    parts = [tr("{0} 张已反馈待回复", answered)] if answered else []
    if waiting:
        parts.append(tr("{0} 张等反馈", waiting) + (tr("，其中 {0} 张超期", late) if late else ""))
    return tuple(parts)


def spoken(handoff: Handoff, now: datetime) -> str:
    """The whole row for a screen reader."""
    parts = [handoff.code, handoff.nickname, " ".join(handoff.description.split()), label(handoff.addressee)]
    return tr("，").join([*parts, due_word(handoff, now).text, state_word(handoff, now).text])


def addressee(form: HandoffForm) -> str:
    """Who is to answer: the department, or the person in charge."""
    return name_of(form.contact) if form.asks is Asks.CONSENT else form.department


def earlier_words(handoffs: Sequence[Handoff], now: datetime) -> str:
    """The handoffs a ticket had before, the latest first: where, when, what came back (mission E4)."""
    return tr("；").join(_earlier(handoff, now) for handoff in handoffs[::-1][:MOST_EARLIER])


def _earlier(handoff: Handoff, now: datetime) -> str:
    said = " ".join(handoff.answer.split())
    day, who = day_words(handoff.sent_at, now), label(handoff.addressee)
    return tr("{0} {1}答“{2}”", day, who, shortened(said, ANSWER_SHOWN)) if said else tr("{0} {1}还没有答复", day, who)
