"""The steps of a handoff in words, for its own page and for the ticket's conversation (mission E2)."""

from weibo_operator.domain.handoff import Asks, Handoff
from weibo_operator.domain.labels import Level

_LEVELS = {Level.P1: "紧急", Level.P2: "较急"}


def classified_words(handoff: Handoff) -> tuple[str, ...]:
    """As what the problem was classified, and by whom."""
    by = (f"{handoff.sent_by}改过" if handoff.sent_by else "你改过") if handoff.classified_by_hand else "程序建议"
    return handoff.kind, handoff.aspect, _LEVELS.get(handoff.level, "普通"), by


def asked_words(handoff: Handoff) -> str:
    """What was done with the problem: 已转交物流部, 已请王姐确认."""
    return f"已请{handoff.addressee}确认" if handoff.asks is Asks.CONSENT else f"已转交{handoff.department}"
