"""The words for crisis signals and risk, the same for both faces (mission B8, B10)."""

from collections.abc import Sequence

from weibo_operator.domain.crisis import CrisisFacts, Signal, SignalCode
from weibo_operator.domain.customer import CUSTOMER
from weibo_operator.services.wording import people_words, quoted
from weibo_operator.translation import label, tr

BY_HAND = tr("由你标为危机")


def signal_words(signal: Signal, repeat_days: int) -> str:
    """One signal in a few characters: “曝光”“12315”, 转评赞每小时 +64, 30 天内第 2 次投诉."""
    number = signal.number
    if signal.code is SignalCode.WORDS:
        return quoted(signal.words) or tr("有危机词")
    return {
        SignalCode.GROWTH: tr("转评赞每小时 +{0}", people_words(number)),
        SignalCode.CROWD: tr("同类 {0} 人", people_words(number)),
        SignalCode.ROLE: tr("{0}账号", "".join(label(word) for word in signal.words)),
        SignalCode.REACH: tr("粉丝 {0}", people_words(number)),
        SignalCode.REPEAT: tr("{0} 天内第 {1} 次投诉", repeat_days, number),
        SignalCode.ASKED_AGAIN: tr("追问 {0} 次还没回", number),
        SignalCode.CONFIRMED: BY_HAND,
    }[signal.code]


def signals_line(signals: Sequence[Signal], repeat_days: int) -> str:
    """All signals in one line; one marked by hand has none."""
    return tr("，").join(signal_words(signal, repeat_days) for signal in signals) or BY_HAND


def speed_words(facts: CrisisFacts) -> str:
    """The figures behind the speed."""
    parts = [
        tr("转评赞每小时 +{0}", people_words(facts.growth.per_hour))
        if facts.growth.gained
        else tr("转评赞没有新增记录")
    ]
    if facts.crowd_people > 1:
        parts.append(tr("同类 {0} 人", people_words(facts.crowd_people)))
    return tr("，").join(parts)


def range_words(facts: CrisisFacts) -> str:
    """The figures behind the range."""
    people = people_words(max(1, facts.crowd_people))
    spread = tr("转评赞未知") if facts.spread is None else tr("转评赞 {0}", people_words(facts.spread))
    return tr("{0} 人在说，{1}", people, spread)


def exposure_words(facts: CrisisFacts) -> str:
    """The figures behind the exposure."""
    parts = [tr("公开可见") if facts.is_public else tr("私信里说的")]
    parts.append(tr("粉丝未知") if facts.followers is None else tr("粉丝 {0}", people_words(facts.followers)))
    if facts.role != CUSTOMER:
        parts.append(label(facts.role))
    return tr("，").join(parts)
