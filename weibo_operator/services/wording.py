"""Words that both faces, the window and the command line, must say alike: times, counts, the why-lines."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from weibo_operator.domain.clock import china, china_day
from weibo_operator.domain.levels import Judgement, LevelPart, PartKind
from weibo_operator.domain.queueing import ChoiceReason, WhyFacts

WEEKDAYS = "一二三四五六日"
_TEN_THOUSAND = 10_000


def people_words(count: int) -> str:
    """A count as people read it: 1,208, and 12.6万 from ten thousand on."""
    if count < _TEN_THOUSAND:
        return f"{count:,}"
    text = f"{count / _TEN_THOUSAND:.1f}".removesuffix(".0")
    return f"{text}万"


def duration_words(length: timedelta) -> str:
    """A length of time in at most two units: 47 分, 3 小时 12 分, 2 天 5 小时, 120 天."""
    minutes = max(0, int(length.total_seconds() // 60))
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days >= 10:
        return f"{days} 天"
    if days:
        return f"{days} 天 {hours} 小时" if hours else f"{days} 天"
    if hours:
        return f"{hours} 小时 {minutes} 分" if minutes else f"{hours} 小时"
    return f"{minutes} 分"


def day_words(moment: datetime, now: datetime) -> str:
    """The day as one says it: 今天, 昨天, 明天, 11-21 周六, 2025-11-21."""
    day, today = china_day(moment), china_day(now)
    names = {0: "今天", -1: "昨天", 1: "明天", 2: "后天"}
    distance = (day - today).days
    if distance in names:
        return names[distance]
    if day.year != today.year:
        return f"{day:%Y-%m-%d}"
    return f"{day:%m-%d} 周{WEEKDAYS[day.weekday()]}"


def clock_words(moment: datetime, now: datetime) -> str:
    """Day and time: 今天 18:00, 11-21 周六 09:00."""
    return f"{day_words(moment, now)} {china(moment):%H:%M}"


def level_line(judgement: Judgement) -> str:
    """Why this level, in the parts that mattered: “投诉 + 粉丝 12.6万 + 等待 47 分” (mission B1)."""
    return " + ".join(_level_words(judgement))


def why_line(facts: WhyFacts, judgement: Judgement) -> str:
    """Why this customer is next: “下一位：@小李（投诉，等待 47 分，上一条公开话题是物流，这条是发票）”."""
    parts = (*_level_words(judgement), *_reason_words(facts))
    return f"下一位：@{facts.nickname}（{'，'.join(parts)}）"


def _level_words(judgement: Judgement) -> Sequence[str]:
    parts = [words for part in judgement.parts if (words := _part_words(part))]
    if judgement.target_at is not None:
        parts.append(f"等待 {duration_words(judgement.waited)}{' 已超时' if judgement.late else ''}")
    return parts


def _part_words(part: LevelPart) -> str:
    match part.kind:
        case PartKind.CRISIS:
            return f"危机信号{part.detail}"
        case PartKind.CROWD:
            return f"同类 {part.detail} 人"
        case PartKind.INFLUENCE:
            return f"粉丝 {people_words(int(part.detail))}"
        case PartKind.REPEATED:
            return "又来投诉"
        case PartKind.WAITING:
            return ""  # the waiting time always stands at the end
        case PartKind.KIND | PartKind.WORDS | PartKind.IMPORTANT:
            return part.detail


def _reason_words(facts: WhyFacts) -> Sequence[str]:
    if facts.reason is ChoiceReason.OTHER_TOPIC and facts.last_topic:
        return (f"上一条公开话题是{facts.last_topic}，这条是{facts.topic}",)
    return {
        ChoiceReason.URGENT_LEVEL: ("级别最急",),
        ChoiceReason.FAIR_TURN: ("公平轮次，等得最久",),
        ChoiceReason.THIS_ROUND: ("本轮还没轮到",),
        ChoiceReason.ONLY_ONE: ("只有这一位在等",),
        ChoiceReason.PLAIN_ORDER: ("等的人少，按紧急程度排",),
    }.get(facts.reason, ())
