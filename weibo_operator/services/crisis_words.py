"""The words for crisis signals and risk, the same for both faces (mission B8, B10)."""

from collections.abc import Sequence

from weibo_operator.domain.crisis import CrisisFacts, Signal, SignalCode
from weibo_operator.services.wording import people_words

BY_HAND = "由你标为危机"


def signal_words(signal: Signal, repeat_days: int) -> str:
    """One signal in a few characters: “曝光”“12315”, 转评赞每小时 +64, 30 天内第 2 次投诉."""
    number = signal.number
    if signal.code is SignalCode.WORDS:
        return "".join(f"“{word}”" for word in signal.words) or "有危机词"
    return {
        SignalCode.GROWTH: f"转评赞每小时 +{people_words(number)}",
        SignalCode.CROWD: f"同类 {people_words(number)} 人",
        SignalCode.ROLE: f"{''.join(signal.words)}账号",
        SignalCode.REACH: f"粉丝 {people_words(number)}",
        SignalCode.REPEAT: f"{repeat_days} 天内第 {number} 次投诉",
        SignalCode.ASKED_AGAIN: f"追问 {number} 次还没回",
        SignalCode.CONFIRMED: BY_HAND,
    }[signal.code]


def signals_line(signals: Sequence[Signal], repeat_days: int) -> str:
    """All signals in one line; one marked by hand has none."""
    return "，".join(signal_words(signal, repeat_days) for signal in signals) or BY_HAND


def speed_words(facts: CrisisFacts) -> str:
    """The figures behind the speed."""
    parts = [f"转评赞每小时 +{people_words(facts.growth.per_hour)}" if facts.growth.gained else "转评赞没有新增记录"]
    if facts.crowd_people > 1:
        parts.append(f"同类 {people_words(facts.crowd_people)} 人")
    return "，".join(parts)


def range_words(facts: CrisisFacts) -> str:
    """The figures behind the range."""
    people = people_words(max(1, facts.crowd_people))
    spread = "转评赞未知" if facts.spread is None else f"转评赞 {people_words(facts.spread)}"
    return f"{people} 人在说，{spread}"


def exposure_words(facts: CrisisFacts) -> str:
    """The figures behind the exposure."""
    parts = ["公开可见" if facts.is_public else "私信里说的"]
    parts.append("粉丝未知" if facts.followers is None else f"粉丝 {people_words(facts.followers)}")
    if facts.role != "客户":
        parts.append(facts.role)
    return "，".join(parts)
