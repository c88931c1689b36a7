"""Why a ticket has its level and why its customer is next, in the words of both faces; how the topics follow."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from itertools import pairwise

from weibo_operator.domain.labels import Actor, Level
from weibo_operator.domain.levels import Judgement, LevelPart, PartKind
from weibo_operator.domain.queueing import ChoiceReason, WhyFacts
from weibo_operator.services.reason_words import shown_reason
from weibo_operator.services.wording import duration_words, people_words, shortened
from weibo_operator.translation import Text, label, tr

LEVEL_NAMES: Mapping[Level, str] = {
    Level.P1: tr("紧急"),
    Level.P2: tr("较急"),
    Level.P3: tr("普通"),
    Level.P4: tr("不急"),
}
_FIRST: Mapping[PartKind, int] = {PartKind.CRISIS: 0, PartKind.KIND: 1}
_SHORT_NAME, _SHORT_QUOTE = 9, 9
_QUOTED = re.compile("“([^”]*)”")


def level_line(judgement: Judgement) -> str:
    """Why this level, in the parts that mattered: “投诉 + 粉丝 12.6万 + 等待 47 分 已超时” (mission B1)."""
    return " + ".join(_level_parts(judgement))


def level_reason(judgement: Judgement) -> str:
    """``level_line``; where the operator chose otherwise both: “你定的 P1；程序会给 P3：咨询 + 等待 4 分”."""
    why = level_line(judgement)
    if not judgement.by_operator:
        return why
    return tr("你定的 P{0}；程序会给 P{1}：{2}", int(judgement.level), int(judgement.suggested), why)


def level_sentence(judgement: Judgement, by: Actor) -> str:
    """The level with who set it and why: “P2 较急（自动）：投诉 + 等待 47 分” (mission H10)."""
    why = level_reason(judgement)
    if judgement.by_operator:
        return why
    if by is Actor.OPERATOR:
        return tr("你定的 P{0}，程序也会这样定：{1}", int(judgement.level), why)
    return tr("P{0} {1}（自动）：{2}", int(judgement.level), LEVEL_NAMES[judgement.level], why)


def why_line(facts: WhyFacts, judgement: Judgement) -> str:
    """Why this customer is next: “下一位：@小李（投诉 + 等待 47 分；上一条公开话题是物流，这条是发票）” (design U2)."""
    return why_lines(facts, judgement)[0]


def why_lines(facts: WhyFacts, judgement: Judgement, lead: str = tr("下一位")) -> tuple[str, ...]:
    """The why-line and ever shorter ones for narrow places: who, what weighs most and the reason go last.

    ``lead`` is what the customer is to us now.
    """
    parts, (reason, brief) = _why_parts(judgement), _reason_words(facts)
    levels = [" + ".join(kept) for kept in _ever_fewer(parts)]
    bodies = [tr("{0}；{1}", levels[0], reason), *(tr("{0}；{1}", level, reason) for level in levels[1:])]
    bodies += [tr("{0}；{1}", levels[-1], brief), tr("{0}；{1}", parts[0], brief), brief]
    lines = [tr("{0}：@{1}（{2}）", lead, facts.nickname, body) for body in bodies]
    name = shortened(facts.nickname, _SHORT_NAME)
    lines += [tr("{0}：@{1}（{2}）", lead, name, body) for body in bodies[-2:]]
    return tuple(sorted(dict.fromkeys(lines), key=len, reverse=True))


def trail_lines(topics: Sequence[str]) -> tuple[str, ...]:
    """The topics of the last public replies and whether they alternate (mission C4), and ever shorter ones.

    ``topics`` come newest first; “公开话题：物流 → 发票 → 物流，话题交替”. Empty without a public reply.
    """
    if not topics:
        return ()
    topics = [label(topic) for topic in topics]
    state = _alternation(topics)
    fewest = min(len(topics), 2)
    trail = [" → ".join(reversed(topics[:kept])) for kept in range(len(topics), fewest - 1, -1)]
    lines = [tr("公开话题：{0}，{1}", line, state) if state else tr("公开话题：{0}", line) for line in trail]
    return tuple(dict.fromkeys((*lines, *((state,) if state else ()))))


def order_lines(waiting: int, threshold: int) -> tuple[str, ...]:
    """How the queue is ordered now, and ever shorter: by rotation, or visibly without while few wait (mission C6)."""
    if waiting >= threshold or not waiting:
        return (tr("按“等待时间 + 紧急程度 + 影响力”轮流排队，同一位客户不会连排两次"), tr("轮流排队"))
    return (
        tr("暂不轮流：在等的不到 {0} 位，级别高的先回，再看谁等得久", threshold),
        tr("暂不轮流，满 {0} 位自动轮流", threshold),
        tr("暂不轮流"),
    )


def skips_words(by_reason: Mapping[str, int]) -> str:
    """How many turns were skipped, by reason, most frequent first: “跳过 3 次：等资料 2，没写原因 1”."""
    total = sum(by_reason.values())
    if not total:
        return ""
    counted = sorted(by_reason.items(), key=lambda found: (-found[1], found[0]))
    if set(by_reason) == {""}:
        return tr("跳过 {0} 次", total)
    return tr("跳过 {0} 次：", total) + tr("，").join(
        f"{reason or tr('没写原因')} {count}" for reason, count in counted
    )


def _alternation(topics: Sequence[str]) -> str:
    run = next((place for place, topic in enumerate(topics) if topic != topics[0]), len(topics))
    repeats = sum(topic == before for topic, before in pairwise(topics))
    if run > 1:
        return tr("连着 {0} 条{1}", run, topics[0])
    if repeats:
        return tr("有 {0} 次连着同一话题", repeats)
    return tr("话题交替") if len(topics) > 1 else ""


def _level_parts(judgement: Judgement) -> tuple[str, ...]:
    kinds = {part.kind for part in judgement.parts}
    # What it is comes first, as one would say it; the rest by weight.
    ordered = sorted(judgement.parts, key=lambda part: _FIRST.get(part.kind, len(_FIRST)))
    parts = [words for part in ordered if (words := _part_words(part, kinds))]
    if judgement.target_at is not None:
        parts.append(_waited_words(judgement))
    return tuple(parts)


def _why_parts(judgement: Judgement) -> tuple[str, ...]:
    parts = _level_parts(judgement)
    return (tr("你定的 P{0}", int(judgement.level)), *parts) if judgement.by_operator else parts


def _waited_words(judgement: Judgement) -> str:
    waited = tr("刚来") if judgement.waited < timedelta(minutes=1) else tr("等待 {0}", duration_words(judgement.waited))
    # It stands after other parts: “Pre-sales + waiting 3 min”.
    return tr("{0} 已超时", waited) if judgement.late else f"{Text(waited):low}"


def _part_words(part: LevelPart, kinds: AbstractSet[PartKind]) -> str:
    match part.kind:
        case PartKind.CRISIS:
            brief = _brief(_QUOTED.findall(part.detail))
            return tr("危机信号{0}", brief) if brief else tr("危机信号")
        case PartKind.WORDS:
            return _brief(_QUOTED.findall(part.detail)) or shown_reason(part.detail)
        case PartKind.CROWD:
            return tr("同类 {0} 人", part.detail)
        case PartKind.INFLUENCE:
            return tr("粉丝 {0}", people_words(int(part.detail)))
        case PartKind.REPEATED:
            # A crisis counts it among its signals already.
            return "" if PartKind.CRISIS in kinds else tr("多次投诉或追问")
        case PartKind.WAITING:
            return ""  # the waiting time always stands at the end
        case PartKind.KIND | PartKind.IMPORTANT:
            return label(part.detail)


def _brief(quoted: Sequence[str]) -> str:
    if not quoted:
        return ""
    words = min(quoted, key=len)
    return tr("“{0}”", shortened(words, _SHORT_QUOTE)) + (tr("等") if len(quoted) > 1 else "")


def _ever_fewer(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield parts
    for kept in range(len(parts) - 2, 0, -1):
        yield (*parts[:kept], "…", parts[-1])


def _reason_words(facts: WhyFacts) -> tuple[str, str]:
    """The reason of the choice, whole and brief; each has its own words."""
    match facts.reason:
        case ChoiceReason.URGENT_LEVEL:
            return tr("在等的人里 P{0} 最急", int(facts.level)), tr("最急")
        case ChoiceReason.FAIR_TURN:
            return tr("等得最久，轮到 TA"), tr("等得最久")
        case ChoiceReason.OTHER_TOPIC:
            return _topic_words(facts)
        case ChoiceReason.THIS_ROUND:
            return tr("这一轮还没轮到过"), tr("轮到了")
        case ChoiceReason.ONLY_ONE:
            return tr("只有这一位在等"), tr("只有这一位")
        case ChoiceReason.PLAIN_ORDER if facts.waiting_customers == 1:
            return tr("只有这一位在等"), tr("只有这一位")
        case ChoiceReason.PLAIN_ORDER:
            return tr("只有 {0} 位在等，暂不轮流，按级别排", facts.waiting_customers), tr("人少，暂不轮流")


def _topic_words(facts: WhyFacts) -> tuple[str, str]:
    if not facts.last_topic:
        return tr("问“{0}”的人最多，先回一位", label(facts.topic)), tr("问的人最多")
    this = tr("这条是{0}", label(facts.topic)) if facts.is_public else tr("这条是私信")
    return tr("上一条公开话题是{0}，{1}", label(facts.last_topic), this), tr("换个话题")
